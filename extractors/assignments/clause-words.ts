import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { fold } from '../../language/writing/unicode.js';
import { startsPredicate } from '../bodies/lexicon.js';
import { FOLDED_PREDICATES, NOUNS_BEFORE } from './lexicon.js';

// cần, phải, sẽ and đã as scans lose their marks; believed only right before a verb.
const DAMAGED_ADVERBS = new Set(['can', 'phai', 'se', 'da', 'cân', 'dã', 'tiep', 'tiêp']);

/** True when what a subject does begins at `at`, past a comma or a damaged little word ("các sở *can* tập trung"). */
export const isFollowed = (tokens: readonly Token[], at: number, to: number): boolean => {
  const from = tokens[at]?.key === ',' ? at + 1 : at;
  if (from >= to) return false;
  // "Phòng Hành chính, *Lưu trữ* thuộc …": behind a comma no act has a capital; a name goes on.
  if (from > at && tokens[from]?.isCapital === true) return false;
  if (startsPredicate(tokens, from)) return true;
  const word = tokens[from];
  return word !== undefined && DAMAGED_ADVERBS.has(word.key) && from + 1 < to && startsPredicate(tokens, from + 1);
};

/** Words of the longest phrase that opens a predicate. */
const PREDICATE_WORDS = 5;

/**
 * True when a predicate of two words or more begins at `at`, also one that lost marks or tones: "Khân trương", "Đây mạnh".
 * Only to doubt by: that nobody is named, that a name was cut.
 */
export const mayStartPredicate = (tokens: readonly Token[], at: number): boolean =>
  startsPredicate(tokens, at) ||
  matchPhrase(
    FOLDED_PREDICATES,
    tokens.slice(at, at + PREDICATE_WORDS).map((token) => ({ ...token, key: fold(token.key) })),
    0,
  ) !== undefined;

// Before "giao": thu *hồi*, *đất*, *rừng*, tài *sản*, and what was given before, *đã* giao.
const HANDED_OVER = new Set(['hồi', 'đất', 'rừng', 'sản', 'đã']);

/** True when the words before a marker make it a thing: "công tác *phối hợp*", "ý kiến *chỉ đạo*". */
export const isNoun = (tokens: readonly Token[], at: number): boolean => {
  const before = tokens[at - 1];
  // "diện tích đã thu hồi *giao* chủ đầu tư": what is handed over there is the land, no task.
  if (tokens[at]?.key === 'giao' && HANDED_OVER.has(before?.key ?? '')) return true;
  // "có văn bản *báo cáo* Ủy ban nhân dân" is an act, "bản báo cáo" a thing.
  if (before?.key === 'bản' && tokens[at - 2]?.key === 'văn' && /^(?:báo|gửi)$/u.test(tokens[at]?.key ?? ''))
    return false;
  // Behind a comma "lãnh đạo Ủy ban" are people; the verb has its subject or adverb before it.
  if (before?.key === ',' && tokens[at]?.key === 'lãnh' && tokens[at + 2]?.key !== ',') return true;
  return before !== undefined && before.kind === 'word' && NOUNS_BEFORE.has(before.key);
};
