import { lastDayOfMonth, lastDayOfQuarter, toIsoDate } from '../../calendar/civil-date.js';
import { foldedPattern } from '../../folded-pattern.js';
import { BOUND, readBoundary } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { OF_YEAR, QUARTER, readInYear, readQuarter, readYearFromNow } from '../read-time.js';

const PART = '(?:(?<part>(?<!phấn )đầu|giữa|cuối|hết) (?:của )?)?';
// quý II và quý III năm 2024 | quý I, II/2025 | quý I-II/2025: the last one counts
const EARLIER = `(?:${QUARTER}(?:\\s*(?:,|-|–)\\s*(?:quý )?| (?:và|đến|tới|sang|hoặc) (?:hết )?(?:quý )?))`;

/** Months of the quarter that have ended by its start, middle and end. — đầu quý, giữa quý, cuối quý */
const PART_MONTH: Readonly<Record<string, number>> = { dau: -2, giua: -1 };

// trong quý III năm 2024 | đến hết quý Il năm 2025 | quý 3/2024 | chậm nhất trong quý I/2025 | cuối quý II | trước quý IV/2025
/** A named quarter. "Trước quý IV" ends with the first day of that quarter. — quý */
export const quarter = defineFinder({
  id: 'deadline/quarter',
  pattern: foldedPattern(
    `${BOUND}?${PART}quý (?:${EARLIER}){0,3}(?<quarter>${QUARTER})(?:${OF_YEAR}| (?<now>năm nay|năm tới|năm sau))?`,
  ),
  read: ({ bound, part, quarter: printed, year, now }, { issuedOn }) => {
    const number = readQuarter(printed);
    const boundary = readBoundary(bound);
    if (number === undefined) return undefined;
    const isBefore = boundary.bound === 'before' && part === undefined;
    const shift = part === undefined ? undefined : PART_MONTH[part];
    const ofYear = (of: number) => {
      if (isBefore) return toIsoDate(of, number * 3 - 2, 1);
      return shift === undefined ? lastDayOfQuarter(of, number) : lastDayOfMonth(of, number * 3 + shift);
    };
    const time =
      now === undefined
        ? readInYear(year, issuedOn, ofYear)
        : readYearFromNow(issuedOn, now === 'nam nay' ? 0 : 1, ofYear);
    if (time === undefined) return undefined;
    const signal = part === 'het' ? 'strong' : boundary.signal;
    return {
      kind: 'date',
      ...time,
      signal,
      bound: boundary.bound,
      precision: 'quarter',
      certainty: time.inferred ? 'assumed' : 'stated',
    };
  },
});
