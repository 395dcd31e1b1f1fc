import { NAMED_AS_CONTINUOUS } from '../../../language/lexicon/time-words.js';
import { verbsOf } from '../../../language/lexicon/verbs.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import type { Span } from '../../../schemas/span.js';
import { type DeadlineContext, defineFinder } from '../candidate.js';
import { contains, cut, endsWith, passageOf, startsWith, surroundingsOf } from '../surroundings.js';

const isOtherBefore = endsWith(NAMED_AS_CONTINUOUS);
// "thường xuyên xảy ra", "thường xuyên gặp" tell facts; "chưa được quan tâm thường xuyên" is criticism
const NOT_AFTER = /^\s+(?:xay ra|bi |gap |thieu|cua don vi|ngan sach|di qua|qua lai|ra vao|lui toi)/u;
const CRITICISM = /(?<![\p{L}\p{M}])(?:chưa|không)\s+(?:[\p{L}\p{M}]+\s+){0,4}$/iu;

const VERBS = [...verbsOf('act'), ...verbsOf('work'), ...verbsOf('begins-task')];
const startsWithVerb = startsWith([...VERBS, 'và', 'hơn', 'việc', 'công tác', 'các']);
const hasVerb = contains(VERBS);
const endsInVerb = endsWith(VERBS);

/** It tells what others do, inside what the verb before is about: "kiểm soát các xe thường xuyên đi qua". */
const tellsOfOthers = (context: DeadlineContext, span: Span): boolean => {
  const { before, after } = surroundingsOf(context, span);
  const part = cut(before, before.folded.lastIndexOf(',') + 1);
  return /^\s+[a-z]/u.test(after.folded) && !startsWithVerb(after) && hasVerb(part) && !endsInVerb(part);
};

// thường xuyên | thường xuyên, liên tục | một cách thường xuyên
/** A duty without an end. — thường xuyên, liên tục */
export const standing = defineFinder({
  id: 'deadline/standing',
  hints: ['thuong xuyen', 'lien tuc'],
  pattern: foldedPattern(
    'thường xuyên(?:(?:,| và)? liên tục)?|liên tục(?:,| và) thường xuyên|(?:thực hiện|duy trì|tiến hành) liên tục',
  ),
  read: (_groups, context, span) => {
    const { start, end } = span;
    const before = passageOf(context, start - 40, start);
    const isOther =
      isOtherBefore(before) ||
      CRITICISM.test(before.written) ||
      NOT_AFTER.test(context.folded.slice(end, end + 20)) ||
      tellsOfOthers(context, span);
    return isOther ? undefined : { kind: 'standing', confidence: 0.8 };
  },
});
