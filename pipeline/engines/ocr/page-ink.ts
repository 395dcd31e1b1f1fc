import type { Box } from '../../../schemas/span.js';
import { findInk, type Ink, type Mask } from '../../layout/components.js';
import { findMedian } from '../../layout/page-layout.js';
import {
  dropStrokes,
  gatherPrintLines,
  isGlyph,
  measureSmallLetters,
  type PrintLine,
} from '../../layout/print-lines.js';
import type { GrayRaster } from '../../layout/skew.js';
import { countLevels } from '../image/image.js';
import type { OcrLine } from './ocr-words.js';

/** Small letters of 14 pt print, as a share of the long side of an A4 page: where the page tells nothing. */
const SMALL_LETTER = 0.0082;
/** Ink is darker than this share of the way from the darkest ink to paper. */
const INK_SHARE = 0.6;
/** A word covers this much above and below its foot, in heights of its line: what its box holds beyond is a seal or another line. */
const ABOVE = 1.2;
const BELOW = 0.35;
/** A line that touches a seal looks taller than its print. */
const TALLEST = 1.5;
/** Width of the widest letter in small letters' heights: a word is no wider than its letters, whatever its box says. */
const WIDEST_LETTER = 2.4;

/** The ink of a prepared page, sorted once; which of it is read depends on the words. Sizes in pixels. */
export interface PageInk {
  readonly raster: GrayRaster;
  readonly inks: readonly Ink[];
}

const maskInk = (raster: GrayRaster): Mask => {
  const levels = countLevels(raster.pixels);
  const total = levels.reduce((sum, count) => sum + count, 0);
  const levelAt = (share: number): number => {
    let below = 0;
    return levels.findIndex((count) => {
      below += count;
      return below >= share * total;
    });
  };
  const [ink, paper] = [levelAt(0.005), levelAt(0.5)];
  const limit = ink + INK_SHARE * (paper - ink);
  const pixels = new Uint8Array(raster.pixels.length);
  for (let i = 0; i < pixels.length; i++) if ((raster.pixels[i] ?? 255) < limit) pixels[i] = 1;
  return { pixels, width: raster.width, height: raster.height };
};

/** Takes the ink of a page apart: letters, marks, specks, rules, whatever hangs together. */
export const gatherInk = (raster: GrayRaster): PageInk => ({ raster, inks: findInk(maskInk(raster)) });

/** The usual height of a page's lines; `x` is the height of its small letters. */
const usualHeight = (lines: readonly OcrLine[], x: number): number =>
  findMedian(
    lines.filter(({ words }) => words.length > 3).map((line) => line.height),
    2 * x,
  );

/** The part of a word's box in which its letters stand; what lies above or below is a seal, a noise, another line. */
const clipWord = ({ baseline, slope, height }: OcrLine, box: Box, usual: number): Box => {
  const foot = baseline + (slope * (box.left + box.right)) / 2;
  const tall = Math.min(height, TALLEST * usual);
  return {
    left: box.left - 2,
    top: Math.max(box.top - 2, Math.floor(foot - ABOVE * tall)),
    right: box.right + 2,
    bottom: Math.min(box.bottom + 2, Math.ceil(foot + BELOW * tall)),
  };
};

const middleIn = (box: Box, { left, top, right, bottom }: Box): boolean => {
  const [x, y] = [(left + right) / 2, (top + bottom) / 2];
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
};

/** Where the words of a page stand, as a map of its pixels. */
const mapWords = ({ width, height }: GrayRaster, lines: readonly OcrLine[], x: number): Uint8Array => {
  const map = new Uint8Array(width * height);
  const usual = usualHeight(lines, x);
  for (const line of lines) {
    for (const { box, text } of line.words) {
      if (box.right - box.left > (text.length + 1) * WIDEST_LETTER * x) continue;
      const { left, top, right, bottom } = clipWord(line, box, usual);
      const start = Math.max(0, left);
      const end = Math.max(start, Math.min(width, right));
      for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) map.fill(1, y * width + start, y * width + end);
    }
  }
  return map;
};

/** The letters of a page and what its words cover of them. */
export interface InkReading {
  /** Height of small letters. */
  readonly x: number;
  /** Ink of the size of letters, that under words first. */
  readonly read: readonly Ink[];
  readonly free: readonly Ink[];
  /** Smaller ink: marks over letters, dots, specks. */
  readonly marks: readonly Ink[];
  /** Rows of free letters, from the top. */
  readonly unread: readonly PrintLine[];
}

/** Parts the letters of a page into those that its words cover and rows of others. */
export const compareInk = ({ raster, inks }: PageInk, lines: readonly OcrLine[]): InkReading => {
  const usual = SMALL_LETTER * Math.max(raster.width, raster.height);
  const map = mapWords(raster, lines, usual);
  const isCovered = ({ box }: Ink): boolean =>
    map[((box.top + box.bottom) >> 1) * raster.width + ((box.left + box.right) >> 1)] === 1;
  const tall = inks.filter(({ box }) => box.bottom - box.top >= 0.4 * usual);
  const x = measureSmallLetters(tall.filter(isCovered), usual);
  const glyphs = inks.filter((ink) => isGlyph(ink, x));
  const marks = inks.filter(
    (ink) => ink.box.bottom - ink.box.top < x && ink.box.right - ink.box.left < 2 * x && !isGlyph(ink, x),
  );
  const free = glyphs.filter((ink) => !isCovered(ink));
  return { x, read: glyphs.filter(isCovered), free, marks, unread: gatherPrintLines(free, x) };
};

/** The letters under one word of a line. */
export const lettersUnder = (
  line: OcrLine,
  box: Box,
  lines: readonly OcrLine[],
  { read, x }: InkReading,
): readonly Ink[] => {
  const clipped = clipWord(line, box, usualHeight(lines, x));
  return read.filter((ink) => middleIn(clipped, ink.box));
};

/** A part of a page that shows nothing but the ink given, each with the soft edge around it. */
const showOnly = (raster: GrayRaster, box: Box, inks: readonly Ink[]): GrayRaster => {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const pixels = new Uint8Array(width * height).fill(255);
  for (const { box: one } of inks) {
    // Ink beside the box shows nothing of itself; in the last row even an empty piece of it would lie outside.
    const left = Math.min(box.right, Math.max(box.left, one.left - 2));
    const right = Math.max(left, Math.min(box.right, one.right + 2));
    for (let y = Math.max(box.top, one.top - 2); y < Math.min(box.bottom, one.bottom + 2); y++) {
      const from = y * raster.width;
      pixels.set(raster.pixels.subarray(from + left, from + right), (y - box.top) * width + left - box.left);
    }
  }
  return { pixels, width, height };
};

/** How far to both sides of a row its neighbours are read with it, in small letters' heights: a word alone is read worse. */
const CONTEXT = 12;
/** Words are parted by a gap of this. */
const SPACE = 0.45;
const ROW_ABOVE = 1.2;
const ROW_BELOW = 0.6;
/** How far over, under and behind a letter its marks and stops stand. */
const MARK_ABOVE = 0.5;
const MARK_BELOW = 0.35;
const MARK_BEHIND = 0.5;

type Reach = readonly [near: number, far: number];

/** Where the last word ends that lies within reach whole; letters come from near to far. */
const findEnd = (from: number, limit: number, letters: readonly Reach[], space: number): number => {
  let end = from;
  let reach = from;
  for (const [near, far] of [...letters].sort((a, b) => a[0] - b[0])) {
    if (near - reach >= space) end = reach;
    if (far > limit) return end;
    reach = Math.max(reach, far);
  }
  return reach;
};

/** Letters that words cover on the row of others. */
const findNeighbours = ({ box, glyphs }: PrintLine, { read, x }: InkReading): readonly Ink[] => {
  const own = new Set(glyphs);
  return read.filter((ink) => {
    const middle = (ink.box.top + ink.box.bottom) / 2;
    return middle > box.top - 0.2 * x && middle < box.bottom + 0.2 * x && !own.has(ink);
  });
};

/** A mark stands over, under or close behind a letter; anything else of its size is a speck. */
const belongs = (mark: Box, letter: Box, x: number): boolean =>
  mark.left < letter.right + MARK_BEHIND * x &&
  mark.right > letter.left - 0.2 * x &&
  mark.bottom > letter.top - MARK_ABOVE * x &&
  mark.top < letter.bottom + MARK_BELOW * x;

/** A mark over a letter, or over a mark of one: the hook of "ẩ" is farther from its letter than any other mark. */
const standsOver = (mark: Box, lower: Box, x: number): boolean =>
  mark.left < lower.right &&
  mark.right > lower.left &&
  mark.bottom <= lower.top + 0.2 * x &&
  mark.bottom > lower.top - 0.3 * x;

/** The strokes of a seal, or of a pen, among the letters of a row and its neighbours: they stand on no foot of the row. */
export const findStrokes = (line: PrintLine, reading: InkReading): ReadonlySet<Ink> => {
  const all = [...line.glyphs, ...findNeighbours(line, reading)].filter(
    ({ box }) => box.right > line.box.left - CONTEXT * reading.x && box.left < line.box.right + CONTEXT * reading.x,
  );
  const kept = new Set(dropStrokes({ box: line.box, glyphs: all }, reading.x).glyphs);
  return new Set(all.filter((ink) => !kept.has(ink)));
};

/**
 * A row cut out of its page with its neighbours, and without specks and what else is no letter of it; `strokes` are left out
 * as well.
 */
export const cutRow = (
  { raster }: PageInk,
  line: PrintLine,
  reading: InkReading,
  strokes: ReadonlySet<Ink> = new Set(),
): { readonly row: GrayRaster; readonly box: Box } => {
  const { x, marks, free, read } = reading;
  const { box, glyphs } = line;
  const neighbours = findNeighbours(line, reading).filter((ink) => !strokes.has(ink));
  const toRight = neighbours.filter((ink) => ink.box.left >= box.left);
  const toLeft = neighbours.filter((ink) => ink.box.right <= box.right);
  const rights = toRight.map((ink): Reach => [ink.box.left, ink.box.right]);
  const lefts = toLeft.map((ink): Reach => [-ink.box.right, -ink.box.left]);
  const cut: Box = {
    left: Math.max(0, -findEnd(-box.left, CONTEXT * x - box.left, lefts, SPACE * x) - 2),
    top: Math.max(0, Math.round(box.top - ROW_ABOVE * x)),
    right: Math.min(raster.width, findEnd(box.right, CONTEXT * x + box.right, rights, SPACE * x) + 2),
    bottom: Math.min(raster.height, Math.round(box.bottom + ROW_BELOW * x)),
  };
  const letters = [...glyphs, ...neighbours.filter((ink) => ink.box.right > cut.left && ink.box.left < cut.right)];
  // The marks of "ề" together are as high as some letters.
  const small = [
    ...marks,
    ...[...free, ...read].filter((ink) => ink.box.bottom - ink.box.top < x && !strokes.has(ink)),
  ];
  // Where strokes were found, what stands before the first letter is one of them.
  const start = strokes.size === 0 ? cut.left : Math.min(...letters.map((letter) => letter.box.left));
  const kept = small.filter(
    (mark) => mark.box.right > start + 1 && letters.some((letter) => belongs(mark.box, letter.box, x)),
  );
  const lower = kept.filter((mark) => letters.some((letter) => standsOver(mark.box, letter.box, x)));
  const over = small.filter((mark) => lower.some((one) => one !== mark && standsOver(mark.box, one.box, x)));
  return { row: showOnly(raster, cut, [...letters, ...kept, ...over]), box: cut };
};
