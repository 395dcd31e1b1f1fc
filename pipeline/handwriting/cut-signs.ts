import type { Box } from '../../schemas/span.js';
import type { Mask } from '../layout/components.js';
import type { GrayRaster } from '../layout/skew.js';
import { boxOf, findPieces, joinPieces, type Piece, setUpright } from './pieces.js';

/** A place in a line of print where a hand wrote: foot of the print beside it, height of its capitals and figures. */
export interface PenGap {
  readonly box: Box;
  readonly foot: number;
  readonly tall: number;
}

/** A piece of ink that is not cut any further: pixels of the strip, and where. */
export interface Atom {
  readonly pixels: readonly number[];
  readonly box: Box;
  /** True when a cut through ink parts it from the one before. */
  readonly isCut: boolean;
}

/** The ink of a gap, from left to right; sizes in pixels. */
export interface Signs {
  readonly atoms: readonly Atom[];
  readonly width: number;
  readonly height: number;
  readonly tall: number;
  /** How steep the hand wrote: the atoms stand upright, row by row shifted about the foot. */
  readonly slant: number;
  readonly foot: number;
}

/** How far above and below the foot of the print a hand writes, in heights of its capitals. */
const ABOVE = 1.9;
const BELOW = 0.9;
/** Beside the gap, so that a stroke that reaches over print is seen whole. */
const ASIDE = 0.6;
/** Paper and ink that differ by less than this are both paper. */
const LEAST_CONTRAST = 40;
/** Ink is darker than this share of the way from ink to paper. */
const INK_SHARE = 0.6;
/** Sizes in heights of the capitals. */
const SPECK = 0.2;
const FLAT = 0.3;
const LONG_RUN = 1.2;
const THIN_RUN = 0.18;
/** Longest bar of a 5 or 7 that stands apart. */
const BAR = 1.4;
/** How far from the foot what hangs down from the line above ends, how far what stands on the one below begins, and the middle. */
const FROM_ABOVE = 1.45;
const FROM_BELOW = 0.53;
const MIDDLE = 0.6;
const MOST_CUTS = 5;

const levelsOf = (pixels: Uint8Array): { ink: number; paper: number } => {
  const sorted = Uint8Array.from(pixels).sort();
  return { ink: sorted[Math.floor(sorted.length * 0.01)] ?? 0, paper: sorted[sorted.length >> 1] ?? 255 };
};

/** The strip of page around a gap. */
const cutStrip = (
  raster: GrayRaster,
  { box: { left, right }, foot, tall }: PenGap,
): { mask: Mask; origin: { x: number; y: number } } => {
  const x0 = Math.max(0, Math.round(left - ASIDE * tall));
  const x1 = Math.min(raster.width, Math.round(right + ASIDE * tall));
  const y0 = Math.max(0, Math.round(foot - ABOVE * tall));
  const y1 = Math.min(raster.height, Math.round(foot + BELOW * tall));
  const [width, height] = [Math.max(0, x1 - x0), Math.max(0, y1 - y0)];
  const gray = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    gray.set(raster.pixels.subarray((y + y0) * raster.width + x0, (y + y0) * raster.width + x1), y * width);
  const { ink, paper } = levelsOf(gray);
  const limit = paper - ink < LEAST_CONTRAST ? -1 : ink + INK_SHARE * (paper - ink);
  return { mask: { pixels: gray.map((level) => (level < limit ? 1 : 0)), width, height }, origin: { x: x0, y: y0 } };
};

/** Takes a dotted line or a rule out of which the digits rise: long runs that are thin. */
const clearRules = (mask: Mask, tall: number): void => {
  const { pixels, width, height } = mask;
  const thin = THIN_RUN * tall;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; ) {
      const start = x;
      while (x < width && pixels[y * width + x] === 1) x++;
      if (x - start > LONG_RUN * tall) {
        for (let i = start; i < x; i++) {
          let [top, bottom] = [y, y];
          while (top > 0 && pixels[(top - 1) * width + i] === 1) top--;
          while (bottom < height - 1 && pixels[(bottom + 1) * width + i] === 1) bottom++;
          if (bottom - top < thin) for (let j = top; j <= bottom; j++) pixels[j * width + i] = 0;
        }
      }
      x = Math.max(x, start + 1);
    }
  }
};

/** A sign may be two digits where it is wider than this share of its height; a piece of it is no narrower than PIECE. */
const WIDE = 0.6;
const WIDE_ZERO = 0.95;
const PIECE = 0.2;
/** Digits touch in one place: a cut goes through one stroke, and through no more of it than this share of the height. */
const THICKEST_CUT = 0.4;

/** The walls of a 0 are cut only where the sign is too wide for one. */
const mayCut = (strokes: number, ink: number, wide: number): boolean =>
  (strokes === 1 && ink <= THICKEST_CUT) || (strokes === 2 && ink <= THICKEST_CUT && wide > WIDE_ZERO);

/** Columns at which a wide sign may be two or more: the thinnest places of its profile. */
const findCuts = ({ pixels, box }: Piece, width: number): readonly number[] => {
  const [wide, high] = [box.right - box.left, box.bottom - box.top];
  if (wide < WIDE * high) return [];
  const profile = new Array<number>(wide).fill(0);
  const strokes = new Array<number>(wide).fill(0);
  const held = new Set(pixels);
  for (const at of pixels) {
    const x = (at % width) - box.left;
    profile[x] = (profile[x] ?? 0) + 1;
    if (!held.has(at - width)) strokes[x] = (strokes[x] ?? 0) + 1;
  }
  const margin = PIECE * high;
  const order = profile
    .map((count, x) => ({ count, x }))
    .filter(({ x, count }) => x > margin && x < wide - margin && mayCut(strokes[x] ?? 0, count / high, wide / high))
    .toSorted((a, b) => a.count - b.count || Math.abs(a.x - wide / 2) - Math.abs(b.x - wide / 2));
  const cuts: number[] = [];
  for (const { x } of order) {
    if (cuts.length === MOST_CUTS) break;
    if (cuts.every((cut) => Math.abs(cut - x) > margin)) cuts.push(x);
  }
  return cuts.map((x) => x + box.left).toSorted((a, b) => a - b);
};

const cutPiece = (piece: Piece, width: number): readonly Atom[] => {
  const ends = [...findCuts(piece, width), Number.MAX_SAFE_INTEGER];
  let from = 0;
  return ends.flatMap((end, i) => {
    const pixels = piece.pixels.filter((at) => at % width >= from && at % width < end);
    from = end;
    return pixels.length === 0 ? [] : [{ pixels, box: boxOf(pixels, width), isCut: i > 0 }];
  });
};

/**
 * Takes the ink of a gap apart: print beside it, specks, dots and rules are left out, strokes of one sign joined, wide
 * signs cut where they are thinnest.
 */
export const cutSigns = (raster: GrayRaster, gap: PenGap): Signs => {
  const {
    box: { left, right },
    foot,
    tall,
  } = gap;
  const { mask, origin } = cutStrip(raster, gap);
  const { width, height } = mask;
  clearRules(mask, tall);
  const ground = foot - origin.y;
  const isOfGap = ({ box }: Piece): boolean => {
    const [x, y] = [(box.left + box.right) / 2 + origin.x, (box.top + box.bottom) / 2];
    const [wide, high] = [box.right - box.left, box.bottom - box.top];
    if (x < left || x > right) return false;
    // What hangs down from the line above, or stands on the one below.
    if ((box.top === 0 && y < ground - FROM_ABOVE * tall) || (box.bottom === height && y > ground + FROM_BELOW * tall))
      return false;
    if (wide < SPECK * tall && high < SPECK * tall) return false;
    // A dash or a run of dots; above the middle it may be the bar of a 5 or 7.
    return high >= FLAT * tall || (wide < BAR * tall && y < ground - MIDDLE * tall);
  };
  const upright = setUpright(findPieces(mask).filter(isOfGap), mask, ground);
  const signs = joinPieces(findPieces(upright.mask), width).filter(({ box }) => box.bottom - box.top >= FLAT * tall);
  const atoms = signs
    .toSorted((a, b) => a.box.left + a.box.right - b.box.left - b.box.right)
    .flatMap((sign) => cutPiece(sign, width));
  return { atoms, width, height, tall, slant: upright.slant, foot: ground };
};

/** The pixels of some atoms alone, upright or as they were written. */
export const maskOf = (atoms: readonly Atom[], signs: Signs, isUpright: boolean): Mask => {
  const { width, slant, foot } = signs;
  const shift = (y: number): number => (isUpright ? 0 : Math.round(slant * (y - foot)));
  const points = atoms.flatMap(({ pixels }) =>
    pixels.map((at) => {
      const y = Math.floor(at / width);
      return { x: (at % width) - shift(y), y };
    }),
  );
  const [left, right] = [Math.min(...points.map(({ x }) => x)), Math.max(...points.map(({ x }) => x))];
  const [top, bottom] = [Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ y }) => y))];
  const [wide, high] = [right - left + 1, bottom - top + 1];
  const pixels = new Uint8Array(wide * high);
  for (const { x, y } of points) pixels[(y - top) * wide + x - left] = 1;
  return { pixels, width: wide, height: high };
};
