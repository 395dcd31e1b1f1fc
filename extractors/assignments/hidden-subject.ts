import { THEME_OPENINGS } from '../../language/lexicon/introducing-words.js';
import { AGENT_NOUNS } from '../../language/lexicon/name-words.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { COMPOUNDS, HEADS } from '../bodies/lexicon.js';
import { mayStartPredicate } from './clause-words.js';
import { hasOwnSubject } from './doubts.js';
import { AGENTIVE, ASSIGN, OPENERS } from './lexicon.js';
import type { ReadClause } from './read-clauses.js';

/**
 * Whether a text of which no body was read may name somebody all the same. no: it begins with what is to be done and hands
 * nothing to anybody; maybe: it begins with words that are no act; likely: these words are like a name, or it assigns.
 */
export type Hiding = 'no' | 'maybe' | 'likely';

const THEMES = buildPhraseSet(THEME_OPENINGS);
const AGENTS = buildPhraseSet(AGENT_NOUNS);

/** "giao …", "… chủ trì", "… có trách nhiệm": somebody is told, or acts, whose name was not read. */
const tellsSomebody = (tokens: readonly Token[], { from, to }: ReadClause['clause']): boolean => {
  for (let i = from; i < to; i++) {
    const words = matchPhrase(ASSIGN, tokens, i) ?? matchPhrase(AGENTIVE, tokens, i);
    // "yêu cầu" is a noun as often: behind a noun or a preposition it orders nobody.
    const isAct = i === from || tokens[i - 1]?.kind === 'mark' || matchPhrase(AGENTIVE, tokens, i) !== undefined;
    if (words !== undefined && isAct && matchPhrase(COMPOUNDS, tokens, i) === undefined) return true;
  }
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

/** Tells whether a text of which nobody was read may hide a name. — chủ thể chưa đọc được */
export const judgeHiding = (tokens: readonly Token[], clauses: readonly ReadClause[]): Hiding => {
  const [first] = clauses;
  if (first === undefined) return 'no';
  if (clauses.some(({ clause }) => tellsSomebody(tokens, clause))) return 'likely';
  if (clauses.some((one) => one !== first && hasOwnSubject(tokens, one))) return 'likely';
  const { clause } = first;
  if (beginsWithWork(tokens, clause)) return 'no';
  const isAgent = matchPhrase(AGENTS, tokens, clause.from) ?? matchPhrase(HEADS, tokens, clause.from);
  return isAgent !== undefined || looksNamed(tokens, clause) ? 'likely' : 'maybe';
};
