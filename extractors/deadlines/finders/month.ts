import { lastDayOfMonth, toIsoDate } from '../../calendar/civil-date.js';
import { foldedPattern } from '../../folded-pattern.js';
import { BOUND, readBoundary } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { MONTH_WORDS, readMonthNumber } from '../read-month.js';
import { OF_YEAR, readInYear, readMonthFromNow, readNumber, SMALL } from '../read-time.js';

const PART = '(?:(?<part>(?<!phấn )đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần|hết) (?:của )?)?';
const MONTH = `(?:${SMALL}|${MONTH_WORDS})`;
// tháng 3, tháng 4/2024 | tháng 3 và 4/2024 | từ tháng 3 đến tháng 5/2024: the last one counts
const EARLIER = `(?:(?:${MONTH})(?:\\s*(?:,|-|–|và|đến|tới) ?(?:hết )?(?:tháng )?|\\s+(?:và|đến|tới) (?:hết )?(?:tháng )?))`;

/** Day of the month on which its first and second ten days end. — đầu tháng, giữa tháng */
const PART_END: Readonly<Record<string, number>> = { dau: 10, 'thuong tuan': 10, giua: 20, 'trung tuan': 20 };

const endOf = (year: number, month: number, part: string | undefined) => {
  const day = part === undefined ? undefined : PART_END[part.replace(/\s+/gu, ' ')];
  return day === undefined ? lastDayOfMonth(year, month) : toIsoDate(year, month, day);
};

// trong tháng 5/2023 | đến hết tháng 9 năm 2024 | giữa tháng 9/2024 | trước tháng 6 | hoàn thành trong tháng 3, tháng 4/2024
/** A named month. "Trước tháng 9" ends with the first day of that month. — tháng */
export const month = defineFinder({
  id: 'deadline/month',
  pattern: foldedPattern(
    `(?<from>từ )?${BOUND}?${PART}tháng (?<earlier>${EARLIER}){0,3}(?<month>${MONTH})(?:${OF_YEAR}| (?<now>năm nay|năm tới|năm sau))?`,
  ),
  read: ({ from, earlier, bound, part, month: printed, year, now }, { issuedOn }) => {
    const number = readMonthNumber(printed) ?? readNumber(printed);
    const boundary = readBoundary(bound);
    if (number === undefined || number > 12 || number < 1) return undefined;
    // "từ tháng 3" alone is when something starts
    if (from !== undefined && earlier === undefined) return undefined;
    const isBefore = boundary.bound === 'before' && part === undefined;
    const ofYear = (of: number) => (isBefore ? toIsoDate(of, number, 1) : endOf(of, number, part));
    const years = now === undefined ? 0 : now === 'nam nay' ? 0 : 1;
    const time =
      now === undefined
        ? readInYear(year, issuedOn, ofYear)
        : readInYear(issuedOn === null ? undefined : String(Number(issuedOn.slice(0, 4)) + years), issuedOn, ofYear);
    if (time === undefined) return undefined;
    const inferred = time.inferred || (now !== undefined && time.due !== null);
    const signal =
      part === 'het' && boundary.signal !== 'strong'
        ? 'strong'
        : from !== undefined && boundary.signal === 'bare'
          ? 'weak'
          : boundary.signal;
    return {
      kind: 'date',
      due: time.due,
      inferred,
      signal,
      bound: boundary.bound,
      precision: 'month',
      certainty: inferred ? 'assumed' : 'stated',
    };
  },
});

// trong tháng này | đầu tháng sau | tháng tới
/** The month of the issue date or the one after it. — tháng này, tháng sau */
export const monthFromNow = defineFinder({
  id: 'deadline/month-from-now',
  pattern: foldedPattern(`${BOUND}?${PART}tháng (?<now>này|tới|sau)`),
  read: ({ bound, part, now }, { issuedOn }) => {
    const { signal, bound: side } = readBoundary(bound);
    if (bound === undefined && part === undefined) return undefined;
    const whole = readMonthFromNow(issuedOn, now === 'nay' ? 0 : 1);
    const due =
      whole.due === null ? null : (endOf(Number(whole.due.slice(0, 4)), Number(whole.due.slice(5, 7)), part) ?? null);
    return {
      kind: 'date',
      due,
      inferred: whole.inferred,
      signal: signal === 'bare' ? 'weak' : signal,
      bound: side,
      precision: 'month',
      certainty: 'assumed',
    };
  },
});
