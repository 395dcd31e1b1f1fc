import { namesBody } from '../../extractors/bodies/names-body.js';
import { STRONG_PAST, TASK_LEAD, WORK_VERB } from '../../language/lexicon/section-words.js';
import { splitSentences } from '../../language/writing/clauses.js';

// "…, đã xử phạt 03 cơ sở", "…; còn 12 hộ chưa có nước": a clause of its own goes on telling.
const TELLS_ON = /[,;]\s*(?:(?:và|song|nhưng|nay|hiện)\s+)?(?:đã|đạt|vẫn|còn(?! lại)|chưa|cơ bản|bước đầu)\s/u;
/** Between a body and its verb these say that the verb tells. */
const TELLS_BEFORE = /(?<!\p{L})(?:đã|chưa|vẫn|là|còn|được|bị|mới|không)(?!\p{L})/iu;
/** Characters of the longest subject. */
const SUBJECT_AT_MOST = 180;

/** Index of the verb of work that a sentence begins with, or that follows the body it begins with; undefined without one. */
const findWork = (bare: string): number | undefined => {
  const verb = WORK_VERB.exec(bare);
  if (verb === null || verb.index > SUBJECT_AT_MOST) return undefined;
  const before = bare.slice(0, verb.index);
  if (/^[\s"“(-]*$/u.test(before)) return verb.index;
  return namesBody(before.trim(), '') && !TELLS_BEFORE.test(before) ? verb.index : undefined;
};

/**
 * True where the first sentence gives work, so that words of the past behind its verb say of what: "Thu hồi đất đã giao
 * sai.", "Chi bộ Trường học vận động học sinh đã bỏ học trở lại lớp." Not where it goes on telling: "Kiểm tra 12 cơ sở, đã
 * xử phạt 03 cơ sở.", nor beside words that weigh what was reached.
 */
export const beginsWork = (text: string): boolean => {
  const first = splitSentences(text)[0] ?? '';
  const bare = first.trimStart().replace(TASK_LEAD, '').replace(TASK_LEAD, '');
  if (findWork(bare) === undefined) return false;
  return !TELLS_ON.test(text) && text.match(STRONG_PAST) === null;
};
