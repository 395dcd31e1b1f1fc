import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { splitTokens } from '../../../pipeline/repair/tokens.js';
import { toModelTokens, toModelWord } from '../../../pipeline/repair/words.js';

const show = (text: string): string[] => splitTokens(text).map(({ kind, text: word }) => `${kind}:${word}`);

describe('splitTokens', () => {
  test('signs and figures may be letters, real punctuation divides', () => {
    expect(show('d@6 x4 (V&) tién, dén')).toEqual([
      'word:d@6',
      'word:x4',
      'word:V&',
      'word:tién',
      'mark:,',
      'word:dén',
    ]);
  });
  test('numbers, codes and Roman numerals are kept apart, marks of items are layout', () => {
    expect(show('II- Số 45-KL/HU ngày 19/3/2024')).toEqual([
      'word:Số',
      'fixed:45-KL/HU',
      'word:ngày',
      'number:19/3/2024',
    ]);
    expect(show('a) Giao quý II')).toEqual(['word:Giao', 'word:quý', 'fixed:II']);
    expect(show('Các đ/c, KT-XH')).toEqual(['word:Các', 'word:đ/c', 'mark:,', 'fixed:KT-XH']);
  });
  test('blank lines and items begin a sentence, wrapped lines do not', () => {
    const starts = splitTokens('một hai\nba\n\nbốn\n- năm').map((token) => token.startsSentence);
    expect(starts).toEqual([true, false, false, true, true]);
  });
  test('every token is a slice of the text, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let at = 0;
        for (const token of splitTokens(text)) {
          expect(token.span.start).toBeGreaterThanOrEqual(at);
          at = token.span.end;
          if (token.kind !== 'mark') expect(text.slice(token.span.start, at)).toBe(token.text);
        }
      }),
    );
  });
});

describe('model words', () => {
  test('tones stand in their classic place', () => {
    expect(['Uỷ', 'hoà', 'quý', 'thuý', 'hoàn', 'quỳ'].map(toModelWord)).toEqual([
      'ủy',
      'hòa',
      'quý',
      'thúy',
      'hoàn',
      'quỳ',
    ]);
  });
  test('numbers are one class, slashed words one word', () => {
    expect(toModelTokens('Các đ/c: 12/3/2024, số 5;')).toEqual(['các', 'đ/c', ':', '<num>', ',', 'số', '<num>', ',']);
  });
});
