import { recordChange } from './changes.js';
import type { Store } from './open-database.js';
import { prepare } from './statements.js';

/** A change that a person made; the value that was read stays where it is. — sửa tay */
export interface Correction {
  readonly documentId: string;
  /** Null: about the document's header. */
  readonly directiveId: string | null;
  /** `due`, `lead`, `text`, `review` (confirmed, not-a-task), or the name of a header field. */
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly correctedBy: string;
  readonly correctedAt: string;
}

/** Adds a correction. It is tied to stable ids, so it outlives every new reading of the file. */
export const saveCorrection = (db: Store, correction: Correction): void => {
  const c = correction;
  const save = db.transaction(() => {
    prepare(
      db,
      `INSERT INTO correction (document_id, directive_id, field, old_value, new_value, corrected_by, corrected_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(c.documentId, c.directiveId, c.field, c.oldValue, c.newValue, c.correctedBy, c.correctedAt);
    recordChange(db, 'insert', 'correction', c.documentId, c.correctedAt);
  });
  save.immediate();
};

/** Every correction of a document and its directives, oldest first. */
export const listCorrections = (db: Store, documentId: string): Correction[] =>
  prepare<Correction>(
    db,
    `SELECT document_id AS documentId, directive_id AS directiveId, field, old_value AS oldValue, new_value AS newValue,
       corrected_by AS correctedBy, corrected_at AS correctedAt
     FROM correction WHERE document_id = ? ORDER BY correction_key`,
  ).all(documentId);
