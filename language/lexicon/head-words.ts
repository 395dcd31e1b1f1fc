import { isCapitals } from '../writing/capitals.js';
import { indexSpellings } from '../writing/spellings.js';
import { uniformTones } from '../writing/tone-place.js';
import { fold } from '../writing/unicode.js';
import { AREA_UNITS } from './bodies/places.js';
import { BODY_KINDS } from './bodies.js';

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

const foldWords = (text: string): string => wordsOf(text).map(fold).join(' ');

/** Bodies of an area, of two words or more: behind them stands its unit. */
const HEADS = indexSpellings(
  BODY_KINDS.filter(({ form, area }) => form === 'body' && area !== 'none').flatMap(({ heads }) =>
    heads.filter((head) => head.includes(' ')),
  ),
  foldWords,
);
const UNITS = indexSpellings(
  AREA_UNITS.map(([unit]) => unit).filter(
    (unit) => /^\p{L}{2,}(?: \p{L}+)?$/u.test(unit) && !/^(?:cấp|các|cùng|trung) ?/u.test(unit),
  ),
  foldWords,
);
const LONGEST = Math.max(...[...HEADS.keys()].map((key) => key.split(' ').length));

/** Words that open names of areas (Quan Hóa, Tịnh Biên) and look like a unit. */
const OF_NAMES: ReadonlySet<string> = new Set(['QUAN', 'TỊNH']);

/** The longest spelling that words from `at` on have, marks apart. */
const findSpelling = (
  spellings: ReadonlyMap<string, string | null>,
  folded: readonly string[],
  at: number,
): readonly string[] | undefined => {
  for (let length = Math.min(LONGEST, folded.length - at); length > 0; length--) {
    const found = spellings.get(folded.slice(at, at + length).join(' '));
    if (found != null) return wordsOf(found.toUpperCase());
  }
  return undefined;
};

/**
 * An issuer in capitals whose words of the head were read with other marks: the body, and the unit of its area behind it, as the
 * lexicon spells them. The name of the area stays as it was read, for no list holds it. Any other text comes back as it is.
 * `mendHeadWords('ỦY BAN NHÂN DÂN TÍNH LAM TRÀ')` gives "ỦY BAN NHÂN DÂN TỈNH LAM TRÀ". — sửa dấu chữ đầu tên cơ quan
 */
export const mendHeadWords = (name: string): string => {
  if (!isCapitals(name)) return name;
  const words = wordsOf(name);
  const folded = words.map(fold);
  const head = findSpelling(HEADS, folded, 0);
  if (head === undefined) return name;
  const unit = OF_NAMES.has(words[head.length] ?? '') ? [] : (findSpelling(UNITS, folded, head.length) ?? []);
  const known = [...head, ...unit];
  // A unit without the name of its area is no unit.
  if (unit.length > 0 && words.length === known.length) return name;
  const mended = words.map((word, i) => {
    const spelled = known[i];
    return spelled === undefined || uniformTones(spelled) === uniformTones(word) ? word : spelled;
  });
  return mended.every((word, i) => word === words[i]) ? name : mended.join(' ');
};
