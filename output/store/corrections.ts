import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { CORRECTION } from '../tables/correction.js';
import { selectFrom } from '../tables/table.js';
import { applyCorrections } from '../tracker/apply-corrections.js';
import { findFirstDeadline } from '../tracker/first-deadline.js';
import { loadRows } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const OF_DOCUMENT = selectFrom(CORRECTION, [], 'WHERE document_id = ? ORDER BY correction_key');

/** Every correction of a document and its directives, oldest first. */
export const listCorrections = (db: Store, documentId: string): Correction[] =>
  loadRows(db, OF_DOCUMENT, documentId).map(({ value }) => value);

/** Brings the days that filters and views look at in line with the corrections of a document; the caller holds the transaction. */
export const writeCorrectedDues = (db: Store, record: ExportedDocument): void => {
  const corrections = listCorrections(db, record.document.id).filter(
    (c) => c.field === 'due' && c.directiveId !== null,
  );
  if (corrections.length === 0) return;
  const write = prepare(
    db,
    `INSERT OR REPLACE INTO corrected_due (directive_key, due, bound, text, target)
     SELECT directive_key, ?, ?, ?, ? FROM directive WHERE id = ?`,
  );
  for (const directive of applyCorrections(record, corrections).directives) {
    if (!corrections.some((c) => c.directiveId === directive.id)) continue;
    const deadline = findFirstDeadline(directive);
    const target = deadline === null ? null : Number(deadline.target);
    write.run(deadline?.due ?? null, deadline?.bound ?? null, deadline?.text ?? null, target, directive.id);
  }
};
