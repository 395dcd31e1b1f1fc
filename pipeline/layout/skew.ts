/** An 8-bit gray raster, row after row. */
export interface GrayRaster {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Scanner feeders turn a page by no more than this, in degrees. */
const STEEPEST = 4;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.1;
/** Print is darker than this; paper, even yellowed, is lighter. */
const DARK = 128;
/** A raster with more ink than this is a picture, and its lines tell nothing. */
const MOST_INK = 0.4;
const LEAST_INK_PIXELS = 500;

const findInk = ({ pixels, width, height }: GrayRaster): { xs: Uint16Array; ys: Uint16Array } => {
  const xs: number[] = [];
  const ys: number[] = [];
  // The outer edge holds the shadows of the scanner's lid, which run straight however the page lies.
  const edgeX = Math.round(width * 0.04);
  const edgeY = Math.round(height * 0.03);
  for (let y = edgeY; y < height - edgeY; y++)
    for (let x = edgeX; x < width - edgeX; x++)
      if ((pixels[y * width + x] ?? 255) < DARK) {
        xs.push(x);
        ys.push(y);
      }
  return { xs: Uint16Array.from(xs), ys: Uint16Array.from(ys) };
};

/** How sharply ink falls into rows when the page is sheared by `degrees`: the sum of squared row counts. */
const scoreAngle = (xs: Uint16Array, ys: Uint16Array, raster: GrayRaster, degrees: number): number => {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const shift = Math.ceil(Math.abs(slope) * raster.width) + 1;
  const rows = new Float64Array(raster.height + 2 * shift);
  for (let i = 0; i < xs.length; i++) {
    const row = Math.round((ys[i] ?? 0) - slope * (xs[i] ?? 0)) + shift;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let score = 0;
  // Differences of neighbouring rows, not the counts: a dark band scores nothing, the edges of print lines do.
  for (let i = 1; i < rows.length; i++) score += ((rows[i] ?? 0) - (rows[i - 1] ?? 0)) ** 2;
  return score;
};

const findBest = (angles: readonly number[], score: (angle: number) => number): number => {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (const angle of angles) {
    const value = score(angle);
    if (value <= highest) continue;
    highest = value;
    best = angle;
  }
  return best;
};

const range = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);

/**
 * By how many degrees the lines of a page fall to the right (positive) or rise (negative); 0 when it cannot be told.
 * Give it a small raster (about 800 pixels wide): a line of print is then a few pixels high, which is enough.
 */
export const measureSkew = (raster: GrayRaster): number => {
  const { xs, ys } = findInk(raster);
  if (xs.length < LEAST_INK_PIXELS || xs.length > MOST_INK * raster.pixels.length) return 0;
  const score = (angle: number) => scoreAngle(xs, ys, raster, angle);
  const coarse = findBest(range(-STEEPEST, STEEPEST, COARSE_STEP), score);
  const fine = findBest(range(coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP), score);
  // At the end of the range it is no page askew but something else (a drawing, a page on its side).
  return Math.abs(fine) >= STEEPEST ? 0 : fine;
};
