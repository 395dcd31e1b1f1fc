import { addDays } from '../../language/calendar/civil-date.js';
import type { Correction } from '../../schemas/correction.js';
import type { IsoDate } from '../../schemas/span.js';
import type { SelectedRecord } from '../export/select-records.js';
import { findUndone, listHistory } from '../store/corrections.js';
import { listDocuments } from '../store/load-document.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { applyCorrections } from '../tracker/apply-corrections.js';
import { numberItems } from '../tracker/task-code.js';

/**
 * What a look back at a day rests on. Papers that were known then and what people had corrected by then are told by the change log
 * and by the corrections; how the machine reads a paper is that of now.
 */
export interface Ground {
  /** Papers that came in behind the day: not counted. */
  readonly later: number;
  /** Papers that were known then and were read anew since: their reading is the new one. */
  readonly readSince: number;
  /** Papers that were known then and were taken out or replaced since: not counted. */
  readonly goneSince: number;
  /** Corrections made behind the day: not applied. */
  readonly correctedSince: number;
}

/** The first moment behind a day in Vietnam, in milliseconds. */
const endOf = (day: IsoDate): number => Date.parse(`${addDays(day, 1) ?? day}T00:00:00+07:00`);

interface Times {
  readonly id: string;
  readonly first: string;
  readonly last: string;
}

const TIMES = `SELECT id, min(changed_at) AS first, max(changed_at) AS last FROM change WHERE entity = 'document'`;
const IS_STORED = 'EXISTS (SELECT 1 FROM document d WHERE d.id = change.id)';

/** Those of a history up to a day that held then: what was taken back later still held, what was given back later did not. */
const holdAsOf = (then: readonly Correction[]): readonly Correction[] => {
  const undone = findUndone(then);
  return then.filter((one) => one.undoes === undefined && one.isLost !== true && !undone.has(one.key ?? 0));
};

/** Counts papers that were known by `end` and are stored no more. */
const countGone = (db: Store, end: number): number =>
  prepare<Times>(db, `${TIMES} AND NOT ${IS_STORED} GROUP BY id`)
    .all()
    .filter(({ first, last }) => Date.parse(first) < end && Date.parse(last) >= end).length;

/**
 * The papers as they were known at the end of a day: those that had come in, with the corrections that had been made. Call
 * `ground` behind the last one. `const { records, ground } = listAsOf(db, '2025-06-30')`
 */
export const listAsOf = (
  db: Store,
  day: IsoDate,
): { readonly records: Iterable<SelectedRecord>; readonly ground: () => Ground } => {
  const end = endOf(day);
  const counts = { later: 0, readSince: 0, correctedSince: 0 };
  function* walk(): Generator<SelectedRecord> {
    for (const record of listDocuments(db)) {
      const { id } = record.document;
      const times = prepare<Times>(db, `${TIMES} AND id = ?`).get(id);
      if (Date.parse(times?.first ?? '') >= end) {
        counts.later += 1;
        continue;
      }
      if (Date.parse(times?.last ?? '') >= end) counts.readSince += 1;
      const history = listHistory(db, id);
      const then = history.filter(({ correctedAt }) => Date.parse(correctedAt) < end);
      counts.correctedSince += history.length - then.length;
      const corrections = holdAsOf(then);
      const corrected = applyCorrections(record, corrections);
      const numbers = numberItems(record, corrected);
      const ordinals = corrected.directives.map((directive) => numbers.get(directive.id) ?? 0);
      yield { record: corrected, corrections, ordinals, repeatsNumber: false, changedAt: null };
    }
  }
  return { records: walk(), ground: () => ({ ...counts, goneSince: countGone(db, end) }) };
};
