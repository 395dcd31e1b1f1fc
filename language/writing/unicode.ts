const MARKS = /\p{M}/gu;

/** Marks on one letter beyond what any script stacks; Vietnamese has two. To sort more of them takes ever longer. */
const MOST_MARKS = 30;
const STACKED = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');
/** True where a run may be of marks: a cheap look at code units, which finds nothing in Vietnamese. */
const mayBeStacked = (text: string): boolean => {
  let run = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    run = code >= 0x300 && (code < 0x1e00 || code > 0x206f) ? run + 1 : 0;
    if (run > MOST_MARKS) return true;
  }
  return false;
};

/**
 * True where nothing can be composed: below the combining marks every letter is composed already, and so are the letters
 * of Vietnamese (U+1EA0 on) and the quotation marks, dashes and dots of print. False says nothing.
 */
export const isSurelyComposed = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x300 && (code < 0x1ea0 || code > 0x1ef9) && (code < 0x2010 || code > 0x2027)) return false;
  }
  return true;
};

/**
 * Composed form of a text. Every text passes here at the door: NFD hides "đến" from every pattern. Marks that no letter
 * bears are left out, so that a letter under 200,000 of them stops nobody.
 */
export const toNfc = (text: string): string => {
  if (isSurelyComposed(text)) return text;
  return (mayBeStacked(text) ? text.replace(STACKED, '$1') : text).normalize('NFC');
};

const foldAny = (text: string): string =>
  text.normalize('NFD').replace(MARKS, '').toLowerCase().replace(/đ/gu, 'd').normalize('NFC');

/**
 * Folds a text for comparison: lower case, no marks, đ as d. `fold('Đảng uỷ') === 'dang uy'`.
 * Not length-preserving for arbitrary Unicode; use foldChars where offsets matter.
 */
// Composed letters fold one by one. The Icelandic Ð alone is another letter here than there, where it stands for Đ.
export const fold = (text: string): string =>
  isSurelyComposed(text) && !text.includes('Ð') ? foldChars(text) : foldAny(text);

/** Folded code of each UTF-16 unit met so far; 0 for those not met. */
const foldedCodes = new Uint16Array(0x10000);

const foldUnit = (code: number): number => {
  const unit = String.fromCharCode(code);
  const candidate = unit === 'Đ' || unit === 'Ð' ? 'd' : foldAny(unit);
  const folded = candidate.length === 1 ? candidate.charCodeAt(0) : code;
  foldedCodes[code] = folded;
  return folded;
};

/** Room for the folded units of one text, used again and again: a buffer for each would be a tenth of all memory made. */
const room = new Uint16Array(4096);
const roomBytes = Buffer.from(room.buffer);

/**
 * Folds an NFC text character by character, so that offsets in the result are offsets in the input.
 * A character whose folded form has another length is kept as it is.
 */
export const foldChars = (text: string): string => {
  const fits = text.length <= room.length;
  const units = fits ? room : new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    units[i] = foldedCodes[code] || foldUnit(code);
  }
  const bytes = fits ? roomBytes : Buffer.from(units.buffer);
  return bytes.toString('utf16le', 0, 2 * text.length);
};
