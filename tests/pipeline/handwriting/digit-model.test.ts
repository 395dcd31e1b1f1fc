import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { toDigitImage } from '../../../pipeline/handwriting/digit-image.js';
import { openDigitModel } from '../../../pipeline/handwriting/digit-model.js';
import { NOT_A_DIGIT, SIDE } from '../../../pipeline/handwriting/digit-net.js';

const bytes = readFileSync(packageFile('models', 'digit-model.bin'));
const classify = openDigitModel(bytes);

/** A mask out of rows of # and dots, each sign `times` pixels wide and high. */
const draw = (rows: readonly string[], times: number) => {
  const width = (rows[0]?.length ?? 0) * times;
  const height = rows.length * times;
  const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [Math.floor((i % width) / times), Math.floor(i / width / times)];
    return rows[y]?.[x] === '#' ? 1 : 0;
  });
  return { pixels, width, height };
};

const read = (rows: readonly string[]): { readonly best: number; readonly shares: readonly number[] } => {
  const image = toDigitImage(draw(rows, 5));
  if (image === undefined) throw new Error('Expected ink');
  const shares = classify(image);
  return { best: shares.indexOf(Math.max(...shares)), shares };
};

const ZERO = ['.###.', '#...#', '#...#', '#...#', '#...#', '#...#', '.###.'];
const ONE = ['..#', '.##', '#.#', '..#', '..#', '..#', '..#'];
const TWO = ['.###.', '#...#', '....#', '...#.', '..#..', '.#...', '#####'];
const THREE = ['.###.', '#...#', '....#', '..##.', '....#', '#...#', '.###.'];
const SEVEN = ['#####', '....#', '...#.', '...#.', '..#..', '..#..', '..#..'];

describe('the packaged model', () => {
  it('is small, and its card tells its size', () => {
    const card = z
      .object({ bytes: z.number(), temperature: z.number() })
      .parse(JSON.parse(readFileSync(packageFile('models', 'digit-model.card.json'), 'utf8')));
    expect(bytes.length).toBe(card.bytes);
    expect(bytes.length).toBeLessThan(200_000);
  });

  it.each([
    [0, ZERO],
    [1, ONE],
    [2, TWO],
    [3, THREE],
    [7, SEVEN],
  ])('reads a drawn %i', (digit, rows) => {
    const { best, shares } = read(rows);
    expect(best).toBe(digit);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });

  it.each([
    ['dashes', ['##.##.##.##']],
    ['a cross', ['#...#', '.#.#.', '..#..', '.#.#.', '#...#']],
    ['two digits in one', ZERO.map((row, i) => `${row}${THREE[i]}`)],
  ])('takes %s for no digit', (_, rows) => {
    expect(read(rows).best).toBe(NOT_A_DIGIT);
  });

  it('gives the same for the same image, whatever came between', () => {
    const first = read(TWO).shares;
    read(SEVEN);
    expect(read(TWO).shares).toEqual(first);
  });

  it('is not opened out of other bytes', () => {
    expect(() => openDigitModel(bytes.subarray(0, 1000))).toThrow(/Expected a digit model of \d+ bytes, got 1000/u);
    expect(() => openDigitModel(new Uint8Array(bytes.length))).toThrow(/Expected a digit model/u);
  });
});

describe('an image for the net', () => {
  it('holds the ink in its middle, its longer side 20 pixels', () => {
    const image = toDigitImage(draw(['#'], 40));
    expect(image?.length).toBe(SIDE * SIDE);
    expect(image?.reduce((sum, level) => sum + level, 0)).toBeCloseTo(400, 3);
    expect(image?.[0]).toBe(0);
    expect(image?.[2 * SIDE + 2]).toBeCloseTo(1, 6);
  });

  it('is none of a blank mask', () => {
    expect(toDigitImage(draw(['...'], 4))).toBeUndefined();
  });
});
