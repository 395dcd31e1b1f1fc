import type { GrayRaster } from '../../layout/skew.js';
import { findTileRegions, gatherTiles, TILE, type TileRegion } from '../../layout/tiles.js';

/** Ink is darker than this. */
const DARK = 128;
/** An edge with a dark stretch of this share of its length shows the scanner's lid or the copier's glass. */
const BORDER_STRETCH = 0.1;
/** Border is over where this many light pixels follow one another: its inner edge is ragged. */
const LIGHT_ENDS = 3;
/** No border is wider than this share of the page. */
const WIDEST_BORDER = 0.12;

interface Edge {
  /** Pixels along it, and from it to the middle of the page. */
  readonly length: number;
  readonly depth: number;
  /** Where a pixel of it lies: `along` from its beginning, `inward` pixels from the edge. */
  readonly at: (along: number, inward: number) => number;
}

const listEdges = ({ width, height }: GrayRaster): readonly Edge[] => [
  { length: width, depth: height, at: (x, y) => y * width + x },
  { length: width, depth: height, at: (x, y) => (height - 1 - y) * width + x },
  { length: height, depth: width, at: (y, x) => y * width + x },
  { length: height, depth: width, at: (y, x) => y * width + width - 1 - x },
];

const hasBorder = (pixels: Uint8Array, { length, at }: Edge): boolean => {
  let stretch = 0;
  for (let along = 0; along < length; along++) {
    stretch = (pixels[at(along, 1)] ?? 255) < DARK ? stretch + 1 : 0;
    if (stretch > BORDER_STRETCH * length) return true;
  }
  return false;
};

/**
 * Whitens black borders: from an edge of the page that is dark over a long stretch inward, up to the first paper. Print
 * that the border does not touch stays. The pixels of the raster are changed. — viền đen khi quét
 */
export const clearBorders = (raster: GrayRaster): void => {
  const { pixels } = raster;
  for (const edge of listEdges(raster).filter((one) => hasBorder(pixels, one))) {
    const deepest = Math.floor(WIDEST_BORDER * edge.depth);
    for (let along = 0; along < edge.length; along++) {
      let light = 0;
      for (let inward = 0; inward < deepest && light < LIGHT_ENDS; inward++) {
        const at = edge.at(along, inward);
        light = (pixels[at] ?? 255) < DARK ? 0 : light + 1;
        pixels[at] = 255;
      }
    }
  }
};

/** Sizes below are in squares of 8 pixels, a millimetre at 200 dpi. The least digit is three high. */
const SPECK = 2;
/** Ink as wide as this is print: a word. */
const WORD = 5;
/** A dash or a full stop stands this near to its word, and on its line. */
const NEAR_WORD = 20;
/** Lines that the feeder draws, and punched holes, lie in this share of the page at its left and right. */
const MARGIN_SHARE = 0.06;
const HOLE_SHARE = 0.12;
const THIN = 2;
/** A punched hole is 5 to 7 mm wide and black all through. */
const HOLE = [4, 9] as const;
const HOLE_FILLED = 0.6;

const widthOf = ({ left, right }: TileRegion): number => right - left;
const heightOf = ({ top, bottom }: TileRegion): number => bottom - top;

const isSpeck = (region: TileRegion): boolean => widthOf(region) <= SPECK && heightOf(region) <= SPECK;

const isFeederLine = (region: TileRegion, columns: number): boolean =>
  widthOf(region) <= THIN &&
  heightOf(region) > 2 * widthOf(region) &&
  (region.right < MARGIN_SHARE * columns || region.left > (1 - MARGIN_SHARE) * columns);

const isHole = (region: TileRegion, columns: number): boolean => {
  const [least, most] = HOLE;
  const sides = [widthOf(region), heightOf(region)];
  const isSized =
    sides.every((side) => side >= least && side <= most) && Math.abs(widthOf(region) - heightOf(region)) <= 2;
  const isAside = region.right < HOLE_SHARE * columns || region.left > (1 - HOLE_SHARE) * columns;
  return isSized && isAside && region.tiles >= HOLE_FILLED * widthOf(region) * heightOf(region);
};

const isNear = (region: TileRegion, word: TileRegion): boolean =>
  region.top <= word.bottom &&
  region.bottom >= word.top &&
  region.left - word.right < NEAR_WORD &&
  word.left - region.right < NEAR_WORD;

/** Share of a region's pixels that are ink. */
const measureInk = ({ pixels, width, height }: GrayRaster, region: TileRegion): number => {
  let ink = 0;
  const [bottom, right] = [Math.min(height, region.bottom * TILE), Math.min(width, region.right * TILE)];
  for (let y = region.top * TILE; y < bottom; y++)
    for (let x = region.left * TILE; x < right; x++) if ((pixels[y * width + x] ?? 255) < DARK) ink++;
  return ink / (TILE * TILE * widthOf(region) * heightOf(region));
};

const whiten = ({ pixels, width, height }: GrayRaster, region: TileRegion): void => {
  const right = Math.min(width, region.right * TILE);
  for (let y = region.top * TILE; y < Math.min(height, region.bottom * TILE); y++)
    pixels.fill(255, y * width + region.left * TILE, y * width + right);
};

/**
 * Whitens what is no print outside the text: specks on no line of print, lines that a feeder draws down the margins, and
 * punched holes. Specks among print stay, for most of them are dots and marks. The pixels of the raster are changed.
 */
export const clearSpecks = (raster: GrayRaster): void => {
  const { pixels, width, height } = raster;
  const dark = new Uint8Array(pixels.length);
  for (let i = 0; i < dark.length; i++) if ((pixels[i] ?? 255) < DARK) dark[i] = 1;
  const tiles = gatherTiles({ pixels: dark, width, height }, 1);
  const regions = findTileRegions(tiles);
  const words = regions.filter((region) => widthOf(region) >= WORD && !isHole(region, tiles.columns));
  for (const region of regions) {
    const isStray =
      (isSpeck(region) || isFeederLine(region, tiles.columns)) && !words.some((word) => isNear(region, word));
    if (isStray || (isHole(region, tiles.columns) && measureInk(raster, region) > HOLE_FILLED)) whiten(raster, region);
  }
};
