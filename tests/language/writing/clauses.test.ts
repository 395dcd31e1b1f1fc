import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutClauses, sentenceAround, splitSentences } from '../../../language/writing/clauses.js';

describe('splitSentences', () => {
  it.each([
    ['Giao Sở A chủ trì; Sở B phối hợp. Xã C làm.', ['Giao Sở A chủ trì; ', 'Sở B phối hợp. ', 'Xã C làm.']],
    ['Giao UBND TP. Hoà Sơn rà soát.', ['Giao UBND TP. Hoà Sơn rà soát.']],
    ['Các xã (gồm A; B) làm; báo cáo', ['Các xã (gồm A; B) làm; ', 'báo cáo']],
    ['Làm xong. (Trong tháng 5/2023).', ['Làm xong. (Trong tháng 5/2023).']],
    ['Đạt 1.500 ha, v.v. trong năm', ['Đạt 1.500 ha, v.v. trong năm']],
    ['một câu', ['một câu']],
    ['', []],
  ])('%j', (text, sentences) => {
    expect(splitSentences(text)).toEqual(sentences);
  });

  it('tells the sentence of an offset, semicolons and all', () => {
    const text = 'Họp ngày 5. Giao A; B làm. Hết.';
    expect([0, 14, 21, 28].map((at) => sentenceAround(text, at))).toEqual([
      'Họp ngày 5. ',
      'Giao A; B làm. ',
      'Giao A; B làm. ',
      'Hết.',
    ]);
  });

  it('gives sentences that together are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'Aab1.;:()“” \n'), minLength: 1 }), (text) => {
        expect(splitSentences(text).join('')).toBe(text);
      }),
    );
  });

  it('stays linear on brackets and stops without end', () => {
    for (const text of ['( '.repeat(50_000), 'A. '.repeat(50_000), ') ; '.repeat(50_000)])
      expect(cutClauses(text).at(-1)?.end).toBe(text.length);
  });
});
