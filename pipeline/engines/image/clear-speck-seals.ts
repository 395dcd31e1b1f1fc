import type { GrayRaster } from '../../layout/skew.js';
import { findTileRegions, gatherTiles, TILE, type TileRegion, type Tiles } from '../../layout/tiles.js';

/** Ink is darker than this. */
const DARK = 128;
/** A pixel with fewer dark neighbours than this is a speck of its own. */
const ALONE = 2;
/** The specks of a seal lie in a patch of this size; shares of the long side of an A4 page: 18 to 55 mm. */
const SIDE = [0.06, 0.185] as const;
/** Squares of such a patch that hold a speck: a seal is a ring or two, letters and a star. */
const LEAST_FULL = 0.2;
/** With specks in more than this share of all squares the page is a noisy copy, whose dots and marks are none. */
const MOST_SPECKED = 0.08;
/** Squares with a speck among the nine around one. */
const NEAR = 3;
/** The first pass leaves clusters of some pixels. */
const PASSES = 2;
/** A pixel stays ink where this many of the nine around it are. */
const MAJORITY = 5;

/** Dark pixels among the nine around one. */
const countDark = (pixels: Uint8Array, width: number, at: number): number => {
  let dark = 0;
  for (let row = at - width; row <= at + width; row += width)
    for (let i = row - 1; i <= row + 1; i++) if ((pixels[i] ?? 255) < DARK) dark++;
  return dark;
};

const isSeal = (region: TileRegion, { columns, rows }: Tiles): boolean => {
  const long = Math.max(columns, rows);
  const [wide, high] = [region.right - region.left, region.bottom - region.top];
  const isSized = [wide, high].every((side) => side > SIDE[0] * long && side < SIDE[1] * long);
  return isSized && Math.abs(wide - high) < 0.3 * wide && region.tiles > LEAST_FULL * wide * high;
};

/** True for a square amid specks: one alone is the ragged edge of a letter. */
const isNearFull = ({ columns, rows, full }: Tiles, x: number, y: number): boolean => {
  let near = 0;
  for (let row = Math.max(0, y - 1); row <= Math.min(rows - 1, y + 1); row++)
    for (let column = Math.max(0, x - 1); column <= Math.min(columns - 1, x + 1); column++)
      near += full[row * columns + column] ?? 0;
  return near >= NEAR;
};

/**
 * Thins the specks that a fax leaves of a pale seal out of a page of two levels: in a round patch of them each pixel becomes what
 * most around it are, which print three pixels thick outlives. The pixels of the raster are changed.
 */
export const clearSpeckSeals = (raster: GrayRaster): void => {
  const { pixels, width, height } = raster;
  const specks = new Uint8Array(pixels.length);
  for (let at = width + 1; at < pixels.length - width; at++)
    if ((pixels[at] ?? 255) < DARK && countDark(pixels, width, at) <= ALONE) specks[at] = 1;
  const tiles = gatherTiles({ pixels: specks, width, height }, 1);
  const specked = tiles.full.reduce((sum, one) => sum + one, 0);
  if (specked === 0 || specked > MOST_SPECKED * tiles.full.length) return;
  const seals = findTileRegions(tiles).filter((region) => isSeal(region, tiles));
  if (seals.length === 0) return;
  for (let pass = 0; pass < PASSES; pass++) thin(raster, tiles, seals);
};

const thin = ({ pixels, width, height }: GrayRaster, tiles: Tiles, seals: readonly TileRegion[]): void => {
  const before = Uint8Array.from(pixels);
  for (const { left, top, right, bottom } of seals) {
    const ends = { x: Math.min(width - 1, right * TILE), y: Math.min(height - 1, bottom * TILE) };
    for (let y = Math.max(1, top * TILE); y < ends.y; y++)
      for (let x = Math.max(1, left * TILE); x < ends.x; x++) {
        // Print around the specks keeps its finest strokes.
        if (!isNearFull(tiles, Math.floor(x / TILE), Math.floor(y / TILE))) continue;
        pixels[y * width + x] = countDark(before, width, y * width + x) >= MAJORITY ? 0 : 255;
      }
  }
};
