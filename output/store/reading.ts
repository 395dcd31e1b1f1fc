import { deflateSync, inflateSync } from 'node:zlib';
import type { ExportedDocument } from '../../schemas/export.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** JSON, compressed by zlib. */
export const packJson = (value: unknown): Buffer => deflateSync(JSON.stringify(value));

/** Gives back what packJson took, unchecked. */
export const unpackJson = (blob: Uint8Array): unknown => JSON.parse(inflateSync(blob).toString('utf8'));

/** Keeps a document as it was read beside what people made of it; undefined: its rows are the reading. The caller holds the transaction. */
export const keepReading = (db: Store, documentKey: number, reading: ExportedDocument | undefined): void => {
  if (reading === undefined) prepare(db, 'DELETE FROM reading WHERE document_key = ?').run(documentKey);
  else
    prepare(db, 'INSERT OR REPLACE INTO reading (document_key, record) VALUES (?, ?)').run(
      documentKey,
      packJson(reading),
    );
};

/** A document as it was read, where its rows are what people made of it; undefined: its rows are the reading. */
export const loadReading = (db: Store, documentKey: number): ExportedDocument | undefined => {
  const row = prepare<{ record: Buffer }>(db, 'SELECT record FROM reading WHERE document_key = ?').get(documentKey);
  // It was a record of this program when it was packed.
  return row === undefined ? undefined : (unpackJson(row.record) as ExportedDocument);
};
