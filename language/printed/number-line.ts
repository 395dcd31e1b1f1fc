import type { Span } from '../../schemas/span.js';
import { isSyllableSkeleton } from '../writing/syllables.js';
import { PARTY_SYMBOL, STATE_SYMBOL, tidySymbol } from './document-number.js';
import { DIGIT_LIKE, toDigits } from './look-alikes.js';

/** The line of a header that gives the paper's own number: "Số 15-KL/TU", or leaves a place for it. — số, ký hiệu */
export interface NumberLine {
  /** Number and symbol as registered; null where the number is left open or nobody can read it. */
  readonly number: string | null;
  /** What stands behind the number, tidied: "-KL/TU", "/TB-UBND". */
  readonly symbol: string;
  /** True when nothing but a gap or dots stands before the symbol. */
  readonly blank: boolean;
  /** True when something stands there that nobody can read: "Số: ổf- /CT-UBND". */
  readonly unread: boolean;
  /** True when a digit was read out of a letter. */
  readonly damaged: boolean;
  readonly span: Span;
  /** The place of the number: its print, or the whole gap. */
  readonly place: Span;
}

/** "Số", and as OCR leaves it: "S8", "S6", "S0", "Sé", "Só", "So". */
export const NUMBER_WORD = '[S5$][ốôóoóồổỗộõọòềếỐÔOÓ0869éêeẻ]{1,2}';
/** The same in folded running text, where e would make "se" of it. */
export const FOLDED_NUMBER_WORD = 's[o0568]';

// Within a line only: a gap of an electronic office may be wide.
const GAP = '[^\\S\\n]{0,40}';
// Digits alone are read for "Số" only apart from the number: "5680/CT-CS" is no "Số" with a 0 behind it.
const NO_FIGURE = `(?!5[0869]{1,2}(?!${GAP}[:.;]|[^\\S\\n]{1,40}[${DIGIT_LIKE.inNumber}]))`;
const HEAD = `${NO_FIGURE}${NUMBER_WORD}${GAP}[:.;]?`;
const SYMBOL = `(?<symbol>${PARTY_SYMBOL}|${STATE_SYMBOL})`;
// The symbol of an open place may be cut short: "Số      -KL". One capital is a word, unless a joint follows it.
const OPEN_SYMBOL = `(?<symbol>(?:/\\s?\\d{4}\\s?)?[-–—/]${GAP}(?=\\p{Lu}{2}|\\p{Lu}\\p{L}*\\s?[-–/])\\p{Lu}[\\p{L}\\p{N}&/–-]*)`;

const form = (source: string): RegExp => new RegExp(`^${HEAD}${source}`, 'du');
// Số 15-KL/TU | Số: 87      /TB-UBND | S6 118-KL/TU
const PRINTED = form(`${GAP}(?<place>[${DIGIT_LIKE.inNumber}]{1,6})${GAP}${SYMBOL}`);
// Số      -KL/TU | Số: ..../QĐ-UBND
const BLANK = form(`(?<place>[.…_\\t \\u00a0]{0,60})${OPEN_SYMBOL}`);
// Số: ổf- /CT-UBND
const UNREAD = form(`${GAP}(?<place>[^\\n]{0,16}?)${GAP}${OPEN_SYMBOL}`);

const spanOf = (match: RegExpExecArray, group: string, at: number): Span => {
  const [start = 0, end = 0] = match.indices?.groups?.[group] ?? [];
  return { start: at + start, end: at + end };
};

/** "Số điện thoại: 0912-KL", "Số nhà 12/QL1-A": words stand there, not what is left of a number. */
const hasWord = (print: string): boolean => (print.match(/\p{L}{3,}/gu) ?? []).some(isSyllableSkeleton);

/** Longer lines are no number lines; what stands behind the number does not matter. */
const REACH = 200;

/**
 * Reads the number line that begins at an offset of an NFC text with the word Số, as printed or as OCR leaves it; null
 * where none does. — dòng số, ký hiệu
 *
 * `readNumberLine('Số: l5 - KL/TU', 0)` gives 15-KL/TU, damaged; `readNumberLine('Số:      /TB-UBND', 0)` is blank.
 */
export const readNumberLine = (text: string, at: number): NumberLine | null => {
  const window = text.slice(at, at + REACH);
  const match = PRINTED.exec(window) ?? BLANK.exec(window) ?? UNREAD.exec(window);
  const { place = '', symbol: print = '' } = match?.groups ?? {};
  if (match === null || hasWord(place)) return null;
  const symbol = tidySymbol(print);
  const digits = toDigits(place);
  const isPrinted = /^\d+$/u.test(digits);
  const isBlank = !isPrinted && /^[.…_\s]*$/u.test(place);
  return {
    number: isPrinted ? digits + symbol : null,
    symbol,
    blank: isBlank,
    unread: !isPrinted && !isBlank,
    damaged: isPrinted && digits !== place,
    span: { start: at, end: at + match[0].length },
    place: spanOf(match, 'place', at),
  };
};

const LINE_START = new RegExp(`(?=${NUMBER_WORD})(?<=(?:^|\\n|\\t)[^\\p{L}\\p{N}$\\n\\t]{0,20})`, 'gu');
const ANYWHERE = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?=${NUMBER_WORD})`, 'gu');

const findFrom = (pattern: RegExp, text: string): readonly NumberLine[] =>
  [...text.matchAll(pattern)].map(({ index }) => readNumberLine(text, index)).filter((line) => line !== null);

/** The number lines of a text that open a line or a column of it, behind nothing but stars and dirt. */
export const findNumberLines = (text: string): readonly NumberLine[] => findFrom(LINE_START, text);

/** The same wherever the word stands: OCR runs the columns of a header into one line. */
export const findNumbersInLines = (text: string): readonly NumberLine[] => findFrom(ANYWHERE, text);
