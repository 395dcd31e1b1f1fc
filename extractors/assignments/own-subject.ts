import { AGENT_NOUNS, LONE_AGENT_NOUNS, NO_AGENTS, SURE_AGENT_NOUNS } from '../../language/lexicon/name-words.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { ADVERBS, DRAFTED, HEADS, NOT_HEADS, QUANTITY, startsPredicate } from '../bodies/lexicon.js';
import { AGENTIVE, CONCERNING, DUTIES, OPENERS } from './lexicon.js';
import type { ReadClause } from './read-clauses.js';

/* The subject of an item's own, whether or not a list knows its name: one answer for whoever names it, doubts or asks. */

const AGENTS = buildPhraseSet(AGENT_NOUNS);
const SURE = buildPhraseSet(SURE_AGENT_NOUNS);
const LONE = buildPhraseSet(LONE_AGENT_NOUNS);
const THINGS = buildPhraseSet(NO_AGENTS);

/** Words of the longest name that stands before what its body does, and of the longest row of such names. */
const NAME_WORDS = 14;
const ROW_WORDS = 40;
/** Words of a field in small letters, in which verbs stand as well: "Cục *quản lý chất lượng* …". */
const HEAD_WORDS = 12;

/** A noun for people or their organisations, with the "các" before it. */
interface Agent {
  readonly end: number;
  readonly isPlural: boolean;
  /** True where it names somebody in a title as well: "Các trạm bơm" may be what the items are about, "Các đơn vị" acts. */
  readonly isSure: boolean;
}

/** The noun for people or their organisations at token `at`: "*Các chủ rừng*", "*Cơ quan* chủ trì"; undefined where none is. */
export const readAgent = (tokens: readonly Token[], at: number): Agent | undefined => {
  const quantity = matchPhrase(QUANTITY, tokens, at);
  const from = quantity?.end ?? at;
  const noun = matchPhrase(AGENTS, tokens, from);
  if (noun === undefined) return undefined;
  const refused = Math.max(
    matchPhrase(THINGS, tokens, from)?.end ?? 0,
    quantity === undefined ? (matchPhrase(NOT_HEADS, tokens, from)?.end ?? 0) : 0,
  );
  if (refused >= noun.end) return undefined;
  const sure = matchPhrase(quantity === undefined ? LONE : SURE, tokens, from);
  return { end: noun.end, isPlural: quantity !== undefined, isSure: sure !== undefined };
};

// "Cơ quan thẩm định …, nếu chậm trễ *thì* phải …": what follows is a rule of when, and its subject stands elsewhere.
const CONDITIONS = new Set(['thì', 'nếu']);
// Behind these something else than the name begins: "*khi* được hỏi", "*trong* phạm vi …".
const INTERPOSED = new Set(['khi', 'trong', 'căn', 'theo', 'trên']);

/**
 * End of the subject that is told its duty in words that only people are told with: "*Cơ quan thẩm định văn bản* phải …",
 * "*Chủ bến, thuyền trưởng* có trách nhiệm …"; undefined where none stands at `from`.
 */
export const endOfObliged = (tokens: readonly Token[], from: number, to: number): number | undefined => {
  const agent = tokens[from]?.isCapital === true ? readAgent(tokens, from) : undefined;
  if (agent === undefined) return undefined;
  let end: number | undefined;
  let isBracketed = false;
  for (let i = agent.end; i < Math.min(to, from + ROW_WORDS); i++) {
    const key = tokens[i]?.key ?? '';
    if (key === '(' || key === ')') {
      isBracketed = key === '(';
      if (isBracketed) end ??= i;
      continue;
    }
    if (isBracketed) continue;
    if (key === ':' || key === ';' || key === '.' || CONDITIONS.has(key)) return undefined;
    const duty = matchPhrase(DUTIES, tokens, i);
    if (duty !== undefined && (agent.isSure || duty.end - i > 1)) return trimMarks(tokens, end ?? i);
    // "Trưởng các thôn *tổ chức thu gom rác*, chịu trách nhiệm …": of a noun that is not sure, the first act is the predicate.
    if (!agent.isSure && startsPredicate(tokens, i)) return undefined;
    if (INTERPOSED.has(key)) end ??= i;
  }
  return undefined;
};

const trimMarks = (tokens: readonly Token[], end: number): number => (tokens[end - 1]?.key === ',' ? end - 1 : end);

/** "*Cơ quan, đơn vị* trường học báo cáo …": nouns for organisations in a row, which nothing but a subject begins with. */
const opensRow = (tokens: readonly Token[], from: number): boolean => {
  const first = matchPhrase(LONE, tokens, from);
  return (
    first !== undefined && tokens[first.end]?.key === ',' && matchPhrase(LONE, tokens, first.end + 1) !== undefined
  );
};

/** True when an act stands within the words of one name. */
export const actsSoon = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, Math.min(to, from + NAME_WORDS)).some((_word, i) => startsPredicate(tokens, from + i));

/** True when a clause that names no body known to us has a subject all the same: words before "chủ trì", "có trách nhiệm". */
export const hasOwnSubject = (tokens: readonly Token[], { clause, opening }: ReadClause): boolean => {
  const { from, to } = clause;
  if (opening.form !== 'none' || tokens[from]?.isCapital !== true || startsPredicate(tokens, from)) return false;
  if (endOfObliged(tokens, from, to) !== undefined) return true;
  if (matchPhrase(OPENERS, tokens, from) !== undefined && matchPhrase(CONCERNING, tokens, from) === undefined)
    return false;
  // "Các siêu thị, chợ đầu mối *dự trữ* hàng hóa": in the plural those who act are told from things by what the lists know.
  // "Từng bước áp dụng", "Mỗi năm tổ chức" name nobody.
  const plural = /^(?:các|những|mọi)$/u.test(tokens[from].key) ? matchPhrase(QUANTITY, tokens, from) : undefined;
  const mayAct = plural !== undefined && matchPhrase(THINGS, tokens, plural.end) === undefined;
  if (plural === undefined && opensRow(tokens, from) && actsSoon(tokens, from, to)) return true;
  if (plural === undefined && matchPhrase(DRAFTED, tokens, from) !== undefined) return false;
  const head = matchPhrase(HEADS, tokens, from);
  const isHead = head !== undefined && (matchPhrase(NOT_HEADS, tokens, from)?.end ?? 0) < head.end;
  let capitals = 1;
  for (let i = from + 1; i < Math.min(to, from + (isHead ? NAME_WORDS + 6 : NAME_WORDS)); i++) {
    if (matchPhrase(AGENTIVE, tokens, i) !== undefined) return true;
    // "Ban Gác đền Cửa Ngàn mở sổ …": two capitals before the verb are a name's.
    // "Cục quản lý chất lượng thú y *sớm* hoàn thiện …": a known kind of body, its field in small letters.
    const opensAct = matchPhrase(ADVERBS, tokens, i) !== undefined;
    if (isHead && opensAct && i > head.end) return true;
    if (startsPredicate(tokens, i)) {
      if (isHead && capitals === 1 && i < from + HEAD_WORDS) continue;
      return capitals > 1 || (mayAct && i > plural.end);
    }
    // "Đảng ủy Ủy ban Mặt trận T, ô quốc …": a body begins there, though its name is broken.
    if (mayAct && tokens[i]?.key === ',') continue;
    if (tokens[i]?.kind === 'mark') return capitals > 1 && matchPhrase(HEADS, tokens, from) !== undefined;
    if (tokens[i]?.isCapital === true) capitals += 1;
  }
  return false;
};

/** True for a noun of what is no agent: "*Đề án* …", "*các văn bản* …". */
export const isThing = (tokens: readonly Token[], at: number): boolean =>
  matchPhrase(THINGS, tokens, matchPhrase(QUANTITY, tokens, at)?.end ?? at) !== undefined;

/** What may begin a name in mid-sentence: a capital, "các", a noun for people. */
export const mayBeName = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.isCapital === true ||
  matchPhrase(QUANTITY, tokens, at) !== undefined ||
  matchPhrase(AGENTS, tokens, at) !== undefined;

/** True when a noun for people or the head of a known kind of body stands at the head of an item, past its "các". */
export const opensWithAgent = (tokens: readonly Token[], at: number): boolean => {
  const start = matchPhrase(QUANTITY, tokens, at)?.end ?? at;
  return (matchPhrase(AGENTS, tokens, start) ?? matchPhrase(HEADS, tokens, start)) !== undefined;
};
