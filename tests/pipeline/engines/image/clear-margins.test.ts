import { describe, expect, it } from 'vitest';
import { clearBorders, clearSpecks } from '../../../../pipeline/engines/image/clear-margins.js';

const WIDTH = 800;
const HEIGHT = 1100;

type Rectangle = readonly [left: number, top: number, width: number, height: number];

const draw = (...rectangles: readonly Rectangle[]) => {
  const pixels = new Uint8Array(WIDTH * HEIGHT).fill(255);
  for (const [left, top, width, height] of rectangles)
    for (let y = top; y < top + height; y++) pixels.fill(0, y * WIDTH + left, y * WIDTH + left + width);
  return { pixels, width: WIDTH, height: HEIGHT };
};

const hasInk = ({ pixels }: { readonly pixels: Uint8Array }, [left, top]: Rectangle): boolean =>
  pixels[top * WIDTH + left] === 0;

describe('clearBorders', () => {
  it('whitens the black glass of a copier from every edge, and no print', () => {
    const print: Rectangle = [200, 200, 300, 20];
    const borders: readonly Rectangle[] = [
      [0, 0, WIDTH, 40],
      [0, 0, 15, HEIGHT],
      [WIDTH - 9, 0, 9, HEIGHT],
      [0, HEIGHT - 30, WIDTH, 30],
    ];
    const page = draw(print, ...borders);
    clearBorders(page);
    expect(page.pixels).toEqual(draw(print).pixels);
  });

  it('keeps a letter that the edge cuts', () => {
    const page = draw([0, 300, 20, 20]);
    clearBorders(page);
    expect(page.pixels).toEqual(draw([0, 300, 20, 20]).pixels);
  });
});

describe('clearSpecks', () => {
  const word: Rectangle = [200, 400, 120, 20];

  it.each<readonly [string, Rectangle]>([
    ['a speck on no line', [500, 700, 5, 5]],
    ['a speck far to the side of a line', [700, 405, 6, 6]],
    ['what the feeder drew down the margin', [780, 100, 3, 600]],
    ['a punched hole', [40, 300, 46, 46]],
  ])('whitens %s', (_name, stray) => {
    const page = draw(word, stray);
    clearSpecks(page);
    expect(page.pixels).toEqual(draw(word).pixels);
  });

  it.each<readonly [string, Rectangle]>([
    ['the dash of an item', [150, 408, 14, 3]],
    ['a full stop', [330, 416, 4, 4]],
    ['a page number', [400, 50, 9, 22]],
    ['a rule down a table', [400, 500, 3, 300]],
  ])('keeps %s', (_name, print) => {
    const page = draw(word, print);
    clearSpecks(page);
    expect(hasInk(page, print)).toBe(true);
  });
});
