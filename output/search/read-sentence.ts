import { foldChars, toNfc } from '../../language/writing/unicode.js';
import type { IsoDate } from '../../schemas/span.js';
import type { Store } from '../store/store.js';
import { describeFilters } from './describe-filter.js';
import type { ReadFilter, Reading } from './request.js';
import { cutSentence, type Step } from './sentence-line.js';
import { Parts } from './sentence-parts.js';
import { CUE_WORDS, GIVING_TYPES } from './sentence-patterns.js';
import type { Part } from './sentence-time-parts.js';
import { tellsIssue } from './sentence-times.js';

/** What a sentence may mean. `unsure`: some of it looks like filters, and may as well be words of a text. */
export interface SentenceReading {
  readonly sure: Reading | null;
  readonly unsure: Reading | null;
}

/** What is read of words that ask for no filter. */
const NO_READING: SentenceReading = { sure: null, unsure: null };
/** Nobody types more in one sentence; a longer text is words. */
const MOST_STEPS = 40;

/** True of a part that may be all that is asked for. */
const mayAsk = ({ asks, filters }: Part): boolean => asks || filters.number !== undefined;

/** Parts with the words that stand between them: from a step to behind another. */
interface Around {
  readonly parts: readonly Part[];
  readonly from: number;
  readonly to: number;
}

/** "việc về giải phóng mặt bằng giao UBND các xã", 'việc "bảo vệ rừng" sắp đến hạn': a topic, and what is asked of it behind it. */
const readTopicFirst = (reader: Parts, steps: readonly Step[], opener: number): Around | undefined => {
  const isQuoted = steps[opener]?.isWall === true;
  const from = isQuoted ? opener : reader.about(opener);
  if (opener === 0 || from === undefined) return undefined;
  for (let to = from + 1; to < steps.length; to++) {
    const parts = reader.chain(to, true);
    if (parts.at(-1)?.end !== steps.length) continue;
    const [first] = parts;
    // In "về nợ quá hạn" the state belongs to the topic; "giao", "của" a body do not.
    const isApart = (isQuoted && to === from + 1) || first?.filters.lead !== undefined || first?.isOwner === true;
    return isApart ? { parts, from, to } : undefined;
  }
  return undefined;
};

/**
 * What is asked for with words in the midst of it: a topic before it, "Sở Y tế phải báo cáo những gì", "chỉ thị của UBND tỉnh về …
 * năm 2024". Undefined for any other sentence.
 */
const readAround = (
  reader: Parts,
  steps: readonly Step[],
  { opener, parts, end, about }: { opener: number; parts: readonly Part[]; end: number; about: number | undefined },
): Around | undefined => {
  const [first, ...more] = parts;
  if (first === undefined) return readTopicFirst(reader, steps, opener);
  if (more.length > 0) return undefined;
  const question = first.filters.body === undefined || first.asks ? undefined : reader.question(end);
  if (question !== undefined) {
    const bound = reader.bound(question.end);
    if ((bound?.end ?? question.end) !== steps.length) return undefined;
    return { parts: bound === undefined ? parts : [first, bound], from: question.from, to: question.to };
  }
  // A kind of paper with whose it is and of when, and what it is about.
  const isPaper = first.filters.issuer !== undefined && GIVING_TYPES.has(first.filters.type ?? '');
  if (!isPaper || opener > 0 || about === undefined || about >= steps.length) return undefined;
  if (tellsIssue(first.filters)) return { parts, from: about, to: steps.length };
  const issue = reader.lastIssue();
  return issue === undefined || issue.start <= about
    ? undefined
    : { parts: [first, issue], from: about, to: issue.start };
};

const toReading = (text: string, steps: readonly Step[], parts: readonly Part[], words: string): Reading => {
  const read = parts.map(({ start, end, filters }): ReadFilter => {
    const [from, to] = [steps[start]?.span.start ?? 0, steps[end - 1]?.span.end ?? 0];
    const labels = describeFilters(filters).map(({ label }) => label);
    return {
      typed: text.slice(from, to),
      start: from,
      end: to,
      filters,
      label: { vi: labels.map(({ vi }) => vi).join(' · '), en: labels.map(({ en }) => en).join(' · ') },
    };
  });
  return { parts: read, filters: Object.assign({}, ...read.map(({ filters }) => filters)), words: words.trim() };
};

/**
 * Reads a plain sentence of a clerk: what it asks for as filters, and the rest as words. Sure only when the parts follow one
 * another from the beginning ("việc của Sở Y tế quá hạn quý 2") to the end, to "về …", a comma or a phrase in quotes: in "nợ
 * quá hạn" the same words belong to another, and to read wrongly is worse than not to read. What is quoted is never read.
 * `readSentence(db, 'kết luận năm 2025 chưa có hạn', today).sure?.filters`.
 */
export const readSentence = (db: Store, words: string, today: IsoDate): SentenceReading => {
  const text = toNfc(words);
  // A number with its symbol has a slash.
  if (!text.includes('/') && !CUE_WORDS.test(foldChars(text))) return NO_READING;
  const steps = cutSentence(text, today);
  if (steps.length === 0 || steps.length > MOST_STEPS) return NO_READING;
  const reader = new Parts(db, steps);
  const opener = reader.opener();
  const parts = reader.chain(opener, opener > 0);
  const end = parts.at(-1)?.end ?? opener;
  const isAsking = parts.some(({ asks, isOwner }) => asks || (opener > 0 && isOwner === true));
  const rest = text.slice(steps[end - 1]?.span.end ?? 0);
  const about = reader.about(end);
  const behind = steps[end];
  // "Sở Nội vụ có việc nào trễ hạn không"
  const isAskedYesOrNo = parts.length > (opener > 0 ? 0 : 1) && end + 1 === steps.length && behind?.exact === 'không';
  const isTold =
    behind === undefined ||
    behind.isWall ||
    (about !== undefined && about < steps.length) ||
    (steps[end - 1]?.endsClause === true && opener > 0) ||
    (behind.time !== null && end + 1 === steps.length && opener > 0) ||
    isAskedYesOrNo;
  if (isAsking && isTold) {
    const left = isAskedYesOrNo ? '' : about === undefined ? rest : text.slice(steps[about - 1]?.span.end ?? 0);
    return { sure: toReading(text, steps, parts, left.replace(/^[\s,;:.?!]+/u, '')), unsure: null };
  }
  const around = readAround(reader, steps, { opener, parts, end, about });
  if (around !== undefined) {
    const words = text.slice(steps[around.from]?.span.start ?? 0, steps[around.to - 1]?.span.end ?? 0);
    return { sure: toReading(text, steps, around.parts, words), unsure: null };
  }
  // Parts at the end of the sentence may be meant so: "chuyển đổi số quá hạn"; and a paper that is named may be the one whose tasks
  // are sought, or one that they cite.
  for (let at = 1; at < steps.length; at++) {
    const last = reader.chain(at, false);
    if (last.at(-1)?.end !== steps.length || !last.some(mayAsk)) continue;
    const before = text.slice(steps[opener]?.span.start ?? 0, steps[at]?.span.start);
    return { sure: null, unsure: toReading(text, steps, last, opener >= at ? '' : before) };
  }
  return parts.some(mayAsk) || isAsking ? { sure: null, unsure: toReading(text, steps, parts, rest) } : NO_READING;
};

/** What is read of the words of a search, unless it asks for plain words. */
export const readWords = (
  db: Store,
  { words, today, plain }: { readonly words: string; readonly today: IsoDate; readonly plain?: boolean },
): SentenceReading => (plain === true ? NO_READING : readSentence(db, words, today));
