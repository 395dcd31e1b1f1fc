import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { isGluedWord } from '../../../pipeline/repair/broken-words.js';

describe('a word of several syllables in a row', () => {
  it('is told from one syllable, from a foreign name and from what is not wholly syllables', () => {
    expect(['khuditích', 'thịtrấnxã'].map(isGluedWord)).toEqual([true, true]);
    expect(['nghiêng', 'bogotá', 'xôfia', 'khuditíchzz'].map(isGluedWord)).toEqual([false, false, false, false]);
  });

  it('is soon told, in however many ways it may be parted', () => {
    const words = [...'bcdghlmnrstvx'].map((first) => `${first}ạ${'uy'.repeat(11)}`);
    const start = performance.now();
    expect(words.map(isGluedWord)).toEqual(words.map(() => true));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
