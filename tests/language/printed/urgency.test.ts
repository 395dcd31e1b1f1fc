import { describe, expect, it } from 'vitest';
import { higherUrgency, readUrgencyMark } from '../../../language/printed/urgency.js';

describe('a mark of urgency', () => {
  it.each([
    ['HỎA TỐC', 'Hỏa tốc'],
    ['HOẢ TỐC', 'Hỏa tốc'],
    ['| HỎA TỐC |', 'Hỏa tốc'],
    ['HỎA TỐC HẸN GIỜ', 'Hỏa tốc'],
    ['THƯỢNG KHẨN', 'Thượng khẩn'],
    ['[KHẨN]', 'Khẩn'],
    ['KHÂN', 'Khẩn'],
  ])('is told where it stands alone: %s', (text, urgency) => {
    expect(readUrgencyMark(text)).toBe(urgency);
  });

  it.each([
    ['MẬT'],
    ['TỐI MẬT'],
    ['khẩn trương thực hiện'],
    ['KHẨN CẤP VỀ PHÒNG, CHỐNG BÃO'],
    ['Số: 12/UBND KHẨN'],
    ['THƯỢNG'],
    [''],
  ])('is none: %j', (text) => {
    expect(readUrgencyMark(text)).toBeUndefined();
  });

  it('of two is the higher: letters get lost, none is added', () => {
    expect(higherUrgency('Khẩn', 'Thượng khẩn')).toBe('Thượng khẩn');
    expect(higherUrgency('Hỏa tốc', 'Khẩn')).toBe('Hỏa tốc');
    expect(higherUrgency(undefined, 'Khẩn')).toBe('Khẩn');
    expect(higherUrgency(undefined, undefined)).toBeUndefined();
  });
});
