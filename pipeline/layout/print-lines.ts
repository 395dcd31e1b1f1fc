import type { Box } from '../../schemas/span.js';
import type { Ink } from './components.js';
import { findMedian } from './page-layout.js';

/** Ink of the size of letters that stands in a row. Boxes in pixels. */
export interface PrintLine {
  readonly box: Box;
  readonly glyphs: readonly Ink[];
}

/** Sizes as multiples of the height of a small letter (x). Capitals with marks of a large title reach 2.6. */
const GLYPH_HEIGHT = [0.5, 2.8] as const;
/** Letters that touch in a fax hang together word by word. */
const GLYPH_WIDTH = [0.12, 9] as const;
/** A letter fills this much of its box; a stroke of a pen or of a seal's ring less, a blot or a rule more. */
const GLYPH_FILL = [0.12, 0.92] as const;
/** The widest space between two words of a justified line. */
const WIDEST_GAP = 2.6;
/** Feet of neighbours differ by less: "g" hangs .45 x below the line, a comma as much. */
const SAME_FOOT = 0.75;

const heightOf = ({ box }: Ink): number => box.bottom - box.top;
const widthOf = ({ box }: Ink): number => box.right - box.left;

/** Ink that may be a letter, or several that touch, on a page whose small letters are `x` high. */
export const isGlyph = (ink: Ink, x: number): boolean => {
  const [height, width] = [heightOf(ink), widthOf(ink)];
  const fill = ink.pixels / (height * width);
  return (
    height >= GLYPH_HEIGHT[0] * x &&
    height <= GLYPH_HEIGHT[1] * x &&
    width >= GLYPH_WIDTH[0] * x &&
    width <= GLYPH_WIDTH[1] * x &&
    fill >= GLYPH_FILL[0] &&
    // "I" and "l" are blots by themselves.
    (fill <= GLYPH_FILL[1] || width < 0.5 * height)
  );
};

/** The height of small letters among the ink that words cover; `fallback` where there are too few to tell. */
export const measureSmallLetters = (glyphs: readonly Ink[], fallback: number): number =>
  glyphs.length < 30 ? fallback : findMedian(glyphs.map(heightOf), fallback);

const follows = (left: Ink, right: Ink, x: number): boolean =>
  right.box.left - left.box.right < WIDEST_GAP * x &&
  Math.abs(right.box.bottom - left.box.bottom) < SAME_FOOT * x &&
  Math.min(right.box.bottom, left.box.bottom) - Math.max(right.box.top, left.box.top) > 0.3 * x;

const boxOf = (glyphs: readonly Ink[]): Box => ({
  left: Math.min(...glyphs.map(({ box }) => box.left)),
  top: Math.min(...glyphs.map(({ box }) => box.top)),
  right: Math.max(...glyphs.map(({ box }) => box.right)),
  bottom: Math.max(...glyphs.map(({ box }) => box.bottom)),
});

/** Rows of glyphs, each glyph behind the nearest one to its left that it follows; from the top. */
export const gatherPrintLines = (glyphs: readonly Ink[], x: number): readonly PrintLine[] => {
  const rows: Ink[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.box.left - b.box.left)) {
    let best: Ink[] | undefined;
    let nearest = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      // A "g" or a raised letter is no foot to go by: the last few are asked.
      const near = row.slice(-3).filter((other) => follows(other, glyph, x));
      const distance = Math.min(
        ...near.map(({ box }) => Math.max(0, glyph.box.left - box.right) + Math.abs(glyph.box.bottom - box.bottom)),
      );
      if (distance >= nearest) continue;
      nearest = distance;
      best = row;
    }
    if (best === undefined) rows.push([glyph]);
    else best.push(glyph);
  }
  return rows.map((row) => ({ box: boxOf(row), glyphs: row })).sort((a, b) => a.box.top - b.box.top);
};

/** Pairs of this many letters tell the foot of a row, however long. */
const MOST_TRIED = 40;

/** Of print this share stands on one foot ("g", "," and marks do not), and this share is of one height; of a pen or a ring less. */
const FEET = 0.6;
const SAME_HEIGHT = 0.33;
/** Letters of one height or foot differ by less than this, in small letters' heights. */
const EVEN = 0.15;
/** No row is steeper once the page is level. */
const STEEPEST = 0.05;

/** The share of glyphs that stand on one straight foot and have the height of letters: high for print, low for a pen. */
export const measureLevel = ({ glyphs }: PrintLine, x: number): { readonly feet: number; readonly heights: number } => {
  let feet = 0;
  // The foot on which most stand, at any slope a row may have.
  const tried = glyphs.slice(0, MOST_TRIED);
  for (const first of tried) {
    for (const last of tried) {
      const run = last.box.left - first.box.left;
      if (run < 0 || (run < 2 * x && first !== last)) continue;
      const slope = run === 0 ? 0 : (last.box.bottom - first.box.bottom) / run;
      if (Math.abs(slope) > STEEPEST) continue;
      const count = glyphs.filter(
        ({ box }) => Math.abs(first.box.bottom + slope * (box.left - first.box.left) - box.bottom) < EVEN * x,
      ).length;
      feet = Math.max(feet, count);
    }
  }
  const heights = Math.max(
    ...glyphs.map((one) => glyphs.filter((other) => Math.abs(heightOf(other) - heightOf(one)) < EVEN * x).length),
  );
  return { feet: feet / glyphs.length, heights: heights / glyphs.length };
};

/** True for a row of three letters or more that stands as print does: on one foot, its letters of few heights. */
export const standsLevel = (line: PrintLine, x: number): boolean => {
  const { feet, heights } = measureLevel(line, x);
  return line.glyphs.length >= 3 && line.box.right - line.box.left > 2 * x && feet >= FEET && heights >= SAME_HEIGHT;
};

/** Letters stand no farther off the foot of their row than this; "g" hangs HANGING below it. In small letters' heights. */
const OFF_FOOT = 0.28;
const HANGING = [0.28, 0.75] as const;
/** No letter is higher than this, nor this much higher than most of a row in capitals: strokes of a ring are. */
const TALLEST = 1.75;
const TALLER = 1.2;

/** The foot on which most glyphs of a row stand, as the height of each glyph's bottom over it. */
const measureFeet = ({ glyphs }: PrintLine, x: number): readonly number[] => {
  let best: readonly number[] = glyphs.map(() => 0);
  let most = 0;
  for (const one of glyphs.slice(0, MOST_TRIED)) {
    const off = glyphs.map(({ box }) => box.bottom - one.box.bottom);
    const count = off.filter((distance) => Math.abs(distance) < EVEN * x).length;
    if (count <= most) continue;
    most = count;
    best = off;
  }
  return best;
};

/**
 * A row without what stands or hangs as no letter of it does: the specks and strokes of a seal's ring between letters. The row
 * itself where all its glyphs are letters.
 */
export const dropStrokes = (line: PrintLine, x: number): PrintLine => {
  const feet = measureFeet(line, x);
  const standing = line.glyphs.filter((_, i) => Math.abs(feet[i] ?? 0) < EVEN * x);
  const limit = Math.max(TALLEST * x, TALLER * findMedian(standing.map(heightOf), x));
  const kept = line.glyphs.filter((glyph, i) => {
    const off = feet[i] ?? 0;
    const hangs = off >= HANGING[0] * x && off <= HANGING[1] * x;
    return (Math.abs(off) < OFF_FOOT * x || hangs) && heightOf(glyph) <= limit + (hangs ? off : 0);
  });
  return kept.length === line.glyphs.length || kept.length === 0 ? line : { box: boxOf(kept), glyphs: kept };
};
