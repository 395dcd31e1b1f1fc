import { findBodies } from '../../extractors/bodies/index.js';
import { OPENS_WITH_TASK, OPENS_WITH_WORK, STRONG_PAST, TASK_LEAD } from '../../language/lexicon/section-words.js';
import { splitSentences } from '../../language/writing/clauses.js';

// "…, đã xử phạt 03 cơ sở", "…; còn 12 hộ chưa có nước": a clause of its own goes on telling.
const TELLS_ON = /[,;]\s*(?:(?:và|song|nhưng|nay|hiện)\s+)?(?:đã|đạt|vẫn|còn(?! lại)|chưa|cơ bản|bước đầu)\s/u;
/** Not where it stands beside another word that says of what: "các dự án chưa triển khai, đã quá hạn". */
const tellsOn = (text: string): boolean => {
  const on = TELLS_ON.exec(text);
  return on !== null && !/(?<!\p{L})(?:đã|chưa|bị|còn)(?!\p{L})/iu.test(text.slice(0, on.index));
};

/** Between a name and its verb these say that the verb tells. */
const TELLS_BEFORE = /(?<!\p{L})(?:đã|chưa|vẫn|là|còn|được|bị|mới|không)(?!\p{L})/iu;
/** Characters of the longest subject. */
const SUBJECT_AT_MOST = 260;
const BETWEEN_NAMES = /^\s*(?:\([^)]{0,80}\)\s*)?(?:[,;]|và|cùng|,\s*và|[,;]\s*cùng)\s*$/u;
/** Names of these go on with a verb: "Ban Chỉ đạo thực hiện Đề án …". */
const NAMED_BY_WORK = /^(?:Ban|Tổ|Tiểu ban|Hội đồng|Đoàn|Nhóm)\s/u;

/** Words of a name that the lists do not know: "Chi bộ *Trường học* vận động …". */
const UNKNOWN_TAIL = /^\s+(?:\p{Lu}\p{L}*|thôn|bản|xóm|ấp|khu|tổ|số)\s+(?:[\p{L}\d]+\s+){0,3}/u;

/** Index behind the bodies that a sentence begins with; 0 where it begins with none. */
const endOfSubject = (bare: string): number => {
  const [first, ...others] = findBodies(bare.slice(0, SUBJECT_AT_MOST), { issuedOn: null });
  if (first === undefined || /\p{L}/u.test(bare.slice(0, first.span.start))) return 0;
  let { end } = first.span;
  for (const { span } of others) {
    if (!BETWEEN_NAMES.test(bare.slice(end, span.start))) break;
    end = span.end;
  }
  return end;
};

/** How a body acts stands before its verb, also of one that no list has: "Bí thư chi bộ *trực tiếp* đối thoại với hộ chưa …". */
const ACTS_SO = /^\s+(?:trực tiếp|khẩn trương|chủ động|kịp thời|tiếp tục|tích cực|thường xuyên)\s(?!đã|được|bị)\p{Ll}/u;

/** A verb right behind a name. */
const isWork = (behind: string, bare: string): boolean =>
  ACTS_SO.test(behind) || OPENS_WITH_WORK.test(behind) || (OPENS_WITH_TASK.test(behind) && !NAMED_BY_WORK.test(bare));

/** True where a sentence begins with a verb of work, or with bodies and their verb. */
const opensWithWork = (bare: string): boolean => {
  if (OPENS_WITH_WORK.test(bare)) return true;
  const end = endOfSubject(bare);
  if (end === 0) return false;
  const rest = bare.slice(end);
  if (isWork(rest, bare)) return true;
  const tail = UNKNOWN_TAIL.exec(rest)?.[0] ?? '';
  return [...tail.matchAll(/\s(?=\p{L})/gu), { index: tail.length }].some(
    ({ index }) => index > 0 && !TELLS_BEFORE.test(rest.slice(0, index)) && isWork(rest.slice(index), bare),
  );
};

/**
 * True where the first sentence gives work, so that words of the past behind its verb say of what: "Thu hồi đất đã giao
 * sai.", "Chi bộ Trường học vận động học sinh đã bỏ học trở lại lớp." Not where it goes on telling: "Kiểm tra 12 cơ sở, đã
 * xử phạt 03 cơ sở.", nor beside words that weigh what was reached.
 */
export const beginsWork = (text: string): boolean => {
  const first = splitSentences(text)[0] ?? '';
  const bare = first.trimStart().replace(TASK_LEAD, '').replace(TASK_LEAD, '');
  return opensWithWork(bare) && !tellsOn(text) && text.match(STRONG_PAST) === null;
};
