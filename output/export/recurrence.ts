import type { IsoDate } from '../../schemas/span.js';
import { shiftDay } from '../tracker/due.js';

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
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

const daysInMonth = (day: IsoDate): number =>
  new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();

/** Negative days count from the end of the month: -1 is its last. */
const fitsDay = (day: IsoDate, wanted: string): boolean => {
  const number = Number(wanted);
  return Number(day.slice(8)) === (number < 0 ? daysInMonth(day) + number + 1 : number);
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
  const weekdays = parts.get('BYDAY')?.map((name) => name.replace(/^[+-]?\d+/u, ''));
  for (let i = 0, day = from; i < SEARCH_DAYS; i++, day = shiftDay(day, 1)) {
    const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
    const fits =
      (months?.some((month) => Number(month) === Number(day.slice(5, 7))) ?? true) &&
      (days?.some((wanted) => fitsDay(day, wanted)) ?? true) &&
      (weekdays?.includes(weekday) ?? true);
    if (fits) return day;
  }
  return undefined;
};
