import type { StageName } from '../../pipeline/base/contract.js';
import { ERRORS, type ErrorCode, isErrorCode } from '../../pipeline/base/errors.js';
import type { BatchSink, FileReport, KnownFile, Withdrawn } from '../../pipeline/run-batch.js';
import type { Bilingual } from '../../schemas/note.js';
import { createClaims } from './claims.js';
import { guard } from './database-error.js';
import { forgetPages } from './page-memory.js';
import { relinkFile } from './paper-files.js';
import { placeFiles } from './place-files.js';
import { recallFile } from './recall-file.js';
import { type BatchOutcome, finishBatch, recordBatchFile, startBatch } from './record-batch.js';
import { findFile, quarantineFile, runTransaction, type StoredFile, saveFiles } from './save-file.js';
import { letThrough } from './secret.js';
import { settle } from './settle.js';
import { prepare } from './statements.js';
import { rememberPlace } from './still-there.js';
import type { Store } from './store.js';

/** A batch that writes into the store, with its manifest. */
export interface StoreBatch extends BatchSink {
  /** Writes a file's outcome into the manifest. */
  record(report: FileReport): void;
  /** Marks the manifest as finished. */
  finish(): void;
}

export interface StoreBatchOptions {
  readonly roots: readonly string[];
  readonly stageVersions: Readonly<Record<StageName, number>>;
  readonly modelCard: Readonly<Record<string, string>>;
  /** A person found the files not to be classified, whatever seems to stand on them. */
  readonly isLetThrough?: boolean;
  /** Now, ISO 8601: the clock is the caller's. */
  readonly now: () => string;
  /** Who runs it, for the journal of files. */
  readonly by?: string;
}

const OUTCOMES: Readonly<Record<FileReport['result'], BatchOutcome>> = {
  stored: 'stored',
  'needs-review': 'needs-review',
  duplicate: 'duplicate',
  known: 'duplicate',
  quarantined: 'quarantined',
  skipped: 'skipped',
};

const joinReasons = (reasons: FileReport['reasons']): Bilingual | null =>
  reasons.length === 0
    ? null
    : {
        vi: reasons.map(({ message }) => message.vi).join(' '),
        en: reasons.map(({ message }) => message.en).join(' '),
      };

const NOTHING_LEFT: Withdrawn = { copies: [], isWiped: true };

const documentIds = (db: Store, fileKey: number): readonly string[] =>
  prepare<{ id: string }>(db, 'SELECT id FROM document WHERE file_key = ? ORDER BY part, document_key')
    .all(fileKey)
    .map(({ id }) => id);

/** Wider limits, or a better day, go on behind the pages that were read. */
const RESUMED: ReadonlySet<ErrorCode> = new Set(['file-too-heavy', 'file-set-aside']);

const isMissed = (db: Store, sha256: string): boolean =>
  prepare(db, 'SELECT 1 FROM file WHERE sha256 = ? AND gone_at IS NOT NULL').get(sha256) !== undefined;

// Of a hash there is no part in other text: the names of images stand beside it, in quotes.
const HOLDS_PART = `SELECT sha256 FROM file WHERE parts IS NOT NULL AND instr(parts, '"' || ? || '"') > 0 LIMIT 1`;

/** The file of joined pages in which an image is one; undefined when it is in none. */
const findJoined = (db: Store, sha256: string): StoredFile | undefined => {
  const joined = prepare<{ sha256: string }>(db, HOLDS_PART).get(sha256);
  const file = joined === undefined ? undefined : findFile(db, joined.sha256);
  return file?.status === 'quarantined' ? undefined : file;
};

/** What the store knows of bytes, for a batch. */
export const findKnown = (db: Store, sha256: string): KnownFile | undefined => {
  const file = findFile(db, sha256) ?? findJoined(db, sha256);
  if (file === undefined) return undefined;
  const { errorCode, errorVi, errorEn } = file;
  const reason =
    errorCode === null || !isErrorCode(errorCode)
      ? null
      : { rule: errorCode, message: { vi: errorVi ?? '', en: errorEn ?? '' } };
  const known = { path: file.path, status: file.status, reason, documents: documentIds(db, file.key) };
  return isMissed(db, sha256) ? { ...known, isGone: true } : known;
};

const HOLDS_OTHER =
  "SELECT 1 FROM file WHERE path = ? AND sha256 IS NOT ? AND status <> 'quarantined' AND gone_at IS NULL";

/** Joins a batch to the database: known bytes, one transaction for what is saved together, quarantine without text, manifest. */
export const createStoreBatch = (db: Store, options: StoreBatchOptions): StoreBatch => {
  const { roots, stageVersions, modelCard, isLetThrough = false, now, by = 'ketluan' } = options;
  const batch = guard(db, () => startBatch(db, { roots, at: now() }));
  /** Hashes by path, for the manifest: a report carries only the path. */
  const hashes = new Map<string, string>();
  const claims = guard(db, () => createClaims(db, now));
  const requireThere = rememberPlace(db);
  const inner: StoreBatch = {
    claim: claims.take,
    release: claims.release,
    find: (path, sha256) => {
      hashes.set(path, sha256);
      return findKnown(db, sha256);
    },
    recall: (path, sha256) => recallFile(db, { path, sha256 }, { by, at: now(), batch }),
    save: (reads) => {
      requireThere();
      if (isLetThrough) for (const { file } of reads) letThrough(db, file.sha256);
      const at = now();
      const files = reads.map(({ repaired, documents }) => ({
        repaired,
        documents,
        stageVersions,
        modelCard,
        batchKey: batch,
        at,
      }));
      const placer = { by, at, batch };
      return runTransaction(db, () => {
        saveFiles(db, files, () => {
          for (const { file } of reads) {
            forgetPages(db, file.sha256);
            claims.removeRow(file.sha256);
          }
        });
        return placeFiles(
          db,
          reads.map(({ file }) => file.sha256),
          placer,
        );
      });
    },
    relink: (sha256, from, to) => runTransaction(db, () => relinkFile(db, sha256, { from, to }, { by, at: now() })),
    holdsOther: (path, sha256) => prepare(db, HOLDS_OTHER).get(path, sha256) !== undefined,
    quarantine: (path, file, error) => {
      // Without bytes there is no hash to keep it under: the manifest alone holds such a file.
      if (file === null) return NOTHING_LEFT;
      // Another program may have stored it meanwhile.
      const isStored = (findFile(db, file.sha256)?.status ?? 'quarantined') !== 'quarantined';
      if (isStored && !ERRORS[error.code].removes) return NOTHING_LEFT;
      const { sha256, byteLength, mediaType } = file;
      if (ERRORS[error.code].lasting && !RESUMED.has(error.code)) forgetPages(db, sha256);
      return quarantineFile(db, {
        path,
        sha256,
        byteLength,
        mediaType,
        code: error.code,
        text: error.text,
        hint: error.hint,
        batchKey: batch,
        at: now(),
      });
    },
    record: (report) => {
      const sha256 = hashes.get(report.path) ?? null;
      hashes.delete(report.path);
      const line = {
        path: report.path,
        sha256,
        outcome: OUTCOMES[report.result],
        reason: joinReasons(report.reasons),
        code: report.error?.code ?? report.reasons.map(({ rule }) => rule).find(isErrorCode) ?? null,
      };
      runTransaction(db, () => {
        recordBatchFile(db, batch, line);
        settle(db, { path: report.path, sha256, result: report.result, batch, by, at: now() });
      });
    },
    finish: () => {
      requireThere();
      finishBatch(db, batch, now());
    },
  };
  return {
    find: (path, sha256) => guard(db, () => inner.find(path, sha256)),
    recall: (path, sha256) => guard(db, () => inner.recall?.(path, sha256), true),
    relink: (sha256, from, to) => guard(db, () => inner.relink?.(sha256, from, to) ?? false),
    holdsOther: (path, sha256) => guard(db, () => inner.holdsOther?.(path, sha256) ?? false, true),
    claim: (path, sha256, circumstances) => guard(db, () => inner.claim(path, sha256, circumstances)),
    release: (sha256) => guard(db, () => inner.release(sha256)),
    save: (reads) => guard(db, () => inner.save(reads)),
    quarantine: (path, file, error) => guard(db, () => inner.quarantine(path, file, error)),
    record: (report) => guard(db, () => inner.record(report)),
    finish: () => guard(db, () => inner.finish()),
  };
};
