import { describe, expect, it } from 'vitest';
import { readLayers } from '../../../output/pages/read-layers.js';

// "điện tir, phat | triển" as read; repair joined the last three.
const rawText = 'Gia0 điện tir, phat | triển\nvà xong';
const edits = [
  { raw: { start: 0, end: 4 }, repaired: { start: 0, end: 4 }, confidence: 0.9, by: 'decoder' },
  { raw: { start: 11, end: 13 }, repaired: { start: 11, end: 12 }, confidence: 0.8, by: 'decoder' },
  { raw: { start: 15, end: 27 }, repaired: { start: 14, end: 24 }, confidence: 0.7, by: 'decoder' },
];
const directive = {
  text: 'Giao điện từ, phát triển và xong',
  pieces: [
    { at: 0, source: { start: 0, end: 24 } },
    { at: 25, source: { start: 25, end: 32 } },
  ],
};

describe('layers of an item', () => {
  it('set raw words beside repaired ones; what one replacement made is one stretch', () => {
    const doubtfulWords = [{ span: { start: 28, end: 32 }, raw: 'xong', repaired: 'xong', confidence: 0.4 }];
    const layers = readLayers(directive, { rawText, edits, doubtfulWords });
    expect(
      layers.map(({ raw, text: mended, isChanged, isDoubtful, confidence }) => [
        raw,
        mended,
        isChanged,
        isDoubtful,
        confidence,
      ]),
    ).toEqual([
      ['Gia0', 'Giao', true, false, 0.9],
      ['điện', 'điện', false, false, null],
      ['tir,', 'từ,', true, false, 0.8],
      ['phat | triển', 'phát triển', true, false, 0.7],
      ['và', 'và', false, false, null],
      ['xong', 'xong', false, true, null],
    ]);
    for (const { span, text: mended } of layers) expect(directive.text.slice(span.start, span.end)).toBe(mended);
  });
});
