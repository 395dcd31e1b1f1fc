import { lastDayOfMonth, toIsoDate } from '../../../language/calendar/civil-date.js';
import { lastWorkingDay } from '../../../language/calendar/working-days.js';
import { DAY_OR_MONTH, OF_YEAR, SLASH, YEAR } from '../../../language/printed/date-patterns.js';
import { readFigure, readYear } from '../../../language/printed/look-alikes.js';
import { isMonthInWords, MONTH_WORDS, readMonthWord } from '../../../language/printed/month-words.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import type { IsoDate } from '../../../schemas/span.js';
import { BOUND, readBoundary, readSince, toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { MONTHS_IN_YEAR, readInYear, readMonthFromNow, YEAR_FROM_NOW } from '../read-time.js';

// A number right before tháng is its day (ngày 15 tháng 6), but for that of a week.
const PART =
  '(?:(?<part>nửa (?:đầu|cuối)|\\d{1,2} ngày (?:đầu|cuối)(?: tiên| cùng)?|ngày (?:làm việc )?cuối(?: cùng)?|đầu(?<!phấn đầu)|giữa|cuối|thượng tuần|trung tuần|hạ tuần|hết|tuần (?:thứ )?(?:nhất|hai|ba|tư|đầu|cuối|[1-4])) (?:của )?|(?=tháng)(?:(?<!\\d )|(?<=trong 0?[2-4] )))';
const MONTH = `(?:${DAY_OR_MONTH}|${MONTH_WORDS})`;
// tháng 3, tháng 4/2024 | tháng 3 và 4/2024 | từ tháng 3 đến tháng 5/2024: the last one counts
const EARLIER = `(?:${MONTH}(?:\\s*(?:,|-|–)\\s*|\\s+(?:và|đến|tới) (?:hết )?)(?:tháng )?)`;

/** "trước *hai mươi* tháng mười": its day is told in words, which are not read; of several months they are the count. */
const DAY_IN_WORDS = /(?<![\p{L}\p{M}])(?:mười|mươi|mốt|một|hai|ba|bốn|tư|lăm|sáu|bảy|tám|chín)\s+$/iu;

/** Day of the month on which its first and second ten days end. — đầu tháng, giữa tháng */
const PART_END: Readonly<Record<string, number>> = {
  dau: 10,
  'thuong tuan': 10,
  giua: 20,
  'trung tuan': 20,
  'nua dau': 15,
};
/** "trong 5 ngày đầu tháng 8" */
const FIRST_DAYS = /^(?<days>\d{1,2})\s+ngay\s+dau/u;
/** Day on which the weeks of a month end, as people count them. — tuần thứ nhất của tháng */
const WEEK_END: Readonly<Record<string, number>> = {
  nhat: 7,
  dau: 7,
  '1': 7,
  hai: 14,
  '2': 14,
  ba: 21,
  '3': 21,
  tu: 28,
  '4': 28,
};

const partEnd = (part = ''): number | undefined => {
  const plain = part.replace(/\s+/gu, ' ');
  const days = FIRST_DAYS.exec(plain)?.groups?.days;
  if (days !== undefined) return Number(days);
  return plain.startsWith('tuan ') ? WEEK_END[plain.replace(/^tuan (?:thu )?/u, '')] : PART_END[plain];
};

/** The last day of a month, or the last that is worked on: "ngày làm việc cuối cùng của tháng 8". */
const lastDay = (year: number, month: number, part: string | undefined): IsoDate | undefined => {
  const last = lastDayOfMonth(year, month);
  return last !== undefined && /lam\s+viec/u.test(part ?? '') ? lastWorkingDay(last) : last;
};

// trong 02 tháng 11 và 12 năm 2025 | trong tháng 5/2023 | đến hết tháng 9 năm 2024 | giữa tháng 9/2024 | trước tháng 6 | hoàn thành trong tháng 3, tháng 4/2024
/** A named month. "Trước tháng 9" ends with the first day of that month. — tháng */
export const month = defineFinder({
  id: 'deadline/month',
  hints: ['thang '],
  pattern: foldedPattern(
    `(?<from>từ )?(?:${BOUND}(?:(?:0?[2-4]|hai|ba|bốn) (?=tháng \\d{1,2} ?(?:,|và|-|–)))?)?${PART}tháng (?<earlier>${EARLIER}){0,3}(?<month>${MONTH})(?:${OF_YEAR}| ${YEAR_FROM_NOW})?`,
  ),
  read: ({ from, earlier, bound, part, month: printed, year, now }, { issuedOn, text }, { start, end }, quote) => {
    if (earlier === undefined && /^th/iu.test(quote) && DAY_IN_WORDS.test(text.slice(Math.max(0, start - 8), start)))
      return undefined;
    const { isSince, skip } = readSince(from, quote);
    const number = readFigure(printed) ?? (isMonthInWords(quote) ? readMonthWord(printed) : undefined);
    // tháng Giêng is one of the moon
    if (printed === 'gieng') return undefined;
    // "từ tháng 3" alone is when something starts
    if (number === undefined || number > 12 || number < 1 || (isSince && earlier === undefined)) return undefined;
    const boundary = readBoundary(bound, part === 'het' ? 'strong' : isSince ? 'weak' : 'bare');
    const day = boundary.bound === 'before' && part === undefined ? 1 : partEnd(part);
    const time = readInYear({ year: readYear(year), now }, issuedOn, (of) =>
      day === undefined ? lastDay(of, number, part) : toIsoDate(of, number, day),
    );
    if (time === undefined) return undefined;
    return { ...toReading(time, boundary, 'month', partEnd(part) !== undefined), span: { start: start + skip, end } };
  },
});

// trong tháng này | đầu tháng sau | tháng tới | đến hết tháng
/** The month of the issue date or the one after it. — tháng này, tháng sau, hết tháng */
export const monthFromNow = defineFinder({
  id: 'deadline/month-from-now',
  hints: ['thang nay', 'thang toi', 'thang sau', 'het thang', 'cuoi thang'],
  pattern: foldedPattern(`${BOUND}?${PART}tháng(?: (?<now>này|tới|sau)|(?=\\s*(?:[.,;)]|$)))`),
  read: ({ bound, part, now }, { issuedOn }, _span, quote) => {
    const isWhole = part === 'het' || /(?<![a-z])het/u.test(bound ?? '');
    if ((bound === undefined && part === undefined) || isMonthInWords(quote)) return undefined;
    // "cuối tháng" alone is a name ("giao ban cuối tháng") unless a boundary stands before it
    if (now === undefined && !isWhole && (part !== 'cuoi' || bound === undefined)) return undefined;
    const time = readMonthFromNow(issuedOn, now === undefined || now === 'nay' ? 0 : 1, partEnd(part));
    return toReading(time, readBoundary(bound, 'weak'), 'month', true);
  },
});

/** "chậm nhất 5 tháng tới" may be a length; from the 13th on, and behind these words, only a day is meant. */
const NAMES_NO_LENGTH = /truoc|den|toi|het/u;

// trước ngày 05 tháng sau | chậm nhất ngày 20 của tháng này | ngày 10 tháng tới | chậm nhất 25 tháng này
/** A day of the month of the issue date or of the one after it. — ngày … tháng sau */
export const dayFromNow = defineFinder({
  id: 'deadline/day-from-now',
  hints: ['thang nay', 'thang toi', 'thang sau'],
  pattern: foldedPattern(
    `${BOUND}?(?<dayword>ngày )?(?:mùng |mồng )?(?<day>\\d{1,2}) (?:của )?tháng (?<now>này|tới|sau)`,
  ),
  read: ({ bound, dayword, day, now }, { issuedOn }, _span, quote) => {
    const number = readFigure(day);
    if (number === undefined || number < 1 || number > 31 || isMonthInWords(quote)) return undefined;
    if (dayword === undefined && (bound === undefined || /trong/u.test(bound))) return undefined;
    if (dayword === undefined && now === 'toi' && number <= MONTHS_IN_YEAR && !NAMES_NO_LENGTH.test(bound ?? ''))
      return undefined;
    const time = readMonthFromNow(issuedOn, now === 'nay' ? 0 : 1, number);
    return toReading(time, readBoundary(bound, 'weak'), 'day');
  },
});

// 12/2025, as the whole cell of an annex | xong trước 12/2025 | T9/2025
/** A month as number and year without the word tháng. */
export const monthOfYear = defineFinder({
  id: 'deadline/month-of-year',
  hints: ['/19', '/20', '/2o', '⁄20', '∕20', '/ 20'],
  pattern: foldedPattern(
    `${BOUND}?(?<![/⁄∕.–-]\\s?)t?(?<month>${DAY_OR_MONTH})${SLASH}(?<year>${YEAR})(?!\\s?[/⁄∕–-])`,
  ),
  read: ({ bound, month: printed, year }, { issuedOn }) => {
    const number = readFigure(printed);
    if (number === undefined || number > 12 || number < 1) return undefined;
    const boundary = readBoundary(bound);
    const time = readInYear({ year: readYear(year) }, issuedOn, (of) =>
      boundary.bound === 'before' ? toIsoDate(of, number, 1) : lastDayOfMonth(of, number),
    );
    return time === undefined ? undefined : toReading(time, boundary, 'month');
  },
});
