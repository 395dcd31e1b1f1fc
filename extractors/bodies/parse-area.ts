import { NO_UNIT_BEFORE, NO_UNIT_BEFORE_SMALL } from '../../language/lexicon/bodies/places.js';
import { buildPhraseSet, matchPhrase } from '../../language/writing/phrases.js';
import type { Token } from '../../language/writing/tokens.js';
import type { Body } from '../../schemas/directive.js';
import { HEADS, MUNICIPALITY_NAMES, QUANTITY, SENTENCE_STARTS, UNITS, VERBS } from './lexicon.js';
import { isNameNumber } from './name-number.js';

const AFTER_NO_UNIT: ReadonlySet<string> = new Set(NO_UNIT_BEFORE);
// "tham mưu Đảng ủy xã *Chương trình* hành động": a paper that has its capital.
const PAPERS = buildPhraseSet([
  'chương trình',
  'kế hoạch',
  'đề án',
  'nghị quyết',
  'quyết định',
  'chỉ thị',
  'kết luận',
  'báo cáo',
  'tờ trình',
  'quy chế',
  'quy định',
  'hướng dẫn',
  'dự thảo',
]);
const AFTER_NO_UNIT_SMALL = buildPhraseSet(NO_UNIT_BEFORE_SMALL);

/** One place behind a name: tokens `from` to `to`, with its level and the unit that says so. */
export interface Place {
  /** As the name of one body needs it: "huyện Sông Mây"; of several, the unit is given to each. */
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly level: Body['level'];
  readonly units: readonly string[];
}

/** One or several places read at one position. — địa bàn */
export interface Area {
  readonly places: readonly Place[];
  readonly to: number;
}

/** Text of tokens `from` to `to` with single spaces where the text has white space. */
export const joinTokens = (tokens: readonly Token[], from: number, to: number): string => {
  let joined = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (token === undefined) break;
    joined += i > from && token.hasGap ? ` ${token.text}` : token.text;
  }
  return joined;
};

const MAX_NAME = 5;

/** No list in an official paper is longer; a bound keeps reading linear on text that is none. */
export const MAX_LIST = 80;

const ROMAN = /^[IVX]{1,5}$/u;

/** True when something other than a proper name begins here: a body, or the verb of a sentence set in a capital. */
const startsOther = (tokens: readonly Token[], at: number): boolean => {
  const head = matchPhrase(HEADS, tokens, at);
  if (head !== undefined && head.end - at >= 2) return true;
  if (matchPhrase(SENTENCE_STARTS, tokens, at) !== undefined || matchPhrase(PAPERS, tokens, at) !== undefined)
    return true;
  const verb = matchPhrase(VERBS, tokens, at);
  return verb !== undefined && verb.end - at >= 2;
};

/** End of the proper name at `at` ("Bà Rịa - Vũng Tàu", "Quận 5", "xã Nam Sơn 2", "phường 3 Lam Hà"); `at` where there is none. */
export const skipProperName = (tokens: readonly Token[], at: number): number => {
  const first = tokens[at];
  if (first?.kind === 'number') return isNameNumber(tokens, at) ? skipCapitals(tokens, skipJoin(tokens, at + 1)) : at;
  // "Kho bạc Nhà nước khu vực XII": a Roman numeral is a name by itself.
  if (first !== undefined && ROMAN.test(first.text)) return skipCapitals(tokens, skipJoin(tokens, at + 1));
  const end = skipCapitals(tokens, at);
  return end > at && isNameNumber(tokens, end) ? end + 1 : end;
};

/** "Tòa án nhân dân khu vực 3 *-* Lam Giang": the place of a numbered court. */
const skipJoin = (tokens: readonly Token[], at: number): number =>
  tokens[at]?.key === '-' && tokens[at + 1]?.isCapital === true && matchPhrase(HEADS, tokens, at + 1) === undefined
    ? at + 1
    : at;

const skipCapitals = (tokens: readonly Token[], at: number): number => {
  let end = at;
  while (end - at < MAX_NAME) {
    const token = tokens[end];
    if (token === undefined) break;
    // Abbreviations are no part of a name, unless the whole line is set in capitals: "XÃ TÂN AN".
    const isCapitalised = token.isCapital && (!token.isAllCapital || tokens[at - 1]?.isAllCapital === true);
    if (token.kind === 'word' && isCapitalised && !startsOther(tokens, end)) {
      end += 1;
      continue;
    }
    const next = tokens[end + 1];
    const joins = token.key === '-' && end > at && next?.isCapital === true && !startsOther(tokens, end + 1);
    if (!joins) break;
    end += 1;
  }
  // A single capital at the very end of a run may be a hyphen that joined nothing.
  return tokens[end - 1]?.key === '-' && end > at ? end - 1 : end;
};

interface UnitRead {
  readonly unit: string;
  readonly level: Body['level'];
  readonly to: number;
}

const readUnit = (tokens: readonly Token[], at: number): UnitRead | undefined => {
  const found = matchPhrase(UNITS, tokens, at);
  if (found === undefined) return undefined;
  const next = tokens[found.end]?.key;
  // "xã hội" is society, "tỉnh lộ" a road, "tỉnh ủy" and "thị xã ủy" are committees.
  if (AFTER_NO_UNIT.has(next ?? '')) return undefined;
  if (tokens[found.end]?.isCapital === false && matchPhrase(AFTER_NO_UNIT_SMALL, tokens, found.end)) return undefined;
  const dot = found.value.unit === 'tp' || found.value.unit === 'tx' ? (tokens[found.end]?.key === '.' ? 1 : 0) : 0;
  return { unit: found.value.unit, level: found.value.level, to: found.end + dot };
};

const levelOf = (unit: UnitRead, tokens: readonly Token[], nameFrom: number, nameTo: number): Body['level'] => {
  if (unit.unit !== 'thành phố' && unit.unit !== 'tp') return unit.level;
  if (nameTo === nameFrom) return null;
  return matchPhrase(MUNICIPALITY_NAMES, tokens, nameFrom) === undefined ? 'district' : 'province';
};

const isListMark = (token: Token | undefined): boolean =>
  token?.key === ',' || token?.key === 'và' || token?.key === '/';

/** A name in a list of places, whole: behind "các xã Nam Sơn 1" the number 2 alone is "Nam Sơn 2". */
export interface ListedName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const readListedName = (
  tokens: readonly Token[],
  from: number,
  to: number,
  before: ListedName | undefined,
): ListedName => {
  const printed = joinTokens(tokens, from, to);
  const stem = /^\d+$/u.test(printed) ? /^(\p{Lu}.*) \d+$/u.exec(before?.name ?? '')?.[1] : undefined;
  return { name: stem === undefined ? printed : `${stem} ${printed}`, from, to };
};

const startsUnit = (tokens: readonly Token[], at: number): boolean => {
  const unit = readUnit(tokens, at);
  const next = unit === undefined ? undefined : tokens[unit.to];
  return next !== undefined && (next.isCapital || isNameNumber(tokens, unit?.to ?? at));
};

/** Names behind a unit in the plural: "các xã *A*, *B* và *C*". */
export const readNames = (tokens: readonly Token[], at: number): readonly ListedName[] => {
  const names: ListedName[] = [];
  const isAnnounced = tokens[at]?.key === ':';
  let from = isAnnounced ? at + 1 : at;
  while (names.length < MAX_LIST) {
    // "các xã A, B và *Phường 5* Lam Hà": a unit of its own begins the next part of the list.
    if (names.length > 0 && startsUnit(tokens, from)) break;
    const to = skipProperName(tokens, from);
    if (to === from) break;
    names.push(readListedName(tokens, from, to, names.at(-1)));
    if (!isListMark(tokens[to])) break;
    from = to + 1;
  }
  // Behind a colon one capital word may as well begin the task: "Công an huyện: Tiếp tục …".
  return isAnnounced && names.length < 2 ? [] : names;
};

const PLURAL = new Set(['các', 'những']);

/** Units that share the names behind the last of them: "các *xã, phường*: A, B". Undefined for a single unit. */
const readSharedUnits = (tokens: readonly Token[], at: number): UnitRead | undefined => {
  let last: UnitRead | undefined;
  for (let from = at, count = 0; count < MAX_NAME; count++) {
    const unit = readUnit(tokens, from);
    if (unit === undefined) return undefined;
    const mark = tokens[unit.to]?.key;
    if (mark === ':') return last === undefined ? undefined : { ...unit, level: last.level ?? unit.level };
    if (mark !== ',' && mark !== 'và') return undefined;
    last = unit;
    from = unit.to + 1;
  }
  return undefined;
};

const readSegment = (tokens: readonly Token[], at: number, isPlural: boolean): Area | undefined => {
  const unit = (isPlural ? readSharedUnits(tokens, at) : undefined) ?? readUnit(tokens, at);
  if (unit === undefined) return undefined;
  // "cấp xã", "các cấp", "Trung ương" are no places that have names.
  const names = unit.unit.includes('cấp') || unit.level === 'central' ? [] : readNames(tokens, unit.to);
  if (isPlural && names.length > 1) {
    const unitText = joinTokens(tokens, at, unit.to);
    // "các tỉnh, thành phố: A, B": which of them are cities is known.
    const isMixed = tokens[at]?.key === 'tỉnh' && unit.unit === 'thành phố';
    const unitOf = (from: number): string => {
      if (!isMixed) return unitText;
      return matchPhrase(MUNICIPALITY_NAMES, tokens, from) === undefined ? 'tỉnh' : 'thành phố';
    };
    const places = names.map(
      ({ name, from, to }): Place => ({
        name: `${unitOf(from)} ${name}`,
        from,
        to,
        level: levelOf(unit, tokens, from, to),
        units: [unit.unit],
      }),
    );
    return { places, to: places.at(-1)?.to ?? unit.to };
  }
  const to = names[0]?.to ?? unit.to;
  const level = levelOf(unit, tokens, unit.to, to);
  // "UBND *các huyện*, thị xã Sông Vân": without a name the plural is what tells them.
  const counts = names.length === 0 && PLURAL.has(tokens[at - 1]?.key ?? '') ? at - 1 : at;
  return { places: [{ name: joinTokens(tokens, counts, to), from: at, to, level, units: [unit.unit] }], to };
};

/** "huyện Sông Mây"; but "các Huyện", "Thành Phố" are units set in capitals. */
const isNamedPlace = ({ name, units }: Place): boolean => {
  const bare = name.replace(/^(?:các|những)\s/iu, '');
  return /\s\p{Lu}/u.test(name) && !(units.length === 1 && bare.toLowerCase() === units[0]);
};

/** "*các xã, phường*, đặc khu Hòn Sao": kinds in the plural before a named place are one, all of those kinds. */
const joinKinds = (tokens: readonly Token[], places: readonly Place[]): readonly Place[] => {
  const count = places.findIndex(isNamedPlace);
  const [first, last] = [places[0], places[count - 1]];
  if (count < 2 || first === undefined || last === undefined || !/^(?:các|những)\s/iu.test(first.name)) return places;
  const levels = new Set(places.slice(0, count).map(({ level }) => level));
  const quantity = first.name.startsWith(tokens[first.from]?.text ?? '') ? first.from : first.from - 1;
  const joined: Place = {
    name: joinTokens(tokens, quantity, last.to),
    from: first.from,
    to: last.to,
    level: levels.size === 1 ? first.level : null,
    units: places.slice(0, count).flatMap(({ units }) => units),
  };
  return [joined, ...places.slice(count)];
};

/**
 * Reads the place at token `at`: "tỉnh", "huyện Sông Mây", "các huyện, thị xã, thành phố", "các xã A, B và thị trấn C".
 * Units without names make one place; every named one is a place of its own.
 */
export const parseArea = (tokens: readonly Token[], at: number): Area | undefined => {
  // "các cấp" is a unit by itself; in "các xã" the word before it only counts.
  const quantity = readUnit(tokens, at) === undefined ? matchPhrase(QUANTITY, tokens, at) : undefined;
  // "UBND 14 phường", "UBND 03 xã: A, B, C"
  const isCounted = tokens[at]?.kind === 'number' && readUnit(tokens, at + 1) !== undefined;
  const isPlural = isCounted || (quantity !== undefined && PLURAL.has(tokens[at]?.key ?? ''));
  let from = quantity?.end ?? (isCounted ? at + 1 : at);
  const places: Place[] = [];
  let to = at;
  while (places.length < MAX_LIST) {
    const segment = readSegment(tokens, from, isPlural);
    if (segment === undefined) break;
    places.push(...segment.places);
    to = segment.to;
    const joined = tokens[to];
    const skip = joined?.key === ',' && tokens[to + 1]?.key === 'và' ? 2 : 1;
    if (!(isListMark(joined) || joined?.key === '-') || startsOther(tokens, to + skip)) break;
    const again = matchPhrase(QUANTITY, tokens, to + skip);
    from = again?.end ?? to + skip;
  }
  const first = places[0];
  if (first === undefined) return undefined;
  const isNamed = places.some(isNamedPlace);
  if (isNamed && places.length > 1) return { places: joinKinds(tokens, places), to };
  const known = new Set(places.map((place) => place.level));
  const level = places.find((place) => place.level !== null)?.level ?? null;
  const whole: Place = {
    name: joinTokens(tokens, at, to),
    from: at,
    to,
    // "tỉnh, thành phố" is one level; "huyện, xã" is two, so none can be told.
    level: known.size - (known.has(null) ? 1 : 0) === 1 ? level : null,
    units: places.flatMap((place) => place.units),
  };
  return { places: [whole], to };
};

/** "các xã ven sông *từ Hạ Long đến Thượng Vân*": between which places they lie; `at` where no two proper names stand. */
export const skipFromTo = (tokens: readonly Token[], at: number): number => {
  if (tokens[at]?.key !== 'từ') return at;
  const first = skipProperName(tokens, at + 1);
  if (first === at + 1 || !/^(?:đến|tới)$/u.test(tokens[first]?.key ?? '')) return at;
  const last = skipProperName(tokens, first + 1);
  return last > first + 1 && tokens[at + 1]?.kind === 'word' ? last : at;
};
