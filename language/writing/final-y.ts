/** A syllable that ends in i or y alone behind these consonants is written with either: kĩ, kỹ; tỉ, tỷ; lí, lý; quí, quý. */
const EITHER = /^((?:h|k|l|m|s|t|qu))([iìíỉĩị])$/u;
const AS_Y = new Map([...'iìíỉĩị'].map((letter, at) => [letter, [...'yỳýỷỹỵ'][at] ?? letter]));

/** A lower-case syllable with its final i written y, where both are the same word: `uniformY('tỉ') === 'tỷ'`; `mi` in `minh` stays. — i ngắn, y dài */
export const uniformY = (syllable: string): string =>
  syllable.replace(EITHER, (_, onset: string, vowel: string) => onset + (AS_Y.get(vowel) ?? vowel));

/** True of a folded syllable that is written with either letter: `isWithEither('ky')`. */
export const isWithEither = (folded: string): boolean => /^(?:h|k|l|m|s|t|qu)[iy]$/u.test(folded);
