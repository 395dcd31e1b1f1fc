import type { Assignment } from '../../schemas/directive.js';
import { type Columns, cell, group } from './columns.js';
import { defineTable } from './table.js';

/** A clause as its row holds it: null text where the span says it; bodies and deadlines have tables of their own. */
export type AssignmentRow = Omit<Assignment, 'text' | 'bodies' | 'deadlines'> & { readonly text: string | null };

/** One clause of a directive, column by column. — phân công */
export const ASSIGNMENT_COLUMNS: Columns<AssignmentRow> = {
  text: cell(),
  span: group({ start: cell(), end: cell() }),
};

/** Assignments by directive, in the order of its text. */
export const ASSIGNMENT = defineTable('assignment', ['directiveKey', 'ordinal'], ASSIGNMENT_COLUMNS);
