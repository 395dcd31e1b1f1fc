/** "!", the digit nought; "z" for four noughts; "~" ends the data. */
const FIRST = 0x21;
const LAST = 0x75;
const FOUR_NOUGHTS = 0x7a;
const END = 0x7e;

/**
 * Decodes the ASCII base-85 of a PDF stream: five letters for four bytes, white space between them ignored (ISO 32000-1,
 * 7.4.3). Undefined for a letter that has no place in it.
 */
export const decodeAscii85 = (letters: Uint8Array): Uint8Array | undefined => {
  const bytes = new Uint8Array(4 * letters.length);
  let length = 0;
  let value = 0;
  let digits = 0;
  for (const letter of letters) {
    if (letter === END) break;
    if (letter <= 0x20) continue;
    if (letter === FOUR_NOUGHTS && digits === 0) {
      length += 4;
      continue;
    }
    if (letter < FIRST || letter > LAST) return undefined;
    value = value * 85 + letter - FIRST;
    digits++;
    if (digits < 5) continue;
    bytes[length] = value >>> 24;
    bytes[length + 1] = value >>> 16;
    bytes[length + 2] = value >>> 8;
    bytes[length + 3] = value;
    length += 4;
    [value, digits] = [0, 0];
  }
  // A group that is cut short stands for one byte fewer than it has letters; what lacks counts as the highest digit.
  for (let i = digits; i > 0 && i < 5; i++) value = value * 85 + LAST - FIRST;
  for (let i = 0; i < digits - 1; i++) bytes[length + i] = value >>> (24 - 8 * i);
  return bytes.subarray(0, length + Math.max(0, digits - 1));
};
