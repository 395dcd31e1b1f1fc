import { type Mask, nextOne } from './components.js';

/** Side of the squares in which ink is gathered, in pixels. */
export const TILE = 8;
/** Squares this far apart belong together: a line of print over a seal cuts it in two. */
const REACH = 2;

/** Which squares of a raster hold ink enough. */
export interface Tiles {
  readonly columns: number;
  readonly rows: number;
  readonly full: Uint8Array;
}

/** Squares that touch or nearly do; in squares, right and bottom exclusive. */
export interface TileRegion {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly tiles: number;
}

/**
 * Gathers the ones of a mask, from row `top` on, into squares; one is full from `least` of them on. A mask, not a question
 * asked of each pixel: a page has four million.
 */
export const gatherTiles = ({ pixels, width, height }: Mask, least: number, top = 0): Tiles => {
  const columns = Math.ceil(width / TILE);
  const rows = Math.ceil(height / TILE);
  const counts = new Uint16Array(columns * rows);
  let at = nextOne(pixels, top * width);
  for (let y = top; y < height && at >= 0; y++) {
    const [start, end] = [y * width, (y + 1) * width];
    const first = Math.floor(y / TILE) * columns;
    for (; at >= 0 && at < end; at = nextOne(pixels, at + 1)) {
      const tile = first + Math.floor((at - start) / TILE);
      counts[tile] = (counts[tile] ?? 0) + 1;
    }
  }
  return { columns, rows, full: Uint8Array.from(counts, (count) => (count >= least ? 1 : 0)) };
};

/** The regions of full squares, from the top. */
export const findTileRegions = ({ columns, rows, full }: Tiles): TileRegion[] => {
  const left = Uint8Array.from(full);
  const regions: TileRegion[] = [];
  for (let start = 0; start < left.length; start++) {
    if (left[start] !== 1) continue;
    left[start] = 0;
    const open = [start];
    const region = { left: columns, top: rows, right: 0, bottom: 0, tiles: 0 };
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      const x = at % columns;
      const y = Math.floor(at / columns);
      region.left = Math.min(region.left, x);
      region.right = Math.max(region.right, x + 1);
      region.top = Math.min(region.top, y);
      region.bottom = Math.max(region.bottom, y + 1);
      region.tiles++;
      for (let row = Math.max(0, y - REACH); row <= Math.min(rows - 1, y + REACH); row++) {
        for (let column = Math.max(0, x - REACH); column <= Math.min(columns - 1, x + REACH); column++) {
          const next = row * columns + column;
          if (left[next] !== 1) continue;
          left[next] = 0;
          open.push(next);
        }
      }
    }
    regions.push(region);
  }
  return regions;
};
