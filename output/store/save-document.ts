import { createHash } from 'node:crypto';
import type { Assignment, Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { Note } from '../../schemas/note.js';
import { ASSIGNMENT } from '../tables/assignment.js';
import { ASSIGNMENT_BODY } from '../tables/body.js';
import { DEADLINE } from '../tables/deadline.js';
import { DIRECTIVE } from '../tables/directive.js';
import { DOCUMENT, RECEIVED, RECIPIENT, SIGNATURE } from '../tables/document.js';
import { NOTE } from '../tables/note.js';
import { REFERENCE } from '../tables/reference.js';
import { UNCLAIMED } from '../tables/unclaimed.js';
import { internBody, internIssuer, internMessage, internType } from './intern.js';
import { insertRow } from './rows.js';
import type { Store } from './store.js';

/** SHA-256 of a record: equal records have equal fingerprints. */
export const fingerprint = (document: ExportedDocument): Buffer =>
  createHash('sha256').update(JSON.stringify(document)).digest();

// Plain SQL could not cut by UTF-16 units where a character takes two of them, or half of one is left: such clauses are
// stored as text.
const TWO_UNITS = /[\u{10000}-\u{10ffff}\ud800-\udfff]/u;

/** The text of a directive from which SQL may cut its clauses; undefined where it must not. */
const cuttable = (text: string): string | undefined => (TWO_UNITS.test(text) ? undefined : text);

const insertNotes = (db: Store, documentKey: number, directiveOrdinal: number, notes: readonly Note[]): void => {
  for (const [index, note] of notes.entries()) {
    const messageKey = internMessage(db, note.message);
    insertRow(db, NOTE, { documentKey, directiveOrdinal, ordinal: index + 1, messageKey }, note);
  }
};

const insertAssignment = (
  db: Store,
  directiveKey: number,
  ordinal: number,
  assignment: Assignment,
  cutFrom: string | undefined,
): void => {
  const { span, text } = assignment;
  const clause = cutFrom?.slice(span.start, span.end) === text ? null : text;
  insertRow(db, ASSIGNMENT, { directiveKey, ordinal }, { ...assignment, text: clause });
  for (const [index, body] of assignment.bodies.entries()) {
    const keys = { directiveKey, assignment: ordinal, ordinal: index + 1, ...internBody(db, body) };
    insertRow(db, ASSIGNMENT_BODY, keys, body);
  }
  for (const [index, deadline] of assignment.deadlines.entries())
    insertRow(db, DEADLINE, { directiveKey, assignment: ordinal, ordinal: index + 1 }, deadline);
};

const insertDirective = (db: Store, documentKey: number, ordinal: number, directive: Directive): void => {
  const directiveKey = insertRow(db, DIRECTIVE, { documentKey, ordinal }, directive);
  // Asked once: thousands of clauses may stand in one long line.
  const cutFrom = cuttable(directive.text);
  for (const [index, assignment] of directive.assignments.entries())
    insertAssignment(db, directiveKey, index + 1, assignment, cutFrom);
  for (const [index, reference] of directive.references.entries())
    insertRow(db, REFERENCE, { directiveKey, ordinal: index + 1 }, reference);
  insertNotes(db, documentKey, ordinal, directive.notes);
};

/** Writes one document with its directives, but not their index rows; the caller holds the transaction. */
export const insertDocument = (db: Store, fileKey: number, record: ExportedDocument, mark: Buffer): void => {
  const { document, directives } = record;
  const keys = {
    fileKey,
    typeKey: internType(db, document.type),
    issuerKey: internIssuer(db, document.issuer),
    fingerprint: mark,
  };
  const documentKey = insertRow(db, DOCUMENT, keys, document);
  for (const [index, text] of document.recipients.entries())
    insertRow(db, RECIPIENT, { documentKey, ordinal: index + 1 }, { text });
  for (const [index, stamp] of document.received.entries())
    insertRow(db, RECEIVED, { documentKey, ordinal: index + 1 }, stamp);
  for (const [index, passage] of document.unclaimed.entries())
    insertRow(db, UNCLAIMED, { documentKey, ordinal: index + 1 }, passage);
  for (const [index, signature] of document.signatures.entries())
    insertRow(db, SIGNATURE, { documentKey, ordinal: index + 1 }, signature);
  insertNotes(db, documentKey, 0, document.notes);
  for (const [index, directive] of directives.entries()) insertDirective(db, documentKey, index + 1, directive);
};
