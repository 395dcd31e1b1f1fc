import { resolve } from 'node:path';
import PQueue from 'p-queue';
import type { FileInfo } from '../schemas/stages.js';
import { answerKnown, findAt, type KnownFile, type Relinker, type RetryOptions, retriedBy } from './answer-known.js';
import { ERRORS, type ErrorCode, type PipelineError, toPipelineError } from './base/errors.js';
import { copiesHoldIt, copyOfFailed, IN_WORK_ELSEWHERE, OLD_STANDS, WORDS_REMAIN } from './batch-reasons.js';
import type { FileReader } from './file-reader.js';
import { unreadable } from './intake/stage.js';
import { joinPages } from './join-pages.js';
import { type ListedFile, listFiles } from './list-files.js';
import { type OpenedFile, openListed } from './open-listed.js';
import {
  type FileReport,
  type Placed,
  type Reason,
  type Recalled,
  report,
  reportPlaced,
  reportRecalled,
} from './report-file.js';
import type { FileRead } from './run-document.js';
import { createGroupSaver, type GroupSaver } from './save-in-groups.js';
import { diedTwice, noPaper, programDied } from './set-aside.js';

export type { KnownFile } from './answer-known.js';
export type { FileReport, Placed, Reason, Recalled } from './report-file.js';

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
  /** It is read on another machine: should this process die, it was not over this file. */
  readonly isRemote: boolean;
}

/** What is left of a file that was taken out of the store. */
export interface Withdrawn {
  /** Copies that were written while it was stored, and may hold it. */
  readonly copies: readonly string[];
  /** False while another program keeps its old pages in the file. */
  readonly isWiped: boolean;
}

/** Where results go. The store implements it; a batch knows no database. */
export interface BatchSink extends Relinker {
  /** Other bytes than these are stored as read from the path. */
  holdsOther?(path: string, sha256: string | null): boolean;
  /** What becomes of bytes that are not stored since a person took them out; undefined for all others. */
  recall?(path: string, sha256: string): Recalled | undefined;
  /** Takes a file in hand, for all who write there to see. */
  claim(path: string, sha256: string, circumstances: ClaimCircumstances): Claim;
  /** Lets go of what was claimed, whatever came of it. */
  release(sha256: string): void;
  /** Stores files that were read, all or none, and lets go of them; says in which place each came, where that is told. */
  save(reads: readonly FileRead[]): readonly (Placed | undefined)[];
  /** Takes out what is stored of the file, where its error asks for that. */
  quarantine(path: string, file: FileInfo | null, error: PipelineError): Withdrawn;
}

export interface BatchOptions extends RetryOptions {
  /** Files in work at the same time. */
  readonly jobs: number;
  /** Take typed texts that look like no official paper as well. */
  readonly anyText?: boolean;
  /** Take images of one folder that are numbered from the first on as the pages of one paper. */
  readonly join?: boolean;
  /** As in ListingReport. */
  readonly isOwn?: (path: string) => boolean;
  readonly signal: AbortSignal;
  /** All files are listed, those among them that will not be taken. */
  readonly onFound?: (paths: readonly string[]) => void;
  /** A file is begun; not told of one that is known already. */
  readonly onBegin?: (path: string) => void;
  readonly onFile?: (report: FileReport) => void;
}

/** Nothing for this program: told, and kept nowhere. */
const SKIPPED: ReadonlySet<ErrorCode> = new Set(['file-unsupported', 'file-no-paper']);

/** One batch on its way: takes single files, and knows which bytes are in work. */
class Batch {
  /** Hashes in work: two copies of one file in the same batch must not race each other. */
  readonly #inWork = new Set<string>();
  /** What failed in this batch, by hash: its copies are not tried as well, whatever a later run may try. */
  readonly #failed = new Map<string, FileReport>();
  /** Texts that are being read. */
  #texts = 0;
  readonly #saver: GroupSaver;

  constructor(
    readonly reader: FileReader,
    readonly sink: BatchSink,
    readonly signal: AbortSignal,
    readonly isRetried: (code: ErrorCode) => boolean,
    readonly isRetry: boolean,
    readonly takesAnyText: boolean,
    readonly onBegin: (path: string) => void,
  ) {
    this.#saver = createGroupSaver((reads) => sink.save(reads), signal);
  }

  /** A failure of this file alone: quarantined, or skipped when it is of no kind that we read. */
  fail(path: string, file: FileInfo | null, error: PipelineError): FileReport {
    const reasons: Reason[] = [{ rule: error.code, message: error.text }];
    const holdsOther = this.sink.holdsOther?.(path, file?.sha256 ?? null) ?? false;
    if (holdsOther) reasons.push(OLD_STANDS);
    if (SKIPPED.has(error.code)) return report(path, 'skipped', { error, reasons });
    const { copies, isWiped } = this.sink.quarantine(path, file, error);
    if (copies.length > 0) reasons.push(copiesHoldIt(copies));
    if (!isWiped) reasons.push(WORDS_REMAIN);
    const failed = report(path, 'quarantined', { error, reasons });
    if (file !== null) this.#failed.set(file.sha256, failed);
    return failed;
  }

  /**
   * Brings one file to its end; undefined for one that is to be taken at the end of the batch. Rejects for an abort and for
   * a broken set-up alone. `letOn` is called as soon as another file may be taken; at the end, when this one is done: what is
   * left over until then is read alone, so that a death is laid to no other file.
   */
  async take(listed: ListedFile, isEnd: boolean, letOn: () => void): Promise<FileReport | undefined> {
    const { path } = listed;
    let file: FileInfo | null = null;
    let inWork: string | undefined;
    try {
      const opened = await openListed(listed, this.signal);
      ({ file } = opened);
      const { sha256 } = file;
      const known = await findAt(this.sink, path, sha256);
      const answer = this.#answer(path, sha256, known);
      if (answer !== undefined) return answer;
      const recalled = known === undefined ? this.sink.recall?.(path, sha256) : undefined;
      if (recalled !== undefined) return reportRecalled(path, recalled);
      // What becomes of its copy is not known yet.
      if (this.#inWork.has(sha256)) return undefined;
      const claim = this.sink.claim(path, sha256, {
        isEnd,
        isRetry: this.isRetry,
        isRemote: this.reader.remote !== undefined,
      });
      if (claim === 'set-aside') throw programDied();
      if (claim === 'ours') {
        this.#inWork.add(sha256);
        inWork = sha256;
        return await this.#read(listed, opened, known, isEnd ? undefined : letOn);
      }
      return isEnd ? report(path, 'known', { reasons: [IN_WORK_ELSEWHERE] }) : undefined;
    } catch (error) {
      this.signal.throwIfAborted();
      const known = toPipelineError(error);
      if (ERRORS[known.code].fatal) throw known;
      return this.fail(path, file, known);
    } finally {
      if (inWork !== undefined) this.#inWork.delete(inWork);
    }
  }

  #answer(path: string, sha256: string, known: KnownFile | undefined): FileReport | undefined {
    const failed = this.#failed.get(sha256);
    if (failed === undefined) return answerKnown(path, known, this.isRetried);
    const { error, reasons } = failed;
    return report(path, 'quarantined', { error, reasons: [copyOfFailed(failed.path), ...reasons] });
  }

  async #read(
    { path, raw }: ListedFile,
    { file, bytes }: OpenedFile,
    known: KnownFile | undefined,
    letOn?: () => void,
  ): Promise<FileReport> {
    try {
      // Asked once more: another command may have stored it between the question and the claim.
      const answer = answerKnown(path, this.sink.find(path, file.sha256), this.isRetried);
      if (answer !== undefined) return answer;
      await this.reader.remote?.room(this.signal);
      this.onBegin(path);
      const isText = bytes !== undefined;
      if (this.reader.remote !== undefined || (isText && this.#texts < this.reader.ahead)) letOn?.();
      if (isText) this.#texts += 1;
      const read = await this.reader
        .read(file, this.signal, raw, bytes)
        .catch((error: unknown) => {
          throw known?.reason?.rule === 'reader-died' ? diedTwice(error) : error;
        })
        .finally(() => {
          if (isText) this.#texts -= 1;
          // Even if it failed: those that were read before may have waited for it.
          if (this.#texts === 0) setImmediate(() => this.#saver.flush());
        });
      letOn?.();
      if (!this.takesAnyText && !read.isPaper) throw noPaper();
      return reportPlaced(path, read, await this.#saver.save(read, isText && this.#texts > 0));
    } finally {
      this.#letGo(file);
    }
  }

  /** What keeps the claim from being removed was told by the write before it, or is by the next. */
  #letGo(file: FileInfo): void {
    this.reader.remote?.settled(file);
    try {
      this.sink.release(file.sha256);
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
  const { retry } = options;
  const batch = new Batch(reader, sink, signal, retriedBy(options), retry, options.anyText === true, (path) =>
    options.onBegin?.(path),
  );
  const reports: FileReport[] = [];
  const add = (one: FileReport): void => {
    reports.push(one);
    options.onFile?.(one);
  };
  // Reported when the listing is done: only then is it known how many there are.
  const astray: { readonly path: string; readonly tell: () => FileReport }[] = [];
  const listed = await listFiles(
    paths.map((path) => resolve(path)),
    {
      onError: (path, error) => astray.push({ path, tell: () => batch.fail(path, null, unreadable(error)) }),
      onSkip: (path, message) =>
        astray.push({
          path,
          tell: () => report(path, 'skipped', { reasons: [{ rule: 'file-unsupported', message }] }),
        }),
      ...(options.isOwn === undefined ? {} : { isOwn: options.isOwn }),
    },
    signal,
  ).catch((error: unknown) => {
    if (!signal.aborted) throw error;
    return undefined;
  });
  // Stopped before the list was whole: how many there are is not known, so nothing is said of any.
  if (listed === undefined) return reports;
  const files = options.join === true ? joinPages(listed) : listed;
  options.onFound?.([...astray, ...files].map(({ path }) => path));
  for (const { tell } of astray) add(tell());

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
