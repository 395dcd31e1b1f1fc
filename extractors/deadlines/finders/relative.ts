import { namesMonth } from '../../../language/printed/month-words.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import type { Span } from '../../../schemas/span.js';
import { type DeadlineContext, defineFinder, type Groups } from '../candidate.js';
import { DURATION, precisionOf, readDuration } from '../length.js';
import { trimAnchor } from '../own-day.js';
import { COUNT, MONTHS_IN_YEAR, readCount } from '../read-time.js';
import { ANCHOR, beginsRange, dayOfAnchor, findStart, lacksYear } from '../start-of-length.js';

const LEAD =
  '(?:chậm nhất|muộn nhất|không quá|tối đa)(?: là)?(?: trong| sau)?(?: vòng| thời hạn| thời gian)?|trong (?:vòng|thời hạn|thời gian)(?: tối đa| không quá)?|trong|thời (?:hạn|gian)(?: thực hiện| hoàn thành)?(?: là|:)?|sau';
// kể từ ngày ký | kể từ khi Kết luận này được ban hành | kể từ ngày 20/3/2024 | sau khi nhận được văn bản | , từ 10/7/2026 | (bắt đầu từ ngày 01/8)
const SINCE = '(?: liên tục| liền)?(?:,? ?\\(?(?:kể|tính|bắt đầu)(?: kể| tính)?(?: từ)?|,? ?\\(?từ| sau)';

/** How long a thing lasts is no time to act: "hợp đồng *có thời gian thực hiện* 300 ngày", "bảo hành 12 tháng kể từ …". */
const OF_A_THING =
  /(?<![a-z])(?:(?:co|con|voi)\s+(?:thoi\s+(?:gian|han|hieu)(?:\s+[a-z]+){0,4}|hieu luc|gia tri)|thoi\s+(?:gian|han)\s+(?:giu|cong|su|bao|thue|vay|hop|co hieu)[a-z\s]{0,24}|hop dong|bao hanh|bao lanh|giay phep|giu chuc(?:\s+vu)?|thu viec|tap su|dinh chi(?: hoat dong| cong tac| thi cong| kinh doanh| san xuat)?|cho thue|thue dat|vay|bo nhiem|tuoi|cham tien do)\s+$/u;
const THING_WITHIN = 48;
const HAS = /(?<![a-z])(?:co|con|hop dong|giay phep|quyet dinh)\s+$/u;

/** "06 tháng kể từ ngày 02/5 khắc phục tồn tại *trước ngày 30/9*": a limit of its own, no part of what the length counts from. */
const LIMIT_BEHIND = / truoc ngay \d/u;

/** "chậm tiến độ quá 24 tháng kể từ …"; folded, "kết quả" would be one. */
const OVER = /(?<![\p{L}\p{M}])(?:quá|trên)\s+$/iu;

const BLANKS = 3;

/** The event right before the length: "sau khi được phê duyệt, trong 10 ngày làm việc …". */
const standsBefore = (start: string, folded: string, span: Span): boolean =>
  folded
    .slice(Math.max(0, span.start - start.length - BLANKS), span.start)
    .replace(/[,\s]{1,3}$/u, '')
    .endsWith(start);

/** "trình trong 03 ngày *tiếp theo*", behind another length: it counts from where that one ends. */
const followsLength = (next: string | undefined, { folded }: DeadlineContext, { start }: Span): boolean =>
  /theo/u.test(next ?? '') && HAS_LENGTH.test(folded.slice(Math.max(0, start - FOLLOWS_WITHIN), start));
const HAS_LENGTH = /\d\s(?:ngay|tuan|thang)(?![a-z])/u;
const FOLLOWS_WITHIN = 120;

const isOfThing = ({ folded, text }: DeadlineContext, { start }: Span): boolean => {
  const from = Math.max(0, start - THING_WITHIN);
  const before = folded.slice(from, start);
  if (OVER.test(text.slice(from, start))) return true;
  return OF_A_THING.test(before) || (folded.startsWith('thoi', start) && HAS.test(before));
};

// trong thời hạn 15 ngày kể từ ngày ký | sau 15 ngày kể từ ngày ban hành | chậm nhất 05 ngày làm việc sau khi nhận được văn bản
/** So long after something named. — trong … kể từ … */
export const durationSince = defineFinder({
  id: 'deadline/duration-since',
  hints: ['ke', 'tinh', 'tu ', ' sau ', 'bat dau'],
  pattern: foldedPattern(`(?:(?<lead>${LEAD}) )?${DURATION}${SINCE} (?<anchor>${ANCHOR})`),
  read: (groups, context, span) => {
    const printed = groups.anchor ?? '';
    const anchor = trimAnchor(printed.split(LIMIT_BEHIND)[0] ?? printed);
    if (beginsRange(anchor) || isOfThing(context, span)) return undefined;
    const reading = readDuration(groups, anchor, context);
    if (reading === undefined) return undefined;
    const end = span.end - printed.trimEnd().length + anchor.length;
    return {
      kind: 'relative',
      ...reading,
      ...(lacksYear(anchor) ? { certainty: 'assumed' } : {}),
      signal: groups.lead === undefined ? 'weak' : 'strong',
      span: { start: span.start, end },
      anchor: context.folded.slice(end - anchor.length, end),
    };
  },
});

/** Words behind a length that say that it is over, belongs to something else, or counts from what another finder knows. */
const OTHER_LENGTH =
  '(?!,? (?:làm việc|kể|tính|từ|sau|trước|qua|vừa|gần|liên tiếp|liên tục|trở lại|còn lại|đầu|cuối|đêm|nữa đầu|\\d|/|\\())';
/** The same for what is left of it: a plan of "5 năm tới" is no deadline, "trong hai tháng tới" is. */
const NEXT = '(?<next> tới| tiếp theo| nữa(?! đầu| cuối))?';

/** Behind "25 tháng": it is the 25th of a month, no length. */
const OF_A_MONTH = /^\s+(?:nay|sau)(?![a-z])/u;

/** "chậm nhất hai mươi tháng *mười*": a day in words, no length. */
const isDayInWords = ({ unit, next }: Groups, { text }: DeadlineContext, { end }: Span): boolean =>
  unit === 'thang' && next === undefined && namesMonth(text.slice(end, end + MONTH_WITHIN));
const MONTH_WITHIN = 20;

// Trong thời hạn 30 ngày, kể từ ngày nhận được … is the one above; trong vòng một tháng | chậm nhất 7 ngày làm việc
/** So long, counted from the day of the document since nothing else is named. — trong vòng … */
export const duration = defineFinder({
  id: 'deadline/duration',
  hints: ['cham nhat', 'muon nhat', 'trong ', 'thoi han', 'thoi gian', 'khong qua', 'toi da'],
  pattern: foldedPattern(
    `(?:chậm nhất(?: là)?(?: trong| sau)?(?: vòng| thời hạn)?|muộn nhất(?: là)?(?: trong| sau)?|trong (?:vòng|thời hạn|thời gian)(?: tối đa| không quá)?|(?<=(?:[,;:(–-]\\s?|xong\\s))(?:thời (?:hạn|gian)(?: hoàn thành| thực hiện| triển khai| báo cáo)?(?: là|:)?(?: không quá| tối đa)?|không quá|tối đa)) ${DURATION}${NEXT}${OTHER_LENGTH}`,
  ),
  read: (groups, context, span, quote) => {
    const { unit, half, next } = groups;
    if (isDayInWords(groups, context, span)) return undefined;
    // "chậm nhất 25 tháng này" names a day; "chậm nhất 5 tháng tới" may name one
    if (unit === 'thang' && /^[cm]/iu.test(quote)) {
      if (OF_A_MONTH.test(context.folded.slice(span.end, span.end + 10))) return undefined;
      if (next === ' toi')
        return (readCount(groups.count) ?? 0) > MONTHS_IN_YEAR ? undefined : { kind: 'relative', precision: 'month' };
    }
    // "trong vòng 5 năm" mostly looks back; "chậm nhất sau 05 năm" is a term, but from a day that is not named
    if (half === undefined && (unit === 'nam' || unit === 'quy'))
      return /^tr/iu.test(quote) ? undefined : { kind: 'relative', precision: precisionOf(unit) };
    if (followsLength(next, context, span)) return { kind: 'relative', precision: precisionOf(unit ?? '') };
    const start = findStart(context, span);
    const reading = readDuration(groups, start, context);
    if (reading === undefined) return undefined;
    if (start !== undefined)
      return {
        kind: 'relative',
        ...reading,
        certainty: reading.due === null ? 'stated' : lacksYear(start) ? 'assumed' : (reading.certainty ?? 'computed'),
        anchor: start,
      };
    // That it counts from the day of the document is our reading, so the day is assumed.
    return { kind: 'relative', ...reading, certainty: 'assumed', signal: 'weak' };
  },
});

// ban hành kế hoạch trong 10 ngày | (trong 05 ngày làm việc) | xong trong 2 tuần | trong hai tháng tới | hoàn thành trong 01 năm
/** The same without the word vòng or thời hạn: its clause must make it a deadline. — trong … ngày */
export const bareDuration = defineFinder({
  id: 'deadline/bare-duration',
  hints: ['trong '],
  pattern: foldedPattern(`trong ${DURATION}${NEXT}${OTHER_LENGTH}`),
  read: (groups, context, span) => {
    const { unit, half, next } = groups;
    if (isDayInWords(groups, context, span)) return undefined;
    const isLong = half === undefined && (unit === 'nam' || unit === 'quy');
    // years are named oftener than given: "trong 5 năm tới, phấn đấu …"
    if (unit === 'gio' || (isLong && next !== undefined)) return undefined;
    if (followsLength(next, context, span)) return { kind: 'relative', precision: precisionOf(unit ?? '') };
    const start = next === undefined ? findStart(context, span) : undefined;
    const reading = readDuration(groups, start, context);
    if (reading === undefined) return undefined;
    if (start !== undefined && reading.due !== null && dayOfAnchor(start, context) !== context.issuedOn)
      return { kind: 'relative', ...reading, anchor: start, certainty: lacksYear(start) ? 'assumed' : 'computed' };
    if (start !== undefined && standsBefore(start, context.folded, span))
      return { kind: 'relative', ...reading, anchor: start, certainty: 'stated' };
    // Its anchor is no group of it: what its clause must hold is asked all the same.
    const isKnown = start === undefined || reading.due !== null;
    return { kind: 'relative', ...reading, certainty: isKnown ? 'assumed' : 'stated', signal: 'bare' };
  },
});

// chậm nhất 10 ngày trước kỳ họp | chậm nhất 05 ngày làm việc trước ngày bàn giao | trước kỳ họp 15 ngày | trước ngày tổ chức đại hội 30 ngày | trước ngày giao quân 10 ngày
/** So long before an event whose day is not known here. — trước … ngày */
export const durationBefore = defineFinder({
  id: 'deadline/duration-before',
  hints: ['truoc '],
  pattern: foldedPattern(
    `(?:(?:chậm nhất|ít nhất|tối thiểu|muộn nhất)(?: là)? )?(?:${DURATION} trước (?<anchor>(?:khi |ngày |thời điểm )?(?:kỳ họp|phiên họp|hội nghị|cuộc họp|đại hội|khai mạc|tổ chức)[^,;.()\\n]{0,60}|(?:khi|ngày|thời điểm) (?!\\d)[^,;.()\\n]{3,60})|trước (?<event>(?:tết|mùa|vụ|năm học|kỳ nghỉ|lễ|khai giảng|kỳ họp|phiên họp|cuộc họp|hội nghị|đại hội|ngày (?!\\d|thứ |chủ nhật)[a-z]+)[^,;.()\\n\\d]{0,40}?)(?: (?:ít nhất|tối thiểu|chậm nhất))? \\d{1,2} (?:ngày(?: làm việc)?|tuần|tháng(?! \\d))|trước ${COUNT} ngày(?: làm việc)? (?:so với (?<thanday>[^,;.()\\n]{3,60})|(?<ahead>(?:diễn ra|tổ chức|khai mạc|bắt đầu) [^,;.()\\n]{3,60})))`,
  ),
  read: ({ anchor, event, thanday, ahead }) => ({
    kind: 'relative',
    anchor: (anchor ?? event ?? thanday ?? ahead ?? '').trim(),
    precision: 'day',
  }),
});

// báo cáo sau khi hoàn thành 03 ngày | chậm nhất sau khi kết thúc đợt kiểm tra 05 ngày làm việc
/** So long after something that is named before the length. — sau khi … 03 ngày */
export const durationAfter = defineFinder({
  id: 'deadline/duration-after',
  hints: ['sau khi '],
  pattern: foldedPattern(
    `(?:(?:chậm nhất|muộn nhất)(?: là)? )?sau (?<anchor>khi (?:kết thúc|hoàn thành|xong|nhận được|ban hành|có)[^,;.()\\n\\d]{0,60}?) (?:không quá |tối đa )?${DURATION}(?= ?(?:[,;.)]|$)| phải| báo cáo)`,
  ),
  read: (groups, context) => {
    const anchor = (groups.anchor ?? '').trim();
    const reading = readDuration(groups, anchor, context);
    return reading === undefined ? undefined : { kind: 'relative', ...reading, certainty: 'stated', anchor };
  },
});
