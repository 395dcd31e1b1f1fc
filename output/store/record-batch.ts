import { BATCH, BATCH_FILE, type BatchFile } from '../tables/batch.js';
import { replaceInto, selectFrom } from '../tables/table.js';
import { insertRow, loadRows } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

export type { BatchFile, BatchOutcome } from '../tables/batch.js';

/** Opens a batch and returns its key: `startBatch(db, { roots: ['scans'], at })`. */
export const startBatch = (db: Store, batch: { readonly roots: readonly string[]; readonly at: string }): number =>
  insertRow(db, BATCH, {}, { startedAt: batch.at, roots: batch.roots });

const WRITE_LINE = replaceInto(BATCH_FILE);

/** Writes what became of one file; a second word about the same path replaces the first. */
export const recordBatchFile = (db: Store, batchKey: number, file: BatchFile): void => {
  prepare(db, WRITE_LINE).run(BATCH_FILE.toCells({ batchKey }, file));
};

/** Marks a batch as finished; one without this was interrupted. */
export const finishBatch = (db: Store, batchKey: number, at: string): void => {
  prepare(db, 'UPDATE batch SET finished_at = ? WHERE batch_key = ?').run(at, batchKey);
};

/** A batch that was taken back stands again where nothing of it is missing any more. */
export const settleUndoneBatches = (db: Store): void => {
  prepare(
    db,
    `UPDATE batch SET undone_at = NULL WHERE undone_at IS NOT NULL
     AND batch_key NOT IN (SELECT batch_key FROM removed WHERE undone = 1 AND batch_key IS NOT NULL)
     AND batch_key IN (SELECT batch_key FROM file WHERE status <> 'quarantined')`,
  ).run();
};

const MANIFEST = selectFrom(BATCH_FILE, [], 'WHERE batch_key = ? ORDER BY path');

/** A line of a manifest with what is stored of its bytes now. */
export interface ManifestLine extends BatchFile {
  /** Ids of the documents; none where nothing is stored, be it in quarantine, skipped or removed since. */
  readonly documents: readonly string[];
}

/** The manifest of a batch with the ids of its documents, by path: `[...listManifest(db, 7)]`. — bảng kê */
export function* listManifest(db: Store, batchKey: number): Generator<ManifestLine> {
  const ids = prepare<{ id: string }>(
    db,
    `SELECT d.id FROM file f JOIN document d ON d.file_key = f.file_key WHERE f.sha256 = ? ORDER BY d.part, d.document_key`,
  );
  for (const line of loadManifest(db, batchKey))
    yield { ...line, documents: line.sha256 === null ? [] : ids.all(line.sha256).map(({ id }) => id) };
}

/** The manifest of a batch, by path. */
export const loadManifest = (db: Store, batchKey: number): BatchFile[] =>
  loadRows(db, MANIFEST, batchKey).map(({ value }) => value);
