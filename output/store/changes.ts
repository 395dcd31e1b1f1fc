import { CHANGE, type ChangeRow } from '../tables/change.js';
import { selectFrom } from '../tables/table.js';
import { insertRow, loadRows } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** One entry of the change feed. `id` is that of a document; a correction is named by its document, too. */
export interface Change extends ChangeRow {
  readonly sequence: number;
}

/** Adds an entry to the change feed; the caller holds the transaction. */
export const recordChange = (
  db: Store,
  kind: Change['kind'],
  entity: Change['entity'],
  id: string,
  at: string,
): void => {
  insertRow(db, CHANGE, {}, { kind, entity, id, changedAt: at });
};

/** The last entry of the change feed; 0 when nothing ever changed. */
export const readLastChange = (db: Store): number =>
  prepare<{ n: number }>(db, 'SELECT coalesce(max(sequence), 0) AS n FROM change').get()?.n ?? 0;

const NEXT = selectFrom(CHANGE, ['sequence'], 'WHERE sequence > ? ORDER BY sequence LIMIT ?');

/** What happened after a sequence number, oldest first: `listChanges(db, { after: 0, limit: 100 })`. */
export const listChanges = (db: Store, page: { readonly after: number; readonly limit: number }): Change[] =>
  loadRows(db, NEXT, page.after, page.limit).map(({ keys, value }) => ({ ...keys, ...value }));
