/**
 * What moves a cursor, hides or turns round what stands beside it: control codes (ESC, CSI and all of C0 and C1), marks of
 * direction, line and paragraph separators, halves of characters. Line feed and tab are among them.
 */
const CODES = /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2028\u2029\u2066-\u2069]/gu;

/** Pictures of the codes of C0: ␀ for NUL, ␛ for ESC, ␊ for a line feed. */
const PICTURES = 0x24_00;

const toPicture = (code: string): string => {
  const value = code.codePointAt(0) ?? 0;
  if (value < 0x20) return String.fromCodePoint(PICTURES + value);
  return value === 0x7f ? '␡' : `\\u{${value.toString(16)}}`;
};

/** Control codes written so that they are seen and do nothing: `showCodes('a\x1b]0;b') === 'a␛]0;b'`. `keep`: codes that stay. */
export const showCodes = (text: string, keep = ''): string =>
  text.replace(CODES, (code) => (keep.includes(code) ? code : toPicture(code)));

/** Text for files that other programs read: line ends and tabs as they are, and no other control code: each becomes �. */
export const replaceCodes = (text: string): string =>
  text.replace(CODES, (code) => ('\n\r\t'.includes(code) ? code : '\ufffd'));

/** As replaceCodes, with every kind of line end as a line feed. */
export const replaceCodesAndEnds = (text: string): string =>
  replaceCodes(text.replace(/\r\n?|[\u0085\u2028\u2029]/gu, '\n'));

/** A value as JSON in which no control code stands raw: `toJson('\x9b') === '"\\u009b"'`. Parsed, it is the same value. */
export const toJson = (value: unknown): string =>
  (JSON.stringify(value) ?? 'null').replace(
    CODES,
    (code) => `\\u${(code.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
