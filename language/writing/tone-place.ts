/** Tone marks as they follow a vowel in decomposed text: huyền, sắc, hỏi, ngã, nặng. */
const TONES = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** hoà → hòa, khoẻ → khỏe, thuỷ → thủy: the pairs of vowels whose mark two habits place differently. */
const MOVED = new Map(
  ['oa', 'oe', 'uy'].flatMap((pair) =>
    TONES.map((tone): [string, string] => [
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
