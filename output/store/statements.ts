import type { Statement } from 'better-sqlite3';
import type { Store } from './store.js';

const cache = new WeakMap<Store, Map<string, Statement<unknown[], unknown>>>();

/**
 * Prepares a statement once for each database. The row type is the caller's word about the SQL beside it; this is the
 * one place where such a word is taken. `prepare<{ id: string }>(db, 'SELECT id FROM document')`.
 */
export const prepare = <Row>(db: Store, sql: string): Statement<unknown[], Row> => {
  let statements = cache.get(db);
  if (statements === undefined) {
    statements = new Map();
    cache.set(db, statements);
  }
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = db.prepare(sql);
    statements.set(sql, statement);
  }
  return statement as Statement<unknown[], Row>;
};
