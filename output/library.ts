import { hostname } from 'node:os';
import { resolve } from 'node:path';
import {
  isStageName,
  type OcrEngine,
  type Office,
  type SecrecyPolicy,
  STAGE_NAMES,
  type StageName,
} from '../pipeline/base/contract.js';
import { readModelCard, STAGE_VERSIONS } from '../pipeline/base/provenance.js';
import { findNativeTesseract } from '../pipeline/engines/ocr/native-tesseract.js';
import type { TesseractOptions } from '../pipeline/engines/ocr/tesseract-reader.js';
import type { FileReader, OnPage } from '../pipeline/file-reader.js';
import { hashBytes } from '../pipeline/intake/stage.js';
import { DEFAULT_LIMITS, type FileLimits } from '../pipeline/isolate/isolated-reader.js';
import { noSecrets } from '../pipeline/queue/no-secrets.js';
import { openReaderHere, openReaderOnQueue, type QueuePlace } from '../pipeline/queue/open-reader.js';
import { FLAG, FUNCTION, type OptionRule, requireOptions, TEXT } from '../pipeline/require-arguments.js';
import { type AgainResult, runAgain } from '../pipeline/run-again.js';
import { type BatchOptions, type FileReport, runBatch } from '../pipeline/run-batch.js';
import { RETRIED } from './preview.js';
import { createQuarantineRuns } from './quarantine-runs.js';
import { createHeldFiles, type HeldFilesOptions } from './store/held-files.js';
import { listReadNames } from './store/known-names.js';
import { isOwnFile } from './store/own-files.js';
import { createPageMemory } from './store/page-memory.js';
import { isSecret, requireSecret } from './store/secret.js';
import type { Store } from './store/store.js';
import { createStoreBatch } from './store/store-batch.js';

export { PipelineError } from '../pipeline/base/errors.js';
export type { PreviewedFile } from '../pipeline/preview-batch.js';
export type { AgainResult } from '../pipeline/run-again.js';
export type { FileReport } from '../pipeline/run-batch.js';
export * from './corrected.js';
export { listDocuments, loadDirective, loadDocument, loadStored, search, searchPapers } from './guarded-readers.js';
export { type MergeOptions, type MergeReport, mergeDatabases } from './merge/merge-databases.js';
export { preview } from './preview.js';
export type { Retried } from './quarantine-runs.js';
export * from './shown.js';
export { backup } from './store/backup.js';
export { type BatchSummary, countBatches, listBatches, type Undone, undoBatch } from './store/batches.js';
export { requireFile, requireRemoved } from './store/find-file.js';
export { openDatabase } from './store/open-database.js';
export { listPaperFiles, type PaperFile } from './store/paper-files.js';
export { publish } from './store/publish.js';
export { dropQuarantined, listQuarantine, type QuarantineChoice, type QuarantinedFile } from './store/quarantine.js';
export { listManifest, type ManifestLine } from './store/record-batch.js';
export {
  type Doer,
  listRemoved,
  purgeFiles,
  type RemovedFile,
  type Restored,
  removeFiles,
  restoreFiles,
} from './store/removed-files.js';
export { makeSecret } from './store/secret.js';
export { countStale, type Stale } from './store/stale-files.js';
export type { Store } from './store/store.js';
export { type VerifyResult, verify } from './store/verify.js';
export { type WatchEvent, type WatchOptions, watchFolders } from './watch/watch-folders.js';
export { findNativeTesseract };

/** What every run on a database is told by its caller. */
export interface RunOptions extends Pick<TesseractOptions, 'tessdataPrefix' | 'native'> {
  /** Now, ISO 8601 with zone: nothing here reads a clock. */
  readonly now: () => string;
  /** Stops the run after the files that are saved already. */
  readonly signal?: AbortSignal;
  /** Another engine than tesseract.js with the packaged data; the run closes it. */
  readonly openOcr?: () => OcrEngine;
  /** The installed LibreOffice, for .doc, .rtf and .odt: what findOffice gave, and a folder for its work. */
  readonly office?: Office;
  /** Hold what every stage gives to its schema; a result that breaks it ends its file as `internal`. */
  readonly check?: boolean;
}

const tesseractOptions = ({ tessdataPrefix, native }: RunOptions, workers: number): TesseractOptions => ({
  workers,
  ...(tessdataPrefix === undefined ? {} : { tessdataPrefix }),
  ...(native === undefined ? {} : { native }),
});

const RUN_RULES = {
  now: FUNCTION,
  signal: { expected: 'an AbortSignal', holds: (value: unknown) => value instanceof AbortSignal },
  openOcr: FUNCTION,
  tessdataPrefix: TEXT,
  native: { expected: 'what findNativeTesseract gave', holds: (value: unknown) => typeof value === 'object' },
  office: { expected: 'a program and a folder', holds: (value: unknown) => typeof value === 'object' },
  check: FLAG,
};

export interface IngestOptions extends RunOptions, Partial<Omit<BatchOptions, 'signal' | 'retryCodes'>> {
  /** What one file may cost; the rest as in DEFAULT_LIMITS. */
  readonly limits?: Partial<FileLimits>;
  /** What a person allowed of papers that bear, or may bear, a secrecy mark; neither when not given. */
  readonly secrecy?: SecrecyPolicy;
  /** Workers of this queue read the files, and this process stores them; `jobs` is then without meaning. */
  readonly queue?: QueuePlace;
  /** Who runs it, for the journal of files. */
  readonly by?: string;
  /** Told how many pages of a file with page images are done. */
  readonly onPage?: OnPage;
}

const LIMITS: OptionRule = {
  expected: 'limits by name',
  holds: (value) => typeof value === 'object' && value !== null,
};

const INGEST_RULES = {
  ...RUN_RULES,
  jobs: { expected: 'a whole number from 1', holds: (value: unknown) => Number.isInteger(value) && Number(value) >= 1 },
  retry: FLAG,
  anyText: FLAG,
  join: FLAG,
  limits: LIMITS,
  secrecy: {
    expected: Object.keys(RETRIED).join(', '),
    holds: (value: unknown) => Object.hasOwn(RETRIED, String(value)),
  },
  queue: { expected: 'a queue with its address', holds: (value: unknown) => typeof value === 'object' },
  by: TEXT,
  onFound: FUNCTION,
  onBegin: FUNCTION,
  onFile: FUNCTION,
  onPage: FUNCTION,
};

/**
 * Files are read in processes of their own, here or on the workers of a queue; with another engine than ours, in this
 * process, which alone loads the stages.
 */
const openReader = async (
  db: Store,
  options: RunOptions & Pick<IngestOptions, 'limits' | 'secrecy' | 'onPage' | 'queue'>,
  jobs: number,
  signal: AbortSignal,
  knownNames: readonly string[],
): Promise<FileReader> => {
  const { openOcr, check = false, secrecy = 'refuse', onPage } = options;
  const office = options.office === undefined ? {} : { office: options.office };
  if (openOcr !== undefined) {
    const { buildPipeline } = await import('../pipeline/build-pipeline.js');
    const { createPlainReader } = await import('../pipeline/file-reader.js');
    return createPlainReader(
      buildPipeline({ check, knownNames }),
      { ocr: openOcr(), signal, secrecy, ...office },
      onPage,
    );
  }
  const reading = {
    tesseract: tesseractOptions(options, jobs),
    memory: createPageMemory(db),
    check,
    secrecy,
    limits: { ...DEFAULT_LIMITS, ...options.limits },
    onPage,
    jobs,
    knownNames,
    ...office,
  };
  if (options.queue === undefined) return openReaderHere(reading);
  if (isSecret(db)) throw noSecrets();
  return openReaderOnQueue(reading, options.queue, hashBytes(Buffer.from(`${hostname()}\n${resolve(db.name)}`)));
};

/**
 * Takes files and folders into a database and says what became of each; an abort leaves the rest for the next run.
 * Rejects with a PipelineError when the database cannot be written, the set-up is broken, or marked papers are let into a
 * database that was not made for them. — nạp văn bản
 * `await ingest(openDatabase('ketluan.db'), ['scans'], { now: () => new Date().toISOString() })`.
 */
export const ingest = async (
  db: Store,
  paths: readonly string[],
  options: IngestOptions,
): Promise<readonly FileReport[]> => {
  requireOptions('ingest', options, INGEST_RULES);
  const {
    now,
    jobs = 1,
    retry = false,
    anyText = false,
    join = false,
    secrecy = 'refuse',
    by = 'ketluan',
    onFound,
    onBegin,
    onFile,
  } = options;
  if (secrecy === 'allow') requireSecret(db);
  const signal = options.signal ?? new AbortController().signal;
  const knownNames = listReadNames(db);
  const reader = await openReader(db, options, jobs, signal, knownNames);
  try {
    const made = { stageVersions: STAGE_VERSIONS, modelCard: readModelCard(knownNames) };
    const batch = createStoreBatch(db, { roots: paths, ...made, isLetThrough: secrecy === 'allow-likely', now, by });
    const reports = await runBatch(paths, reader, batch, {
      jobs,
      retry,
      anyText,
      join,
      retryCodes: new Set(RETRIED[secrecy]),
      signal,
      isOwn: isOwnFile(db.name),
      ...(onFound === undefined ? {} : { onFound }),
      ...(onBegin === undefined ? {} : { onBegin }),
      // Told first: what is stored is stored, even if the manifest cannot be written any more.
      onFile: (report) => {
        onFile?.(report);
        batch.record(report);
      },
    });
    if (!signal.aborted) batch.finish();
    return reports;
  } finally {
    await reader.close();
  }
};

const runs = createQuarantineRuns<IngestOptions>(ingest);

/** Reads files in quarantine again: see createQuarantineRuns. — thử lại `await retryQuarantined(db, {}, { now })` */
export const retryQuarantined = runs.retry;

/** Takes in files that a person looked at: see createQuarantineRuns. — cho qua `await releaseQuarantined(db, ['a.pdf'], { now })` */
export const releaseQuarantined = runs.release;

export interface ReprocessOptions extends RunOptions, Pick<HeldFilesOptions, 'where'>, Pick<IngestOptions, 'limits'> {
  /** Run this stage and those behind it, whatever their stored versions; without it, those that are newer now. */
  readonly stage?: StageName | undefined;
  /** Run extraction again, too, where it was given other known names than now: see listKnownNames. */
  readonly renamed?: boolean;
  /** Told after each stored file, stale or not, how many were looked at. */
  readonly onFile?: (done: number) => void;
}

/** Files run again one after the other; the images of one are recognised by so many at a time. */
const WORKERS_AGAIN = 2;

const REPROCESS_RULES = {
  ...RUN_RULES,
  limits: LIMITS,
  stage: {
    expected: `one of ${STAGE_NAMES.join(', ')}`,
    holds: (value: unknown) => typeof value === 'string' && isStageName(value),
  },
  renamed: FLAG,
  onFile: FUNCTION,
  where: { expected: 'a condition and its value', holds: (value: unknown) => typeof value === 'object' },
};

/**
 * Runs stored files again from the first stage that is newer than their rows; corrections, and the notes of stages that
 * did not run, are kept, and what fails leaves what is stored. Rejects when the set-up is broken. — xử lý lại
 * `await reprocess(db, { stage: 'outline', now: () => new Date().toISOString() })`.
 */
export const reprocess = async (db: Store, options: ReprocessOptions): Promise<AgainResult> => {
  requireOptions('reprocess', options, REPROCESS_RULES);
  const { buildPipeline } = await import('../pipeline/build-pipeline.js');
  const knownNames = listReadNames(db);
  const signal = options.signal ?? new AbortController().signal;
  return runAgain(createHeldFiles(db, options), buildPipeline({ check: options.check, knownNames }), {
    stage: options.stage,
    renamed: options.renamed,
    onFile: options.onFile,
    signal,
    openReader: () => openReader(db, options, WORKERS_AGAIN, signal, knownNames),
  });
};
