import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';

/**
 * Letters to change, drop, add or swap to make one word of the other; both folded. The only door to the library natural,
 * by its sub-path: its main entry takes most of a second and prints. `measureDistance('tuyen', 'tuven') === 1`.
 */
export const measureDistance = (one: string, other: string): number =>
  DamerauLevenshteinDistance(one, other, { restricted: true });

/** True when two folded words differ by exactly one letter; told by their lengths first, which settles most pairs. */
export const differByOne = (one: string, other: string): boolean =>
  Math.abs(one.length - other.length) <= 1 && measureDistance(one, other) === 1;
