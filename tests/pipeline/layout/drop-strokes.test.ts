import { describe, expect, it } from 'vitest';
import type { Ink } from '../../../pipeline/layout/components.js';
import { dropStrokes } from '../../../pipeline/layout/print-lines.js';
import type { Box } from '../../../schemas/span.js';

const X = 20;
/** Ink with its foot so many pixels below the row's. */
const ink = (left: number, height: number, off = 0): Ink => ({
  box: { left, top: 100 + off - height, right: left + 14, bottom: 100 + off },
  pixels: 7 * height,
});
const BOX: Box = { left: 0, top: 60, right: 300, bottom: 120 };
const LETTERS = [ink(50, 30), ink(70, 20), ink(90, 20, 1), ink(110, 30), ink(130, 20), ink(150, 29, 9)];

describe('dropStrokes', () => {
  it('leaves a row of letters as it is, "g" and "p" hanging below the foot', () => {
    const line = { box: BOX, glyphs: LETTERS };
    expect(dropStrokes(line, X)).toBe(line);
  });

  it.each<readonly [string, Ink]>([
    ['a speck above the foot', ink(30, 20, -12)],
    ['a stroke that goes through the row', ink(30, 46, 3)],
    ['a stroke that hangs far below', ink(180, 25, 18)],
  ])('takes out %s', (_, stroke) => {
    expect(dropStrokes({ box: BOX, glyphs: [...LETTERS, stroke] }, X).glyphs).toEqual(LETTERS);
  });

  it('takes out of a row in capitals what is higher than they are', () => {
    const capitals = [ink(50, 30), ink(70, 30), ink(90, 30), ink(110, 31)];
    expect(dropStrokes({ box: BOX, glyphs: [ink(30, 38), ...capitals] }, X).glyphs).toEqual(capitals);
  });
});
