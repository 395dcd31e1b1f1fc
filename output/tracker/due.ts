import { addDays } from '../../language/calendar/civil-date.js';
import type { Deadline, Directive } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';

/** What of a deadline its day depends on. */
export type DueDay = Pick<Deadline, 'due' | 'bound'>;

/** A day some days later; the day itself at the ends of the calendar, beyond which nothing is due. */
export const shiftDay = (day: IsoDate, days: number): IsoDate => addDays(day, days) ?? day;

/** The last day on which a task is still in time: "trước ngày 15" leaves the 14th, "đến ngày 15" the 15th; null without a day. */
export const findLastDay = ({ due, bound }: DueDay): IsoDate | null =>
  due !== null && bound === 'before' ? shiftDay(due, -1) : due;

/** Which days are asked for: the day as it is named, and the last day in time. */
export interface DueRange {
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly lastFrom?: IsoDate | undefined;
  readonly lastTo?: IsoDate | undefined;
}

/** The filters by day that search and exports share. */
export interface DueFilters {
  readonly dueBefore?: IsoDate | undefined;
  readonly dueAfter?: IsoDate | undefined;
  readonly lastBefore?: IsoDate | undefined;
  readonly lastAfter?: IsoDate | undefined;
  readonly overdue?: boolean | undefined;
  readonly dueWithin?: number | undefined;
}

const earlier = (a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined =>
  a === undefined || (b !== undefined && b < a) ? b : a;

const later = (a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/**
 * What filters by day ask for; undefined when they ask for no day. Overdue: the last day in time has passed. Due within n
 * days: it lies between today and the n-th day after it. — quá hạn, sắp đến hạn
 */
export const readDueRange = (filters: DueFilters, today: IsoDate): DueRange | undefined => {
  const { dueBefore, dueAfter, lastBefore, lastAfter, overdue, dueWithin } = filters;
  const within = dueWithin === undefined ? undefined : shiftDay(today, dueWithin);
  const range: DueRange = {
    from: dueAfter,
    to: dueBefore,
    lastFrom: later(lastAfter, within === undefined ? undefined : today),
    lastTo: earlier(lastBefore, earlier(within, overdue === true ? shiftDay(today, -1) : undefined)),
  };
  return Object.values(range).every((day) => day === undefined) ? undefined : range;
};

const isBetween = (day: IsoDate, from: IsoDate | undefined, to: IsoDate | undefined): boolean =>
  (from === undefined || day >= from) && (to === undefined || day <= to);

const fits = (deadline: DueDay, { from, to, lastFrom, lastTo }: DueRange): boolean => {
  const last = findLastDay(deadline);
  return (
    deadline.due !== null && last !== null && isBetween(deadline.due, from, to) && isBetween(last, lastFrom, lastTo)
  );
};

/** True when one of the deadlines of a task, as people corrected it, lies in a range. */
export const isDueIn = (directive: Directive, range: DueRange): boolean =>
  directive.assignments.some(({ deadlines }) => deadlines.some((deadline) => fits(deadline, range)));
