import { HEADS, NEEDS_CAPITAL, NOT_HEADS, QUANTITY } from './lexicon.js';
import { joinTokens, type Place, parseArea, skipProperName } from './parse-area.js';
import { skipField, startsHead } from './parse-field.js';
import { parseGroup, skipGroupTail, skipRelative } from './parse-group.js';
import type { ParsedBodies, ParsedBody } from './parsed.js';
import type { BodyKind } from './registry.js';
import { buildPhraseSet, matchPhrase, type Token } from './tokens.js';

const HONORIFICS = buildPhraseSet(['đồng chí', 'đ/c', 'ông', 'bà']);

interface Tail {
  /** One for each body that the tail makes: several places or owners make several bodies. */
  readonly parts: readonly Pick<ParsedBody, 'name' | 'from' | 'to' | 'level' | 'branch' | 'units'>[];
  readonly to: number;
}

const MAX_DEPTH = 4;

const readOwner = (tokens: readonly Token[], at: number, depth: number, kind: BodyKind): Tail | undefined => {
  const from = tokens[at]?.key === 'của' ? at + 1 : at;
  // Behind a field only "của" tells an owner: two offices side by side are a list without its comma.
  if (depth >= MAX_DEPTH || (kind.field !== 'none' && from === at)) return undefined;
  const owner = parseNamed(tokens, from, depth + 1);
  if (owner !== undefined) {
    const link = from > at ? 'của ' : '';
    return { parts: owner.bodies.map((body) => ({ ...body, name: link + body.name })), to: owner.to };
  }
  // A place before a group of bodies: behind "Ban Dân tộc" the word "tỉnh" is where, not whose.
  const places = kind.area === 'none' ? undefined : readPlaces(tokens, at);
  if (places !== undefined) return places;
  const group = parseGroup(tokens, from);
  return group === undefined ? undefined : { parts: [group], to: group.to };
};

const readPlaces = (tokens: readonly Token[], at: number): Tail | undefined => {
  const from = tokens[at]?.key === 'của' ? at + 1 : at;
  const area = parseArea(tokens, from);
  const link = from > at ? 'của ' : '';
  if (area !== undefined) {
    const end =
      tokens[from]?.key === 'các' || area.places[0]?.units.length !== 1 ? skipGroupTail(tokens, area.to) : area.to;
    return {
      parts: area.places.map((place) => widenPlace(tokens, place, area.places.length === 1 ? end : place.to, link)),
      to: end,
    };
  }
  const end = skipProperName(tokens, at);
  if (end - at < 2) return undefined;
  return {
    parts: [{ name: joinTokens(tokens, at, end), from: at, to: end, level: null, branch: null, units: [] }],
    to: end,
  };
};

const widenPlace = (tokens: readonly Token[], place: Place, to: number, link: string): Tail['parts'][number] => ({
  name: link + (to > place.to ? joinTokens(tokens, place.from, to) : place.name),
  from: place.from,
  to,
  level: place.level,
  branch: null,
  units: place.units,
});

/** Further titles of one person: "Chủ tịch, các Phó Chủ tịch". */
const skipTitles = (tokens: readonly Token[], at: number): number => {
  let end = at;
  while (tokens[end]?.key === ',' || tokens[end]?.key === 'và') {
    const quantity = matchPhrase(QUANTITY, tokens, end + 1);
    const title = matchPhrase(HEADS, tokens, quantity?.end ?? end + 1);
    if (title?.value.form !== 'person' || title.value.owner !== 'required') break;
    end = title.end;
  }
  return end;
};

const skipDuty = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== 'phụ' || tokens[at + 1]?.key !== 'trách') return skipRelative(tokens, at);
  let end = at + 2;
  while (
    tokens[end]?.kind === 'word' &&
    tokens[end]?.key !== 'và' &&
    end - at < 10 &&
    !/^(?:chủ|tích|trực|kịp|phải|cần|tăng|chỉ|có)$/u.test(tokens[end]?.key ?? '')
  )
    end += 1;
  return end;
};

const isPresent = (rule: BodyKind['field'], found: boolean): boolean => rule === 'required' && found;

const isComplete = (kind: BodyKind, hasField: boolean, hasOwner: boolean, hasArea: boolean): boolean => {
  const rules = [kind.field, kind.owner, kind.area];
  if (!rules.includes('required')) return true;
  return isPresent(kind.field, hasField) || isPresent(kind.owner, hasOwner) || isPresent(kind.area, hasArea);
};

/** A person named only by a form of address: "đồng chí Trần Văn Bình". */
const readNamedPerson = (tokens: readonly Token[], at: number, from: number): ParsedBodies | undefined => {
  const end = skipProperName(tokens, from);
  if (end - from < 2) return undefined;
  const to = skipDuty(tokens, end);
  const body: ParsedBody = {
    name: joinTokens(tokens, at, to),
    from: at,
    to,
    level: null,
    branch: null,
    form: 'person',
    kind: null,
    tail: '',
    units: [],
  };
  return { bodies: [body], to };
};

/** Small letters may open a name of several words; a single word must be set in a capital to be one. */
const mayOpen = (
  tokens: readonly Token[],
  at: number,
  head: { readonly value: BodyKind; readonly end: number },
  isIntroduced: boolean,
): boolean => {
  const falseHead = matchPhrase(NOT_HEADS, tokens, at);
  if (falseHead !== undefined && falseHead.end >= head.end) return false;
  if (tokens[at]?.isCapital === true || isIntroduced) return true;
  const words = head.end - at;
  return (
    words > 1 && (words > 2 || head.value.field === 'none') && matchPhrase(NEEDS_CAPITAL, tokens, at)?.end !== head.end
  );
};

/**
 * Reads one name at token `at`, or the several that one head with several places or owners stands for
 * ("UBND các xã A, B"). Undefined where no name begins.
 */
export const parseNamed = (tokens: readonly Token[], at: number, depth = 0): ParsedBodies | undefined => {
  const quantity = matchPhrase(QUANTITY, tokens, at);
  const honorific = matchPhrase(HONORIFICS, tokens, quantity?.end ?? at);
  const start = honorific?.end ?? quantity?.end ?? at;
  // "các ban xây dựng Đảng" holds its own "các".
  const head = matchPhrase(HEADS, tokens, at) ?? matchPhrase(HEADS, tokens, start);
  if (
    head === undefined ||
    !mayOpen(tokens, start, head, quantity !== undefined || honorific !== undefined || depth > 0)
  ) {
    return honorific === undefined ? undefined : readNamedPerson(tokens, at, start);
  }
  const kind = head.value;
  const headEnd = kind.form === 'person' && kind.owner === 'required' ? skipTitles(tokens, head.end) : head.end;
  const fieldEnd =
    kind.field === 'none' || (kind.field === 'optional' && startsHead(tokens, headEnd))
      ? headEnd
      : skipField(tokens, headEnd, kind.hasLooseField);
  const owner = kind.owner === 'none' ? undefined : readOwner(tokens, fieldEnd, depth, kind);
  const places = owner !== undefined || kind.area === 'none' ? undefined : readPlaces(tokens, fieldEnd);
  const tail = owner ?? places;
  if (!isComplete(kind, fieldEnd > headEnd, owner !== undefined, places !== undefined)) return undefined;
  return finishNamed(tokens, { at, fieldEnd, kind, tail, isPlural: quantity !== undefined });
};

interface NamedParts {
  readonly at: number;
  readonly fieldEnd: number;
  readonly kind: BodyKind;
  readonly tail: Tail | undefined;
  readonly isPlural: boolean;
}

const finishNamed = (tokens: readonly Token[], { at, fieldEnd, kind, tail, isPlural }: NamedParts): ParsedBodies => {
  const end = tail?.to ?? fieldEnd;
  const named =
    kind.form === 'person' ? skipDuty(tokens, skipName(tokens, end)) : isPlural ? skipGroupTail(tokens, end) : end;
  const stem = joinTokens(tokens, at, fieldEnd);
  const parts = tail?.parts ?? [];
  if (parts.length > 1) {
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

const skipName = (tokens: readonly Token[], at: number): number => {
  const end = skipProperName(tokens, at);
  return end - at >= 2 ? end : at;
};
