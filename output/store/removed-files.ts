import type { Withdrawn } from '../../pipeline/run-batch.js';
import { REMOVED, type RemovedFile } from '../tables/removed.js';
import { selectFrom } from '../tables/table.js';
import { guard } from './database-error.js';
import { comeForward, standBehind } from './paper-files.js';
import { settleUndoneBatches } from './record-batch.js';
import { mergeIndex, removeTraces } from './remove-traces.js';
import { deleteRemoved, dropBehind, findPlace, findRemoved, recordFileEvent, type StandsAs } from './removed-rows.js';
import { loadRows } from './rows.js';
import { isStored, listCopiesOf, runTransaction, saveFile, withoutTrace } from './save-file.js';
import type { Store } from './store.js';
import { type Doer, loadCorrected, moveTo, type Removal, readRemoved, takeOut } from './take-out.js';

export type { RemovedDocument, RemovedFile } from '../tables/removed.js';
export type { Doer } from './take-out.js';

/**
 * Takes out files by their hashes and says which; what stood behind one of them counts again, but for what came with `undoing`,
 * the batch that is being undone. The caller holds the transaction.
 */
export const takeOutAll = (
  db: Store,
  hashes: readonly string[],
  removal: Removal,
  undoing: number | null = null,
): readonly RemovedFile[] => {
  const words = new Set<string>();
  const files = hashes.flatMap((sha256) => {
    const left = loadCorrected(db, sha256);
    const told = takeOut(db, sha256, removal, words);
    if (told === undefined || left === undefined) return [];
    comeForward(db, sha256, left, { by: removal.by, at: removal.at, undoing });
    return [told];
  });
  if (files.length > 0) removeTraces(db, words);
  return files;
};

/**
 * Takes files out of the database, all or none: views, search, counts and exports know nothing of them any more, the change
 * feed tells of it, and restoreFiles puts them back as they were. Bytes that are not stored are passed over. — gỡ tệp
 * `removeFiles(db, [sha256], { by: 'Lan', at })`
 */
export const removeFiles = (db: Store, hashes: readonly string[], doer: Doer): readonly RemovedFile[] =>
  guard(db, () => runTransaction(db, () => takeOutAll(db, hashes, { ...doer, undone: false })));

const BY_PEOPLE = selectFrom(REMOVED, [], 'WHERE stands_behind IS NULL ORDER BY removed_at DESC, path');
const ALL_REMOVED = selectFrom(REMOVED, [], 'ORDER BY stands_behind IS NOT NULL, removed_at DESC, path');

/** Files that people took out, the last ones first. — danh sách đã gỡ */
export const listRemoved = (db: Store): readonly RemovedFile[] =>
  guard(db, () => loadRows(db, BY_PEOPLE).map(({ value }) => value), true);

/** The same, and behind them those that stand behind a file that counts: earlier versions and copies. */
export const listOutside = (db: Store): readonly RemovedFile[] =>
  guard(db, () => loadRows(db, ALL_REMOVED).map(({ value }) => value), true);

export interface Restored {
  readonly restored: readonly RemovedFile[];
  /** Kept by a version whose form this one cannot read: it stays where it is, and its original can be read anew. */
  readonly unreadable: readonly RemovedFile[];
}

/**
 * Puts one file back; the caller holds the transaction. One that stood behind another counts in its place from now on, for a
 * person asked for it; one that a file came forward for takes its place back. False when what is kept of it cannot be read.
 */
const putBack = (db: Store, file: RemovedFile, doer: Doer, words: Set<string>): boolean => {
  const { sha256, path, batchKey } = file;
  const kept = readRemoved(db, sha256);
  const place = findPlace(db, sha256);
  if (kept === undefined) return false;
  saveFile(db, { ...moveTo(kept, path), batchKey, at: doer.at });
  recordFileEvent(db, { kind: 'restored', sha256, path, batchKey, doneBy: doer.by, doneAt: doer.at });
  const other = place?.standsBehind ?? place?.gaveWayTo ?? null;
  const as: StandsAs = place?.standsBehind != null ? 'set-aside' : (place?.standsAs ?? 'copy');
  if (other !== null && isStored(db, other)) standBehind(db, other, { sha256, as }, doer, words);
  return true;
};

/**
 * Puts removed files back as they were, with their ids, their corrections and the batch that they came with, all or none;
 * the change feed tells of it. Bytes that are not removed are passed over. — khôi phục
 * `restoreFiles(db, listRemoved(db).map(({ sha256 }) => sha256), { by: 'Lan', at })`
 */
export const restoreFiles = (db: Store, hashes: readonly string[], doer: Doer): Restored =>
  guard(db, () =>
    runTransaction(db, () => {
      const files = hashes.flatMap((sha256) => findRemoved(db, sha256) ?? []);
      const words = new Set<string>();
      const restored = files.filter((file) => putBack(db, file, doer, words));
      if (words.size > 0) removeTraces(db, words);
      settleUndoneBatches(db);
      return { restored, unreadable: files.filter((file) => !restored.includes(file)) };
    }),
  );

/**
 * Removes for good what was taken out, with the care that a classified paper is given: freed pages are overwritten and the
 * file is written anew. Returns what was purged, the copies that may still hold it, and whether its words are gone from the
 * file. — xoá hẳn `purgeFiles(db, [sha256], { by: 'Lan', at })`
 */
export const purgeFiles = (
  db: Store,
  hashes: readonly string[],
  { by, at }: Doer,
): Withdrawn & { readonly purged: readonly RemovedFile[] } =>
  guard(db, () => {
    const purged: RemovedFile[] = [];
    const isNeeded = hashes.some((sha256) => findRemoved(db, sha256) !== undefined);
    const withdrawn = withoutTrace(db, isNeeded, () => {
      purged.push(...hashes.flatMap((sha256) => findRemoved(db, sha256) ?? []));
      for (const { sha256, path, batchKey } of purged) {
        dropBehind(db, sha256, by, at);
        deleteRemoved(db, sha256);
        recordFileEvent(db, { kind: 'purged', sha256, path, batchKey, doneBy: by, doneAt: at });
      }
      if (isNeeded) mergeIndex(db);
      const ids = purged.flatMap(({ documents }) => documents.map(({ id }) => id));
      return isNeeded ? listCopiesOf(db, purged.some(({ documents }) => documents.length === 0) ? [] : ids) : [];
    });
    return { ...withdrawn, purged };
  });
