import { z } from 'zod';
import { Correction } from '../../schemas/correction.js';
import { FILE_EVENT, type FileEvent, REMOVED, type RemovedFile } from '../tables/removed.js';
import { selectFrom } from '../tables/table.js';
import { recordChange } from './changes.js';
import { insertCorrection } from './corrections.js';
import { forgetFieldChanges } from './field-changes.js';
import { packJson, unpackJson } from './reading.js';
import { insertRow, loadRow } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const HeldCorrections = z.array(Correction);

const BY_HASH = selectFrom(REMOVED, [], 'WHERE sha256 = ?');

/** What lists show of a removed file; undefined when these bytes were not taken out. */
export const findRemoved = (db: Store, sha256: string): RemovedFile | undefined => loadRow(db, BY_HASH, sha256)?.value;

/** Keeps a file that is taken out; the caller holds the transaction and removes it from the tables. */
export const insertRemoved = (
  db: Store,
  file: RemovedFile,
  record: unknown,
  corrections: readonly Correction[],
): void => {
  insertRow(db, REMOVED, { record: packJson(record), corrections: packJson(corrections) }, file);
};

/** What was stored of a removed file, unchecked. */
export const loadRecord = (db: Store, sha256: string): unknown => {
  const row = prepare<{ record: Buffer }>(db, 'SELECT record FROM removed WHERE sha256 = ?').get(sha256);
  return row === undefined ? undefined : unpackJson(row.record);
};

/** Notes what was done with a file as a whole; the caller holds the transaction. */
export const recordFileEvent = (db: Store, event: FileEvent): void => {
  insertRow(db, FILE_EVENT, {}, event);
};

/** What people did to a removed file, oldest first. */
export const loadRemovedCorrections = (db: Store, sha256: string): readonly Correction[] => {
  const row = prepare<{ corrections: Buffer }>(db, 'SELECT corrections FROM removed WHERE sha256 = ?').get(sha256);
  return row === undefined ? [] : HeldCorrections.parse(unpackJson(row.corrections));
};

/** Forgets a removed file without a trace in the change feed, which told of its removal. */
export const deleteRemoved = (db: Store, sha256: string): void => {
  forgetFieldChanges(db, { sha256 });
  prepare(db, 'DELETE FROM removed WHERE sha256 = ?').run(sha256);
};

/**
 * The bytes of a removed file are stored again, by whatever way: its corrections stand in their table before its documents
 * are, and it is removed no more. The caller holds the transaction.
 */
export const takeBackCorrections = (db: Store, sha256: string, at: string): void => {
  if (findRemoved(db, sha256) === undefined) return;
  const corrections = loadRemovedCorrections(db, sha256);
  for (const correction of corrections) insertCorrection(db, correction);
  for (const id of new Set(corrections.map(({ documentId }) => documentId)))
    recordChange(db, 'insert', 'correction', id, at);
  deleteRemoved(db, sha256);
};

/** How a file stands behind the one that counts: an earlier version of it, a copy, or set aside by a person. */
export type StandsAs = 'version' | 'copy' | 'set-aside';

/** The place of a file that is out of the tables. */
export interface PlaceBehind {
  /** Hash of the file that counts; null where a person took this one out. */
  readonly standsBehind: string | null;
  readonly standsAs: StandsAs | null;
  /** Hash of the file that came forward when a person took this one out; null when none did. */
  readonly gaveWayTo: string | null;
}

const PLACE = 'stands_behind AS standsBehind, stands_as AS standsAs, gave_way_to AS gaveWayTo';

/** In which place a file out of the tables is; undefined when it is none. */
export const findPlace = (db: Store, sha256: string): PlaceBehind | undefined =>
  prepare<PlaceBehind>(db, `SELECT ${PLACE} FROM removed WHERE sha256 = ?`).get(sha256);

/** Puts a file that was just taken out behind another one, and with it what stood behind it. */
export const putBehind = (db: Store, sha256: string, front: string, as: StandsAs): void => {
  prepare(db, 'UPDATE removed SET stands_behind = ?, stands_as = ? WHERE sha256 = ?').run(front, as, sha256);
  passOn(db, sha256, front);
};

/** What stood behind one file stands behind another one from now on. */
export const passOn = (db: Store, from: string, to: string): void => {
  prepare(db, 'UPDATE removed SET stands_behind = ? WHERE stands_behind = ? AND sha256 <> ?').run(to, from, to);
};

/** A file that stands behind another one, as far as lists show it. */
export interface FileBehind {
  readonly sha256: string;
  readonly path: string;
  readonly standsAs: StandsAs;
  /** Since when. */
  readonly removedAt: string;
  readonly batchKey: number | null;
}

// A copy from a folder that was taken back is nobody's copy, until its bytes are met again.
const STANDS = `(stands_as <> 'copy' OR batch_key IS NULL
  OR batch_key NOT IN (SELECT batch_key FROM batch WHERE undone_at IS NOT NULL))`;

/** What stands behind a file, the last one that counted first; copies of a batch that was undone only with `all`. */
export const listBehind = (db: Store, front: string, all = false): readonly FileBehind[] =>
  prepare<FileBehind>(
    db,
    `SELECT sha256, path, stands_as AS standsAs, removed_at AS removedAt, batch_key AS batchKey FROM removed
     WHERE stands_behind = ? AND ${all ? '1' : STANDS} ORDER BY removed_key DESC`,
  ).all(front);

/**
 * Forgets what stands behind a file, for that is the same paper. The caller holds the transaction, in which freed pages are
 * overwritten. Returns the ids of its documents.
 */
export const dropBehind = (db: Store, front: string, by: string, at: string): readonly string[] =>
  listBehind(db, front, true).flatMap(({ sha256, path, batchKey }) => {
    const ids = findRemoved(db, sha256)?.documents.map(({ id }) => id) ?? [];
    deleteRemoved(db, sha256);
    recordFileEvent(db, { kind: 'purged', sha256, path, batchKey, doneBy: by, doneAt: at });
    return ids;
  });
