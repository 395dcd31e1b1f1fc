import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import type { Assignment } from '../../schemas/directive.js';
import { type Inheritance, inheritBody } from './inheritance.js';
import { DIRECTING } from './lexicon.js';
import type { ReadClause } from './read-clauses.js';

const DIRECTING_REACH = 6;

const isDirecting = (tokens: readonly Token[], { opening, clause }: ReadClause): boolean => {
  for (let i = opening.to; i < Math.min(clause.to, opening.to + DIRECTING_REACH); i++) {
    if (matchPhrase(DIRECTING, tokens, i) !== undefined) return true;
  }
  // "Phó Chủ tịch A phối hợp với Phó Chủ tịch B và các ngành liên quan *chỉ đạo*:"
  return tokens[clause.to - 1]?.key === ':' && matchPhrase(DIRECTING, tokens, clause.to - 3)?.end === clause.to - 1;
};

/**
 * What an item hands to the items under it: its leads with those it directs or works with. "X chỉ đạo:" and "Giao X chỉ
 * đạo Y …:" hand down a body that directs; "X chịu trách nhiệm:" one that acts itself. An item that names nobody hands on
 * what it took over.
 */
export const readHandsDown = (
  tokens: readonly Token[],
  clauses: readonly ReadClause[],
  assignments: readonly Assignment[],
  inherited: Inheritance,
): Inheritance => {
  const bodies = assignments.flatMap((one) => one.bodies).filter((body) => body.role !== 'receiving');
  const hasLead = bodies.some((body) => body.role === 'lead');
  if (!hasLead || bodies.every((body) => body.inherited)) return inherited;
  const opened = clauses.find((read) => read.opening.bodies.length > 0 && read.opening.form !== 'heading');
  return {
    bodies: [...new Map(bodies.map((body) => [body.normalized, inheritBody(body)])).values()],
    directs: opened !== undefined && isDirecting(tokens, opened),
    from: 'parent',
  };
};
