/** Combining tone marks: huyền, sắc, ngã, hỏi, nặng. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
const MARKS = /\p{M}/gu;

/** Composed form of a text. Every text passes here at the door: NFD hides "đến" from every pattern. */
export const toNfc = (text: string): string => text.normalize('NFC');

/**
 * Folds a text for comparison: lower case, no marks, đ as d. `fold('Đảng uỷ') === 'dang uy'`.
 * Not length-preserving for arbitrary Unicode; use foldChars where offsets matter.
 */
export const fold = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').toLowerCase().replace(/đ/gu, 'd').normalize('NFC');

const foldCache = new Map<string, string>();

/**
 * Folds an NFC text character by character, so that offsets in the result are offsets in the input.
 * A character whose folded form has another length is kept as it is.
 */
export const foldChars = (text: string): string => {
  let folded = '';
  for (let i = 0; i < text.length; i++) {
    const unit = text.charAt(i);
    let one = foldCache.get(unit);
    if (one === undefined) {
      const candidate = unit === 'Đ' || unit === 'Ð' ? 'd' : fold(unit);
      one = candidate.length === 1 ? candidate : unit;
      foldCache.set(unit, one);
    }
    folded += one;
  }
  return folded;
};

/**
 * Puts the tone mark of one syllable in a fixed place, so that uỷ and ủy, hoà and hòa compare equal.
 * The result is for comparison only, not for display.
 */
const canonicalSyllable = (syllable: string): string => {
  let tone = '';
  let base = '';
  for (const mark of syllable.normalize('NFD')) {
    if (TONE.test(mark)) tone = mark;
    else base += mark;
  }
  return tone === '' ? syllable : base.normalize('NFC') + tone;
};

/** Lower-cases a text and moves every tone mark behind its syllable. `canonicalTones('Uỷ') === canonicalTones('ủy')`. */
export const canonicalTones = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\p{L}\p{M}]+/gu, canonicalSyllable);
