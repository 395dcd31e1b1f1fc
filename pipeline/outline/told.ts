import { namesBody } from '../../extractors/bodies/names-body.js';
import { STRONG_PAST, TASK_LEAD, TASK_VERB, WORK_VERB } from '../../language/lexicon/section-words.js';
import { splitSentences } from '../../language/writing/clauses.js';

// "…, đã xử phạt 03 cơ sở", "…; còn 12 hộ chưa có nước": a clause of its own goes on telling.
const TELLS_ON = /[,;]\s*(?:(?:và|song|nhưng|nay|hiện)\s+)?(?:đã|đạt|vẫn|còn(?! lại)|chưa|cơ bản|bước đầu)\s/u;
/** Between a body and its verb these say that the verb tells. */
const TELLS_BEFORE = /(?<!\p{L})(?:đã|chưa|vẫn|là|còn|được|bị|mới|không)(?!\p{L})/iu;
/** Characters of the longest subject. */
const SUBJECT_AT_MOST = 180;

const isSubject = (before: string): boolean => namesBody(before.trim(), '') && !TELLS_BEFORE.test(before);

/** True where a sentence begins with a verb of work, or with a body and its verb. */
const opensWithWork = (bare: string): boolean => {
  const verb = WORK_VERB.exec(bare);
  if (verb !== null && verb.index <= SUBJECT_AT_MOST) {
    const before = bare.slice(0, verb.index);
    if (/^[\s"“(-]*$/u.test(before) || isSubject(before)) return true;
  }
  // "Ban Chỉ đạo thực hiện Đề án đã …": a verb that names hold as well counts only where its clause tells nothing.
  const other = TASK_VERB.exec(bare);
  if (other === null || other.index === 0 || other.index > SUBJECT_AT_MOST) return false;
  const clause = bare.slice(other.index).split(/[,;.]/u)[0] ?? '';
  return isSubject(bare.slice(0, other.index)) && !TELLS_BEFORE.test(clause);
};

/**
 * True where the first sentence gives work, so that words of the past behind its verb say of what: "Thu hồi đất đã giao
 * sai.", "Chi bộ Trường học vận động học sinh đã bỏ học trở lại lớp." Not where it goes on telling: "Kiểm tra 12 cơ sở, đã
 * xử phạt 03 cơ sở.", nor beside words that weigh what was reached.
 */
export const beginsWork = (text: string): boolean => {
  const first = splitSentences(text)[0] ?? '';
  const bare = first.trimStart().replace(TASK_LEAD, '').replace(TASK_LEAD, '');
  return opensWithWork(bare) && !TELLS_ON.test(text) && text.match(STRONG_PAST) === null;
};
