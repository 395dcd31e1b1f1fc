import { describe, expect, it } from 'vitest';
import { measureLikelihood } from '../../../pipeline/repair/likelihood.js';

describe('measureLikelihood', () => {
  it.each([
    ['THÔNG TƯ', 'ÌrHôNg TƯ'],
    ['Ủy ban nhân dân tỉnh', 'Ủy bau nhâu dâu tỉnh'],
    ['Điều khoản thi hành', 'Điều khuẩn ‡hi hành'],
    ['KT. CHỦ TỊCH', 'KT. HỦ TỊCH'],
  ])('finds %j likelier than %j', (print, damage) => {
    expect(measureLikelihood(print)).toBeGreaterThan(measureLikelihood(damage));
  });

  it('finds nothing in no words', () => {
    expect(measureLikelihood('…')).toBe(Number.NEGATIVE_INFINITY);
  });
});
