import { lastDayOfMonth, lastDayOfQuarter } from '../../../language/calendar/civil-date.js';
import { DAY_OR_MONTH, OF_YEAR } from '../../../language/printed/date-patterns.js';
import { readFigure, readYear } from '../../../language/printed/look-alikes.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { toReading } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { QUARTER_NUMBER, readInYear, readQuarter, YEAR_FROM_NOW } from '../read-time.js';

const ACTIVITY =
  '(?:sinh hoạt|họp)(?: (?:chi bộ|chi đoàn|chi hội|chuyên đề|thường kỳ|thường lệ|định kỳ|đảng|đoàn thể|cơ quan))+';
/** What was said there is a paper or a fact: "biên bản sinh hoạt chi bộ tháng 6". */
const TOLD =
  /(?<![a-z])(?:ket luan|thong bao|bien ban|ket qua|bao cao|nghi quyet|da|sau|tu|tiep thu)\s+(?:[a-z]+\s+){0,3}$/u;
const TOLD_WITHIN = 40;

// đưa vào sinh hoạt chi bộ tháng 9/2026 | tại kỳ sinh hoạt chi bộ thường kỳ tháng 8 và tháng 9/2026 | sinh hoạt chuyên đề quý III/2026
/** What is done in the meetings that a branch holds every month, of one month or quarter. — sinh hoạt chi bộ tháng … */
export const activityOfMonth = defineFinder({
  id: 'deadline/activity-of-month',
  hints: ['sinh hoat', 'hop '],
  pattern: foldedPattern(
    `(?:(?:tại|trong|vào|trước) (?:các )?)?(?:(?:kỳ|buổi|đợt|cuộc|nội dung|chương trình) ){0,2}${ACTIVITY},? (?:tháng (?:${DAY_OR_MONTH}(?:, ?| và )(?:tháng )?){0,3}(?<month>${DAY_OR_MONTH})|quý (?<quarter>${QUARTER_NUMBER}))(?:${OF_YEAR}| ${YEAR_FROM_NOW})?`,
  ),
  read: ({ month, quarter, year, now }, { issuedOn, folded }, { start }) => {
    const [ofMonth, ofQuarter] = [readFigure(month), readQuarter(quarter)];
    if (TOLD.test(folded.slice(Math.max(0, start - TOLD_WITHIN), start))) return undefined;
    if (ofQuarter === undefined && (ofMonth === undefined || ofMonth < 1 || ofMonth > 12)) return undefined;
    const time = readInYear({ year: readYear(year), now }, issuedOn, (of) =>
      ofQuarter === undefined ? lastDayOfMonth(of, ofMonth ?? 0) : lastDayOfQuarter(of, ofQuarter),
    );
    const boundary = { signal: 'strong', bound: 'by' } as const;
    return time === undefined
      ? undefined
      : { ...toReading(time, boundary, ofQuarter === undefined ? 'month' : 'quarter'), confidence: 0.8 };
  },
});
