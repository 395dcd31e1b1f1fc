import { WEEKDAYS } from '../../language/lexicon/time-words.js';
import { fold } from '../../language/writing/unicode.js';
import { readCount } from './read-time.js';

/** RFC 5545 rules of the plain periods, by folded word. — hằng ngày, tuần, tháng, quý, năm */
export const PERIOD_RULES: Readonly<Record<string, string>> = {
  ngay: 'FREQ=DAILY',
  tuan: 'FREQ=WEEKLY',
  thang: 'FREQ=MONTHLY',
  quy: 'FREQ=MONTHLY;INTERVAL=3',
  nam: 'FREQ=YEARLY',
};

const UNITS: Readonly<
  Record<string, { readonly frequency: string; readonly months: number; readonly interval: number }>
> = {
  gio: { frequency: 'HOURLY', months: 1 / 720, interval: 1 },
  tieng: { frequency: 'HOURLY', months: 1 / 720, interval: 1 },
  dem: { frequency: 'DAILY', months: 1 / 30, interval: 1 },
  ngay: { frequency: 'DAILY', months: 1 / 30, interval: 1 },
  tuan: { frequency: 'WEEKLY', months: 1 / 4, interval: 1 },
  thang: { frequency: 'MONTHLY', months: 1, interval: 1 },
  quy: { frequency: 'MONTHLY', months: 3, interval: 3 },
  nam: { frequency: 'YEARLY', months: 12, interval: 1 },
};

/**
 * The rule of one or several intervals in folded words; of several the shortest: who reports each quarter also reports
 * each half-year. `intervalRule('quy, 6 thang, nam') === 'FREQ=MONTHLY;INTERVAL=3'`. null when none can be told.
 */
export const intervalRule = (periods: string): string | null => {
  const read = [
    ...periods.matchAll(
      /(?:(?<count>\d{1,2}|hai|ba|sau|chin)\s*)?(?<unit>gio|tieng|dem|ngay|tuan|thang|quy|nam)(?![a-z])/gu,
    ),
  ].flatMap(({ groups }) => {
    const unit = UNITS[groups?.unit ?? ''];
    const count = readCount(groups?.count ?? '1') ?? 0;
    return unit === undefined || count === 0 ? [] : [{ unit, count, months: unit.months * count }];
  });
  const [shortest] = read.sort((a, b) => a.months - b.months);
  if (shortest === undefined) return null;
  const interval = shortest.unit.interval * shortest.count;
  return interval === 1 ? `FREQ=${shortest.unit.frequency}` : `FREQ=${shortest.unit.frequency};INTERVAL=${interval}`;
};

const codes = new Map(Object.entries(WEEKDAYS).map(([word, code]) => [fold(word), code]));
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** Pattern of the words by which a period is every one of its kind. */
export const EVERY = '(?:hằng|hàng|mỗi|từng)';
/** The same with "các", which also counts things. */
export const EVERY_OR_ALL = '(?:hằng|hàng|mỗi|từng|các)';

/** Pattern of a weekday in folded words or as "thu 6". */
export const WEEKDAY_WORDS = `(?:${Object.keys(WEEKDAYS).join('|')}|thứ [2-7])`;

/** 1 Monday to 7 Sunday of a folded weekday. `weekdayNumber('thu sau') === 5`. */
export const weekdayNumber = (printed: string): number | undefined => {
  const index = CODES.indexOf(weekdayCode(printed) ?? '');
  return index < 0 ? undefined : index + 1;
};

/** RFC 5545 code of a folded weekday, in words or as "thu 6". `weekdayCode('thu sau') === 'FR'`. */
export const weekdayCode = (printed: string): string | undefined => {
  const number = /\d/u.exec(printed)?.[0];
  return number === undefined ? codes.get(printed) : CODES[Number(number) - 2];
};
