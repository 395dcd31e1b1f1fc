import { HAMLET_HEADS } from '../../language/lexicon/bodies/persons.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { HEADS, startsPredicate } from './lexicon.js';
import { parseNamed } from './parse-named.js';
import type { ParsedBodies } from './parsed.js';
import { plainBody } from './plain-body.js';

/* Names that are whole only in a row: beside the one before them, or the one behind. */

/** "Cấp ủy, tổ chức đảng, *lãnh đạo các cơ quan* nêu cao …": people in small letters behind a name, before what they do. */
const parseLeadersOf = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  if (tokens[at]?.key !== 'lãnh' || tokens[at + 2]?.key !== 'các') return undefined;
  const leaders = parseNamed(tokens, at, 1);
  const isPeople = leaders?.bodies[0]?.form === 'person';
  return isPeople && leaders !== undefined && startsPredicate(tokens, leaders.to) ? leaders : undefined;
};

// Services that a commune’s papers name by their field alone, behind the first of a row.
const SERVICES = buildPhraseSet([
  'công an',
  'quân sự',
  'biên phòng',
  'dân quân',
  'kiểm lâm',
  'y tế',
  'mặt trận',
  'kế toán',
  'thủ quỹ',
  'thủ kho',
  'văn thư',
  'tư pháp',
  'địa chính',
]);

const standsInRow = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.key === ',' || tokens[at]?.key === 'và' || startsPredicate(tokens, at);

/** "Công an, *quân sự*, các ban, ngành xã phối hợp …": a service in small letters, where the row or the act goes on behind it. */
const parseService = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  const service = matchPhrase(SERVICES, tokens, at);
  if (service === undefined || !standsInRow(tokens, service.end)) return undefined;
  return { bodies: [plainBody(tokens, at, service.end, 'body')], to: service.end };
};

/** A name that goes on with a row of names, though it is none by itself. — tên trong dãy liệt kê */
export const parseInRow = (tokens: readonly Token[], at: number): ParsedBodies | undefined =>
  parseLeadersOf(tokens, at) ?? parseService(tokens, at) ?? parseListed(tokens, at);

const LISTED_WORDS = 7;

/** "*các đồng chí có tên tại Điều 1* chịu trách nhiệm thi hành": people whom the paper lists elsewhere. */
const parseListed = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  if (!/^(?:các|những)$/u.test(tokens[at]?.key ?? '')) return undefined;
  let i = at + 1;
  while (i < at + LISTED_WORDS && !(tokens[i]?.key === 'có' && tokens[i + 1]?.key === 'tên')) i += 1;
  if (tokens[i]?.key !== 'có' || tokens[i + 1]?.key !== 'tên') return undefined;
  for (let end = i + 2; end < i + LISTED_WORDS; end++)
    if (tokens[end]?.key === 'điều' && tokens[end + 1]?.kind === 'number')
      return { bodies: [plainBody(tokens, at, end + 2, 'group')], to: end + 2 };
  return undefined;
};

// Who leads a cell, and who leads a hamlet: side by side they are known without their cell.
const SECRETARIES = buildPhraseSet(['bí thư', 'phó bí thư', 'bí thư, phó bí thư']);
const HEADS_OF_HAMLETS = buildPhraseSet([...HAMLET_HEADS, 'tổ trưởng']);

/**
 * "*Bí thư*, Trưởng thôn tuyên truyền …": the secretary of the hamlet's cell, whose head stands beside him; "*Các ông, bà có
 * tên tại Điều 1* …".
 */
export const parseBareHead = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  const listed = parseListed(tokens, at);
  if (listed !== undefined) return listed;
  const secretary = tokens[at]?.isCapital === true ? matchPhrase(SECRETARIES, tokens, at) : undefined;
  const mark = secretary === undefined ? undefined : tokens[secretary.end]?.key;
  if (secretary === undefined || (mark !== ',' && mark !== 'và')) return undefined;
  const next = tokens[secretary.end + 1]?.key === 'các' ? secretary.end + 2 : secretary.end + 1;
  const isHead = matchPhrase(HEADS_OF_HAMLETS, tokens, next) !== undefined;
  if (!isHead || matchPhrase(HEADS, tokens, next) === undefined) return undefined;
  // Of a kind, so that what follows is no office of the same person.
  const kind = matchPhrase(HEADS, tokens, at)?.value ?? null;
  return { bodies: [{ ...plainBody(tokens, at, secretary.end, 'person'), kind }], to: secretary.end };
};
