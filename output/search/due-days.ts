import type { IsoDate } from '../../schemas/span.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { findLastDay } from '../tracker/due.js';
import { DAYLESS_STATES, type DaylessState } from '../tracker/tracker-state.js';
import { countTasks, listTaskKeys } from './find-tasks.js';
import type { Total } from './request.js';
import type { AskedTasks } from './search.js';
import { joinFilters, type TaskFilters } from './task-filters.js';

/** Tasks that are looked at for one calendar; where more are found it says so. */
const MOST_TASKS = 20_000;
/** Tasks of one kind that are counted beside it. */
const MOST_COUNTED = 1000;

/** A task that comes due on a day: of several deadlines of one day the first in time counts. */
export interface DueTask {
  readonly key: number;
  /** As the paper names it. */
  readonly due: IsoDate;
  readonly lastDay: IsoDate;
}

/** Deadlines of tasks that a search finds, by the day that is named, in a range of days. */
export interface DueDays {
  /** By day, then as stored. */
  readonly tasks: readonly DueTask[];
  /** False where there were too many: the rest, stored later, is not among them. */
  readonly isWhole: boolean;
}

export interface DayRange {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

const DUE = `SELECT l.directive_key AS key, l.due, max(l.bound = 'before') AS isBefore
  FROM json_each(?) k CROSS JOIN deadline l ON l.directive_key = k.value
  WHERE l.due BETWEEN ? AND ? GROUP BY 1, 2 ORDER BY l.due, l.directive_key`;

/** The days that both a search and a calendar ask for. */
const narrow = ({ dueAfter, dueBefore }: TaskFilters, { from, to }: DayRange): DayRange => ({
  from: dueAfter !== undefined && dueAfter > from ? dueAfter : from,
  to: dueBefore !== undefined && dueBefore < to ? dueBefore : to,
});

/** Deadlines between two days of the tasks that a settled search finds. `findDueDays(db, settleSearch(db, request), { from, to })` */
export const findDueDays = (db: Store, asked: AskedTasks, range: DayRange): DueDays => {
  const { from, to } = narrow(asked.filters, range);
  const keys: number[] = [];
  let isWhole = true;
  const filters = joinFilters(asked.filters, { dueAfter: from, dueBefore: to });
  if (from <= to)
    for (const key of listTaskKeys(db, { ...asked, filters })) {
      if (keys.length === MOST_TASKS) {
        isWhole = false;
        break;
      }
      keys.push(key);
    }
  const rows = prepare<{ key: number; due: IsoDate; isBefore: number }>(db, DUE).all(JSON.stringify(keys), from, to);
  const tasks = rows.map(({ key, due, isBefore }) => ({
    key,
    due,
    lastDay: findLastDay({ due, bound: isBefore === 1 ? 'before' : 'by' }) ?? due,
  }));
  return { tasks, isWhole };
};

/** True when a search finds a task that is due in a range of days, without listing them. */
export const isAnyDue = (db: Store, asked: AskedTasks, range: DayRange): boolean => {
  const { from, to } = narrow(asked.filters, range);
  const filters = joinFilters(asked.filters, { dueAfter: from, dueBefore: to });
  return from <= to && countTasks(db, { ...asked, filters }, 1).count > 0;
};

/** What a search finds besides the days of a calendar, so that nothing is missed there: counted up to a limit each. */
export interface BesideDays {
  readonly before: Total;
  readonly after: Total;
  readonly without: readonly { readonly state: DaylessState; readonly total: Total }[];
}

const NONE: Total = { count: 0, exact: true };

/** Tasks with a day before and behind a range, and those without any. `first`, `last`: the days next to the range. */
export const countBeside = (
  db: Store,
  asked: AskedTasks,
  { first, last }: { readonly first: IsoDate; readonly last: IsoDate },
): BesideDays => {
  const { filters } = asked;
  const count = (more: TaskFilters): Total =>
    countTasks(db, { ...asked, filters: joinFilters(filters, more) }, MOST_COUNTED);
  const { dueAfter, dueBefore } = filters;
  return {
    before:
      dueAfter !== undefined && dueAfter > first
        ? NONE
        : count({ dueBefore: dueBefore !== undefined && dueBefore < first ? dueBefore : first }),
    after:
      dueBefore !== undefined && dueBefore < last
        ? NONE
        : count({ dueAfter: dueAfter !== undefined && dueAfter > last ? dueAfter : last }),
    without: DAYLESS_STATES.map((state) => ({
      state,
      total: filters.state === undefined || filters.state === state ? count({ state }) : NONE,
    })),
  };
};

const LEADS = `SELECT DISTINCT ab.directive_key AS key, ab.body_key AS body
  FROM json_each(?) k CROSS JOIN assignment_body ab ON ab.directive_key = k.value WHERE ab.role = 'lead'`;

/** A body, and those of some tasks that it leads. */
export interface LedTasks {
  /** As written; null: of these no lead is named. */
  readonly name: string | null;
  readonly keys: ReadonlySet<number>;
}

/** Who leads some tasks, those with most first; of bodies with one name one is made, as filters by name do. */
export const groupByLead = (db: Store, keys: readonly number[]): readonly LedTasks[] => {
  const nameOf = prepare<{ name: string }>(db, 'SELECT name FROM body WHERE body_key = ?');
  const byName = new Map<string | null, Set<number>>();
  const rest = new Set(keys);
  for (const { key, body } of prepare<{ key: number; body: number }>(db, LEADS).all(JSON.stringify([...rest]))) {
    const name = nameOf.get(body)?.name ?? null;
    const own = byName.get(name);
    if (own === undefined) byName.set(name, new Set([key]));
    else own.add(key);
    rest.delete(key);
  }
  if (rest.size > 0) byName.set(null, new Set([...(byName.get(null) ?? []), ...rest]));
  return [...byName]
    .map(([name, own]) => ({ name, keys: own }))
    .toSorted((a, b) => b.keys.size - a.keys.size || (a.name ?? '￿').localeCompare(b.name ?? '￿', 'vi'));
};
