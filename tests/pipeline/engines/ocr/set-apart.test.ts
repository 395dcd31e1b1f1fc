import { describe, expect, it } from 'vitest';
import type { OcrLine } from '../../../../pipeline/engines/ocr/ocr-words.js';
import { setApart } from '../../../../pipeline/engines/ocr/set-apart.js';
import type { InkBlock } from '../../../../schemas/ink-block.js';

/** Words 60 pixels apart on a foot, each with its confidence. */
const line = (foot: number, left: number, words: readonly (readonly [string, number])[]): OcrLine => ({
  words: words.map(([text, confidence], i) => ({
    text,
    box: { left: left + 60 * i, top: foot - 20, right: left + 60 * i + 50, bottom: foot },
    confidence,
  })),
  baseline: foot,
  slope: 0,
  height: 20,
});
const block = (text: string, rest: Partial<InkBlock> = {}): InkBlock => ({
  box: { left: 190, top: 70, right: 330, bottom: 130 },
  shape: 'frame',
  place: 'head',
  isColoured: true,
  readings: [{ text, confidence: 0.9 }],
  ...rest,
});
const same = <Value>(value: Value): Value => value;
const textsOf = (lines: readonly OcrLine[]) => lines.map(({ words }) => words.map(({ text }) => text).join(' '));

const NUMBER = line(100, 20, [
  ['Số:', 0.9],
  ['12/UBND', 0.9],
]);
const stamped = (...words: readonly (readonly [string, number])[]): OcrLine => ({
  ...NUMBER,
  words: [...NUMBER.words, ...line(100, 200, words).words],
});

describe('what is set apart from the lines of a page', () => {
  it('is a stamp of urgency that ran into a line, as it reads by itself', () => {
    const read = setApart([stamped(['HỎA', 0.9], ['TÓC', 0.5])], [block('HỎA TỐC')], same);
    expect(textsOf(read.lines)).toEqual(['Số: 12/UBND']);
    expect(read.above.map(textsOf)).toEqual([['HỎA TỐC']]);
    expect(read.below).toEqual([]);
  });

  it('is no sure word of print over which the stamp lies', () => {
    const read = setApart([stamped(['HỎA', 0.9], ['luận', 0.9])], [block('HỎA TỐC')], same);
    expect(textsOf(read.lines)).toEqual(['Số: 12/UBND luận']);
  });

  it.each(['MẬT', 'MẠT', 'NẬT', 'lMẬT'])('is nothing that may be a mark of secrecy: %s', (mark) => {
    const read = setApart([stamped(['HỎA', 0.9], [mark, 0.2])], [block('HỎA TỐC')], same);
    expect(textsOf(read.lines)).toEqual([`Số: 12/UBND ${mark}`]);
  });

  it('is a panel, line by line, above the page or below it', () => {
    const panel = block('Ký bởi: Sở Thử\nThời gian ký: 12/03/2025 08:15:00', { place: 'foot' });
    const read = setApart([stamped(['Ký', 0.9], ['bòi', 0.4])], [panel], same);
    expect(textsOf(read.lines)).toEqual(['Số: 12/UBND']);
    expect(read.below.map(textsOf)).toEqual([['Ký bởi: Sở Thử', 'Thời gian ký: 12/03/2025 08:15:00']]);
  });

  it('is found where the blocks say, whatever the pixels of the lines are', () => {
    const doubled = block('HỎA TỐC', { box: { left: 380, top: 140, right: 660, bottom: 260 } });
    const toSource = ({ left, top, right, bottom }: OcrLine['words'][number]['box']) => ({
      left: 2 * left,
      top: 2 * top,
      right: 2 * right,
      bottom: 2 * bottom,
    });
    expect(textsOf(setApart([stamped(['HỎA', 0.9])], [doubled], toSource).lines)).toEqual(['Số: 12/UBND']);
  });

  it('is nothing where no stamp says so, and nothing that the page did not read', () => {
    const lines = [stamped(['SAO', 0.5])];
    expect(setApart(lines, [block('SAO Y')], same)).toEqual({ lines, above: [], below: [] });
    expect(setApart([NUMBER], [block('HỎA TỐC')], same)).toEqual({ lines: [NUMBER], above: [], below: [] });
  });
});
