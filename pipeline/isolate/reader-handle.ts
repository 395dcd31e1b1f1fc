import { type ChildProcess, fork } from 'node:child_process';
import type { FileInfo, IntakeFile } from '../../schemas/stages.js';
import type { OcrPage, Office, SecrecyPolicy } from '../base/contract.js';
import { type PipelineError, toPipelineError } from '../base/errors.js';
import { packageFile } from '../base/package-root.js';
import type { PageReader } from '../engines/ocr/page-reader.js';
import type { OnPage, ReadFile } from '../file-reader.js';
import { type FileLimits, readExit } from './limits.js';
import { FromReader, packError, type ToReader, unpackError } from './messages.js';
import type { GivenPage, OpenHelp, PageHelp } from './page-help.js';
import type { PageMemory } from './page-memory.js';
import { watchTime } from './watch-time.js';

export interface IsolationOptions {
  /** Id of the OCR engine, and the workers that recognise for all processes; close() ends them. */
  readonly engine: string;
  readonly recognizer: PageReader;
  /** Where recognised images of unfinished files are kept, if anywhere. */
  readonly memory?: PageMemory | undefined;
  readonly check: boolean;
  readonly secrecy: SecrecyPolicy;
  readonly limits: FileLimits;
  /** The installed LibreOffice, if any. */
  readonly office?: Office | undefined;
  /** Names of bodies that people taught the database. */
  readonly knownNames?: readonly string[] | undefined;
  /** Told how far the files with page images are. */
  readonly onPage?: OnPage | undefined;
  /** Processes at work at a time; one when not given. */
  readonly jobs?: number;
  /** Others who read pages of long scans, if any. */
  readonly help?: PageHelp | undefined;
}

/** A file to be read: its name, or for a small one its bytes as well. */
export interface Asked {
  readonly file: FileInfo;
  /** The path in bytes, where its name is no UTF-8. */
  readonly raw?: Buffer | undefined;
  readonly opened?: IntakeFile | undefined;
  /** What was allowed of this file alone; what holds for all when not given. */
  readonly secrecy?: SecrecyPolicy | undefined;
  /** Only look for a mark of secrecy in its text: `attend` then gives 'unmarked'. */
  readonly isAsked?: boolean;
  /** A page image of somebody else's file, instead of a file: `attend` then gives what it says. */
  readonly image?: Uint8Array | undefined;
}

/** What a file, or a page image, came to. */
export type Answered = ReadFile | OcrPage | 'unmarked';

/** Files after which a process is replaced: libraries for PDFs and images keep a little of each. */
const FILES_PER_PROCESS = 1500;
/** What a text wears of that: its reader keeps nothing, and a new process costs as much as some two hundred texts. */
const WEAR_OF_TEXT = 0.1;

/** Megabytes of a process's heap before what is dead in it is first looked for. */
const FIRST_HEAP = 128;

/** Signals that a terminal or the system sends to all processes of a command. */
const OF_THE_GROUP: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);
const HEAR_MS = 200;

type Answer = Extract<FromReader, { kind: 'done' | 'looked' | 'unmarked' | 'failed' }>;

/** The file that a process is being waited for. */
interface Attended {
  readonly id: number;
  answer(answer: Answer): void;
  isAlive(): void;
  onPage(done: number, of: number): void;
  recognize(message: Extract<FromReader, { kind: 'recognize' }>): void;
  readonly help: OpenHelp | undefined;
  ended(error: PipelineError): void;
}

/** One process that reads files, one after another. It may be sent files before their turn: see `send`. */
export class ReaderHandle {
  readonly #options: IsolationOptions;
  readonly #child: ChildProcess;
  /** Answers to files that were sent ahead and whose turn has not come. */
  readonly #early = new Map<number, Answer>();
  #attended: Attended | undefined;
  /** Those who asked for a page of the file in work, in turn. */
  #asking: ((given: GivenPage | undefined) => void)[] = [];
  #files = 0;
  #wear = 0;
  #isStopped = false;

  constructor(options: IsolationOptions) {
    this.#options = options;
    const { megabytes } = options.limits;
    this.#child = fork(packageFile('dist', 'pipeline', 'isolate', 'reader-process.js'), [], {
      serialization: 'advanced',
      // What it prints may hold words of a paper.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Word lists and models alone fill FIRST_HEAP: on the way there V8 would look ten times for what may be thrown away.
      execArgv: [`--max-old-space-size=${megabytes}`, `--initial-old-space-size=${Math.min(FIRST_HEAP, megabytes)}`],
    });
    // Each read has its own listeners; without one here an error of the channel would end the whole program.
    this.#child.on('error', () => undefined);
    this.#child.on('message', (raw) => this.#receive(FromReader.parse(raw)));
    this.#child.on('exit', (code, signal) => {
      const tell = () => this.#attended?.ended(readExit(code, signal, options.limits));
      // A signal to the whole group may end a process that is just starting before we hear of it ourselves.
      const end = () => (signal !== null && OF_THE_GROUP.has(signal) ? setTimeout(tell, HEAR_MS) : tell());
      // What it said before it ended is heard first: the file that it had answered did not end it.
      if (this.#child.connected) this.#child.once('disconnect', end);
      else end();
    });
    const { office, knownNames = [] } = options;
    const maxBytes = megabytes * 1024 * 1024;
    const told = { ...(office === undefined ? {} : { office }), knownNames: [...knownNames] };
    this.#post({ kind: 'start', maxBytes, parent: process.pid, ...told });
  }

  /** True when it can take another file. */
  isFit(): boolean {
    return this.#isLive() && this.#wear < FILES_PER_PROCESS;
  }

  stop(): void {
    this.#isStopped = true;
    this.#child.kill('SIGKILL');
  }

  /** Lets an idle process end by itself. */
  dismiss(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  /** Sends a file, to be read behind those before it; its number is handed to `attend` when its turn has come. */
  send({ file, raw, opened, secrecy = this.#options.secrecy, isAsked = false, image }: Asked): number {
    const { check, engine, limits, help } = this.#options;
    this.#files += 1;
    this.#wear += opened === undefined ? 1 : WEAR_OF_TEXT;
    const id = this.#files;
    const { path, sha256 } = file;
    if (image !== undefined) {
      this.#post({ kind: 'look', id, engine, image });
      return id;
    }
    const bytes = { ...(raw === undefined ? {} : { raw }), ...(opened === undefined ? {} : { opened }) };
    const helped = help === undefined ? {} : { helpedOver: help.overPages };
    const told = { sha256, engine, check, maxPages: limits.pages, secrecy, isAsked, ...helped };
    this.#post({ kind: 'read', id, path, ...bytes, ...told });
    return id;
  }

  /**
   * Waits for a file that was sent, whose turn it is: its time counts from here. Rejects with its error, with that of a
   * limit, or with the reason of the signal. Undefined when the process ended before the turn: the file is not the cause.
   */
  async attend(id: number, { file, image }: Asked, signal: AbortSignal): Promise<Answered | undefined> {
    const early = this.#early.get(id);
    this.#early.delete(id);
    signal.throwIfAborted();
    if (early === undefined && !this.#isLive()) return undefined;
    const { limits } = this.#options;
    const ended = new AbortController();
    try {
      return await new Promise<Answered>((resolve, reject) => {
        const answer = (message: Answer): void => {
          if (message.kind === 'failed') reject(unpackError(message.error));
          else if (message.kind === 'looked') resolve(message.page);
          else resolve(message.kind === 'done' ? message.read : message.kind);
        };
        if (early !== undefined) {
          answer(early);
          return;
        }
        const giveUp = (error: unknown): void => {
          this.stop();
          reject(error);
        };
        const watch = watchTime(limits, giveUp);
        const onAbort = (): void => giveUp(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        const help = image === undefined ? this.#openHelp(id) : undefined;
        ended.signal.addEventListener('abort', () => {
          watch.end();
          help?.close();
          signal.removeEventListener('abort', onAbort);
        });
        this.#attended = {
          id,
          answer,
          ended: reject,
          isAlive: watch.isAlive,
          onPage: (done, of) => this.#options.onPage?.(file.path, done, of),
          help,
          recognize: (message) => void this.#recognize(message, file.sha256, ended.signal),
        };
      });
    } finally {
      this.#attended = undefined;
      const asking = this.#asking;
      this.#asking = [];
      ended.abort();
      for (const answer of asking) answer(undefined);
    }
  }

  #helpOf({ id }: { readonly id: number }): OpenHelp | undefined {
    return this.#attended?.id === id ? this.#attended.help : undefined;
  }

  /** Pages of the file whose turn it is, for others. */
  #openHelp(id: number): OpenHelp | undefined {
    return this.#options.help?.open({
      give: () =>
        new Promise((resolve) => {
          if (this.#attended?.id !== id) return resolve(undefined);
          this.#asking.push(resolve);
          this.#post({ kind: 'give', id });
        }),
      take: (page, read) => this.#post({ kind: 'taken', id, page, ...(read === undefined ? {} : { read }) }),
    });
  }

  #isLive(): boolean {
    return !this.#isStopped && this.#child.connected && this.#child.exitCode === null;
  }

  #post(message: ToReader): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  #receive(message: FromReader): void {
    this.#attended?.isAlive();
    switch (message.kind) {
      case 'alive':
        break;
      case 'recognize':
        this.#attended?.recognize(message);
        break;
      case 'page':
        this.#attended?.onPage(message.done, message.of);
        break;
      case 'spare':
        this.#helpOf(message)?.setSpare(message.hasSpare);
        break;
      case 'given':
        // One that was asked for a file before has no taker any more.
        if (this.#attended?.id === message.id) this.#asking.shift()?.(message.given);
        break;
      case 'keep':
        this.#helpOf(message)?.close();
        break;
      case 'done':
      case 'looked':
      case 'unmarked':
      case 'failed':
        if (this.#attended?.id === message.id) this.#attended.answer(message);
        else this.#early.set(message.id, message);
        break;
    }
  }

  async #recognize(
    asked: Extract<FromReader, { kind: 'recognize' }>,
    sha256: string,
    signal: AbortSignal,
  ): Promise<void> {
    const { id, image, pixels, layout } = asked;
    const { engine, memory, recognizer } = this.#options;
    const kept = { sha256, image, recipe: `${engine} ${layout}` };
    try {
      let page = memory?.recall(kept);
      if (page === undefined) {
        page = await recognizer.recognize(image, pixels, signal, layout);
        memory?.keep(kept, page);
      }
      this.#post({ kind: 'recognized', id, page });
    } catch (error) {
      this.#post({ kind: 'not-recognized', id, error: packError(toPipelineError(error)) });
    }
  }
}
