import { NO_AGENTS } from '../../language/lexicon/name-words.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import type { Assignment } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { DRAFTED, HEADS, isNameStop, QUANTITY, startsPredicate } from '../bodies/lexicon.js';
import { isFollowed, mayStartPredicate } from './clause-words.js';
import { AGENTIVE, CONCERNING, OPENERS } from './lexicon.js';
import type { ReadClause } from './read-clauses.js';

const THINGS = buildPhraseSet(NO_AGENTS);
/** Words of the longest name that stands before what its body does. */
const NAME_WORDS = 14;

/** A word that can only go on with a name: "xã Nam Sơn *2*", "Ban Quản lý khu *Vân Hà*". */
const goesOn = (tokens: readonly Token[], at: number): boolean => {
  const [word, next] = [tokens[at], tokens[at + 1]];
  if (word === undefined || !word.hasGap || isNameStop(word) || startsPredicate(tokens, at)) return false;
  // "Sở A 02 bản báo cáo" counts things, "trước 30/6" begins a day.
  if (word.kind === 'number')
    return next === undefined || next.kind === 'mark'
      ? !/^[/.-]$/u.test(next?.key ?? '')
      : startsPredicate(tokens, at + 1);
  if (matchPhrase(DRAFTED, tokens, at) !== undefined) return false;
  return word.kind === 'word' && word.isCapital && tokens[at - 1]?.kind === 'word';
};

/** "Đề nghị Hiệp hội Doanh nghiệp *nhỏ và vừa* cử …": right behind who is told stands what he does, or his name goes on. */
const isTold = (tokens: readonly Token[], { opening, clause }: ReadClause): boolean => {
  // A group is told apart from what it does by its own words: "các sở, ngành phụ trách xã …".
  if (opening.form !== 'assigned' || opening.to >= clause.to || opening.bodies.at(-1)?.form !== 'body') return false;
  const [word, next] = [tokens[opening.to], tokens[opening.to + 1]];
  if (word?.kind !== 'word' || word.isCapital || isNameStop(word) || isFollowed(tokens, opening.to, clause.to))
    return false;
  // A predicate soon behind it shows that words of the name stood between: "nhỏ và vừa *cử* …".
  if (mayStartPredicate(tokens, opening.to)) return false;
  const soon = [1, 2, 3, 4].some((by) => startsPredicate(tokens, opening.to + by));
  return soon && matchPhrase(DRAFTED, tokens, opening.to) === undefined && next?.kind === 'word';
};

/** "các chi bộ *Các cấp ủy*": two names that lost the break between them. */
const runsOn = (tokens: readonly Token[], { opening }: ReadClause): boolean =>
  opening.bodies.some(
    ({ from, to, form }) =>
      // "Đảng ủy Các cơ quan Đảng tỉnh" is a name, "các chi bộ Các cấp" two groups.
      form === 'group' &&
      tokens
        .slice(from + 1, to)
        .some((word, at) => word.isCapital && /^(?:các|những)$/u.test(word.key) && tokens[from + at]?.kind === 'word'),
  );

const isCut = (tokens: readonly Token[], read: ReadClause): boolean => {
  const { opening, marked } = read;
  const ends = [
    ...(opening.bodies.length > 0 && opening.form !== 'heading' ? [opening.to] : []),
    // Behind who receives stands what is laid before him: "trình Chính phủ Đề án …".
    ...marked.filter((one) => one.role !== 'receiving').map((one) => one.bodies.at(-1)?.to ?? -1),
  ];
  return isTold(tokens, read) || runsOn(tokens, read) || ends.some((at) => at > 0 && goesOn(tokens, at));
};

/** True when a clause that names no body known to us has a subject all the same: words before "chủ trì", "có trách nhiệm". */
export const hasOwnSubject = (tokens: readonly Token[], { clause, opening }: ReadClause): boolean => {
  const { from, to } = clause;
  if (opening.form !== 'none' || tokens[from]?.isCapital !== true || startsPredicate(tokens, from)) return false;
  if (matchPhrase(OPENERS, tokens, from) !== undefined && matchPhrase(CONCERNING, tokens, from) === undefined)
    return false;
  // "Các siêu thị, chợ đầu mối *dự trữ* hàng hóa": in the plural those who act are told from things by what the lists know.
  // "Từng bước áp dụng", "Mỗi năm tổ chức" name nobody.
  const plural = /^(?:các|những|mọi)$/u.test(tokens[from].key) ? matchPhrase(QUANTITY, tokens, from) : undefined;
  const mayAct = plural !== undefined && matchPhrase(THINGS, tokens, plural.end) === undefined;
  if (plural === undefined && matchPhrase(DRAFTED, tokens, from) !== undefined) return false;
  let capitals = 1;
  for (let i = from + 1; i < Math.min(to, from + NAME_WORDS); i++) {
    if (matchPhrase(AGENTIVE, tokens, i) !== undefined) return true;
    // "Ban Gác đền Cửa Ngàn mở sổ …": two capitals before the verb are a name's.
    if (startsPredicate(tokens, i)) return capitals > 1 || (mayAct && i > plural.end);
    // "Đảng ủy Ủy ban Mặt trận T, ô quốc …": a body begins there, though its name is broken.
    if (mayAct && tokens[i]?.key === ',') continue;
    if (tokens[i]?.kind === 'mark') return capitals > 1 && matchPhrase(HEADS, tokens, from) !== undefined;
    if (tokens[i]?.isCapital === true) capitals += 1;
  }
  return false;
};

const isInherited = (assignments: readonly Assignment[]): boolean => {
  const leads = assignments.flatMap((one) => one.bodies).filter((body) => body.role === 'lead');
  return leads.length > 0 && leads.every((body) => body.inherited);
};

/** Doubts about who does an item: a name that an unknown word cut, a lead taken over across a subject of the item's own. */
export const noteDoubts = (
  tokens: readonly Token[],
  clauses: readonly ReadClause[],
  assignments: readonly Assignment[],
): readonly Note[] => [
  ...(clauses.some((clause) => isCut(tokens, clause)) ? [makeNote('assignments/name-cut', {})] : []),
  ...(clauses.some(
    (one, i) => (isInherited(assignments) || (i > 0 && one.clause.startsSentence)) && hasOwnSubject(tokens, one),
  )
    ? [makeNote('assignments/own-subject', {})]
    : []),
];
