import type { Deadline } from '../../schemas/directive.js';
import { type Columns, cell, flag, group } from './columns.js';
import { defineTable } from './table.js';

/** When something is due, column by column. — thời hạn */
export const DEADLINE_COLUMNS: Columns<Deadline> = {
  text: cell(),
  span: group({ start: cell(), end: cell() }),
  kind: cell(),
  due: cell(),
  bound: cell(),
  target: flag(),
  precision: cell(),
  inferred: flag(),
  recurrence: cell(),
  anchor: cell(),
  certainty: cell(),
  foundBy: cell(),
  confidence: cell(),
};

/** Deadlines by directive, ordinal of the assignment, and ordinal in it. */
export const DEADLINE = defineTable('deadline', ['directiveKey', 'assignment', 'ordinal'], DEADLINE_COLUMNS);
