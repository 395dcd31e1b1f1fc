import type { Mask } from '../pipeline/layout/components.js';

export type Random = () => number;

/** Side of the square on which a sign is written. */
export const CANVAS = 72;

export const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

export const stamp = ({ pixels, width, height }: Mask, x: number, y: number, size: number): void => {
  for (let j = Math.floor(y); j < y + size; j++)
    for (let i = Math.floor(x); i < x + size; i++)
      if (i >= 0 && j >= 0 && i < width && j < height) pixels[j * width + i] = 1;
};

/** A straight stroke of a pen. */
export const stroke = (
  mask: Mask,
  from: readonly [number, number],
  to: readonly [number, number],
  pen: number,
): void => {
  const steps = Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1])) + 1;
  for (let i = 0; i <= steps; i++)
    stamp(mask, from[0] + ((to[0] - from[0]) * i) / steps, from[1] + ((to[1] - from[1]) * i) / steps, pen);
};

/** A 1 of two strokes or three, as a ruler would not draw it. */
export const writeOne = (random: Random): Mask => {
  const mask = { pixels: new Uint8Array(CANVAS * CANVAS), width: CANVAS, height: CANVAS };
  const height = between(random, 26, 52);
  const pen = between(random, 2, 0.16 * height);
  const [x, top, bottom] = [CANVAS / 2, CANVAS / 2 - height / 2, CANVAS / 2 + height / 2];
  const lean = height * between(random, -0.08, 0.35);
  const bend: [number, number] = [x - lean / 2 + between(random, -2, 2), CANVAS / 2];
  stroke(mask, [x, top], bend, pen);
  stroke(mask, bend, [x - lean, bottom], pen);
  if (random() < 0.85) {
    const reach = height * between(random, 0.12, 0.5);
    const fall = between(random, 0.12, 0.85);
    stroke(mask, [x - reach - Math.max(0, lean) * fall, top + height * fall], [x, top], pen);
  }
  if (random() < 0.15) {
    const half = height * between(random, 0.1, 0.3);
    stroke(mask, [x - lean - half, bottom], [x - lean + half, bottom + between(random, -1, 1)], pen);
  }
  return mask;
};

/** A 4 whose two strokes leave the top open, the bar going through. */
export const writeFour = (random: Random): Mask => {
  const mask = { pixels: new Uint8Array(CANVAS * CANVAS), width: CANVAS, height: CANVAS };
  const height = between(random, 26, 52);
  const pen = between(random, 2, 0.15 * height);
  const [left, top, bottom] = [CANVAS / 2 - 0.3 * height, CANVAS / 2 - height / 2, CANVAS / 2 + height / 2];
  const right = left + height * between(random, 0.35, 0.55);
  const lean = height * between(random, 0, 0.25);
  const bar = top + height * between(random, 0.45, 0.68);
  const corner: [number, number] = [left - height * between(random, 0, 0.15), bar];
  stroke(mask, [left + lean, top + height * between(random, -0.05, 0.15)], corner, pen);
  stroke(mask, corner, [right + height * between(random, 0, 0.25), bar + between(random, -2, 2)], pen);
  stroke(mask, [right + lean * 0.7, top + height * between(random, 0, 0.35)], [right - lean * 0.3, bottom], pen);
  return mask;
};

/** Dots, dashes, slashes and scribble. */
export const scribble = (random: Random): Mask => {
  const mask = { pixels: new Uint8Array(CANVAS * CANVAS), width: CANVAS, height: CANVAS };
  const pen = between(random, 1, 6);
  const kind = random();
  if (kind < 0.25) {
    for (let x = 10, y = between(random, 20, 50); x < between(random, 14, 60); x += between(random, 6, 10))
      stamp(mask, x, y, pen);
  } else if (kind < 0.4) {
    const y = between(random, 10, 50);
    stroke(mask, [10, y], [between(random, 20, 60), y + between(random, -3, 3)], pen);
  } else {
    let from: [number, number] = [between(random, 12, 60), between(random, 12, 60)];
    for (let i = between(random, 2, 7); i > 0; i--) {
      const to: [number, number] = [between(random, 8, 62), between(random, 8, 62)];
      stroke(mask, from, to, pen);
      from = to;
    }
  }
  return mask;
};
