import type { Box } from '../../schemas/span.js';
import type { Mask } from '../layout/components.js';
import { SIDE } from './digit-net.js';

/** The longer side of the ink, in pixels of the net's image; around it stays paper. */
const INK_SIDE = 20;

/** The box of a mask's ink, right and bottom exclusive; undefined for an empty one. */
export const boxOfInk = ({ pixels, width, height }: Mask): Box | undefined => {
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (pixels[y * width + x] !== 1) continue;
      left = Math.min(left, x);
      right = Math.max(right, x + 1);
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  return right === 0 ? undefined : { left, top, right, bottom };
};

/** Sums over all pixels above and left of a corner: the mean of any rectangle costs four look-ups. */
const sumUp = ({ pixels, width, height }: Mask): Float64Array => {
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      row += pixels[y * width + x] ?? 0;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  return sums;
};

/** The sum up to a corner between pixels. */
const sumTo = (sums: Float64Array, { width, height }: Mask, x: number, y: number): number => {
  const [cx, cy] = [Math.min(width, Math.max(0, x)), Math.min(height, Math.max(0, y))];
  const [x0, y0] = [Math.min(width - 1, Math.floor(cx)), Math.min(height - 1, Math.floor(cy))];
  const [fx, fy] = [cx - x0, cy - y0];
  const at = (i: number, j: number): number => sums[j * (width + 1) + i] ?? 0;
  const above = at(x0, y0) * (1 - fx) + at(x0 + 1, y0) * fx;
  const below = at(x0, y0 + 1) * (1 - fx) + at(x0 + 1, y0 + 1) * fx;
  return above * (1 - fy) + below * fy;
};

/**
 * The ink of a mask as the net wants it: SIDE × SIDE, its longer side INK_SIDE, in the middle, ink 1 and paper 0;
 * undefined for an empty mask.
 */
export const toDigitImage = (mask: Mask): Float32Array | undefined => {
  const box = boxOfInk(mask);
  if (box === undefined) return undefined;
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const step = Math.max(width, height) / INK_SIDE;
  const sums = sumUp(mask);
  const left = (box.left + box.right) / 2 - (SIDE * step) / 2;
  const top = (box.top + box.bottom) / 2 - (SIDE * step) / 2;
  const image = new Float32Array(SIDE * SIDE);
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const [x0, y0] = [left + x * step, top + y * step];
      const [x1, y1] = [x0 + step, y0 + step];
      const sum =
        sumTo(sums, mask, x1, y1) - sumTo(sums, mask, x0, y1) - sumTo(sums, mask, x1, y0) + sumTo(sums, mask, x0, y0);
      image[y * SIDE + x] = sum / (step * step);
    }
  }
  return image;
};
