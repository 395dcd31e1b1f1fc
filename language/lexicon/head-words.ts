import { isCapitals } from '../writing/capitals.js';
import { uniformTones } from '../writing/tone-place.js';
import { fold } from '../writing/unicode.js';
import { AREA_UNITS } from './bodies/places.js';
import { BODY_KINDS } from './bodies.js';

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Spellings by their folded words; what two spellings share says nothing of the marks. */
const spellingsOf = (phrases: readonly string[]): ReadonlyMap<string, readonly string[] | null> => {
  const found = new Map<string, readonly string[] | null>();
  for (const phrase of phrases) {
    const words = wordsOf(phrase.toUpperCase());
    const key = words.map(fold).join(' ');
    const known = found.get(key);
    const isOther = known != null && uniformTones(known.join(' ')) !== uniformTones(words.join(' '));
    if (known !== null) found.set(key, isOther ? null : (known ?? words));
  }
  return found;
};

/** Bodies of an area, of two words or more: behind them stands its unit. */
const HEADS = spellingsOf(
  BODY_KINDS.filter(({ form, area }) => form === 'body' && area !== 'none').flatMap(({ heads }) =>
    heads.filter((head) => head.includes(' ')),
  ),
);
const UNITS = spellingsOf(
  AREA_UNITS.map(([unit]) => unit).filter(
    (unit) => /^\p{L}{2,}(?: \p{L}+)?$/u.test(unit) && !/^(?:cấp|các|cùng|trung) ?/u.test(unit),
  ),
);
const LONGEST = Math.max(...[...HEADS.keys()].map((key) => key.split(' ').length));

/** Words that open names of areas (Quan Hóa, Tịnh Biên) and look like a unit. */
const OF_NAMES: ReadonlySet<string> = new Set(['QUAN', 'TỊNH']);

/** The longest spelling that words from `at` on have, marks apart. */
const findSpelling = (
  spellings: ReadonlyMap<string, readonly string[] | null>,
  folded: readonly string[],
  at: number,
): readonly string[] | undefined => {
  for (let length = Math.min(LONGEST, folded.length - at); length > 0; length--) {
    const found = spellings.get(folded.slice(at, at + length).join(' '));
    if (found != null) return found;
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
