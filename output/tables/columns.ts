/** What one cell of a row may hold. */
export type Cell = string | number | Uint8Array | null;

/** How a field lies in its columns: what they are called, what goes into them, what comes out. */
export interface Column<Value> {
  /** Columns of its own table, which insert writes; none for what stands in a joined table alone. */
  readonly names: (field: string) => readonly string[];
  /** What select asks for: the same columns, or those of a joined table. */
  readonly asked: (field: string, table: string) => readonly string[];
  /** Adds one cell for each of `names`. */
  readonly write: (value: Value, cells: Cell[]) => void;
  /** Takes one cell for each of `asked`, from `at` on. */
  readonly read: (cells: readonly Cell[], at: number) => Value;
}

/** A column for each field of a shape: a field that is forgotten, or one too many, does not compile. */
export type Columns<Value> = { readonly [Field in keyof Value]-?: Column<Value[Field]> };

/** The one place where a row is taken at its word: what it holds was checked by zod before insert wrote it. */
const trust = <Value>(held: unknown): Value => held as Value;

const toSqlName = (field: string): string => field.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);

/** A field that is its cell. Its column is the snake_case of the field unless another name is given. */
export const cell = <Value extends Cell>(name?: string): Column<Value> => {
  const toName = (field: string): string => name ?? toSqlName(field);
  return {
    names: (field) => [toName(field)],
    asked: (field, table) => [`${table}.${toName(field)}`],
    write: (value, cells) => {
      cells.push(value);
    },
    read: (cells, at) => trust(cells[at]),
  };
};

/** A field that another table holds: read from a joined column, written through a key. `joined('issuer.name')` */
export const joined = <Value extends Cell>(expression: string): Column<Value> => ({
  names: () => [],
  asked: () => [expression],
  write: () => {},
  read: (cells, at) => trust(cells[at]),
});

/** A field that its column holds in another form: `converted(cell<string>(), packPieces, unpackPieces)`. */
export const converted = <Value, Held>(
  column: Column<Held>,
  toHeld: (value: Value) => Held,
  fromHeld: (held: Held) => Value,
): Column<Value> => ({
  ...column,
  write: (value, cells) => column.write(toHeld(value), cells),
  read: (cells, at) => fromHeld(column.read(cells, at)),
});

/** true and false as 1 and 0. */
export const flag = (name?: string): Column<boolean> =>
  converted(
    cell<number>(name),
    (value: boolean) => (value ? 1 : 0),
    (held) => held === 1,
  );

const absent = <Value, Nothing extends null | undefined>(
  column: Column<Value>,
  nothing: Nothing,
): Column<Value | Nothing> => {
  const nulls = column.names('').map(() => null);
  const width = column.asked('', '').length;
  return {
    ...column,
    write: (value, cells) => {
      if (value === null || value === undefined) cells.push(...nulls);
      else column.write(value, cells);
    },
    read: (cells, at) =>
      cells.slice(at, at + width).every((held) => held === null) ? nothing : column.read(cells, at),
  };
};

/** A field that may be absent: all its cells are null then. */
export const optional = <Value>(column: Column<Value>): Column<Value | undefined> => absent(column, undefined);

/** A field of several cells, or one in another form, that may be null: all its cells are null then. */
export const nullable = <Value>(column: Column<Value>): Column<Value | null> => absent(column, null);

const joinNames = (field: string, part: string): string =>
  field === '' ? part : `${field}${part.slice(0, 1).toUpperCase()}${part.slice(1)}`;

/** An object whose fields are columns of one row: a span is `span_start`, `span_end`. A whole row is one as well. */
export const group = <Value extends object>(columns: Columns<Value>): Column<Value> => {
  const entries = trust<readonly (readonly [string, Column<unknown>])[]>(Object.entries(columns));
  let width = 0;
  const parts = entries.map(([part, column]) => {
    const offset = width;
    width += column.asked('', '').length;
    return { part, column, offset };
  });
  return {
    names: (field) => parts.flatMap(({ part, column }) => column.names(joinNames(field, part))),
    asked: (field, table) => parts.flatMap(({ part, column }) => column.asked(joinNames(field, part), table)),
    write: (value, cells) => {
      const fields = trust<Readonly<Record<string, unknown>>>(value);
      for (const { part, column } of parts) column.write(fields[part], cells);
    },
    read: (cells, at) => {
      const fields: Record<string, unknown> = {};
      for (const { part, column, offset } of parts) {
        const value = column.read(cells, at + offset);
        if (value !== undefined) fields[part] = value;
      }
      return trust(fields);
    },
  };
};

/** The columns of some fields alone: `pickColumns(DEADLINE.columns, ['text', 'due'])`. */
export const pickColumns = <Value, Field extends keyof Value>(
  columns: Columns<Value>,
  fields: readonly Field[],
): Columns<Pick<Value, Field>> => trust(Object.fromEntries(fields.map((field) => [field, columns[field]])));

/** Fields that are their cells, each under its own name: `plainColumns<'ordinal', number>(['ordinal'])`. */
export const plainColumns = <Field extends string, Held extends Cell>(
  fields: readonly Field[],
): Columns<Readonly<Record<Field, Held>>> => trust(Object.fromEntries(fields.map((field) => [field, cell()])));
