import type { ExportedDocument } from '../../schemas/export.js';
import { countsAsTask } from '../tracker/counts-as-task.js';
import { findLastDay } from '../tracker/due.js';
import { findFirstDeadline } from '../tracker/first-deadline.js';
import { readReview } from '../tracker/needs-review.js';
import { numberItems, readTaskCode } from '../tracker/task-code.js';
import { trackDirective } from '../tracker/tracker-state.js';
import { listCorrections } from './corrections.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const INSERT = `INSERT INTO tracked
  (directive_key, document_key, deadline_type, assignment, deadline, due, bound, last_day, review, code_ordinal)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const CODE = 'INSERT OR REPLACE INTO task_code (document_key, code, own_id, has_number) VALUES (?, ?, ?, ?)';
const KEYS = `SELECT x.directive_key AS key, x.id, d.document_key AS documentKey FROM document d
  LEFT JOIN directive x ON x.document_key = d.document_key WHERE d.id = ?`;

/**
 * Writes what the rules of the tracker say of a document, so that SQL alone can answer by it: views, indexes. `reading` is the
 * document as it was read, `stored` as people corrected it. The caller holds the transaction.
 */
export const writeFacts = (db: Store, reading: ExportedDocument, stored: ExportedDocument): void => {
  const { id } = stored.document;
  const corrections = listCorrections(db, id);
  const ordinals = numberItems(reading, stored);
  const insert = prepare(db, INSERT);
  const rows = prepare<{ key: number | null; id: string | null; documentKey: number }>(db, KEYS).all(id);
  const documentKey = rows[0]?.documentKey;
  if (documentKey === undefined) return;
  const keys = new Map(rows.map((row) => [row.id, row.key]));
  prepare(db, 'DELETE FROM tracked WHERE document_key = ?').run(documentKey);
  for (const directive of stored.directives) {
    const key = keys.get(directive.id);
    if (key === undefined || !countsAsTask(directive, corrections)) continue;
    const deadline = findFirstDeadline(directive);
    const at = directive.assignments.findIndex(({ deadlines }) => deadline !== null && deadlines.includes(deadline));
    insert.run(
      key,
      documentKey,
      trackDirective(directive).deadlineType,
      deadline === null ? null : at + 1,
      deadline === null ? null : 1 + (directive.assignments[at]?.deadlines.indexOf(deadline) ?? 0),
      deadline?.due ?? null,
      deadline?.due == null ? null : deadline.bound,
      deadline === null ? null : findLastDay(deadline),
      readReview(directive, corrections),
      ordinals.get(directive.id) ?? 0,
    );
  }
  const { code, ownId, hasNumber } = readTaskCode(stored.document);
  prepare(db, CODE).run(documentKey, code, ownId, hasNumber ? 1 : 0);
};
