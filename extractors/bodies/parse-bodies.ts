import { capitalize } from '../../language/writing/capitals.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { widenCommittees } from './committee-row.js';
import { FIELDS, HEADS, QUANTITY, STANDS_FOR } from './lexicon.js';
import { joinTokens, MAX_LIST, parseArea } from './parse-area.js';
import { startsHead } from './parse-field.js';
import { parseGroup } from './parse-group.js';
import { parseKnown } from './parse-known.js';
import { parseNamed, withOwner } from './parse-named.js';
import { parseBareHead, parseInRow } from './parse-row.js';
import type { ParsedBodies, ParsedBody } from './parsed.js';

/** "các sở *QHKT*, Xây dựng": in a row of fields an abbreviation that no list has is one. */
const shortField = (tokens: readonly Token[], at: number): { readonly end: number } | undefined => {
  const [word, mark] = [tokens[at], tokens[at + 1]];
  const isShort = word?.kind === 'word' && word.isAllCapital && word.text.length >= 3 && word.text.length <= 6;
  const isRow = mark?.key === ',' && tokens[at + 2]?.isCapital === true;
  return isShort && isRow && matchPhrase(HEADS, tokens, at) === undefined ? { end: at + 1 } : undefined;
};

/** Head and colon, or head and several fields: "các Sở: Tài chính, Xây dựng". */
const parseFieldList = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  const quantity = matchPhrase(QUANTITY, tokens, at);
  const start = quantity?.end ?? at;
  const head = matchPhrase(HEADS, tokens, start);
  if (head === undefined || head.value.field !== 'required') return undefined;
  const hasColon = tokens[head.end]?.key === ':';
  let from = hasColon ? head.end + 1 : head.end;
  const first = matchPhrase(FIELDS, tokens, from) ?? shortField(tokens, from);
  if (first === undefined || !(hasColon || quantity !== undefined)) return undefined;
  const headText = capitalize(joinTokens(tokens, start, head.end));
  const bodies: ParsedBody[] = [];
  while (bodies.length < MAX_LIST) {
    const field = matchPhrase(FIELDS, tokens, from) ?? shortField(tokens, from);
    if (field === undefined || tokens[from]?.isCapital !== true) break;
    bodies.push(fromField(tokens, headText, from, field.end, head.value));
    const skip = tokens[field.end]?.key === ',' && tokens[field.end + 1]?.key === 'và' ? 2 : 1;
    const mark = tokens[field.end]?.key;
    const next = field.end + skip;
    if (
      (mark !== ',' && mark !== 'và') ||
      (startsHead(tokens, next) && matchPhrase(FIELDS, tokens, next) === undefined)
    )
      break;
    if (startsLongerHead(tokens, next)) break;
    from = next;
  }
  const last = bodies.at(-1);
  if (last === undefined) return undefined;
  // "các Sở Công Thương": of one field there are several, as written; behind a colon or a comma each is one.
  if (bodies.length !== 1 || hasColon || quantity === undefined || tokens[at]?.key !== 'các')
    return { bodies, to: last.to };
  // "các Phòng Nội vụ *các huyện, thị xã*": where they are.
  const area = parseArea(tokens, last.to);
  const to = area?.places.length === 1 ? area.to : last.to;
  return { bodies: [{ ...last, name: joinTokens(tokens, at, to), from: at, to, form: 'group' }], to };
};

/** "Thanh tra tỉnh", "Công an tỉnh" behind a list of fields are bodies of their own. */
const startsLongerHead = (tokens: readonly Token[], at: number): boolean => {
  const named = parseNamed(tokens, at);
  const field = matchPhrase(FIELDS, tokens, at);
  return named !== undefined && (field === undefined || named.to > field.end);
};

const fromField = (
  tokens: readonly Token[],
  head: string,
  from: number,
  to: number,
  kind: ParsedBody['kind'],
): ParsedBody => ({
  name: `${head} ${joinTokens(tokens, from, to)}`,
  from,
  to,
  level: kind?.level ?? null,
  branch: kind?.branch ?? null,
  form: 'body',
  kind,
  tail: '',
  units: [],
});

/** "Sở Tài chính, *Xây dựng* và *Nội vụ*": a further field shares the head of the one before. */
const parseSharedHead = (
  tokens: readonly Token[],
  at: number,
  before: ParsedBody | undefined,
): ParsedBodies | undefined => {
  if (before?.kind?.field !== 'required' || tokens[at]?.isCapital !== true) return undefined;
  const field = matchPhrase(FIELDS, tokens, at);
  const head = before.kind.heads.find((one) => before.name.toLowerCase().startsWith(one.toLowerCase()));
  if (field === undefined || head === undefined) return undefined;
  return { bodies: [fromField(tokens, head, at, field.end, before.kind)], to: field.end };
};

/** A place that acts by its name alone: "huyện Sông Mây", "thành phố". Only where the caller expects a body. */
const parsePlace = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  const area = parseArea(tokens, at);
  if (area === undefined) return undefined;
  const bodies = area.places.map(
    (place): ParsedBody => ({
      name: place.name,
      from: place.from,
      to: place.to,
      level: place.level,
      branch: null,
      form: 'group',
      kind: null,
      tail: '',
      units: place.units,
    }),
  );
  return { bodies, to: area.to };
};

/** "Giám đốc *các Sở: Tài chính, Xây dựng*": each of several offices has its head. */
const parseHeadsOf = (
  tokens: readonly Token[],
  at: number,
  named: ParsedBodies | undefined,
): ParsedBodies | undefined => {
  const [head, more] = named?.bodies ?? [];
  if (named === undefined || head?.form !== 'person' || more !== undefined) return undefined;
  const plural = tokens.slice(at, named.to).findIndex(({ key }, i) => i > 0 && key === 'các');
  const listed = plural < 0 ? undefined : parseFieldList(tokens, at + plural);
  if (listed === undefined || listed.bodies.length < 2 || listed.to <= named.to) return undefined;
  const title = joinTokens(tokens, at, at + plural);
  const bodies = listed.bodies.map(
    (body, i): ParsedBody => ({
      ...body,
      name: `${title} ${body.name}`,
      from: i === 0 ? at : body.from,
      form: 'person',
      kind: head.kind,
    }),
  );
  return { bodies, to: listed.to };
};

/** Reads one body, group, person or distributed list at token `at`; a known name where it is longer. */
const parseBody = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  const read = parseByGrammar(tokens, at);
  return parseKnown(tokens, at, read) ?? read;
};

const parseByGrammar = (tokens: readonly Token[], at: number): ParsedBodies | undefined => {
  const fields = parseFieldList(tokens, at);
  if (fields !== undefined) return fields;
  const named = parseNamed(tokens, at);
  const heads = parseHeadsOf(tokens, at, named);
  if (heads !== undefined) return heads;
  const group =
    named !== undefined && matchPhrase(QUANTITY, tokens, at) === undefined ? undefined : parseGroup(tokens, at);
  // "các chi bộ thôn": the common noun may say more than the head that it holds.
  if (named !== undefined && (group === undefined || group.to <= named.to)) return named;
  if (group === undefined) return undefined;
  const places = parsePlace(tokens, at);
  // "các xã A, B" names places one by one; "các xã, phường liên quan" is a group.
  if (places !== undefined && places.bodies.length > 1 && places.to >= group.to) return places;
  const owned = withOwner(tokens, group);
  return { bodies: [owned], to: owned.to };
};

/** End of a bracket that explains the name before it: "(viết tắt là Ban Chỉ đạo)". */
const skipBracket = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== '(') return at;
  for (let i = at + 1; i < tokens.length && i < at + 40; i++) if (tokens[i]?.key === ')') return i + 1;
  return at;
};

/** "Phòng Kinh tế *thuộc UBND xã*": whose the named body is, which its name does not hold. */
const skipSuperior = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.key === 'thuộc' ? (parseNamed(tokens, at + 1)?.to ?? at) : at;

/** "Sở Nội vụ *- Cơ quan Thường trực Ban Chỉ đạo …*": as what the body before it acts, which is no second body. */
const skipCapacity = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== '-' && tokens[at]?.key !== ',') return at;
  const capacity = matchPhrase(STANDS_FOR, tokens, at + 1);
  const owner = capacity === undefined ? undefined : parseNamed(tokens, capacity.end);
  if (capacity === undefined || owner === undefined || owner.bodies.length > 1) return at;
  // "Đảng ủy, *Thường trực Hội đồng nhân dân*" is a list; behind a dash, or said of an office, it is not.
  if (tokens[at]?.key === ',' && tokens[at + 1]?.key === 'thường') return at;
  return tokens[owner.to]?.key === tokens[at]?.key ? owner.to + 1 : owner.to;
};

// "đồng chí Lê Văn Hải - *UVBTV*, Trưởng Công an huyện"
const OFFICE_SHORT = /^(?:UV|UVBTV|UVBCH|TUV|HUV|TVTU|TVHU|ĐUV|BT|PBT|CT|PCT)$/u;

/** Name and offices of a person behind the title: "- Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh". */
const skipApposition = (tokens: readonly Token[], at: number): number => {
  let end = tokens[at]?.key === '-' && OFFICE_SHORT.test(tokens[at + 1]?.text ?? '') ? at + 2 : at;
  while (tokens[end]?.key === '-' || tokens[end]?.key === ',') {
    const next = parseNamed(tokens, end + 1);
    if (next?.bodies[0]?.form !== 'person' || /^(?:các|đồng|đ)$/u.test(tokens[end + 1]?.key ?? '')) break;
    end = next.to;
  }
  return end;
};

// "các bộ, ngành, *nhất là* Bộ Xây dựng"
const EMPHASES = buildPhraseSet(['nhất là', 'đặc biệt là', 'trong đó có', 'trước hết là']);
const SEPARATORS = new Set([',', 'và', 'hoặc', '/']);

/** "Ban Xây dựng *Đảng*" beside "*Đảng* ủy": the name already says whose it is. */
const endsAs = (name: string, tail: string): boolean => {
  const first = tail.split(' ')[0] ?? '';
  return first !== '' && name.endsWith(` ${first}`);
};

const NO_SHARED = /^(?:$|khu vực)/u;

/** Gives a name without owner or place the tail of its neighbour: "HĐND, UBND *tỉnh*". */
const shareTails = (bodies: readonly ParsedBody[]): readonly ParsedBody[] => {
  // A name alone has no neighbour.
  if (bodies.length < 2) return bodies;
  const shared: ParsedBody[] = [];
  let next: ParsedBody | undefined;
  for (const body of [...bodies].reverse()) {
    const isOpen =
      body.kind !== null &&
      body.form === 'body' &&
      body.tail === '' &&
      body.level === null &&
      body.kind.field === 'none' &&
      !body.kind.hasLooseField &&
      !endsAs(body.name, next?.tail ?? '') &&
      !/^(?:các|những)\s/iu.test(body.name);
    const takes = body.kind?.area !== 'none' || body.kind.owner !== 'none';
    // "Chi cục Thuế, Chi cục Thuế *khu vực*": a kind of its own, no place that both have.
    if (
      isOpen &&
      takes &&
      next !== undefined &&
      !NO_SHARED.test(next.tail) &&
      next.kind !== null &&
      next.form === 'body'
    ) {
      next = { ...body, name: `${body.name} ${next.tail}`, level: next.level, tail: next.tail, units: next.units };
    } else next = body;
    shared.push(next);
  }
  return shared.reverse();
};

/** What the place of a list allows. */
export interface ListRules {
  /** Places by their name alone count as bodies there. */
  readonly takesPlaces?: boolean;
  /** A semicolon between two names goes on with the list. */
  readonly takesSemicolons?: boolean;
}

/**
 * Reads a list of bodies at token `at`: "Sở Tài chính, Sở Y tế và UBND huyện Sông Mây". Names that share a head or a
 * tail are completed; hyphens and commas inside known names never split them.
 */
export const parseBodyList = (
  tokens: readonly Token[],
  at: number,
  rules: ListRules = {},
): ParsedBodies | undefined => {
  const bodies: ParsedBody[] = [];
  let to = at;
  let from = at;
  let hasColon = false;
  while (bodies.length < MAX_LIST) {
    const found =
      parseBody(tokens, from) ??
      (bodies.length === 0 ? parseBareHead(tokens, from) : undefined) ??
      parseSharedHead(tokens, from, bodies.at(-1)) ??
      (rules.takesPlaces === true || bodies.length > 0 ? parsePlace(tokens, from) : undefined) ??
      (bodies.length > 0 ? parseInRow(tokens, from) : undefined);
    if (found === undefined) break;
    const one = widenCommittees(tokens, found);
    hasColon ||= tokens.slice(from, one.to).some((token) => token.key === ':');
    bodies.push(...one.bodies);
    to = skipCapacity(tokens, skipSuperior(tokens, skipBracket(tokens, one.to)));
    const [first] = one.bodies;
    // "Bộ trưởng Bộ A *- Phó Trưởng ban Ban Chỉ đạo B* tập trung …": a second office of the same person.
    if (first?.form === 'person' && (first.kind === null || tokens[to]?.key === '-')) to = skipApposition(tokens, to);
    const mark = tokens[to]?.key ?? '';
    const goesOn = SEPARATORS.has(mark) || (mark === ';' && (hasColon || rules.takesSemicolons === true));
    if (!goesOn) break;
    const follows = tokens[to + 1]?.key;
    const emphasis = mark === ',' ? matchPhrase(EMPHASES, tokens, to + 1) : undefined;
    from = emphasis?.end ?? (mark === ',' && (follows === 'và' || follows === 'cùng') ? to + 2 : to + 1);
    if (tokens[from]?.key === 'với') from += 1;
  }
  return bodies.length === 0 ? undefined : { bodies: shareTails(bodies), to };
};
