import { addDays, type CivilDate, daysInMonth, readIsoDate, weekdayOf } from '../../language/calendar/civil-date.js';
import type { IsoDate } from '../../schemas/span.js';

/** By the number of the weekday: 1 Monday to 7 Sunday. */
const WEEKDAYS = ['', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
/** Long enough for every rule that comes round at least once in two years. */
const SEARCH_DAYS = 800;

const readParts = (rule: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    rule
      .replace(/^RRULE:/u, '')
      .split(';')
      .map((part): [string, string[]] => {
        const [name = '', values = ''] = part.split('=');
        return [name.toUpperCase(), values.split(',')];
      }),
  );

/** Negative days count from the end of the month: -1 is its last. */
const fitsDay = ({ year, month, day }: CivilDate, wanted: string): boolean => {
  const number = Number(wanted);
  return day === (number < 0 ? daysInMonth(year, month) + number + 1 : number);
};

const DAYS_OF_WEEK = 7;

/** "FR" is every Friday, "1FR" the first of its month, "-1FR" the last. */
const fitsWeekday = (day: IsoDate, date: CivilDate, wanted: string): boolean => {
  const [, which = '', name = ''] = /^([+-]?\d*)([A-Z]{2})$/u.exec(wanted.toUpperCase()) ?? [];
  if (WEEKDAYS[weekdayOf(day) ?? 0] !== name) return false;
  if (which === '') return true;
  const number = Number(which);
  const fromEnd = Math.ceil((daysInMonth(date.year, date.month) - date.day + 1) / DAYS_OF_WEEK);
  return number < 0 ? fromEnd === -number : Math.ceil(date.day / DAYS_OF_WEEK) === number;
};

/** True when a rule says which days it means, and not only how often: "ngày 25 hằng tháng", not "hằng năm", nor "cách ngày". */
export const namesDays = (rule: string): boolean => {
  const parts = readParts(rule);
  return (
    parts.has('BYMONTHDAY') || parts.has('BYDAY') || (parts.get('FREQ')?.[0] === 'DAILY' && !parts.has('INTERVAL'))
  );
};

/**
 * First day on or after `from` that a recurrence rule names by month, day of month or weekday: what DTSTART must be, as
 * calendars show the start whether it fits the rule or not. A rule without these begins on `from`; undefined when no
 * day fits. `findFirstDay('FREQ=MONTHLY;BYMONTHDAY=25', '2025-06-28') === '2025-07-25'`
 */
export const findFirstDay = (rule: string, from: IsoDate): IsoDate | undefined => {
  const parts = readParts(rule);
  const months = parts.get('BYMONTH');
  const days = parts.get('BYMONTHDAY');
  const weekdays = parts.get('BYDAY');
  let day: IsoDate | undefined = from;
  for (let i = 0; i < SEARCH_DAYS && day !== undefined; i++) {
    const at = day;
    const date = readIsoDate(at);
    if (date === undefined) return undefined;
    const fits =
      (months?.some((month) => Number(month) === date.month) ?? true) &&
      (days?.some((wanted) => fitsDay(date, wanted)) ?? true) &&
      (weekdays?.some((wanted) => fitsWeekday(at, date, wanted)) ?? true);
    if (fits) return day;
    day = addDays(day, 1);
  }
  return undefined;
};
