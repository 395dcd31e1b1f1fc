import type { ExportedDocument } from '../../schemas/export.js';
import { buildIndexRows, forgetIndexRows } from './index-rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/**
 * Removes a stored document with everything below it; the caller holds the transaction. `record` is the document
 * exactly as it is stored: the full-text index must be told what to forget.
 */
export const deleteDocument = (db: Store, record: ExportedDocument): void => {
  forgetIndexRows(db, buildIndexRows(db, record));
  prepare(db, 'DELETE FROM document WHERE id = ?').run(record.document.id);
};
