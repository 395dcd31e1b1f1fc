import { resolve } from 'node:path';
import PQueue from 'p-queue';
import type { Bilingual } from '../schemas/note.js';
import type { FileInfo } from '../schemas/stages.js';
import { ERRORS, type ErrorCode, PipelineError, toPipelineError } from './base/errors.js';
import type { FileReader } from './file-reader.js';
import { openFile, unreadable } from './intake/stage.js';
import { type ListedFile, listFiles } from './list-files.js';
import type { FileRead } from './run-document.js';

/** What the caller knows of bytes that it has met before. */
export interface KnownFile {
  readonly path: string;
  readonly status: 'stored' | 'needs-review' | 'quarantined';
  /** Why it is in quarantine; null for a stored file. */
  readonly reason: (Reason & { readonly rule: ErrorCode }) | null;
}

/** Where results go. The store implements it; a batch knows no database. */
export interface BatchSink {
  find(path: string, sha256: string): KnownFile | undefined;
  save(read: FileRead): void;
  quarantine(path: string, file: FileInfo | null, error: PipelineError): void;
}

export interface Reason {
  /** Rule of a note, or code of an error. */
  readonly rule: string;
  readonly message: Bilingual;
}

/** What one path came to. */
export interface FileReport {
  readonly path: string;
  readonly result: 'stored' | 'needs-review' | 'duplicate' | 'known' | 'quarantined' | 'skipped';
  readonly pages: number;
  /** Tasks found in it; lead-ins and headings are not counted. */
  readonly directives: number;
  /** Why it needs a look: each rule once, with a sentence for people; for a failure the code of the error. */
  readonly reasons: readonly Reason[];
  readonly error: PipelineError | null;
  /** For a duplicate: the path that was stored first. */
  readonly duplicateOf: string | null;
}

export interface BatchOptions {
  /** Files in work at the same time. */
  readonly jobs: number;
  /** Try again what was quarantined before. */
  readonly retry: boolean;
  readonly signal: AbortSignal;
  readonly onFound?: (total: number) => void;
  readonly onFile?: (report: FileReport) => void;
}

const report = (path: string, result: FileReport['result'], more: Partial<FileReport> = {}): FileReport => ({
  path,
  result,
  pages: 0,
  directives: 0,
  reasons: [],
  error: null,
  duplicateOf: null,
  ...more,
});

const readReasons = (documents: FileRead['documents']): Reason[] => {
  const notes = documents.flatMap((d) => [...d.document.notes, ...d.directives.flatMap((x) => [...x.notes])]);
  const byRule = new Map<string, Reason>();
  for (const { level, rule, message } of notes) {
    if (level !== 'info' && !byRule.has(rule)) byRule.set(rule, { rule, message });
  }
  return [...byRule.values()];
};

const done = (path: string, { repaired, documents }: FileRead): FileReport =>
  report(path, documents.some((d) => d.document.needsReview) ? 'needs-review' : 'stored', {
    pages: repaired.pages.length,
    directives: documents.reduce((sum, d) => sum + d.directives.filter(({ kind }) => kind === 'task').length, 0),
    reasons: readReasons(documents),
  });

/** What is said of bytes that were met before; undefined when they are to be tried (again). */
const answerKnown = (path: string, known: KnownFile | undefined, retry: boolean): FileReport | undefined => {
  if (known === undefined) return undefined;
  const { status, reason } = known;
  const isTried = status === 'quarantined' && (retry || reason === null || !ERRORS[reason.rule].lasting);
  if (isTried) return undefined;
  if (known.path !== path) return report(path, 'duplicate', { duplicateOf: known.path });
  if (status !== 'quarantined') return report(path, 'known');
  return report(path, 'quarantined', { reasons: reason === null ? [] : [reason] });
};

/** A file that ended its reader in an earlier run, too, is set aside for good; any other failure is what it is. */
const diedTwice = (error: unknown): unknown =>
  error instanceof PipelineError && error.code === 'reader-died'
    ? new PipelineError(
        'file-too-heavy',
        {
          vi: 'Tệp đã hai lần làm bộ đọc dừng đột ngột nên được để riêng.',
          en: 'The file ended its reader abruptly twice and is set aside.',
        },
        { vi: 'Lưu tệp thành PDF khác rồi nạp.', en: 'Save it as another PDF and ingest that.' },
      )
    : error;

/** One batch on its way: takes single files, and knows which bytes are in work. */
class Batch {
  /** Hashes in work, with their paths: two copies of one file in the same batch must not race each other. */
  readonly #inWork = new Map<string, string>();

  constructor(
    readonly reader: FileReader,
    readonly sink: BatchSink,
    readonly signal: AbortSignal,
    readonly retry: boolean,
  ) {}

  /** A failure of this file alone: quarantined, or skipped when it is of no kind that we read. */
  fail(path: string, file: FileInfo | null, error: PipelineError): FileReport {
    const reasons = [{ rule: error.code, message: error.text }];
    if (error.code === 'file-unsupported') return report(path, 'skipped', { error, reasons });
    this.sink.quarantine(path, file, error);
    return report(path, 'quarantined', { error, reasons });
  }

  /** Brings one file to its end. Rejects for an abort and for a broken set-up alone. */
  async take(listed: ListedFile): Promise<FileReport> {
    const { path } = listed;
    let file: FileInfo | null = null;
    try {
      file = (await openFile(path, this.signal, listed.raw)).file;
      const known = this.sink.find(path, file.sha256);
      return this.#answer(path, file.sha256, known) ?? (await this.#read(listed, file, known));
    } catch (error) {
      this.signal.throwIfAborted();
      const known = toPipelineError(error);
      if (ERRORS[known.code].fatal) throw known;
      return this.fail(path, file, known);
    }
  }

  #answer(path: string, sha256: string, known: KnownFile | undefined): FileReport | undefined {
    const answer = answerKnown(path, known, this.retry);
    if (answer !== undefined) return answer;
    const twin = this.#inWork.get(sha256);
    return twin === undefined ? undefined : report(path, 'duplicate', { duplicateOf: twin });
  }

  async #read({ path, raw }: ListedFile, file: FileInfo, known: KnownFile | undefined): Promise<FileReport> {
    this.#inWork.set(file.sha256, path);
    const read = await this.reader.read(file, this.signal, raw).catch((error: unknown) => {
      throw known?.reason?.rule === 'reader-died' ? diedTwice(error) : error;
    });
    this.signal.throwIfAborted();
    this.sink.save(read);
    return done(path, read);
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
  const { signal } = options;
  const batch = new Batch(reader, sink, signal, options.retry);
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
  );
  options.onFound?.(files.length + astray.length);
  for (const tell of astray) add(tell());

  let stopped = false;
  const takeNext = async (listed: ListedFile): Promise<void> => {
    if (stopped || signal.aborted) return;
    try {
      add(await batch.take(listed));
    } catch (error) {
      // Only an abort or a broken set-up comes here: the files in hand are left for the next run.
      stopped = true;
      if (!signal.aborted) throw error;
    }
  };
  const queue = new PQueue({ concurrency: options.jobs });
  await Promise.all(files.map((listed) => queue.add(() => takeNext(listed))));
  return reports;
};
