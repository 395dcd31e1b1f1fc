import { matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { ADVERBS, ASSIGN, COMPOUNDS, NAMELIKE, OBLIGES, VERBS } from '../bodies/lexicon.js';
import { joinTokens } from '../bodies/parse-area.js';
import { parseBodyList } from '../bodies/parse-bodies.js';
import { parseUnknown } from '../bodies/parse-unknown.js';
import type { ParsedBodies } from '../bodies/parsed.js';

/* Titles that name somebody: all that stands in them is the name. */

/** A list of names at the head of a clause, where places and semicolons may stand in it. */
export const readList = (tokens: readonly Token[], at: number): ParsedBodies | undefined =>
  parseBodyList(tokens, at, { takesPlaces: true, takesSemicolons: true });

/** "Đối với các chủ đầu tư *cần* nhanh chóng …"; "các hộ cần hỗ trợ: giao …" says of whom somebody else is told. */
export const tellsDuty = (tokens: readonly Token[], at: number): boolean =>
  /^(?:cần|phải)$/u.test(tokens[at]?.key ?? '') && !tokens.slice(at).some(({ key }) => key === ':');

const CONCERNS_ALONE = new Set(['trách', 'nhiệm', 'đối']);
const MAX_HEADING = 26;

/**
 * A title that says of whom it tells: "Trách nhiệm của *các doanh nghiệp hoạt động trong lĩnh vực X*": all of it is the
 * name, also what no list knows of it.
 */
export const readConcerned = (
  tokens: readonly Token[],
  from: number,
  at: number,
  to: number,
): ParsedBodies | undefined => {
  if (!CONCERNS_ALONE.has(tokens[from]?.key ?? '')) return undefined;
  // "Đối với các chủ đầu tư *cần* nhanh chóng …": told a duty, the name ends before it.
  const told = readList(tokens, at) ?? parseUnknown(tokens, at, 'subject');
  if (told !== undefined && tellsDuty(tokens, told.to)) return told;
  const list = readList(tokens, at) ?? parseUnknown(tokens, at, 'heading');
  const last = list?.bodies.at(-1);
  if (list === undefined || last === undefined) return undefined;
  let end = list.to;
  while (end < to && !/^[:.;,]$/u.test(tokens[end]?.key ?? '')) end += 1;
  const isWhole = end >= to || tokens[end]?.key === ':' || (tokens[end]?.key === '.' && end + 1 >= to);
  if (!isWhole || end - at > MAX_HEADING) return undefined;
  if (end === list.to) return list;
  // Behind "Đối với Sở A" a predicate is what it has to do; a group is told apart by its clause.
  if (last.form !== 'group' && last.kind?.hasLooseField !== true && last.isUnknown !== true) return undefined;
  const widened = { ...last, name: joinTokens(tokens, last.from, end), to: end, isUnknown: true as const };
  return { bodies: [...list.bodies.slice(0, -1), widened], to: end };
};

/** True when something is done or told to be done between two tokens: then they are no title. */
const acts = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; ) {
    const compound = matchPhrase(COMPOUNDS, tokens, i);
    if (compound !== undefined) {
      i = compound.end;
      continue;
    }
    const isVerb = matchPhrase(VERBS, tokens, i) !== undefined && matchPhrase(NAMELIKE, tokens, i) === undefined;
    if (isVerb || [ADVERBS, OBLIGES, ASSIGN].some((words) => matchPhrase(words, tokens, i) !== undefined)) return true;
    i += 1;
  }
  return false;
};

/**
 * A title that goes on with its group: "Các doanh nghiệp *thủy sản lồng bè trên hồ Khe Ngang*", without an act, a colon's
 * task or a full stop. `list` as it is where that does not hold.
 */
export const readWholeTitle = (tokens: readonly Token[], list: ParsedBodies, to: number): ParsedBodies => {
  const last = list.bodies.at(-1);
  const isOpen = last?.form === 'group' || last?.isUnknown === true || last?.kind?.hasLooseField === true;
  const isPlural = /^(?:các|những)\s/iu.test(last?.name ?? '');
  const end = tokens[to - 1]?.key === ':' ? to - 1 : to;
  if (last === undefined || !isOpen || !isPlural || to < tokens.length || list.to >= end) return list;
  const isTitle = tokens[list.to]?.kind === 'word' && /^[^.;]/u.test(tokens[to - 1]?.key ?? '.');
  if (!isTitle || end - last.from > MAX_HEADING || acts(tokens, list.to, end)) return list;
  const widened = { ...last, name: joinTokens(tokens, last.from, end), to: end, isUnknown: true as const };
  return { bodies: [...list.bodies.slice(0, -1), widened], to: end };
};
