import { addDays, lastDayOfMonth, toIsoDate, weekdayOf } from '../../../language/calendar/civil-date.js';
import { DAY_OR_MONTH, OF_YEAR } from '../../../language/printed/date-patterns.js';
import { readFigure, readYear } from '../../../language/printed/look-alikes.js';
import { MONTH_WORDS, readMonthWord } from '../../../language/printed/month-words.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { BOUND, readBoundary, toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { WEEKDAY_IN_MONTH } from '../finder-ids.js';
import { readInYear, YEAR_FROM_NOW } from '../read-time.js';
import { EVERY_OR_ALL, WEEKDAY_WORDS, weekdayCode, weekdayNumber } from '../recurrence-rule.js';

const HOUR = '(?:\\d{1,2}\\s?(?:giờ|h)\\s?(?:\\d{2})?,? )?';
const PART_OF_DAY = '(?:(?:sáng|chiều|tối|ngày|buổi sáng|buổi chiều|buổi tối) )?';
const DAY = `${HOUR}${PART_OF_DAY}(?:ngày )?(?<weekday>${WEEKDAY_WORDS})`;
/** Which of its kind in the month: "tuần thứ nhất", "đầu tiên", "tuần cuối", "thứ hai". */
const WHICH =
  '(?:,? (?:của |trong )?(?:tuần (?:lễ )?(?:thứ )?(?<week>nhất|hai|ba|tư|bốn|[1-4]|đầu tiên|đầu|cuối cùng|cuối)|(?<nth>đầu tiên|cuối cùng|đầu|cuối)|(?:thứ |lần )(?<count>nhất|hai|ba|tư|[1-4])))';

const ORDINALS: Readonly<Record<string, number>> = {
  nhat: 1,
  dau: 1,
  'dau tien': 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  cuoi: -1,
  'cuoi cung': -1,
};

const readWhich = (printed: string | undefined): number | undefined =>
  printed === undefined ? undefined : (ORDINALS[printed.replace(/\s+/gu, ' ')] ?? Number(printed));

// mỗi sáng Chủ nhật tuần thứ nhất hằng tháng | Chủ nhật đầu tiên của tháng | thứ Bảy tuần cuối mỗi tháng | hằng tháng, vào thứ Hai tuần đầu
/** One weekday of every month. — Chủ nhật tuần đầu hằng tháng */
export const weekdayOfMonth = defineFinder({
  id: 'deadline/weekday-of-month',
  hints: ['thang'],
  pattern: foldedPattern(
    `(?:(?:vào|trước) )?(?:(?<each>mỗi|các|hằng|hàng|định kỳ) )?(?:(?:vào|trước) )?(?:(?<before>tháng|hằng tháng|hàng tháng|mỗi tháng),? (?:vào )?)?${DAY}${WHICH}(?:,? (?:của |trong )?(?<behind>${EVERY_OR_ALL} tháng|tháng(?! (?:\\d|này|sau|tới|trước|giêng|chạp|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười))))?`,
  ),
  read: ({ each, before, behind, weekday = '', week, nth, count }) => {
    const which = readWhich(week ?? nth ?? count);
    const code = weekdayCode(weekday);
    if (which === undefined || code === undefined || (before === undefined && behind === undefined)) return undefined;
    // "thứ Hai đầu tháng" without a rhythm is that of each month as well: no month is named.
    const isSure = each !== undefined || before !== undefined || behind !== 'thang';
    return {
      kind: 'recurring',
      recurrence: `FREQ=MONTHLY;BYDAY=${which}${code}`,
      precision: 'day',
      ...(isSure ? {} : { confidence: 0.8 }),
    };
  },
});

// mỗi sáng thứ Bảy | các buổi chiều thứ Sáu | mỗi thứ Hai | hằng tuần (trước 15h thứ Năm) | hàng tuần vào chiều thứ Năm
/** One weekday of every week, the rhythm before it. — mỗi thứ Bảy, hằng tuần vào thứ Năm */
export const everyWeekday = defineFinder({
  id: 'deadline/every-weekday',
  hints: ['moi ', 'cac ', 'hang tuan', 'hang ngay'],
  pattern: foldedPattern(
    `(?:vào |trước )?(?:(?:mỗi|các|những) (?:buổi )?|(?:định kỳ )?${EVERY_OR_ALL} tuần,? ?\\(?(?:(?:chậm nhất|muộn nhất)(?: là)? )?(?:(?:vào|trước|đến) )?)${HOUR}${PART_OF_DAY}(?<weekdays>(?:${WEEKDAY_WORDS}(?:, ?| và )){0,3}${WEEKDAY_WORDS})(?!,? (?:tuần|đầu|cuối|của tuần|tuần đầu|,? ?ngày \\d))`,
  ),
  read: ({ weekdays = '' }) => {
    const codes = weekdays.split(/,\s*|(?<!\s)\s+va\s+/u).map((weekday) => weekdayCode(weekday));
    return codes.includes(undefined)
      ? undefined
      : { kind: 'recurring', recurrence: `FREQ=WEEKLY;BYDAY=${codes.join(',')}`, precision: 'day' };
  },
});

const DAYS_OF_WEEK = 7;

/** The so-many-th weekday of a month; undefined where the weeks of people and those of the calendar give different days. */
const dayOf = (year: number, month: number, weekday: number, which: number, isWeek: boolean): string | undefined => {
  if (which < 0) {
    const last = lastDayOfMonth(year, month) ?? '';
    return addDays(last, -(((weekdayOf(last) ?? 0) - weekday + DAYS_OF_WEEK) % DAYS_OF_WEEK));
  }
  const first = weekdayOf(toIsoDate(year, month, 1) ?? '') ?? 1;
  // the first week of a month begins with its first day, but some count from its first Monday
  if (isWeek && weekday < first) return undefined;
  const day = 1 + ((weekday - first + DAYS_OF_WEEK) % DAYS_OF_WEEK) + (which - 1) * DAYS_OF_WEEK;
  return toIsoDate(year, month, day);
};

// ngày chủ nhật tuần đầu của tháng 9 | thứ Bảy tuần thứ hai tháng 8/2026 | Chủ nhật cuối cùng của tháng 10
/**
 * One weekday of a named month. Where the month begins in the middle of a week and "tuần đầu" may be that or the next one, it keeps
 * no day. — Chủ nhật tuần đầu của tháng 9
 */
export const weekdayInMonth = defineFinder({
  id: WEEKDAY_IN_MONTH,
  hints: ['thang'],
  pattern: foldedPattern(
    `${BOUND}?${DAY}${WHICH},? (?:của |trong )?tháng (?<month>${DAY_OR_MONTH}|${MONTH_WORDS})(?:${OF_YEAR}| ${YEAR_FROM_NOW})?`,
  ),
  read: ({ bound, weekday = '', week, nth, count, month, year, now }, { issuedOn }) => {
    const which = readWhich(week ?? nth ?? count);
    const number = readFigure(month) ?? readMonthWord(month);
    const of = weekdayNumber(weekday);
    if (which === undefined || of === undefined || number === undefined || number < 1 || number > 12) return undefined;
    const time = readInYear({ year: readYear(year), now }, issuedOn, (y) =>
      dayOf(y, number, of, which, week !== undefined),
    );
    return toReading(time ?? { due: null, inferred: false }, readBoundary(bound, 'weak'), 'day', true);
  },
});
