import { toIsoDate } from '../../../language/calendar/civil-date.js';
import { FEASTS } from '../../../language/lexicon/time-words.js';
import { DATE } from '../../../language/printed/date-patterns.js';
import { readPrintedDate } from '../../../language/printed/printed-date.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import type { Span } from '../../../schemas/span.js';
import { BOUND, HOUR, readBoundary, readSince, toReading } from '../boundary.js';
import { defineFinder, type Reading } from '../candidate.js';
import { readDay, YEAR_FROM_NOW } from '../read-time.js';

// vào sáng thứ Bảy, ngày 15/8/2026
const PART_OF_DAY = '(?:(?:buổi )?(?:sáng|trưa|chiều|tối),? )?';
const WEEKDAY = '(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật),? ?\\(?)?';
// trước dịp lễ 2/9 | trước ngày Quốc khánh 02/9/2025 | xong trước ngày khai giảng (05/9)
const FEAST = `(?:(?:${FEASTS.join('|')}),? \\(?)?`;
const DAY = `(?:dịp )?(?:lễ )?(?:(?<dayword>ngày) )?${FEAST}(?:(?:mùng|mồng) )?`;
// 01/5 - 15/5/2024 | 01/5/2024 đến hết ngày 15/5/2024 | 15, 16/5/2024: of a range the end counts
const RANGE = `(?:(?:(?<first>${DATE}|\\d{1,2})(?:\\s*[-–]\\s*| (?:đến|tới) (?:hết )?${HOUR})|\\d{1,2}(?:, ?| và ))(?:ngày )?)?`;
// trước 25/6 và 25/12 | trước 15/6, 15/9, 15/12 | trước ngày 15 tháng 10 và ngày 15 tháng 12: the later days share the boundary of the first
const SHARED_BOUND = new RegExp(
  `(?<![a-z0-9])${BOUND}(?:ngay )?${DATE}(?:(?:, ?| va )(?:ngay )?${DATE}){0,4}(?:, ?| va )$`,
  'u',
);

// "đến 2/3 số xã" is a share
const COUNTS_AFTER =
  /^\s+(?:tong\s+)?(?:so|xa|phuong|huyen|thon|ban|ho|don vi|can bo|dai bieu|dang vien|doan vien|chi bo|phieu|thanh vien|dien tich|nguoi|co quan|du an|chi tieu|tieu chi|quang|khoi luong|cong trinh)(?![a-z])/u;
// "trong 02 tháng 11 và 12 năm 2025": two months, no day
const COUNTED_MONTHS = /^(?:,| va) ?(?:thang )?\d{1,2}(?!\d|\s?\/\s?\d{1,2}(?!\d))/u;
// của năm quyết toán, của năm học: a day of some year that is not this one
const OF_OTHER_YEAR = /^\s+(?:cua\s+)?(?:nam\s+(?:quyet|lien|tiep|ke|bao|hoc)|ky\s+bao\s+cao|moi\s+nam)/u;
// trước ngày 15/12 của năm báo cáo, trước ngày 31/3 năm kế tiếp: one of every year
const OF_EACH_YEAR = /^\s+(?:cua\s+)?(?:nam\s+(?:lien|tiep|ke|bao)|ky\s+bao\s+cao|moi\s+nam)/u;

// lùi thời gian hoàn thành từ 30/7 sang 30/8/2026; not: không để kéo dài sang
const MOVES =
  /(?<!khong\s|khong\sde\s|tranh\s)(?<![a-z])(?:lui|doi|gia han|keo dai|dieu chinh)(?![a-z])[^,;.\n]{0,60}$/u;
const MOVES_WITHIN = 72;

// trước ngày 05/4/2024 | chậm nhất 16 giờ, thứ Sáu, ngày 20/5/2024 | đến mùng 5 tháng 4 năm 2024 | xong trước 15/10
// trước ngày 15/6 | hạn cuối ngày 31/12/2024 | từ ngày 01/5 đến ngày 15/5/2024 | ngày 20 tháng 6 năm nay
/** A named day with or without a boundary and a year. — ngày cụ thể */
export const day = defineFinder({
  id: 'deadline/day',
  hints: ['/', '⁄', '∕', ' thang ', '.20', '-20', '- 20', '– 20', '.19', 'ngay 0', 'ngay 1', 'ngay 2', 'ngay 3', '-'],
  pattern: foldedPattern(
    `(?<from>từ )?${BOUND}?${HOUR}${PART_OF_DAY}${WEEKDAY}${DAY}${RANGE}(?<date>${DATE})(?: ${YEAR_FROM_NOW})?`,
  ),
  read: ({ from, first, bound, dayword, date = '', now }, { issuedOn, folded }, { start, end }, quote) => {
    const since = readSince(from, quote);
    const moved = /^sang\s+/iu.exec(quote)?.[0] ?? '';
    const isMoved = moved !== '' && MOVES.test(folded.slice(Math.max(0, start - MOVES_WITHIN), start));
    // folded, "sang" is "sáng": no part of the time, unless it is put off to that day
    const { isSince, skip } = moved === '' || isMoved ? since : { isSince: false, skip: moved.length };
    // "từ ngày 01/7" alone is when something starts
    if (isSince && first === undefined) return undefined;
    const shared = bound === undefined ? SHARED_BOUND.exec(folded.slice(Math.max(0, start - 60), start)) : null;
    const boundary = readBoundary(bound ?? shared?.groups?.bound, isSince || isMoved ? 'weak' : 'bare');
    const time = readDay(date, issuedOn, now);
    const after = folded.slice(end, end + 30);
    const hasYear = HAS_YEAR.test(date);
    if (time === undefined) return undefined;
    if (!hasYear && OF_OTHER_YEAR.test(after))
      return boundary.signal === 'strong' && OF_EACH_YEAR.test(after)
        ? readYearly(date, { start: start + skip, end })
        : undefined;
    if (dayword === undefined && WORDY.test(date) && /trong/u.test(bound ?? '') && COUNTED_MONTHS.test(after))
      return undefined;
    const isNamed = dayword !== undefined || LONG_YEAR.test(date) || WORDY.test(date);
    if (!isNamed && (boundary.signal === 'bare' || COUNTS_AFTER.test(after))) return undefined;
    // "đến 45/50 thôn" counts: without its word or a year only what looks like a day may be one that does not exist
    if (time.unreal === null && dayword === undefined && !hasYear) return undefined;
    return { ...toReading(time, boundary, 'day'), span: { start: start + skip, end } };
  },
});

const readYearly = (printed: string, span: Span): Reading | undefined => {
  const { day = null, month = null } = readPrintedDate(`ngay ${printed}`, 0) ?? {};
  if (day === null || month === null || toIsoDate(2024, month, day) === undefined) return undefined;
  const recurrence = `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${day}`;
  return { kind: 'recurring', recurrence, precision: 'day', span };
};

const LONG_YEAR = /\d{4}|\d{3}\s\d|\d[o\dil|]{3}$/u;
const HAS_YEAR = /\d{4}|\d{3}\s\d|\d[o\dil|]{3}$|[/⁄∕.–-]\s?\d\s?\d?\s?[/⁄∕.–-]\s?\d{2}$/u;
const WORDY = /thang/u;
