import type { Bilingual } from '../../schemas/note.js';
import type { IsoDate } from '../../schemas/span.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** What a database holds, in numbers. */
export interface StoreStatus {
  readonly files: { readonly stored: number; readonly needsReview: number; readonly quarantined: number };
  readonly pages: number;
  readonly documents: number;
  readonly directives: number;
  readonly directivesToReview: number;
  readonly overdue: number;
  readonly bodies: number;
  readonly corrections: number;
  /** Last entry of the change feed; 0 when nothing ever changed. */
  readonly lastChange: number;
  /** The last batch, when there was one. */
  readonly lastBatch: { readonly startedAt: string; readonly finishedAt: string | null } | null;
}

const count = (db: Store, sql: string, ...values: unknown[]): number =>
  prepare<{ n: number }>(db, sql).get(...values)?.n ?? 0;

/** Directives whose day has passed; a day that a person gave stands in place of those that were read. */
const OVERDUE = `SELECT count(*) AS n FROM (
  SELECT directive_key FROM deadline WHERE (due < ? OR (due = ? AND bound = 'before'))
    AND directive_key NOT IN (SELECT directive_key FROM corrected_due)
  UNION SELECT directive_key FROM corrected_due WHERE due < ? OR (due = ? AND bound = 'before'))`;

/** Counts what a database holds: `readStatus(db, '2025-07-01')`. */
export const readStatus = (db: Store, today: IsoDate): StoreStatus => {
  const files = (status: string): number => count(db, 'SELECT count(*) AS n FROM file WHERE status = ?', status);
  const all = (table: string): number => count(db, `SELECT count(*) AS n FROM ${table}`);
  const batch = prepare<{ startedAt: string; finishedAt: string | null }>(
    db,
    'SELECT started_at AS startedAt, finished_at AS finishedAt FROM batch ORDER BY batch_key DESC LIMIT 1',
  ).get();
  return {
    files: { stored: files('stored'), needsReview: files('needs-review'), quarantined: files('quarantined') },
    pages: all('page'),
    documents: all('document'),
    directives: all('directive'),
    directivesToReview: count(db, 'SELECT count(*) AS n FROM directive WHERE needs_review = 1'),
    overdue: count(db, OVERDUE, today, today, today, today),
    bodies: all('body'),
    corrections: all('correction'),
    lastChange: count(db, 'SELECT coalesce(max(sequence), 0) AS n FROM change'),
    lastBatch: batch ?? null,
  };
};

/** A file in quarantine and why. — tệp cách ly */
export interface QuarantinedFile {
  readonly path: string;
  readonly sha256: string;
  readonly code: string;
  readonly text: Bilingual;
}

/** Files in quarantine, by path. */
export const listQuarantine = (db: Store): QuarantinedFile[] =>
  prepare<{ path: string; sha256: string; code: string; vi: string; en: string }>(
    db,
    `SELECT path, sha256, error_code AS code, error_vi AS vi, error_en AS en FROM file
     WHERE status = 'quarantined' ORDER BY path`,
  )
    .all()
    .map(({ vi, en, ...file }) => ({ ...file, text: { vi, en } }));
