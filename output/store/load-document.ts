import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { DOCUMENT, type DocumentRow, RECEIVED, RECIPIENT, SIGNATURE } from '../tables/document.js';
import { type Row, selectFrom } from '../tables/table.js';
import { UNCLAIMED } from '../tables/unclaimed.js';
import { loadDirectives, loadNotes } from './load-directives.js';
import { loadReading } from './reading.js';
import { loadRow, loadRows } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const BY_ID = selectFrom(DOCUMENT, ['documentKey'], 'WHERE document.id = ?');
const OF_FILE = selectFrom(
  DOCUMENT,
  ['documentKey'],
  'WHERE document.file_key = ? ORDER BY document.part, document.document_key',
);
const RECIPIENTS = selectFrom(RECIPIENT, [], 'WHERE document_key = ? ORDER BY ordinal');
const STAMPS = selectFrom(RECEIVED, [], 'WHERE document_key = ? ORDER BY ordinal');

const PASSAGES = selectFrom(UNCLAIMED, [], 'WHERE document_key = ? ORDER BY ordinal');
const SIGNATURES = selectFrom(SIGNATURE, [], 'WHERE document_key = ? ORDER BY ordinal');

const completeRecord = (db: Store, { keys, value }: Row<DocumentRow, 'documentKey'>): ExportedDocument => ({
  document: {
    ...value,
    recipients: loadRows(db, RECIPIENTS, keys.documentKey).map((row) => row.value.text),
    received: loadRows(db, STAMPS, keys.documentKey).map((row) => row.value),
    signatures: loadRows(db, SIGNATURES, keys.documentKey).map((row) => row.value),
    notes: loadNotes(db, keys.documentKey, 0),
    unclaimed: loadRows(db, PASSAGES, keys.documentKey).map((row) => row.value),
  },
  directives: loadDirectives(db, keys.documentKey),
});

/** As it was read: its rows, or what stands beside them. Where its file lies is told by the rows alone. */
const readRecord = (db: Store, row: Row<DocumentRow, 'documentKey'>): ExportedDocument => {
  const reading = loadReading(db, row.keys.documentKey);
  if (reading === undefined) return completeRecord(db, row);
  return { ...reading, document: { ...reading.document, source: row.value.source } };
};

/** A document by its id, as it was read; corrections stand beside it (listCorrections). Undefined when there is none. */
export const loadDocument = (db: Store, id: string): ExportedDocument | undefined => {
  const row = loadRow(db, BY_ID, id);
  return row === undefined ? undefined : readRecord(db, row);
};

/**
 * A document by its id as people corrected it; what they called no task is among its directives, and doubts stand as they were
 * read. Undefined when there is none.
 */
export const loadStored = (db: Store, id: string): ExportedDocument | undefined => {
  const row = loadRow(db, BY_ID, id);
  return row === undefined ? undefined : completeRecord(db, row);
};

/** A directive by its id with the header of its document, as people corrected them. Undefined when there is none. */
export const loadDirective = (
  db: Store,
  id: string,
): { readonly document: ExportedDocument['document']; readonly directive: Directive } | undefined => {
  const found = prepare<{ id: string }>(
    db,
    `SELECT d.id FROM directive x JOIN document d ON d.document_key = x.document_key WHERE x.id = ?`,
  ).get(id);
  const record = found === undefined ? undefined : loadStored(db, found.id);
  const directive = record?.directives.find((d) => d.id === id);
  return record === undefined || directive === undefined ? undefined : { document: record.document, directive };
};

/** The documents of one file as they were read, in their order in it. */
export const loadDocumentsOfFile = (db: Store, fileKey: number): ExportedDocument[] =>
  loadRows(db, OF_FILE, fileKey).map((row) => readRecord(db, row));

/** Ids of the documents with a number, written in any case and with or without đ: several terms may share it. */
export const findDocumentsByNumber = (db: Store, number: string): string[] =>
  prepare<{ id: string }>(
    db,
    `SELECT id FROM document WHERE replace(lower(replace(number, 'Đ', 'D')), 'đ', 'd') = ? ORDER BY issued_on, id`,
  )
    .all(number.normalize('NFC').replace(/[Đđ]/gu, 'd').toLowerCase())
    .map((row) => row.id);

/** Numbers that begin as the one that was asked for does, or hold it: what a person may have meant by "565". At most five. */
export const suggestNumbers = (db: Store, asked: string): string[] =>
  prepare<{ number: string }>(
    db,
    `SELECT DISTINCT number FROM document WHERE number LIKE ? ESCAPE '\\' ORDER BY number LIMIT 5`,
  )
    .all(`${asked.normalize('NFC').replace(/[%_\\]/gu, '\\$&')}%`)
    .map((row) => row.number);

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
