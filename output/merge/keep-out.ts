import type { Correction } from '../../schemas/correction.js';
import { listHistory } from '../store/corrections.js';
import { packJson } from '../store/reading.js';
import { findPlace, findRemoved, insertRemoved, loadRecord, loadRemovedCorrections } from '../store/removed-rows.js';
import { isStored } from '../store/save-file.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import type { UnitedHistory } from '../store/unite-histories.js';
import { writeHistory } from '../store/write-history.js';
import type { HoldingOf } from './holdings.js';
import type { Tally } from './tally.js';

/** What people did to the papers of one file, by the ids of its documents. */
export type Histories = ReadonlyMap<string, UnitedHistory>;

/** Corrections with keys of this database: written into their table and taken out again, for keys are never given twice. */
const collect = (db: Store, histories: Histories, tally: Tally): readonly Correction[] =>
  [...histories].flatMap(([id, { corrections }]) => {
    writeHistory(
      db,
      id,
      corrections.map((one) => ({ ...one, ownKey: undefined })),
    );
    const kept = listHistory(db, id);
    prepare(db, 'DELETE FROM correction WHERE document_id = ?').run(id);
    tally.corrections += kept.length;
    return kept;
  });

/** Gives a file that is out of the tables what others know of its corrections. The caller holds the transaction. */
export const recollect = (db: Store, sha256: string, histories: Histories, tally: Tally): void => {
  const count = [...histories.values()].reduce((sum, { corrections }) => sum + corrections.length, 0);
  const own = loadRemovedCorrections(db, sha256).length;
  if (count === own) return;
  const kept = packJson(collect(db, histories, tally));
  tally.corrections -= own;
  prepare(db, 'UPDATE removed SET corrections = ? WHERE sha256 = ?').run(kept, sha256);
};

/** Brings a file that is out of the tables of another database. The caller holds the transaction. */
export const copyRemoved = (
  db: Store,
  sha256: string,
  {
    because,
    histories,
    tally,
  }: { readonly because: HoldingOf<'removed' | 'behind'>; readonly histories: Histories; readonly tally: Tally },
): void => {
  const part = because.member.db;
  const row = findRemoved(part, sha256);
  if (row === undefined) return;
  const kept = collect(db, histories, tally);
  insertRemoved(db, { ...row, batchKey: because.batch }, loadRecord(part, sha256), kept);
  // What it was before a person took it out; whom it stands behind is the caller's.
  const place = findPlace(part, sha256);
  prepare(db, 'UPDATE removed SET gave_way_to = ?, stands_as = ? WHERE sha256 = ?').run(
    place?.gaveWayTo ?? null,
    place?.standsAs ?? null,
    sha256,
  );
};

/** The file that counts, behind which one stands; undefined where none of the paper does. */
export const findFront = (db: Store, front: string): string | undefined => {
  const met = new Set<string>();
  for (let at: string | null = front; at !== null && !met.has(at); at = findPlace(db, at)?.standsBehind ?? null) {
    if (isStored(db, at)) return at;
    met.add(at);
  }
  return undefined;
};
