import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mendNumbers } from '../../../pipeline/repair/numbers.js';

const mend = (text: string, lostMarks = false): string =>
  mendNumbers(text, lostMarks).reduceRight(
    (mended, { span, text: figure }) => mended.slice(0, span.start) + figure + mended.slice(span.end),
    text,
  );

describe('mendNumbers', () => {
  test.each([
    ['trước ngày l5lll/2025;', 'trước ngày 15/11/2025;'],
    ['ngày O5/3/2024', 'ngày 05/3/2024'],
    ['(ngày 2l/12/2023)', '(ngày 21/12/2023)'],
    ['tháng ll/2025', 'tháng 11/2025'],
    ['năm 2O24.', 'năm 2024.'],
    ['giai đoạn 2021-2O25', 'giai đoạn 2021-2025'],
    ['ngày l5 tháng O3', 'ngày 15 tháng 03'],
    ['gồm 12O hộ', 'gồm 120 hộ'],
    ['Số 13§', 'Số 138'],
    ['I1- Về nhiệm vụ', 'II- Về nhiệm vụ'],
  ])('%s', (given, expected) => {
    expect(mend(given)).toBe(expected);
  });

  test.each([
    // A day that could be 1/1 or 11 with a lost figure, a month that does not exist, litres, a lone letter, a word.
    'lll/2025',
    'ngày 45l13/2025',
    '100l',
    'điểm l',
    'I- Về',
    'mã SO5',
    // The second quarter is no November.
    'trong quý II/2026',
    '15/11/2025',
    '1.234,5',
    '0912 345 678',
  ])('leaves %s alone', (given) => {
    expect(mend(given)).toBe(given);
  });

  test('symbols of papers regain their Đ only where marks were lost', () => {
    expect(mend('15/2020/ND-CP, 321/QD-TTg, 12/NQ-HDND, QD-UBND', true)).toBe(
      '15/2020/NĐ-CP, 321/QĐ-TTg, 12/NQ-HĐND, QĐ-UBND',
    );
    expect(mend('15/2020/ND-CP', false)).toBe('15/2020/ND-CP');
  });

  test('plain figures and dates never change', () => {
    const figure = fc.oneof(
      fc.nat(99_999).map(String),
      fc
        .tuple(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1990, max: 2030 }))
        .map((p) => p.join('/')),
      fc.tuple(fc.nat(999), fc.nat(999)).map((p) => p.join(',')),
    );
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 8 }), (figures) => {
        expect(mendNumbers(figures.join(' '), true)).toEqual([]);
      }),
    );
  });
});
