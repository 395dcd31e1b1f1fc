import type { IsoDate } from '../../schemas/span.js';
import type { StateCounts } from '../search/count-states.js';
import { guard } from '../store/database-error.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { shiftDay } from '../tracker/due.js';
import { TRACKER_STATE } from '../tracker/task-sql.js';
import { SOON_DAYS, type TrackerState } from '../tracker/tracker-state.js';

/** How many tasks a body leads, by state; states that none is in are left out. */
export interface BodyStates {
  /** As written; null for tasks of which no lead is named. */
  readonly name: string | null;
  readonly total: number;
  readonly states: StateCounts;
}

/** Tasks whose last day in time lies in one week. */
export interface DueWeek {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly count: number;
}

/** The state of all tasks on a day at one look, beside what gatherToday tells one by one. — bảng việc hôm nay */
export interface Overview {
  readonly tasks: number;
  readonly states: StateCounts;
  /** Those with most overdue tasks first, then with most tasks. */
  readonly bodies: readonly BodyStates[];
  /** How many bodies there are besides those. */
  readonly moreBodies: number;
  /** From today on, week by week. */
  readonly weeks: readonly DueWeek[];
}

const WEEKS = 12;
const DAYS_IN_WEEK = 7;

const BY_STATE = `SELECT ${TRACKER_STATE} AS state, count(*) AS count FROM tracked k GROUP BY 1`;
const BY_BODY = `SELECT b.body_key AS body, ${TRACKER_STATE} AS state, count(*) AS count FROM (
    SELECT DISTINCT directive_key, body_key FROM assignment_body WHERE role = 'lead') b
  JOIN tracked k ON k.directive_key = b.directive_key GROUP BY 1, 2`;
const WITHOUT_LEAD = `SELECT NULL AS body, ${TRACKER_STATE} AS state, count(*) AS count FROM tracked k
  WHERE NOT EXISTS (SELECT 1 FROM assignment_body b WHERE b.directive_key = k.directive_key AND b.role = 'lead') GROUP BY 2`;
const BY_WEEK = `SELECT CAST((julianday(last_day) - julianday(@today)) / ${DAYS_IN_WEEK} AS INTEGER) AS week, count(*) AS count
  FROM tracked WHERE last_day BETWEEN @today AND @until GROUP BY 1`;

interface StateRow {
  readonly state: TrackerState;
  readonly count: number;
}

const toStates = (rows: readonly StateRow[]): StateCounts =>
  Object.fromEntries(rows.map(({ state, count }) => [state, count]));

const sum = (rows: readonly StateRow[]): number => rows.reduce((total, { count }) => total + count, 0);

const listBodies = (db: Store, days: { readonly today: IsoDate; readonly soon: IsoDate }): BodyStates[] => {
  const rows = [BY_BODY, WITHOUT_LEAD].flatMap((sql) =>
    prepare<StateRow & { readonly body: number | null }>(db, sql).all(days),
  );
  const byBody = new Map<number | null, StateRow[]>();
  for (const row of rows) byBody.set(row.body, [...(byBody.get(row.body) ?? []), row]);
  const nameOf = prepare<{ name: string }>(db, 'SELECT name FROM body WHERE body_key = ?');
  return [...byBody]
    .map(([body, own]) => ({
      name: body === null ? null : (nameOf.get(body)?.name ?? null),
      total: sum(own),
      states: toStates(own),
    }))
    .sort((a, b) => (b.states['QUÁ HẠN'] ?? 0) - (a.states['QUÁ HẠN'] ?? 0) || b.total - a.total);
};

const gather = (db: Store, today: IsoDate, most: number): Overview => {
  const days = { today, soon: shiftDay(today, SOON_DAYS) };
  const until = shiftDay(today, WEEKS * DAYS_IN_WEEK - 1);
  const counts = new Map(
    prepare<{ week: number; count: number }>(db, BY_WEEK)
      .all({ today, until })
      .map(({ week, count }) => [week, count]),
  );
  const states = prepare<StateRow>(db, BY_STATE).all(days);
  const bodies = listBodies(db, days);
  return {
    tasks: sum(states),
    states: toStates(states),
    bodies: bodies.slice(0, most),
    moreBodies: Math.max(0, bodies.length - most),
    weeks: Array.from({ length: WEEKS }, (_, week) => ({
      from: shiftDay(today, week * DAYS_IN_WEEK),
      to: shiftDay(today, week * DAYS_IN_WEEK + DAYS_IN_WEEK - 1),
      count: counts.get(week) ?? 0,
    })),
  };
};

/** All tasks by state, by lead and by the week in which they come due; `most`: bodies that are listed. */
export const gatherOverview = (db: Store, today: IsoDate, most = 20): Overview =>
  guard(db, () => gather(db, today, most), true);
