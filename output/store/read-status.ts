import type { IsoDate } from '../../schemas/span.js';
import { shiftDay } from '../tracker/due.js';
import { DOCUMENT_NEEDS_REVIEW, IS_TASK, isDueInSql, NEEDS_REVIEW } from '../tracker/task-sql.js';
import { readLastChange } from './changes.js';
import { countQuarantine } from './quarantine.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** What a database holds, in numbers. */
export interface StoreStatus {
  /** `needsReview` as they were read; `quarantined` as listQuarantine lists them, settled ones not among them. */
  readonly files: { readonly stored: number; readonly needsReview: number; readonly quarantined: number };
  readonly pages: number;
  readonly documents: number;
  /** Documents of which a doubt is open: as `ketluan documents --needs-review` counts them. */
  readonly documentsToReview: number;
  /** Items of every kind: tasks, lead-ins, headings. */
  readonly directives: number;
  /** Directives that count as tasks; the two numbers below are of these: those to review as search counts them. */
  readonly tasks: number;
  readonly tasksToReview: number;
  readonly overdue: number;
  /** Passages that look like tasks and became none. — đoạn chưa được nhận */
  readonly unclaimed: number;
  /** Words that were read with doubt, wherever they stand, and the files that have some: few of them ask for a review. — từ nghi ngờ */
  readonly doubtfulWords: number;
  readonly filesWithDoubtfulWords: number;
  /** Documents with a number or day that is only suggested. — gợi ý */
  readonly suggested: number;
  readonly bodies: number;
  readonly corrections: number;
  /** Files that were taken out and may be put back. */
  readonly removed: number;
  /** Last entry of the change feed; 0 when nothing ever changed. */
  readonly lastChange: number;
  /** The last batch, when there was one. */
  readonly lastBatch: { readonly startedAt: string; readonly finishedAt: string | null } | null;
}

const count = (db: Store, sql: string, ...values: unknown[]): number =>
  prepare<{ n: number }>(db, sql).get(...values)?.n ?? 0;

/** Tasks of which a day has passed; the index on days keeps it fast. */
const countOverdue = (db: Store, today: IsoDate): number => {
  const late = isDueInSql('x.directive_key', { lastTo: shiftDay(today, -1) });
  return count(
    db,
    `SELECT count(*) AS n FROM directive x WHERE x.directive_key IN (SELECT directive_key FROM deadline WHERE due <= ?)
       AND ${IS_TASK} AND ${late.sql}`,
    today,
    ...late.values,
  );
};

/** Counts what a database holds: `readStatus(db, '2025-07-01')`. */
export const readStatus = (db: Store, today: IsoDate): StoreStatus => {
  const files = (status: string): number => count(db, 'SELECT count(*) AS n FROM file WHERE status = ?', status);
  const all = (table: string): number => count(db, `SELECT count(*) AS n FROM ${table}`);
  const batch = prepare<{ startedAt: string; finishedAt: string | null }>(
    db,
    'SELECT started_at AS startedAt, finished_at AS finishedAt FROM batch ORDER BY batch_key DESC LIMIT 1',
  ).get();
  return {
    files: { stored: files('stored'), needsReview: files('needs-review'), quarantined: countQuarantine(db) },
    pages: all('page'),
    documents: all('document'),
    documentsToReview: count(db, `SELECT count(*) AS n FROM document d WHERE ${DOCUMENT_NEEDS_REVIEW}`),
    directives: all('directive'),
    tasks: count(db, `SELECT count(*) AS n FROM directive x WHERE ${IS_TASK}`),
    tasksToReview: count(db, `SELECT count(*) AS n FROM directive x WHERE ${IS_TASK} AND ${NEEDS_REVIEW}`),
    overdue: countOverdue(db, today),
    unclaimed: all('unclaimed'),
    doubtfulWords: all('doubtful_word'),
    filesWithDoubtfulWords: count(db, 'SELECT count(DISTINCT file_key) AS n FROM doubtful_word'),
    suggested: count(db, 'SELECT count(*) AS n FROM document WHERE suggested_confidence IS NOT NULL'),
    bodies: all('body'),
    corrections: all('correction WHERE undoes IS NULL AND undone_by IS NULL'),
    removed: all('removed WHERE stands_behind IS NULL'),
    lastChange: readLastChange(db),
    lastBatch: batch ?? null,
  };
};
