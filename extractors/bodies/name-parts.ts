import { COMMITTEES } from '../../language/lexicon/bodies/party.js';
import { AREA_UNITS } from '../../language/lexicon/bodies/places.js';
import { matchPhrase } from '../../language/writing/phrases.js';
import { readTokens } from '../../language/writing/tokens.js';
import { placeTones } from '../../language/writing/tone-place.js';
import type { Body } from '../../schemas/directive.js';
import { normalizeName } from './abbreviations.js';
import { findBodies } from './index.js';
import { HEADS } from './lexicon.js';

/** A name as a body and a place: what "Ủy ban nhân dân tỉnh Lam Giang" shares with "UBND tỉnh", and which one it is. */
export interface NameParts {
  /** Normalized, without the place. */
  readonly office: string;
  /** The place, as written; null where the name holds none. — địa danh */
  readonly area: string | null;
  readonly level: Body['level'];
  readonly branch: Body['branch'];
}

/** Units behind which no name of a place follows. */
const NO_PLACE = /^(?:cấp|các|cùng|trung ương|tw|t\.ư|khu vực)/u;

const UNITS = [
  ...AREA_UNITS.map(([unit]) => unit).filter((unit) => !NO_PLACE.test(unit)),
  ...COMMITTEES.flatMap(({ name, branchOf }) => (branchOf.includes(' bộ ') ? [name] : [])),
]
  .toSorted((a, b) => b.length - a.length)
  .map((unit) => unit.replace(/ủy/gu, '(?:ủy|uỷ)'))
  .join('|');

/** "… tỉnh *Lam Giang*", "Huyện ủy *Sông Mây*", "… Phường *3*": words with capitals, or figures, up to the end. */
const AREA = new RegExp(
  `(?<=^|[\\s,])(?<unit>${UNITS})\\.?\\s(?<area>(?:\\p{Lu}[\\p{L}\\p{M}'’-]*|\\d{1,3})(?:\\s(?:\\p{Lu}[\\p{L}\\p{M}'’-]*|\\d{1,3}|-)){0,5})$`,
  'iu',
);

/** Whether each word is written as a name is: the unit itself may bear a capital, too. */
const isName = (area: string): boolean => area.split(' ').every((word) => /^[\p{Lu}\d-]/u.test(word));

/** A place in running letters: of a head line "LAM GIANG" is "Lam Giang". */
const writeArea = (area: string): string =>
  placeTones(
    area === area.toUpperCase() ? area.replace(/(?<=\p{L})\p{L}+/gu, (letters) => letters.toLowerCase()) : area,
  );

/** What the kind of a body says by the words that open its name, where no list knows the whole of it. */
export const readKind = (name: string): Pick<Body, 'level' | 'branch'> => {
  const kind = matchPhrase(HEADS, readTokens(name), 0)?.value;
  return { level: kind?.level ?? null, branch: kind?.branch ?? null };
};

/** Cuts the place off a name: of "UBND tỉnh Lam Giang" the office is "ủy ban nhân dân tỉnh", the area "Lam Giang". */
export const cutPlace = (name: string): Pick<NameParts, 'office' | 'area'> => {
  const tidy = name.replace(/\s+/gu, ' ').trim();
  const found = AREA.exec(tidy)?.groups;
  const area = found?.area !== undefined && isName(found.area) ? found.area : null;
  const office = area === null ? tidy : tidy.slice(0, tidy.length - area.length).trim();
  return { office: normalizeName(office), area: area === null ? null : writeArea(area) };
};

/**
 * Cuts the place off a name, and reads what the lists know of it. Of a name that the grammar does not take whole the words that
 * open it tell the kind. `readNameParts('UBND tỉnh Lam Giang')` has level province, branch state, too.
 */
export const readNameParts = (name: string): NameParts => {
  const tidy = name.replace(/\s+/gu, ' ').trim();
  const [body] = findBodies(tidy, { issuedOn: null });
  const isWhole = body !== undefined && body.span.start === 0 && body.span.end === tidy.length;
  return { ...cutPlace(name), ...(isWhole ? { level: body.level, branch: body.branch } : readKind(tidy)) };
};
