import type { Row } from './piece.js';

/** An empty upright stripe between two columns. */
export interface Gutter {
  readonly left: number;
  readonly right: number;
}
export type Gutters = readonly Gutter[];

/** A gap wider than this multiple of the print size may part two columns. Justified lines stay below it. */
const WIDE = 1.3;
/** What must be left of a gutter that several rows share. */
const NARROWEST = 0.7;
/** A single row is split only at a gap this wide: "Nơi nhận:" beside "T/M BAN THƯỜNG VỤ". */
const WIDE_ALONE = 3;
/** Rows of one zone are at most this far apart; between a signature and its name lies an empty stretch. */
const FARTHEST = 9;
/** "1.", "a)", "II-", "-": a wide gap behind an enumerator is no column. */
const ENUMERATOR = /^(?:[-–+•*]|\(?(?:\d{1,3}(?:\.\d+)*|[IVXLivx]+|\p{L})[.)-]{1,2}|Điều \d+\.)$/u;

interface Zone {
  gutters: Gutter[];
  first: number;
  last: number;
  twoSided: number;
  widest: number;
}

/** True when all that stands left of a place is an enumerator: the gap behind it is an indent. */
const opensWithEnumerator = (row: Row, place: number): boolean => {
  const before = row.pieces.filter((piece) => piece.right <= place).map((piece) => piece.text.trim());
  return before.length < row.pieces.length && ENUMERATOR.test(before.join(' '));
};

const findWideGaps = (row: Row): Gutter[] =>
  row.pieces.flatMap((piece, i) => {
    const next = row.pieces[i + 1];
    if (next === undefined || next.left - piece.right < WIDE * row.size) return [];
    return opensWithEnumerator(row, piece.right) ? [] : [{ left: piece.right, right: next.left }];
  });

const sidesOf = (row: Row, gutter: Gutter): 'both' | 'left' | 'right' => {
  const hasLeft = row.pieces.some((piece) => piece.right <= gutter.left);
  const hasRight = row.pieces.some((piece) => piece.left >= gutter.right);
  return hasLeft && hasRight ? 'both' : hasLeft ? 'left' : 'right';
};

/** The stripes of a gutter that a row leaves free, from left to right. */
const freeStripes = (gutter: Gutter, row: Row): Gutter[] => {
  const stripes: Gutter[] = [];
  let { left } = gutter;
  for (const piece of row.pieces) {
    if (piece.right <= left) continue;
    if (piece.left >= gutter.right) break;
    if (piece.left > left) stripes.push({ left, right: piece.left });
    left = piece.right;
  }
  return left < gutter.right ? [...stripes, { left, right: gutter.right }] : stripes;
};

/** True when a gap stands out among those of its row: in a justified line all are alike. */
const standsOut = (gap: number, row: Row): boolean => {
  const gaps = row.pieces.slice(1).map((piece, i) => piece.left - (row.pieces[i]?.right ?? piece.left));
  gaps.sort((a, b) => a - b);
  return gap >= WIDE * row.size || (gaps.length > 2 && gap >= 2 * (gaps[gaps.length >> 1] ?? gap));
};

/**
 * The part of a gutter that a row leaves free; undefined when its print stands across it. Between print on both sides a
 * gutter must be wider than the spaces of the line.
 */
const narrow = (gutter: Gutter, row: Row): Gutter | undefined => {
  const [widest] = freeStripes(gutter, row).sort((a, b) => b.right - b.left - (a.right - a.left));
  if (widest === undefined || opensWithEnumerator(row, widest.left)) return undefined;
  const width = widest.right - widest.left;
  if (width < NARROWEST * row.size) return undefined;
  return sidesOf(row, widest) === 'both' && !standsOut(width, row) ? undefined : widest;
};

const extentOf = (row: Row, side: 'left' | 'right', gutter: Gutter): Gutter | undefined => {
  const pieces = row.pieces.filter((p) => (side === 'left' ? p.right <= gutter.left : p.left >= gutter.right));
  const first = pieces[0];
  const last = pieces.at(-1);
  return first === undefined || last === undefined ? undefined : { left: first.left, right: last.right };
};

/**
 * True when a one-sided row stands in its column: same left edge or same middle as another row of the zone. A row in the
 * middle of the page is a title below the header, wherever the columns lie.
 */
const standsInColumn = (
  row: Row,
  side: 'left' | 'right',
  zoneRows: readonly Row[],
  gutter: Gutter,
  pageMiddle: number,
): boolean => {
  const own = extentOf(row, side, gutter);
  if (own === undefined || Math.abs((own.left + own.right) / 2 - pageMiddle) < row.size) return false;
  return zoneRows.some((other) => {
    const extent = extentOf(other, side, gutter);
    if (extent === undefined) return false;
    const middles = Math.abs(own.left + own.right - extent.left - extent.right) / 2;
    return Math.abs(own.left - extent.left) < row.size || middles < 1.2 * row.size;
  });
};

const growZone = (rows: readonly Row[], first: number, start: Row, gaps: Gutter[], pageMiddle: number): Zone => {
  const zone: Zone = {
    gutters: gaps,
    first,
    last: first,
    twoSided: 1,
    widest: Math.max(...gaps.map((gap) => (gap.right - gap.left) / start.size)),
  };
  const members: Row[] = [start];
  let previous = start;
  for (let i = first + 1; i < rows.length; i++) {
    const row = rows[i];
    if (row === undefined || row.baseline - previous.baseline > FARTHEST * row.size) break;
    const left = zone.gutters.flatMap((gutter) => narrow(gutter, row) ?? []);
    const main = left[0];
    if (main === undefined) break;
    const sides = left.map((gutter) => sidesOf(row, gutter));
    if (sides.includes('both')) {
      zone.twoSided += 1;
    } else {
      const side = sides[0] === 'left' ? 'left' : 'right';
      if (!standsInColumn(row, side, members, main, pageMiddle)) break;
    }
    zone.gutters = left;
    zone.last = i;
    members.push(row);
    previous = row;
  }
  return zone;
};

/** Takes one-sided rows above a zone into it while they stand in one of its columns: a long left header begins early. */
const reachUp = (rows: readonly Row[], zone: Zone, stop: number, pageMiddle: number): Zone => {
  const members = rows.slice(zone.first, zone.last + 1);
  let { first, gutters } = zone;
  while (first > stop) {
    const row = rows[first - 1];
    const below = rows[first];
    if (row === undefined || below === undefined || below.baseline - row.baseline > 2.5 * row.size) break;
    const free = gutters.flatMap((gutter) => narrow(gutter, row) ?? []);
    const main = free[0];
    if (main === undefined) break;
    const side = sidesOf(row, main);
    if (side === 'both' || !standsInColumn(row, side, members, main, pageMiddle)) break;
    gutters = free;
    first -= 1;
  }
  return { ...zone, first, gutters };
};

/** Middle of the text block: that of its widest rows. */
const findPageMiddle = (rows: readonly Row[]): number => {
  const extents = rows.map((row) => ({ left: row.pieces[0]?.left ?? 0, right: row.pieces.at(-1)?.right ?? 0 }));
  const widest = Math.max(0, ...extents.map(({ left, right }) => right - left));
  const wide = extents.filter(({ left, right }) => right - left > 0.8 * widest).map(({ left, right }) => left + right);
  wide.sort((a, b) => a - b);
  return (wide[wide.length >> 1] ?? 0) / 2;
};

/**
 * The gutter of a row in the right half of the page whose neighbour above or below ends before it: a signer's name at
 * the height between two recipients, with no row that holds both.
 */
const findLoneRight = (row: Row, neighbours: readonly (Row | undefined)[], pageMiddle: number): Gutters => {
  const left = row.pieces[0]?.left ?? 0;
  if (left < pageMiddle) return [];
  for (const other of neighbours) {
    const end = other?.pieces.at(-1)?.right ?? left;
    const start = other?.pieces[0]?.left ?? left;
    const isNear = other !== undefined && Math.abs(other.baseline - row.baseline) < FARTHEST * row.size;
    if (isNear && start < pageMiddle && left - end > WIDE * row.size) return [{ left: end, right: left }];
  }
  return [];
};

/**
 * Finds, for each row, the gutters of the side-by-side zone that it belongs to; none for a row of running text.
 * A gutter is an empty stripe that neighbouring rows share; one row alone is split only at a very wide gap.
 */
export const findGutters = (rows: readonly Row[]): Gutters[] => {
  const gutters: Gutters[] = rows.map(() => []);
  const pageMiddle = findPageMiddle(rows);
  let stop = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const gaps = row === undefined ? [] : findWideGaps(row);
    if (row === undefined || gaps.length === 0) continue;
    const grown = growZone(rows, i, row, gaps, pageMiddle);
    if (grown.twoSided < 2 && grown.widest < WIDE_ALONE) continue;
    const zone = reachUp(rows, grown, stop, pageMiddle);
    for (let j = zone.first; j <= zone.last; j++) gutters[j] = zone.gutters;
    stop = zone.last + 1;
    i = zone.last;
  }
  return rows.map((row, i) => {
    const own = gutters[i] ?? [];
    return own.length > 0 ? own : findLoneRight(row, [rows[i - 1], rows[i + 1]], pageMiddle);
  });
};
