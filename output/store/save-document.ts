import { createHash } from 'node:crypto';
import type { Assignment, Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Note } from '../../schemas/note.js';
import { internBody, internIssuer, internMessage, internType } from './intern.js';
import { packPieces } from './pieces.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const toFlag = (value: boolean): number => (value ? 1 : 0);

/** SHA-256 of a record: equal records have equal fingerprints. */
export const fingerprint = (document: ExportedDocument): Buffer =>
  createHash('sha256').update(JSON.stringify(document)).digest();

// Plain SQL could not cut by UTF-16 units where a character takes two of them: such clauses are stored as text.
const ASTRAL = /[\ud800-\udfff]/u;
const spanSaysIt = (text: string, { span, text: clause }: Assignment): boolean =>
  text.slice(span.start, span.end) === clause && !/[\u{10000}-\u{10ffff}]/u.test(text) && !ASTRAL.test(text);

const insertNotes = (db: Store, documentKey: number, directiveOrdinal: number, notes: readonly Note[]): void => {
  const insert = prepare(
    db,
    `INSERT INTO note (document_key, directive_ordinal, ordinal, level, rule, message_key, page, directive, span_start,
       span_end, expected, actual) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, note] of notes.entries())
    insert.run(
      documentKey,
      directiveOrdinal,
      index + 1,
      note.level,
      note.rule,
      internMessage(db, note.message.vi, note.message.en),
      note.page ?? null,
      note.directive ?? null,
      note.span?.start ?? null,
      note.span?.end ?? null,
      note.expected ?? null,
      note.actual ?? null,
    );
};

const insertDeadlines = (db: Store, directiveKey: number, ordinal: number, { deadlines }: Assignment): void => {
  const insert = prepare(
    db,
    `INSERT INTO deadline (directive_key, assignment, ordinal, text, span_start, span_end, kind, due, bound, target,
       precision, inferred, recurrence, anchor, certainty, found_by, confidence)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, d] of deadlines.entries())
    insert.run(
      directiveKey,
      ordinal,
      index + 1,
      d.text,
      d.span.start,
      d.span.end,
      d.kind,
      d.due,
      d.bound,
      toFlag(d.target),
      d.precision,
      toFlag(d.inferred),
      d.recurrence,
      d.anchor,
      d.certainty,
      d.foundBy,
      d.confidence,
    );
};

const insertAssignment = (
  db: Store,
  directiveKey: number,
  ordinal: number,
  assignment: Assignment,
  text: string,
): void => {
  prepare(db, 'INSERT INTO assignment (directive_key, ordinal, span_start, span_end, text) VALUES (?, ?, ?, ?, ?)').run(
    directiveKey,
    ordinal,
    assignment.span.start,
    assignment.span.end,
    spanSaysIt(text, assignment) ? null : assignment.text,
  );
  const insertBody = prepare(
    db,
    `INSERT INTO assignment_body (directive_key, assignment, ordinal, body_key, name_key, role, inherited, span_start,
       span_end, confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, body] of assignment.bodies.entries()) {
    const key = internBody(db, body);
    insertBody.run(
      directiveKey,
      ordinal,
      index + 1,
      key.body,
      key.name,
      body.role,
      toFlag(body.inherited),
      body.span?.start ?? null,
      body.span?.end ?? null,
      body.confidence,
    );
  }
  insertDeadlines(db, directiveKey, ordinal, assignment);
};

const insertReferences = (db: Store, directiveKey: number, directive: Directive): void => {
  const insert = prepare(
    db,
    `INSERT INTO reference (directive_key, ordinal, text, span_start, span_end, type, number, cited_on, issuer, title)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [index, r] of directive.references.entries())
    insert.run(directiveKey, index + 1, r.text, r.span.start, r.span.end, r.type, r.number, r.on, r.issuer, r.title);
};

const insertDirective = (db: Store, documentKey: number, ordinal: number, directive: Directive): number => {
  const { lastInsertRowid } = prepare(
    db,
    `INSERT INTO directive (document_key, ordinal, needs_review, page, id, number, confidence, clear_who, clear_what,
       clear_when, text, pieces, kind, parent) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    documentKey,
    ordinal,
    toFlag(directive.needsReview),
    directive.page,
    directive.id,
    directive.number,
    directive.confidence,
    toFlag(directive.clarity.who),
    toFlag(directive.clarity.what),
    toFlag(directive.clarity.when),
    directive.text,
    packPieces(directive.pieces),
    directive.kind,
    directive.parent,
  );
  return Number(lastInsertRowid);
};

const insertHeader = (db: Store, fileKey: number, record: ExportedDocument, mark: Buffer): number => {
  const { document: d } = record;
  const { lastInsertRowid } = prepare(
    db,
    `INSERT INTO document (id, file_key, part, page_count, text_origin, type_key, number, issuer_key, place, issued_on,
       held_on, meeting_number, subject, signer_authority, signer_position, signer_name, urgency, signed_at, confidence,
       needs_review, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    d.id,
    fileKey,
    d.part,
    d.source.pageCount,
    d.textOrigin,
    internType(db, d.type),
    d.number,
    internIssuer(db, d.issuer),
    d.place,
    d.issuedOn,
    d.heldOn,
    d.meetingNumber,
    d.subject,
    d.signer.authority,
    d.signer.position,
    d.signer.name,
    d.urgency,
    d.signedAt,
    d.confidence,
    toFlag(d.needsReview),
    mark,
  );
  return Number(lastInsertRowid);
};

const insertMail = (db: Store, documentKey: number, { recipients, received }: ExportedDocument['document']): void => {
  const insertRecipient = prepare(db, 'INSERT INTO recipient (document_key, ordinal, text) VALUES (?, ?, ?)');
  for (const [index, text] of recipients.entries()) insertRecipient.run(documentKey, index + 1, text);
  const insertStamp = prepare(
    db,
    'INSERT INTO received (document_key, ordinal, number, received_on, received_by) VALUES (?, ?, ?, ?, ?)',
  );
  for (const [index, stamp] of received.entries())
    insertStamp.run(documentKey, index + 1, stamp.number, stamp.on, stamp.by);
};

/** Writes one document with its directives, but not their index rows; the caller holds the transaction. */
export const insertDocument = (db: Store, fileKey: number, record: ExportedDocument, mark: Buffer): void => {
  const { document } = record;
  const documentKey = insertHeader(db, fileKey, record, mark);
  insertMail(db, documentKey, document);
  insertNotes(db, documentKey, 0, document.notes);
  for (const [index, directive] of record.directives.entries()) {
    const directiveKey = insertDirective(db, documentKey, index + 1, directive);
    for (const [i, assignment] of directive.assignments.entries())
      insertAssignment(db, directiveKey, i + 1, assignment, directive.text);
    insertReferences(db, directiveKey, directive);
    insertNotes(db, documentKey, index + 1, directive.notes);
  }
};
