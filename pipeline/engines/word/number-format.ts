const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
/** Beyond it Word itself writes digits. */
const MOST_ROMAN = 32_767;

const toRoman = (value: number): string => {
  if (value > MOST_ROMAN) return String(value);
  let rest = value;
  let print = '';
  for (const [worth, letters] of ROMAN)
    while (rest >= worth) {
      print += letters;
      rest -= worth;
    }
  return print;
};

const LETTERS = 26;
/** Word's alphabet has no đ: a b c d e f g; behind z come aa, bb, cc. */
const MOST_LETTERS = LETTERS * 30;
const toLetters = (value: number): string =>
  value > MOST_LETTERS
    ? String(value)
    : String.fromCharCode(65 + ((value - 1) % LETTERS)).repeat(Math.ceil(value / LETTERS));

const ORDINAL_ENDS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ordinalRules = new Intl.PluralRules('en', { type: 'ordinal' });
const toOrdinal = (value: number): string => `${value}${ORDINAL_ENDS[ordinalRules.select(value)] ?? 'th'}`;

/** One of twenty signs of Unicode, in circles or brackets; digits beyond. */
const fromSigns =
  (first: number) =>
  (value: number): string =>
    value <= 20 ? String.fromCharCode(first + value - 1) : String(value);

const FORMATS: Readonly<Record<string, (value: number) => string>> = {
  decimal: String,
  decimalZero: (value) => String(value).padStart(2, '0'),
  upperRoman: toRoman,
  lowerRoman: (value) => toRoman(value).toLowerCase(),
  upperLetter: toLetters,
  lowerLetter: (value) => toLetters(value).toLowerCase(),
  ordinal: toOrdinal,
  numberInDash: (value) => `- ${value} -`,
  decimalEnclosedCircle: fromSigns(0x2460),
  decimalEnclosedParen: fromSigns(0x2474),
  decimalEnclosedFullstop: fromSigns(0x2488),
  hex: (value) => value.toString(16).toUpperCase(),
};

/** True for a format that is written as Word writes it; others come out in digits. */
export const isKnownFormat = (format: string): boolean =>
  format === 'none' || format === 'bullet' || format.startsWith('custom:') || FORMATS[format] !== undefined;

/**
 * A number of a list as Word prints it: `formatNumber(4, 'upperRoman') === 'IV'`, `formatNumber(28, 'lowerLetter') === 'bb'`.
 * `custom:001, 002` pads with zeros. Zero and less, which Roman numerals and letters cannot write, come out in digits, and
 * formats that are not known as well. — kiểu đánh số
 */
export const formatNumber = (value: number, format: string): string => {
  if (format === 'none') return '';
  if (format.startsWith('custom:')) return String(value).padStart(/^0*1/u.exec(format.slice(7))?.[0].length ?? 1, '0');
  if (value <= 0) return format === 'decimalZero' ? String(value).padStart(2, '0') : String(value);
  return (FORMATS[format] ?? String)(value);
};
