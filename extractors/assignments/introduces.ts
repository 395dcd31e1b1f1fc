import { GROUND_OPENINGS, INTRODUCING_WORDS, THEME_OPENINGS } from '../../language/lexicon/introducing-words.js';
import { verbsOf } from '../../language/lexicon/verbs.js';
import type { Clause } from '../../language/writing/clauses.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { ASSIGN, isNameStop, startsPredicate } from '../bodies/lexicon.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import { CONCERNING } from './lexicon.js';
import type { ReadClause } from './read-clauses.js';

const INTRODUCING = buildPhraseSet(INTRODUCING_WORDS);
const ANNOUNCING_ACTS = buildPhraseSet(() => verbsOf('introduce'));
const THEMES = buildPhraseSet(THEME_OPENINGS);
const GROUNDS = buildPhraseSet(GROUND_OPENINGS);
const OBLIGES = new Set(['cần', 'phải']);
// "Xác định chuyển đổi số *là* nhiệm vụ trọng tâm" is an order, "Xây dựng nông thôn mới *là* …" a statement.
const TAKES_FOR = new Set(['xác định', 'coi', 'xem']);

const endOf = (tokens: readonly Token[], { from, to }: Clause): number => {
  let end = to;
  while (end > from && tokens[end - 1]?.kind === 'mark' && tokens[end - 1]?.key !== ':') end -= 1;
  return tokens[end - 1]?.key === ':' ? end - 1 : -1;
};

const PARTNERS_BEHIND = buildPhraseSet(['phối hợp với', 'phối hợp cùng', 'cùng với', 'phối hợp cùng với']);
// Small words inside names of partners: "các đơn vị *có* liên quan *của* các Bộ".
const INSIDE_NAMES = new Set(['có', 'của', 'các', 'thuộc', 'tại', 'trong', 'và']);

/** Token behind the partners named from `at`, known or not: no act and no purpose stands there; `at` where one does. */
const skipPartners = (tokens: readonly Token[], at: number, to: number): number => {
  const link = matchPhrase(PARTNERS_BEHIND, tokens, at);
  if (link === undefined) return at;
  let i = link.end;
  for (; i < to; i++) {
    const word = tokens[i];
    if (word === undefined || (word.kind === 'mark' && !/^[,:()-]$/u.test(word.key))) return at;
    if (matchPhrase(INTRODUCING, tokens, i) !== undefined && matchPhrase(ANNOUNCING_ACTS, tokens, i) !== undefined)
      break;
    if (
      word.isCapital === false &&
      !INSIDE_NAMES.has(word.key) &&
      (isNameStop(word) || (tokens[i - 1]?.isCapital === false && startsPredicate(tokens, i)))
    )
      return at;
  }
  return i;
};

/** True when nothing stands between two tokens but names and words that announce: "chỉ đạo các sở thực hiện các việc sau". */
const onlyIntroduces = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; ) {
    const phrase = matchPhrase(INTRODUCING, tokens, i) ?? matchPhrase(ASSIGN, tokens, i);
    // "các phòng, ban" begins like "các nhiệm vụ sau": what reaches further is meant.
    const names = parseBodyList(tokens, i, { takesPlaces: true, takesSemicolons: true });
    const isSmall = tokens[i]?.kind === 'number' || /^[,“”"’'()]$/u.test(tokens[i]?.key ?? '');
    const partners = skipPartners(tokens, i, to);
    const next = Math.max(phrase?.end ?? i, names?.to ?? i, partners, isSmall ? i + 1 : i);
    if (next <= i || next > to) return false;
    i = next;
  }
  return true;
};

/** "Để hoàn thành kế hoạch, …", "Thực hiện Công văn số 5, …": why or on what ground, before an order. */
const opensGround = (tokens: readonly Token[], { from, to }: Clause): boolean => {
  if (matchPhrase(GROUNDS, tokens, from) !== undefined) return true;
  if (tokens[from]?.key !== 'thực' || tokens[from + 1]?.key !== 'hiện') return false;
  return tokens.slice(from, to).some(({ key }, i, words) => key === 'số' && words[i + 1]?.kind === 'number');
};

const isBareTime = ({ deadlines }: ReadClause): boolean => deadlines.every(({ kind }) => kind === 'standing');

/** A sentence before the one with the colon that orders nothing: a ground, a statement. In doubt it orders. */
const isGround = (tokens: readonly Token[], { clause, opening, marked, deadlines }: ReadClause): boolean => {
  if (opening.form !== 'none' || marked.length > 0 || deadlines.length > 0) return false;
  if (opensGround(tokens, clause)) return true;
  const words = tokens.slice(clause.from, clause.to).map((token) => token.key);
  if (words.some((word) => OBLIGES.has(word))) return false;
  const isTaken = TAKES_FOR.has(words[0] ?? '') || TAKES_FOR.has(words.slice(0, 2).join(' '));
  return words.includes('là') ? !isTaken : !startsPredicate(tokens, clause.from);
};

/**
 * True for a text that does nothing but lead over to the items below it: it tells who, ends in a colon, and says neither
 * what nor by when. A text with a task of its own before the colon, or with a time, does not: in doubt it is a task.
 *
 * "1. Đảng ủy xã chỉ đạo:", "Để kịp thời vụ, Huyện ủy yêu cầu các xã thực hiện các việc sau:" — câu dẫn
 */
export const introduces = (tokens: readonly Token[], clauses: readonly ReadClause[]): boolean => {
  const last = clauses.at(-1);
  if (last === undefined || !clauses.every(isBareTime)) return false;
  const { clause, opening } = last;
  const end = endOf(tokens, clause);
  if (end === -1 || !clauses.slice(0, -1).every((one) => isGround(tokens, one))) return false;
  if (opening.form === 'none') return onlyIntroduces(tokens, clause.from, end);
  const names = opening.asker[0] ?? opening.bodies[0];
  const isLedIn =
    opensGround(tokens, clause) ||
    matchPhrase(CONCERNING, tokens, clause.from) !== undefined ||
    onlyIntroduces(tokens, clause.from, names?.from ?? clause.from);
  return isLedIn && onlyIntroduces(tokens, opening.to, end);
};

/** True where a duty or an order stands behind the theme: "… *phải* đi trước", "Về lâu dài, *rà soát* …". */
const orders = (tokens: readonly Token[], { from, to }: Clause): boolean =>
  tokens
    .slice(from, to)
    .some(({ key }, i) => OBLIGES.has(key) || (key === ',' && startsPredicate(tokens, from + i + 1)));

/** True for a title with a colon that names a theme and orders nobody: "Về công tác cán bộ:". — đề mục */
export const namesTheme = (tokens: readonly Token[], clauses: readonly ReadClause[]): boolean => {
  const [only, more] = clauses;
  if (only === undefined || more !== undefined || only.opening.form !== 'none' || !isBareTime(only)) return false;
  return (
    endOf(tokens, only.clause) !== -1 &&
    matchPhrase(THEMES, tokens, only.clause.from) !== undefined &&
    !only.marked.some(({ isAssigned }) => isAssigned) &&
    !orders(tokens, only.clause)
  );
};
