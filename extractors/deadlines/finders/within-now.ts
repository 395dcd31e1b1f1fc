import { lastDayOfMonth, lastDayOfQuarter, lastDayOfYear, readIsoDate } from '../../../language/calendar/civil-date.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import type { IsoDate } from '../../../schemas/span.js';
import { readBoundary, toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { type ReadTime, readWeekFromNow } from '../read-time.js';

const MONTHS_OF_QUARTER = 3;

const lastDayOf = (unit: string, issuedOn: IsoDate | null): ReadTime => {
  if (unit === 'tuan') return readWeekFromNow(issuedOn, 0);
  const { year, month } = (issuedOn === null ? undefined : readIsoDate(issuedOn)) ?? { year: 0, month: 0 };
  const due =
    unit === 'thang'
      ? lastDayOfMonth(year, month)
      : unit === 'quy'
        ? lastDayOfQuarter(year, Math.ceil(month / MONTHS_OF_QUARTER))
        : lastDayOfYear(year);
  return year === 0 || due === undefined ? { due: null, inferred: false } : { due, inferred: true };
};

// xong trong tuần | hoàn thành ngay trong tháng | báo cáo trong quý
/** The running week, month, quarter or year, bare at the end of a clause: right behind a word of completion only. — trong tháng */
export const withinNow = defineFinder({
  id: 'deadline/within-now',
  hints: ['trong tuan', 'trong thang', 'trong quy', 'trong nam'],
  pattern: foldedPattern(
    '(?:trong(?<=(?:xong|hoàn thành|hoàn tất|dứt điểm) trong)|ngay trong) (?<unit>tuần|tháng|quý|năm)(?=\\s*(?:[.,;)]|$))',
  ),
  read: ({ unit = '' }, { issuedOn }) =>
    toReading(lastDayOf(unit, issuedOn), readBoundary(undefined, 'weak'), precisionOf[unit] ?? 'month', true),
});

const precisionOf: Readonly<Record<string, 'week' | 'month' | 'quarter' | 'year'>> = {
  tuan: 'week',
  thang: 'month',
  quy: 'quarter',
  nam: 'year',
};
