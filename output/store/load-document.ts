import type { Directive } from '../../schemas/directive.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { loadDirectives, loadNotes } from './load-directives.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

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

const toRecord = (db: Store, row: HeaderRow): ExportedDocument => {
  const recipients = prepare<{ text: string }>(
    db,
    'SELECT text FROM recipient WHERE document_key = ? ORDER BY ordinal',
  ).all(row.document_key);
  const received = prepare<{ number: string | null; received_on: string | null; received_by: string | null }>(
    db,
    'SELECT number, received_on, received_by FROM received WHERE document_key = ? ORDER BY ordinal',
  ).all(row.document_key);
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
    directives: loadDirectives(db, row.document_key),
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
