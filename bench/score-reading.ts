import { alignWords, toScoredWords } from '../models/compare-texts.js';
import type { TrueText } from './accuracy-pages.js';

/** What a reading of one page got right. */
export interface ReadingScore {
  /** For each true word that counts, in order: was it read right? */
  readonly rights: readonly boolean[];
  /** True word and what stands in its place; '' where nothing does. */
  readonly confusions: readonly (readonly [string, string])[];
  /** Words read that are not on the page: dirt, rings of seals, halves of words. */
  readonly extra: number;
}

/**
 * Aligns what was read with the true words: small letters, tone marks in one place, punctuation stripped. A word that
 * was read right but in another place (columns taken in another order) is right: the order of zones is measured by the
 * tests of whole documents. Words of stamps take part in the alignment and are not counted.
 * `scoreReading([{ text: 'Giao Sở', isCounted: true }], 'giao Sơ').rights` is `[true, false]`.
 */
export const scoreReading = (truth: readonly TrueText[], reading: string): ReadingScore => {
  const words = truth.flatMap(({ text, isCounted }) => toScoredWords(text).map((word) => ({ word, isCounted })));
  const found = toScoredWords(reading);
  const partners = new Map<number, number>();
  const spare = new Map<string, number>();
  const pairs = alignWords(
    words.map(({ word }) => word),
    found,
  );
  for (const [i, j] of pairs) {
    if (i >= 0 && j >= 0) partners.set(i, j);
    if (j >= 0 && words[i]?.word !== found[j]) spare.set(found[j] ?? '', (spare.get(found[j] ?? '') ?? 0) + 1);
  }
  const takeSpare = (word: string): boolean => {
    const left = spare.get(word) ?? 0;
    if (left > 0) spare.set(word, left - 1);
    return left > 0;
  };
  const rights: boolean[] = [];
  const confusions: (readonly [string, string])[] = [];
  for (const [i, { word, isCounted }] of words.entries()) {
    const partner = partners.get(i);
    const read = partner === undefined ? '' : (found[partner] ?? '');
    const isRight = read === word || takeSpare(word);
    if (!isCounted) continue;
    rights.push(isRight);
    if (!isRight) confusions.push([word, read]);
  }
  return { rights, confusions, extra: [...spare.values()].reduce((sum, left) => sum + left, 0) };
};
