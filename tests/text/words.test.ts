import { describe, expect, it } from 'vitest';
import { escapePattern, wordPattern } from '../../pipeline/text/words.js';

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

describe('escapePattern', () => {
  it('makes every sign stand for itself', () => {
    const text = '1.2*(3)[4]{5}|6/7-8\\9^$+?';
    expect(text.match(new RegExp(`^${escapePattern(text)}$`, 'u'))?.[0]).toBe(text);
  });
});
