import { lastDayOfQuarter, lastDayOfYear, toIsoDate } from '../../../language/calendar/civil-date.js';
import { YEAR } from '../../../language/printed/date-patterns.js';
import { readFigure } from '../../../language/printed/look-alikes.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { BOUND, readBoundary, toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { readInYear } from '../read-time.js';

const PART = '(?:(?<part>đầu(?<!phấn đầu)|giữa|cuối|hết) )?';
/** Quarter in which a part of the year ends. — đầu năm, giữa năm, cuối năm */
const PART_QUARTER: Readonly<Record<string, number>> = { dau: 1, giua: 2, cuoi: 4 };
// năm 2025-2026 is a school year or a period; after "tháng 15" or "ngày 45 tháng 4" the year is that of a damaged day
const IS_YEAR = 'năm(?<!tháng \\d{1,2} năm)(?<!quý [a-z] năm)';
const NO_SPAN = '(?!\\s?[-–]\\s?(?:19|20)\\d{2})';
// năm học, năm ngân sách are other years than the calendar's; "cuối năm 2025" is the finder above
const NO_OTHER_YEAR = '(?! (?:học|ngân sách|kế hoạch|tài chính|\\d))';

const endOf = (year: number, part: string | undefined) => {
  const quarter = PART_QUARTER[part ?? ''];
  return quarter === undefined ? lastDayOfYear(year) : lastDayOfQuarter(year, quarter);
};

const isVague = (part: string | undefined): boolean => part === 'dau' || part === 'giua';

// đến hết năm 2024 | trong năm 2024 | phấn đấu năm 2018 | đến cuối năm 2025 | giữa năm 2024 | trước năm 2030 | từ nay đến năm 2030
/** A named year or a part of one. "Trước năm 2030" ends with its first day. — năm */
export const year = defineFinder({
  id: 'deadline/year',
  hints: ['nam 2', 'nam 1'],
  pattern: foldedPattern(
    `${BOUND}?${PART}(?:các )?${IS_YEAR} (?:${YEAR}(?:, ?| và )(?:năm )?){0,4}(?<year>${YEAR})${NO_SPAN}`,
  ),
  read: ({ bound, part, year: printed }, { issuedOn }) => {
    const boundary = readBoundary(bound, part === 'het' ? 'strong' : part === undefined ? 'bare' : 'weak');
    const isBefore = boundary.bound === 'before' && part === undefined;
    const time = readInYear({ year: readFigure(printed) }, issuedOn, (of) =>
      isBefore ? toIsoDate(of, 1, 1) : endOf(of, part),
    );
    return time === undefined ? undefined : toReading(time, boundary, 'year', isVague(part));
  },
});

// trong năm nay | đến cuối năm | trước cuối năm nay | trong năm tới | hết năm
/** The year of the issue date or the one after it; "xếp loại cuối năm" is a name like "kế hoạch năm 2025". — năm nay, cuối năm */
export const yearFromNow = defineFinder({
  id: 'deadline/year-from-now',
  hints: ['nam nay', 'nam toi', 'nam sau', 'cuoi nam', 'het nam'],
  pattern: foldedPattern(`${BOUND}?${PART}năm${NO_OTHER_YEAR}(?: (?<now>nay|tới|sau|này))?${NO_OTHER_YEAR}`),
  read: ({ bound, part, now }, { issuedOn }) => {
    const isWhole = part === 'het' || /(?<![a-z])het/u.test(bound ?? '');
    if (now === undefined && part !== 'cuoi' && !isWhole) return undefined;
    if (bound === undefined && part === undefined) return undefined;
    const time = readInYear({ now: now ?? 'nay' }, issuedOn, (of) => endOf(of, part));
    return time === undefined
      ? undefined
      : toReading(
          time,
          readBoundary(bound, isWhole ? 'strong' : now === undefined && bound === undefined ? 'bare' : 'weak'),
          'year',
          true,
        );
  },
});
