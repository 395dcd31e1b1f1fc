import { describe, expect, it } from 'vitest';
import { washGraySeals } from '../../../../pipeline/engines/image/gray-seal.js';

const WIDTH = 800;
const HEIGHT = 1130;
const PAPER = 250;
const SEAL = 140;

const makePage = () => new Uint8Array(WIDTH * HEIGHT).fill(PAPER);
const draw = (page: Uint8Array, level: number, holds: (x: number, y: number) => boolean): void => {
  for (let i = 0; i < page.length; i++) if (holds(i % WIDTH, Math.floor(i / WIDTH))) page[i] = level;
};
const drawDisc = (page: Uint8Array, level: number, centerX: number, centerY: number): void =>
  draw(page, level, (x, y) => Math.hypot(x - centerX, y - centerY) < 60);
/** Lines of print, 8 pixels tall. */
const drawPrint = (page: Uint8Array, level: number): void =>
  draw(page, level, (x, y) => x > 100 && x < 700 && y > 100 && y < 1000 && y % 40 < 8);
const count = (page: Uint8Array, level: number): number => page.reduce((sum, one) => sum + (one === level ? 1 : 0), 0);

const wash = (page: Uint8Array): Uint8Array => {
  const pixels = Uint8Array.from(page);
  washGraySeals({ pixels, width: WIDTH, height: HEIGHT });
  return pixels;
};

describe('gray seals', () => {
  it('vanish from under black print, which stays with its edges', () => {
    const page = makePage();
    drawDisc(page, SEAL, 520, 900);
    const gray = count(page, SEAL);
    drawPrint(page, 20);
    const washed = wash(page);
    expect(count(washed, 20)).toBe(count(page, 20));
    // What is left stands within two pixels of the three lines that cross the seal.
    expect(count(washed, SEAL)).toBeLessThan(gray / 6);
    expect(washed[900 * WIDTH + 520 + 40]).toBe(255);
  });

  it('stay at the top of a page, where stamps are read', () => {
    const page = makePage();
    drawPrint(page, 20);
    drawDisc(page, SEAL, 520, 80);
    expect(wash(page)).toEqual(page);
  });

  it('are told from gray print: a wide block is no seal', () => {
    const page = makePage();
    drawPrint(page, 20);
    draw(page, SEAL, (x, y) => x > 100 && x < 700 && y > 1010 && y < 1100);
    expect(wash(page)).toEqual(page);
  });

  it('stay where the print is as faint as they are', () => {
    const page = makePage();
    drawPrint(page, 110);
    drawDisc(page, SEAL, 520, 900);
    expect(wash(page)).toEqual(page);
  });
});
