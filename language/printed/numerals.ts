/** Marks that count in one series. `(1)` and `2)` share one, and so do `1.` and `2-`. */
export type Family =
  | 'phan'
  | 'chuong'
  | 'muc'
  | 'dieu'
  | 'upper'
  | 'roman'
  | 'arabic'
  | 'decimal'
  | 'paren'
  | 'letter'
  | 'roman-lower'
  | 'dash'
  | 'plus'
  | 'bullet';

/** The Vietnamese order of letters: đ after d; no f, j, w, z. */
const LETTERS = 'abcdđeghiklmnopqrstuvxy';
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50 };
const ROMAN_STEPS = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
/** Ordinals in words, folded: "Phần thứ hai". */
export const ORDINAL_WORDS: Readonly<Record<string, number>> = {
  nhat: 1,
  mot: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  bon: 4,
  nam: 5,
  sau: 6,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
};

/** Roman numeral of 1–39, as conclusions use it: `toRoman(4) === 'IV'`. */
export const toRoman = (ordinal: number): string =>
  'X'.repeat(Math.floor(ordinal / 10)) + (ROMAN_STEPS[ordinal % 10] ?? '');

/** Value of a well-formed Roman numeral; 0 for `IIX` and the like. */
export const readRoman = (numeral: string): number => {
  let sum = 0;
  let last = 0;
  for (const letter of [...numeral.toUpperCase()].reverse()) {
    const value = ROMAN_VALUES[letter] ?? 0;
    sum += value < last ? -value : value;
    last = Math.max(last, value);
  }
  return sum > 0 && sum < 40 && toRoman(sum) === numeral.toUpperCase() ? sum : 0;
};

const UNIT_WORDS: Readonly<Record<string, number>> = { ...ORDINAL_WORDS, muoi: 0, lam: 5 };
const UNIT = Object.keys(UNIT_WORDS)
  .filter((word) => word !== 'muoi')
  .join('|');

/** Pattern of an ordinal as papers print it in folded text: in figures, in words, in Roman figures. — lần thứ mười lăm */
export const ORDINAL = `(?:\\d{1,3}|(?:(?:${UNIT}) )?muoi(?: (?:${UNIT}))?|[ivxl]+(?![a-z])|(?:${UNIT}))`;

/** Value of such an ordinal: `readOrdinal('muoi lam') === 15`, `readOrdinal('xix') === 19`; 0 where it is none. */
export const readOrdinal = (print: string): number => {
  if (/^\d+$/u.test(print)) return Number(print);
  if (/^[ivxl]+$/u.test(print)) return readRoman(print);
  const [first, last] = print.includes('muoi') ? print.split(/ ?muoi ?/u) : ['', print];
  const unit = UNIT_WORDS[last ?? ''] ?? 0;
  if (!print.includes('muoi')) return unit;
  return (first === '' ? 1 : (UNIT_WORDS[first ?? ''] ?? 0)) * 10 + unit;
};

/** How a value of a series is written, for a mark that was lost: `writeValue('letter', 5) === 'đ'`. */
export const writeValue = (family: Family, ordinal: number): string => {
  if (family === 'roman') return toRoman(ordinal);
  if (family === 'roman-lower') return toRoman(ordinal).toLowerCase();
  if (family === 'letter') return LETTERS.charAt(ordinal - 1);
  if (family === 'upper') return LETTERS.charAt(ordinal - 1).toUpperCase();
  return String(ordinal);
};

/** Place of a letter in that order, from 1; 0 for f, j, w, z. */
export const letterOrdinal = (letter: string): number => LETTERS.indexOf(letter.toLowerCase()) + 1;

/** Letters that only word processors count with, and the one before each. */
const FOREIGN_LETTERS: Readonly<Record<string, string>> = { f: 'e', j: 'i', w: 'v', z: 'y' };

/** Place of f, j, w or z in a list that a word processor numbered: half a step behind the letter before it; 0 for others. */
export const foreignLetterOrdinal = (letter: string): number => {
  const before = FOREIGN_LETTERS[letter.toLowerCase()];
  return before === undefined ? 0 : letterOrdinal(before) + 0.5;
};
