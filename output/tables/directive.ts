import type { Directive } from '../../schemas/directive.js';
import { type Columns, cell, converted, flag, group } from './columns.js';
import { packPieces, unpackPieces } from './pieces.js';
import { defineTable } from './table.js';

/** A directive as its row holds it: what it has several of stands in tables of their own. */
export type DirectiveRow = Omit<Directive, 'assignments' | 'references' | 'notes'>;

/** One task-giving item, column by column. — chỉ đạo, nhiệm vụ */
export const DIRECTIVE_COLUMNS: Columns<DirectiveRow> = {
  id: cell(),
  number: cell(),
  text: cell(),
  kind: cell(),
  parent: cell(),
  page: cell(),
  pieces: converted(cell<string>(), packPieces, unpackPieces),
  confidence: cell(),
  needsReview: flag(),
  clarity: group({ who: flag('clear_who'), what: flag('clear_what'), when: flag('clear_when') }),
};

/** Directives by document, in reading order. */
export const DIRECTIVE = defineTable('directive', ['documentKey', 'ordinal'], DIRECTIVE_COLUMNS);
