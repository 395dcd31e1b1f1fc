import { NAMED_AS_CONTINUOUS } from '../../../language/lexicon/time-words.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';
import { endsWith, passageOf } from '../surroundings.js';

const isOtherBefore = endsWith(NAMED_AS_CONTINUOUS);
// "thường xuyên xảy ra", "thường xuyên gặp" tell facts; "chưa được quan tâm thường xuyên" is criticism
const NOT_AFTER = /^\s+(?:xay ra|bi |gap |thieu|cua don vi|ngan sach)/u;
const CRITICISM = /(?<![\p{L}\p{M}])(?:chưa|không)\s+(?:[\p{L}\p{M}]+\s+){0,4}$/iu;

// thường xuyên | thường xuyên, liên tục | một cách thường xuyên
/** A duty without an end. — thường xuyên, liên tục */
export const standing = defineFinder({
  id: 'deadline/standing',
  hints: ['thuong xuyen', 'lien tuc'],
  pattern: foldedPattern(
    'thường xuyên(?:(?:,| và)? liên tục)?|liên tục(?:,| và) thường xuyên|(?:thực hiện|duy trì|tiến hành) liên tục',
  ),
  read: (_groups, context, { start, end }) => {
    const before = passageOf(context, start - 40, start);
    const isOther =
      isOtherBefore(before) || CRITICISM.test(before.written) || NOT_AFTER.test(context.folded.slice(end, end + 20));
    return isOther ? undefined : { kind: 'standing', confidence: 0.8 };
  },
});
