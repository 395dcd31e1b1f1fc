import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differByOne, isWithinOne, measureDistance } from '../../../language/writing/distance.js';

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'm', 't'), maxLength: 6 });

describe('words that differ by one letter', () => {
  it.each([
    ['tuyen', 'tuven', true],
    ['tuyen', 'tuyne', true],
    ['tuyen', 'tuye', true],
    ['tuyen', 'tuyeen', true],
    ['tuyen', 'tuyen', true],
    ['tuyen', 'tuen', true],
    ['tuyen', 'utyne', false],
    ['mat', 'tam', false],
    ['', 'ab', false],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(isWithinOne(one, other)).toBe(expected);
  });

  it('are told as by the whole table of changes', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isWithinOne(one, other)).toBe(measureDistance(one, other) <= 1);
        expect(differByOne(one, other)).toBe(measureDistance(one, other) === 1);
      }),
      { numRuns: 2000 },
    );
  });
});
