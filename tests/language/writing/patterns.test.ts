import { describe, expect, it } from 'vitest';
import { foldedPattern, matchesOf, wordPattern } from '../../../language/writing/patterns.js';

describe('wordPattern', () => {
  it('finds Vietnamese words whole', () => {
    expect([...'đến ngày 5, quyết định đến'.matchAll(wordPattern('đến'))].map((m) => m.index)).toEqual([0, 23]);
  });

  it('does not find a word inside another', () => {
    expect('quyết định'.match(wordPattern('quyế'))).toBeNull();
    expect('định'.match(wordPattern('ịnh'))).toBeNull();
  });

  it('takes any run of spaces for a space', () => {
    expect('trước \n ngày 5'.match(wordPattern('trước ngày'))?.[0]).toBe('trước \n ngày');
  });
});

describe('foldedPattern', () => {
  it.each([
    ['trước ngày', 'truoc ngay', true],
    ['trước ngày', 'truocngay', false],
    ['quý ?3', 'quy3', true],
    ['đến', 'dend', false],
  ])('%s on %s', (source, folded, isMatch) => {
    expect(foldedPattern(source, 'u').test(folded)).toBe(isMatch);
  });
});

describe('matchesOf', () => {
  it('finds what matchAll finds, alike each time', () => {
    const pattern = /\d+/gu;
    pattern.lastIndex = 3;
    for (let i = 0; i < 2; i++)
      expect(matchesOf(pattern, '3 xã, 12 thôn').map(({ 0: print, index }) => [print, index])).toEqual([
        ['3', 0],
        ['12', 6],
      ]);
  });
});
