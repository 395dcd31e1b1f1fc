import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { applyCorrections } from '../tracker/apply-corrections.js';
import { findFirstDeadline } from '../tracker/first-deadline.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Every correction of a document and its directives, oldest first. */
export const listCorrections = (db: Store, documentId: string): Correction[] =>
  prepare<Correction>(
    db,
    `SELECT document_id AS documentId, directive_id AS directiveId, field, old_value AS oldValue, new_value AS newValue,
       corrected_by AS correctedBy, corrected_at AS correctedAt
     FROM correction WHERE document_id = ? ORDER BY correction_key`,
  ).all(documentId);

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
