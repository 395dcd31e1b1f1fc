import type { Cell } from '../tables/columns.js';
import type { Keys, Query, Table } from '../tables/table.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Writes a row and returns its key: `insertRow(db, DEADLINE, { directiveKey, assignment: 1, ordinal: 1 }, deadline)`. */
export const insertRow = <Value, Key extends string>(
  db: Store,
  table: Table<Value, Key>,
  keys: Keys<Key>,
  value: Value,
): number => {
  // Spread: better-sqlite3 takes single parameters faster than an array of them.
  const { lastInsertRowid } = prepare(db, table.insert).run(...table.toCells(keys, value));
  return Number(lastInsertRowid);
};

/** All rows of a query: `loadRows(db, DEADLINES_OF_DIRECTIVE, directiveKey)`. */
export const loadRows = <Row>(db: Store, query: Query<Row>, ...parameters: readonly Cell[]): Row[] =>
  prepare<Cell[]>(db, query.sql)
    .raw()
    .all(...parameters)
    .map(query.read);

/** The first row of a query; undefined when there is none. */
export const loadRow = <Row>(db: Store, query: Query<Row>, ...parameters: readonly Cell[]): Row | undefined => {
  const cells = prepare<Cell[]>(db, query.sql)
    .raw()
    .get(...parameters);
  return cells === undefined ? undefined : query.read(cells);
};
