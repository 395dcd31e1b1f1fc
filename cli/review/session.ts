import { type Corrected, type Corrector, correct, correctAll } from '../../output/review/correct.js';
import { findDoubts, listDoubtfulWords } from '../../output/review/doubts.js';
import { type ItemOf, loadPaper } from '../../output/review/items.js';
import { listNeighbours } from '../../output/review/plan.js';
import { listEntries, type ReviewEntry } from '../../output/review/queue.js';
import type { CorrectionRequest } from '../../output/review/request.js';
import { readTaskField } from '../../output/review/revision.js';
import type { Store } from '../../output/store/store.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import { describeChange } from '../describe-correction.js';
import { formatPath, type Paint } from '../format.js';
import type { Speak } from '../language.js';
import { oneLine } from '../print.js';
import { completeNames, listHeaderNames, readHeaderLine, readRole } from './fields.js';
import { type Key, type KeyReader, letterOf } from './keys.js';
import { INTERRUPTED, type LineRequest, readLine, type Terminal } from './line-editor.js';
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
        if (item.kind === 'task') return this.#correctText(item);
        return item.kind === 'header' ? this.#correctHeader(item) : this.#addTyped(item);
      default:
        return item.kind === 'task' ? this.#pressTask(item, letterOf(key)) : undefined;
    }
  }

  async #pressTask(item: ItemOf<'task'>, letter: string): Promise<Outcome | undefined> {
    const { say } = this.options;
    const { id, revision } = item;
    switch (letter) {
      case 'H':
        return this.#ask(
          {
            prompt: say(
              'Hạn (30/6, quý II, thường xuyên, không có hạn): ',
              'Due (30/6, quý II, thường xuyên, không có hạn): ',
            ),
          },
          (due) => ({ do: 'fix', id, revision, fields: { due } }),
        );
      case 'C': {
        const initial = readTaskField(item.directive, 'lead') ?? '';
        const prompt = say(
          'Chủ trì (Tab gợi ý; vai trò khác: "phối hợp: …"): ',
          'Lead (Tab completes; other roles: "coordinating: …"): ',
        );
        return this.#ask({ prompt, initial, complete: completeNames(this.db) }, (typed) => {
          const { role, names } = readRole(typed);
          if (names.includes(':')) {
            this.#say(
              say(
                'Vai trò đứng trước tên: "phối hợp: Sở Y tế" (Ctrl-U xoá dòng).',
                'The role stands before the names: "coordinating: Sở Y tế" (Ctrl-U clears the line).',
              ),
            );
            return undefined;
          }
          return { do: 'fix', id, revision, fields: { [role]: names } };
        });
      }
      case 'T':
        return this.#ask(
          { prompt: say('Phần thứ hai bắt đầu bằng chữ: ', 'The second part begins with the words: ') },
          (at) => ({ do: 'split', id, revision, at }),
        );
      case 'G':
        return this.#merge(item);
      default:
        return undefined;
    }
  }

  #correctText({ id, revision, directive }: ItemOf<'task'>): Promise<Outcome> {
    const prompt = this.options.say('Nội dung (Ctrl-U xoá hết): ', 'Text (Ctrl-U clears it): ');
    return this.#ask({ prompt, initial: directive.text }, (text) => ({ do: 'fix', id, revision, fields: { text } }));
  }

  #addTyped({ id, passage }: ItemOf<'passage'>): Promise<Outcome> {
    const prompt = this.options.say('Nội dung nhiệm vụ (Ctrl-U xoá hết): ', 'Text of the task (Ctrl-U clears it): ');
    return this.#ask({ prompt, initial: passage.text }, (text) => ({ do: 'add', id, text }));
  }

  #correctHeader({ id, revision }: ItemOf<'header'>): Promise<Outcome> {
    const { say } = this.options;
    const prompt = say('Trường = giá trị (ví dụ: số = 12-KL/TU): ', 'Field = value (as: number = 12-KL/TU): ');
    return this.#ask({ prompt }, (typed) => {
      const line = readHeaderLine(typed);
      if (line !== undefined) return { do: 'fix', id, revision, fields: { [line.field]: line.value } };
      this.#say(`${say('Ghi một trong', 'Expected one of')}: ${listHeaderNames(say)}`);
      return undefined;
    });
  }

  async #merge(item: ItemOf<'task'>): Promise<Outcome> {
    const { say } = this.options;
    const neighbours = listNeighbours(item);
    const list = neighbours.map(
      ({ directive }, i) =>
        `${i + 1}: ${say('mục', 'item')} ${oneLine(formatPath(directive.number, say))} “${oneLine(directive.text.slice(0, 60))}”`,
    );
    const prompt = `${say('Gộp với', 'Merge with')} ${list.join(' · ')}: `;
    return this.#ask({ prompt }, (typed) => {
      const other = neighbours[Number(typed) - 1];
      return other === undefined ? undefined : { do: 'merge', id: item.id, revision: item.revision, other: other.id };
    });
  }

  /** Has a value typed until it can be taken; an empty line or Escape leaves everything as it is. */
  async #ask(request: LineRequest, toRequest: (typed: string) => CorrectionRequest | undefined): Promise<Outcome> {
    let { initial } = request;
    for (;;) {
      const typed = await readLine(this.options.keys, this.options.terminal, {
        ...request,
        ...(initial === undefined ? {} : { initial }),
      });
      if (typed === INTERRUPTED) return 'interrupted';
      if (typed === undefined || typed === '') return 'again';
      const asked = toRequest(typed);
      initial = typed;
      if (asked === undefined) continue;
      const outcome = this.#change(asked);
      if (outcome !== undefined) return outcome;
      // What is said is said now: the line comes again below it.
      this.#say(this.#status);
      this.#status = '';
      if (!this.options.terminal.isTerminal) initial = request.initial;
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
