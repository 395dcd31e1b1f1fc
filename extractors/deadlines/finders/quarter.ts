import {
  addMonths,
  lastDayOfMonth,
  lastDayOfQuarter,
  readIsoDate,
  toIsoDate,
} from '../../../language/calendar/civil-date.js';
import { OF_YEAR } from '../../../language/printed/date-patterns.js';
import { readYear } from '../../../language/printed/look-alikes.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { BOUND, readBoundary, toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { QUARTER, QUARTER_NUMBER, readInYear, readQuarter, YEAR_FROM_NOW } from '../read-time.js';

const PART = '(?:(?<part>đầu(?<!phấn đầu)|giữa|cuối|hết) (?:của )?)?';
// quý II và quý III năm 2024 | quý I, II/2025 | quý I-II/2025: the last one counts
const EARLIER = `(?:${QUARTER_NUMBER}(?:\\s*(?:,|-|–)\\s*| (?:và|đến|tới|sang|hoặc) (?:hết )?)(?:quý )?)`;
// folded, "quý tư" is "quy tụ"
const SPELLED = /quý\s+(?:một|nhất|hai|ba|bốn|tư)(?![\p{L}\p{M}])/iu;

/** Months between the end of a quarter and that of its first or second month. — đầu quý, giữa quý */
const MONTHS_LEFT: Readonly<Record<string, number>> = { dau: 2, giua: 1 };

// trong quý III năm 2024 | đến hết quý Il năm 2025 | quý 3/2024 | chậm nhất trong quý I/2025 | cuối quý II | trước quý IV/2025
/** A named quarter. "Trước quý IV" ends with the first day of that quarter. — quý */
export const quarter = defineFinder({
  id: 'deadline/quarter',
  hints: ['quy '],
  pattern: foldedPattern(
    `${BOUND}?${PART}quý (?:${EARLIER}){0,3}(?<quarter>${QUARTER})(?:${OF_YEAR}| ${YEAR_FROM_NOW})?`,
  ),
  read: ({ bound, part, quarter: printed = '', year, now }, { issuedOn }, _span, quote) => {
    const number = readQuarter(printed);
    const isWord = /^[a-z]{2,}$/u.test(printed) && !/^[ilv]+$/u.test(printed);
    if (number === undefined || (isWord && !SPELLED.test(quote))) return undefined;
    const boundary = readBoundary(bound, part === 'het' ? 'strong' : 'bare');
    const left = MONTHS_LEFT[part ?? ''];
    const time = readInYear({ year: readYear(year), now }, issuedOn, (of) => {
      if (boundary.bound === 'before' && part === undefined) return toIsoDate(of, number * 3 - 2, 1);
      return left === undefined ? lastDayOfQuarter(of, number) : lastDayOfMonth(of, number * 3 - left);
    });
    return time === undefined ? undefined : toReading(time, boundary, 'quarter', left !== undefined);
  },
});

// trong quý này | trước khi hết quý này | đầu quý tới | đến hết quý
/** The quarter of the issue date or the one after it. — quý này, quý tới */
export const quarterFromNow = defineFinder({
  id: 'deadline/quarter-from-now',
  hints: ['quy nay', 'quy toi', 'quy sau', 'het quy'],
  pattern: foldedPattern(`${BOUND}?${PART}quý(?: (?<now>này|tới|sau)|(?=\\s*(?:[.,;)]|$)))`),
  read: ({ bound, part, now }, { issuedOn }) => {
    const isWhole = part === 'het' || /(?<![a-z])het/u.test(bound ?? '');
    if (now === undefined ? !isWhole : bound === undefined && part === undefined) return undefined;
    const issued =
      issuedOn === null
        ? undefined
        : readIsoDate(addMonths(issuedOn, now === undefined || now === 'nay' ? 0 : 3) ?? '');
    const month = issued === undefined ? 0 : Math.ceil(issued.month / 3) * 3 - (MONTHS_LEFT[part ?? ''] ?? 0);
    const due = issued === undefined ? null : (lastDayOfMonth(issued.year, month) ?? null);
    return toReading({ due, inferred: due !== null }, readBoundary(bound, 'weak'), 'quarter', true);
  },
});
