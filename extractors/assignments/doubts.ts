import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import type { Assignment } from '../../schemas/directive.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { DRAFTED, isNameStop, startsPredicate } from '../bodies/lexicon.js';
import { AGENTIVE, CONCERNING, OPENERS } from './lexicon.js';
import type { ReadClause } from './read-clauses.js';

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

const isCut = (tokens: readonly Token[], { opening, marked }: ReadClause): boolean => {
  const ends = [
    ...(opening.bodies.length > 0 && opening.form !== 'heading' ? [opening.to] : []),
    // Behind who receives stands what is laid before him: "trình Chính phủ Đề án …".
    ...marked.filter((one) => one.role !== 'receiving').map((one) => one.bodies.at(-1)?.to ?? -1),
  ];
  return ends.some((at) => at > 0 && goesOn(tokens, at));
};

/** True when a clause that names no body known to us has a subject all the same: words before "chủ trì", "có trách nhiệm". */
const hasOwnSubject = (tokens: readonly Token[], { clause, opening }: ReadClause): boolean => {
  const { from, to } = clause;
  if (opening.form !== 'none' || tokens[from]?.isCapital !== true || startsPredicate(tokens, from)) return false;
  if (matchPhrase(OPENERS, tokens, from) !== undefined && matchPhrase(CONCERNING, tokens, from) === undefined)
    return false;
  if (matchPhrase(DRAFTED, tokens, from) !== undefined) return false;
  let capitals = 1;
  for (let i = from + 1; i < Math.min(to, from + NAME_WORDS); i++) {
    if (matchPhrase(AGENTIVE, tokens, i) !== undefined) return true;
    // "Ban Gác đền Cửa Ngàn mở sổ …": two capitals before the verb are a name's.
    if (startsPredicate(tokens, i)) return capitals > 1;
    if (tokens[i]?.kind === 'mark') return false;
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
  ...(isInherited(assignments) && clauses.some((clause) => hasOwnSubject(tokens, clause))
    ? [makeNote('assignments/own-subject', {})]
    : []),
];
