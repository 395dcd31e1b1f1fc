import { addDays, addMonths } from '../../../language/calendar/civil-date.js';
import { addWorkingDays } from '../../../language/calendar/working-days.js';
import { FULL_DATE } from '../../../language/printed/date-patterns.js';
import { foldedPattern, foldSource } from '../../../language/writing/patterns.js';
import type { IsoDate } from '../../../schemas/span.js';
import { type DeadlineContext, defineFinder, type Reading } from '../candidate.js';
import { COUNT, readCount, readDay } from '../read-time.js';

const LEAD =
  '(?:chậm nhất|muộn nhất|không quá|tối đa)(?: là)?(?: trong| sau)?(?: vòng| thời hạn| thời gian)?|trong (?:vòng|thời hạn|thời gian)(?: tối đa| không quá)?|trong|thời hạn(?: là)?|sau';
const DURATION = `(?<count>${COUNT}) (?<unit>giờ|ngày|tuần|tháng|quý|năm)(?<working> làm việc)?`;
const SINCE = '(?:,? ?(?:kể|tính)(?: từ)?| từ| sau)';
// kể từ ngày ký | kể từ khi Kết luận này được ban hành | kể từ ngày 20/3/2024 | sau khi nhận được văn bản
const ANCHOR = '(?:khi |ngày |thời điểm |lúc )[^,;.()\\n]{2,90}';

/** Anchors that are the day of this very document. — ngày ban hành, ngày ký văn bản này */
const OWN_DAY = foldedPattern(
  '^(?:khi|ngày|thời điểm|lúc) (?:(?:kết luận|thông báo|nghị quyết|chỉ thị|kế hoạch|công văn|quyết định|văn bản)(?: này)?,? (?:được )?)?(?:ký(?: ban hành)?|ban hành|có thông báo này|hôm nay)(?: (?:kết luận|thông báo|nghị quyết|chỉ thị|kế hoạch|công văn|quyết định|văn bản) này)?\\s*$',
  'u',
);
const OTHER_DOCUMENT = foldedPattern(
  '(?:thông báo|nghị quyết|chỉ thị|kế hoạch|công văn|quyết định|văn bản) (?:được |ban hành|ký)',
  'u',
);
const STATED_DAY = new RegExp(`^(?:khi|ngay|thoi diem|luc)\\s+(?<date>${FULL_DATE})\\s*$`, 'u');

/** Words that end an anchor although no mark does: the order goes on. */
const ANCHOR_END = new RegExp(
  `(?<!cua|do|boi|voi|\\s)\\s+(?:${foldSource('phải|hoàn thành|báo cáo|trình|để|và|thì|các|tiến hành|tổ chức|gửi|cơ quan|đơn vị|yêu cầu|đề nghị|có trách nhiệm|xem xét')})(?![a-z0-9]).*$`,
  'su',
);

const trimAnchor = (folded: string): string => folded.replace(ANCHOR_END, '').trimEnd();

const anchorDay = (anchor: string | undefined, context: DeadlineContext): IsoDate | null => {
  if (anchor === undefined) return context.issuedOn;
  const stated = STATED_DAY.exec(anchor)?.groups?.date;
  if (stated !== undefined) return readDay(stated, context.issuedOn)?.due ?? null;
  return OWN_DAY.test(anchor) && !OTHER_DOCUMENT.test(anchor) ? context.issuedOn : null;
};

interface Elapsed {
  readonly due: IsoDate | null;
  readonly knowsHolidays: boolean;
}

const elapse = (from: IsoDate | null, count: number, unit: string, isWorking: boolean): Elapsed => {
  const unknown = { due: null, knowsHolidays: true };
  if (from === null) return unknown;
  if (isWorking) {
    const counted = addWorkingDays(from, count);
    return counted === undefined ? unknown : { due: counted.date, knowsHolidays: counted.knowsHolidays };
  }
  const months = { thang: 1, quy: 3, nam: 12 }[unit];
  if (months !== undefined) return { due: addMonths(from, count * months) ?? null, knowsHolidays: true };
  const days = { ngay: 1, tuan: 7 }[unit];
  return days === undefined ? unknown : { due: addDays(from, count * days) ?? null, knowsHolidays: true };
};

const precisionOf = (unit: string) =>
  unit === 'tuan' ? 'week' : unit === 'thang' ? 'month' : unit === 'nam' ? 'year' : 'day';

const readDuration = (
  count: string | undefined,
  unit: string,
  isWorking: boolean,
  anchor: string | undefined,
  context: DeadlineContext,
): Omit<Reading, 'kind'> | undefined => {
  const number = readCount(count);
  if (number === undefined || number === 0) return undefined;
  const { due, knowsHolidays } = elapse(anchorDay(anchor, context), number, unit, isWorking);
  return {
    due,
    bound: due === null ? null : 'by',
    precision: precisionOf(unit),
    // Without the holidays of the year the day is a guess that leaves out weekends only.
    certainty: knowsHolidays ? 'computed' : 'assumed',
    confidence: knowsHolidays ? null : 0.5,
  };
};

// trong thời hạn 15 ngày kể từ ngày ký | sau 15 ngày kể từ ngày ban hành | chậm nhất 05 ngày làm việc sau khi nhận được văn bản
/** So long after something named. — trong … kể từ … */
export const durationSince = defineFinder({
  id: 'deadline/duration-since',
  hints: ['ke', 'tinh', ' tu ', ' sau '],
  pattern: foldedPattern(`(?:(?:${LEAD}) )?${DURATION}${SINCE} (?<anchor>${ANCHOR})`),
  read: ({ count, unit = '', working, anchor: printed = '' }, context, span) => {
    const anchor = trimAnchor(printed);
    const reading = readDuration(count, unit, working !== undefined, anchor, context);
    if (reading === undefined) return undefined;
    const end = span.end - printed.trimEnd().length + anchor.length;
    return {
      kind: 'relative',
      ...reading,
      span: { start: span.start, end },
      anchor: context.folded.slice(end - anchor.length, end),
    };
  },
});

// Trong thời hạn 30 ngày, kể từ ngày nhận được … is the one above; trong vòng một tháng | chậm nhất 7 ngày làm việc
/** So long, counted from the day of the document since nothing else is named. — trong vòng … */
export const duration = defineFinder({
  id: 'deadline/duration',
  hints: ['cham nhat', 'muon nhat', 'trong '],
  pattern: foldedPattern(
    `(?:chậm nhất(?: là)?(?: trong| sau)?(?: vòng| thời hạn)?|muộn nhất(?: là)?(?: trong| sau)?|trong (?:vòng|thời hạn|thời gian)(?: tối đa| không quá)?) ${DURATION}(?!,? (?:làm việc|kể|tính|từ|sau|trước|qua|gần đây|liên tiếp|liên tục|trở lại|tới|đầu|cuối|nữa đầu|/|\\())`,
  ),
  read: ({ count, unit = '', working }, context, _span, quote) => {
    const isLong = unit === 'nam' || unit === 'quy';
    // "trong vòng 5 năm" mostly looks back; "chậm nhất sau 05 năm" is a term, but from a day that is not named
    if (isLong) return /^tr/iu.test(quote) ? undefined : { kind: 'relative', precision: precisionOf(unit) };
    const reading = readDuration(count, unit, working !== undefined, undefined, context);
    if (reading === undefined) return undefined;
    // That it counts from the day of the document is our reading, so the day is assumed.
    return { kind: 'relative', ...reading, certainty: 'assumed', signal: 'weak' };
  },
});

// ban hành kế hoạch trong 10 ngày | (trong 05 ngày làm việc)
/** The same without the word vòng or thời hạn: its clause must make it a deadline. — trong … ngày */
export const bareDuration = defineFinder({
  id: 'deadline/bare-duration',
  hints: ['trong '],
  pattern: foldedPattern(
    `trong ${DURATION}(?!,? (?:làm việc|kể|tính|từ|sau|trước|qua|gần|liên|trở|tới|đầu|cuối|đêm|nữa|/|\\())`,
  ),
  read: ({ count, unit = '', working }, context) => {
    const reading = unit === 'ngay' ? readDuration(count, unit, working !== undefined, undefined, context) : undefined;
    return reading === undefined ? undefined : { kind: 'relative', ...reading, certainty: 'assumed', signal: 'bare' };
  },
});

// khi có hướng dẫn của Trung ương, as the whole cell of an annex
/** When something happens, as all that is said of the time. — khi có … */
export const whenGiven = defineFinder({
  id: 'deadline/when-given',
  hints: ['khi co '],
  pattern: foldedPattern('khi có (?<anchor>[^,;.()\\n]{3,60})'),
  read: ({ anchor }) => ({ kind: 'relative', anchor: anchor?.trim() ?? null, signal: 'lone' }),
});

// ngay sau khi Kết luận được ban hành | sau khi có ý kiến của Bộ Chính trị | ngay sau Hội nghị
/** Right after something, without a length of time: no day can be told. — ngay sau khi … */
export const rightAfter = defineFinder({
  id: 'deadline/right-after',
  hints: ['ngay ', 'sau khi '],
  pattern: foldedPattern(
    '(?:ngay (?:sau )?(?:khi|sau) (?<anchor>[^,;.()\\n]{3,80})|sau khi (?<approval>(?:có|được|nhận được)(?: [a-z]+){0,2} (?:ý kiến|quyết định|chủ trương|phê duyệt|kết luận|thông báo|hướng dẫn|chỉ đạo)[^,;.()\\n]{0,60}))',
  ),
  read: ({ anchor, approval }, _context, span, quote) => {
    // folded, "30 ngày khi đưa vào sử dụng" looks like "ngay khi"
    if (/^ngày/iu.test(quote)) return undefined;
    const printed = anchor ?? approval ?? '';
    const kept = trimAnchor(printed);
    const end = span.end - printed.trimEnd().length + kept.length;
    return { kind: 'relative', span: { start: span.start, end }, anchor: kept, certainty: 'stated', signal: 'strong' };
  },
});

// chậm nhất 10 ngày trước kỳ họp | chậm nhất 05 ngày làm việc trước ngày bàn giao | trước kỳ họp 15 ngày | trước ngày tổ chức đại hội 30 ngày
/** So long before an event whose day is not known here. — trước … ngày */
export const durationBefore = defineFinder({
  id: 'deadline/duration-before',
  hints: ['truoc '],
  pattern: foldedPattern(
    `(?:(?:chậm nhất|ít nhất|tối thiểu|muộn nhất)(?: là)? )?(?:${DURATION} trước (?<anchor>(?:khi |ngày |thời điểm )?(?:kỳ họp|phiên họp|hội nghị|cuộc họp|đại hội|khai mạc|tổ chức)[^,;.()\\n]{0,60}|(?:khi|ngày|thời điểm) (?!\\d)[^,;.()\\n]{3,60})|trước (?<event>(?:kỳ họp|phiên họp|hội nghị|đại hội|ngày tổ chức)[^,;.()\\n\\d]{0,40}) \\d{1,2} ngày)`,
  ),
  read: ({ anchor, event }) => ({ kind: 'relative', anchor: (anchor ?? event ?? '').trim(), precision: 'day' }),
});
