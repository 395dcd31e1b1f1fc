import type { Mask, Point } from './components.js';
import { measureArea, type Rectangle } from './least-rectangle.js';

/** Share of a side that must be inked: a stamp is worn, and print runs over it. */
const SIDE_INKED = 0.7;
/** One side may be worse than the others. */
const WORST_SIDE = 0.4;
const RING_INKED = 0.75;
/** A circle or an ellipse fills this share of the rectangle around it, about. */
const ROUND = { least: 0.7, most: 0.85 } as const;

/** Shortest and longest that the longer and the shorter side of a frame may be. */
export interface FrameSizes {
  readonly length: readonly [number, number];
  readonly breadth: readonly [number, number];
}

/** The points of a turned rectangle: `along` and `across` are shares of half its sides, -1 to 1. */
export const pointIn = ({ centre, length, breadth, degrees }: Rectangle, along: number, across: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  const [u, v] = [(along * length) / 2, (across * breadth) / 2];
  return {
    x: centre.x + u * Math.cos(angle) - v * Math.sin(angle),
    y: centre.y + u * Math.sin(angle) + v * Math.cos(angle),
  };
};

const isInked = ({ pixels, width, height }: Mask, { x, y }: Point): boolean => {
  const [column, row] = [Math.round(x), Math.round(y)];
  return column >= 0 && row >= 0 && column < width && row < height && pixels[row * width + column] === 1;
};

const SAMPLES = 96;

/** Share of the places of a line at which ink lies within `reach` pixels inside it. `at(place, depth)`, both 0–1. */
const shareInked = (mask: Mask, reach: number, at: (place: number, depth: number) => Point): number => {
  let inked = 0;
  const steps = Math.max(2, Math.ceil(reach));
  for (let i = 0; i < SAMPLES; i++) {
    const place = 0.04 + (0.92 * i) / (SAMPLES - 1);
    for (let step = -1; step <= steps; step++) {
      if (!isInked(mask, at(place, step / steps))) continue;
      inked++;
      break;
    }
  }
  return inked / SAMPLES;
};

const isFrame = (mask: Mask, rectangle: Rectangle, reach: number): boolean => {
  const inward = (depth: number, side: number): number => 1 - (2 * depth * reach) / side;
  const { length, breadth } = rectangle;
  const shares = [-1, 1].flatMap((side) => [
    shareInked(mask, reach, (place, depth) => pointIn(rectangle, 2 * place - 1, side * inward(depth, breadth))),
    shareInked(mask, reach, (place, depth) => pointIn(rectangle, side * inward(depth, length), 2 * place - 1)),
  ]);
  const [worst = 0, ...others] = shares.sort((a, b) => a - b);
  return worst >= WORST_SIDE && others.every((share) => share >= SIDE_INKED);
};

const isRing = (mask: Mask, rectangle: Rectangle, hull: readonly Point[], reach: number): boolean => {
  const roundness = measureArea(hull) / (rectangle.length * rectangle.breadth);
  if (roundness < ROUND.least || roundness > ROUND.most) return false;
  const inked = shareInked(mask, reach, (place, depth) => {
    const angle = 2 * Math.PI * place;
    const inward = 1 - (2 * depth * reach) / rectangle.breadth;
    return pointIn(rectangle, Math.cos(angle) * inward, Math.sin(angle) * inward);
  });
  return inked >= RING_INKED;
};

/**
 * Whether ink runs along the edge of the rectangle around it, or along the ellipse in that; `reach` is how far from the edge
 * it may run, in pixels. `tellShape(mask, rectangle, hull, 4) === 'frame'`.
 */
export const tellShape = (
  mask: Mask,
  rectangle: Rectangle,
  hull: readonly Point[],
  reach: number,
): 'frame' | 'ring' | 'plain' => {
  if (isRing(mask, rectangle, hull, reach)) return 'ring';
  return isFrame(mask, rectangle, reach) ? 'frame' : 'plain';
};
