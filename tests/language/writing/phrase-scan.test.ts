import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PhraseScan } from '../../../language/writing/phrase-scan.js';

test('phrases inside one another, and at both ends, are all told', () => {
  const scan = new PhraseScan(['het quy', 'quy', 't q', 'quyet', '–20']);
  expect([...scan.seek('het quy')]).toEqual([1, 1, 1, 0, 0]);
  expect([...scan.seek('quyet dinh 2020–2025')]).toEqual([0, 1, 0, 1, 1]);
  expect([...scan.seek('')]).toEqual([0, 0, 0, 0, 0]);
});

test('says of any text what `includes` says', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '–'), minLength: 1, maxLength: 5 });
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '–', 'đ'), maxLength: 40 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 12 }), text, (words, held) => {
      expect([...new PhraseScan(words).seek(held)]).toEqual(words.map((one) => (held.includes(one) ? 1 : 0)));
    }),
    { seed: 15, numRuns: 300 },
  );
});
