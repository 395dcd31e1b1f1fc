import type { Correction } from '../../schemas/correction.js';
import { CORRECTION } from '../tables/correction.js';
import { selectFrom } from '../tables/table.js';
import { insertRow, loadRow, loadRows } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const OF_DOCUMENT = selectFrom(CORRECTION, ['correctionKey'], 'WHERE document_id = ? ORDER BY correction_key');
const BY_KEY = selectFrom(CORRECTION, ['correctionKey'], 'WHERE correction_key = ?');

/** Everything that people did to a document and its directives, oldest first: what was taken back, and the taking back, too. — lịch sử */
export const listHistory = (db: Store, documentId: string): Correction[] =>
  loadRows(db, OF_DOCUMENT, documentId).map(({ keys, value }) => ({ key: keys.correctionKey, ...value }));

/** One correction by its number in the history; undefined when there is none. */
export const findCorrectionByKey = (db: Store, key: number): Correction | undefined => {
  const row = loadRow(db, BY_KEY, key);
  return row === undefined ? undefined : { key: row.keys.correctionKey, ...row.value };
};

/** True of a change that nobody took back, be there a place for it now or not. */
export const isStanding = ({ undoes, undoneBy }: Correction): boolean => undoes === undefined && undoneBy === undefined;

/** True of a correction that holds: nobody took it back, and the reading that counts has a place for it. */
export const holds = (correction: Correction): boolean => isStanding(correction) && correction.isLost !== true;

/** Every correction of a document and its directives that holds, oldest first. */
export const listCorrections = (db: Store, documentId: string): Correction[] =>
  listHistory(db, documentId).filter(holds);

/** Writes a correction as it is, under its own key where it has one; the caller holds the transaction. Returns its key. */
export const insertCorrection = (db: Store, { key, ...correction }: Correction): number =>
  insertRow(db, CORRECTION, { correctionKey: key ?? null }, correction);

/** Which corrections of a history are taken back by which: an undo that is taken back itself takes nothing back. */
export const findUndone = (history: readonly Correction[]): ReadonlyMap<number, number> => {
  const undone = new Map<number, number>();
  for (const { key, undoes } of history.toReversed())
    if (key !== undefined && undoes !== undefined && !undone.has(key)) undone.set(undoes, key);
  return undone;
};

/** Writes to each correction which one takes it back now. The caller holds the transaction. */
export const settleUndone = (db: Store, documentId: string): void => {
  const history = listHistory(db, documentId);
  const undone = findUndone(history);
  const write = prepare(db, 'UPDATE correction SET undone_by = ? WHERE correction_key = ?');
  for (const { key, undoneBy } of history)
    if (key !== undefined && undone.get(key) !== undoneBy) write.run(undone.get(key) ?? null, key);
};
