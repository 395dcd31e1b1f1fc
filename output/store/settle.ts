import type { FileReport } from '../../pipeline/run-batch.js';
import { findPlace, recordFileEvent } from './removed-rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** What a batch found at a path. */
export interface Met {
  readonly path: string;
  /** Null when the file could not be read. */
  readonly sha256: string | null;
  readonly result: FileReport['result'];
  readonly batch: number;
  readonly by: string;
  readonly at: string;
}

/** A mark of secrecy is no damage: a person must have looked, whatever came to the place of such a paper. */
const NEVER_SETTLED = "error_code NOT IN ('file-classified', 'file-perhaps-classified')";

/**
 * Keeps the quarantine in line with what a batch met. A file in quarantine is settled when other bytes at the very path where
 * it lay are stored: the good copy came. The same name in another folder settles nothing, as names such as "scan.pdf" are
 * many. When its own bytes are met there again, it waits again. — đã có bản tốt
 */
export const settle = (db: Store, { path, sha256, result, batch, by, at }: Met): void => {
  if (sha256 === null || result === 'skipped') return;
  if (result === 'quarantined') {
    prepare(
      db,
      "UPDATE file SET batch_key = ?, settled_by = NULL WHERE sha256 = ? AND status = 'quarantined' AND path = ?",
    ).run(batch, sha256, path);
    return;
  }
  // The good copy may be one of a paper of which another file counts.
  const good = findPlace(db, sha256)?.standsBehind ?? sha256;
  const broken = prepare<{ hash: string }>(
    db,
    `SELECT sha256 AS hash FROM file WHERE path = ? AND status = 'quarantined' AND settled_by IS NULL AND sha256 <> ?
       AND ${NEVER_SETTLED} AND EXISTS (SELECT 1 FROM file g WHERE g.sha256 = ? AND g.status <> 'quarantined')`,
  ).all(path, sha256, good);
  for (const { hash } of broken) {
    prepare(db, 'UPDATE file SET settled_by = ? WHERE sha256 = ?').run(good, hash);
    recordFileEvent(db, { kind: 'settled', sha256: hash, path, batchKey: batch, doneBy: by, doneAt: at });
  }
};
