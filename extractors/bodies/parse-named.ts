import type { BodyKind } from '../../language/lexicon/bodies/body-kind.js';
import { buildPhraseSet, matchPhrase, matchPhrases } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import { skipGroupTail } from './group-tail.js';
import { BARE_OWNERS, HEADS, matchUnit, QUANTITY, startsPredicate, TAILS } from './lexicon.js';
import { mayOpen } from './may-open.js';
import {
  endAtProper,
  isCommittee,
  ownsBoards,
  skipBranch,
  skipInnerBracket,
  skipLocal,
  skipNumber,
  skipTheme,
  skipTrade,
} from './name-ends.js';
import { joinTokens, type Place, parseArea, readNames, skipProperName } from './parse-area.js';
import { skipField, startsOther } from './parse-field.js';
import { parseGroup } from './parse-group.js';
import { readComrades, readNamedPerson, skipDuty, skipPersonName, skipTitles } from './parse-person.js';
import type { ParsedBodies, ParsedBody } from './parsed.js';

const HONORIFICS = buildPhraseSet(['đồng chí', 'đ/c', 'ông', 'bà', 'ông, bà', 'ông/bà', 'ông (bà)']);

interface Tail {
  /** One for each body that the tail makes: several places or owners make several bodies. */
  readonly parts: readonly Pick<ParsedBody, 'name' | 'from' | 'to' | 'level' | 'branch' | 'units'>[];
  readonly to: number;
}

const MAX_DEPTH = 4;
const NO_PLACE = { level: null, branch: null, units: [] } as const;

const readOwner = (tokens: readonly Token[], at: number, { depth, head, isPlural }: NamedHead): Tail | undefined => {
  const kind = head.value;
  const from = tokens[at]?.key === 'của' ? at + 1 : at;
  // Behind a field only "của" tells an owner: two offices side by side are a list without its comma; but "lực lượng *Cảnh
  // sát giao thông*" says which.
  const isOf = kind.field === 'none' || from > at || kind.heads.includes('Lực lượng');
  if (depth >= MAX_DEPTH || !isOf) return undefined;
  const owner = parseNamed(tokens, from, depth + 1);
  const rules = { isOfCommittee: isCommittee(kind) };
  const owners =
    owner !== undefined && matchPhrase(QUANTITY, tokens, from) !== undefined
      ? parseGroup(tokens, from, rules)
      : undefined;
  if (owner !== undefined && (owners === undefined || owners.to <= owner.to)) {
    const link = from > at ? 'của ' : '';
    return { parts: owner.bodies.map((body) => ({ ...body, name: link + body.name })), to: owner.to };
  }
  // A place before a group of bodies: behind "Ban Dân tộc" the word "tỉnh" is where, not whose.
  const places = kind.area === 'none' ? undefined : readPlaces(tokens, at, isPlural);
  if (places !== undefined) return places;
  const group = owners ?? parseGroup(tokens, from, rules);
  if (group !== undefined) {
    const owned = withOwner(tokens, group);
    return { parts: [owned], to: owned.to };
  }
  // "Văn phòng *Bộ*", "Thanh tra *Sở*": in its own papers the body is named by its kind alone.
  const isBare =
    kind.owner === 'required' &&
    (tokens[from]?.isCapital === true || depth > 0) &&
    matchPhrase(BARE_OWNERS, tokens, from);
  return isBare
    ? { parts: [{ ...NO_PLACE, name: joinTokens(tokens, from, isBare.end), from, to: isBare.end }], to: isBare.end }
    : undefined;
};

/** "các Ban *của HĐND tỉnh*", "các phòng chuyên môn *thuộc UBND huyện*": a group that one body owns. */
export const withOwner = (tokens: readonly Token[], group: ParsedBody): ParsedBody => {
  // "các đơn vị trực thuộc *Bộ Quốc phòng*": the last word of the group already leads to its owner.
  const isLinked = /^(?:thuộc|việc)$/u.test(tokens[group.to - 1]?.key ?? '');
  const isNext = ownsBoards(tokens, group);
  if (!isLinked && !isNext && tokens[group.to]?.key !== 'của' && tokens[group.to]?.key !== 'thuộc') return group;
  const from = isLinked || isNext ? group.to : group.to + 1;
  const owner = parseNamed(tokens, from);
  const bare = tokens[from]?.isCapital === true ? matchPhrase(BARE_OWNERS, tokens, from)?.end : undefined;
  // "các đơn vị trực thuộc *sở*, …": in small letters where nothing of it follows.
  const small = isLinked && tokens[from]?.isCapital === false ? matchPhrase(BARE_OWNERS, tokens, from)?.end : undefined;
  if (owner === undefined && small !== undefined && (tokens[small]?.kind === 'mark' || startsPredicate(tokens, small)))
    return { ...group, name: joinTokens(tokens, group.from, small), to: small };
  if (owner === undefined && bare !== undefined && tokens[bare]?.isCapital !== true)
    return { ...group, name: joinTokens(tokens, group.from, bare), to: bare };
  // "các cơ quan chức năng *thuộc huyện, thị xã*"
  const area = owner === undefined && tokens[from - 1]?.key === 'thuộc' ? parseArea(tokens, from) : undefined;
  if (area?.places.length === 1) return { ...group, name: joinTokens(tokens, group.from, area.to), to: area.to };
  const [only] = owner?.bodies ?? [];
  if (owner === undefined || only === undefined || owner.bodies.length > 1) return group;
  return {
    ...group,
    name: joinTokens(tokens, group.from, owner.to),
    to: owner.to,
    level: only.level,
    branch: only.branch,
  };
};

/** "Chánh *Văn phòng Đoàn ĐBQH và HĐND tỉnh*": the office whose name begins with the last words of the title. */
const readOffice = (tokens: readonly Token[], { head, depth }: NamedHead): Tail | undefined => {
  const from = head.end - 2;
  if (depth >= MAX_DEPTH || head.value.form !== 'person' || tokens[from]?.key !== 'văn') return undefined;
  const office = parseNamed(tokens, from, depth + 1);
  const [only] = office?.bodies ?? [];
  if (office === undefined || only?.kind === null || only === undefined || office.bodies.length > 1) return undefined;
  const isLonger = !only.kind.heads.includes('Văn phòng') && office.to > head.end;
  return isLonger ? { parts: [{ ...only, name: joinTokens(tokens, head.end, office.to) }], to: office.to } : undefined;
};

const readPlaces = (tokens: readonly Token[], at: number, isPlural: boolean): Tail | undefined => {
  const from = tokens[at]?.key === 'của' ? at + 1 : at;
  const area = parseArea(tokens, from);
  const link = from > at ? 'của ' : '';
  if (area !== undefined) {
    const isLevel = tokens[from]?.key === 'cấp';
    const end =
      tokens[from]?.key === 'các' || isLevel || area.places[0]?.units.length !== 1
        ? skipGroupTail(tokens, area.to, false)
        : area.to;
    return {
      parts: area.places.map((place) => widenPlace(tokens, place, area.places.length === 1 ? end : place.to, link)),
      to: end,
    };
  }
  const names = isPlural ? readNames(tokens, at) : [];
  if (names.length > 1) {
    return { parts: names.map((one) => ({ ...NO_PLACE, ...one })), to: names.at(-1)?.to ?? at };
  }
  // "Phòng thủ khu vực *3 - Lam Giang*": the unit is the last word of the head.
  const isRegion =
    tokens[at - 1]?.key === 'vực' && (tokens[at]?.kind === 'number' || tokens[at]?.isAllCapital === true);
  const end = isRegion ? skipProperName(tokens, at) : skipPersonName(tokens, at);
  if (end === at) return undefined;
  return {
    parts: [{ ...NO_PLACE, name: joinTokens(tokens, at, end), from: at, to: end }],
    to: end,
  };
};

/** "Tổ Công nghệ số cộng đồng *các thôn*": whose they are, behind a field that no list knows. */
const readOwnersBehindField = (tokens: readonly Token[], at: number): Tail | undefined => {
  const group = tokens[at]?.key === 'các' ? parseGroup(tokens, at) : undefined;
  return group === undefined ? undefined : { parts: [group], to: group.to };
};

const widenPlace = (tokens: readonly Token[], place: Place, to: number, link: string): Tail['parts'][number] => ({
  name: link + (to > place.to ? joinTokens(tokens, place.from, to) : place.name),
  from: place.from,
  to,
  level: place.level,
  branch: null,
  units: place.units,
});

const isPresent = (rule: BodyKind['field'], found: boolean): boolean => rule === 'required' && found;

const isComplete = (kind: BodyKind, hasField: boolean, hasOwner: boolean, hasArea: boolean): boolean => {
  const rules = [kind.field, kind.owner, kind.area];
  if (!rules.includes('required')) return true;
  return isPresent(kind.field, hasField) || isPresent(kind.owner, hasOwner) || isPresent(kind.area, hasArea);
};

/**
 * Reads one name at token `at`, or the several that one head with several places or owners stands for
 * ("UBND các xã A, B"). Undefined where no name begins.
 */
export const parseNamed = (tokens: readonly Token[], at: number, depth = 0): ParsedBodies | undefined => {
  const quantity = matchPhrase(QUANTITY, tokens, at);
  const honorific = matchPhrase(HONORIFICS, tokens, quantity?.end ?? at);
  const start = honorific?.end ?? quantity?.end ?? at;
  const isIntroduced = quantity !== undefined || honorific !== undefined || depth > 0;
  // "các ban xây dựng Đảng" holds its own "các". Of "Trưởng Ban Tổ chức Tỉnh ủy" the longest head leads nowhere.
  for (const head of [...matchPhrases(HEADS, tokens, at), ...(start > at ? matchPhrases(HEADS, tokens, start) : [])]) {
    if (!mayOpen(tokens, start, head, isIntroduced)) continue;
    const read = readTail(tokens, { at, start, head, depth, isPlural: quantity !== undefined });
    if (read !== undefined) return read;
  }
  if (honorific === undefined) return undefined;
  // "*đồng chí Phó Chủ tịch* phụ trách kinh tế": whose office it is, the paper's own body tells.
  const head = tokens[start]?.isCapital === true ? matchPhrase(HEADS, tokens, start) : undefined;
  const group = head === undefined && quantity !== undefined ? matchUnit(tokens, start) : undefined;
  if (group !== undefined) return readComrades(tokens, at, group.end);
  return head?.value.form === 'person'
    ? finishNamed(tokens, { at, start, head, depth, isPlural: quantity !== undefined }, head.end, undefined)
    : readNamedPerson(tokens, at, start);
};

interface NamedHead {
  /** Token at which the name begins, and that behind "các" or "đồng chí". */
  readonly at: number;
  readonly start: number;
  readonly head: { readonly value: BodyKind; readonly end: number };
  readonly depth: number;
  readonly isPlural: boolean;
}

const readTail = (tokens: readonly Token[], named: NamedHead): ParsedBodies | undefined => {
  const { value: kind, end } = named.head;
  const headEnd = kind.form === 'person' && kind.owner === 'required' ? skipTitles(tokens, end) : end;
  const isFirm = kind.branch === 'other';
  const takesNoField = kind.field === 'none' || (kind.field === 'optional' && startsOther(tokens, headEnd, isFirm));
  const fieldTo = takesNoField
    ? headEnd
    : endAtProper(tokens, kind, headEnd, skipField(tokens, headEnd, kind.hasLooseField, isFirm));
  const fieldEnd = fieldTo > headEnd ? skipInnerBracket(tokens, fieldTo) : fieldTo;
  const owner = kind.owner === 'none' ? undefined : (readOffice(tokens, named) ?? readOwner(tokens, fieldEnd, named));
  const takesOwners = kind.hasLooseField && fieldEnd > headEnd;
  const places =
    owner !== undefined || kind.area === 'none'
      ? undefined
      : (readPlaces(tokens, fieldEnd, named.isPlural) ??
        (takesOwners ? readOwnersBehindField(tokens, fieldEnd) : undefined));
  if (!isComplete(kind, fieldEnd > headEnd, owner !== undefined, places !== undefined)) return undefined;
  return finishNamed(tokens, named, fieldEnd, owner ?? places);
};

/** "Các chi bộ trực thuộc *Đảng bộ xã*": whose they are, behind a tail that leads to it. */
const skipOwner = (tokens: readonly Token[], at: number): number => {
  const owner = tokens[at - 1]?.key === 'thuộc' ? parseNamed(tokens, at) : undefined;
  return owner?.bodies.length === 1 ? owner.to : at;
};

/** "các đồng chí Thứ trưởng *khác có liên quan*"; of several people no name follows. */
const skipOthers = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== 'khác' && tokens[at]?.key !== 'liên' && tokens[at]?.key !== 'có')
    return skipPersonName(tokens, at);
  const first = matchPhrase(TAILS, tokens, at)?.end ?? at;
  return matchPhrase(TAILS, tokens, first)?.end ?? first;
};

const finishNamed = (
  tokens: readonly Token[],
  { at, start, head: { value: kind }, isPlural }: NamedHead,
  fieldEnd: number,
  tail: Tail | undefined,
): ParsedBodies => {
  const reach = skipTheme(tokens, skipBranch(tokens, tail?.to ?? fieldEnd, kind), kind);
  const end = kind.form === 'body' ? skipNumber(tokens, skipTrade(tokens, reach, kind)) : reach;
  const named =
    kind.form === 'person'
      ? skipDuty(tokens, isPlural ? skipOthers(tokens, end) : skipPersonName(tokens, end))
      : isPlural
        ? skipOwner(tokens, skipGroupTail(tokens, end, tail === undefined))
        : tail === undefined && kind.area !== 'none'
          ? skipLocal(tokens, end)
          : end;
  const parts = tail?.parts ?? [];
  if (parts.length > 1) {
    // Each of several bodies is one: "các Huyện ủy A, B" makes "Huyện ủy A" and "Huyện ủy B".
    const stem = joinTokens(tokens, kind.form === 'person' ? at : start, fieldEnd);
    const bodies = parts.map(
      (part, i): ParsedBody => ({
        name: `${stem} ${part.name}`,
        from: i === 0 ? at : part.from,
        to: part.to,
        level: kind.level ?? part.level,
        branch: kind.branch ?? part.branch,
        form: kind.form,
        kind,
        tail: part.name,
        units: part.units,
      }),
    );
    return { bodies, to: named };
  }
  const part = parts[0];
  const body: ParsedBody = {
    name: joinTokens(tokens, at, named),
    from: at,
    to: named,
    level: kind.level ?? part?.level ?? null,
    branch: kind.branch ?? part?.branch ?? null,
    form: kind.form,
    kind,
    tail: part?.name ?? '',
    units: part?.units ?? [],
  };
  return { bodies: [body], to: named };
};
