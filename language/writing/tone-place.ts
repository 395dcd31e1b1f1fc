/** Tone marks as they follow a vowel in decomposed text: huyền, sắc, hỏi, ngã, nặng. A syllable without one is level. — thanh */
const TONE_MARKS = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];
const TONE = new RegExp(`[${TONE_MARKS.join('')}]`, 'gu');

/** hoà → hòa, khoẻ → khỏe, thuỷ → thủy: the pairs of vowels whose mark two habits place differently. */
const MOVED = new Map(
  ['oa', 'oe', 'uy'].flatMap((pair) =>
    TONE_MARKS.map((tone): [string, string] => [
      `${pair}${tone}`.normalize('NFC'),
      `${pair.charAt(0)}${tone}${pair.charAt(1)}`.normalize('NFC'),
    ]),
  ),
);
const OLD_PLACEMENT = new RegExp(`(?<!q)(?:${[...MOVED.keys()].join('|')})(?!\\p{L})`, 'gu');

/**
 * Moves tone marks of the old habit to the new place in a lower-case NFC text; the result stays readable Vietnamese
 * of the same length. `placeTones('thành uỷ hoà') === 'thành ủy hòa'`; quý and hoàn keep theirs.
 */
export const placeTones = (text: string): string => text.replace(OLD_PLACEMENT, (pair) => MOVED.get(pair) ?? pair);

/** Lower-cases an NFC text and puts every tone mark where present spelling has it. `uniformTones('Uỷ ban') === 'ủy ban'`. */
export const uniformTones = (text: string): string => placeTones(text.toLowerCase());

/** The tone of a lower-case syllable taken off it: `splitTone('nghiệp')` gives `nghiêp` and the mark of nặng; none is ''. */
export const splitTone = (syllable: string): { readonly plain: string; readonly tones: readonly string[] } => {
  const decomposed = syllable.normalize('NFD');
  return { plain: decomposed.replace(TONE, '').normalize('NFC'), tones: decomposed.match(TONE) ?? [] };
};

const moveToneBehind = (syllable: string): string => {
  const { plain, tones } = splitTone(syllable);
  return tones.length === 0 ? syllable : plain + tones.at(-1);
};

/**
 * Lower-cases a text and puts every tone mark behind its syllable, so that a mark on a wrong vowel ("hòan") compares equal
 * as well. For comparison only, not for display. `canonicalTones('Uỷ') === canonicalTones('ủy')`.
 */
export const canonicalTones = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, moveToneBehind);
