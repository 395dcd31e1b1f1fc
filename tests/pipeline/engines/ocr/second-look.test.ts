import { describe, expect, it } from 'vitest';
import { mergeRegion, type OcrLine } from '../../../../pipeline/engines/ocr/ocr-words.js';
import { findRegions } from '../../../../pipeline/engines/ocr/second-look.js';
import { findTables } from '../../../../pipeline/layout/table-rules.js';

/** A line of words of 20 pixels height, each given as text, left edge and confidence. */
const lineOf = (bottom: number, ...words: (readonly [string, number, number])[]): OcrLine => ({
  words: words.map(([text, left, confidence]) => ({
    text,
    box: { left, top: bottom - 20, right: left + 10 * text.length, bottom },
    confidence,
  })),
  baseline: bottom,
  slope: 0,
  height: 20,
});

const textsOf = (lines: readonly OcrLine[]): string[] =>
  lines.map(({ words }) => words.map(({ text }) => text).join(' '));

describe('joining a second reading with the first', () => {
  const region = { left: 400, top: 0, right: 800, bottom: 100 };

  it('keeps the surer of two words in one place, and what only one reading has', () => {
    const first = [
      lineOf(30, ['Nơi', 100, 0.9], ['CHÁNH', 450, 0.9]),
      lineOf(60, ['guyễn', 460, 0.7], ['#/', 600, 0.7]),
    ];
    const second = [lineOf(60, ['Nguyễn', 450, 0.95], ['Văn', 530, 0.9])];
    expect(textsOf(mergeRegion(first, region, second))).toEqual(['Nơi CHÁNH', '#/', 'Nguyễn Văn']);
  });

  it('prefers the fresh word in doubt: the other may hang on a line of the next column', () => {
    const first = [lineOf(34, ['Sở', 100, 0.9], ['PHÓ', 450, 0.95]), lineOf(30, ['CHỦ', 500, 0.9])];
    const second = [lineOf(30, ['PHÓ', 450, 0.93], ['CHỦ', 500, 0.9])];
    expect(textsOf(mergeRegion(first, region, second))).toEqual(['Sở', 'PHÓ CHỦ']);
  });

  it('keeps what neither reading is sure of but both have', () => {
    const first = [lineOf(30, ['TÍNH', 450, 0.5])];
    const second = [lineOf(30, ['TỈNH', 450, 0.3], ['Lò', 510, 0.9])];
    expect(textsOf(mergeRegion(first, region, second))).toEqual(['TÍNH', 'Lò']);
  });

  it('drops what neither reading is sure of, inside the region only', () => {
    const first = [lineOf(30, ['mờ', 100, 0.2], ['Xà', 450, 0.3])];
    const second = [lineOf(60, ['ri', 500, 0.4])];
    expect(textsOf(mergeRegion(first, region, second))).toEqual(['mờ']);
  });
});

describe('what is read again', () => {
  it('is the stretch right of the recipients, from "Nơi nhận" down', () => {
    const lines = [
      lineOf(100, ['thực', 100, 0.9], ['hiện.', 150, 0.9]),
      lineOf(200, ['Nơi', 100, 0.9], ['nhận:', 140, 0.9]),
      lineOf(230, ['-', 100, 0.9], ['Lưu', 120, 0.9], ['Văn', 160, 0.9], ['phòng.', 200, 0.9], ['Mẫu', 700, 0.9]),
    ];
    expect(findRegions(lines, [], { width: 1000, height: 1400 })).toEqual([
      { box: { left: 270, top: 150, right: 1000, bottom: 330 }, hasSeal: true },
    ]);
  });

  it('are the signatures of the paper and of its copy, each down to the next', () => {
    const lines = [
      lineOf(200, ['Nơi', 100, 0.9], ['nhận:', 140, 0.9]),
      lineOf(230, ['-', 100, 0.9], ['Lưu', 120, 0.9]),
      lineOf(300, ['Nơi', 100, 0.9], ['nhận:', 140, 0.9]),
      lineOf(330, ['-', 100, 0.9], ['Lưu', 120, 0.9]),
    ];
    expect(findRegions(lines, [], { width: 1000, height: 1400 })).toEqual([
      { box: { left: 200, top: 150, right: 1000, bottom: 280 }, hasSeal: true },
      { box: { left: 200, top: 250, right: 1000, bottom: 430 }, hasSeal: true },
    ]);
  });

  it('is the left side of a header, up to the date that begins left of the motto', () => {
    const lines = [
      lineOf(100, ['TỈNH', 150, 0.9], ['ỦY', 200, 0.9]),
      lineOf(100, ['ĐẢNG', 600, 0.9], ['CỘNG', 650, 0.9], ['SẢN', 700, 0.9], ['VIỆT', 750, 0.9], ['NAM', 800, 0.9]),
      lineOf(140, ['Phú', 580, 0.9], ['Khê,', 620, 0.9]),
    ];
    expect(findRegions(lines, [], { width: 1000, height: 1400 })).toEqual([
      { box: { left: 0, top: 50, right: 570, bottom: 220 }, hasSeal: false },
    ]);
  });

  it('is the list of recipients too where a word of it is doubtful', () => {
    const lines = [
      lineOf(200, ['Nơi', 100, 0.9], ['nhận:', 140, 0.9]),
      lineOf(230, ['-', 100, 0.9], ['Lưu', 120, 0.2], ['Văn', 160, 0.9], ['phòng.', 200, 0.9], ['Mẫu', 700, 0.9]),
    ];
    expect(findRegions(lines, [], { width: 1000, height: 1400 })).toEqual([
      { box: { left: 270, top: 150, right: 1000, bottom: 330 }, hasSeal: true },
      { box: { left: 90, top: 200, right: 270, bottom: 240 }, hasSeal: false },
    ]);
  });

  it('is nothing on a page without recipients and tables', () => {
    expect(findRegions([lineOf(100, ['thực', 100, 0.9])], [], { width: 1000, height: 1400 })).toEqual([]);
  });
});

/** A white page with black upright rules. */
const drawRules = (rules: readonly { x: number; top: number; bottom: number }[]) => {
  const [width, height] = [400, 600];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const { x, top, bottom } of rules)
    for (let y = top; y < bottom; y++) pixels.fill(0, y * width + x, y * width + x + 2);
  return { pixels, width, height };
};

describe('tables', () => {
  it('are three rules or more across the page', () => {
    const rules = [50, 100, 350].map((x) => ({ x, top: 200, bottom: 400 }));
    expect(findTables(drawRules(rules))).toEqual([
      { rules: rules.map((rule) => ({ ...rule, x: rule.x + 0.5 })), top: 200, bottom: 400 },
    ]);
  });

  it.each([
    ['the frame of a stamp', [50, 90, 150].map((x) => ({ x, top: 200, bottom: 300 }))],
    ['strokes of letters', [50, 200, 350].map((x) => ({ x, top: 200, bottom: 230 }))],
    ['two lines', [50, 350].map((x) => ({ x, top: 200, bottom: 400 }))],
  ])('are not %s', (_, rules) => {
    expect(findTables(drawRules(rules))).toEqual([]);
  });
});
