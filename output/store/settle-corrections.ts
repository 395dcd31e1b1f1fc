import { isDeepStrictEqual } from 'node:util';
import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { correctDocument } from '../tracker/correct-document.js';
import { placeInReading } from '../tracker/place-in-reading.js';
import { isStanding, listHistory } from './corrections.js';
import { loadStored } from './load-document.js';
import { keepReading } from './reading.js';
import { rewriteDocument } from './save-document.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const noteFate = (db: Store, before: Correction, after: Correction): void => {
  if (before.directiveId === after.directiveId && before.isLost === after.isLost && before.detail === after.detail)
    return;
  const detail = after.detail === undefined ? null : JSON.stringify(after.detail);
  prepare(db, 'UPDATE correction SET directive_id = ?, is_lost = ?, detail = ? WHERE correction_key = ?').run(
    after.directiveId,
    after.isLost === true ? 1 : null,
    detail,
    before.key,
  );
};

/**
 * What people made of one reading of a document. Corrections are tied to it on the way: one without a place is marked as lost
 * and waits for a reading that has one. The caller holds the transaction.
 */
export const correctReading = (db: Store, reading: ExportedDocument): ExportedDocument => {
  const standing = listHistory(db, reading.document.id).filter(isStanding);
  if (standing.length === 0) return reading;
  const placed = placeInReading(reading, standing);
  const found = placed.filter(({ isLost }) => isLost !== true);
  const { record, unplaced } = correctDocument(reading, found);
  const lost = new Set(unplaced);
  for (const [i, before] of standing.entries()) {
    const after = placed[i];
    if (after !== undefined) noteFate(db, before, lost.has(after) ? { ...after, isLost: true } : after);
  }
  return record;
};

/**
 * Brings the tables of a stored document in line with its corrections, but for index rows; the caller holds the transaction.
 * Returns it as they hold it now.
 */
export const settleCorrections = (db: Store, reading: ExportedDocument): ExportedDocument => {
  const corrected = correctReading(db, reading);
  const stored = loadStored(db, reading.document.id);
  if (stored === undefined || isDeepStrictEqual(corrected, stored)) return corrected;
  const key = rewriteDocument(db, stored, corrected);
  keepReading(db, key, isDeepStrictEqual(corrected, reading) ? undefined : reading);
  return corrected;
};
