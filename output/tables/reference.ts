import type { Reference } from '../../schemas/directive.js';
import { type Columns, cell, group } from './columns.js';
import { defineTable } from './table.js';

/** A cited document, column by column. — văn bản viện dẫn */
export const REFERENCE_COLUMNS: Columns<Reference> = {
  text: cell(),
  span: group({ start: cell(), end: cell() }),
  type: cell(),
  number: cell(),
  on: cell('cited_on'),
  issuer: cell(),
  title: cell(),
};

/** Citations by directive, in the order of its text. */
export const REFERENCE = defineTable('reference', ['directiveKey', 'ordinal'], REFERENCE_COLUMNS);
