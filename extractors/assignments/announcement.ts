import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { makeNote, type Note } from '../../schemas/note.js';
import { AGENTIVE, DUTIES } from './lexicon.js';
import type { ReadClause } from './read-clauses.js';

/** Whoever speaks in a conclusion: a standing body, or one who heads a committee or government. */
const SPEAKER =
  /^(?:(?:tập thể|đồng chí|ông|bà)\s)?(?:thường trực|ban thường vụ|(?:phó\s)?chủ tịch|(?:phó\s)?bí thư)(?!\p{L})/iu;
const SEVERAL = /(?:^|\s)(?:các|mỗi|từng)(?:\s|$)/iu;

/**
 * "*Thường trực Tỉnh ủy sẽ có ý kiến sau*": the author says what it will do itself; "Sở A sẽ chủ trì …", "Chủ tịch UBND các xã
 * sẽ …" and "Chủ tịch UBND xã sẽ chịu trách nhiệm" tell others.
 */
const isAnnouncement = (tokens: readonly Token[], { opening, clause }: ReadClause): boolean => {
  const [body, ...others] = opening.bodies;
  if (opening.form !== 'subject' || body === undefined || others.length > 0) return false;
  if (!SPEAKER.test(body.name) || SEVERAL.test(body.name) || tokens[body.to]?.key !== 'sẽ') return false;
  const at = body.to + 1;
  return (
    at < clause.to && matchPhrase(AGENTIVE, tokens, at) === undefined && matchPhrase(DUTIES, tokens, at) === undefined
  );
};

/** Doubt about an item in which the author seems to say what it will do itself. — cơ quan ban hành tự nêu việc sẽ làm */
export const noteAnnouncement = (tokens: readonly Token[], clauses: readonly ReadClause[]): readonly Note[] =>
  clauses.some((one) => isAnnouncement(tokens, one)) ? [makeNote('directives/task-doubtful', {})] : [];
