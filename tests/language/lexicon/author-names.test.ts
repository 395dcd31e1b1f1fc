import { describe, expect, it } from 'vitest';
import { mendAuthor } from '../../../language/lexicon/author-names.js';

describe('mendAuthor', () => {
  it.each([
    ['Ban Cháp hành Trung ương Đáng', 'Ban Chấp hành Trung ương Đảng'],
    ['ban chắáp hành Trung ương', 'Ban Chấp hành Trung ương'],
    ['Ban Thương vụ Huyện ủy', 'Ban Thường vụ Huyện ủy'],
    ['Bộ Chinh tri', 'Bộ Chính trị'],
    ['Van phong Chính phu', 'Văn phòng Chính phủ'],
  ])('%s', (print, name) => {
    expect(mendAuthor(print)).toBe(name);
  });

  // A name of a place, a short name with a letter wrong, a tone mark in its other place: as printed.
  it.each([
    'Ban Thường vụ Huyện ủy Lũng Vài',
    'Bộ Chính trj',
    'Ban Thường vụ Tỉnh uỷ',
    'Sở Y tế',
    'Công ty Lũng Pù',
    'chắáp hành',
  ])('%s stays', (print) => {
    expect(mendAuthor(print)).toBe(print);
  });
});
