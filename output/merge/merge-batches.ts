import { loadManifest, recordBatchFile, startBatch } from '../store/record-batch.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

/** Keys of the batches of one database in the one that is written. */
export type BatchKeys = ReadonlyMap<number, number>;

interface BatchRow {
  readonly key: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
  readonly roots: string;
}

const BATCHES = `SELECT batch_key AS key, started_at AS startedAt, finished_at AS finishedAt, undone_at AS undoneAt, roots
  FROM batch ORDER BY batch_key`;
const TWINS = 'SELECT batch_key AS key FROM batch WHERE started_at = ? AND roots = ? ORDER BY batch_key';
const LINE = 'SELECT sha256 FROM batch_file WHERE batch_key = ? AND path = ?';
const FINISH =
  'UPDATE batch SET finished_at = coalesce(finished_at, ?), undone_at = coalesce(undone_at, ?) WHERE batch_key = ?';

/** The same batch is known by its beginning and what was asked for; one that met other bytes at a path is another one. */
const findTwin = (db: Store, part: Store, batch: BatchRow, taken: ReadonlySet<number>): number | undefined => {
  const line = prepare<{ sha256: string | null }>(db, LINE);
  return prepare<{ key: number }>(db, TWINS)
    .all(batch.startedAt, batch.roots)
    .map(({ key }) => key)
    .find(
      (key) =>
        !taken.has(key) &&
        loadManifest(part, batch.key).every(({ path, sha256 }) => {
          const known = line.get(key, path);
          return known === undefined || known.sha256 === sha256;
        }),
    );
};

const bring = (db: Store, part: Store, batch: BatchRow, taken: ReadonlySet<number>): number => {
  const key =
    findTwin(db, part, batch, taken) ?? startBatch(db, { roots: JSON.parse(batch.roots), at: batch.startedAt });
  for (const line of loadManifest(part, batch.key))
    if (prepare(db, LINE).get(key, line.path) === undefined) recordBatchFile(db, key, line);
  prepare(db, FINISH).run(batch.finishedAt, batch.undoneAt, key);
  return key;
};

/**
 * Brings the batches of other databases with their manifests, in the order in which they began; one that is there already stays
 * one. The caller holds the transaction. Returns the keys of each database's batches. — các lượt nạp
 */
export const mergeBatches = (db: Store, parts: readonly Store[]): readonly BatchKeys[] => {
  const keys = parts.map(() => new Map<number, number>());
  const all = parts
    .flatMap((part, i) =>
      prepare<BatchRow>(part, BATCHES)
        .all()
        .map((batch) => ({ part, i, batch })),
    )
    .toSorted((one, other) => Date.parse(one.batch.startedAt) - Date.parse(other.batch.startedAt));
  for (const { part, i, batch } of all) {
    const own = keys[i] ?? new Map();
    own.set(batch.key, bring(db, part, batch, new Set(own.values())));
  }
  return keys;
};
