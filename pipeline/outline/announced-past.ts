import { givesOrder } from './instructions.js';
import { beginsWork } from './told.js';
import type { Node } from './tree.js';

/* Words before a colon that say that what hangs below was, or is wanting, and asks nothing of anybody. */

// A letter that reports upwards: "Ban Thường vụ Đảng ủy xã xin báo cáo như sau:".
const REPORTS_UP =
  /(?:xin|kính|trân trọng) (?:được )?(?:báo cáo|giải trình|trả lời)(?:[^:.;]{0,120})?(?:như sau|sau đây|cụ thể)?\s*:\s*$/u;

/** True for the words of a letter that only reports. */
export const reportsUp = (title: string): boolean => REPORTS_UP.test(title.slice(-240));

// "… ghi nhận sự nỗ lực của các cơ quan, thể hiện trên các mặt:"
const PRAISES =
  /(?:ghi nhận|biểu dương|đánh giá cao|hoan nghênh|đạt (?:được )?(?:nhiều |những |một số )?kết quả)(?:(?!yêu cầu|đề nghị|(?<!được )giao )[^:;]){1,500}(?:thể hiện|nổi bật)(?: là)?(?: (?:trên|ở|qua|tại) (?:các|những|một số) (?:mặt|lĩnh vực|nội dung|điểm|khía cạnh)(?: sau)?)?\s?:$/iu;
// "Bên cạnh đó, cũng còn một số tồn tại, hạn chế đã được nêu trong báo cáo; Thường trực Đảng uỷ lưu ý:"
const FINDS_FAULT =
  /^(?:(?:Tuy nhiên|Tuy vậy|Bên cạnh đó|Bên cạnh những kết quả[^,]{0,60}|Song|Ngoài ra),?\s)?[^:.]{0,60}(?<!\p{L})(?:vẫn )?còn (?:có )?(?:một số |những |nhiều )?(?:tồn tại|hạn chế|khuyết điểm|yếu kém|khó khăn|bất cập)[^:.]{0,160}:$/iu;
// What turns to the faults to have them mended, and no longer tells of them.
const MENDS = /(?<!\p{L})(?:khắc phục|tháo gỡ|chấn chỉnh|giải pháp|nhiệm vụ|giải quyết|thời gian tới)(?!\p{L})/iu;

const givesWork = (node: Node | undefined): boolean => {
  const text = node?.content.text.slice(node.enumerator?.printed.length ?? 0).trim() ?? '';
  return beginsWork(text) || givesOrder(text);
};

/** True for words that find fault, over items that give work: whatever the words say, the items are tasks. */
export const faultsOverWork = (title: string, below: readonly (Node | undefined)[]): boolean =>
  FINDS_FAULT.test(title.trimEnd()) && below.some(givesWork);

/**
 * True for words over a list that praise what was done, or find fault: their list is an assessment, unless one of its items gives
 * work. — ghi nhận kết quả, còn tồn tại, hạn chế
 */
export const announcesPast = (title: string, below: readonly (Node | undefined)[]): boolean => {
  const words = title.trimEnd();
  if (PRAISES.test(words.slice(-600))) return true;
  if (!FINDS_FAULT.test(words) || MENDS.test(words.slice(-160)) || givesOrder(words.slice(-160))) return false;
  return !below.some(givesWork);
};
