import type { GrayRaster } from '../../layout/skew.js';
import { findTileRegions, gatherTiles, TILE, type TileRegion } from '../../layout/tiles.js';

/** Black print is darker than this at its core; on a fainter page nothing tells a seal from print. */
const DARKEST_PRINT = 80;
/** A seal is lighter than the core of black print by this much, and darker than paper by as much. */
const LIGHTER = 45;
/** Paper is lighter than this. */
const LIGHTEST_INK = 215;
/** Pixels this near to black print are its soft edge. */
const EDGE = 2;
/** How much gray a square of a seal holds. */
const GRAY_IN_TILE = 6;
/** A seal is 30 to 45 mm wide; a share of the page's width of 210 mm. */
const NARROWEST = 0.1;
const WIDEST = 0.28;
/** Top share of a page in which no seal is looked for: a last page may hold nothing but the signature below it. */
const NO_SEAL_ABOVE = 0.15;
/** A ring with its letters and star fills about half of its square. */
const LEAST_FILLED = 0.25;

/** Middle of the dark levels: how black the print is. 255 where there is none. */
const measurePrint = (pixels: Uint8Array): number => {
  const histogram = new Array<number>(128).fill(0);
  let total = 0;
  for (let i = 0; i < pixels.length; i += 7) {
    const level = pixels[i] ?? 255;
    if (level >= 128) continue;
    histogram[level] = (histogram[level] ?? 0) + 1;
    total++;
  }
  let seen = 0;
  const middle = histogram.findIndex((count) => {
    seen += count;
    return seen * 2 >= total;
  });
  return total === 0 ? 255 : middle;
};

/** Ones for what is gray and farther than EDGE pixels from print, which is at most as light as `dark`. */
const markGray = ({ pixels, width, height }: GrayRaster, dark: number, from: number): Uint8Array => {
  const gray = new Uint8Array(pixels.length);
  for (let i = from * width; i < pixels.length; i++) {
    const level = pixels[i] ?? 255;
    if (level > dark && level < LIGHTEST_INK) gray[i] = 1;
  }
  for (let y = Math.max(0, from - EDGE); y < height; y++) {
    const end = (y + 1) * width;
    for (let at = y * width; at < end; at++) {
      if ((pixels[at] ?? 255) > dark) continue;
      const left = at;
      while (at < end && (pixels[at] ?? 255) <= dark) at++;
      for (let row = Math.max(0, y - EDGE); row <= Math.min(height - 1, y + EDGE); row++) {
        const shift = (row - y) * width;
        gray.fill(0, Math.max(row * width, left - EDGE + shift), Math.min((row + 1) * width, at + EDGE + shift));
      }
    }
  }
  return gray;
};

const looksLikeSeal = ({ left, top, right, bottom, tiles }: TileRegion, pageWidth: number): boolean => {
  const width = (right - left) * TILE;
  const height = (bottom - top) * TILE;
  const isSized = [width, height].every((side) => side > NARROWEST * pageWidth && side < WIDEST * pageWidth);
  return (
    isSized && width < 1.5 * height && height < 1.5 * width && tiles > LEAST_FILLED * (right - left) * (bottom - top)
  );
};

/**
 * Washes round seals out of a gray page: a red seal scanned in gray is as large as eight lines, lighter than black
 * print, and lies over office and name of the signer. What is gray there and no edge of black print becomes paper. The
 * top of a page keeps all its ink; a page without black print is left as it is. The pixels of the raster are changed.
 */
export const washGraySeals = (raster: GrayRaster): void => {
  const { pixels, width, height } = raster;
  const print = measurePrint(pixels);
  if (print > DARKEST_PRINT) return;
  const dark = print + LIGHTER;
  const top = Math.round(height * NO_SEAL_ABOVE);
  // A seal that begins there is washed one square higher.
  const gray = markGray(raster, dark, Math.max(0, top - 2 * TILE));
  const tiles = gatherTiles({ pixels: gray, width, height }, GRAY_IN_TILE, top);
  for (const region of findTileRegions(tiles)) {
    if (!looksLikeSeal(region, width)) continue;
    const bottom = Math.min(height, (region.bottom + 1) * TILE);
    const right = Math.min(width, (region.right + 1) * TILE);
    for (let y = Math.max(0, (region.top - 1) * TILE); y < bottom; y++) {
      for (let x = Math.max(0, (region.left - 1) * TILE); x < right; x++) {
        if (gray[y * width + x] === 1) pixels[y * width + x] = 255;
      }
    }
  }
};
