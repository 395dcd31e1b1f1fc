import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { NOT_A_MARK } from '../bodies/group-tail.js';
import { DRAFTED, isNameStop, NAMELIKE, startsPredicate, TAILS } from '../bodies/lexicon.js';
import type { ParsedBody } from '../bodies/parsed.js';
import { isFollowed, isNoun, mayStartPredicate } from './clause-words.js';
import { OPENERS } from './lexicon.js';
import { isThing, mayBeName } from './own-subject.js';
import type { ReadClause } from './read-clauses.js';
import type { Marked } from './read-marked.js';

/*
 * What no part of a reading claims. Behind the names of a clause stands what they do, a mark, or a small word that leads
 * away from them. Whatever else stands there, an unknown word, one more name behind a comma, is claimed by nobody: the
 * name or the row of names may go on with it. One check for every kind of name, where lists of what names hold end.
 */

/** Small words that tie more words to a name: "các phòng Giáo dục *các* huyện", "trường *có* lớp chuyên". */
const TIES = new Set(['các', 'những', 'của', 'thuộc', 'có']);
const JOINS = new Set([',', 'và', '-', '&', '+', '/']);
/** How far behind an unknown word the predicate stands that makes it a part of the name. */
const SOON = [1, 2, 3, 4, 5, 6];

/** Token behind a bracket that opens at `at`; `at` where none does. */
const skipBracket = (tokens: readonly Token[], at: number, to: number): number => {
  if (tokens[at]?.key !== '(') return at;
  for (let i = at + 1; i < to; i++) if (tokens[i]?.key === ')') return i + 1;
  return at;
};

/** True when what stands at `at` leads away from the names before it: an act, a time, a place, a ground. */
const leadsAway = (tokens: readonly Token[], at: number, to: number): boolean => {
  const word = tokens[at];
  if (word === undefined || at >= to || word.kind === 'number') return true;
  if (isFollowed(tokens, at, to) || mayStartPredicate(tokens, at)) return true;
  // "yêu cầu các đơn vị *có biện pháp* khắc phục": what they are to have.
  if (word.key === 'có' && NOT_A_MARK.has(tokens[at + 1]?.key ?? '')) return true;
  if (TIES.has(word.key)) return false;
  const isKnown = [OPENERS, NAMELIKE].some((words) => matchPhrase(words, tokens, at) !== undefined);
  // "các bộ, ngành*, liên quan*": a misprinted comma before what narrows the group.
  const isTail = tokens[at - 1]?.key === ',' && matchPhrase(TAILS, tokens, at) !== undefined;
  return isNameStop(word) || isTail || (isKnown && !word.isCapital);
};

/** A capital that neither leads away nor begins the name of a thing: one more name of a row. */
const beginsName = (tokens: readonly Token[], at: number, to: number): boolean =>
  tokens[at]?.isCapital === true && !leadsAway(tokens, at, to) && !isThing(tokens, at);

/** "các sở QHKT*, Xây dựng*": in the middle of a sentence a capital behind a comma begins a name, also where it is a verb's. */
const isNamedNext = (tokens: readonly Token[], at: number, to: number): boolean => {
  const word = tokens[at];
  const isOther = word?.kind !== 'word' || !word.isCapital || word.isAllCapital || at >= to;
  return !isOther && !isThing(tokens, at) && matchPhrase(DRAFTED, tokens, at) === undefined;
};

/**
 * "giao Cục Nghiệp vụ *Quản lý thị trường*": in mid-sentence no act begins with a capital right behind a name; behind a subject
 * it may, where a heading lost its line break.
 */
const isRest = (tokens: readonly Token[], at: number, to: number): boolean =>
  tokens[at - 1]?.kind === 'word' && isNamedNext(tokens, at, to) && !isActBelow(tokens, at);

/** "Giao Sở A | *Khẩn trương* rà soát": a verb that no name holds begins the line below a title. */
const isActBelow = (tokens: readonly Token[], at: number): boolean =>
  startsPredicate(tokens, at) && matchPhrase(NAMELIKE, tokens, at) === undefined;

/** A capital, "các", a noun for people: what a row of names goes on with, and no thing that is handed over. */
const mayGoOn = (tokens: readonly Token[], at: number): boolean => mayBeName(tokens, at) && !isThing(tokens, at);

/** Behind who is told or acts: a further name, a word that ties, or an unknown word with the predicate soon behind it. */
const isLeft = (tokens: readonly Token[], at: number, to: number, isTold: boolean): boolean => {
  const word = tokens[at];
  if (isTold && isRest(tokens, at, to)) return true;
  if (word === undefined || at >= to || leadsAway(tokens, at, to)) return false;
  if (JOINS.has(word.key))
    return isNamedNext(tokens, at + 1, to) || (!leadsAway(tokens, at + 1, to) && mayGoOn(tokens, at + 1));
  // "các Bộ*: Quốc phòng, Ngoại giao* theo dõi …"
  if (word.key === ':' && at + 1 < to) return beginsName(tokens, at + 1, to);
  if (word.kind === 'mark') return false;
  if (word.isCapital || TIES.has(word.key)) return !isThing(tokens, at);
  // "các đơn vị *thành viên lớn, Trại giống B* thực hiện": before the predicate, or before the next name of the row.
  const isBeforeName = (i: number): boolean => tokens[i]?.key === ',' && beginsName(tokens, i + 1, to);
  return (
    matchPhrase(DRAFTED, tokens, at) === undefined &&
    SOON.some((by) => startsPredicate(tokens, at + by) || isBeforeName(at + by))
  );
};

/** Behind a partner whatever does not lead away is left: "phối hợp với Vụ Pháp luật dân sự*, kinh tế* tổ chức …". */
const isLeftOfPartner = (tokens: readonly Token[], at: number, to: number): boolean => {
  const word = tokens[at];
  if (word === undefined || at >= to) return false;
  const next = JOINS.has(word.key) ? at + 1 : at;
  return (
    (next > at && isNamedNext(tokens, next, to)) || (tokens[next]?.kind === 'word' && !leadsAway(tokens, next, to))
  );
};

/** Behind who receives stands what is laid before him: only a further name is left. */
const isLeftOfReceiver = (tokens: readonly Token[], at: number, to: number): boolean => {
  const next = JOINS.has(tokens[at]?.key ?? '') ? at + 1 : at;
  if (next >= to || tokens[next]?.kind !== 'word' || leadsAway(tokens, next, to)) return false;
  return tokens[next]?.isCapital === true && matchPhrase(DRAFTED, tokens, next) === undefined && !isThing(tokens, next);
};

const endOf = (bodies: readonly ParsedBody[]): number | undefined => bodies.at(-1)?.to;

const isMarkedCut = (tokens: readonly Token[], { role, bodies }: Marked, to: number): boolean => {
  const end = endOf(bodies);
  if (end === undefined) return false;
  const at = skipBracket(tokens, end, to);
  if (role === 'receiving') return isLeftOfReceiver(tokens, at, to);
  return role === 'coordinating' ? isLeftOfPartner(tokens, at, to) : isLeft(tokens, at, to, true);
};

const WITH = new Set(['với', 'cùng']);
const PARTNER_WORDS = 12;

/** "phối hợp *với đối tác vận hành* …": a partner is announced, and none was read. */
const losesPartner = (tokens: readonly Token[], { clause, marked }: ReadClause): boolean => {
  for (let i = clause.from; i + 2 < clause.to; i++) {
    const isWith = tokens[i]?.key === 'phối' && tokens[i + 1]?.key === 'hợp' && WITH.has(tokens[i + 2]?.key ?? '');
    if (!isWith || isNoun(tokens, i)) continue;
    const isRead = marked.some(({ bodies }) => bodies.some(({ from }) => from > i && from < i + PARTNER_WORDS));
    if (!isRead) return true;
  }
  return false;
};

/** "Giám đốc các Sở*: Thương cảng, Địa chính* chịu trách nhiệm": a plural that a colon resolves into names nobody read. */
const losesRow = (tokens: readonly Token[], { opening, clause }: ReadClause): boolean => {
  const [last, at] = [opening.bodies.at(-1), opening.to];
  if (opening.form !== 'heading' || tokens[at]?.key !== ':' || !/(?:^|\s)các\s/iu.test(last?.name ?? '')) return false;
  const isRow = beginsName(tokens, at + 1, clause.to);
  return isRow && tokens.slice(at + 1, clause.to).some((_word, i) => startsPredicate(tokens, at + 1 + i));
};

/** True when words stand behind the names of a clause that no part of the reading claims. — từ không rõ thuộc về đâu */
export const leavesWords = (tokens: readonly Token[], read: ReadClause): boolean => {
  const { opening, marked, clause } = read;
  // What was put between a subject and its verb was claimed, up to its second mark.
  const isOpen = opening.bodies.length > 0 && opening.form !== 'heading' && tokens[opening.to - 1]?.kind !== 'mark';
  return (
    losesRow(tokens, read) ||
    (isOpen && isLeft(tokens, skipBracket(tokens, opening.to, clause.to), clause.to, opening.form === 'assigned')) ||
    marked.some((one) => isMarkedCut(tokens, one, clause.to)) ||
    losesPartner(tokens, read)
  );
};
