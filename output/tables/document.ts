import type { ElectronicSignature, ExportedDocument, Received } from '../../schemas/export.js';
import type { FileSignature } from '../../schemas/file-signature.js';
import type { Suggested } from '../../schemas/suggested.js';
import { type Columns, cell, flag, group, joined, nullable, optional } from './columns.js';
import { defineTable } from './table.js';

/** A header as its row holds it: what it has several of stands in tables of their own. */
export type DocumentRow = Omit<
  ExportedDocument['document'],
  'recipients' | 'received' | 'signatures' | 'notes' | 'unclaimed'
>;

const SUGGESTED_COLUMNS: Columns<Suggested> = {
  number: cell(),
  issuedOn: cell(),
  confidence: cell(),
  numberConfidence: optional(cell()),
  issuedOnConfidence: optional(cell()),
  from: cell(),
};

/** Header and signature of a document, column by column. — văn bản */
export const DOCUMENT_COLUMNS: Columns<DocumentRow> = {
  id: cell(),
  source: group({
    path: joined('file.path'),
    sha256: joined('file.sha256'),
    mediaType: joined('file.media_type'),
    pageCount: cell('page_count'),
  }),
  part: cell(),
  textOrigin: cell(),
  type: joined('document_type.name'),
  number: cell(),
  issuer: joined('issuer.name'),
  place: cell(),
  issuedOn: cell(),
  heldOn: cell(),
  meetingNumber: cell(),
  subject: cell(),
  signer: group({ authority: cell(), position: cell(), name: cell() }),
  urgency: cell(),
  signedAt: cell(),
  numberParts: optional(group({ digits: cell(), symbol: cell() })),
  issuedOnParts: optional(group({ year: cell(), month: cell(), day: cell() })),
  suggested: optional(group(SUGGESTED_COLUMNS)),
  confidence: cell(),
  coverage: optional(cell()),
  needsReview: flag(),
};

/** Documents by file. The fingerprint tells an unchanged one from a changed one. */
export const DOCUMENT = defineTable(
  'document',
  ['fileKey', 'typeKey', 'issuerKey', 'fingerprint'],
  DOCUMENT_COLUMNS,
  `JOIN file ON file.file_key = document.file_key
   LEFT JOIN document_type ON document_type.type_key = document.type_key
   LEFT JOIN issuer ON issuer.issuer_key = document.issuer_key`,
);

const RECIPIENT_COLUMNS: Columns<{ readonly text: string }> = { text: cell() };

/** Lines of Nơi nhận by document, as printed. */
export const RECIPIENT = defineTable('recipient', ['documentKey', 'ordinal'], RECIPIENT_COLUMNS);

/** An arrival stamp, column by column. — dấu công văn đến */
export const RECEIVED_COLUMNS: Columns<Received> = { number: cell(), on: cell('received_on'), by: cell('received_by') };

/** Arrival stamps by document. */
export const RECEIVED = defineTable('received', ['documentKey', 'ordinal'], RECEIVED_COLUMNS);

const DICTIONARY_COLUMNS: Columns<Omit<FileSignature, 'by' | 'at'>> = {
  timeFrom: cell(),
  reason: cell(),
  place: cell(),
  page: cell(),
  coversAll: flag(),
  isIntact: nullable(flag()),
  bytesAfter: cell(),
};

/** An e-signature, column by column. — chữ ký số */
export const SIGNATURE_COLUMNS: Columns<ElectronicSignature> = {
  by: cell('signed_by'),
  at: cell('signed_at'),
  kind: cell(),
  isPicture: optional(flag()),
  pdf: optional(group(DICTIONARY_COLUMNS)),
};

/** E-signatures by document. */
export const SIGNATURE = defineTable('signature', ['documentKey', 'ordinal'], SIGNATURE_COLUMNS);

/** A signature dictionary of a file, column by column. — từ điển chữ ký */
export const FILE_SIGNATURE_COLUMNS: Columns<FileSignature> = {
  by: cell('signed_by'),
  at: cell('signed_at'),
  ...DICTIONARY_COLUMNS,
};

/** Signature dictionaries by file, of which the documents are made anew when stages run again. */
export const FILE_SIGNATURE = defineTable('file_signature', ['fileKey', 'ordinal'], FILE_SIGNATURE_COLUMNS);
