import { foldedPattern, foldSource } from '../../language/writing/patterns.js';

/**
 * Anchors that are the day of this very document. A kind that only gives orders (thông báo, công văn) is this one also without
 * "này"; a decision or a plan may as well be another. — ngày ban hành, ngày ký văn bản này
 */
const OWN_DAY = foldedPattern(
  '^(?:khi|ngày|thời điểm|lúc) (?:(?:kết luận|thông báo|nghị quyết|chỉ thị|kế hoạch|công văn|quyết định|văn bản)(?: này)?,? (?:được )?)?(?:ký(?: ban hành)?|ban hành|có thông báo này|hôm nay)(?: (?:(?:kết luận|thông báo|nghị quyết|chỉ thị|kế hoạch|công văn|quyết định|văn bản) này|kết luận|thông báo|công văn|công điện|văn bản))?\\s*$',
  'u',
);
const OTHER_DOCUMENT = foldedPattern(
  '(?:thông báo|nghị quyết|chỉ thị|kế hoạch|công văn|quyết định|văn bản) (?:được |ban hành|ký)',
  'u',
);

/** True for a folded anchor that is the signing or issuing of this document: `isOwnDay('ngay ky van ban nay')`. */
export const isOwnDay = (anchor: string): boolean => OWN_DAY.test(anchor) && !OTHER_DOCUMENT.test(anchor);

/** Words that end an anchor although no mark does: the order goes on. */
const ANCHOR_END = new RegExp(
  `(?<!cua|do|boi|voi|\\s)\\s+(?:${foldSource('phải|hoàn thành|báo cáo|trình|để|và|thì|các|tiến hành|tổ chức|gửi|cơ quan|đơn vị|yêu cầu|đề nghị|có trách nhiệm|xem xét')})(?![a-z0-9]).*$`,
  'su',
);

/** A folded anchor up to where the order goes on: `trimAnchor('ngay ky phai bao cao') === 'ngay ky'`. */
export const trimAnchor = (folded: string): string => folded.replace(ANCHOR_END, '').trimEnd();
