import { foldedPattern } from '../../folded-pattern.js';
import { BOUND, readBoundary } from '../boundary.js';
import { defineFinder } from '../candidate.js';
import { FULL_DATE, readDay, SHORT_DATE, WORDY_SHORT_DATE } from '../read-time.js';

const HOUR = "(?:\\d{1,2}\\s?(?:giờ|h|g)\\s?(?:\\d{1,2}(?:\\s?phút|')?)?(?: sáng| chiều)?,? )?";
const WEEKDAY = '(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? )?';
const DAY = '(?:(?<dayword>ngày) )?(?:(?:mùng|mồng) )?';
// 01/5 - 15/5/2024 | 01/5/2024 đến hết ngày 15/5/2024: of a range the end counts
const RANGE = `(?:(?<first>${FULL_DATE}|${SHORT_DATE}|\\d{1,2})\\s*(?:-|–|đến|tới)(?: hết)?(?: ngày)?\\s*)?`;

// trước ngày 05/4/2024 | chậm nhất 16 giờ, thứ Sáu, ngày 20/5/2024 | đến mùng 5 tháng 4 năm 2024 | xong trước 15/10
// trước ngày 15/6 | hạn cuối ngày 31/12/2024 | từ ngày 01/5 đến ngày 15/5/2024 | ngày 20 tháng 6
/** A named day with or without a boundary and a year. — ngày cụ thể */
export const day = defineFinder({
  id: 'deadline/day',
  pattern: foldedPattern(
    `(?<from>từ )?${BOUND}?${HOUR}${WEEKDAY}${DAY}${RANGE}(?<date>${FULL_DATE}|${SHORT_DATE}|${WORDY_SHORT_DATE})`,
  ),
  read: ({ from, first, bound, dayword, date }, { issuedOn, folded }, span) => {
    const boundary = readBoundary(bound);
    const hasDayWord = dayword !== undefined || /ngay/u.test(bound ?? '');
    const time = date === undefined ? undefined : readDay(date, issuedOn);
    if (time === undefined || date === undefined) return undefined;
    // "từ ngày 01/7" alone is when something starts
    if (from !== undefined && first === undefined) return undefined;
    const isShort = !/\d{4}|\d{3}\s\d|\d[o\dil|]{3}$/u.test(date);
    // "2/3 số xã" is a share: without the word ngày a short date needs a boundary and nothing counted behind it.
    const isShare =
      /^\s+[a-z(]/u.test(folded.slice(span.end)) &&
      !/^\s+(?:de|va|hoac|gui|bao cao|trinh|theo|phai)(?![a-z])/u.test(folded.slice(span.end));
    if (isShort && !hasDayWord && (boundary.signal === 'bare' || (isShare && boundary.signal === 'weak')))
      return undefined;
    const isRange = first !== undefined && (from !== undefined || dayword !== undefined);
    const signal = isRange && boundary.signal === 'bare' ? 'weak' : boundary.signal;
    return {
      kind: 'date',
      ...time,
      signal,
      bound: boundary.bound,
      precision: 'day',
      certainty: time.inferred ? 'assumed' : 'stated',
    };
  },
});
