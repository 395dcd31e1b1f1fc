import { describe, expect, it } from 'vitest';
import { cutSigns, type PenGap } from '../../../pipeline/handwriting/cut-signs.js';
import { readHandwriting } from '../../../pipeline/handwriting/read-handwriting.js';

const WIDTH = 260;
const HEIGHT = 140;
const GAP: PenGap = { box: { left: 20, top: 20, right: 240, bottom: 120 }, foot: 90, tall: 28 };

type Pixel = readonly [x: number, y: number];

const makePage = (inks: readonly Pixel[]) => {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(250);
  for (const [x, y] of inks) pixels[y * WIDTH + x] = 20;
  return { pixels, width: WIDTH, height: HEIGHT };
};

const fill = (left: number, top: number, wide: number, high: number): Pixel[] =>
  Array.from({ length: wide * high }, (_, i) => [left + (i % wide), top + Math.floor(i / wide)] as const);

/** A ring as a pen draws a 0, 26 × 38 pixels. */
const zero = (left: number): Pixel[] =>
  fill(left, 54, 26, 38).filter(([x, y]) => {
    const away = Math.hypot((x - left - 12.5) / 13, (y - 72.5) / 19);
    return away <= 1 && away >= 0.68;
  });
/** An upright stroke. */
const one = (left: number): Pixel[] => fill(left, 54, 5, 38);
const dots = (): Pixel[] => Array.from({ length: 20 }, (_, i) => fill(24 + 11 * i, 88, 4, 4)).flat();

const boxes = (inks: readonly Pixel[]) => cutSigns(makePage(inks), GAP).atoms.map(({ box }) => box);

describe('the ink of a gap', () => {
  it('is cut into signs from left to right', () => {
    expect(boxes([...zero(100), ...one(60)]).map(({ left }) => left)).toEqual([57, 97]);
  });

  it('without dots, specks and a rule', () => {
    const clean = boxes([...zero(60), ...one(110)]);
    expect(boxes([...zero(60), ...one(110), ...fill(150, 60, 3, 3)])).toEqual(clean);
    const onRule = boxes([...zero(60), ...one(110), ...fill(24, 92, 210, 2)]);
    expect(onRule.map(({ left, right }) => [left, right])).toEqual(clean.map(({ left, right }) => [left, right]));
    expect(boxes(dots())).toEqual([]);
  });

  it('without print beside it', () => {
    expect(boxes([...one(8), ...zero(60), ...one(248)]).length).toBe(1);
  });

  it('is nothing on blank paper, grain or not', () => {
    const page = makePage([]);
    expect(cutSigns(page, GAP).atoms).toEqual([]);
    expect(cutSigns({ ...page, pixels: page.pixels.map((level, i) => level - ((i * 7) % 13)) }, GAP).atoms).toEqual([]);
  });

  it('is parted where two digits touch', () => {
    const joined = [...zero(60), ...one(90), ...fill(84, 70, 8, 3)];
    const signs = cutSigns(makePage(joined), GAP).atoms;
    expect(signs.length).toBeGreaterThan(1);
    expect(signs.slice(1).some(({ isCut }) => isCut)).toBe(true);
  });
});

describe('a gap', () => {
  it('is read as digits, the likeliest first, their shares below 1', () => {
    const readings = readHandwriting(makePage([...one(60), ...zero(80), ...one(122)]), GAP);
    expect(readings[0]?.digits).toBe('101');
    const sum = readings.reduce((total, { confidence }) => total + confidence, 0);
    expect(sum).toBeGreaterThan(0.5);
    expect(sum).toBeLessThanOrEqual(1);
  });

  it('is not read where nothing, or no digits, stand', () => {
    expect(readHandwriting(makePage(dots()), GAP)).toEqual([]);
    const scribble = Array.from({ length: 200 }, (_, i): Pixel => [40 + i, 70 + Math.round(18 * Math.sin(i / 5))]);
    const thick = scribble.flatMap(([x, y]) => fill(x, y, 3, 3));
    expect(readHandwriting(makePage(thick), GAP)[0]?.confidence ?? 0).toBeLessThan(0.5);
  });
});
