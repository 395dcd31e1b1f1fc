import type { Correction } from '../../schemas/correction.js';
import { type Columns, cell } from './columns.js';
import { defineTable } from './table.js';

/** What a person changed, column by column. — sửa tay */
export const CORRECTION_COLUMNS: Columns<Correction> = {
  documentId: cell(),
  directiveId: cell(),
  field: cell(),
  oldValue: cell(),
  newValue: cell(),
  correctedBy: cell(),
  correctedAt: cell(),
};

/** Corrections, in the order in which they were made. */
export const CORRECTION = defineTable('correction', [], CORRECTION_COLUMNS);
