import { addDays, addMonths } from '../../language/calendar/civil-date.js';
import { addWorkingDays } from '../../language/calendar/working-days.js';
import type { IsoDate } from '../../schemas/span.js';
import type { DeadlineContext, Groups, Reading } from './candidate.js';
import { WEEKENDS_ONLY } from './confidence.js';
import { COUNT, readCount } from './read-time.js';
import { dayOfAnchor } from './start-of-length.js';

// 15 ngày | 05 ngày làm việc | hai tuần | nửa tháng | một năm rưỡi | 5 - 7 ngày: of a range the end counts
/** Pattern of a length of time, as the groups that `readLength` reads. — khoảng thời gian */
export const DURATION = `(?:(?:\\d{1,2} ?(?:-|–|đến|hoặc) ?)?(?<count>${COUNT}) (?<unit>giờ|ngày|tuần|tháng|quý|năm)(?<working> làm việc| rưỡi)?|(?<half>nửa) (?<halved>tháng|năm))`;

/** The day on which a length ends. */
interface Elapsed {
  /** null where no day can be told. */
  readonly due: IsoDate | null;
  /** False where the public holidays of a year on the way are not known. */
  readonly knowsHolidays: boolean;
}

/** A length of time in months and days; nửa năm is six months, nửa tháng 15 days (Bộ luật Dân sự 2015, điều 146). */
export interface Length {
  readonly months: number;
  readonly days: number;
  /** Days are working days. — ngày làm việc */
  readonly isWorking: boolean;
  readonly unit: string;
}

const MONTHS_OF: Readonly<Record<string, number>> = { thang: 1, quy: 3, nam: 12 };
const DAYS_OF: Readonly<Record<string, number>> = { ngay: 1, tuan: 7 };
const HALF_MONTH = 15;

/** Reads the groups of `DURATION`; undefined where no number is told. */
export const readLength = ({ count, unit = '', working = '', half, halved = '' }: Groups): Length | undefined => {
  if (half !== undefined) {
    const isYear = halved === 'nam';
    return { months: isYear ? 6 : 0, days: isYear ? 0 : HALF_MONTH, isWorking: false, unit: isYear ? 'thang' : 'ngay' };
  }
  const number = readCount(count);
  if (number === undefined || number === 0) return undefined;
  const isMore = working.includes('ruoi');
  return {
    months: number * (MONTHS_OF[unit] ?? 0) + (isMore && unit === 'nam' ? 6 : 0),
    days: number * (DAYS_OF[unit] ?? 0) + (isMore && unit === 'thang' ? HALF_MONTH : 0),
    isWorking: working !== '' && !isMore,
    unit,
  };
};

/** The day so long after another. */
export const elapse = (from: IsoDate | null, { months, days, isWorking }: Length): Elapsed => {
  // Hours end on no day that can be told.
  if (from === null || months + days === 0) return { due: null, knowsHolidays: true };
  if (isWorking) {
    const counted = addWorkingDays(from, days);
    return { due: counted?.date ?? null, knowsHolidays: counted?.knowsHolidays ?? true };
  }
  return { due: addDays(addMonths(from, months) ?? '', days) ?? null, knowsHolidays: true };
};

/** How exact a day is that ends so long a time. */
export const precisionOf = (unit: string) =>
  unit === 'tuan' ? 'week' : unit === 'thang' ? 'month' : unit === 'nam' ? 'year' : 'day';

/**
 * What the groups of `DURATION` say from a folded anchor on, or from the issue date where none is named. — thời hạn tính từ mốc
 */
export const readDuration = (
  groups: Groups,
  anchor: string | undefined,
  context: DeadlineContext,
): Omit<Reading, 'kind'> | undefined => {
  const length = readLength(groups);
  if (length === undefined) return undefined;
  const { due, knowsHolidays } = elapse(dayOfAnchor(anchor, context), length);
  return {
    due,
    bound: due === null ? null : 'by',
    precision: precisionOf(length.unit),
    // Without the notice of the year the day leaves out weekends and the days of the law only.
    certainty: knowsHolidays ? 'computed' : 'assumed',
    confidence: knowsHolidays ? null : WEEKENDS_ONLY,
  };
};
