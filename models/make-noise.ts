import { fold } from '../language/writing/unicode.js';
import type { ChannelPair } from './read-corpus.js';

/** A text and what an engine without Vietnamese letters makes of it, word for word. */
export interface NoisyText {
  readonly clean: string;
  readonly noisy: string;
}

/** A repeatable row of numbers from 0 to 1: the same seed gives the same noise. */
export const makeRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
};

/** Leaves out all marks but keeps capitals: what people type who have no Vietnamese keyboard. */
export const stripMarks = (text: string): string =>
  text.replace(/[^\p{ASCII}]/gu, (letter) => {
    const small = fold(letter);
    return letter === letter.toLowerCase() ? small : small.toUpperCase();
  });

/** Misreads every word as some pair did; a word that no pair knows loses its marks. */
export const makeNoisy = (clean: string, pairs: readonly ChannelPair[], random: () => number): NoisyText => {
  const readings = new Map<string, string[]>();
  for (const pair of pairs) readings.set(pair.clean, [...(readings.get(pair.clean) ?? []), pair.noisy]);
  const noisy = clean.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const known = readings.get(word) ?? [];
    return known[Math.floor(random() * known.length)] ?? stripMarks(word);
  });
  return { clean, noisy };
};

/** Running lines of a corpus as texts of some length, taken at chance from its held-out part. */
export const takeTexts = (
  lines: readonly string[],
  count: number,
  linesEach: number,
  random: () => number,
): string[] => {
  const running = lines.filter((line) => line.length > 120 && /[ạảếộ]/u.test(line));
  return Array.from({ length: count }, () => {
    const start = Math.floor(random() * Math.max(1, running.length - linesEach));
    return running.slice(start, start + linesEach).join('\n\n');
  });
};
