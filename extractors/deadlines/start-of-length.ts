import { daysBetween } from '../../language/calendar/civil-date.js';
import { DATE } from '../../language/printed/date-patterns.js';
import { foldedPattern, foldSource, matchesOf } from '../../language/writing/patterns.js';
import type { IsoDate, Span } from '../../schemas/span.js';
import type { DeadlineContext } from './candidate.js';
import { isOwnDay, trimAnchor } from './own-day.js';
import { readDay } from './read-time.js';

const HAPPENING =
  '(?:(?:mỗi )?đợt|kỳ họp|phiên họp|cuộc họp|buổi|hội nghị|đại hội|chuyến|kỳ nghỉ|lễ|tết nguyên đán|chiến dịch|đợt|bão|lũ|mưa lũ|mưa bão|thiên tai|sự cố|sự việc|vụ việc|tai nạn)';
/** From what a length counts: "khi nhận đủ hồ sơ", "ngày 15/7/2026", "10/7/2026", "hôm nay", "đợt kiểm tra". */
export const ANCHOR = `(?:(?:khi |ngày |thời điểm |lúc |${HAPPENING}(?= ?[,;.)]|$| (?!cáo(?![a-z]))[a-z]))[^,;.()\\n]{0,90}|${DATE}|(?:ngày )?hôm nay|nay(?! đến| tới| trở| về))`;

const STATED_DAY = new RegExp(`^(?:(?:khi|ngay|thoi diem|luc)\\s+)?(?<date>${DATE})\\s*$`, 'u');
const TODAY = /^(?:ngay\s+)?(?:hom\s+)?nay$/u;
/** "từ ngày 15/7 đến ngày 15/8": its end is told, nothing is counted. */
const RANGE = new RegExp(`^(?:ngay\\s+)?${DATE}\\s*(?:den|toi|het|[-–])(?![a-z])`, 'u');

/** True for a folded anchor that is the start of a range whose end is told. */
export const beginsRange = (anchor: string): boolean => RANGE.test(anchor);

const HAS_YEAR = /\d{4}|[/⁄∕.–-]\d{1,2}[/⁄∕.–-]\d{2}$/u;
/** Days before the issue in which work may have begun: a start further back is that of the next year. */
const BEGUN_WITHIN = 180;

/** A start without a year may lie a little before the issue. */
const readStart = (printed: string, issuedOn: IsoDate | null): IsoDate | null => {
  if (issuedOn === null || HAS_YEAR.test(printed)) return readDay(printed, issuedOn)?.due ?? null;
  const due = readDay(printed, issuedOn, 'nam nay')?.due ?? null;
  const isLongPast = due !== null && (daysBetween(due, issuedOn) ?? 0) > BEGUN_WITHIN;
  return isLongPast ? (readDay(printed, issuedOn, 'nam sau')?.due ?? null) : due;
};

/** True for an anchor that is a day without a year: what counts from it is assumed. */
export const lacksYear = (anchor: string): boolean => {
  const stated = STATED_DAY.exec(anchor)?.groups?.date;
  return stated !== undefined && !HAS_YEAR.test(stated);
};

/** The day from which a length counts: the issue date where no anchor is named or it is this paper's own; null where no day is known. */
export const dayOfAnchor = (anchor: string | undefined, { issuedOn }: DeadlineContext): IsoDate | null => {
  if (anchor === undefined || TODAY.test(anchor)) return issuedOn;
  const stated = STATED_DAY.exec(anchor)?.groups?.date;
  if (stated !== undefined) return readStart(stated, issuedOn);
  return isOwnDay(anchor) ? issuedOn : null;
};

const PAPERS =
  '(?:hồ sơ|đơn|đơn thư|ý kiến|kiến nghị|phản ánh|đề nghị|yêu cầu|văn bản|thông tin|tin báo|tố cáo|khiếu nại|báo cáo|kết quả|kết luận|thông báo|giấy tờ|dự thảo)';
const HAPPENS =
  '(?:nhận|tiếp nhận|có|phát hiện|phát sinh|xảy ra|kết thúc|hoàn thành|xong|được|ban hành|ký|diễn ra|bàn giao|nghiệm thu|thông qua|phê duyệt|công bố|Đại hội|hội nghị)';
/** Told before the length: "Sau khi nhận đủ hồ sơ, …", "Khi có phản ánh, …", "tiếp nhận đơn và …". */
const BEFORE = foldedPattern(
  `(?:(?:ngay |kể từ |từ )?(?:sau )?(?<anchor>(?:khi|ngày|thời điểm) (?:[a-z]+ )?${HAPPENS}[^,;.()\\n]{0,70})|(?:kể |tính |bắt đầu )?từ (?:ngày )?(?<since>${DATE})(?! (?:đến|tới|-|–))|(?:sau|kết thúc|ngay sau) (?<event>${HAPPENING}[^,;.()\\n]{0,60})|(?<receipt>(?:tiếp nhận|nhận)(?: được| đủ)? (?:các |mọi |những )?${PAPERS}))`,
);
/** Told behind the length, words between: "trong vòng 05 ngày làm việc phải trả lời, kể từ ngày nhận". */
const BEHIND = foldedPattern(`(?:kể|tính)(?: từ)?,? (?<anchor>${ANCHOR})`);
// chậm nhất 10 ngày khi có khối lượng
const RIGHT_BEHIND = new RegExp(`^\\s(?<anchor>khi\\s+(?:[a-z]+\\s+)?${foldSource(HAPPENS)}[^,;.()\\n]{0,70})`, 'u');
const REACH_BACK = 200;
const REACH_AHEAD = 120;
/** "khi" inside the work itself, or the time of another deed. */
const OTHER_DEED = /(?<![a-z])(?:truoc|neu|tru|den|toi|moi)\s+$/u;

const lastBefore = (text: string): RegExpExecArray | undefined =>
  matchesOf(BEFORE, text).findLast(({ index }) => !OTHER_DEED.test(text.slice(Math.max(0, index - 8), index)));

const STOP = /[.;\n]/u;

/**
 * The event of its sentence from which a length counts that names no start itself: "*Sau khi nhận đủ hồ sơ*, Sở X trả lời trong
 * vòng 07 ngày". Folded; undefined where the sentence names none, and the length counts from this very paper. — mốc tính thời hạn
 */
export const findStart = ({ folded }: DeadlineContext, { start, end }: Span): string | undefined => {
  const after = folded.slice(end, end + REACH_AHEAD).split(STOP, 1)[0] ?? '';
  const behind = (matchesOf(BEHIND, after)[0] ?? RIGHT_BEHIND.exec(after))?.groups?.anchor;
  if (behind !== undefined) return trimAnchor(behind);
  const before =
    folded
      .slice(Math.max(0, start - REACH_BACK), start)
      .split(STOP)
      .at(-1) ?? '';
  const { anchor, since, event, receipt } = lastBefore(before)?.groups ?? {};
  const named = anchor ?? since ?? event;
  return named === undefined ? receipt : trimAnchor(named);
};
