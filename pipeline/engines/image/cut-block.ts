import sharp from 'sharp';
import { pointIn } from '../../layout/frame-shape.js';
import type { GrayRaster } from '../../layout/skew.js';
import type { InkPatch } from './find-blocks.js';
import type { InkMaps } from './ink-maps.js';
import { toPgm } from './pgm.js';

/** One way to look at a block. */
export interface Look {
  /** 'pale': what is as dark as the frame alone, without the darker print that runs over it. */
  readonly ink: 'colour' | 'dark' | 'pale';
  /** Turn after straightening, clockwise. */
  readonly turn: 0 | 90 | 180 | 270;
}

/** A block ready for reading, as PGM. */
export interface CutBlock {
  readonly bytes: Buffer;
  readonly pixels: number;
  /** Lines of print in it. */
  readonly lines: number;
}

/** Height at which the capitals of a stamp are read best, accents and all, and white paper around them. */
const PRINT_HEIGHT = 48;
const MARGIN = 24;
/** A row of print has ink on more than this share of it; a band of rows lower than the second share of the highest is an accent. */
const ROW_INKED = 0.02;
const BAND = 0.45;
/** Ink of less than this share of the darkest is none: dirt, what shines through. */
const FAINT = 0.25;
/** A row of a frame is inked over this share of its length; print is less. */
const FRAME_ROW = 0.72;
/** The lines of a frame, double ones too, lie in this share of the block's side. */
const FRAME_WITHIN = 0.24;
/** Beyond this share of a ring's radius stands the ring. */
const RING_INSIDE = 0.8;

interface Level extends GrayRaster {
  /** How often each degree of ink occurs. */
  readonly histogram: readonly number[];
}

/** The ink of a block, level, its longer side across; 0 is paper. */
const straighten = (map: Uint8Array, { width, height }: InkMaps, { rectangle }: InkPatch): Level => {
  const size = { width: Math.max(8, Math.round(rectangle.length)), height: Math.max(8, Math.round(rectangle.breadth)) };
  const pixels = new Uint8Array(size.width * size.height);
  const histogram = new Array<number>(256).fill(0);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const at = pointIn(rectangle, (2 * x + 1) / size.width - 1, (2 * y + 1) / size.height - 1);
      const [column, row] = [Math.floor(at.x), Math.floor(at.y)];
      if (column < 0 || row < 0 || column + 1 >= width || row + 1 >= height) continue;
      const [right, down] = [at.x - column, at.y - row];
      const first = row * width + column;
      const above = (map[first] ?? 0) * (1 - right) + (map[first + 1] ?? 0) * right;
      const below = (map[first + width] ?? 0) * (1 - right) + (map[first + width + 1] ?? 0) * right;
      const ink = Math.round(above * (1 - down) + below * down);
      pixels[y * size.width + x] = ink;
      histogram[ink] = (histogram[ink] ?? 0) + 1;
    }
  }
  return { pixels, ...size, histogram };
};

/** Ink becomes dark on white, spread to full contrast. */
const spread = ({ pixels, width, height, histogram }: Level, isSolid: boolean): GrayRaster => {
  let above = pixels.length * 0.03;
  let darkest = 255;
  while (darkest > 24 && above > 0) above -= histogram[darkest--] ?? 0;
  const gray = pixels.map((level) => {
    const ink = Math.max(0, Math.min(1, (level / darkest - FAINT) / (1 - FAINT)));
    return Math.round(255 * (isSolid ? ink : 1 - ink));
  });
  return { pixels: gray, width, height };
};

/** Print is darker than the ink of a stamp by this much, where the two can be told apart. */
const PRINT_LEADS = 28;
/** Ink lighter than this is paper. */
const LEAST_LEVEL = 40;
/** Share of a block at its edges in which its frame stands. */
const EDGE = 0.06;
/** The soft edge of print, in pixels. */
const SOFT = 2;

/** The commonest degree of ink at the edges of a block: that of its frame. */
const measureFrameLevel = ({ pixels, width, height }: Level): number => {
  const counts = new Array<number>(256).fill(0);
  const rim = Math.max(3, Math.round(EDGE * Math.min(width, height) * 2));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (x >= rim && x < width - rim && y >= rim && y < height - rim) continue;
      const level = Math.round((pixels[y * width + x] ?? 0) / 4) * 4;
      if (level > LEAST_LEVEL) counts[level] = (counts[level] ?? 0) + 1;
    }
  return counts.indexOf(Math.max(...counts));
};

/** The ink of the frame alone; where print ran over it, it goes on where it stands on both sides. Undefined where both are one. */
const keepPale = (level: Level): GrayRaster | undefined => {
  const { pixels, width, height } = level;
  const frame = measureFrameLevel(level);
  const print = frame + PRINT_LEADS;
  if (frame <= LEAST_LEVEL || print > 250) return undefined;
  const isPrint = (x: number, y: number): boolean => (pixels[y * width + x] ?? 0) > print;
  const gray = new Uint8Array(pixels.length).fill(255);
  const covered: number[] = [];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      let isNear = false;
      for (let dy = -SOFT; dy <= SOFT && !isNear; dy++)
        for (let dx = -SOFT; dx <= SOFT && !isNear; dx++)
          isNear = x + dx >= 0 && x + dx < width && y + dy >= 0 && y + dy < height && isPrint(x + dx, y + dy);
      const ink = pixels[at] ?? 0;
      if (isNear) covered.push(at);
      else if (ink > frame / 2) gray[at] = 0;
    }
  const reach = 7;
  const isPale = (at: number): boolean => gray[at] === 0;
  const bridged = covered.filter((at) => {
    for (const step of [1, width]) {
      let [before, behind] = [false, false];
      for (let i = 1; i <= reach; i++) {
        before ||= isPale(at - i * step);
        behind ||= isPale(at + i * step);
      }
      if (before && behind) return true;
    }
    return false;
  });
  for (const at of bridged) gray[at] = 0;
  return { pixels: gray, width, height };
};

const drawInk = (maps: InkMaps, patch: InkPatch, ink: Look['ink']): GrayRaster | undefined => {
  const level = straighten(ink === 'colour' ? maps.colour : maps.dark, maps, patch);
  return ink === 'pale' ? keepPale(level) : spread(level, patch.isSolid);
};

const DARK = 150;

/** Rows, or columns, that the line of a frame takes at one end; a slight slant is borne. */
const measureFrame = (count: number, across: number, isInk: (row: number, at: number) => boolean): number => {
  let taken = 0;
  for (let row = 0; row < FRAME_WITHIN * count; row++) {
    let inked = 0;
    for (let at = 0; at < across; at++)
      if (isInk(row, at) || isInk(Math.max(0, row - 1), at) || isInk(Math.min(count - 1, row + 1), at)) inked++;
    if (inked >= FRAME_ROW * across) taken = row + 2;
  }
  return taken;
};

interface Size {
  readonly width: number;
  readonly height: number;
}

/** How much of each side its frame takes. */
const findInside = ({ pixels, width, height }: GrayRaster): Size & { readonly left: number; readonly top: number } => {
  const isDark = (x: number, y: number): boolean => (pixels[y * width + x] ?? 255) < DARK;
  const top = measureFrame(height, width, (row, at) => isDark(at, row));
  const bottom = measureFrame(height, width, (row, at) => isDark(at, height - 1 - row));
  const left = measureFrame(width, height, (row, at) => isDark(row, at));
  const right = measureFrame(width, height, (row, at) => isDark(width - 1 - row, at));
  return { left, top, width: Math.max(1, width - left - right), height: Math.max(1, height - top - bottom) };
};

/** White outside the ring's inner edge. */
const clearRing = ({ pixels, width, height }: GrayRaster): void => {
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (Math.hypot((2 * x) / width - 1, (2 * y) / height - 1) > RING_INSIDE) pixels[y * width + x] = 255;
};

/** Heights of the bands of rows that hold print, from the top. */
const measureBands = ({ pixels, width, height }: GrayRaster): readonly number[] => {
  const bands: number[] = [];
  let rows = 0;
  for (let y = 0; y <= height; y++) {
    let inked = 0;
    for (let x = 0; y < height && x < width; x++) if ((pixels[y * width + x] ?? 255) < DARK) inked++;
    if (inked > ROW_INKED * width) rows++;
    else if (rows > 0) {
      bands.push(rows);
      rows = 0;
    }
  }
  return bands;
};

/**
 * A block cut out for reading: one ink alone, level by its own frame, the frame taken away, its print at the height that is
 * read best. Undefined when nothing is left. `cutBlock(maps, patch, { ink: 'colour', turn: 0 })`.
 */
export const cutBlock = async (maps: InkMaps, patch: InkPatch, { ink, turn }: Look): Promise<CutBlock | undefined> => {
  const raster = drawInk(maps, patch, ink);
  if (raster === undefined) return undefined;
  const isRound = patch.shape === 'ring' || patch.shape === 'seal';
  if (isRound) clearRing(raster);
  const { width, height } = raster;
  const inside = isRound ? { left: 0, top: 0, width, height } : findInside(raster);
  const { data, info } = await sharp(raster.pixels, { raw: { width, height, channels: 1 } })
    .extract(inside)
    .rotate(turn)
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bands = measureBands({ pixels: data, width: info.width, height: info.height });
  const highest = Math.max(0, ...bands);
  if (highest < 4) return undefined;
  const scale = Math.min(4, PRINT_HEIGHT / highest);
  const size = [info.width, info.height].map((side) => Math.max(1, Math.round(side * scale)));
  const cut = await sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } })
    .resize(size[0], size[1], { fit: 'fill' })
    .extend({ top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN, background: 'white' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const bytes = toPgm({ pixels: cut.data, width: cut.info.width, height: cut.info.height });
  const lines = bands.filter((rows) => rows > BAND * highest).length;
  return { bytes, pixels: (size[0] ?? 0) * (size[1] ?? 0), lines };
};
