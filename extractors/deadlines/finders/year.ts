import { lastDayOfQuarter, lastDayOfYear, toIsoDate } from '../../calendar/civil-date.js';
import { foldedPattern } from '../../folded-pattern.js';
import { BOUND, readBoundary } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { readInYear, readYearFromNow, YEAR } from '../read-time.js';

/** Quarter in which a part of the year ends. — đầu năm, giữa năm, cuối năm */
const PART_QUARTER: Readonly<Record<string, number>> = { dau: 1, giua: 2, cuoi: 4 };
// năm học, năm ngân sách are other years than the calendar's
const NO_OTHER_YEAR = '(?!\\s+(?:học|ngân sách|kế hoạch|tài chính))';

// đến hết năm 2024 | trong năm 2024 | phấn đấu năm 2018 | đến cuối năm 2025 | giữa năm 2024 | trước năm 2030 | từ nay đến năm 2030
/** A named year or a part of one. "Trước năm 2030" ends with its first day. — năm */
export const year = defineFinder({
  id: 'deadline/year',
  pattern: foldedPattern(
    `${BOUND}?(?:(?<part>(?<!phấn )đầu|giữa|cuối|hết) )?(?:các )?năm (?<year>${YEAR})(?!\\s?[-–]\\s?(?:19|20)\\d{2})`,
  ),
  read: ({ bound, part, year: printed }, { issuedOn }) => {
    const boundary = readBoundary(bound);
    const number = part === undefined ? undefined : PART_QUARTER[part];
    const isBefore = boundary.bound === 'before' && part === undefined;
    const time = readInYear(printed, issuedOn, (of) => {
      if (isBefore) return toIsoDate(of, 1, 1);
      return number === undefined ? lastDayOfYear(of) : lastDayOfQuarter(of, number);
    });
    if (time === undefined) return undefined;
    const signal =
      part === 'het' ? 'strong' : part !== undefined && boundary.signal === 'bare' ? 'weak' : boundary.signal;
    return {
      kind: 'date',
      ...time,
      signal,
      bound: boundary.bound,
      precision: 'year',
      certainty: part === 'dau' || part === 'giua' ? 'assumed' : 'stated',
    };
  },
});

// trong năm nay | đến cuối năm | trước cuối năm nay | trong năm tới | hết năm
/** The year of the issue date or the one after it. — năm nay, cuối năm */
export const yearFromNow = defineFinder({
  id: 'deadline/year-from-now',
  pattern: foldedPattern(
    `${BOUND}?(?:(?<part>(?<!phấn )đầu|giữa|cuối|hết) )?năm${NO_OTHER_YEAR}(?: (?<now>nay|tới|sau|này))?(?!\\s+(?:\\d|hoc))`,
  ),
  read: ({ bound, part, now }, { issuedOn }) => {
    const boundary = readBoundary(bound);
    const hasHet = /(?<![a-z])het/u.test(bound ?? '') || part === 'het';
    if (now === undefined && part !== 'cuoi' && !hasHet) return undefined;
    if (bound === undefined && part === undefined) return undefined;
    const number = part === undefined ? undefined : PART_QUARTER[part];
    const years = now === 'toi' || now === 'sau' ? 1 : 0;
    const time = readYearFromNow(issuedOn, years, (of) =>
      number === undefined ? lastDayOfYear(of) : lastDayOfQuarter(of, number),
    );
    if (time === undefined) return undefined;
    const signal = hasHet ? 'strong' : boundary.signal === 'bare' ? 'weak' : boundary.signal;
    return { kind: 'date', ...time, signal, bound: boundary.bound, precision: 'year', certainty: 'assumed' };
  },
});
