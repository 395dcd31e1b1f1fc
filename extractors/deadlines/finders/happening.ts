import { foldedPattern } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';
import { RIGHT_AFTER } from '../finder-ids.js';
import { isOwnDay, trimAnchor } from '../own-day.js';

// khi có hướng dẫn của Trung ương, as the whole cell of an annex
/** When something happens, as all that is said of the time. — khi có … */
export const whenGiven = defineFinder({
  id: 'deadline/when-given',
  hints: ['khi co '],
  pattern: foldedPattern('khi có (?<anchor>[^,;.()\\n]{3,60})'),
  read: ({ anchor }) => ({ kind: 'event', anchor: anchor?.trim() ?? null, signal: 'lone' }),
});

const DECISION =
  '(?:quyết định|phê duyệt|phê chuẩn|chấp thuận|cho phép|chủ trương|văn bản|hướng dẫn|ý kiến|kết luận|chỉ đạo|thông báo|nghị quyết|thông qua|đồng ý|bàn giao|mặt bằng)';

// khi có quyết định của cấp trên | khi được Thường trực Hội đồng nhân dân thông qua | sau khi được bố trí vốn is no decision
/** When somebody above has decided: the day is theirs to set. — khi có quyết định, khi được phê duyệt */
export const whenDecided = defineFinder({
  id: 'deadline/when-decided',
  hints: ['khi co ', 'khi duoc ', 'khi nhan duoc '],
  pattern: foldedPattern(
    `(?<!(?:trước|nếu|trừ|đến|tới|mỗi|sau|ngay|kể từ|từ) )khi (?<anchor>(?:có|được|nhận được)(?: [a-z]+){0,6}? ${DECISION}(?! khác| trái)[^,;.()\\n]{0,60})`,
  ),
  read: ({ anchor = '' }, { folded }, span, quote) => {
    // "sẵn sàng … khi có chỉ đạo", "kịp thời … khi có thông báo": each time, not once
    if (
      /^khí/iu.test(quote) ||
      /(?<![a-z])(?:san sang|kip thoi|moi)[^;.\n]{0,80}$/u.test(folded.slice(Math.max(0, span.start - 100), span.start))
    )
      return undefined;
    const kept = trimAnchor(anchor);
    const end = span.end - anchor.trimEnd().length + kept.length;
    return { kind: 'event', span: { start: span.start, end }, anchor: kept, signal: 'weak', confidence: 0.8 };
  },
});

const OWN_PAPER =
  /(?<![a-z])(?:ket luan|thong bao|nghi quyet|chi thi|ke hoach|cong van|cong dien|quyet dinh|van ban) nay(?![a-z])/u;

// ngay sau khi Kết luận được ban hành | sau khi có ý kiến của Bộ Chính trị | ngay sau Hội nghị
/**
 * Right after something, without a length of time: no day can be told. What happens to this very document counts from it,
 * all else is an event. — ngay sau khi …
 */
export const rightAfter = defineFinder({
  id: RIGHT_AFTER,
  hints: ['ngay ', 'sau khi '],
  pattern: foldedPattern(
    '(?:ngay (?:sau )?(?:khi|sau) (?<anchor>[^,;.()\\n]{3,80})|sau khi (?<approval>(?:có|được|nhận được)(?: [a-z]+){0,4}? (?:ý kiến|quyết định|chủ trương|phê duyệt|phê chuẩn|chấp thuận|thông qua|kết luận|thông báo|hướng dẫn|chỉ đạo)[^,;.()\\n]{0,60}))',
  ),
  read: ({ anchor, approval }, _context, span, quote) => {
    // folded, "30 ngày khi đưa vào sử dụng" looks like "ngay khi"
    if (/^ngày/iu.test(quote)) return undefined;
    const printed = anchor ?? approval ?? '';
    const kept = trimAnchor(printed);
    const end = span.end - printed.trimEnd().length + kept.length;
    const isOwn = isOwnDay(`khi ${kept}`) || OWN_PAPER.test(kept);
    return {
      kind: isOwn ? 'relative' : 'event',
      span: { start: span.start, end },
      anchor: kept,
      certainty: 'stated',
      signal: 'strong',
    };
  },
});
