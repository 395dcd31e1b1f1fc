import type { Assignment, Body, Deadline, Directive, Reference } from '../../schemas/directive.js';
import type { Note } from '../../schemas/note.js';
import type { Span } from '../../schemas/span.js';
import { unpackPieces } from './pieces.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

interface DirectiveRow {
  readonly directive_key: number;
  readonly document_key: number;
  readonly ordinal: number;
  readonly needs_review: number;
  readonly page: number;
  readonly id: string;
  readonly number: string;
  readonly kind: Directive['kind'];
  readonly parent: string | null;
  readonly confidence: number | null;
  readonly clear_who: number;
  readonly clear_what: number;
  readonly clear_when: number;
  readonly text: string;
  readonly pieces: string;
}

const toSpan = (start: number | null, end: number | null): Span | undefined =>
  start === null || end === null ? undefined : { start, end };

interface NoteRow {
  readonly level: Note['level'];
  readonly rule: string;
  readonly vi: string;
  readonly en: string;
  readonly page: number | null;
  readonly directive: string | null;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly expected: string | null;
  readonly actual: string | null;
}

const toNote = (row: NoteRow): Note => {
  const span = toSpan(row.span_start, row.span_end);
  return {
    level: row.level,
    rule: row.rule,
    message: { vi: row.vi, en: row.en },
    ...(row.page === null ? {} : { page: row.page }),
    ...(row.directive === null ? {} : { directive: row.directive }),
    ...(span === undefined ? {} : { span }),
    ...(row.expected === null ? {} : { expected: row.expected }),
    ...(row.actual === null ? {} : { actual: row.actual }),
  };
};

/** Notes of a document (ordinal 0) or of one of its directives, in order. */
export const loadNotes = (db: Store, documentKey: number, directiveOrdinal: number): Note[] =>
  prepare<NoteRow>(
    db,
    `SELECT n.*, m.vi, m.en FROM note n JOIN note_message m ON m.message_key = n.message_key
     WHERE n.document_key = ? AND n.directive_ordinal = ? ORDER BY n.ordinal`,
  )
    .all(documentKey, directiveOrdinal)
    .map(toNote);

interface BodyRow {
  readonly assignment: number;
  readonly name: string;
  readonly role: Body['role'];
  readonly inherited: number;
  readonly span_start: number | null;
  readonly span_end: number | null;
  readonly normalized: string;
  readonly level: Body['level'];
  readonly branch: Body['branch'];
  readonly confidence: number | null;
}

const toBody = (row: BodyRow): Body => {
  const span = toSpan(row.span_start, row.span_end);
  return {
    name: row.name,
    role: row.role,
    inherited: row.inherited === 1,
    ...(span === undefined ? {} : { span }),
    normalized: row.normalized,
    level: row.level,
    branch: row.branch,
    confidence: row.confidence,
  };
};

interface DeadlineRow {
  readonly assignment: number;
  readonly text: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly kind: Deadline['kind'];
  readonly due: string | null;
  readonly bound: Deadline['bound'];
  readonly target: number;
  readonly precision: Deadline['precision'];
  readonly inferred: number;
  readonly recurrence: string | null;
  readonly anchor: string | null;
  readonly certainty: Deadline['certainty'];
  readonly found_by: string;
  readonly confidence: number | null;
}

const toDeadline = (row: DeadlineRow): Deadline => ({
  text: row.text,
  span: { start: row.span_start, end: row.span_end },
  kind: row.kind,
  due: row.due,
  bound: row.bound,
  target: row.target === 1,
  precision: row.precision,
  inferred: row.inferred === 1,
  recurrence: row.recurrence,
  anchor: row.anchor,
  certainty: row.certainty,
  foundBy: row.found_by,
  confidence: row.confidence,
});

const loadAssignments = (db: Store, directiveKey: number, text: string): Assignment[] => {
  const rows = prepare<{ ordinal: number; span_start: number; span_end: number; text: string | null }>(
    db,
    'SELECT ordinal, span_start, span_end, text FROM assignment WHERE directive_key = ? ORDER BY ordinal',
  ).all(directiveKey);
  const bodies = prepare<BodyRow>(
    db,
    `SELECT ab.*, n.name, b.normalized, b.level, b.branch FROM assignment_body ab
     JOIN body_name n ON n.name_key = ab.name_key JOIN body b ON b.body_key = ab.body_key
     WHERE ab.directive_key = ? ORDER BY ab.assignment, ab.ordinal`,
  ).all(directiveKey);
  const deadlines = prepare<DeadlineRow>(
    db,
    'SELECT * FROM deadline WHERE directive_key = ? ORDER BY assignment, ordinal',
  ).all(directiveKey);
  return rows.map((row) => ({
    text: row.text ?? text.slice(row.span_start, row.span_end),
    span: { start: row.span_start, end: row.span_end },
    bodies: bodies.filter((body) => body.assignment === row.ordinal).map(toBody),
    deadlines: deadlines.filter((deadline) => deadline.assignment === row.ordinal).map(toDeadline),
  }));
};

interface ReferenceRow {
  readonly text: string;
  readonly span_start: number;
  readonly span_end: number;
  readonly type: string | null;
  readonly number: string;
  readonly cited_on: string | null;
  readonly issuer: string | null;
  readonly title: string | null;
}

const loadReferences = (db: Store, directiveKey: number): Reference[] =>
  prepare<ReferenceRow>(db, 'SELECT * FROM reference WHERE directive_key = ? ORDER BY ordinal')
    .all(directiveKey)
    .map((row) => ({
      text: row.text,
      span: { start: row.span_start, end: row.span_end },
      type: row.type,
      number: row.number,
      on: row.cited_on,
      issuer: row.issuer,
      title: row.title,
    }));

const toDirective = (db: Store, row: DirectiveRow): Directive => ({
  id: row.id,
  number: row.number,
  text: row.text,
  kind: row.kind,
  parent: row.parent,
  page: row.page,
  pieces: unpackPieces(row.pieces),
  confidence: row.confidence,
  needsReview: row.needs_review === 1,
  clarity: { who: row.clear_who === 1, what: row.clear_what === 1, when: row.clear_when === 1 },
  assignments: loadAssignments(db, row.directive_key, row.text),
  references: loadReferences(db, row.directive_key),
  notes: loadNotes(db, row.document_key, row.ordinal),
});

/** The directives of a document, in reading order. */
export const loadDirectives = (db: Store, documentKey: number): Directive[] =>
  prepare<DirectiveRow>(db, 'SELECT * FROM directive WHERE document_key = ? ORDER BY ordinal')
    .all(documentKey)
    .map((row) => toDirective(db, row));
