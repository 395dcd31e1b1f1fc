import type { ExportedDocument } from '../../schemas/export.js';
import { buildIndexRows, forgetIndexRows, type IndexRow } from './index-rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/**
 * Removes a stored document with everything below it; the caller holds the transaction. `record` is the document
 * exactly as it is stored: the full-text index must be told what to forget. Returns the rows that it forgot.
 */
export const deleteDocument = (db: Store, record: ExportedDocument): readonly IndexRow[] => {
  const rows = buildIndexRows(db, record);
  forgetIndexRows(db, rows);
  prepare(db, 'DELETE FROM document WHERE id = ?').run(record.document.id);
  return rows;
};
