import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { brokenPromise } from '../../pipeline/base/errors.js';
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
import { upsertInto } from '../tables/table.js';
import { UNCLAIMED } from '../tables/unclaimed.js';
import { internBody, internIssuer, internMessage, internType } from './intern.js';
import { insertRow } from './rows.js';
import { prepare } from './statements.js';
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

/** What stands below the row of a directive. */
const insertBelow = (
  db: Store,
  documentKey: number,
  directiveKey: number,
  ordinal: number,
  directive: Directive,
): void => {
  // Asked once: thousands of clauses may stand in one long line.
  const cutFrom = cuttable(directive.text);
  for (const [index, assignment] of directive.assignments.entries())
    insertAssignment(db, directiveKey, index + 1, assignment, cutFrom);
  for (const [index, reference] of directive.references.entries())
    insertRow(db, REFERENCE, { directiveKey, ordinal: index + 1 }, reference);
  insertNotes(db, documentKey, ordinal, directive.notes);
};

const insertDirective = (db: Store, documentKey: number, ordinal: number, directive: Directive): void => {
  const directiveKey = insertRow(db, DIRECTIVE, { documentKey, ordinal }, directive);
  insertBelow(db, documentKey, directiveKey, ordinal, directive);
};

/** Lists of a document in tables of their own. */
const insertLists = (db: Store, documentKey: number, { document }: ExportedDocument): void => {
  for (const [index, text] of document.recipients.entries())
    insertRow(db, RECIPIENT, { documentKey, ordinal: index + 1 }, { text });
  for (const [index, stamp] of document.received.entries())
    insertRow(db, RECEIVED, { documentKey, ordinal: index + 1 }, stamp);
  for (const [index, passage] of document.unclaimed.entries())
    insertRow(db, UNCLAIMED, { documentKey, ordinal: index + 1 }, passage);
  for (const [index, signature] of document.signatures.entries())
    insertRow(db, SIGNATURE, { documentKey, ordinal: index + 1 }, signature);
  insertNotes(db, documentKey, 0, document.notes);
};

/** Writes one document with its directives, but not their index rows; the caller holds the transaction. Returns its key. */
export const insertDocument = (db: Store, fileKey: number, record: ExportedDocument, mark: Buffer): number => {
  const { document, directives } = record;
  const keys = {
    fileKey,
    typeKey: internType(db, document.type),
    issuerKey: internIssuer(db, document.issuer),
    fingerprint: mark,
  };
  const documentKey = insertRow(db, DOCUMENT, keys, document);
  insertLists(db, documentKey, record);
  for (const [index, directive] of directives.entries()) insertDirective(db, documentKey, index + 1, directive);
  return documentKey;
};

const KEYS = 'SELECT document_key AS key, file_key AS fileKey, fingerprint FROM document WHERE id = ?';
const UPSERT_DOCUMENT = upsertInto(DOCUMENT, 'id');
const UPSERT_DIRECTIVE = `${upsertInto(DIRECTIVE, 'id')} RETURNING directive_key AS key`;

const rewriteHeader = (db: Store, record: ExportedDocument): number => {
  const { document } = record;
  const row = prepare<{ key: number; fileKey: number; fingerprint: Buffer }>(db, KEYS).get(document.id);
  if (row === undefined) throw brokenPromise('a document that is stored', 'none');
  const { key, fileKey, fingerprint: mark } = row;
  const keys = {
    fileKey,
    typeKey: internType(db, document.type),
    issuerKey: internIssuer(db, document.issuer),
    fingerprint: mark,
  };
  prepare(db, UPSERT_DOCUMENT).run(...DOCUMENT.toCells(keys, document));
  for (const { name } of [RECIPIENT, RECEIVED, UNCLAIMED, SIGNATURE])
    prepare(db, `DELETE FROM ${name} WHERE document_key = ?`).run(key);
  prepare(db, 'DELETE FROM note WHERE document_key = ? AND directive_ordinal = 0').run(key);
  insertLists(db, key, record);
  return key;
};

const rewriteDirective = (db: Store, documentKey: number, ordinal: number, directive: Directive): void => {
  const row = prepare<{ key: number }>(db, UPSERT_DIRECTIVE).get(
    ...DIRECTIVE.toCells({ documentKey, ordinal }, directive),
  );
  if (row === undefined) throw brokenPromise('the directive that was just written', 'none');
  for (const { name } of [ASSIGNMENT, ASSIGNMENT_BODY, DEADLINE, REFERENCE])
    prepare(db, `DELETE FROM ${name} WHERE directive_key = ?`).run(row.key);
  prepare(db, 'DELETE FROM note WHERE document_key = ? AND directive_ordinal = ?').run(documentKey, ordinal);
  insertBelow(db, documentKey, row.key, ordinal, directive);
};

/**
 * Writes a stored document anew as people corrected it: what did not change stays, and every row keeps its key, so that lists
 * keep their order. Its index rows are the caller's, who holds the transaction. Returns the key of the document.
 */
export const rewriteDocument = (db: Store, stored: ExportedDocument, corrected: ExportedDocument): number => {
  const key = rewriteHeader(db, corrected);
  const ids = new Set(corrected.directives.map(({ id }) => id));
  const isReshaped =
    stored.directives.length !== ids.size || stored.directives.some(({ id }, i) => corrected.directives[i]?.id !== id);
  // Notes go by the ordinal, which every item behind has anew.
  if (isReshaped) prepare(db, 'DELETE FROM note WHERE document_key = ? AND directive_ordinal > 0').run(key);
  for (const { id } of stored.directives) if (!ids.has(id)) prepare(db, 'DELETE FROM directive WHERE id = ?').run(id);
  for (const [i, directive] of corrected.directives.entries())
    if (isReshaped || !isDeepStrictEqual(directive, stored.directives[i])) rewriteDirective(db, key, i + 1, directive);
  return key;
};
