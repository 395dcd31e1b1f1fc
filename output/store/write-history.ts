import type { Correction } from '../../schemas/correction.js';
import { insertCorrection, settleUndone } from './corrections.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import type { UnitedCorrection } from './unite-histories.js';

/**
 * Writes the corrections of a united history in its order: what stands at its beginning already stays, what is behind it gets new
 * keys, for the order of keys is the order in which corrections count. The caller holds the transaction and brings the tables in
 * line. Returns what it wrote.
 */
export const writeHistory = (
  db: Store,
  documentId: string,
  united: readonly UnitedCorrection[],
): readonly Correction[] => {
  const keys: number[] = [];
  const written: Correction[] = [];
  let last = 0;
  for (const { correction, ownKey, undoesAt } of united) {
    if (written.length === 0 && ownKey !== undefined && ownKey > last) {
      keys.push(ownKey);
      last = ownKey;
      continue;
    }
    if (ownKey !== undefined) prepare(db, 'DELETE FROM correction WHERE correction_key = ?').run(ownKey);
    const undoes = undoesAt === undefined ? undefined : keys[undoesAt];
    const one = undoes === undefined ? correction : { ...correction, undoes };
    keys.push(insertCorrection(db, one));
    written.push(one);
  }
  if (written.length > 0) settleUndone(db, documentId);
  return written;
};
