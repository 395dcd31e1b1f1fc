import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutIntoWords } from '../../../pipeline/layout/word-boxes.js';

const pieceOf = (text: string, left: number, right: number) => ({
  text,
  left,
  right,
  baseline: 100,
  size: 20,
  spaceBefore: false,
});

describe('cutIntoWords', () => {
  it('shares the width of a run by its letters', () => {
    const text = 'Sở: aaaa aaaa';
    const words = cutIntoWords(text, pieceOf('aaaa aaaa', 50, 136), { start: 4, end: 13 }, 2);
    // Four letters, a narrow blank, four letters: 8.6 parts of 86 points, in half points.
    expect(words).toEqual([
      { text: 'aaaa', span: { start: 4, end: 8 }, box: { left: 100, top: 162, right: 180, bottom: 210 } },
      { text: 'aaaa', span: { start: 9, end: 13 }, box: { left: 192, top: 162, right: 272, bottom: 210 } },
    ]);
  });

  it('quotes the text, in order, within the run', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ộ', 'Đ', 'i', ' ', '.', '1') }), (run) => {
        const words = cutIntoWords(`x${run}`, pieceOf(run, 10, 110), { start: 1, end: 1 + run.length }, 2);
        expect(words.map(({ text }) => text).join(' ')).toBe(run.split(/ +/u).join(' ').trim());
        let at = 20;
        for (const { text, span, box } of words) {
          expect(`x${run}`.slice(span.start, span.end)).toBe(text);
          expect(box.left).toBeGreaterThanOrEqual(at);
          expect(box.right).toBeGreaterThan(box.left);
          at = box.right;
        }
        expect(at).toBeLessThanOrEqual(220);
      }),
    );
  });
});
