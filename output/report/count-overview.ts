import { addDays, weekdayOf } from '../../language/calendar/civil-date.js';
import type { IsoDate } from '../../schemas/span.js';
import type { StateCounts } from '../search/count-states.js';
import { guard } from '../store/database-error.js';
import { loadHit, type TaskSummary } from '../store/load-hit.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { shiftDay } from '../tracker/due.js';
import { SOON_DAYS, type TrackerState } from '../tracker/tracker-state.js';
import { Counts, DAYS_IN_WEEK, LATE, type Measured, NOBODY, WEEKS } from './counts.js';
import { REPORT_STATES } from './labels.js';
import { dropLedger, type LedgerChange, openLedger } from './ledger.js';

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

/** How well the papers were read that came in one week. — chất lượng nhận dạng */
export interface ReadWeek {
  /** Its Monday. */
  readonly from: IsoDate;
  readonly papers: number;
  /** Those of which the reading left a doubt, whatever people did since. */
  readonly doubtful: number;
  /** Those with page images that were read; the means below are of them. */
  readonly scans: number;
  /** Mean confidence of their words, 0–1; null without one. */
  readonly confidence: number | null;
  /** Mean share of print that became words, of the worst page of each, 0–1; null without one. */
  readonly coverage: number | null;
}

/** The state of all tasks on a day at one look. — bảng việc hôm nay */
export interface Overview {
  readonly tasks: number;
  readonly states: StateCounts;
  /** Overdue by three days and more. */
  readonly long: number;
  readonly tasksToReview: number;
  readonly papersToReview: number;
  /** Passages that look like tasks and became none; papers with a suggested number or day. */
  readonly unclaimed: number;
  readonly suggested: number;
  /** Those with most overdue tasks first, then with most tasks. */
  readonly bodies: readonly BodyStates[];
  /** How many bodies there are besides those. */
  readonly moreBodies: number;
  /** From today on, week by week. */
  readonly weeks: readonly DueWeek[];
  /** The last weeks in which papers came in, the oldest first. */
  readonly reading: readonly ReadWeek[];
}

/** Bodies that are listed. */
const MOST_BODIES = 20;

const toStates = (counts: Int32Array): StateCounts =>
  Object.fromEntries(
    REPORT_STATES.map((state, i): [TrackerState, number] => [state, counts[i] ?? 0]).filter(([, count]) => count > 0),
  );

const sum = (counts: Int32Array): number => counts.reduce((total, count) => total + count, 0);

const mondayOf = (day: IsoDate): IsoDate => addDays(day, 1 - (weekdayOf(day) ?? 1)) ?? day;

const listReading = (byDay: ReadonlyMap<IsoDate, Measured>): readonly ReadWeek[] => {
  const byWeek = new Map<IsoDate, Measured[]>();
  for (const [day, measured] of byDay) {
    const week = mondayOf(day);
    byWeek.set(week, [...(byWeek.get(week) ?? []), measured]);
  }
  return [...byWeek]
    .map(([from, days]) => {
      const total = (name: keyof Measured): number => days.reduce((sumOf, one) => sumOf + one[name], 0);
      const [scans, measured] = [total('scans'), total('measured')];
      return {
        from,
        papers: total('papers'),
        doubtful: total('doubtful'),
        scans,
        confidence: measured === 0 ? null : total('confidence') / measured,
        coverage: scans === 0 ? null : total('coverage') / scans,
      };
    })
    .filter(({ papers }) => papers > 0)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .slice(-WEEKS);
};

const listBodies = (db: Store, bodies: ReadonlyMap<number, Int32Array>) => {
  const nameOf = prepare<{ name: string }>(db, 'SELECT name FROM body WHERE body_key = ?');
  const all = [...bodies]
    .map(([body, counts]) => ({ body, counts, total: sum(counts) }))
    .filter(({ total }) => total > 0);
  const shown = all
    .sort((a, b) => (b.counts[LATE] ?? 0) - (a.counts[LATE] ?? 0) || b.total - a.total || a.body - b.body)
    .slice(0, MOST_BODIES)
    .map(({ body, counts, total }) => ({
      name: body === NOBODY ? null : (nameOf.get(body)?.name ?? null),
      total,
      states: toStates(counts),
    }));
  return { bodies: shown, moreBodies: all.length - shown.length };
};

const kept = new WeakMap<Store, Counts>();

/** What changed since the last time. Where it cannot be told, all that was counted is given up. */
const update = (db: Store): readonly LedgerChange[] => {
  try {
    return openLedger(db).update();
  } catch (error) {
    kept.delete(db);
    dropLedger(db);
    throw error;
  }
};

const count = (db: Store, today: IsoDate): Counts => {
  const changes = update(db);
  const known = kept.get(db);
  if (known?.today === today) {
    for (const { old, now } of changes) {
      known.add(old, -1);
      known.add(now, 1);
    }
    return known;
  }
  const counts = new Counts(today);
  for (const paper of openLedger(db).papers()) counts.add(paper, 1);
  kept.set(db, counts);
  return counts;
};

/**
 * All tasks by state, by lead and by the week in which they come due, and how well papers were read. The first time every paper is
 * read; then only what changed, and on another day all are counted anew. `countOverview(db, '2025-07-01').states['QUÁ HẠN']`
 */
export const countOverview = (db: Store, today: IsoDate): Overview => {
  const counts = count(db, today);
  return {
    tasks: sum(counts.states),
    states: toStates(counts.states),
    long: counts.long,
    tasksToReview: counts.toReview,
    papersToReview: counts.open,
    unclaimed: counts.unclaimed,
    suggested: counts.suggested,
    ...listBodies(db, counts.bodies),
    weeks: Array.from({ length: WEEKS }, (_, week) => ({
      from: shiftDay(today, week * DAYS_IN_WEEK),
      to: shiftDay(today, week * DAYS_IN_WEEK + DAYS_IN_WEEK - 1),
      count: counts.weeks[week] ?? 0,
    })),
    reading: listReading(counts.read),
  };
};

const BY_LAST_DAY =
  'SELECT directive_key AS key FROM tracked WHERE last_day <= ? ORDER BY last_day, directive_key LIMIT ?';

/** Tasks that are overdue or due within seven days, the longest overdue first, at most so many. — cần làm trước */
export const listUrgent = (db: Store, today: IsoDate, most: number): readonly TaskSummary[] =>
  guard(
    db,
    () =>
      prepare<{ key: number }>(db, BY_LAST_DAY)
        .all(shiftDay(today, SOON_DAYS), most)
        .flatMap(({ key }) => loadHit(db, key) ?? []),
    true,
  );
