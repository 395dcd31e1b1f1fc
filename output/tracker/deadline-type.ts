import { wordPattern } from '../../language/writing/patterns.js';
import type { Deadline, Directive } from '../../schemas/directive.js';

/** Values of the column "Loại thời hạn" of the clerks' tracker. — loại thời hạn */
export const DEADLINE_TYPES = [
  'Có hạn cụ thể',
  'Ký ban hành (trong 10 ngày)',
  'Nhiệm vụ thường xuyên',
  'Chờ quyết định/điều kiện khác',
] as const;
export type DeadlineType = (typeof DEADLINE_TYPES)[number];

const ISSUING = wordPattern('(?:ban hành|ký)', 'iu');
const TEN_DAYS = wordPattern('(?:10|mười) ngày', 'iu');
const CONTINUOUS = wordPattern(
  '(?:thường xuyên|thường kỳ|định kỳ|liên tục|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm))',
  'iu',
);

const classifyOne = (deadline: Deadline, task: string): DeadlineType | null => {
  switch (deadline.kind) {
    case 'recurring':
      return 'Nhiệm vụ thường xuyên';
    case 'standing':
      // "khẩn trương", "kịp thời" press, but name no time: the hole is shown, not filled.
      return CONTINUOUS.test(deadline.text) ? 'Nhiệm vụ thường xuyên' : null;
    case 'relative':
      return TEN_DAYS.test(deadline.text) && ISSUING.test(task) ? 'Ký ban hành (trong 10 ngày)' : 'Có hạn cụ thể';
    case 'event':
      return deadline.due === null ? 'Chờ quyết định/điều kiện khác' : 'Có hạn cụ thể';
    case 'date':
      return 'Có hạn cụ thể';
  }
};

/**
 * "Loại thời hạn" of a directive after the clerks' rules; of several deadlines the firmest counts. Null when the text
 * gives no deadline or only presses ("khẩn trương"): the row is then marked CẦN ĐIỀN HẠN.
 */
export const classifyDeadline = (directive: Directive): DeadlineType | null => {
  const found = directive.assignments.flatMap((a) => a.deadlines.map((d) => classifyOne(d, a.text)));
  const order: readonly DeadlineType[] = [
    'Có hạn cụ thể',
    'Ký ban hành (trong 10 ngày)',
    'Chờ quyết định/điều kiện khác',
    'Nhiệm vụ thường xuyên',
  ];
  return order.find((type) => found.includes(type)) ?? null;
};
