/** Letters of other alphabets that print like Latin capitals, and what they are read as. Source: Unicode confusables. */
const OTHER_ALPHABETS = new Map(
  [
    ['АаΑα', 'A'],
    ['ЕеΕε', 'E'],
    ['ІіΙι', 'I'],
    ['МмΜμ', 'M'],
    ['ОоΟο', 'O'],
    ['ТтΤτ', 'T'],
    ['УуҮүΥυ', 'Y'],
    ['СсϹ', 'C'],
  ].flatMap(([letters = '', latin = '']) =>
    [...letters].map((letter) => [letter, letter === letter.toUpperCase() ? latin : latin.toLowerCase()] as const),
  ),
);

/** Signs without width that may stand between letters: joiners, marks of direction, soft hyphen, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const NOT_LATIN = /[\u0370-\u04ff]/gu;

/**
 * A text as the eye sees it: full-width and look-alike letters as Latin ones, every space an ordinary one, invisible
 * signs gone. For comparing alone; offsets are lost. `toPlainLetters('ＭẬТ') === 'MẬT'`.
 */
export const toPlainLetters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(NOT_LATIN, (letter) => OTHER_ALPHABETS.get(letter) ?? letter)
    .normalize('NFC');

/** Every kind of line end that a text may have, those of Unicode and of old word processors, too. */
export const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
