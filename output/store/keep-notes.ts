import type { ExportedDocument } from '../../schemas/export.js';
import type { Note } from '../../schemas/note.js';
import { loadDocumentsOfFile } from './load-document.js';
import { findFile } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const HOLDS_IDENTITY_NOTES = `SELECT 1 FROM note n JOIN document d ON d.document_key = n.document_key
  WHERE d.file_key = ? AND n.rule LIKE 'identity/%' LIMIT 1`;
const isIdentityNote = ({ rule }: Note): boolean => rule.startsWith('identity/');

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
    const kept = notes.some(isIdentityNote) ? [] : (stored.get(id)?.filter(isIdentityNote) ?? []);
    if (kept.length === 0) return record;
    return { ...record, document: { ...record.document, needsReview: true, notes: [...notes, ...kept] } };
  });
};
