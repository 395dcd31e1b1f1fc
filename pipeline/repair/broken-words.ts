import { isLegalSyllable, isSyllableSkeleton, LONGEST_SYLLABLE } from '../../language/writing/syllables.js';

/* Words that are no Vietnamese syllable by their letters alone. */

const VOWEL = /[aeiouy]/u;
const CONSONANT = /[b-df-hj-np-tv-xzđ]/u;

/** Vietnamese marks on what is no syllable, or no vowel at all: no foreign word is spelt so in small letters. */
export const isBrokenWord = (word: string): boolean => {
  if (isLegalSyllable(word)) return false;
  if (/[^\p{ASCII}]/u.test(word)) return !isLoanWord(word);
  return isSyllableSkeleton(word) || (word.length > 2 && !VOWEL.test(word));
};

/** Syllables in a row of which one bears a mark, "khuditích"; two of them may be a foreign name: "Bogotá" is three, "Xôfia" two. */
export const isGluedWord = (word: string): boolean =>
  word.length <= LONGEST_GLUED &&
  NATIVE.test(word.normalize('NFC')) &&
  !isLegalSyllable(word) &&
  countSyllables(word, 0) >= LEAST_GLUED;
/** What no foreign name has: a mark but sắc, ê, ô, or sắc before a consonant of two letters. */
const NATIVE = /[đăâơưàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵắấếốớứ]|[áéíóúý](?:ch|nh|ng)/u;
const LONGEST_GLUED = 24;
const LEAST_GLUED = 3;

/** Most legal syllables that the rest of a word is wholly made of; 0 where it is not. */
const countSyllables = (word: string, from: number): number => {
  if (from === word.length) return 0;
  let most = 0;
  for (let to = from + 1; to <= Math.min(word.length, from + LONGEST_SYLLABLE); to++) {
    if (!isLegalSyllable(word.slice(from, to))) continue;
    const rest = countSyllables(word, to);
    if (rest > 0 || to === word.length) most = Math.max(most, rest + 1);
  }
  return most;
};

/** "ôtô", "vắcxin", "cácbon": loan words are syllables written together. */
const isLoanWord = (word: string): boolean => {
  for (let cut = 1; cut < word.length; cut++)
    if (
      CONSONANT.test(word.charAt(cut)) &&
      isSyllableSkeleton(word.slice(0, cut)) &&
      isSyllableSkeleton(word.slice(cut))
    )
      return true;
  return false;
};
