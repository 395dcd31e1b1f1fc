import type { Body } from '../../schemas/directive.js';
import { type Columns, cell, flag, group, joined, optional } from './columns.js';
import { defineTable } from './table.js';

/** What makes a body that body; equal ones are one row. — cơ quan, đơn vị, cá nhân */
export type BodyIdentity = Pick<Body, 'normalized' | 'level' | 'branch'>;

/** A name and its words in lower case without marks, đ as d, which filters look at. */
export interface FoldedName {
  readonly name: string;
  readonly folded: string;
}

const IDENTITY_COLUMNS: Columns<BodyIdentity> = { normalized: cell(), level: cell(), branch: cell() };
const FOLDED_COLUMNS: Columns<FoldedName> = { name: cell(), folded: cell() };

/** A name without its place, and the place: by these bodies and issuers meet. */
export interface NamePlace {
  readonly office: string;
  readonly area: string | null;
}

const PLACE_COLUMNS: Columns<NamePlace> = { office: cell(), area: cell() };

/** Bodies, each once, with the name under which it was first met. */
export const BODY = defineTable<BodyIdentity & FoldedName & NamePlace>('body', [], {
  ...IDENTITY_COLUMNS,
  ...FOLDED_COLUMNS,
  ...PLACE_COLUMNS,
});

/** Ways in which documents write a body. */
export const BODY_NAME = defineTable('body_name', ['bodyKey'], FOLDED_COLUMNS);

/** A body in its role, column by column: what it is stands in `body`, how it is written in `body_name`. */
export const ASSIGNMENT_BODY_COLUMNS: Columns<Body> = {
  name: joined('body_name.name'),
  role: cell(),
  inherited: flag(),
  span: optional(group({ start: cell(), end: cell() })),
  normalized: joined('body.normalized'),
  level: joined('body.level'),
  branch: joined('body.branch'),
  confidence: cell(),
};

/** Bodies by directive, ordinal of the assignment, and ordinal in it. */
export const ASSIGNMENT_BODY = defineTable(
  'assignment_body',
  ['directiveKey', 'assignment', 'ordinal', 'bodyKey', 'nameKey'],
  ASSIGNMENT_BODY_COLUMNS,
  `JOIN body_name ON body_name.name_key = assignment_body.name_key
   JOIN body ON body.body_key = assignment_body.body_key`,
);

/** Authors of documents, each once. — cơ quan ban hành */
export const ISSUER = defineTable<FoldedName & NamePlace & Pick<Body, 'level' | 'branch'>>('issuer', [], {
  ...FOLDED_COLUMNS,
  ...PLACE_COLUMNS,
  level: cell(),
  branch: cell(),
});

/** Kinds of documents, each once. — loại văn bản */
export const DOCUMENT_TYPE = defineTable('document_type', [], FOLDED_COLUMNS);
