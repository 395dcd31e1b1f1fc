import type { IsoDate } from '../../schemas/span.js';
import { countFacets, type FacetCount } from '../search/facets.js';
import { guard } from '../store/database-error.js';
import { loadHit, type TaskSummary } from '../store/load-hit.js';
import { listQuarantine, type QuarantinedFile } from '../store/quarantine.js';
import { readStatus } from '../store/read-status.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { findLastDay, shiftDay } from '../tracker/due.js';
import { DAYLESS_STATE } from '../tracker/task-sql.js';
import { countDaysLeft, LONG_DAYS, SOON_DAYS } from '../tracker/tracker-state.js';

/** A task of the day. `lastDay`: the last one in time; `daysLeft`: until then, negative when it has passed. */
export interface TaskOfDay extends TaskSummary {
  readonly lastDay: IsoDate | null;
  readonly daysLeft: number | null;
}

/** Tasks that ask for something: how many there are, and the first of them. */
export interface DayList {
  readonly count: number;
  readonly tasks: readonly TaskOfDay[];
}

/** What a clerk has to know in the morning. — việc hôm nay */
export interface Today {
  readonly today: IsoDate;
  /** The longest overdue first. — quá hạn */
  readonly overdue: DayList & {
    /** Three days and more: deep red. */
    readonly long: number;
    /** Who has most of them. */
    readonly byBody: readonly FacetCount[];
  };
  /** Due within seven days, the next first. — sắp đến hạn */
  readonly soon: DayList;
  /** Whose day somebody must fill in. — cần điền hạn */
  readonly holes: DayList;
  /** Papers and tasks with an open doubt. — cần xem lại */
  readonly review: { readonly documents: number; readonly tasks: number };
  /** Passages that look like tasks and became none; papers with a suggested number or day. */
  readonly unclaimed: number;
  readonly suggested: number;
  readonly quarantined: { readonly count: number; readonly files: readonly QuarantinedFile[] };
}

/** Tasks of each kind that are told one by one, when nobody says how many. */
const MOST = 50;

// The tracker's own rows have an index of days: filters of the search would ask for each of a million tasks by itself.
const LATE = 'SELECT directive_key FROM tracked WHERE last_day < ?';
const SOON = 'SELECT directive_key FROM tracked WHERE last_day BETWEEN ? AND ?';
const HOLES = `SELECT k.directive_key FROM tracked k WHERE k.due IS NULL AND ${DAYLESS_STATE} = 'CẦN ĐIỀN HẠN'
  ORDER BY k.directive_key`;

/** Keys of the tasks that a condition on the tracker's rows lets through. */
const listKeys = (db: Store, sql: string, ...days: readonly IsoDate[]): readonly number[] =>
  prepare<{ directive_key: number }>(db, sql)
    .all(...days)
    .map((row) => row.directive_key);

const BY_DAY = `SELECT k.value AS key, min(l.due) AS due FROM json_each(?) k
  LEFT JOIN deadline l ON l.directive_key = k.value AND l.due IS NOT NULL GROUP BY k.value ORDER BY due, key LIMIT ?`;

/** Keys by their first day; a task whose day a person gave may stand before them all. */
const sortByDay = (db: Store, keys: readonly number[], most: number): readonly number[] =>
  prepare<{ key: number }>(db, BY_DAY)
    .all(JSON.stringify(keys), most)
    .map(({ key }) => key);

const loadTask = (db: Store, key: number, today: IsoDate): readonly TaskOfDay[] => {
  const task = loadHit(db, key);
  if (task === undefined) return [];
  const days = task.deadlines.flatMap((deadline) => {
    const lastDay = findLastDay(deadline);
    return lastDay === null ? [] : [{ lastDay, daysLeft: countDaysLeft(deadline, today) }];
  });
  const first = days.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0];
  return [{ ...task, ...(first ?? { lastDay: null, daysLeft: null }) }];
};

const byDay = (a: TaskOfDay, b: TaskOfDay): number => (a.daysLeft ?? 0) - (b.daysLeft ?? 0);

const gather = (db: Store, today: IsoDate, most: number): Today => {
  const late = listKeys(db, LATE, today);
  const load = (keys: readonly number[]): readonly TaskOfDay[] => keys.flatMap((key) => loadTask(db, key, today));
  const soon = listKeys(db, SOON, today, shiftDay(today, SOON_DAYS));
  const holes = listKeys(db, HOLES);
  const status = readStatus(db, today);
  const waiting = listQuarantine(db);
  return {
    today,
    overdue: {
      count: late.length,
      long: listKeys(db, LATE, shiftDay(today, 1 - LONG_DAYS)).length,
      tasks: load(sortByDay(db, late, most)).toSorted(byDay),
      byBody: countFacets(db, late, true).leads,
    },
    soon: { count: soon.length, tasks: load(sortByDay(db, soon, most)).toSorted(byDay) },
    holes: { count: holes.length, tasks: load(holes.slice(-most).toReversed()) },
    review: { documents: status.documentsToReview, tasks: status.tasksToReview },
    unclaimed: status.unclaimed,
    suggested: status.suggested,
    quarantined: { count: waiting.length, files: waiting.slice(0, most) },
  };
};

/**
 * What is overdue, what comes due within seven days and what waits for a person, on a day; `most`: tasks and files of each kind that
 * are told one by one. The counts are of all. `gatherToday(db, '2025-07-01').overdue.count` — việc hôm nay
 */
export const gatherToday = (db: Store, today: IsoDate, most = MOST): Today =>
  guard(db, () => gather(db, today, most), true);
