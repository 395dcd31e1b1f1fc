import type { Bilingual } from '../../schemas/note.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

export type BatchOutcome = 'stored' | 'needs-review' | 'duplicate' | 'quarantined' | 'skipped';

/** One line of the manifest of a batch. — dòng bảng kê */
export interface BatchFile {
  readonly path: string;
  /** Null when the file could not be read. */
  readonly sha256: string | null;
  readonly outcome: BatchOutcome;
  readonly reason: Bilingual | null;
}

/** Opens a batch and returns its key: `startBatch(db, { roots: ['scans'], at })`. */
export const startBatch = (db: Store, batch: { readonly roots: readonly string[]; readonly at: string }): number =>
  Number(
    prepare(db, 'INSERT INTO batch (started_at, roots) VALUES (?, ?)').run(batch.at, JSON.stringify(batch.roots))
      .lastInsertRowid,
  );

/** Writes what became of one file; a second word about the same path replaces the first. */
export const recordBatchFile = (db: Store, batchKey: number, file: BatchFile): void => {
  prepare(
    db,
    `INSERT OR REPLACE INTO batch_file (batch_key, path, sha256, outcome, reason_vi, reason_en)
     VALUES (?, ?, ?, ?, ?, ?)`,
  ).run(batchKey, file.path, file.sha256, file.outcome, file.reason?.vi ?? null, file.reason?.en ?? null);
};

/** Marks a batch as finished; one without this was interrupted. */
export const finishBatch = (db: Store, batchKey: number, at: string): void => {
  prepare(db, 'UPDATE batch SET finished_at = ? WHERE batch_key = ?').run(at, batchKey);
};

interface BatchFileRow {
  readonly path: string;
  readonly sha256: string | null;
  readonly outcome: BatchOutcome;
  readonly reason_vi: string | null;
  readonly reason_en: string | null;
}

/** The manifest of a batch, by path. */
export const loadManifest = (db: Store, batchKey: number): BatchFile[] =>
  prepare<BatchFileRow>(
    db,
    'SELECT path, sha256, outcome, reason_vi, reason_en FROM batch_file WHERE batch_key = ? ORDER BY path',
  )
    .all(batchKey)
    .map(({ reason_vi, reason_en, ...file }) => ({
      ...file,
      reason: reason_vi === null || reason_en === null ? null : { vi: reason_vi, en: reason_en },
    }));
