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
  countSyllables(word) >= LEAST_GLUED;
/** What no foreign name has: a mark but sắc, ê, ô, or sắc before a consonant of two letters. */
const NATIVE = /[đăâơưàằầèềìòồờùừỳảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵắấếốớứ]|[áéíóúý](?:ch|nh|ng)/u;
const LONGEST_GLUED = 24;
const LEAST_GLUED = 3;

/** Most legal syllables that a word is wholly made of; 0 where it is not. */
const countSyllables = (word: string): number => {
  /** The same of its first letters, by how many they are: a row of short syllables can be parted in a million ways. */
  const most: (number | undefined)[] = [0];
  for (let to = 1; to <= word.length; to++)
    for (let from = Math.max(0, to - LONGEST_SYLLABLE); from < to; from++) {
      const before = most[from];
      if (before !== undefined && isLegalSyllable(word.slice(from, to))) most[to] = Math.max(most[to] ?? 0, before + 1);
    }
  return most[word.length] ?? 0;
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
