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

/** Small capitals, and capitals of scripts that few fonts tell from Latin ones. Source: Unicode, Phonetic Extensions; confusables. */
const RARE_LETTERS = new Map(
  [...'ᴀAᴄCᴅDᴇEɢGʜHɪIᴊJᴋKʟLᴍMɴNᴏOᴘPʀRꜱSᴛTᴜUᴠVᴡWʏYᴢZꓟMꓔTᎷMᎢTꓮAᎪA'.matchAll(/(.)(.)/gu)].map(
    ([, rare = '', latin = '']) => [rare, latin] as const,
  ),
);
const IS_RARE = new RegExp(`[${[...RARE_LETTERS.keys()].join('')}]`, 'u');

/** A word that holds such letters, as capitals: "ᴍậᴛ" has its vowel small for want of another. */
const raiseRare = (word: string): string =>
  IS_RARE.test(word) ? [...word].map((letter) => RARE_LETTERS.get(letter) ?? letter.toUpperCase()).join('') : word;

/** White letters on black discs and squares, which have no plain form in Unicode. */
const WHITE_ON_BLACK = /[\u{1f150}-\u{1f169}\u{1f170}-\u{1f189}]/gu;
const FIRST_ON_DISC = 0x1f150;
const FIRST_ON_SQUARE = 0x1f170;

const readOnBlack = (sign: string): string => {
  const code = sign.codePointAt(0) ?? 0;
  return String.fromCharCode(65 + code - (code < FIRST_ON_SQUARE ? FIRST_ON_DISC : FIRST_ON_SQUARE));
};

/** Signs without width that may stand between letters: joiners, marks of direction, soft hyphen, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const NOT_LATIN = /[\u0370-\u04ff]/gu;

const plainOf = (text: string): string => {
  const plain = text
    .replace(WHITE_ON_BLACK, readOnBlack)
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(NOT_LATIN, (letter) => OTHER_ALPHABETS.get(letter) ?? letter)
    .normalize('NFC');
  return IS_RARE.test(plain) ? plain.replace(/[\p{L}\p{M}]+/gu, raiseRare) : plain;
};

/** For each UTF-16 unit met so far whether it is plain as it stands, beside any other: most lines hold no other. */
const PLAIN = 1;
const OTHER = 2;
const units = new Uint8Array(0x10000);

const readUnit = (code: number): number => {
  const unit = String.fromCharCode(code);
  // A mark, half a letter or a jamo may become another letter with the one before it.
  const isPlain = code < 0x2100 && !/\p{M}/u.test(unit) && plainOf(unit) === unit;
  units[code] = isPlain && !(code >= 0x1100 && code < 0x1200) ? PLAIN : OTHER;
  return units[code];
};

const isPlain = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((units[code] || readUnit(code)) !== PLAIN) return false;
  }
  return true;
};

/**
 * A text as the eye sees it: full-width and look-alike letters as Latin ones, every space an ordinary one, invisible
 * signs gone. For comparing alone; offsets are lost. `toPlainLetters('ＭẬТ') === 'MẬT'`.
 */
export const toPlainLetters = (text: string): string => (isPlain(text) ? text : plainOf(text));

/** Every kind of line end that a text may have, those of Unicode and of old word processors, too. */
export const LINE_ENDS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
