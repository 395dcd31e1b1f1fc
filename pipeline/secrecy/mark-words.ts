import { differByOne } from '../../language/writing/distance.js';
import { fold } from '../../language/writing/unicode.js';
import { WordTable } from '../../language/writing/word-table.js';

/** The three degrees of secrecy. Source: Luật Bảo vệ bí mật nhà nước, điều 8. — độ mật */
export type SecrecyMark = 'MẬT' | 'TỐI MẬT' | 'TUYỆT MẬT';

/** A mark that was found; only likely when a letter was misread or the place leaves a doubt. */
export interface FoundMark {
  readonly mark: SecrecyMark;
  readonly isCertain: boolean;
}

/** One word of a cell. */
export interface Word {
  readonly text: string;
  /** Lower case, marks kept. */
  readonly lower: string;
  /** Lower case without marks; 0 and 1, | and !, and 4 between letters as the letters that they look like. */
  readonly folded: string;
  readonly isCapital: boolean;
  readonly isTitled: boolean;
  /** True when a mark of punctuation stands between it and the word before. */
  readonly isParted: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}!]+/gu;
const SPACED_LETTERS = /(?<![\p{L}\p{N}])(?:\p{L}[ .,·•*/~=+_-]{1,3}){2,}\p{L}(?![\p{L}\p{N}])/gu;

/** What the letters of a word tell. */
const lettersOf = new WordTable((text): Omit<Word, 'isParted'> => {
  const letters = text
    .replace(/0/gu, 'O')
    .replace(/[1!]/gu, 'I')
    .replace(/(?<=\p{L})4(?=\p{L})/gu, 'A');
  return {
    text,
    lower: text.toLowerCase(),
    folded: fold(letters),
    isCapital: /\p{Lu}/u.test(text) && text.replace(/l/gu, 'I') === text.replace(/l/gu, 'I').toUpperCase(),
    isTitled: /^\p{Lu}\p{Ll}+$/u.test(text),
  };
});

/** The strokes of an M as an engine reads them apart: "IVI", "lVl". */
const PARTED_M = /[Il1|]V[Il1|](?=[ẬÂAĂ])/gu;

/** "TUYỆTMẬT", "TỐIMẬT": two words in one print. */
const GLUED = /(?<![\p{L}\p{M}])(TUY\p{Lu}T|T[ỐÔO]I)(M[ẬÂA]T)(?![\p{L}\p{M}])/gu;

/** A word that may be several: at least six letters in one print. */
const LONG_PRINT = /(?<![\p{L}\p{M}])\p{Lu}\p{L}{5,29}(?![\p{L}\p{M}])/gu;
/** What stands glued to a mark, folded: degree, urgency, withdrawal. "MẬTKHẨU" is none of it. */
const GLUED_PARTS = /hoa|toc|hen|gio|thuong|khan|thu|hoi|tai|lieu|van|ban|tuyet|toi|mat/gu;

/** "MẬTKHẨN", "HỎATỐCMẬT" with the blanks that were lost; any other word as it is. */
const partGlued = (print: string): string => {
  const folded = fold(print);
  const parts: readonly string[] = folded.match(GLUED_PARTS) ?? [];
  if (folded.length !== print.length || !parts.includes('mat') || parts.join('') !== folded) return print;
  let at = 0;
  return parts
    .map((part) => {
      at += part.length;
      return print.slice(at - part.length, at);
    })
    .join(' ');
};

/** MẬT as the keyboard gives it when the Vietnamese input is off. — Telex, VNI */
const UNTYPED = /(?<![\p{L}\p{N}])(?:MAAJT|MAATJ|MATAJ|MÂJT|MÂTJ|MA65T|MA6T5|MAT65|MAT56|MÂ5T|MÂT5)(?![\p{L}\p{N}])/giu;

/** Spaced letters without their gaps; a gap that is wider than the least one parts two words: "T U Y Ệ T  M Ậ T". */
const closeGaps = (letters: string): string => {
  const least = Math.min(...[...letters.matchAll(/\P{L}+/gu)].map(([gap]) => gap.length));
  return letters.replace(/\P{L}+/gu, (gap) => (gap.length > least ? ' ' : ''));
};

/** What a word has that may be glued or typed without its marks: to seek is far cheaper than to replace, and nearly no cell has it. */
const MAY_BE_GLUED = /\p{Lu}\p{L}{5}/u;
const MAY_BE_UNTYPED = /m[aâ]/iu;

/** A cell whose spaced letters are closed up and whose glued words are parted. */
export const joinSpaced = (cell: string): string => {
  const whole = cell.replace(PARTED_M, 'M');
  const joined = whole.search(SPACED_LETTERS) < 0 ? whole : whole.replace(SPACED_LETTERS, closeGaps);
  const parted = MAY_BE_GLUED.test(joined) ? joined.replace(GLUED, '$1 $2').replace(LONG_PRINT, partGlued) : joined;
  if (!MAY_BE_UNTYPED.test(parted)) return parted;
  return parted.replace(UNTYPED, (keys) => (keys.startsWith('m') ? 'mật' : 'MẬT'));
};

/** The words of a cell, spaced and glued letters read as the words that they print. */
export const toWords = (cell: string): readonly Word[] => {
  const joined = joinSpaced(cell);
  let last = 0;
  return [...joined.matchAll(WORD)].map(({ 0: text, index }) => {
    const isParted = joined.slice(last, index).trim() !== '';
    last = index + text.length;
    const { lower, folded, isCapital, isTitled } = lettersOf.at(joined, index, last);
    return { text, lower, folded, isCapital, isTitled, isParted };
  });
};

/** Words before mật that make another word of it: bảo mật, bí mật, giải mật, gan mật. */
export const BEFORE_OTHER: ReadonlySet<string> = new Set(
  'bảo bí giải hết không cơ độ thân chi gan túi sỏi ống đường dịch ngọt'.split(' '),
);
/** Words behind it that do: mật độ, mật mã, mật ong, mật khẩu, mật vụ. */
export const BEHIND_OTHER: ReadonlySet<string> = new Set(
  'độ mã ong khẩu thư vụ thiết nghị mía gấu ngọt hoa nhà'.split(' '),
);

/** Words before mật that name the higher degrees, folded. */
export const PREFIXES = [
  { key: 'toi', mark: 'TỐI MẬT' },
  { key: 'tuyet', mark: 'TUYỆT MẬT' },
] as const satisfies readonly { readonly key: string; readonly mark: SecrecyMark }[];

/** The higher degree that a word before mật names; not whole when a letter was misread. */
export const readPrefix = (
  word: Word | undefined,
): { readonly mark: SecrecyMark; readonly isWhole: boolean } | undefined => {
  if (word === undefined) return undefined;
  const folded = word.folded.replace(/l/gu, 'i');
  for (const { key, mark } of PREFIXES) {
    if (folded === key) return { mark, isWhole: true };
    if (key.length > 3 && differByOne(word.folded, key)) return { mark, isWhole: false };
  }
  return undefined;
};
