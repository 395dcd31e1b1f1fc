import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import type { ParsedBodies, ParsedBody } from '../bodies/parsed.js';
import { APPROVING } from './lexicon.js';
import { readList } from './read-title.js';

/* What a committee decides by itself: it hands no task to anybody thereby. */

/** Committees and their heads, and a person named only by "đồng chí". */
const mayDecide = (body: ParsedBody | undefined): boolean =>
  body?.kind?.decides === true || (body?.form === 'person' && body.kind === null);

// "Ban Thường vụ *cơ bản* đồng ý", "*đã* nhất trí", "*cũng* tán thành"
const DEGREES = buildPhraseSet(['cơ bản', 'về cơ bản', 'đã', 'cũng', 'cũng đã', 'đã cơ bản', 'hoàn toàn']);

/**
 * True when a committee only decides or praises: it hands no task to itself. "Thống nhất với *Sở A*" is an act.
 * — đồng ý, nhất trí, cho chủ trương
 */
export const isApproval = (tokens: readonly Token[], list: ParsedBodies): boolean => {
  const at = matchPhrase(DEGREES, tokens, list.to)?.end ?? list.to;
  const verb = matchPhrase(APPROVING, tokens, at) ?? matchPhrase(APPROVING, tokens, list.to);
  if (verb === undefined || !mayDecide(list.bodies[0])) return false;
  return tokens[verb.end - 1]?.key !== 'với' || readList(tokens, verb.end) === undefined;
};
