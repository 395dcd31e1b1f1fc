import fc from 'fast-check';
import { z } from 'zod';
import { IsoDate, Span } from '../../schemas/span.js';

/** Any text that SQLite can hold: whole characters, line ends, quotes, letters beyond two bytes. */
export const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('Đảng uỷ', "O'Brien; DROP TABLE file;--", 'giao "Sở A" 😀', '  ', '\f\n\t'),
);
const named = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
  fc.constantFrom('Sở Tài chính', 'UBND xã'),
);
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const span = fc.tuple(fc.nat(200), fc.nat(50)).map(([start, length]) => ({ start, end: start + length }));

/** Whole numbers up to 500, others up to 4000, never below 0. */
const numberOf = ({ isInt, minValue, maxValue }: z.ZodNumber): fc.Arbitrary<number> => {
  const bounds = {
    min: Math.max(minValue ?? 0, 0),
    max: Math.min(maxValue ?? Number.POSITIVE_INFINITY, isInt ? 500 : 4000),
  };
  // Never -0, which JSON does not know.
  return isInt ? fc.integer(bounds) : fc.double({ ...bounds, noNaN: true }).map((value) => value + 0);
};

const anyOf = (schema: z.core.$ZodType): fc.Arbitrary<unknown> => {
  if (schema === IsoDate) return day;
  if (schema === Span) return span;
  if (schema instanceof z.ZodReadonly) return anyOf(schema.unwrap());
  if (schema instanceof z.ZodNullable) return fc.option(anyOf(schema.unwrap()), { nil: null });
  if (schema instanceof z.ZodString) return (schema.minLength ?? 0) > 0 ? named : text;
  if (schema instanceof z.ZodNumber) return numberOf(schema);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.element), { maxLength: 3 });
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.core.$ZodType>(schema.shape);
    const record = fc.record(
      Object.fromEntries(
        fields.map(([name, field]) => [name, anyOf(field instanceof z.ZodOptional ? field.unwrap() : field)]),
      ),
      { requiredKeys: fields.filter(([, field]) => !(field instanceof z.ZodOptional)).map(([name]) => name) },
    );
    // What fields must hold together, as one that is not null.
    return schema._zod.def.checks === undefined ? record : record.filter((value) => schema.safeParse(value).success);
  }
  throw new Error(`Expected a kind of schema that values can be made for, got ${schema._zod.def.type}`);
};

/** Any value of a schema, so that a new field is tested without a word about it here: `arbitraryOf(Deadline)`. */
export const arbitraryOf = <Value>(schema: z.ZodType<Value>): fc.Arbitrary<Value> =>
  anyOf(schema).map((value) => schema.parse(value));
