import { describe, expect, it } from 'vitest';
import { wordPattern } from '../../../language/writing/word-pattern.js';

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
