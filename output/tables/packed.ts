import { deflateSync, inflateSync } from 'node:zlib';
import { z } from 'zod';
import { type Cell, type Columns, group } from './columns.js';

const Held = z.array(z.union([z.number(), z.string(), z.null()]));
const Packed = z.record(z.string(), z.union([Held, z.object({ deltas: z.array(z.number()) })]));

const toDeltas = (values: readonly Cell[]): { deltas: number[] } | readonly Cell[] => {
  const deltas: number[] = [];
  let last = 0;
  for (const value of values) {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) return values;
    deltas.push(value - last);
    last = value;
  }
  return { deltas };
};

const fromDeltas = (deltas: readonly number[]): number[] => {
  let last = 0;
  return deltas.map((delta) => {
    last += delta;
    return last;
  });
};

/**
 * Packs named columns of equal length: JSON, integer columns as differences, compressed by zlib. About eight bytes for
 * a word with its box, where plain rows need sixty. Any language unpacks it: docs/schema.md shows how.
 */
export const packColumns = (columns: Readonly<Record<string, readonly Cell[]>>): Buffer =>
  deflateSync(
    JSON.stringify(Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, toDeltas(values)]))),
  );

/** Gives back what packColumns took. */
export const unpackColumns = (blob: Uint8Array): Record<string, readonly Cell[]> => {
  const packed = Packed.parse(JSON.parse(inflateSync(blob).toString('utf8')));
  return Object.fromEntries(
    Object.entries(packed).map(([name, values]) => [name, Array.isArray(values) ? values : fromDeltas(values.deltas)]),
  );
};

/** A table within a cell. Its columns hold numbers, text and null, under the names that they were given. */
export interface PackedTable<Value> {
  readonly names: readonly string[];
  readonly pack: (values: readonly Value[]) => Buffer;
  readonly unpack: (blob: Uint8Array) => Value[];
}

/** Describes a packed table by its columns: `definePacked(EDIT_COLUMNS).pack(edits)`. */
export const definePacked = <Value extends object>(columns: Columns<Value>): PackedTable<Value> => {
  const whole = group(columns);
  const names = whole.names('');
  return {
    names,
    pack: (values) => {
      const rows = values.map((value) => {
        const cells: Cell[] = [];
        whole.write(value, cells);
        return cells;
      });
      return packColumns(Object.fromEntries(names.map((name, i) => [name, rows.map((cells) => cells[i] ?? null)])));
    },
    unpack: (blob) => {
      const packed = unpackColumns(blob);
      const held = names.map((name) => packed[name] ?? []);
      return (held[0] ?? []).map((_, row) =>
        whole.read(
          held.map((column) => column[row] ?? null),
          0,
        ),
      );
    },
  };
};
