import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import PQueue from 'p-queue';
import type { Bilingual } from '../schemas/note.js';
import type { FileInfo } from '../schemas/stages.js';
import type { RunContext } from './base/contract.js';
import { type ErrorCode, type PipelineError, toPipelineError } from './base/errors.js';
import type { Pipeline } from './build-pipeline.js';
import { unreadable } from './intake/stage.js';
import { type DocumentOutcome, openFile, runDocument } from './run-document.js';

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
  save(outcome: Extract<DocumentOutcome, { kind: 'done' }>): void;
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
  readonly onFound?: (total: number) => void;
  readonly onFile?: (report: FileReport) => void;
}

/** Errors that the same bytes meet again: such a file is not tried a second time unless asked. */
const LASTING: ReadonlySet<ErrorCode> = new Set([
  'file-classified',
  'file-encrypted',
  'file-broken',
  'image-too-large',
]);

/** Errors of the set-up, not of a file: they end the batch, since every other file would meet them too. */
const FATAL: ReadonlySet<ErrorCode> = new Set([
  'ocr-language-missing',
  'model-missing',
  'database-unwritable',
  'database-newer',
  'database-invalid',
]);

/** Folders are walked in name order, links are not followed, unreadable folders become a report of their own. */
async function* walk(path: string, onError: (path: string, error: unknown) => void): AsyncGenerator<string> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    onError(path, error);
    return;
  }
  if (!isFolder) {
    yield path;
    return;
  }
  let entries: Dirent[];
  try {
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    onError(path, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* walk(join(path, entry.name), onError);
    else if (entry.isFile()) yield join(path, entry.name);
  }
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

const toReason = ({ code, text }: PipelineError): Reason => ({ rule: code, message: text });

const failed = (path: string, file: FileInfo | null, error: PipelineError, sink: BatchSink): FileReport => {
  sink.quarantine(path, file, error);
  return report(path, 'quarantined', { error, reasons: [toReason(error)] });
};

const readReasons = (documents: Extract<DocumentOutcome, { kind: 'done' }>['documents']): Reason[] => {
  const notes = documents.flatMap((d) => [...d.document.notes, ...d.directives.flatMap((x) => [...x.notes])]);
  const byRule = new Map<string, Reason>();
  for (const { level, rule, message } of notes) {
    if (level !== 'info' && !byRule.has(rule)) byRule.set(rule, { rule, message });
  }
  return [...byRule.values()];
};

/**
 * Takes files and folders through the pipeline, `jobs` at a time. One failure never stops the rest; an abort ends
 * the batch after the files that are already saved, and the next run takes up the others.
 * @returns one report a file, in the order in which they ended
 */
export const runBatch = async (
  paths: readonly string[],
  pipeline: Pipeline,
  context: RunContext,
  sink: BatchSink,
  options: BatchOptions,
): Promise<readonly FileReport[]> => {
  const reports: FileReport[] = [];
  const add = (one: FileReport): void => {
    reports.push(one);
    options.onFile?.(one);
  };
  const onError = (path: string, error: unknown): void => add(failed(path, null, unreadable(error), sink));

  const files = new Set<string>();
  for (const path of paths) for await (const file of walk(resolve(path), onError)) files.add(file);
  options.onFound?.(files.size);

  /** Hashes in work: two copies of one file in the same batch must not race each other. */
  const inWork = new Map<string, string>();

  const runOne = async (path: string): Promise<FileReport> => {
    let file: FileInfo | null = null;
    try {
      const intake = await openFile(path, pipeline, context);
      file = intake.file;
      const known = sink.find(path, file.sha256);
      if (known !== undefined && (known.status !== 'quarantined' || isLasting(known, options))) {
        if (known.path !== path) return report(path, 'duplicate', { duplicateOf: known.path });
        if (known.status !== 'quarantined') return report(path, 'known');
        return report(path, 'quarantined', { reasons: known.reason === null ? [] : [known.reason] });
      }
      const twin = inWork.get(file.sha256);
      if (twin !== undefined) return report(path, 'duplicate', { duplicateOf: twin });
      inWork.set(file.sha256, path);
      const outcome = await runDocument(intake, pipeline, context);
      context.signal.throwIfAborted();
      if (outcome.kind === 'failed' && FATAL.has(outcome.error.code)) throw outcome.error;
      if (outcome.kind === 'failed') return failed(path, outcome.file, outcome.error, sink);
      sink.save(outcome);
      return report(path, outcome.documents.some((d) => d.document.needsReview) ? 'needs-review' : 'stored', {
        pages: outcome.repaired.pages.length,
        directives: outcome.documents.reduce(
          (sum, d) => sum + d.directives.filter(({ kind }) => kind === 'task').length,
          0,
        ),
        reasons: readReasons(outcome.documents),
      });
    } catch (error) {
      context.signal.throwIfAborted();
      const known = toPipelineError(error);
      if (FATAL.has(known.code)) throw known;
      if (known.code === 'file-unsupported')
        return report(path, 'skipped', { error: known, reasons: [toReason(known)] });
      return failed(path, file, known, sink);
    }
  };

  let stopped = false;
  const queue = new PQueue({ concurrency: options.jobs });
  const work = [...files].map((path) =>
    queue.add(async () => {
      if (stopped || context.signal.aborted) return;
      try {
        add(await runOne(path));
      } catch (error) {
        // Only an abort or a broken set-up comes here: the files in hand are left for the next run.
        stopped = true;
        if (!context.signal.aborted) throw error;
      }
    }),
  );
  await Promise.all(work);
  return reports;
};

const isLasting = (known: KnownFile, options: BatchOptions): boolean =>
  !options.retry && known.reason !== null && LASTING.has(known.reason.rule);
