import { foldedPattern } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';
import { EVERY, EVERY_OR_ALL, PERIOD_RULES } from '../recurrence-rule.js';

const BEFORE = '(?:(?:chậm nhất|muộn nhất)(?: là)? )?(?:(?:vào|trước|trong|đến|định kỳ) )?(?:dịp )?';
/** The last day of each period; of the other parts only the rhythm is told. */
const LAST_DAYS: Readonly<Record<string, string>> = {
  thang: 'FREQ=MONTHLY;BYMONTHDAY=-1',
  quy: 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
  nam: 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=31',
};

// cuối mỗi ngày học | vào cuối mỗi quý | cuối hằng tháng | ngày cuối cùng của mỗi tháng | đầu mỗi quý | mỗi dịp cuối năm | vào tuần cuối của mỗi tháng
/** A part of every month, quarter or year. "Cuối quý" ends with its last day, as that of one quarter does. — cuối mỗi quý */
export const partOfEach = defineFinder({
  id: 'deadline/part-of-each',
  hints: ['cuoi', 'dau', 'giua', 'het'],
  pattern: foldedPattern(
    `${BEFORE}(?:(?<unit>ngày|tuần|buổi)(?: làm việc)? )?(?:(?<side>cuối|đầu|giữa|hết)(?: cùng| tiên)? (?:của )?(?:${EVERY_OR_ALL} (?<period>tuần|tháng|quý|năm)|${EVERY} (?<round>ngày(?! (?:\\d|tháng))|buổi|ca(?= ?(?:[,;.)]|$)| (?:trực|làm|học))|phiên|đợt)(?: (?:học|làm việc|trực|họp))?)|mỗi (?:dịp |khi )?(?<last>cuối|đầu|giữa|hết) (?<of>tuần|tháng|quý|năm)(?! \\d))`,
  ),
  read: ({ unit, side, period, round, last, of }, { folded }, { end }, quote) => {
    // "các" counts things unless a part of them is meant, and folded it is many words
    if (/\scác\s/iu.test(quote) && unit === undefined && side !== 'cuoi' && side !== 'het') return undefined;
    const named = period ?? round ?? of ?? '';
    // a school year ends in the middle of one of ours
    const isOther = /^\s+(?:hoc|tai chinh|ngan sach|ke hoach)/u.test(folded.slice(end, end + 12));
    const isLastDay =
      !isOther &&
      /cuoi|het/u.test(side ?? last ?? '') &&
      (unit === undefined || unit === 'ngay') &&
      !/làm\s+việc|lam\s+viec/iu.test(quote);
    const recurrence = (isLastDay ? LAST_DAYS[named] : undefined) ?? PERIOD_RULES[named] ?? null;
    return { kind: 'recurring', recurrence, precision: isLastDay && unit === 'ngay' ? 'day' : null };
  },
});

// cuối tháng, cuối quý báo cáo | vào cuối quý, báo cáo: said of no one quarter
const REPORTED = '(?= (?:phải )?(?:báo cáo|tổng hợp|gửi|sơ kết|đánh giá|kiểm điểm|rà soát|họp|giao ban|đối chiếu))';

// vào ngày cuối tháng báo cáo | cuối quý tổng hợp | dọn dẹp vào ngày cuối tuần
/** The end of a month or quarter before a report, when no one of them is named: each. — cuối tháng báo cáo */
export const endOfUnnamed = defineFinder({
  id: 'deadline/end-of-unnamed',
  hints: ['cuoi thang', 'cuoi quy', 'ngay cuoi '],
  pattern: foldedPattern(
    `(?:định kỳ,? (?:vào )?(?:ngày )?cuối (?<rhythm>tháng|quý)(?! [\\divx])|(?:vào )?(?:ngày )?cuối (?<period>tháng|quý)(?:,? cuối (?:quý|năm))?,?${REPORTED}|(?:vào|trong) (?:các )?ngày cuối(?: cùng)?(?: của)? (?<of>tuần|tháng|quý)(?= ?[,;.)]|$))`,
  ),
  read: ({ period, rhythm, of }) => ({
    kind: 'recurring',
    recurrence: LAST_DAYS[period ?? rhythm ?? of ?? ''] ?? PERIOD_RULES[of ?? ''] ?? null,
    confidence: 0.7,
  }),
});
