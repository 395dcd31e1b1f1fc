import { REVIEW_WORKS } from '../../../language/lexicon/time-words.js';
import { foldedPattern, foldSource } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';
import { DURATION, elapse, precisionOf, readLength } from '../length.js';
import { cut, surroundingsOf } from '../surroundings.js';

const REVIEWS = REVIEW_WORKS.map(foldSource).join('|');
/** Few words between the deed and its time: "sơ kết *kết quả bước đầu* sau 6 tháng". */
const REVIEWED_BEFORE = new RegExp(`(?<![a-z])(?:${REVIEWS})(?![a-z])[^,;]{0,60}$`, 'u');
const REVIEWED_BEHIND = new RegExp(`^,?\\s+(?:[a-z]+\\s+){0,9}(?:${REVIEWS})(?![a-z])`, 'u');
// nêu trong báo cáo sơ kết sau 2 năm triển khai
const OF_REPORT =
  /(?<![a-z])(?:trong|theo|tai|neu|cua)\s+(?:cac\s+)?(?:bao cao|ban|ket qua|tai lieu|van ban)(?![a-z])[^,;]{0,40}$/u;
const OVER = /(?<![\p{L}\p{M}])(?:đã|vừa|nhìn lại|cho thấy)(?![\p{L}\p{M}])/iu;
const NEAR = 60;
/** What is carried out, not run: "sau 5 năm triển khai Nghị quyết". */
const PAPERS =
  'nghị quyết|chỉ thị|luật|kế hoạch|đề án|chương trình|quyết định|nghị định|kết luận|quy định|quy chế|chiến lược|phong trào|cuộc vận động';

// sơ kết sau 6 tháng | sau 06 tháng tổ chức sơ kết | đánh giá sau 3 tháng thực hiện | sau một năm triển khai, tổng kết
/**
 * When a stretch of work is looked back upon: so long after it began, and when that is the paper does not say. "sau 30 ngày nữa"
 * counts from the paper itself; "Sau 5 năm thực hiện Nghị quyết" tells what is looked back upon. — sau … tháng
 */
export const afterLength = defineFinder({
  id: 'deadline/after-length',
  hints: ['sau ', 'qua ', 'het '],
  pattern: foldedPattern(
    `(?:chậm nhất |muộn nhất )?(?:sau|(?<over>qua|hết)) (?:khoảng |mỗi |đúng )?${DURATION}(?<next> nữa)?(?<work> (?:(?:triển khai|thực hiện|thí điểm|vận hành|hoạt động|áp dụng)(?: thí điểm| thực hiện)?|(?:triển khai|thí điểm|vận hành|hoạt động|áp dụng|sử dụng)(?! (?:${PAPERS})(?![a-z]))(?: (?!và |để |thì )[a-z]+){1,5}))?(?= ?(?:[,;.)(]|$)| (?:tổ chức|tiến hành|phải|thì|có|sẽ|${REVIEW_WORKS.join('|')}))`,
  ),
  read: (groups, context, span, quote) => {
    const length = readLength(groups);
    if (length === undefined || !/(?<!\p{L})(?:sau|qua|hết)\s/iu.test(quote)) return undefined;
    const { before, after } = surroundingsOf(context, span);
    const isOrdered =
      (groups.over === undefined && REVIEWED_BEFORE.test(before.folded) && !OF_REPORT.test(before.folded)) ||
      REVIEWED_BEHIND.test(context.folded.slice(span.end, span.end + NEAR));
    if (!isOrdered || OVER.test(cut(after, 0, NEAR).written) || OVER.test(cut(before, -NEAR).written)) return undefined;
    const { due } = elapse(groups.next === undefined ? null : context.issuedOn, length);
    return {
      kind: 'relative',
      due,
      bound: due === null ? null : 'by',
      precision: precisionOf(length.unit),
      certainty: due === null ? 'stated' : 'assumed',
      anchor: groups.work?.trim() ?? null,
    };
  },
});
