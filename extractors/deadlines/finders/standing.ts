import { foldedPattern } from '../../folded-pattern.js';
import { defineFinder } from '../candidate.js';

// "chi thường xuyên", "giáo dục thường xuyên" name a kind of spending or school; "chưa thường xuyên" is criticism
const NOT_BEFORE =
  /(?<![a-z])(?:chi|chi ngan sach|kinh phi|nguon|von|du toan|giao duc|gdnn-gdtx|dtx|khong|chua|it|duoc|bi|phan bo|dao tao|thu|doanh thu|nhiem vu chi|mua sam|nhiem vu|hoat dong|bao duong|sua chua|bao cao|the thao|tdtt|tap luyen|che do|tinh chat|tro giup|khan cap va)\s+$/u;
// "thường xuyên xảy ra", "thường xuyên có mặt" tell facts
const NOT_AFTER = /^\s+(?:xay ra|bi |gap |thieu|lien tuc bi|cua don vi|ngan sach)/u;

// thường xuyên | thường xuyên, liên tục | một cách thường xuyên
/** A duty without an end. — thường xuyên, liên tục */
export const standing = defineFinder({
  id: 'deadline/standing',
  hints: ['thuong xuyen', 'lien tuc'],
  pattern: foldedPattern(
    'thường xuyên(?:(?:,| và)? liên tục)?|liên tục(?:,| và) thường xuyên|(?:thực hiện|duy trì|tiến hành) liên tục',
  ),
  read: (_groups, { folded }, span) => {
    const isOther =
      NOT_BEFORE.test(folded.slice(Math.max(0, span.start - 24), span.start)) ||
      NOT_AFTER.test(folded.slice(span.end, span.end + 20));
    return isOther ? undefined : { kind: 'standing', confidence: 0.8 };
  },
});
