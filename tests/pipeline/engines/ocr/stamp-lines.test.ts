import { describe, expect, it } from 'vitest';
import type { OcrLine } from '../../../../pipeline/engines/ocr/ocr-words.js';
import { findStampBoxes, readArrivalStamp, whitenStamp } from '../../../../pipeline/engines/ocr/stamp-lines.js';

const line = (text: string): OcrLine => ({
  words: text
    .split(' ')
    .map((word, i) => ({ text: word, box: { left: 60 * i, top: 0, right: 60 * i + 50, bottom: 20 }, confidence: 0.9 })),
  baseline: 20,
  slope: 0,
  height: 20,
});

const readLines = (...texts: readonly string[]) => {
  const stamp = readArrivalStamp(texts.map(line));
  return stamp === undefined
    ? undefined
    : { lines: stamp.lines.map(({ words }) => words.map(({ text }) => text).join(' ')), isCrossed: stamp.isCrossed };
};

describe('readArrivalStamp', () => {
  it('keeps office, head and fields of a stamp', () => {
    expect(readLines('VĂN PHÒNG TỈNH ỦY', 'CÔNG VĂN ĐẾN', 'Số: 217', 'Ngày: 12/9/2025', 'Chuyển:.....')).toEqual({
      lines: ['VĂN PHÒNG TỈNH ỦY', 'CÔNG VĂN ĐẾN', 'Số: 217', 'Ngày: 12/9/2025', 'Chuyển:.....'],
      isCrossed: false,
    });
  });

  it('leaves of a head that print runs through its last word, and says that it was crossed', () => {
    expect(readLines('| VĂN PHÒNG CHÍNH PHỦ', 'h@ÔR ty WĐẾN', 'Giờ...C.. Ngày 29/4', 'Kính chuyển......')).toEqual({
      lines: ['VĂN PHÒNG CHÍNH PHỦ', 'ĐẾN', 'Giờ...C.. Ngày 29/4', 'Kính chuyển......'],
      isCrossed: true,
    });
  });

  it('drops print of the page that shows between its lines, and says so', () => {
    expect(readLines('VĂN PHÒNG', 'ĐẾN', 'niì6 tháng đầu năm;')).toEqual({
      lines: ['VĂN PHÒNG', 'ĐẾN'],
      isCrossed: true,
    });
  });

  it('reads a stamp whose head stands in a cell left of its fields, and says that print may run through it', () => {
    expect(readLines('TRẠM CÔNG BÁO', 'CV Số:....318', 'ĐẾN Chuyển:......')).toEqual({
      lines: ['ĐẾN', 'Số:....318', 'Chuyển:......'],
      isCrossed: true,
    });
  });

  it('keeps a field that stands under the head whole, and an office by its short name', () => {
    expect(readLines('UBND XÃ ĐỒNG MẠ', 'ĐẾN Số: 642', 'Ngày: 04/5/2023')).toEqual({
      lines: ['UBND XÃ ĐỒNG MẠ', 'ĐẾN', 'Số: 642', 'Ngày: 04/5/2023'],
      isCrossed: false,
    });
  });

  it.each([
    ['a stamp of urgency', ['HỎA TỐC']],
    ['a framed note', ['Văn bản này thay thế văn bản', 'số 12-CV/TU ngày 5/3/2024']],
    ['a framed sentence that ends in "đến"', ['các nội dung liên quan đến', 'Ngày 12 tháng 5']],
    ['a head alone', ['ĐẾN']],
  ])('takes %s for no arrival stamp', (_name, texts) => {
    expect(readLines(...texts)).toBeUndefined();
  });
});

it('finds a stamp of two cells as one', () => {
  const page = drawFrame(200, 420, 455, 92);
  const lower = drawFrame(240, 508, 393, 90);
  lower.pixels.forEach((level, i) => {
    if (level === 0) page.pixels[i] = 0;
  });
  expect(findStampBoxes(page)).toHaveLength(1);
});

/** A white page of 200 dpi with a frame of 4 pixels. */
const drawFrame = (left: number, top: number, width: number, height: number) => {
  const page = { pixels: new Uint8Array(1654 * 2339).fill(255), width: 1654, height: 2339 };
  for (let y = top; y < top + height; y++)
    for (let x = left; x < left + width; x++)
      if (Math.min(x - left, left + width - 1 - x, y - top, top + height - 1 - y) < 4) page.pixels[y * 1654 + x] = 0;
  return page;
};

describe('stamps on a page', () => {
  it('finds a frame of the size of an arrival stamp in the head, and no other', () => {
    expect(findStampBoxes(drawFrame(1100, 300, 390, 210))).toEqual([
      { left: 1104, top: 304, right: 1486, bottom: 506 },
    ]);
    expect(findStampBoxes(drawFrame(1100, 300, 200, 70))).toEqual([]);
    expect(findStampBoxes(drawFrame(1100, 1500, 390, 210))).toEqual([]);
  });

  it('whitens it with its frame, on a copy', () => {
    const page = drawFrame(1100, 300, 390, 210);
    const [box] = findStampBoxes(page);
    expect(box).toBeDefined();
    if (box !== undefined) expect(whitenStamp(page, box).pixels.every((level) => level === 255)).toBe(true);
    expect(page.pixels.includes(0)).toBe(true);
  });
});
