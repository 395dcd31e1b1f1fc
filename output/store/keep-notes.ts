import type { ExportedDocument } from '../../schemas/export.js';
import type { Note } from '../../schemas/note.js';
import { loadDocumentsOfFile } from './load-document.js';
import { findFile } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const HOLDS_IDENTITY_NOTES = `SELECT 1 FROM note n JOIN document d ON d.document_key = n.document_key
  WHERE d.file_key = ? AND n.rule LIKE 'identity/%' LIMIT 1`;
/** True of what the store noted of a paper and its files, not the reading. */
export const isIdentityNote = ({ rule }: Note): boolean => rule.startsWith('identity/');

/** True where notes say it already. */
export const isNoted = (notes: readonly Note[], { rule, message }: Note): boolean =>
  notes.some((note) => note.rule === rule && note.message.vi === message.vi);

/** A paper with more notes, which wait for review; without any it is given back as it is. */
export const addNotes = (record: ExportedDocument, notes: readonly Note[]): ExportedDocument =>
  notes.length === 0
    ? record
    : { ...record, document: { ...record.document, needsReview: true, notes: [...record.document.notes, ...notes] } };

/** What was noted of a paper and its files is no matter of reading: a new reading keeps it. */
export const keepIdentityNotes = (
  db: Store,
  sha256: string,
  records: readonly ExportedDocument[],
): readonly ExportedDocument[] => {
  const fileKey = findFile(db, sha256)?.key;
  if (fileKey === undefined || prepare(db, HOLDS_IDENTITY_NOTES).get(fileKey) === undefined) return records;
  const stored = new Map(loadDocumentsOfFile(db, fileKey).map(({ document }) => [document.id, document.notes]));
  return records.map((record) => {
    const { id, notes } = record.document;
    return addNotes(record, notes.some(isIdentityNote) ? [] : (stored.get(id)?.filter(isIdentityNote) ?? []));
  });
};
