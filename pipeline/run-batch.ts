import { resolve } from 'node:path';
import PQueue from 'p-queue';
import type { FileInfo, IntakeFile } from '../schemas/stages.js';
import { ERRORS, type ErrorCode, type PipelineError, toPipelineError } from './base/errors.js';
import type { FileReader } from './file-reader.js';
import { openFile, unreadable } from './intake/stage.js';
import { type ListedFile, listFiles } from './list-files.js';
import { type FileReport, type Reason, type Recalled, report, reportRead, reportRecalled } from './report-file.js';
import type { FileRead } from './run-document.js';
import { createGroupSaver, type GroupSaver } from './save-in-groups.js';
import { diedTwice, programDied } from './set-aside.js';

export type { FileReport, Reason, Recalled } from './report-file.js';

/** What the caller knows of bytes that it has met before. */
export interface KnownFile {
  readonly path: string;
  readonly status: 'stored' | 'needs-review' | 'quarantined';
  /** Why it is in quarantine; null for a stored file. */
  readonly reason: (Reason & { readonly rule: ErrorCode }) | null;
  /** Ids of its documents; none in quarantine. */
  readonly documents?: readonly string[];
}

/**
 * Whether a file may be begun: it is ours now; another command has it in hand; it was in hand when its process died, and is
 * left for the end, to be read alone; or its process died over it once more when it was read alone, and it is set aside.
 */
export type Claim = 'ours' | 'elsewhere' | 'at-the-end' | 'set-aside';

/** What is known when a file is claimed. */
export interface ClaimCircumstances {
  /** Nothing else is in work any more. */
  readonly isEnd: boolean;
  /** A person asked to try again what is in quarantine: nothing is set aside unread. */
  readonly isRetry: boolean;
}

/** What is left of a file that was taken out of the store. */
export interface Withdrawn {
  /** Copies that were written while it was stored, and may hold it. */
  readonly copies: readonly string[];
  /** False while another program keeps its old pages in the file. */
  readonly isWiped: boolean;
}

/** Where results go. The store implements it; a batch knows no database. */
export interface BatchSink {
  find(path: string, sha256: string): KnownFile | undefined;
  /** What becomes of bytes that are not stored since a person took them out; undefined for all others. */
  recall?(path: string, sha256: string): Recalled | undefined;
  /** Takes a file in hand, for all who write there to see. */
  claim(path: string, sha256: string, circumstances: ClaimCircumstances): Claim;
  /** Lets go of what was claimed, whatever came of it. */
  release(sha256: string): void;
  /** Stores files that were read, all or none, and lets go of them. */
  save(reads: readonly FileRead[]): void;
  /** Takes out what is stored of the file, where its error asks for that. */
  quarantine(path: string, file: FileInfo | null, error: PipelineError): Withdrawn;
}

export interface BatchOptions {
  /** Files in work at the same time. */
  readonly jobs: number;
  /** Try again what was quarantined before. */
  readonly retry: boolean;
  /** Try again what was quarantined for one of these, since it is allowed now. */
  readonly retryCodes?: ReadonlySet<ErrorCode>;
  readonly signal: AbortSignal;
  readonly onFound?: (total: number) => void;
  readonly onFile?: (report: FileReport) => void;
}

/** What is said of bytes that were met before; undefined when they are to be tried (again). */
const answerKnown = (
  path: string,
  known: KnownFile | undefined,
  isRetried: (code: ErrorCode) => boolean,
): FileReport | undefined => {
  if (known === undefined) return undefined;
  const { status, reason, documents = [] } = known;
  const isTried = status === 'quarantined' && (reason === null || isRetried(reason.rule));
  if (isTried) return undefined;
  if (known.path !== path) return report(path, 'duplicate', { duplicateOf: known.path, documents });
  if (status !== 'quarantined') return report(path, 'known', { documents });
  return report(path, 'quarantined', { reasons: reason === null ? [] : [reason] });
};

const IN_WORK_ELSEWHERE: Reason = {
  rule: 'in-work-elsewhere',
  message: {
    vi: 'Tệp đang được một lệnh khác nạp.',
    en: 'Another command is taking this file in.',
  },
};

/** What was written elsewhere before a paper turned out to be classified. */
const copiesHoldIt = (copies: readonly string[]): Reason => ({
  rule: 'copies-hold-it',
  message: {
    vi: `Các bản đã ghi trước đây có thể còn văn bản này, cần huỷ hoặc ghi lại: ${copies.join(', ')}`,
    en: `Copies that were written before may hold this paper; destroy them or write them anew: ${copies.join(', ')}`,
  },
});

/** Somebody else reads the database, which keeps the old pages in its file. */
const WORDS_REMAIN: Reason = {
  rule: 'words-remain',
  message: {
    vi: 'Chữ của văn bản còn nằm trong tệp cơ sở dữ liệu vì chương trình khác đang đọc: đóng chương trình đó rồi chạy lại lệnh này.',
    en: 'Words of the paper are still in the database file, for another program reads it: close that and run this command again.',
  },
};

/** One batch on its way: takes single files, and knows which bytes are in work. */
class Batch {
  /** Hashes in work, with their paths: two copies of one file in the same batch must not race each other. */
  readonly #inWork = new Map<string, string>();
  /** Texts that are being read. */
  #texts = 0;
  readonly #saver: GroupSaver;

  constructor(
    readonly reader: FileReader,
    readonly sink: BatchSink,
    readonly signal: AbortSignal,
    readonly isRetried: (code: ErrorCode) => boolean,
    readonly isRetry: boolean,
  ) {
    this.#saver = createGroupSaver((reads) => sink.save(reads), signal);
  }

  /** A failure of this file alone: quarantined, or skipped when it is of no kind that we read. */
  fail(path: string, file: FileInfo | null, error: PipelineError): FileReport {
    const reasons: Reason[] = [{ rule: error.code, message: error.text }];
    if (error.code === 'file-unsupported') return report(path, 'skipped', { error, reasons });
    const { copies, isWiped } = this.sink.quarantine(path, file, error);
    if (copies.length > 0) reasons.push(copiesHoldIt(copies));
    if (!isWiped) reasons.push(WORDS_REMAIN);
    return report(path, 'quarantined', { error, reasons });
  }

  /**
   * Brings one file to its end; undefined for one that is to be taken at the end of the batch. Rejects for an abort and for
   * a broken set-up alone. `letOn` is called as soon as another file may be taken; at the end, when this one is done: what is
   * left over until then is read alone, so that a death is laid to no other file.
   */
  async take(listed: ListedFile, isEnd: boolean, letOn: () => void): Promise<FileReport | undefined> {
    const { path } = listed;
    let file: FileInfo | null = null;
    try {
      const intake = await openFile(path, this.signal, listed.raw);
      ({ file } = intake);
      const { sha256 } = file;
      const known = this.sink.find(path, sha256);
      const answer = this.#answer(path, sha256, known);
      if (answer !== undefined) return answer;
      const recalled = known === undefined ? this.sink.recall?.(path, sha256) : undefined;
      if (recalled !== undefined) return reportRecalled(path, recalled);
      const claim = this.sink.claim(path, sha256, { isEnd, isRetry: this.isRetry });
      if (claim === 'set-aside') throw programDied();
      if (claim === 'ours') return await this.#read(listed, intake, known, isEnd ? undefined : letOn);
      return isEnd ? report(path, 'known', { reasons: [IN_WORK_ELSEWHERE] }) : undefined;
    } catch (error) {
      this.signal.throwIfAborted();
      const known = toPipelineError(error);
      if (ERRORS[known.code].fatal) throw known;
      return this.fail(path, file, known);
    }
  }

  #answer(path: string, sha256: string, known: KnownFile | undefined): FileReport | undefined {
    const answer = answerKnown(path, known, this.isRetried);
    if (answer !== undefined) return answer;
    const twin = this.#inWork.get(sha256);
    return twin === undefined ? undefined : report(path, 'duplicate', { duplicateOf: twin });
  }

  async #read(
    { path, raw }: ListedFile,
    { file, bytes }: IntakeFile,
    known: KnownFile | undefined,
    letOn?: () => void,
  ): Promise<FileReport> {
    this.#inWork.set(file.sha256, path);
    try {
      // Asked once more: another command may have stored it between the question and the claim.
      const answer = answerKnown(path, this.sink.find(path, file.sha256), this.isRetried);
      if (answer !== undefined) return answer;
      const isText = file.mediaType === 'text/plain';
      if (isText && this.#texts < this.reader.ahead) letOn?.();
      if (isText) this.#texts += 1;
      const read = await this.reader
        .read(file, this.signal, raw, isText ? bytes : undefined)
        .catch((error: unknown) => {
          throw known?.reason?.rule === 'reader-died' ? diedTwice(error) : error;
        })
        .finally(() => {
          if (isText) this.#texts -= 1;
          // Even if it failed: those that were read before may have waited for it.
          if (this.#texts === 0) setImmediate(() => this.#saver.flush());
        });
      letOn?.();
      await this.#saver.save(read, isText && this.#texts > 0);
      return reportRead(path, read);
    } finally {
      this.#letGo(file.sha256);
    }
  }

  /** What keeps the claim from being removed was told by the write before it, or is by the next. */
  #letGo(sha256: string): void {
    try {
      this.sink.release(sha256);
    } catch (error) {
      if (!ERRORS[toPipelineError(error).code].fatal) throw error;
    }
  }
}

/**
 * Takes files and folders through `reader`, which the caller closes, `jobs` at a time. One failure never stops the rest; an abort ends
 * the batch after the files that are already saved, and the next run takes up the others.
 * @returns one report a file, in the order in which they ended
 */
export const runBatch = async (
  paths: readonly string[],
  reader: FileReader,
  sink: BatchSink,
  options: BatchOptions,
): Promise<readonly FileReport[]> => {
  // A broken set-up stops the files in hand as well.
  const broken = new AbortController();
  const signal = AbortSignal.any([options.signal, broken.signal]);
  const { retry, retryCodes } = options;
  const isRetried = (code: ErrorCode): boolean => retry || !ERRORS[code].lasting || (retryCodes?.has(code) ?? false);
  const batch = new Batch(reader, sink, signal, isRetried, retry);
  const reports: FileReport[] = [];
  const add = (one: FileReport): void => {
    reports.push(one);
    options.onFile?.(one);
  };
  // Reported when the listing is done: only then is it known how many there are.
  const astray: (() => FileReport)[] = [];
  const files = await listFiles(
    paths.map((path) => resolve(path)),
    {
      onError: (path, error) => astray.push(() => batch.fail(path, null, unreadable(error))),
      onSkip: (path, message) =>
        astray.push(() => report(path, 'skipped', { reasons: [{ rule: 'file-unsupported', message }] })),
    },
    signal,
  ).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    return undefined;
  });
  // Stopped before the list was whole: how many there are is not known, so nothing is said of any.
  if (files === undefined) return reports;
  options.onFound?.(files.length + astray.length);
  for (const tell of astray) add(tell());

  const takeAll = async (some: readonly ListedFile[], jobs: number, isEnd: boolean): Promise<readonly ListedFile[]> => {
    const later: ListedFile[] = [];
    const takeNext = async (listed: ListedFile, letOn: () => void): Promise<void> => {
      if (signal.aborted) return;
      try {
        const one = await batch.take(listed, isEnd, letOn);
        if (one === undefined) later.push(listed);
        else add(one);
      } catch (error) {
        // Only an abort or a broken set-up comes here: the files in hand are left for the next run.
        if (!signal.aborted) broken.abort(error);
      }
    };
    const queue = new PQueue({ concurrency: jobs });
    const taken = some.map(
      (listed) =>
        new Promise<void>((end) => {
          // A place in the queue is given free as soon as another file may be taken, which is before this one is stored.
          void queue.add(() => new Promise<void>((letOn) => void takeNext(listed, letOn).finally(letOn).finally(end)));
        }),
    );
    await Promise.all(taken);
    return later;
  };
  const later = await takeAll(files, options.jobs, false);
  await takeAll(later, 1, true);
  if (broken.signal.aborted) throw broken.signal.reason;
  return reports;
};
