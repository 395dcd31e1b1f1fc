import { verbsOf } from '../../../language/lexicon/verbs.js';
import { foldedPattern } from '../../../language/writing/patterns.js';
import { defineFinder } from '../candidate.js';
import { contains, cut, endsWith, type Passage, passageOf, startsWith, surroundingsOf } from '../surroundings.js';

// kiểm định kỹ thuật, quy định kỷ luật: other words that fold alike
const OTHER_WORD = /k[ỹỷý]/iu;
// "phiên họp thường kỳ" names the meeting, "không định kỳ" denies it
const isOfMeeting = endsWith(['không', 'họp']);

const VERBS = [...verbsOf('act'), ...verbsOf('hand-over'), ...verbsOf('work'), ...verbsOf('begins-task')];
const startsWithVerb = startsWith([...VERBS, 'có báo cáo', 'có văn bản']);
const endsInVerb = endsWith([...VERBS, 'giao ban', 'sinh hoạt', 'họp', 'gặp mặt', 'đối thoại']);
/** Who orders names only to whom: "giao Sở Y tế kiểm tra định kỳ". */
const ORDERS = new Set([...verbsOf('assign'), ...verbsOf('order')]);
const hasVerb = contains(VERBS.filter((verb) => !ORDERS.has(verb)));
/** What stands between the rhythm and its act: "định kỳ, đột xuất kiểm tra", "định kỳ và thường xuyên rà soát". */
const PAIRED = /^(?:,| và| hoặc|, hoặc|\s*\/)?\s*(?:đột xuất|thường xuyên|hoặc khi có yêu cầu)[,\s]*/iu;
const isReport = endsWith(['báo cáo', 'thông tin, báo cáo']);
const isNoun = contains(['các', 'những', 'mẫu', 'biểu', 'bản', 'hồ sơ', 'số liệu', 'theo']);

/** The verb at the end and the one that only carries it: "tổ chức giao ban", "thực hiện kiểm tra". */
const LAST_WORDS = /(?:(?<![a-z])(?:to chuc|tien hanh|thuc hien|duy tri)\s+)?(?<!\S)\S+(?:\s+\S+)?\s*$/u;

const lastComma = ({ folded }: Passage): number => Math.max(folded.lastIndexOf(','), folded.lastIndexOf(':')) + 1;

/** The verb before is that of the clause itself: "kiểm tra định kỳ các cơ sở", not "lưu phiếu khám sức khỏe định kỳ". */
const endsInItsVerb = (before: Passage): boolean => {
  const part = cut(before, lastComma(before));
  if (isReport(part)) return !isNoun(cut(part, -40));
  if (!endsInVerb(part)) return false;
  const rest = LAST_WORDS.exec(part.folded)?.index ?? 0;
  return !hasVerb(cut(part, 0, rest));
};

// định kỳ kiểm tra, giám sát | định kỳ, đột xuất rà soát | kiểm tra định kỳ các cơ sở; not: kiểm tra liên ngành định kỳ do …
/** At intervals that are not named, said of the task itself and not inside a name. — định kỳ */
export const periodicUnnamed = defineFinder({
  id: 'deadline/periodic-unnamed',
  hints: ['dinh ky', 'thuong ky'],
  pattern: foldedPattern('định kỳ|thường kỳ'),
  read: (_groups, context, span, quote) => {
    if (OTHER_WORD.test(quote) || isOfMeeting(passageOf(context, span.start - 12, span.start))) return undefined;
    const { before, after } = surroundingsOf(context, span);
    const paired = PAIRED.exec(after.written)?.[0].length ?? 0;
    const isOfTask =
      startsWithVerb(cut(after, paired)) ||
      /^\s*$|[.;:]\s*$/u.test(cut(before, lastComma(before)).folded) ||
      endsInItsVerb(before);
    return isOfTask ? { kind: 'recurring', confidence: 0.8 } : undefined;
  },
});
