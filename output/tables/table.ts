import { type Cell, type Columns, group, pickColumns, plainColumns } from './columns.js';

/** Keys of a row: which row of which parent it is, and names that stand in other tables. */
export type Keys<Key extends string> = Readonly<Record<Key, Cell>>;

/** A table and the shape that it stores. The column of a key, as of a field, is its name in snake_case. */
export interface Table<Value, Key extends string = never> {
  readonly name: string;
  readonly columns: Columns<Value>;
  /** Joins that its joined columns need. */
  readonly joins: string;
  /** SQL names of all that insert writes: keys, then fields. */
  readonly names: readonly string[];
  /** INSERT with a parameter for each of `names`. */
  readonly insert: string;
  /** The parameters of `insert`. */
  readonly toCells: (keys: Keys<Key>, value: Value) => Cell[];
}

/**
 * Describes a table once; its INSERT and every SELECT are made from that.
 * `defineTable('deadline', ['directiveKey', 'assignment', 'ordinal'], DEADLINE_COLUMNS)`
 */
export const defineTable = <Value extends object, const Key extends string = never>(
  name: string,
  keys: readonly Key[],
  columns: Columns<Value>,
  joins = '',
): Table<Value, Key> => {
  const own = group(plainColumns<Key, Cell>(keys));
  const fields = group(columns);
  const names = [...own.names(''), ...fields.names('')];
  return {
    name,
    columns,
    joins,
    names,
    insert: `INSERT INTO ${name} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    toCells: (given, value) => {
      const cells: Cell[] = [];
      own.write(given, cells);
      fields.write(value, cells);
      return cells;
    },
  };
};

/** The INSERT of a table that replaces a row with the same primary key. */
export const replaceInto = ({ insert }: Pick<Table<unknown>, 'insert'>): string =>
  insert.replace('INSERT', 'INSERT OR REPLACE');

/** The INSERT of a table that brings a row up to date when one has the same `unique` column. */
export const upsertInto = ({ insert, names }: Pick<Table<unknown>, 'insert' | 'names'>, unique: string): string => {
  const others = names.filter((name) => name !== unique);
  return `${insert} ON CONFLICT (${unique}) DO UPDATE SET ${others.map((name) => `${name} = excluded.${name}`).join(', ')}`;
};

/** A SELECT and how to read its rows, which must come as arrays. */
export interface Query<Row> {
  readonly sql: string;
  readonly read: (cells: readonly Cell[]) => Row;
}

/** A row as a query gives it: the keys that were asked for, and the value. */
export interface Row<Value, Key extends string = never> {
  readonly keys: Readonly<Record<Key, number>>;
  readonly value: Value;
}

/**
 * SELECT of whole values, with some of the table's whole-number columns beside them. `rest` follows the joins.
 * `selectFrom(DEADLINE, ['assignment'], 'WHERE directive_key = ? ORDER BY assignment, ordinal')`
 */
export const selectFrom = <Value extends object, const Key extends string = never>(
  { name, columns, joins }: Pick<Table<Value>, 'name' | 'columns' | 'joins'>,
  keys: readonly Key[],
  rest: string,
): Query<Row<Value, Key>> => {
  const own = group(plainColumns<Key, number>(keys));
  const fields = group(columns);
  const first = own.asked('', name);
  return {
    sql: `SELECT ${[...first, ...fields.asked('', name)].join(', ')} FROM ${name} ${joins} ${rest}`,
    read: (cells) => ({ keys: own.read(cells, 0), value: fields.read(cells, first.length) }),
  };
};

/** SELECT of some fields alone, for lists: `selectFields(DEADLINE, ['text', 'due'], 'WHERE directive_key = ?')`. */
export const selectFields = <Value extends object, Field extends keyof Value>(
  table: Pick<Table<Value>, 'name' | 'columns' | 'joins'>,
  fields: readonly Field[],
  rest: string,
): Query<Row<Pick<Value, Field>>> => selectFrom({ ...table, columns: pickColumns(table.columns, fields) }, [], rest);
