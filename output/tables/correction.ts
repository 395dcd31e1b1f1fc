import type { Correction } from '../../schemas/correction.js';
import { type Columns, cell, converted, flag, optional } from './columns.js';
import { defineTable } from './table.js';

const json = <Value>(): ReturnType<typeof optional<Value>> =>
  optional(
    converted(
      cell<string>(),
      (value: Value) => JSON.stringify(value),
      (held): Value => JSON.parse(held),
    ),
  );

/** What a person changed, column by column. — sửa tay */
export const CORRECTION_COLUMNS: Columns<Omit<Correction, 'key'>> = {
  documentId: cell(),
  directiveId: cell(),
  field: cell(),
  oldValue: cell(),
  newValue: cell(),
  correctedBy: cell(),
  correctedAt: cell(),
  detail: json(),
  seen: json(),
  undoes: optional(cell()),
  undoneBy: optional(cell()),
  isLost: optional(flag()),
};

/** Corrections, in the order in which they were made. */
export const CORRECTION = defineTable('correction', ['correctionKey'], CORRECTION_COLUMNS);
