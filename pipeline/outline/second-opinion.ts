import { LOOKS_BACK } from '../../language/lexicon/section-words.js';
import { splitSentences } from '../../language/writing/clauses.js';
import { foldChars } from '../../language/writing/unicode.js';
import { approves, countPast, givesTask, listOrders, tellsOnly } from './instructions.js';
import type { Verdict } from './judge.js';

/** Characters in which a sentence that tells of the past says so. */
const HEAD = 60;

/** True where the text says at once that it tells: "Năm 2025, …", "Ủy ban nhân dân tỉnh đã …", "Thống nhất với …". */
const isSurelyTold = (first: string): boolean =>
  approves(first) ||
  LOOKS_BACK.test(foldChars(first.slice(0, HEAD))) ||
  /(?<!\p{L})đã(?!\p{L})/u.test(first.slice(0, HEAD));

/** An item that begins with a verb of work, or orders somebody, whatever of the past it also holds. */
const mayBeItem = (first: string, text: string): boolean =>
  givesTask(first) || splitSentences(text).some((sentence) => listOrders(sentence).some((order) => !order.isTold));

/** Characters in which the subject and its verb stand: what tells behind them is a noun far oftener ("tạo sự thống nhất"). */
const OPENING = 30;

/** A paragraph that nothing says is told; below a title over tasks nothing but its very beginning can say so. */
const mayBeParagraph = (first: string, text: string, part: Verdict['part']): boolean =>
  part === 'tasks' ? !tellsOnly(first.slice(0, OPENING)) : !tellsOnly(first) && countPast(text) === 0;

/**
 * The second threshold: what is neither surely told nor surely a task is a task with a doubt, for a doubt costs a glance
 * and a lost task costs the task. Only what was taken for told is weighed again; openings, titles and assessments by
 * their title are sure. — phân vân thì coi là nhiệm vụ, có ghi chú
 */
export const settleDoubt = (verdict: Verdict, text: string, isNumbered: boolean, begun: boolean): Verdict => {
  const isWeighed = verdict.why === 'judge/tells-past' || verdict.why === 'judge/tells-only';
  if (!isWeighed || !begun) return verdict;
  const first = splitSentences(text)[0] ?? '';
  if (isSurelyTold(first)) return verdict;
  const isBetween = isNumbered
    ? mayBeItem(first, text)
    : mayBeItem(first, text) || mayBeParagraph(first, text, verdict.part);
  return isBetween ? { part: 'tasks', isDirective: true, why: 'judge/in-doubt' } : verdict;
};
