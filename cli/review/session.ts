import { type Corrected, type Corrector, correct, correctAll } from '../../output/review/correct.js';
import { findDoubts, listDoubtfulWords } from '../../output/review/doubts.js';
import { type ItemOf, loadPaper } from '../../output/review/items.js';
import { listEntries, type ReviewEntry } from '../../output/review/queue.js';
import type { CorrectionRequest } from '../../output/review/request.js';
import type { Store } from '../../output/store/store.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import { describeChange } from '../describe-correction.js';
import type { Paint } from '../format.js';
import type { Speak } from '../language.js';
import { oneLine } from '../print.js';
import { type Key, type KeyReader, letterOf } from './keys.js';
import { INTERRUPTED, readLine, type Terminal } from './line-editor.js';
import { ASK_TASK, askHeader, askPassage, askText, type Prompt, type Prompting } from './prompts.js';
import { type EntryDoubts, formatEntry, formatKeys, type Look } from './screen.js';

/** What a session is given; nothing here knows a terminal or a clock. */
export interface SessionOptions {
  readonly keys: KeyReader;
  readonly terminal: Terminal;
  readonly paint: Paint;
  readonly say: Speak;
  readonly doer: () => Corrector;
  /** The queue when the first entries are through, with more than so many that were shown, which are left out here. */
  readonly more: (shown: number) => readonly ReviewEntry[];
}

/** What a session came to. */
export interface SessionResult {
  readonly settled: number;
  readonly corrected: number;
  readonly skipped: number;
  readonly isInterrupted: boolean;
}

/** What a key came to: to the next entry, back, shown again, or the end. */
type Outcome = 'next' | 'back' | 'again' | 'quit' | 'interrupted';

/** Widest text that is easy to read. */
const MAX_WIDTH = 110;

/** What is in doubt in an entry. */
export const doubtsOf = (db: Store, entry: ReviewEntry): EntryDoubts => ({
  places: findDoubts(db, entry),
  words: entry.item.kind === 'header' ? listDoubtfulWords(db, entry.item.paper.record) : [],
});

/** One person at the queue. Every key that changes something is saved before the next is read. — phiên rà soát */
class Session {
  readonly #entries: ReviewEntry[] = [];
  readonly #shown = new Set<string>();
  /** Keys of corrections that were made here, each with the entry it was made at. */
  readonly #made: { readonly keys: readonly number[]; readonly at: number }[] = [];
  #at = 0;
  #status = '';
  #settled = 0;
  #skipped = 0;

  constructor(
    readonly db: Store,
    readonly options: SessionOptions,
  ) {}

  async run(): Promise<SessionResult> {
    let outcome: Outcome = 'again';
    while (outcome !== 'quit' && outcome !== 'interrupted') {
      const entry = this.#refresh();
      if (entry === undefined) {
        this.#say(this.options.say('Hết việc cần rà soát.', 'Nothing is left to review.'));
        break;
      }
      outcome = await this.#visit(entry);
      if (outcome === 'next') this.#at++;
      if (outcome === 'back') this.#at = Math.max(0, this.#at - 1);
    }
    const corrected = this.#made.reduce((sum, { keys }) => sum + keys.length, 0);
    return { settled: this.#settled, corrected, skipped: this.#skipped, isInterrupted: outcome === 'interrupted' };
  }

  get #look(): Look {
    const { say, paint, terminal } = this.options;
    return { say, paint, width: Math.min(MAX_WIDTH, Math.max(40, terminal.columns())) };
  }

  /** The entry at hand as it is now; what is settled by now, be it by others, is passed over. */
  #refresh(): ReviewEntry | undefined {
    for (;;) {
      const entry = this.#entries[this.#at];
      if (entry === undefined) {
        const more = this.options.more(this.#shown.size).filter(({ item }) => !this.#shown.has(item.id));
        if (more.length === 0) return undefined;
        for (const one of more) {
          this.#shown.add(one.item.id);
          this.#entries.push(one);
        }
        continue;
      }
      const now = this.#find(entry);
      if (now !== undefined) return now;
      this.#at++;
    }
  }

  #find({ item }: ReviewEntry): ReviewEntry | undefined {
    const paper = loadPaper(this.db, item.paper.record.document.id);
    return paper === undefined ? undefined : listEntries(paper).find((one) => one.item.id === item.id);
  }

  #say(text: string): void {
    this.options.terminal.write(`${text}\n`);
  }

  async #visit(entry: ReviewEntry): Promise<Outcome> {
    const look = this.#look;
    if (this.#status !== '') this.#say(this.#status);
    this.#status = '';
    const place = look.paint('dim', `── ${this.#at + 1}/${this.#entries.length} ──`);
    this.#say(
      `\n${place}\n${formatEntry(entry, doubtsOf(this.db, entry), look)}\n${formatKeys(entry.item.kind, look)}`,
    );
    for (;;) {
      const key = await this.options.keys.next();
      if (key === undefined) return 'quit';
      if (key.name === 'ctrl-c') return 'interrupted';
      const outcome = await this.#press(entry, key);
      if (outcome !== undefined) return outcome;
    }
  }

  /** Does what a key stands for; undefined for one that stands for nothing here. */
  async #press({ item }: ReviewEntry, key: Key): Promise<Outcome | undefined> {
    if (key.name === 'return')
      return item.kind === 'passage'
        ? undefined
        : this.#settle({ do: 'confirm', id: item.id, revision: item.revision });
    switch (letterOf(key)) {
      case 'Q':
        return 'quit';
      case 'J':
        this.#skipped++;
        return 'next';
      case 'K':
        return 'back';
      case 'Z':
        return this.#undo();
      case 'D':
        return item.kind === 'header'
          ? undefined
          : this.#settle({ do: 'dismiss', id: item.id, revision: item.revision });
      case 'N':
        if (item.kind === 'passage') return this.#settle({ do: 'add', id: item.id });
        return item.kind === 'header'
          ? this.#change({ do: 'accept', id: item.id, revision: item.revision })
          : undefined;
      case 'S':
        if (item.kind === 'task') return this.#ask(askText(this.#prompting, item));
        return this.#ask(item.kind === 'header' ? askHeader(this.#prompting, item) : askPassage(this.#prompting, item));
      default:
        return item.kind === 'task' ? this.#pressTask(item, letterOf(key)) : undefined;
    }
  }

  async #pressTask(item: ItemOf<'task'>, letter: string): Promise<Outcome | undefined> {
    const ask = ASK_TASK[letter];
    return ask === undefined ? undefined : this.#ask(ask(this.#prompting, item));
  }

  get #prompting(): Prompting {
    return { db: this.db, say: this.options.say };
  }

  /** Has a value typed until it can be taken; an empty line or Escape leaves everything as it is. */
  async #ask({ line, toRequest }: Prompt): Promise<Outcome> {
    let { initial } = line;
    for (;;) {
      const typed = await readLine(this.options.keys, this.options.terminal, {
        ...line,
        ...(initial === undefined ? {} : { initial }),
      });
      if (typed === INTERRUPTED) return 'interrupted';
      if (typed === undefined || typed === '') return 'again';
      const asked = toRequest(typed);
      const outcome = 'tell' in asked ? undefined : this.#change(asked);
      if (outcome !== undefined) return outcome;
      // What is said is said now: the line comes again below it, on a terminal as it was typed.
      this.#say('tell' in asked ? asked.tell : this.#status);
      this.#status = '';
      initial = this.options.terminal.isTerminal ? typed : line.initial;
    }
  }

  /** Corrects something and shows the entry again; undefined when the value cannot be taken. */
  #change(request: CorrectionRequest): Outcome | undefined {
    const done = this.#write(request);
    if (done === 'invalid') return request.do === 'accept' ? 'again' : undefined;
    if (done !== undefined && request.do === 'split') this.#insertPart(done);
    return 'again';
  }

  /** Answers the entry: it is asked no more. */
  #settle(request: CorrectionRequest): Outcome {
    const done = this.#write(request);
    if (done === undefined || done === 'invalid') return 'again';
    this.#settled++;
    return 'next';
  }

  /** The second part of a split comes right behind the first. */
  #insertPart({ written, item }: Corrected): void {
    const detail = written[0]?.detail;
    const entry =
      item === undefined
        ? undefined
        : listEntries(item.paper).find((one) => detail?.kind === 'split' && one.item.id === detail.id);
    if (entry === undefined) return;
    this.#shown.add(entry.item.id);
    this.#entries.splice(this.#at + 1, 0, entry);
  }

  #write(request: CorrectionRequest): Corrected | 'invalid' | undefined {
    const { say, doer, paint } = this.options;
    try {
      const done = correct(this.db, request, doer());
      const keys = done.written.flatMap(({ key }) => key ?? []);
      if (keys.length > 0) this.#made.push({ keys, at: this.#at });
      this.#status = done.written
        .map((one) => `${paint('green', '✓')} s${one.key} · ${describeChange(one, say)}`)
        .join('\n');
      return done;
    } catch (error) {
      if (!(error instanceof PipelineError)) throw error;
      this.#status = `${paint('red', '✗')} ${oneLine(say(error.text.vi, error.text.en))} ${oneLine(say(error.hint.vi, error.hint.en))}`;
      if (error.code === 'correction-invalid') return 'invalid';
      // Changed by others, or gone: shown as it is now.
      if (error.code === 'correction-conflict' || error.code === 'usage') return undefined;
      throw error;
    }
  }

  /** Takes back the last thing that was done here, and goes where it was done. */
  #undo(): Outcome {
    const { say, doer, paint } = this.options;
    const last = this.#made.pop();
    if (last === undefined) {
      this.#status = say('Trong phiên này chưa sửa gì.', 'Nothing was done in this session.');
      return 'again';
    }
    const requests = last.keys.toReversed().map((key) => ({ do: 'undo', key }) as const);
    const written = correctAll(this.db, requests, doer()).flatMap((done) => done.written);
    this.#status = written.map((one) => `${paint('green', '↶')} s${one.key} · ${describeChange(one, say)}`).join('\n');
    this.#at = last.at;
    return 'again';
  }
}

/** Walks the queue by keys until it is through, or somebody leaves. */
export const runSession = (db: Store, options: SessionOptions): Promise<SessionResult> =>
  new Session(db, options).run();
