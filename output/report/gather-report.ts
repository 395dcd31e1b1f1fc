import { normalizeName } from '../../extractors/bodies/abbreviations.js';
import type { IsoDate } from '../../schemas/span.js';
import { dropEnumerator } from '../export/drop-enumerator.js';
import { mapNames, type NameMap, Unmapped } from '../export/name-map.js';
import { listTaskRows, type TaskRow } from '../export/task-rows.js';
import { guard } from '../store/database-error.js';
import type { Store } from '../store/store.js';
import { findLastDay } from '../tracker/due.js';
import type { Review } from '../tracker/needs-review.js';
import { countDaysLeft, type TrackerState } from '../tracker/tracker-state.js';
import { type Ground, listAsOf } from './as-of.js';

/** How many tasks are in each state; states that none is in are left out. */
export type StateCounts = Readonly<Partial<Record<TrackerState, number>>>;

/** How long tasks are overdue, in days behind the last one in time. — tuổi quá hạn */
export const AGES = [
  { from: 1, to: 2 },
  { from: 3, to: 7 },
  { from: 8, to: 30 },
  { from: 31, to: null },
] as const;

/** An overdue task. */
export interface OverdueTask {
  readonly id: string;
  readonly documentNumber: string | null;
  readonly number: string;
  readonly text: string;
  /** The last day on which it was in time. */
  readonly lastDay: IsoDate;
  readonly days: number;
}

/** What one body has to do. A task with several leads counts for each of them. */
export interface BodyShare {
  /** As written, or as the office's list has it; null for tasks of which nobody is named; in the anonymous form "Cơ quan 1". */
  readonly name: string | null;
  readonly tasks: number;
  readonly states: StateCounts;
  /** Overdue tasks by AGES. */
  readonly ages: readonly number[];
  /** Days that the oldest is overdue; null where none is. */
  readonly oldest: number | null;
  /** The longest overdue first; absent in the anonymous form. */
  readonly overdue?: readonly OverdueTask[];
}

/** The state of all tasks on a day. — báo cáo chốt theo ngày */
export interface TaskReport {
  readonly on: IsoDate;
  readonly anonymous: boolean;
  readonly documents: number;
  readonly tasks: number;
  readonly states: StateCounts;
  readonly review: Readonly<Record<Review, number>>;
  readonly ages: readonly number[];
  /** Those with most overdue tasks first. */
  readonly bodies: readonly BodyShare[];
  readonly ground: Ground;
  /** Names that the office's list has not; empty where no list was given. */
  readonly unlisted: readonly { readonly name: string; readonly count: number }[];
}

interface Gathered {
  readonly name: string | null;
  tasks: number;
  readonly states: Map<TrackerState, number>;
  readonly overdue: OverdueTask[];
}

const countAges = (overdue: readonly Pick<OverdueTask, 'days'>[]): readonly number[] =>
  AGES.map(({ from, to }) => overdue.filter(({ days }) => days >= from && (to === null || days <= to)).length);

const addOne = <Key>(counts: Map<Key, number>, key: Key): void => {
  counts.set(key, (counts.get(key) ?? 0) + 1);
};

const toOverdue = ({ directive, document, deadline, state }: TaskRow, on: IsoDate): OverdueTask | undefined => {
  const lastDay = deadline === null ? null : findLastDay(deadline);
  const left = countDaysLeft(deadline, on);
  if (state !== 'QUÁ HẠN' || lastDay === null || left === null) return undefined;
  const { id, number } = directive;
  return { id, documentNumber: document.number, number, text: dropEnumerator(directive), lastDay, days: -left };
};

const compareText = (a: string | null, b: string | null): number => ((a ?? '') < (b ?? '') ? -1 : a === b ? 0 : 1);

const byOverdue = (a: Gathered, b: Gathered): number =>
  b.overdue.length - a.overdue.length || b.tasks - a.tasks || compareText(a.name, b.name);

const toShare = ({ name, tasks, states, overdue }: Gathered): BodyShare => {
  const sorted = overdue.toSorted((a, b) => b.days - a.days || compareText(a.id, b.id));
  return {
    name,
    tasks,
    states: Object.fromEntries(states),
    ages: countAges(sorted),
    oldest: sorted[0]?.days ?? null,
    overdue: sorted,
  };
};

/** Takes out whatever tells who or what: names become ordinals, and the lists of tasks go. The figures are the same. */
const withoutNames = (report: TaskReport): TaskReport => {
  let count = 0;
  const bodies = report.bodies.map(({ overdue: _overdue, ...share }) => {
    count += share.name === null ? 0 : 1;
    return { ...share, name: share.name === null ? null : `Cơ quan ${count}` };
  });
  return { ...report, anonymous: true, bodies, unlisted: [] };
};

export interface ReportOptions {
  readonly anonymous?: boolean;
  /** The office's own names for bodies. */
  readonly map?: NameMap | undefined;
}

/** The bodies of the tasks so far, by what their names share. */
class Bodies {
  readonly #found = new Map<string, Gathered>();

  of(name: string | null): Gathered {
    const key = name === null ? '' : normalizeName(name);
    const body = this.#found.get(key) ?? { name, tasks: 0, states: new Map(), overdue: [] };
    this.#found.set(key, body);
    return body;
  }

  list(): readonly Gathered[] {
    return [...this.#found.values()].toSorted(byOverdue);
  }
}

const gather = (db: Store, on: IsoDate, { map }: ReportOptions): TaskReport => {
  const { records, ground } = listAsOf(db, on);
  const unmapped = new Unmapped();
  const bodies = new Bodies();
  const states = new Map<TrackerState, number>();
  const review = { confirmed: 0, 'needs-review': 0, unreviewed: 0 };
  const overdue: OverdueTask[] = [];
  const documents = new Set<string>();
  let tasks = 0;
  for (const row of listTaskRows(map === undefined ? records : mapNames(records, map, unmapped), on)) {
    tasks += 1;
    documents.add(row.document.id);
    addOne(states, row.state);
    review[row.review] += 1;
    const late = toOverdue(row, on);
    if (late !== undefined) overdue.push(late);
    for (const name of row.leads.length === 0 ? [null] : row.leads) {
      const body = bodies.of(name);
      body.tasks += 1;
      addOne(body.states, row.state);
      if (late !== undefined) body.overdue.push(late);
    }
  }
  return {
    on,
    anonymous: false,
    documents: documents.size,
    tasks,
    states: Object.fromEntries(states),
    review,
    ages: countAges(overdue),
    bodies: bodies.list().map(toShare),
    ground: ground(),
    unlisted: unmapped.list(),
  };
};

/**
 * The state of all tasks at the end of a day: with the papers that had come in by then and the corrections that had been made,
 * whatever came since; `ground` tells what that rests on. Counted over papers with a task. `anonymous` leaves the figures and takes
 * out who and what. — báo cáo chốt theo ngày `gatherReport(db, '2025-06-30').ages`
 */
export const gatherReport = (db: Store, on: IsoDate, options: ReportOptions = {}): TaskReport =>
  guard(
    db,
    () => {
      const report = gather(db, on, options);
      return options.anonymous === true ? withoutNames(report) : report;
    },
    true,
  );
