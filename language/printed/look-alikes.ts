/** Letters and signs that engines write for each digit: "l5/O3/2O24" is 15/03/2024. The one table of them. — chữ số đọc nhầm */
const LIKENESSES: Readonly<Record<string, string>> = {
  '0': 'OoQ',
  '1': 'lI|!i',
  '2': 'Zz',
  '4': 'A',
  '5': 'SsŠš',
  '6': 'b',
  '7': 'T',
  '8': 'B§',
  '9': 'gq',
};

const digitOf = new Map(
  Object.entries(LIKENESSES).flatMap(([digit, letters]) => [...letters].map((letter) => [letter, digit] as const)),
);

/**
 * What a room takes for a digit, as the inside of a character class. They differ by how much else could stand there; the
 * value of a letter is the same everywhere.
 */
export const DIGIT_LIKE = {
  /** Running text: only rings and strokes, for S and B are letters of symbols there (15-B/TU). */
  inText: '\\dOolI|',
  /** The same in folded text, where I is i and O is o. */
  inFoldedText: '\\doil|',
  /** Where a figure must stand, as between "Số" and its symbol. */
  inNumber: '\\dOolI|SB',
  /** Figures with a true digit in them, in the print of an engine that knew no Vietnamese. */
  inFigure: '\\dOoQlI|!SB§',
  /** The mark of an item: its series says what is expected, so that almost any letter may be tried. */
  inMark: '\\dOolI|!SsŠšBZz',
} as const;

/** Replaces every likeness: `toDigits('l5') === '15'`. For prints that a class of `DIGIT_LIKE` has let through. */
export const toDigits = (print: string): string =>
  /^\d*$/u.test(print) ? print : [...print].map((letter) => digitOf.get(letter) ?? letter).join('');

/**
 * The value of a figure some of whose digits may be likenesses, one inner space forgiven; undefined when no true digit is
 * left in it, for "Il" and "ol" are words of other kinds. `readFigure('2O2 4') === 2024`.
 */
export const readFigure = (print: string | undefined): number | undefined =>
  print === undefined || !/\d/u.test(print) ? undefined : Number(toDigits(print.replace(/\s/gu, '')));

/**
 * The year of a print in four figures or two, those of two in this age: `readYear('2O26') === 2026`, `readYear('26') === 2026`,
 * `readYear('98') === 1998`.
 */
export const readYear = (print: string | undefined): number | undefined => {
  const figure = readFigure(print);
  return figure === undefined || figure >= 100 ? figure : figure + (figure < 50 ? 2000 : 1900);
};

/**
 * What engines write for the I of a Roman numeral. Not the strokes of 1: brackets and T occur in numerals only ("TI/" is
 * II), and a Z or S never does.
 */
const STROKE = /[Tl1|!i[\]]/gu;
/** Two strokes that touch: "HI." is III. */
const TWO_STROKES = /H/gu;

/** A damaged Roman numeral in capitals: `toRomanPrint('1v') === 'IV'`, `toRomanPrint('HI') === 'III'`. */
export const toRomanPrint = (print: string): string =>
  print.replace(/\s/gu, '').replace(STROKE, 'I').replace(TWO_STROKES, 'II').toUpperCase();
