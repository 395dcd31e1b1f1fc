import { daysInMonth } from '../../../language/calendar/civil-date.js';
import { SHORT_DATE } from '../../../language/printed/date-patterns.js';
import { readPrintedDate } from '../../../language/printed/printed-date.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';
import { COUNT, readCount } from '../read-time.js';
import { intervalRule } from '../recurrence-rule.js';

// thu gom cách tuần | tưới cách ngày một lần; not: một cách, phong cách, cách ngày 20/8
/** Every second day, week or month. — cách ngày, cách tuần */
export const everyOther = defineFinder({
  id: 'deadline/every-other',
  hints: ['cach ngay', 'cach tuan', 'cach thang'],
  pattern: foldedPattern(
    '(?<!(?:một|phong|khoảng|tư|quy|tính|bằng|theo|chính|cải|xa) )cách (?<unit>ngày|tuần|tháng)(?: (?:một|1|01) lần)?(?= ?[,;.)]|$)',
  ),
  read: ({ unit = '' }, _context, _span, quote) =>
    /^cách/iu.test(quote) ? { kind: 'recurring', recurrence: intervalRule(`2 ${unit}`) } : undefined,
});

// tuần tra mỗi đêm một lần | báo mực nước mỗi 3 giờ | kiểm tra ngày hai lần; not: năm lần, trong năm 02 lần vi phạm
/** So often in a day, week or year, and once in every so many hours or days, without "hằng". — ngày hai lần, mỗi 3 giờ */
export const oftenIn = defineFinder({
  id: 'deadline/often-in',
  hints: ['lan', 'moi '],
  pattern: foldedPattern(
    `(?:(?<!(?:trong|của|vào|cuối|đầu|đến|từ|mỗi|một|\\d|hai|ba|bốn) )(?:mỗi |một )?(?<unit>ngày|đêm|tuần|quý|năm) (?<count>${COUNT}) lần|mỗi (?<every>${COUNT}) (?<of>giờ|tiếng|ngày|tuần|tháng)(?: (?:một|1|01) lần)?)(?= ?[,;.)]|$)`,
  ),
  read: ({ unit = '', count, every, of = '' }, _context, _span, quote) => {
    const interval = readCount(every);
    if (interval !== undefined)
      return /^mỗi/iu.test(quote) ? { kind: 'recurring', recurrence: intervalRule(`${interval} ${of}`) } : undefined;
    return { kind: 'recurring', recurrence: readCount(count) === 1 ? intervalRule(unit) : null };
  },
});

/** What says before them that the periods are those of reports. */
const OF_REPORTS = /(?<![a-z])(?:dinh ky|bao cao|so ket|tong ket|che do)(?![a-z])[^;.\n]{0,80}$/u;
const REPORTS_WITHIN = 100;
/** Days of reports fall in every year, whatever their period. */
const YEARLY = 'FREQ=YEARLY';

// định kỳ 6 tháng (15/6), năm (15/12) | báo cáo quý (ngày 20/3)
/** The day on which the report of a period is due, in brackets behind its name. — 6 tháng (15/6) */
export const dayOfPeriod = defineFinder({
  id: 'deadline/day-of-period',
  hints: [' (0', ' (1', ' (2', ' (3', ' (4', ' (5', ' (6', ' (7', ' (8', ' (9', ' (ngay '],
  pattern: foldedPattern(
    `(?:định kỳ )?(?:(?:hằng|hàng|cả) )?(?:(?:0?6|0?9|sáu|chín) tháng(?: (?:đầu|cuối) năm)?|quý|năm) \\((?:ngày )?(?<date>${SHORT_DATE})\\)`,
  ),
  read: ({ date = '' }, { folded }, span, quote) => {
    const isOfReport =
      /^định kỳ/iu.test(quote) || OF_REPORTS.test(folded.slice(Math.max(0, span.start - REPORTS_WITHIN), span.start));
    const { day, month } = readPrintedDate(date, 0) ?? { day: null, month: null };
    // of a year that is not given none is refused: 2024 had all days of February
    if (!isOfReport || day === null || month === null || day > daysInMonth(2024, month)) return undefined;
    return { kind: 'recurring', recurrence: `${YEARLY};BYMONTH=${month};BYMONTHDAY=${day}`, precision: 'day' };
  },
});
