import { describe, expect, it } from 'vitest';
import { makeRandom } from '../../../../models/make-noise.js';
import { clearSpeckSeals } from '../../../../pipeline/engines/image/clear-speck-seals.js';
import type { GrayRaster } from '../../../../pipeline/layout/skew.js';
import { drawPage, drawRow } from '../ocr/drawn-page.js';

/** Specks along a ring, inside and out, as a fax leaves them of a pale seal. */
const drawSpecks = ({ pixels, width }: GrayRaster, x: number, y: number, radius: number): void => {
  const random = makeRandom(5);
  for (let row = y - radius; row <= y + radius; row++)
    for (let column = x - radius; column <= x + radius; column++)
      if (Math.hypot(column - x, row - y) <= radius && random() < 0.12) pixels[row * width + column] = 0;
};
const countInk = ({ pixels, width }: GrayRaster, left: number, top: number, right: number, bottom: number): number => {
  let ink = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) if (pixels[y * width + x] === 0) ink++;
  return ink;
};

describe('clearSpeckSeals', () => {
  it('takes the specks of a seal off the print under it', () => {
    const page = drawPage();
    const { left, top, right, bottom } = drawRow(page, 500, 560, 16);
    const print = countInk(page, left, top, right, bottom);
    drawSpecks(page, 640, 550, 140);
    const specked = countInk(page, 500, 620, 780, 690);
    clearSpeckSeals(page);
    expect(specked).toBeGreaterThan(800);
    expect(countInk(page, 500, 620, 780, 690)).toBeLessThan(0.02 * specked);
    // Letters lose their corners at most.
    expect(Math.abs(countInk(page, left, top, right, bottom) - print)).toBeLessThan(0.1 * print);
  });

  it('leaves print, a few specks and a page full of them as they are', () => {
    const page = drawPage();
    drawRow(page, 300, 560, 40);
    for (let i = 0; i < 12; i++) page.pixels[(700 + 90 * i) * page.width + 200 + 77 * i] = 0;
    const before = Uint8Array.from(page.pixels);
    clearSpeckSeals(page);
    expect(Buffer.compare(page.pixels, before)).toBe(0);
    const random = makeRandom(7);
    const noisy = { ...page, pixels: before.map((level) => (random() < 0.01 ? 0 : level)) };
    const copy = Uint8Array.from(noisy.pixels);
    clearSpeckSeals(noisy);
    expect(Buffer.compare(noisy.pixels, copy)).toBe(0);
  });
});
