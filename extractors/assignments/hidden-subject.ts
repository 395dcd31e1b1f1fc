import { THEME_OPENINGS } from '../../language/lexicon/introducing-words.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { ASSIGN, COMPOUNDS } from '../bodies/lexicon.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import { mayStartPredicate } from './clause-words.js';
import { AGENTIVE, OPENERS } from './lexicon.js';
import { hasOwnSubject, mayBeName, opensWithAgent } from './own-subject.js';
import type { ReadClause } from './read-clauses.js';

/**
 * Whether a text of which no body was read may name somebody all the same. no: it begins with what is to be done and hands
 * nothing to anybody; maybe: it begins with words that are no act; likely: these words are like a name, or it assigns.
 */
export type Hiding = 'no' | 'maybe' | 'likely';

const THEMES = buildPhraseSet(THEME_OPENINGS);

/** "giao *Trại giống* …": an order, at the head of a clause or behind a mark, before what may be a name. */
const assignsAt = (tokens: readonly Token[], at: number, from: number): boolean => {
  const words = matchPhrase(COMPOUNDS, tokens, at) === undefined ? matchPhrase(ASSIGN, tokens, at) : undefined;
  if (words === undefined) return false;
  // "Yêu cầu tập trung thực hiện …" orders, and names nobody.
  if (at === from) return !mayStartPredicate(tokens, words.end);
  return tokens[at - 1]?.kind === 'mark' && mayBeName(tokens, words.end);
};

/** "… *chủ trì* rà soát", "… *có trách nhiệm*"; "một cơ quan chủ trì" tells of a rule, and "cơ quan có trách nhiệm" of a kind. */
const actsAt = (tokens: readonly Token[], at: number): boolean =>
  matchPhrase(AGENTIVE, tokens, at) !== undefined && !/^(?:quan|vị|mối)$/u.test(tokens[at - 1]?.key ?? '');

/** "giao …", "… chủ trì", "… có trách nhiệm": somebody is told, or acts, whose name was not read. */
const tellsSomebody = (tokens: readonly Token[], { from, to }: ReadClause['clause']): boolean => {
  for (let i = from; i < to; i++) if (assignsAt(tokens, i, from) || actsAt(tokens, i)) return true;
  return false;
};

/** Two capitals side by side before the first mark: "Trại giống *Ao Sen*"; a line in capitals tells nothing. */
const looksNamed = (tokens: readonly Token[], { from, to }: ReadClause['clause']): boolean => {
  for (let i = from + 1; i < to && tokens[i]?.kind !== 'mark'; i++)
    if (tokens[i]?.isCapital === true && tokens[i]?.isAllCapital === false && tokens[i - 1]?.isCapital === true)
      return true;
  return false;
};

/** "Trong giai đoạn tới, *tập trung* …": behind the comma of an adverbial the work begins. */
const actsBehindAdverbial = (tokens: readonly Token[], { from, to }: ReadClause['clause']): boolean => {
  if (matchPhrase(OPENERS, tokens, from) === undefined) return false;
  for (let i = from + 1; i < to; i++) if (tokens[i]?.key === ',') return mayStartPredicate(tokens, i + 1);
  return false;
};

const beginsWithWork = (tokens: readonly Token[], clause: ReadClause['clause']): boolean =>
  mayStartPredicate(tokens, clause.from) ||
  matchPhrase(THEMES, tokens, clause.from) !== undefined ||
  actsBehindAdverbial(tokens, clause);

/** Token behind an enumerator that was misread, "1 Đổi mới", "Š. Tập trung": a number or a single sign, and its dot. */
const skipMisread = (tokens: readonly Token[], from: number): number => {
  const isSign = tokens[from]?.kind === 'number' || tokens[from]?.text.length === 1;
  if (!isSign) return from;
  return /^[.)-]$/u.test(tokens[from + 1]?.key ?? '') ? from + 2 : from + 1;
};

/** Tells whether a text of which nobody was read may hide a name. — chủ thể chưa đọc được */
export const judgeHiding = (tokens: readonly Token[], clauses: readonly ReadClause[]): Hiding => {
  const [first] = clauses;
  if (first === undefined) return 'no';
  if (clauses.some(({ clause }) => tellsSomebody(tokens, clause))) return 'likely';
  if (clauses.some((one) => one !== first && hasOwnSubject(tokens, one))) return 'likely';
  const clause = { ...first.clause, from: skipMisread(tokens, first.clause.from) };
  if (beginsWithWork(tokens, clause)) return 'no';
  // "Ban Chấp hành Đảng bộ tỉnh quyết nghị …:" was read, and only decides.
  if (parseBodyList(tokens, clause.from) !== undefined) return 'maybe';
  return opensWithAgent(tokens, clause.from) || looksNamed(tokens, clause) ? 'likely' : 'maybe';
};
