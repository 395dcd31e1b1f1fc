import { canonicalTones } from '../language/writing/tone-place.js';

/** One word for scoring: small letters, tone mark behind, punctuation stripped. */
export const toScoredWord = (word: string): string =>
  canonicalTones(word).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, '');

/** The words of a text for scoring; empty ones and the stars of bold print are left out. */
export const toScoredWords = (text: string): string[] =>
  text
    .split(/[\s*]+/u)
    .map(toScoredWord)
    .filter((word) => word !== '');

/** Pairs of places at which two word lists are aligned by the fewest changes; -1 where one has no partner. */
export const alignWords = (truth: readonly string[], found: readonly string[]): (readonly [number, number])[] => {
  const width = found.length + 1;
  const costs = new Uint16Array((truth.length + 1) * width);
  for (let j = 0; j < width; j++) costs[j] = j;
  for (let i = 1; i <= truth.length; i++) {
    costs[i * width] = i;
    for (let j = 1; j < width; j++) {
      const swap = (costs[(i - 1) * width + j - 1] ?? 0) + (truth[i - 1] === found[j - 1] ? 0 : 1);
      const drop = (costs[(i - 1) * width + j] ?? 0) + 1;
      const add = (costs[i * width + j - 1] ?? 0) + 1;
      costs[i * width + j] = Math.min(swap, drop, add);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let i = truth.length;
  let j = found.length;
  while (i > 0 || j > 0) {
    const cost = costs[i * width + j] ?? 0;
    if (i > 0 && j > 0 && cost === (costs[(i - 1) * width + j - 1] ?? 0) + (truth[i - 1] === found[j - 1] ? 0 : 1))
      pairs.push([--i, --j]);
    else if (i > 0 && cost === (costs[(i - 1) * width + j] ?? 0) + 1) pairs.push([--i, -1]);
    else pairs.push([-1, --j]);
  }
  return pairs.reverse();
};

/** Share of the true words that the found text has in their place. */
export const scoreWords = (truth: readonly string[], found: readonly string[]): number => {
  const right = alignWords(truth, found).filter(([i, j]) => i >= 0 && j >= 0 && truth[i] === found[j]).length;
  return truth.length === 0 ? 1 : right / truth.length;
};
