/* What stands at a place of a text, by its UTF-16 unit: a look for suspects walks over every letter once. */

const LETTER = /[\p{L}\p{M}]/u;
const letterKinds = new Uint8Array(0x10000);
/** Of a UTF-16 unit. */
export const isLetter = (code: number): boolean => {
  if (letterKinds[code] === 0) letterKinds[code] = LETTER.test(String.fromCharCode(code)) ? 2 : 1;
  return letterKinds[code] === 2;
};

const codes = (characters: string): ReadonlySet<number> => new Set([...characters].map((c) => c.charCodeAt(0)));
export const OPENING = codes('("“‘«[*');
export const MARKS = codes('.,:;');
const CLOSING = codes(')"”’»]!?…*');
export const [SPACE, NEWLINE, TAB, COMMA, SEMICOLON] = [32, 10, 9, 44, 59];
export const isBlank = (code: number): boolean => code === SPACE || code === NEWLINE || code === TAB;
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

const isLetterOrDigit = (code: number): boolean => isLetter(code) || isDigit(code);

/** Letters beside a digit, slash, hyphen, apostrophe or sign belong to a code, an address or a foreign name. */
export const standsAlone = (text: string, start: number, end: number): boolean => {
  const left = start === 0 ? SPACE : text.charCodeAt(start - 1);
  const right = end >= text.length ? SPACE : text.charCodeAt(end);
  if (!isBlank(left) && !OPENING.has(left)) return false;
  if (isBlank(right) || CLOSING.has(right)) return true;
  return MARKS.has(right) && (end + 1 >= text.length || !isLetterOrDigit(text.charCodeAt(end + 1)));
};

/** True when only blanks stand before a place in its line; short of that the look back ends at the first other sign. */
export const startsLine = (text: string, at: number): boolean => {
  let before = at - 1;
  while (before >= 0 && before > at - LONGEST_INDENT && isBlank(text.charCodeAt(before))) {
    if (text.charCodeAt(before) === NEWLINE) return true;
    before--;
  }
  return before < 0;
};
const LONGEST_INDENT = 80;
