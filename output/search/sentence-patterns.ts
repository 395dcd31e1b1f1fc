import { listWords } from '../store/index-text.js';

/** What a pattern stands for in a sentence of a clerk. */
export type Cue =
  | 'opener'
  | 'of'
  | 'by'
  | 'within'
  | 'give'
  | 'lead'
  | 'coordinating'
  | 'overdue'
  | 'soon'
  | 'due'
  | 'must'
  | 'which'
  | 'having'
  | 'no-deadline'
  | 'review'
  | 'standing'
  | 'waiting'
  | 'numbered'
  | 'before'
  | 'after'
  | 'from'
  | 'until'
  | 'about'
  | 'issued'
  | 'meeting'
  | 'ongoing'
  | 'lacking'
  | 'left'
  | 'given'
  | 'link'
  | 'plural'
  | 'batch'
  | 'report'
  | 'paper'
  | 'of-notice'
  | 'shall'
  | 'what';

/**
 * Wordings in which clerks ask for tasks, in the match syntax of compromise: (a|b) one of them, a? perhaps. With their marks:
 * a word that was typed with other marks is another word ("hạn hán", "quỹ 2").
 *
 * Source: the states and columns of the clerks' tracker, the words of its filters, and what clerks were seen to ask for. Rule
 * for entry: a wording of general use, with a sentence in fixtures/cases/search-sentences.json and a look-alike beside it.
 */
export const SENTENCE_PATTERNS: readonly (readonly [cue: Cue, match: string])[] = [
  ['opener', '(các|những)? (việc|nhiệm vụ) nào?'],
  ['opener', 'cho? (tôi|em|mình)? xem giúp? (các|những)? (việc|nhiệm vụ)'],
  ['opener', '(liệt kê|danh sách|tìm) (các|những)? (việc|nhiệm vụ)'],
  ['opener', '(có|còn) (những|các)? (việc|nhiệm vụ) (gì|nào)'],
  ['of', '(của|thuộc)'],
  ['by', 'do'],
  ['within', '(trong|theo)'],
  ['within', 'được? (giao|nêu) (trong|theo|tại)'],
  ['plural', '(các|những)'],
  ['give', 'giao cho?'],
  ['given', 'được giao (những|các)? (việc|nhiệm vụ) (gì|nào)'],
  ['link', '(mà|và|nhưng)'],
  ['lead', '(chủ trì|làm đầu mối)'],
  ['coordinating', 'phối hợp'],
  ['overdue', '(đã|còn|bị|đang)? (quá|trễ|chậm) thời? hạn'],
  ['soon', '(sắp|gần) (đến|tới|hết) thời? hạn'],
  ['due', 'sẽ? (đến|tới|có|hết)? thời? hạn'],
  ['left', 'chỉ? còn'],
  ['must', '(phải|cần) (xong|hoàn thành|làm)'],
  ['which', '(còn|có)? nợ? (những|các)? (việc|nhiệm vụ) (gì|nào)'],
  ['which', '(phải|cần) làm (những|các)? việc? gì'],
  ['which', '(còn|có) (những|các)? gì'],
  ['which', '(còn|có) bao nhiêu (việc|nhiệm vụ)'],
  ['which', '(những|các)? (việc|nhiệm vụ) (gì|nào)'],
  ['having', 'có (những|các)? (việc|nhiệm vụ)'],
  ['no-deadline', '(còn|vẫn)? (chưa|không) (có|rõ) thời? hạn'],
  ['no-deadline', '(còn|vẫn)? (chưa|không) (ghi|nêu|xác định|ấn định) rõ? thời? hạn'],
  ['no-deadline', 'cần điền hạn'],
  ['review', '(cần|chờ) (xem lại|rà soát)'],
  ['lacking', '(vì|do) (thiếu|chưa có|không có) (ngày|hạn|thời hạn)'],
  ['standing', 'thường xuyên'],
  ['waiting', 'đang? chờ (điều kiện|ý kiến|quyết định|phê duyệt)'],
  ['waiting', 'đang? chờ (cấp trên|trung ương|tỉnh) cho? ý kiến'],
  ['ongoing', 'đang (thực hiện|làm|triển khai)'],
  ['issued', 'được? ban hành'],
  ['batch', 'nạp? (của|trong|ở|từ)? (lượt|đợt) nạp'],
  ['report', 'phải? (báo cáo|trình) (cho|lên)?'],
  ['paper', '(các|những)? văn bản'],
  ['of-notice', 'kết luận'],
  ['shall', '(phải|cần)'],
  ['what', '(những|các)? (việc|nội dung)? gì'],
  ['meeting', 'hội nghị lần? thứ?'],
  ['numbered', 'số'],
  ['before', 'trước'],
  ['after', 'sau'],
  ['from', 'từ'],
  ['until', '(chậm nhất|hết)'],
  ['until', 'đến hết?'],
  ['within', 'vào'],
  ['about', 'về'],
];

/**
 * Types of papers by which a body gives tasks: "chỉ thị của UBND tỉnh về … năm 2024" asks for what it says. A report or a plan is
 * what somebody has to write, and the same words are those of a text.
 */
export const GIVING_TYPES: ReadonlySet<string> = new Set([
  'Kết luận',
  'Thông báo',
  'Chỉ thị',
  'Nghị quyết',
  'Công điện',
]);

/** Words of the patterns by what they fold to. */
const MARKED = new Map<string, Set<string>>();
for (const [, match] of SENTENCE_PATTERNS)
  for (const { exact, folded } of listWords(match)) MARKED.set(folded, (MARKED.get(folded) ?? new Set()).add(exact));

/** True when a word is typed without marks, or with those of the patterns: `isOfPatterns('hán', 'han')` is false. */
export const isOfPatterns = (exact: string, folded: string): boolean =>
  exact === folded || MARKED.get(folded)?.has(exact) === true;

/** A sentence without any of these words asks for no filter: most searches are told by this alone. */
export const CUE_WORDS =
  /(?<![\p{L}\p{N}])(?:han|viec|nhiem|giao|chu tri|phoi hop|xem lai|ra soat|nam (?:\d{4}|ngoai|nay)|20\d\d cua|ban hanh|hoi nghi|phai)(?![\p{L}\p{N}])/u;
