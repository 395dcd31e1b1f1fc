import type { Box } from '../../schemas/span.js';
import type { Mask } from '../layout/components.js';

/** Two pieces one above the other are one sign when so much of the narrower lies over the other. */
const SAME_SIGN = 0.6;
const BESIDE = 0.5;
const CRUMB = 0.45;

/** Ink that hangs together: its pixels in a strip, and where. */
export interface Piece {
  readonly pixels: readonly number[];
  readonly box: Box;
}

/** The box of some pixels of a strip. */
export const boxOf = (pixels: readonly number[], width: number): Box => {
  let [left, top, right, bottom] = [width, Number.MAX_SAFE_INTEGER, 0, 0];
  for (const at of pixels) {
    const [x, y] = [at % width, Math.floor(at / width)];
    left = Math.min(left, x);
    right = Math.max(right, x + 1);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y + 1);
  }
  return { left, top, right, bottom };
};

/** Ink that hangs together, corners included. */
export const findPieces = ({ pixels, width, height }: Mask): readonly Piece[] => {
  const seen = Uint8Array.from(pixels);
  const pieces: Piece[] = [];
  for (let i = 0; i < seen.length; i++) {
    if (seen[i] !== 1) continue;
    seen[i] = 0;
    const found = [i];
    for (let next = 0; next < found.length; next++) {
      const at = found[next] ?? 0;
      const [x, y] = [at % width, Math.floor(at / width)];
      for (let dy = -1; dy <= 1; dy++) {
        for (let dx = -1; dx <= 1; dx++) {
          const [nx, ny] = [x + dx, y + dy];
          if (nx < 0 || ny < 0 || nx >= width || ny >= height || seen[ny * width + nx] !== 1) continue;
          seen[ny * width + nx] = 0;
          found.push(ny * width + nx);
        }
      }
    }
    pieces.push({ pixels: found, box: boxOf(found, width) });
  }
  return pieces;
};

/** Slants that are tried, in columns a row: from a little backwards to a steep hand. */
const SLANTS = Array.from({ length: 17 }, (_, i) => (i - 5) / 20);

/** How steep the strokes stand: upright, they fill few columns. */
const findSlant = (pixels: readonly number[], width: number): number => {
  let [best, most] = [0, -1];
  for (const slant of SLANTS) {
    const columns = new Map<number, number>();
    for (const at of pixels) {
      const x = Math.round((at % width) + slant * Math.floor(at / width));
      columns.set(x, (columns.get(x) ?? 0) + 1);
    }
    const sum = [...columns.values()].reduce((total, count) => total + count * count, 0);
    if (sum > most) [best, most] = [slant, sum];
  }
  return best;
};

/** Sets the strokes of a hand upright, rows shifted about the foot. */
export const setUpright = (
  pieces: readonly Piece[],
  { width, height }: Mask,
  foot: number,
): { readonly mask: Mask; readonly slant: number } => {
  const all = pieces.flatMap(({ pixels }) => pixels);
  const slant = findSlant(all, width);
  const pixels = new Uint8Array(width * height);
  for (const at of all) {
    const y = Math.floor(at / width);
    const x = Math.round((at % width) + slant * (y - foot));
    if (x >= 0 && x < width) pixels[y * width + x] = 1;
  }
  return { mask: { pixels, width, height }, slant };
};

/** Share of the narrower that lies over or under the other, and of the lower that lies beside it. */
const overlap = (a: Box, b: Box): { readonly across: number; readonly along: number } => {
  const share = (from: number, to: number, one: number, other: number): number =>
    (to - from) / Math.max(1, Math.min(one, other));
  return {
    across: share(Math.max(a.left, b.left), Math.min(a.right, b.right), a.right - a.left, b.right - b.left),
    along: share(Math.max(a.top, b.top), Math.min(a.bottom, b.bottom), a.bottom - a.top, b.bottom - b.top),
  };
};

/** True for the bar of a 5 over its bow, for a stroke that broke, for a crumb; slanted digits side by side overlap as well. */
const isOneSign = (a: Piece, b: Piece): boolean => {
  const { across, along } = overlap(a.box, b.box);
  const high = ({ box }: Piece): number => box.bottom - box.top;
  const isCrumb = Math.min(high(a), high(b)) < CRUMB * Math.max(high(a), high(b));
  return across >= SAME_SIGN && (along < BESIDE || isCrumb);
};

/** Pieces that stand one above the other are one sign: the bar of a 5, a stroke that broke. */
export const joinPieces = (pieces: readonly Piece[], width: number): readonly Piece[] => {
  const joined: Piece[] = [];
  for (const piece of pieces.toSorted((a, b) => b.pixels.length - a.pixels.length)) {
    const at = joined.findIndex((one) => isOneSign(one, piece));
    const other = joined[at];
    if (other === undefined) joined.push(piece);
    else {
      const pixels = [...other.pixels, ...piece.pixels];
      joined[at] = { pixels, box: boxOf(pixels, width) };
    }
  }
  return joined;
};
