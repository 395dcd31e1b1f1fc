import { type ChildProcess, fork } from 'node:child_process';
import PQueue from 'p-queue';
import type { Bilingual } from '../../schemas/note.js';
import type { FileInfo } from '../../schemas/stages.js';
import type { SecrecyPolicy } from '../base/contract.js';
import { ERRORS, PipelineError, toPipelineError } from '../base/errors.js';
import { packageFile } from '../base/package-root.js';
import type { PageReader } from '../engines/ocr/page-reader.js';
import type { FileReader } from '../file-reader.js';
import type { FileRead } from '../run-document.js';
import { FromReader, packError, type ToReader, unpackError } from './messages.js';
import { OVER_MEMORY } from './over-memory.js';
import type { PageMemory } from './page-memory.js';

/** What one file may cost. */
export interface FileLimits {
  /** Minutes for the whole file. */
  readonly minutes: number;
  /** Megabytes that the process which reads it may hold. */
  readonly megabytes: number;
  /** Pages of one file. */
  readonly pages: number;
  /** Seconds without a sign of life: longer than any honest piece of work takes on a slow PC. */
  readonly stallSeconds: number;
}

/** Enough for a thousand scanned pages on an office PC. */
export const DEFAULT_LIMITS: FileLimits = { minutes: 120, megabytes: 850, pages: 3000, stallSeconds: 60 };

export interface IsolationOptions {
  /** Id of the OCR engine, and the workers that recognise for all processes; close() ends them. */
  readonly engine: string;
  readonly recognizer: PageReader;
  /** Where recognised images of unfinished files are kept, if anywhere. */
  readonly memory?: PageMemory | undefined;
  readonly check: boolean;
  readonly secrecy: SecrecyPolicy;
  readonly limits: FileLimits;
}

/** Files after which a process is replaced: libraries for PDFs and images keep a little of each. */
const FILES_PER_PROCESS = 5000;

const tooHeavy = (text: Bilingual): PipelineError =>
  new PipelineError('file-too-heavy', text, {
    vi: 'Chia nhỏ tệp hoặc quét lại; nếu tệp đúng là lớn, nới giới hạn rồi nạp lại với --retry.',
    en: 'Split the file or scan it again; if it is rightly this large, widen the limits and ingest it with --retry.',
  });

const tooLong = (limit: string, en: string): PipelineError =>
  tooHeavy({
    vi: `Đọc tệp quá ${limit} nên đã dừng.`,
    en: `Reading the file took longer than ${en} and was stopped.`,
  });

const tooLarge = (megabytes: number): PipelineError =>
  tooHeavy({
    vi: `Đọc tệp cần hơn ${megabytes} MB bộ nhớ nên đã dừng.`,
    en: `Reading the file needs more than ${megabytes} MB of memory and was stopped.`,
  });

const died = (how: string): PipelineError =>
  new PipelineError(
    'reader-died',
    { vi: `Bộ đọc tệp dừng đột ngột (${how}).`, en: `The reader of the file ended abruptly (${how}).` },
    ERRORS['reader-died'].todo,
  );

/** What a process that ended by itself tells: out of memory (killed by its watchdog, or its heap full), or a crash. */
const readExit = (code: number | null, signal: NodeJS.Signals | null, megabytes: number): PipelineError =>
  signal === OVER_MEMORY || signal === 'SIGABRT' || code === 134 ? tooLarge(megabytes) : died(signal ?? `mã ${code}`);

/** Signals that a terminal or the system sends to all processes of a command. */
const OF_THE_GROUP: ReadonlySet<NodeJS.Signals> = new Set(['SIGINT', 'SIGTERM', 'SIGHUP']);
const HEAR_MS = 200;

/** One process that reads files, one at a time. */
class ReaderProcess {
  readonly #options: IsolationOptions;
  readonly #child: ChildProcess;
  #files = 0;
  #isStopped = false;

  constructor(options: IsolationOptions) {
    this.#options = options;
    const { megabytes } = options.limits;
    this.#child = fork(packageFile('dist', 'pipeline', 'isolate', 'reader-process.js'), [], {
      serialization: 'advanced',
      // What it prints may hold words of a paper.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [`--max-old-space-size=${megabytes}`],
    });
    // Each read has its own listeners; without one here an error of the channel would end the whole program.
    this.#child.on('error', () => undefined);
    this.#send({ kind: 'start', maxBytes: megabytes * 1024 * 1024, parent: process.pid });
  }

  /** True when it can take another file. */
  isFit(): boolean {
    return (
      !this.#isStopped && this.#child.connected && this.#child.exitCode === null && this.#files < FILES_PER_PROCESS
    );
  }

  stop(): void {
    this.#isStopped = true;
    this.#child.kill('SIGKILL');
  }

  /** Lets an idle process end by itself. */
  dismiss(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  #send(message: ToReader): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  /** Reads one file; rejects with its error, with that of a limit, or with the reason of the signal. */
  async read(file: FileInfo, signal: AbortSignal, raw?: Buffer): Promise<FileRead> {
    const { limits, check, engine, secrecy } = this.#options;
    const { path, sha256 } = file;
    const maxPages = limits.pages;
    this.#files += 1;
    const ended = new AbortController();
    try {
      return await new Promise<FileRead>((resolve, reject) => {
        const giveUp = (error: unknown): void => {
          this.stop();
          reject(error);
        };
        const stall = setTimeout(
          () => giveUp(tooLong(`${limits.stallSeconds} giây ở một chỗ`, `${limits.stallSeconds} seconds at one place`)),
          limits.stallSeconds * 1000,
        );
        const whole = setTimeout(
          () => giveUp(tooLong(`${limits.minutes} phút`, `${limits.minutes} minutes`)),
          limits.minutes * 60_000,
        );
        const onAbort = (): void => giveUp(signal.reason);
        const onExit = (code: number | null, by: NodeJS.Signals | null): void => {
          const error = readExit(code, by, limits.megabytes);
          // A signal to the whole group may end a process that is just starting before we hear of it ourselves.
          if (by !== null && OF_THE_GROUP.has(by)) setTimeout(() => reject(error), HEAR_MS);
          else reject(error);
        };
        const onMessage = (raw: unknown): void => {
          stall.refresh();
          const message = FromReader.parse(raw);
          if (message.kind === 'done') resolve(message.read);
          else if (message.kind === 'failed') reject(unpackError(message.error));
          else if (message.kind === 'recognize') void this.#recognize(message, file.sha256, ended.signal);
        };
        ended.signal.addEventListener('abort', () => {
          clearTimeout(stall);
          clearTimeout(whole);
          signal.removeEventListener('abort', onAbort);
          this.#child.off('exit', onExit).off('message', onMessage);
        });
        this.#child.on('exit', onExit).on('message', onMessage);
        signal.addEventListener('abort', onAbort, { once: true });
        if (signal.aborted) onAbort();
        else
          this.#send({
            kind: 'read',
            path,
            ...(raw === undefined ? {} : { raw }),
            sha256,
            engine,
            check,
            maxPages,
            secrecy,
          });
      });
    } finally {
      ended.abort();
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
      this.#send({ kind: 'recognized', id, page });
    } catch (error) {
      this.#send({ kind: 'not-recognized', id, error: packError(toPipelineError(error)) });
    }
  }
}

/**
 * Reads files in processes of their own, so that none can stop the batch: one that is stuck, swells or crashes its reader
 * costs itself alone. Processes are kept and reused; recognition is done here, by workers that all share.
 */
export const createIsolatedReader = (options: IsolationOptions): FileReader => {
  const free: ReaderProcess[] = [];
  const all = new Set<ReaderProcess>();
  const take = (): ReaderProcess => {
    for (let one = free.pop(); one !== undefined; one = free.pop()) {
      if (one.isFit()) return one;
      one.stop();
      all.delete(one);
    }
    const made = new ReaderProcess(options);
    all.add(made);
    return made;
  };
  const readIn = async (file: FileInfo, signal: AbortSignal, raw?: Buffer): Promise<FileRead> => {
    const one = take();
    try {
      return await one.read(file, signal, raw);
    } finally {
      free.push(one);
    }
  };
  // A text takes milliseconds: a second process would spend more on its start and on warming up than it saves.
  const texts = new PQueue({ concurrency: 1 });
  return {
    read: (file, signal, raw) =>
      file.mediaType === 'text/plain' ? texts.add(() => readIn(file, signal, raw)) : readIn(file, signal, raw),
    close: async () => {
      for (const one of all) free.includes(one) ? one.dismiss() : one.stop();
      await options.recognizer.close();
    },
  };
};
