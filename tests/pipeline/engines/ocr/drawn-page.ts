import type { GrayRaster } from '../../../../pipeline/layout/skew.js';

/** A blank page of A4 at 200 dpi. */
export const drawPage = (): GrayRaster => ({
  pixels: new Uint8Array(1654 * 2339).fill(255),
  width: 1654,
  height: 2339,
});

const fill = ({ pixels, width }: GrayRaster, left: number, top: number, right: number, bottom: number): void => {
  for (let y = top; y < bottom; y++) pixels.fill(0, y * width + left, y * width + right);
};

/** A letter as components see it: two strokes and a bar, every third a tall one. */
const drawLetter = (page: GrayRaster, left: number, foot: number, height: number): void => {
  fill(page, left, foot - height, left + 4, foot);
  fill(page, left + 10, foot - height, left + 14, foot);
  fill(page, left, foot - 10, left + 14, foot - 6);
};

/** Draws a row of letters of 20 pixels, every third of 30; gives its box. */
export const drawRow = (page: GrayRaster, left: number, foot: number, letters: number) => {
  for (let i = 0; i < letters; i++) drawLetter(page, left + i * 20, foot, i % 3 === 0 ? 30 : 20);
  return { left, top: foot - 30, right: left + letters * 20 - 6, bottom: foot };
};

/** Draws specks of many sizes along a circle, as a round seal leaves them in a fax. */
export const drawRing = (page: GrayRaster, x: number, y: number, radius: number): void => {
  for (let i = 0; i < 48; i++) {
    const angle = (i * Math.PI) / 24;
    const [left, top] = [Math.round(x + radius * Math.cos(angle)), Math.round(y + radius * Math.sin(angle))];
    fill(page, left, top, left + 4 + ((i * 7) % 11), top + 4 + ((i * 5) % 19));
  }
};
