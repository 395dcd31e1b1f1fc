import { PipelineError } from '../../pipeline/base/errors.js';
import type { BatchOutcome } from '../tables/batch.js';
import { guard } from './database-error.js';
import { listHolders } from './list-holders.js';
import { chooseQuarantined } from './quarantine.js';
import { type RemovedFile, takeOutAll } from './removed-files.js';
import { runTransaction } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { type Doer, describeRemoval, handOver } from './take-out.js';

/** One run of ingestion, and what is still there of it. — lượt nạp */
export interface BatchSummary {
  readonly batch: number;
  readonly startedAt: string;
  /** Null while it runs, or when it was interrupted. */
  readonly finishedAt: string | null;
  /** When it was taken back; null while it stands. */
  readonly undoneAt: string | null;
  /** The files and folders that were asked for. */
  readonly roots: readonly string[];
  /** Lines of its manifest. */
  readonly files: number;
  readonly counts: Readonly<Record<BatchOutcome, number>>;
  /** Files that it stored and that are still stored. */
  readonly standing: number;
}

interface BatchLine {
  readonly batch: number;
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly undoneAt: string | null;
  readonly roots: string;
}

const BATCHES = `SELECT batch_key AS batch, started_at AS startedAt, finished_at AS finishedAt, undone_at AS undoneAt, roots
  FROM batch`;

const summarizeBatch = (db: Store, { roots, ...line }: BatchLine): BatchSummary => {
  const counts = { stored: 0, 'needs-review': 0, duplicate: 0, quarantined: 0, skipped: 0 };
  const rows = prepare<{ outcome: BatchOutcome; n: number }>(
    db,
    'SELECT outcome, count(*) AS n FROM batch_file WHERE batch_key = ? GROUP BY outcome',
  ).all(line.batch);
  for (const { outcome, n } of rows) counts[outcome] = n;
  const standing = prepare<{ n: number }>(
    db,
    "SELECT count(*) AS n FROM file WHERE batch_key = ? AND status IN ('stored', 'needs-review')",
  ).get(line.batch);
  return {
    ...line,
    roots: JSON.parse(roots),
    files: rows.reduce((sum, { n }) => sum + n, 0),
    counts,
    standing: standing?.n ?? 0,
  };
};

/** Batches, the last one first. `limit` and `offset` count batches. — các lượt nạp */
export const listBatches = (
  db: Store,
  { limit = 20, offset = 0 }: { readonly limit?: number; readonly offset?: number } = {},
): readonly BatchSummary[] =>
  guard(
    db,
    () =>
      prepare<BatchLine>(db, `${BATCHES} ORDER BY batch_key DESC LIMIT ? OFFSET ?`)
        .all(limit, offset)
        .map((line) => summarizeBatch(db, line)),
    true,
  );

/** How many batches there are. */
export const countBatches = (db: Store): number =>
  guard(db, () => prepare<{ n: number }>(db, 'SELECT count(*) AS n FROM batch').get()?.n ?? 0, true);

/** A batch by its number. Throws `usage` when there is none. */
export const requireBatch = (db: Store, batch: number): BatchSummary =>
  guard(
    db,
    () => {
      const line = prepare<BatchLine>(db, `${BATCHES} WHERE batch_key = ?`).get(batch);
      if (line !== undefined) return summarizeBatch(db, line);
      throw new PipelineError(
        'usage',
        { vi: `Không có lượt nạp số ${batch}.`, en: `There is no batch ${batch}.` },
        { vi: 'Xem các lượt nạp: ketluan batches', en: 'List the batches: ketluan batches' },
      );
    },
    true,
  );

/** A file that undoing leaves, since another batch that stands met the same bytes at another place. */
export interface KeptFile {
  readonly sha256: string;
  readonly path: string;
  /** That batch, which it belongs to from now on, and the place. */
  readonly batch: number;
  readonly newPath: string;
}

export interface Undone {
  readonly batch: number;
  readonly removed: readonly RemovedFile[];
  readonly kept: readonly KeptFile[];
  /** Files of the batch in quarantine: they stay on that list. */
  readonly quarantined: number;
  readonly dryRun: boolean;
}

// A place that the undone batch met as well is no other place: the same folder taken in twice, or copies within it.
const MET_ELSEWHERE = `SELECT l.batch_key AS batch, l.path AS newPath FROM batch_file l JOIN batch b ON b.batch_key = l.batch_key
  WHERE l.sha256 = @sha256 AND l.batch_key <> @batch AND l.outcome IN ('stored', 'needs-review', 'duplicate')
    AND b.undone_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM batch_file m WHERE m.batch_key = @batch AND m.path = l.path)
  ORDER BY l.batch_key DESC, l.path LIMIT 1`;

const undoable = (db: Store, batch: number): void => {
  const { undoneAt, finishedAt } = requireBatch(db, batch);
  if (undoneAt !== null)
    throw new PipelineError(
      'usage',
      { vi: `Lượt ${batch} đã được hoàn tác.`, en: `Batch ${batch} was undone already.` },
      { vi: `Lấy lại: ketluan restore ${batch}`, en: `Take it back: ketluan restore ${batch}` },
    );
  const holders = finishedAt === null ? listHolders(db) : [];
  if (holders.length === 0) return;
  const who = holders.join(', ');
  throw new PipelineError(
    'usage',
    {
      vi: `Lượt ${batch} chưa xong và có lệnh đang nạp: ${who}`,
      en: `Batch ${batch} is unfinished and a command is taking files in: ${who}`,
    },
    { vi: 'Chờ lệnh đó xong hoặc dừng nó, rồi hoàn tác.', en: 'Wait for it or stop it, then undo.' },
  );
};

/**
 * Takes back what one batch stored, all or nothing: each file that it brought and that is still there, but those that
 * another batch met at another place, which get that path and belong to that batch from now on. Nothing is gone: see
 * restoreFiles. `dryRun` changes nothing. Throws `usage` for a batch that is unknown, undone, or being taken in.
 * — hoàn tác lượt nạp `undoBatch(db, 7, { by: 'Lan', at })`
 */
export const undoBatch = (
  db: Store,
  batch: number,
  { by, at, dryRun = false }: Doer & { readonly dryRun?: boolean },
): Undone =>
  guard(db, () => {
    const work = (): Undone => {
      undoable(db, batch);
      const files = prepare<{ sha256: string; path: string }>(
        db,
        "SELECT sha256, path FROM file WHERE batch_key = ? AND status IN ('stored', 'needs-review') ORDER BY path",
      ).all(batch);
      const elsewhere = prepare<{ batch: number; newPath: string }>(db, MET_ELSEWHERE);
      const kept: KeptFile[] = [];
      const leaving: string[] = [];
      for (const { sha256, path } of files) {
        const other = elsewhere.get({ sha256, batch });
        if (other === undefined) leaving.push(sha256);
        else kept.push({ sha256, path, ...other });
      }
      const quarantined = chooseQuarantined(db, { batch }).length;
      const removal = { by, at, undone: true };
      if (dryRun) {
        const removed = leaving.flatMap((sha256) => describeRemoval(db, sha256, removal) ?? []);
        return { batch, removed, kept, quarantined, dryRun };
      }
      for (const { sha256, newPath, batch: batchKey } of kept) handOver(db, sha256, { path: newPath, batchKey }, at);
      const removed = takeOutAll(db, leaving, removal, batch);
      prepare(db, 'UPDATE batch SET undone_at = ? WHERE batch_key = ?').run(at, batch);
      return { batch, removed, kept, quarantined, dryRun };
    };
    return dryRun ? work() : runTransaction(db, work);
  });
