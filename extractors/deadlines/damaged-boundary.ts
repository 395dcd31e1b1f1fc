import { differByOne } from '../../language/writing/distance.js';
import { isSyllableSkeleton } from '../../language/writing/syllables.js';
import { fold } from '../../language/writing/unicode.js';

/** Boundary words long enough to be known by all letters but one; shorter ones are too near to others. — trước, trong */
const WORDS: readonly { readonly word: string; readonly signal: 'strong' | 'weak'; readonly before: boolean }[] = [
  { word: 'truoc', signal: 'strong', before: true },
  { word: 'trong', signal: 'weak', before: false },
];
/** A word that lost its first letter at the edge of a line or a bracket is told only where that leaves no common word. */
const BEHEADED = 'rong';
const LAST_WORD = /(?<![\p{L}\p{M}\p{N}])(?<word>[\p{L}\p{M}\p{N}]{4,7})\s+$/u;

/** A boundary word that an engine misread, right before a time. */
export interface DamagedBoundary {
  readonly start: number;
  readonly signal: 'strong' | 'weak';
  readonly bound: 'before' | 'by';
}

/**
 * The misread boundary word that ends a text, which stands before a time: "frong", "trudc", "(rong". Only what is no Vietnamese
 * syllable is taken for one, or "trống", "trọng" would be. undefined when the last word is none.
 * `findDamagedBoundary('hồ sơ trudc ')?.bound === 'before'`.
 */
export const findDamagedBoundary = (text: string): DamagedBoundary | undefined => {
  const match = LAST_WORD.exec(text);
  const printed = match?.groups?.word ?? '';
  const word = fold(printed);
  const meant =
    printed === BEHEADED
      ? WORDS.find((one) => one.word === `t${BEHEADED}`)
      : word === '' || isSyllableSkeleton(word)
        ? undefined
        : WORDS.find((one) => differByOne(one.word, word));
  return match === null || meant === undefined
    ? undefined
    : { start: match.index, signal: meant.signal, bound: meant.before ? 'before' : 'by' };
};
