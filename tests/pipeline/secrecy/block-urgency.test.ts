import { describe, expect, it } from 'vitest';
import { findBlockUrgency } from '../../../pipeline/secrecy/block-urgency.js';
import { findBlockMark } from '../../../pipeline/secrecy/judge-block.js';
import type { InkBlock } from '../../../schemas/ink-block.js';

const block = (texts: readonly string[], confidence = 0.9, place: InkBlock['place'] = 'head'): InkBlock => ({
  box: { left: 10, top: 10, right: 60, bottom: 30 },
  shape: 'frame',
  place,
  isColoured: true,
  readings: texts.map((text) => ({ text, confidence })),
});

describe('the urgency of a stamp', () => {
  it.each([
    ['HỎA TỐC', 'Hỏa tốc'],
    ['HỎA\nTỐC', 'Hỏa tốc'],
    ['HÖÒA TỐC', 'Hỏa tốc'],
    ['HỎA TỐG', 'Hỏa tốc'],
    ['HỎA TỐC\nHẸN GIỜ', 'Hỏa tốc'],
    ['HỎA TỐC - MẬT', 'Hỏa tốc'],
    ['THƯỢNG KHẨN', 'Thượng khẩn'],
    ['THUỢNC KHẨN', 'Thượng khẩn'],
    ['KHẨN', 'Khẩn'],
  ])('is read, a letter misread or not: %j', (text, urgency) => {
    expect(findBlockUrgency(block([text]))).toBe(urgency);
  });

  it.each([
    ['MẬT'],
    ['TỐI MẬT'],
    ['TUYỆT\nMẬT'],
    ['NLẬT'],
    ['MẠẶT'],
    ['T0I MẬI'],
    ['ĐÃ GIẢI MẬT'],
    ['SAO Y'],
    ['CÔNG VĂN ĐẾN\nSố: 12'],
    ['UBND XÃ\nHÒA LỘC\nĐẾN'],
    ['hoa tóc'.repeat(30)],
  ])('is none, whatever it is: %j', (text) => {
    expect(findBlockUrgency(block([text]))).toBeUndefined();
    expect(findBlockUrgency(block([text], 0.3))).toBeUndefined();
  });

  it('of one syllable wants a clear reading', () => {
    expect(findBlockUrgency(block(['KHẨN'], 0.4))).toBeUndefined();
    expect(findBlockUrgency(block(['HỎA TỐC'], 0.4))).toBe('Hỏa tốc');
  });

  it('is the highest of its readings, and stands in a head alone', () => {
    expect(findBlockUrgency(block(['KHẨN', 'THƯỢNG KHẨN', 'G']))).toBe('Thượng khẩn');
    expect(findBlockUrgency(block(['HỎA TỐC'], 0.9, 'middle'))).toBeUndefined();
  });

  it('hides no secrecy beside it', () => {
    expect(findBlockMark(block(['HỎA TỐC - MẬT']))).toEqual({ mark: 'MẬT', isCertain: true });
    expect(findBlockMark(block(['HỎA TỐC', 'THƯỢNG KHẨN', 'KHẨN']))).toBeUndefined();
  });
});
