import type { IsoDate } from '../../schemas/span.js';

/** A civil date in its parts; month and day from 1. — ngày dương lịch */
export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month; 0 for a month that does not exist. `daysInMonth(2024, 2) === 29`. */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);

/** ISO string of a date; undefined for one that does not exist. `toIsoDate(2023, 2, 29) === undefined`. */
export const toIsoDate = (year: number, month: number, day: number): IsoDate | undefined => {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return undefined;
  if (!Number.isInteger(day) || day < 1 || day > daysInMonth(year, month)) return undefined;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
};

/** A day as clerks write it: `formatDay('2025-07-15') === '15/07/2025'`. */
export const formatDay = (iso: IsoDate): string => iso.split('-').reverse().join('/');

/** Parts of an ISO date; undefined for a string that is none or a day that does not exist. */
export const readIsoDate = (iso: IsoDate): CivilDate | undefined => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(iso);
  if (match === null) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return toIsoDate(year, month, day) === undefined ? undefined : { year, month, day };
};

/** Days since 1 March of the year 0 (proleptic Gregorian): leap days fall at the end of such a year. */
const toDayNumber = ({ year, month, day }: CivilDate): number => {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((m * 153 + 2) / 5) + day - 1
  );
};

const fromDayNumber = (dayNumber: number): IsoDate | undefined => {
  // 400 years have 146,097 days; the mean is at most a year off to either side.
  let y = Math.floor((dayNumber * 400) / 146097) + 1;
  while (toDayNumber({ year: y, month: 3, day: 1 }) > dayNumber) y -= 1;
  const rest = dayNumber - toDayNumber({ year: y, month: 3, day: 1 });
  const m = Math.floor((5 * rest + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return toIsoDate(month > 2 ? y : y + 1, month, rest - Math.floor((m * 153 + 2) / 5) + 1);
};

/** A date some days later, or earlier for a negative count. `addDays('2024-03-20', 15) === '2024-04-04'`. */
export const addDays = (iso: IsoDate, days: number): IsoDate | undefined => {
  const date = readIsoDate(iso);
  return date === undefined ? undefined : fromDayNumber(toDayNumber(date) + days);
};

/** Days from one date to another, negative where that is earlier: `daysBetween('2024-02-28', '2024-03-01') === 2`. */
export const daysBetween = (from: IsoDate, to: IsoDate): number | undefined => {
  const [start, end] = [readIsoDate(from), readIsoDate(to)];
  return start === undefined || end === undefined ? undefined : toDayNumber(end) - toDayNumber(start);
};

/** The same day some months later, or the last day of a shorter month. `addMonths('2024-01-31', 1) === '2024-02-29'`. */
export const addMonths = (iso: IsoDate, months: number): IsoDate | undefined => {
  const date = readIsoDate(iso);
  if (date === undefined) return undefined;
  const index = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return toIsoDate(year, month, Math.min(date.day, daysInMonth(year, month)));
};

/** Day of the week, 1 Monday to 7 Sunday. `weekdayOf('2024-03-20') === 3`. */
export const weekdayOf = (iso: IsoDate): number | undefined => {
  const date = readIsoDate(iso);
  // 1 March of the year 0 was a Wednesday.
  return date === undefined ? undefined : ((toDayNumber(date) + 2) % 7) + 1;
};

/** Last day of a month. `lastDayOfMonth(2024, 9) === '2024-09-30'`. */
export const lastDayOfMonth = (year: number, month: number): IsoDate | undefined =>
  toIsoDate(year, month, daysInMonth(year, month));

/** Last day of a quarter, 1 to 4. `lastDayOfQuarter(2025, 2) === '2025-06-30'`. — quý */
export const lastDayOfQuarter = (year: number, quarter: number): IsoDate | undefined =>
  lastDayOfMonth(year, quarter * 3);

/** Last day of a half-year, 1 or 2. — 6 tháng đầu năm, 6 tháng cuối năm */
export const lastDayOfHalf = (year: number, half: number): IsoDate | undefined => lastDayOfMonth(year, half * 6);

/** Last day of a year. */
export const lastDayOfYear = (year: number): IsoDate | undefined => toIsoDate(year, 12, 31);
