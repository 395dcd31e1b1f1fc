import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { QUANTITY } from '../bodies/lexicon.js';
import type { ParsedBodies } from '../bodies/parsed.js';

/** People of a body's own, told by what they are and no name. */
const OWN_PEOPLE =
  /^(?:(?:các|những|từng)\s)?(?:cấp ủy viên|đảng viên|cán bộ|công chức|viên chức|hội viên|đoàn viên|giáo viên|nhân viên)(?!\p{L})/iu;

/**
 * "*Các chi bộ thôn* phân công đảng viên giúp đỡ …": several bodies, of which each tells its own people; a committee that
 * names its members speaks as the author.
 */
export const partsWithin = (tokens: readonly Token[], list: ParsedBodies, verb: number, told: ParsedBodies): boolean =>
  tokens[verb]?.key === 'phân' &&
  matchPhrase(QUANTITY, tokens, list.bodies[0]?.from ?? verb) !== undefined &&
  told.bodies.every(({ name }) => OWN_PEOPLE.test(name));
