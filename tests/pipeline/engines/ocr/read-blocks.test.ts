import { afterAll, describe, expect, it } from 'vitest';
import { createTesseractOcr } from '../../../../pipeline/engines/ocr/tesseract-ocr.js';
import { findBlockMark } from '../../../../pipeline/secrecy/judge-block.js';
import { CAN_DRAW, drawStampedPage, type TestStamp } from '../stamped-page.js';

const ocr = createTesseractOcr();
afterAll(() => ocr.close());

const readMarks = async (stamp: TestStamp, form: Parameters<typeof drawStampedPage>[1] = {}) => {
  const page = await ocr.read(await drawStampedPage([stamp], form), new AbortController().signal, 'blocks');
  return (page.blocks ?? []).map((block) => findBlockMark(block)?.mark);
};

describe.skipIf(!CAN_DRAW)('stamps read by themselves (skipped: this machine has no font)', () => {
  it.each([
    ['askew', { lines: ['MẬT'], degrees: -12 }, {}],
    ['pale', { lines: ['MẬT'], degrees: 10, opacity: 0.5 }, { isGray: true }],
    ['over the title', { lines: ['MẬT'], degrees: 3, x: 827, y: 500 }, {}],
    ['over the number, in gray', { lines: ['MẬT'], degrees: 3, y: 270 }, { isGray: true }],
    ['upright', { lines: ['MẬT'], degrees: 93, x: 120 }, {}],
    ['round', { lines: ['MẬT'], degrees: -6, frame: 'round' }, {}],
    ['at 100 dpi', { lines: ['MẬT'], degrees: -5 }, { width: 827 }],
  ] as const)('bear their mark: %s', async (_, stamp, form) => {
    expect(await readMarks(stamp, form)).toEqual(['MẬT']);
  });

  it.each([
    ['CÔNG VĂN ĐẾN', { lines: ['CÔNG VĂN ĐẾN', 'Số: 123', 'Ngày: 15/01/2026'], degrees: -8, size: 44 }],
    ['HỎA TỐC', { lines: ['HỎA TỐC'], degrees: -8 }],
    ['ĐÃ GIẢI MẬT', { lines: ['ĐÃ GIẢI MẬT'], degrees: 4 }],
  ] as const)('bear none: %s', async (_, stamp) => {
    expect(await readMarks(stamp)).toEqual([undefined]);
  });
});
