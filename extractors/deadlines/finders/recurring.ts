import { daysInMonth } from '../../../language/calendar/civil-date.js';
import { verbsOf } from '../../../language/lexicon/verbs.js';
import { SHORT_DATE, WORDY_SHORT_DATE } from '../../../language/printed/date-patterns.js';
import { readFigure } from '../../../language/printed/look-alikes.js';
import { readPrintedDate } from '../../../language/printed/printed-date.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';
import { COUNT, readCount } from '../read-time.js';
import { EVERY, intervalRule, PERIOD_RULES, WEEKDAY_WORDS, weekdayCode } from '../recurrence-rule.js';
import { endsWith, passageOf, startsWith } from '../surroundings.js';

const PERIOD = '(?<period>ngày|tuần|tháng|quý|năm)';
const BEFORE = '(?:(?:chậm nhất|muộn nhất)(?: là)? )?(?:(?:trước|vào|đến|từ|trong) )?(?:ngày )?(?:mùng )?';
// kiểm định kỹ thuật, quy định kỷ luật: other words that fold alike
const OTHER_WORD = /k[ỹỷý]/iu;
// "định kỳ theo quy định": no quarter
const BY_RULE = /^định kỳ.{0,40}\squy$/iu;
const LIST_ITEM = '(?:hằng |hàng )?(?:(?:\\d{1,2}|hai|ba|sáu|chín) )?(?:tháng|quý|năm|tuần|nửa năm)';

// định kỳ hằng tháng | định kỳ quý, 6 tháng, năm | định kỳ 06 tháng, 01 năm | định kỳ hằng quý, 6 tháng và cả năm
/** At fixed intervals that are named. Of several the shortest gives the rule. — định kỳ … */
export const periodic = defineFinder({
  id: 'deadline/periodic',
  hints: ['dinh ky'],
  pattern: foldedPattern(
    `định kỳ(?: (?:theo|vào))? (?<periods>${LIST_ITEM}(?:(?:, ?| và | hoặc | / ?)(?:định kỳ )?(?:cả )?${LIST_ITEM}){0,4})(?!\\s+\\d{4})`,
  ),
  read: ({ periods = '' }, _context, _span, quote) =>
    OTHER_WORD.test(quote) || BY_RULE.test(quote)
      ? undefined
      : { kind: 'recurring', recurrence: intervalRule(periods) },
});

// hằng tháng | hàng năm | hằng quý | mỗi quý một lần | mỗi năm 02 lần
// "hằng tháng, nắm tình hình": without its marks the verb reads as năm
/** Every month, quarter, year. — hằng tháng, hằng quý, hằng năm */
export const every = defineFinder({
  id: 'deadline/every',
  hints: ['hang ', 'moi '],
  pattern: foldedPattern(
    `(?<word>hằng|hàng|mỗi) ${PERIOD}(?:, ?(?:hằng |hàng )?(?:quý|6 tháng|năm(?! (?:tình|bắt|chắc|rõ|vững|diễn|sát|giữ))|tháng)| và (?:hằng |hàng )(?:quý|năm))*(?<times>,?(?: ít nhất| tối thiểu)? ${COUNT} (?:lần|kỳ|đợt|cuộc|buổi|phiên|hội nghị|ngày(?! lương| công| phép)))?`,
  ),
  read: ({ word, period = '', times }, context, { start, end }, quote) => {
    // only "hàng" is merchandise: "giao ban hằng tuần"
    if (word === 'hang' && !/^hằng/iu.test(quote) && isOfGoods(passageOf(context, start - 8, start))) return undefined;
    if (/^\s+\d{4}/u.test(context.folded.slice(end, end + 6))) return undefined;
    const before = context.text.slice(Math.max(0, start - 90), start);
    if (isRate(passageOf(context, start - 24, start)) || NAMED_PROGRAMME.test(before) || FOR_JUDGING.test(before))
      return undefined;
    if (BY_PAPER.test(before) && OF_BODY.test(context.text.slice(end, end + 8))) return undefined;
    // "mỗi năm" counts heads (kết nạp mỗi năm 20 đảng viên) unless times are said, it opens the clause of an act, or an act follows
    const isAct =
      opensAct(context.folded, start, end) ||
      (/^mỗi/iu.test(quote) && startsWithAct(passageOf(context, end, end + ACT_WITHIN)));
    if (word === 'moi' && times === undefined && !isAct) return undefined;
    const count = readCount(
      times
        ?.replace(/^,?(?:\s+it nhat|\s+toi thieu)?\s+/u, '')
        .replace(/(?<!\s)\s+(?:lan|ky|dot|cuoc|buoi|phien|hoi nghi|ngay)$/u, ''),
    );
    return {
      kind: 'recurring',
      recurrence: count === undefined || count === 1 ? (PERIOD_RULES[period] ?? null) : null,
    };
  },
});

// 6 tháng, một năm báo cáo | sáu tháng và cả năm sơ kết, đánh giá
/** Every half-year and year, named bare before a report. — sáu tháng, một năm báo cáo */
export const halfYearly = defineFinder({
  id: 'deadline/half-yearly',
  hints: ['thang'],
  pattern: foldedPattern(
    '(?:06|6|sáu) tháng(?:,| và| hoặc)? (?:01|1|một|cả|hằng|hàng) năm(?= (?:báo cáo|tổng hợp|sơ kết|tổng kết|đánh giá|kiểm điểm))',
  ),
  read: () => ({ kind: 'recurring', recurrence: intervalRule('6 thang') }),
});

// "; mỗi tháng tổng hợp kết quả", "Mỗi năm mở ít nhất 20 lớp"
const opensAct = (folded: string, start: number, end: number): boolean =>
  /(?:^|[.;:,]\s*|\n[^\S\n]*|[-+)]\s+|\d\.\s+)$/u.test(folded.slice(Math.max(0, start - 4), start)) &&
  /^,?\s+[a-z]{2,}/u.test(folded.slice(end, end + 8));

// "Ủy ban kiểm tra mỗi quý kiểm tra ít nhất 03 chi bộ"
const startsWithAct = startsWith([...verbsOf('act'), ...verbsOf('hand-over'), ...verbsOf('work')]);
const ACT_WITHIN = 24;

// bình quân hằng năm, dự toán ngân sách nhà nước hằng năm, lương hưu hằng tháng: how much, of which year, what kind
const isRate = endsWith([
  'bình quân',
  'trung bình',
  'ngân sách',
  'ngân sách nhà nước',
  'dự toán',
  'tăng trưởng',
  'tốc độ tăng',
  'lương hưu',
  'trợ cấp',
  'phụ cấp',
  'tiền lương',
  'sinh hoạt phí',
  'nhu cầu',
  'nhu cầu kinh phí',
  'nhu cầu vốn',
  'thu nhập',
  'doanh thu',
  'sản lượng',
  'kim ngạch',
  'khối lượng',
  'số lượng',
  'quy mô',
]);

// Chương trình xúc tiến thương mại quốc gia hàng năm: the rhythm belongs to the name
const NAMED_PROGRAMME = /(?<![\p{L}\p{M}])(?:Chương trình|Đề án|Giải thưởng|Hội chợ)\s(?:[\p{L}\p{M}]+\s){3,10}$/u;

// làm tiêu chí đánh giá, xếp loại chi bộ hằng năm | gắn … với công tác thi đua khen thưởng hằng năm: the judging has the rhythm
const JUDGING = '(?:đánh giá|xếp loại|phân loại|bình xét|thi đua|khen thưởng|kiểm điểm)';
const FOR_JUDGING = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:căn cứ|cơ sở|tiêu chí|tiêu chuẩn|thước đo|với|vào)\\s(?:[\\p{L}\\p{M}]{1,8}\\s){0,4}?${JUDGING}(?:,?\\s${JUDGING}){0,3}(?:\\s[\\p{L}\\p{M}]{1,8}){0,6}\\s+$`,
  'iu',
);

// đạt tỷ lệ theo Nghị quyết hằng năm của Hội đồng nhân dân: a paper of each year is the measure, and nothing recurs
const BY_PAPER =
  /(?<![\p{L}\p{M}])(?:theo|tại|trong|của)\s(?:các\s)?(?:nghị quyết|kế hoạch|chương trình|chỉ tiêu|quyết định|dự toán|chương trình công tác)\s$/iu;
const OF_BODY = /^\s(?:của|do)\s/u;

// mặt hàng năm 2024, ngân hàng quý III
const isOfGoods = endsWith(['mặt', 'ngân', 'khách', 'nhà', 'đơn', 'bán', 'cửa', 'bách']);

// 3 năm sơ kết một lần | 6 tháng tổ chức giao ban 01 lần
/** An act once in so many months or years. — … năm … một lần */
export const actOnceIn = defineFinder({
  id: 'deadline/act-once-in',
  hints: ['mot lan', '1 lan'],
  pattern: foldedPattern(
    `(?<every>${COUNT}) (?<unit>giờ|đêm|ngày|tuần|tháng|quý|năm) (?:[a-z]+ ){1,5}(?:một|1|01) lần(?! nữa)`,
  ),
  read: ({ every: each, unit = '' }) => {
    const interval = readCount(each);
    return interval === undefined ? undefined : { kind: 'recurring', recurrence: intervalRule(`${interval} ${unit}`) };
  },
});

// 2 lần/năm | 3 tháng/lần | 6 tháng một lần | 3 giờ một lần | 02 đêm một lần | một tháng 02 lần
/** So many times a year, once in so many months. — … lần/năm, … tháng/lần */
export const times = defineFinder({
  id: 'deadline/times',
  hints: ['lan', '/nam', '/thang', '/quy', '/tuan', ' moi '],
  pattern: foldedPattern(
    `(?<often>${COUNT}) (?:lần ?(?:/|một|trong một|trong|mỗi)|(?:kỳ|đợt|cuộc|lượt|buổi|phiên) ?(?:/|mỗi)) ?(?<period>tuần|tháng|quý|năm)|(?:01|1|một) (?<within>tuần|tháng|quý|năm)(?: ít nhất| tối thiểu)? (?<count>${COUNT}) lần|(?<every>${COUNT}) (?<unit>giờ|tiếng|đêm|ngày|tuần|tháng|quý|năm) ?(?:/ ?|(?:một|1|01) )lần(?! nữa)`,
  ),
  read: ({ often, period, within, count, every: each, unit = '' }) => {
    const interval = readCount(each);
    if (interval !== undefined) return { kind: 'recurring', recurrence: intervalRule(`${interval} ${unit}`) };
    return {
      kind: 'recurring',
      recurrence: readCount(often ?? count) === 1 ? (PERIOD_RULES[period ?? within ?? ''] ?? null) : null,
    };
  },
});

// từ ngày 1 đến ngày 5 hằng tháng | trước ngày 25 hằng tháng | ngày 15 và ngày 30 hàng tháng | ngày 15 của tháng cuối quý | trước ngày 05 tháng sau
/** A day of every month. — ngày … hằng tháng */
export const dayOfMonth = defineFinder({
  id: 'deadline/day-of-month',
  hints: ['hang thang', 'moi thang', 'thang ke', 'thang tiep', 'thang lien'],
  pattern: foldedPattern(
    `(?:từ (?:ngày )?\\d{1,2} (?=đến|tới))?${BEFORE}(?:${EVERY} tháng,? ${BEFORE})?(?:các ngày )?(?<first>(?:\\d{1,2}(?:, ?| và )(?:ngày )?){1,4})?(?<day>\\d{1,2}) (?:của )?(?:${EVERY} tháng|tháng (?:kế tiếp|tiếp theo|liền kề)(?: [a-z]+){0,3})`,
  ),
  read: ({ first, day }) => readMonthly(day, 'FREQ=MONTHLY', first),
});

// hằng tháng, trước ngày 25 | Hàng tháng, chậm nhất vào ngày 20 báo cáo
/** The same with the month first. */
export const monthlyOnDay = defineFinder({
  id: 'deadline/monthly-on-day',
  hints: ['hang thang', 'moi thang'],
  pattern: foldedPattern(
    `(?:định kỳ )?${EVERY} tháng(?: (?:một|1|01) (?:lần|kỳ))?,? ?\\(?(?:(?:chậm nhất|muộn nhất)(?: là)? )?(?:(?:trước|vào|đến) )?ngày (?<day>\\d{1,2})(?: (?:của )?tháng (?:sau|kế tiếp|tiếp theo|liền kề))?(?!\\s*(?:[/⁄]|tháng \\d))`,
  ),
  read: ({ day }) => readMonthly(day, 'FREQ=MONTHLY'),
});

// báo cáo tháng trước ngày 25 | báo cáo hằng tháng gửi chậm nhất ngày 05 tháng sau
/** A day of every month, since the report that is due on it is that of a month. — báo cáo tháng */
export const dayOfMonthlyReport = defineFinder({
  id: 'deadline/day-of-monthly-report',
  hints: ['bao cao thang', 'bao cao hang thang'],
  pattern: foldedPattern(
    '(?:(?:chậm nhất|muộn nhất)(?: là)? )?(?:(?:trước|vào|đến) )?ngày (?:mùng )?(?<day>\\d{1,2})(?: (?:của )?tháng (?:sau|kế tiếp|tiếp theo|liền kề))?(?!\\s*(?:[/⁄∕.-]\\d|tháng|\\d))',
  ),
  read: ({ day }, { folded }, { start }) =>
    OF_MONTHLY_REPORT.test(folded.slice(Math.max(0, start - 100), start))
      ? readMonthly(day, 'FREQ=MONTHLY')
      : undefined,
});

// "riêng tháng 12 trước ngày 20" is another one
const OF_MONTHLY_REPORT = /bao cao (?:hang )?thang(?!\s+\d)(?:(?!rieng)[^;.\n]){0,80}$/u;

// trước ngày 15 tháng cuối quý | ngày 20 của tháng cuối quý | trước ngày 25 tháng cuối mỗi quý
/** A day of the first or last month of every quarter. — tháng cuối quý */
export const dayOfQuarter = defineFinder({
  id: 'deadline/day-of-quarter',
  hints: ['thang cuoi', 'thang dau'],
  pattern: foldedPattern(
    `(?:(?:định kỳ )?${EVERY} quý,? ?)?${BEFORE}(?<day>\\d{1,2}) (?:của )?tháng (?<side>cuối|đầu)(?: cùng| tiên)? (?:(?:của )?${EVERY} )?(?:của )?quý(?: sau| tiếp theo| kế tiếp)?(?! [ivl\\d])`,
  ),
  read: ({ day, side }) => readMonthly(day, `FREQ=MONTHLY;BYMONTH=${side === 'dau' ? '1,4,7,10' : '3,6,9,12'}`),
});

// trước ngày 15 của các tháng 3, 6, 9 và 12 | ngày 20 tháng 3, 6, 9, 12 hằng năm
/** A day of several months, of every year: no year stands behind them. — ngày … các tháng … */
export const dayOfMonths = defineFinder({
  id: 'deadline/day-of-months',
  hints: ['thang '],
  pattern: foldedPattern(
    `${BEFORE}(?<day>\\d{1,2}) (?:của )?(?:(?<all>các|mỗi) )?tháng (?<months>\\d{1,2}(?:(?:, ?| và )(?:tháng )?\\d{1,2}){1,5})(?<yearly> (?:của )?${EVERY} năm)?(?!\\s*[-/]\\s?\\d| năm \\d)`,
  ),
  read: ({ day, all, months = '', yearly }) => {
    const numbers = (months.match(/\d{1,2}/gu) ?? []).map(Number);
    if (numbers.some((month) => month < 1 || month > 12)) return undefined;
    // "ngày 15 tháng 3 và 4" may be two days of one year
    if (all === undefined && yearly === undefined && numbers.length < 3) return undefined;
    return readMonthly(day, `FREQ=MONTHLY;BYMONTH=${numbers.join(',')}`);
  },
});

const readMonthly = (printed: string | undefined, rule: string, first?: string) => {
  const days = [...(first?.match(/\d{1,2}/gu) ?? []), printed].map(readFigure).filter((day) => day !== undefined);
  if (days.length === 0 || days.some((day) => day < 1 || day > 31)) return undefined;
  return { kind: 'recurring', recurrence: `${rule};BYMONTHDAY=${days.join(',')}`, precision: 'day' } as const;
};

// trước ngày 15/12 hằng năm | ngày 30 tháng 6 hàng năm | hằng năm, trước ngày 15/12
/** A day of every year. — ngày … hằng năm */
export const dayOfYear = defineFinder({
  id: 'deadline/day-of-year',
  hints: ['hang nam', 'moi nam'],
  pattern: foldedPattern(
    `(?:${BEFORE}(?<date>${SHORT_DATE}|${WORDY_SHORT_DATE}) (?:của )?${EVERY} năm|(?:định kỳ )?${EVERY} năm,? ?\\(?${BEFORE}(?<last>${SHORT_DATE}|${WORDY_SHORT_DATE})(?!\\s*/))`,
  ),
  read: ({ date, last }) => {
    const { day, month } = readPrintedDate(date ?? last ?? '', 0) ?? { day: null, month: null };
    if (day === null || month === null || day > daysInMonth(2024, month)) return undefined;
    return {
      kind: 'recurring',
      recurrence: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`,
      precision: 'day',
    };
  },
});

// thứ sáu hằng tuần | trước 16 giờ thứ Năm hằng tuần | sáng thứ hai mỗi tuần
/** A day of every week. — thứ … hằng tuần */
export const dayOfWeek = defineFinder({
  id: 'deadline/day-of-week',
  hints: ['hang tuan', 'moi tuan'],
  pattern: foldedPattern(
    `(?:(?:trước|vào) )?(?:\\d{1,2}\\s?(?:giờ|h)\\s?(?:\\d{2})? )?(?:(?:sáng|chiều|ngày) )?(?<weekdays>(?:${WEEKDAY_WORDS}(?:, ?| và )){0,3}${WEEKDAY_WORDS})(?: của)? ${EVERY} tuần`,
  ),
  read: ({ weekdays = '' }) => {
    const codes = weekdays.split(/,\s*|(?<!\s)\s+va\s+/u).map((weekday) => weekdayCode(weekday));
    return codes.includes(undefined)
      ? undefined
      : { kind: 'recurring', recurrence: `FREQ=WEEKLY;BYDAY=${codes.join(',')}`, precision: 'day' };
  },
});
