import type { ExportedDocument } from '../../schemas/export.js';
import type { RepairedDocument } from '../../schemas/stages.js';
import { recordChange } from './changes.js';
import { deleteDocument } from './delete-document.js';
import { recordFieldChanges } from './field-changes.js';
import { buildIndexRows, type IndexRow } from './index-rows.js';
import { loadDocumentsOfFile, loadStored } from './load-document.js';
import { keepReading } from './reading.js';
import { fingerprint, insertDocument } from './save-document.js';
import { correctReading } from './settle-corrections.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { writeFacts } from './write-facts.js';
import { writePlaces } from './write-places.js';

/** What a file says now, and by which programs. */
export interface NewReading {
  readonly documents: readonly ExportedDocument[];
  readonly repaired: RepairedDocument;
  readonly stageVersions: Readonly<Record<string, number>>;
  /** Stage versions of the reading that it replaces, as JSON. */
  readonly oldVersions: string;
  readonly at: string;
}

/**
 * Replaces the documents of a file; unchanged ones are left alone and leave no trace in the change feed. Returns the index rows to
 * be written last; the caller holds the transaction.
 */
export const replaceDocuments = (
  db: Store,
  fileKey: number,
  { documents: records, repaired, stageVersions, oldVersions, at }: NewReading,
): IndexRow[] => {
  const rows: IndexRow[] = [];
  const stored = new Map(loadDocumentsOfFile(db, fileKey).map((record) => [record.document.id, record]));
  for (const record of records) {
    const { id } = record.document;
    const old = stored.get(id);
    stored.delete(id);
    const mark = fingerprint(record);
    if (old !== undefined) {
      const kept = prepare<{ fingerprint: Buffer }>(db, 'SELECT fingerprint FROM document WHERE id = ?').get(id);
      if (kept !== undefined && mark.equals(kept.fingerprint)) {
        // The words of its pages may have another place.
        writePlaces(db, loadStored(db, id) ?? record, repaired);
        continue;
      }
      deleteDocument(db, old);
      const versions = { oldVersion: oldVersions, newVersion: JSON.stringify(stageVersions) };
      recordFieldChanges(db, old, record, { cause: 'reading', ...versions, at });
    }
    const corrected = correctReading(db, record);
    const key = insertDocument(db, fileKey, corrected, mark);
    if (corrected !== record) keepReading(db, key, record);
    writeFacts(db, record, corrected);
    writePlaces(db, corrected, repaired);
    rows.push(...buildIndexRows(db, record));
    recordChange(db, old === undefined ? 'insert' : 'update', 'document', id, at);
  }
  for (const [id, gone] of stored) {
    deleteDocument(db, gone);
    recordChange(db, 'delete', 'document', id, at);
  }
  return rows;
};
