import type { Span } from '../../schemas/span.js';
import { findGutters, type Gutters } from './column-gutters.js';
import type { Piece, Row } from './piece.js';
import type { Table } from './table-rules.js';

export interface LaidOutPage<P extends Piece> {
  readonly text: string;
  /** Where each piece came to lie in `text`. */
  readonly placed: readonly { readonly piece: P; readonly span: Span }[];
}

/** Middle value of a list; the fallback when it is empty. */
export const findMedian = (values: readonly number[], fallback: number): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? fallback;
};

/** Pieces whose baselines differ by less than this share of the size stand on one row; superscripts differ by .35. */
const SAME_ROW = 0.45;
/** A gap of this share of the size between two pieces is a space. */
const SPACE = 0.18;
/** Rows farther apart than this multiple of the usual pitch are parted by an empty line. */
const EMPTY_LINE = 1.6;

interface GrowingRow<P extends Piece> {
  pieces: P[];
  baseline: number;
  size: number;
}

/** True when a piece would lie over print that the row already has: two lines of one column are never one row. */
const collides = (row: GrowingRow<Piece>, piece: Piece): boolean =>
  row.pieces.some(
    (other) =>
      (other.line === undefined || other.line !== piece.line) &&
      Math.min(other.right, piece.right) - Math.max(other.left, piece.left) >
        0.3 * Math.min(other.right - other.left, piece.right - piece.left),
  );

/** The row nearest to a piece that has room for it. Only the last rows can be near: pieces come sorted by baseline. */
const findRow = <P extends Piece>(rows: readonly GrowingRow<P>[], piece: P): GrowingRow<P> | undefined => {
  const near = rows
    .slice(-4)
    .filter((row) => Math.abs(piece.baseline - row.baseline) < SAME_ROW * Math.max(piece.size, row.size))
    .filter((row) => !collides(row, piece))
    .sort((a, b) => Math.abs(piece.baseline - a.baseline) - Math.abs(piece.baseline - b.baseline));
  return near[0];
};

const groupRows = <P extends Piece>(pieces: readonly P[]): Row<P>[] => {
  const rows: GrowingRow<P>[] = [];
  for (const piece of [...pieces].sort((a, b) => a.baseline - b.baseline || a.left - b.left)) {
    const row = findRow(rows, piece);
    if (row === undefined) rows.push({ pieces: [piece], baseline: piece.baseline, size: piece.size });
    else {
      row.pieces.push(piece);
      // The largest print of a row gives its line: a footnote mark must not pull it up.
      if (piece.size > row.size) Object.assign(row, { baseline: piece.baseline, size: piece.size });
    }
  }
  for (const row of rows) row.pieces.sort((a, b) => a.left - b.left);
  return rows.sort((a, b) => a.baseline - b.baseline);
};

/** Left edge of the body text: the leftmost place at which at least a tenth of the rows begin. */
const findMargin = (rows: readonly Row[], size: number): number => {
  const lefts = rows.map((row) => row.pieces[0]?.left ?? 0).sort((a, b) => a - b);
  const enough = Math.max(1, Math.ceil(rows.length / 10));
  return (
    lefts.find((left, i) => lefts.slice(i).filter((other) => other - left < size).length >= enough) ?? lefts[0] ?? 0
  );
};

/** The inner rules of the table that a row stands in, as gutters without width; undefined for a row outside tables. */
const guttersOfTable = (row: Row, tables: readonly Table[]): Gutters | undefined => {
  const middle = row.baseline - row.size / 2;
  const table = tables.find(({ top, bottom }) => middle > top && middle < bottom);
  return table?.rules.slice(1, -1).map(({ x }) => ({ left: x, right: x }));
};

/** What stands before a piece: nothing, one space, or a tab for each gutter between it and the piece before. */
const separate = (piece: Piece, previous: Piece | undefined, size: number, gutters: Gutters): string => {
  const reached = previous === undefined ? Number.NEGATIVE_INFINITY : (previous.left + previous.right) / 2;
  // Print may touch a rule of a table; the greater part of it tells on which side it stands.
  const middle = (piece.left + piece.right) / 2;
  const crossed = gutters.filter(
    ({ left, right }) => reached <= left && (piece.left >= right || (left === right && middle > right)),
  ).length;
  if (crossed > 0) return '\t'.repeat(crossed);
  if (previous === undefined) return '';
  return piece.spaceBefore || piece.left - previous.right > SPACE * size ? ' ' : '';
};

/**
 * Puts the pieces of a page into lines, top to bottom. Side-by-side zones (the header, Nơi nhận beside the signature,
 * tables) keep their columns apart: `left\tright` on one line, and a line with a right part alone begins with a tab.
 * A ruled table has a tab for each rule, so that empty cells keep their place. Elsewhere leading spaces show the indent, one for half a letter height, and an empty line shows a wide vertical gap.
 * `layoutPage([{text: 'TỈNH UỶ', …}, {text: 'ĐẢNG CỘNG SẢN VIỆT NAM', …}]).text === 'TỈNH UỶ\tĐẢNG CỘNG SẢN VIỆT NAM'`.
 */
export const layoutPage = <P extends Piece>(pieces: readonly P[], tables: readonly Table[] = []): LaidOutPage<P> => {
  const rows = groupRows(pieces.filter((piece) => piece.text.trim() !== ''));
  const found = findGutters(rows);
  const gutters = rows.map((row, i) => guttersOfTable(row, tables) ?? found[i] ?? []);
  const size = findMedian(
    rows.map((row) => row.size),
    1,
  );
  const pitches = rows.slice(1).map((row, i) => row.baseline - (rows[i]?.baseline ?? row.baseline));
  const pitch = findMedian(
    pitches.filter((value) => value < 3 * size),
    size,
  );
  const margin = findMargin(rows, size);
  const placed: { piece: P; span: Span }[] = [];
  let text = '';
  rows.forEach((row, index) => {
    const above = rows[index - 1];
    if (above !== undefined) text += row.baseline - above.baseline > EMPTY_LINE * pitch ? '\n\n' : '\n';
    const rowGutters = gutters[index] ?? [];
    row.pieces.forEach((piece, i) => {
      const previous = row.pieces[i - 1];
      if (previous === undefined && rowGutters.length === 0)
        text += ' '.repeat(Math.max(0, Math.round((piece.left - margin) / (size / 2))));
      text += separate(piece, previous, row.size, rowGutters);
      const words = piece.text.trim();
      placed.push({ piece, span: { start: text.length, end: text.length + words.length } });
      text += words;
    });
  });
  return { text, placed };
};
