import { describe, expect, it } from 'vitest';
import { collectLines } from '../../../../pipeline/engines/ocr/ocr-words.js';

/** A word of the engine: text, left edge, right edge, top edge, confidence in percent. Print stands on line 100. */
type Word = readonly [text: string, left: number, right: number, top: number, confidence: number];

const read = (...words: readonly Word[]): readonly string[] => {
  const line = {
    words: words.map(([text, x0, x1, y0, confidence]) => ({ text, bbox: { x0, x1, y0, y1: 100 }, confidence })),
    baseline: { x0: 0, y0: 100, x1: 600, y1: 100 },
    bbox: { x0: 0, y0: 70, x1: 600, y1: 100 },
  };
  return collectLines({ blocks: [{ paragraphs: [{ lines: [line] }] }] }).flatMap(({ words: found }) =>
    found.map(({ text }) => text),
  );
};

describe('marks that the engine is not sure of', () => {
  it.each<readonly [string, readonly Word[], readonly string[]]>([
    [
      'a bullet that opens a line stays',
      [
        ['*', 60, 70, 85, 40],
        ['Ký', 85, 120, 72, 96],
        ['hợp', 130, 180, 72, 96],
      ],
      ['*', 'Ký', 'hợp'],
    ],
    [
      'a speck far from the print goes',
      [
        ['*', 5, 15, 85, 40],
        ['Ký', 85, 120, 72, 96],
        ['hợp', 130, 180, 72, 96],
      ],
      ['Ký', 'hợp'],
    ],
    [
      'a tall stroke of a seal goes',
      [
        ['*', 60, 70, 60, 40],
        ['Ký', 85, 120, 72, 96],
        ['hợp', 130, 180, 72, 96],
      ],
      ['Ký', 'hợp'],
    ],
    [
      'a speck inside a line goes',
      [
        ['Ký', 60, 95, 72, 96],
        ['•', 100, 108, 85, 40],
        ['hợp', 130, 180, 72, 96],
      ],
      ['Ký', 'hợp'],
    ],
    [
      'a mark beside one word goes',
      [
        ['*', 60, 70, 85, 40],
        ['Ký', 85, 120, 72, 96],
      ],
      ['Ký'],
    ],
  ])('%s', (_, words, texts) => {
    expect(read(...words)).toEqual(texts);
  });
});
