import type { IsoDate } from '../../schemas/span.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { shiftDay } from '../tracker/due.js';
import { NEEDS_REVIEW_EACH, TRACKER_STATE } from '../tracker/task-sql.js';
import { SOON_DAYS, type TrackerState } from '../tracker/tracker-state.js';

/** How many tasks are in each state; states that none is in are left out. */
export type StateCounts = Readonly<Partial<Record<TrackerState, number>>>;

const BY_STATE = `SELECT ${TRACKER_STATE} AS state, count(*) AS count
  FROM json_each(@keys) j CROSS JOIN tracked k ON k.directive_key = j.value GROUP BY 1`;

/** States of tasks on a day, by their internal keys. — đếm theo trạng thái */
export const countStates = (db: Store, keys: readonly number[], today: IsoDate): StateCounts => {
  const rows = prepare<{ state: TrackerState; count: number }>(db, BY_STATE).all({
    keys: JSON.stringify(keys),
    today,
    soon: shiftDay(today, SOON_DAYS),
  });
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
};

// Those in doubt are few, and have an index of their own: it is gone through, not the rows of all that was found.
const TO_REVIEW = `SELECT count(*) FROM directive x INDEXED BY directive_to_review
  WHERE x.directive_key IN (SELECT value FROM json_each(?)) AND ${NEEDS_REVIEW_EACH}`;

/** How many of some tasks wait for review. — đếm số cần xem lại */
export const countToReview = (db: Store, keys: readonly number[]): number =>
  Number(prepare(db, TO_REVIEW).pluck().get(JSON.stringify(keys)) ?? 0);
