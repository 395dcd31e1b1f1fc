import { describe, expect, it } from 'vitest';
import { findBoxes } from '../../../output/store/find-boxes.js';
import type { RepairedDocument } from '../../../schemas/stages.js';

// Two printed lines "Gia0 Sở A" and "báo cáo", the first with a digit that repair turned into a letter pair.
const rawText = 'Gia0 Sở A\nbáo cáo';
const text = 'Giaoo Sở A\nbáo cáo';
const word = (start: number, end: number, left: number, top: number) => ({
  text: rawText.slice(start, end),
  span: { start, end },
  box: { left, top, right: left + 10 * (end - start), bottom: top + 20 },
  confidence: 0.9,
});
const repaired: RepairedDocument = {
  file: { path: 'a.png', sha256: 'a'.repeat(64), byteLength: 1, mediaType: 'image/png' },
  rawText,
  text,
  pages: [
    {
      number: 1,
      origin: 'ocr',
      reason: 'image-only',
      quality: 'empty',
      rawSpan: { start: 0, end: rawText.length },
      span: { start: 0, end: text.length },
      words: [
        word(0, 4, 100, 50),
        word(5, 7, 150, 50),
        word(8, 9, 180, 52),
        word(10, 13, 100, 90),
        word(14, 17, 140, 90),
      ],
      confidence: 0.9,
      imageSize: { width: 800, height: 1000 },
      repaired: true,
    },
  ],
  edits: [{ raw: { start: 3, end: 4 }, repaired: { start: 3, end: 5 }, confidence: 0.99, by: 'decoder' }],
  doubtfulWords: [],
};
/** The directive joins both lines: "Giaoo Sở A báo cáo". */
const pieces = [
  { at: 0, source: { start: 0, end: 10 } },
  { at: 11, source: { start: 11, end: 18 } },
];

describe('boxes of a quote', () => {
  it('lead over pieces and edits to one box a line', () => {
    expect(findBoxes(repaired, { pieces }, { start: 6, end: 14 })).toEqual([
      {
        page: 1,
        imageSize: { width: 800, height: 1000 },
        boxes: [
          { left: 150, top: 50, right: 190, bottom: 72 },
          { left: 100, top: 90, right: 130, bottom: 110 },
        ],
      },
    ]);
    expect(findBoxes(repaired, { pieces }, { start: 0, end: 4 })[0]?.boxes).toEqual([
      { left: 100, top: 50, right: 140, bottom: 70 },
    ]);
  });

  it('are none for text without an image', () => {
    const plain = { ...repaired, pages: repaired.pages.map((page) => ({ ...page, imageSize: null, words: [] })) };
    expect(findBoxes(plain, { pieces }, { start: 0, end: 4 })).toEqual([]);
  });
});
