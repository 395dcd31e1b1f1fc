import { daysBetween } from '../../language/calendar/civil-date.js';
import type { Deadline, Directive } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';
import { classifyDeadline, type DeadlineType } from './deadline-type.js';
import { findLastDay } from './due.js';
import { findFirstDeadline } from './first-deadline.js';

/** States that the clerks' tracker derives from a task and a day. */
export const TRACKER_STATES = [
  'HOÀN THÀNH',
  'THƯỜNG XUYÊN',
  'CHỜ ĐIỀU KIỆN',
  'CẦN ĐIỀN HẠN',
  'QUÁ HẠN',
  'SẮP ĐẾN HẠN',
  'ĐANG THỰC HIỆN',
] as const;
export type TrackerState = (typeof TRACKER_STATES)[number];

/** States of tasks without a day. */
export const DAYLESS_STATES = [
  'CẦN ĐIỀN HẠN',
  'THƯỜNG XUYÊN',
  'CHỜ ĐIỀU KIỆN',
] as const satisfies readonly TrackerState[];
export type DaylessState = (typeof DAYLESS_STATES)[number];

/** A task as far as its state depends on it. */
export interface TrackedTask {
  readonly deadlineType: DeadlineType | null;
  readonly deadline: Pick<Deadline, 'due' | 'bound'> | null;
  readonly done: boolean;
}

/** So many days ahead a task is called due soon. — sắp đến hạn */
export const SOON_DAYS = 7;
/** From so many days on an overdue task is deep red. */
export const LONG_DAYS = 3;

/**
 * Days from today to the last day on which a task is still in time; negative when that has passed, null without a day.
 * "trước ngày 15" leaves until the 14th, "đến ngày 15" until the 15th.
 */
export const countDaysLeft = (deadline: TrackedTask['deadline'], today: IsoDate): number | null => {
  const last = deadline === null ? null : findLastDay(deadline);
  return last === null ? null : (daysBetween(today, last) ?? null);
};

/** A directive as its state sees it; nobody can say yet that it is done. */
export const trackDirective = (directive: Directive): TrackedTask => ({
  deadlineType: classifyDeadline(directive),
  deadline: findFirstDeadline(directive),
  done: false,
});

/** True when somebody must fill in the day: none can be told, and the task neither recurs nor waits. — cần điền hạn */
export const lacksDay = ({ deadline, deadlineType }: Omit<TrackedTask, 'done'>): boolean =>
  (deadline === null || deadline.due === null) &&
  deadlineType !== 'Nhiệm vụ thường xuyên' &&
  deadlineType !== 'Chờ quyết định/điều kiện khác';

/** State of a task on a day; nothing is stored. A deadline with a type but without a day still needs its day. */
export const findTrackerState = (task: TrackedTask, today: IsoDate): TrackerState => {
  if (task.done) return 'HOÀN THÀNH';
  const left = countDaysLeft(task.deadline, today);
  if (left !== null && left < 0) return 'QUÁ HẠN';
  if (left !== null) return left <= SOON_DAYS ? 'SẮP ĐẾN HẠN' : 'ĐANG THỰC HIỆN';
  if (lacksDay(task)) return 'CẦN ĐIỀN HẠN';
  return task.deadlineType === 'Nhiệm vụ thường xuyên' ? 'THƯỜNG XUYÊN' : 'CHỜ ĐIỀU KIỆN';
};
