import type { Assignment, Body, Deadline, Directive, Reference } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Note } from '../../schemas/note.js';
import type { Span } from '../../schemas/span.js';
import type { Store } from './open-database.js';
import { unpackPieces } from './pieces.js';
import { prepare } from './statements.js';

interface HeaderRow {
  readonly document_key: number;
  readonly id: string;
  readonly part: number;
  readonly page_count: number;
  readonly text_origin: ExportedDocument['document']['textOrigin'];
  readonly type: string | null;
  readonly number: string | null;
  readonly issuer: string | null;
  readonly place: string | null;
  readonly issued_on: string | null;
  readonly held_on: string | null;
  readonly meeting_number: string | null;
  readonly subject: string | null;
  readonly signer_authority: string | null;
  readonly signer_position: string | null;
  readonly signer_name: string | null;
  readonly urgency: string | null;
  readonly signed_at: string | null;
  readonly confidence: number | null;
  readonly needs_review: number;
  readonly path: string;
  readonly sha256: string;
  readonly media_type: ExportedDocument['document']['source']['mediaType'];
}

const HEADER = `SELECT d.*, t.name AS type, i.name AS issuer, f.path, f.sha256, f.media_type
  FROM document d JOIN file f ON f.file_key = d.file_key
  LEFT JOIN document_type t ON t.type_key = d.type_key LEFT JOIN issuer i ON i.issuer_key = d.issuer_key`;

interface DirectiveRow {
  readonly directive_key: number;
  readonly document_key: number;
  readonly ordinal: number;
  readonly needs_review: number;
  readonly page: number;
  readonly id: string;
  readonly number: string;
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

const loadNotes = (db: Store, documentKey: number, directiveOrdinal: number): Note[] =>
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
  page: row.page,
  pieces: unpackPieces(row.pieces),
  confidence: row.confidence,
  needsReview: row.needs_review === 1,
  clarity: { who: row.clear_who === 1, what: row.clear_what === 1, when: row.clear_when === 1 },
  assignments: loadAssignments(db, row.directive_key, row.text),
  references: loadReferences(db, row.directive_key),
  notes: loadNotes(db, row.document_key, row.ordinal),
});

const toRecord = (db: Store, row: HeaderRow): ExportedDocument => {
  const recipients = prepare<{ text: string }>(
    db,
    'SELECT text FROM recipient WHERE document_key = ? ORDER BY ordinal',
  ).all(row.document_key);
  const received = prepare<{ number: string | null; received_on: string | null; received_by: string | null }>(
    db,
    'SELECT number, received_on, received_by FROM received WHERE document_key = ? ORDER BY ordinal',
  ).all(row.document_key);
  const directives = prepare<DirectiveRow>(db, 'SELECT * FROM directive WHERE document_key = ? ORDER BY ordinal').all(
    row.document_key,
  );
  return {
    document: {
      id: row.id,
      source: { path: row.path, sha256: row.sha256, mediaType: row.media_type, pageCount: row.page_count },
      part: row.part,
      textOrigin: row.text_origin,
      type: row.type,
      number: row.number,
      issuer: row.issuer,
      place: row.place,
      issuedOn: row.issued_on,
      heldOn: row.held_on,
      meetingNumber: row.meeting_number,
      subject: row.subject,
      signer: { authority: row.signer_authority, position: row.signer_position, name: row.signer_name },
      recipients: recipients.map((r) => r.text),
      received: received.map((r) => ({ number: r.number, on: r.received_on, by: r.received_by })),
      urgency: row.urgency,
      signedAt: row.signed_at,
      confidence: row.confidence,
      needsReview: row.needs_review === 1,
      notes: loadNotes(db, row.document_key, 0),
    },
    directives: directives.map((directive) => toDirective(db, directive)),
  };
};

/** A document by its id, as it was read; corrections stand beside it (listCorrections). Undefined when there is none. */
export const loadDocument = (db: Store, id: string): ExportedDocument | undefined => {
  const row = prepare<HeaderRow>(db, `${HEADER} WHERE d.id = ?`).get(id);
  return row === undefined ? undefined : toRecord(db, row);
};

/** A directive by its id with the header of its document. Undefined when there is none. */
export const loadDirective = (
  db: Store,
  id: string,
): { readonly document: ExportedDocument['document']; readonly directive: Directive } | undefined => {
  const found = prepare<{ id: string }>(
    db,
    `SELECT d.id FROM directive x JOIN document d ON d.document_key = x.document_key WHERE x.id = ?`,
  ).get(id);
  const record = found === undefined ? undefined : loadDocument(db, found.id);
  const directive = record?.directives.find((d) => d.id === id);
  return record === undefined || directive === undefined ? undefined : { document: record.document, directive };
};

/** The documents of one file, in their order in it. */
export const loadDocumentsOfFile = (db: Store, fileKey: number): ExportedDocument[] =>
  prepare<HeaderRow>(db, `${HEADER} WHERE d.file_key = ? ORDER BY d.part, d.document_key`)
    .all(fileKey)
    .map((row) => toRecord(db, row));

/** Ids of the documents with a number, written in any case and with or without đ: several terms may share it. */
export const findDocumentsByNumber = (db: Store, number: string): string[] =>
  prepare<{ id: string }>(
    db,
    `SELECT id FROM document WHERE replace(lower(replace(number, 'Đ', 'D')), 'đ', 'd') = ? ORDER BY issued_on, id`,
  )
    .all(number.normalize('NFC').replace(/[Đđ]/gu, 'd').toLowerCase())
    .map((row) => row.id);

/** Every document, one at a time, in the order of storing: a hundred thousand never stand in memory at once. */
export function* listDocuments(db: Store): Generator<ExportedDocument> {
  // A page of keys at a time: an open cursor would forbid every write on this connection.
  const next = prepare<{ document_key: number; id: string }>(
    db,
    'SELECT document_key, id FROM document WHERE document_key > ? ORDER BY document_key LIMIT 200',
  );
  for (let last = 0; ; ) {
    const rows = next.all(last);
    for (const { document_key, id } of rows) {
      const record = loadDocument(db, id);
      if (record !== undefined) yield record;
      last = document_key;
    }
    if (rows.length === 0) return;
  }
}
