import type { Correction } from '../../schemas/correction.js';
import { CORRECTION } from '../tables/correction.js';
import { selectFrom } from '../tables/table.js';
import { loadRows } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const OF_DOCUMENT = selectFrom(CORRECTION, [], 'WHERE document_id = ? ORDER BY correction_key');

/** Every correction of a document and its directives, oldest first. */
export const listCorrections = (db: Store, documentId: string): Correction[] =>
  loadRows(db, OF_DOCUMENT, documentId).map(({ value }) => value);

/** Brings the days that filters look at in line with the corrections of a document; the caller holds the transaction. */
export const writeCorrectedDues = (db: Store, documentId: string): void => {
  prepare(
    db,
    `INSERT OR REPLACE INTO corrected_due (directive_key, due, bound)
     SELECT x.directive_key, c.new_value, coalesce(
       (SELECT l.bound FROM deadline l WHERE l.directive_key = x.directive_key AND l.assignment = 1 AND l.ordinal = 1), 'by')
     FROM latest_correction c JOIN directive x ON x.id = c.directive_id
     WHERE c.document_id = ? AND c.field = 'due'`,
  ).run(documentId);
};
