import type { Assignment, Directive } from '../../schemas/directive.js';
import type { Note } from '../../schemas/note.js';
import { ASSIGNMENT } from '../tables/assignment.js';
import { ASSIGNMENT_BODY } from '../tables/body.js';
import { DEADLINE } from '../tables/deadline.js';
import { DIRECTIVE, type DirectiveRow } from '../tables/directive.js';
import { NOTE } from '../tables/note.js';
import { REFERENCE } from '../tables/reference.js';
import { selectFrom } from '../tables/table.js';
import { loadRows } from './rows.js';
import type { Store } from './store.js';

const NOTES = selectFrom(
  NOTE,
  [],
  'WHERE note.document_key = ? AND note.directive_ordinal = ? ORDER BY note.directive_ordinal, note.ordinal',
);

/** Notes of a document (ordinal 0) or of one of its directives, in order. */
export const loadNotes = (db: Store, documentKey: number, directiveOrdinal: number): Note[] =>
  loadRows(db, NOTES, documentKey, directiveOrdinal).map(({ value }) => value);

const ASSIGNMENTS = selectFrom(ASSIGNMENT, ['ordinal'], 'WHERE directive_key = ? ORDER BY ordinal');
const BODIES = selectFrom(
  ASSIGNMENT_BODY,
  ['assignment'],
  'WHERE assignment_body.directive_key = ? ORDER BY assignment_body.assignment, assignment_body.ordinal',
);
const DEADLINES = selectFrom(DEADLINE, ['assignment'], 'WHERE directive_key = ? ORDER BY assignment, ordinal');

const loadAssignments = (db: Store, directiveKey: number, text: string): Assignment[] => {
  const bodies = loadRows(db, BODIES, directiveKey);
  const deadlines = loadRows(db, DEADLINES, directiveKey);
  return loadRows(db, ASSIGNMENTS, directiveKey).map(({ keys, value }) => ({
    ...value,
    text: value.text ?? text.slice(value.span.start, value.span.end),
    bodies: bodies.filter((row) => row.keys.assignment === keys.ordinal).map((row) => row.value),
    deadlines: deadlines.filter((row) => row.keys.assignment === keys.ordinal).map((row) => row.value),
  }));
};

const REFERENCES = selectFrom(REFERENCE, [], 'WHERE directive_key = ? ORDER BY ordinal');
const DIRECTIVES = selectFrom(DIRECTIVE, ['directiveKey', 'ordinal'], 'WHERE document_key = ? ORDER BY ordinal');

interface DirectiveKeys {
  readonly documentKey: number;
  readonly directiveKey: number;
  readonly ordinal: number;
}

const completeDirective = (
  db: Store,
  { documentKey, directiveKey, ordinal }: DirectiveKeys,
  row: DirectiveRow,
): Directive => ({
  ...row,
  assignments: loadAssignments(db, directiveKey, row.text),
  references: loadRows(db, REFERENCES, directiveKey).map(({ value }) => value),
  notes: loadNotes(db, documentKey, ordinal),
});

/** The directives of a document, in reading order. */
export const loadDirectives = (db: Store, documentKey: number): Directive[] =>
  loadRows(db, DIRECTIVES, documentKey).map(({ keys, value }) =>
    completeDirective(db, { documentKey, ...keys }, value),
  );
