import { prepare } from './statements.js';
import type { Store } from './store.js';

/** One entry of the change feed. `id` is that of a document; a correction is named by its document, too. */
export interface Change {
  readonly sequence: number;
  readonly kind: 'insert' | 'update' | 'delete';
  readonly entity: 'document' | 'correction';
  readonly id: string;
  readonly changedAt: string;
}

/** Adds an entry to the change feed; the caller holds the transaction. */
export const recordChange = (
  db: Store,
  kind: Change['kind'],
  entity: Change['entity'],
  id: string,
  at: string,
): void => {
  prepare(db, 'INSERT INTO change (kind, entity, id, changed_at) VALUES (?, ?, ?, ?)').run(kind, entity, id, at);
};

/** What happened after a sequence number, oldest first: `listChanges(db, { after: 0, limit: 100 })`. */
export const listChanges = (db: Store, page: { readonly after: number; readonly limit: number }): Change[] =>
  prepare<Change>(
    db,
    `SELECT sequence, kind, entity, id, changed_at AS changedAt FROM change
     WHERE sequence > ? ORDER BY sequence LIMIT ?`,
  ).all(page.after, page.limit);
