import { DamerauLevenshteinDistance } from 'natural/lib/natural/distance/index.js';
import { fold } from './unicode.js';

/**
 * Letters to change, drop, add or swap to make one word of the other; both folded. The only door to the library natural,
 * by its sub-path: its main entry takes most of a second and prints. `measureDistance('tuyen', 'tuven') === 1`.
 */
export const measureDistance = (one: string, other: string): number =>
  DamerauLevenshteinDistance(one, other, { restricted: true });

/**
 * True when `measureDistance` of two folded words is at most 1, without its table: what is left between their common
 * beginning and their common end is one letter, or two that changed places. `isWithinOne('tuyen', 'tuven')`.
 */
export const isWithinOne = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false;
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one.charCodeAt(end - 1) === other.charCodeAt(otherEnd - 1)) {
    end--;
    otherEnd--;
  }
  const [left, otherLeft] = [end - start, otherEnd - start];
  if (left <= 1 && otherLeft <= 1) return true;
  const isSwap = left === 2 && otherLeft === 2;
  return isSwap && one[start] === other[start + 1] && one[start + 1] === other[start];
};

/** True when two folded words differ by exactly one letter. */
export const differByOne = (one: string, other: string): boolean => one !== other && isWithinOne(one, other);

const countPairs = (text: string): ReadonlyMap<string, number> => {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let at = 0; at <= words.length; at++) {
    const pair = `${words[at - 1] ?? ''} ${words[at] ?? ''}`;
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
};

/**
 * How much two texts have in common, 0–1: the share of neighbouring words, both ends among them, that stand in both; marks and
 * capitals count for nothing. One other word in ten costs .2. Linear in their length. `measureLikeness('a b c', 'a b c') === 1`.
 */
export const measureLikeness = (one: string, other: string): number => {
  const [pairs, others] = [countPairs(one), countPairs(other)];
  let [same, all] = [0, 0];
  for (const [pair, count] of pairs) {
    same += Math.min(count, others.get(pair) ?? 0);
    all += count;
  }
  for (const count of others.values()) all += count;
  return (2 * same) / all;
};
