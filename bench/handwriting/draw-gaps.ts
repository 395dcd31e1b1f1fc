import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';
import type { Glyph } from '../../models/digit-data.js';

/** A place in a drawn page where digits were written; pixels of that page. */
export interface DrawnGap {
  readonly kind: 'number' | 'day';
  readonly digits: string;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly foot: number;
  readonly tall: number;
}

export interface DrawnPage {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly gaps: readonly DrawnGap[];
}

type Random = () => number;

/** A4 at 300 dpi; print of 14 pt. */
const PAGE = { width: 2480, height: 3508 } as const;
const SIZE = 58;
const CAPITAL = 0.66 * SIZE;
const ROWS = 24;
const TOP = 260;
const PITCH = 128;
const COLUMNS = [260, 1240] as const;

const between = (random: Random, low: number, high: number): number => low + (high - low) * random();

/** How one clerk writes: all digits of a gap alike. */
export interface Hand {
  readonly tall: number;
  readonly slant: number;
  readonly wide: number;
  /** Space between digits in their heights; below 0 they touch. */
  readonly space: number;
  readonly ink: number;
}

/** A clerk with print of `capital` pixels beside the gap. */
export const makeHand = (random: Random, capital = CAPITAL): Hand => ({
  tall: capital * between(random, 1.05, 1.75),
  slant: between(random, -0.1, 0.3),
  wide: between(random, 0.75, 1.05),
  space: random() < 0.2 ? between(random, -0.1, 0) : between(random, 0.02, 0.2),
  ink: between(random, 20, 90),
});

const inkEnds = ({ pixels, side }: Glyph): { left: number; right: number; top: number; bottom: number } => {
  const ends = { left: side, right: 0, top: side, bottom: 0 };
  for (const [i, level] of pixels.entries()) {
    if (level < 0.3) continue;
    ends.left = Math.min(ends.left, i % side);
    ends.right = Math.max(ends.right, (i % side) + 1);
    ends.top = Math.min(ends.top, Math.floor(i / side));
    ends.bottom = Math.max(ends.bottom, Math.floor(i / side) + 1);
  }
  return ends;
};

/** Puts a digit on the paper as dark strokes on nothing; gives its width. */
const writeDigit = (paper: SKRSContext2D, glyph: Glyph, hand: Hand, left: number, foot: number): number => {
  const ends = inkEnds(glyph);
  const scale = hand.tall / (ends.bottom - ends.top);
  const [width, height] = [Math.ceil((ends.right - ends.left) * scale * hand.wide), Math.ceil(hand.tall)];
  const canvas = createCanvas(glyph.side, glyph.side);
  const sheet = canvas.getContext('2d');
  const image = sheet.createImageData(glyph.side, glyph.side);
  for (const [i, level] of glyph.pixels.entries()) {
    image.data.fill(hand.ink, 4 * i, 4 * i + 3);
    image.data[4 * i + 3] = Math.round(255 * level);
  }
  sheet.putImageData(image, 0, 0);
  paper.save();
  paper.imageSmoothingEnabled = true;
  paper.transform(1, 0, -hand.slant, 1, left + hand.slant * height, foot - height);
  paper.drawImage(canvas, ends.left, ends.top, ends.right - ends.left, ends.bottom - ends.top, 0, 0, width, height);
  paper.restore();
  return width;
};

const drawDots = (paper: SKRSContext2D, left: number, right: number, foot: number): void => {
  paper.fillStyle = '#222';
  for (let x = left + 6; x < right - 6; x += 14) paper.fillRect(x, foot - 4, 5, 5);
};

const pick = (random: Random, glyphs: readonly Glyph[], digit: number): Glyph => {
  const own = glyphs.filter(({ label }) => label === digit);
  const one = own[Math.floor(random() * own.length)];
  if (one === undefined) throw new Error(`Expected a glyph of ${digit}`);
  return one;
};

/** Writes a row of digits; gives where it ends. */
export const writeDigits = (
  paper: SKRSContext2D,
  digits: string,
  glyphs: readonly Glyph[],
  hand: Hand,
  at: { readonly left: number; readonly foot: number },
  random: Random,
): number => {
  let x = at.left;
  for (const digit of digits)
    x += writeDigit(paper, pick(random, glyphs, Number(digit)), hand, x, at.foot) + hand.space * hand.tall;
  return x + hand.slant * hand.tall;
};

const makeDigits = (kind: DrawnGap['kind'], random: Random): string => {
  if (kind === 'day') return String(1 + Math.floor(random() * 28)).padStart(random() < 0.9 ? 2 : 1, '0');
  const length = 1 + Math.floor(random() * 3.6);
  const value = Math.max(1, Math.floor(random() * 10 ** length));
  return String(value).padStart(2, '0');
};

/** A page of number lines and dates with digits written into their gaps. `font` is a face of print that is registered. */
export const drawGaps = (glyphs: readonly Glyph[], font: string, random: Random): DrawnPage => {
  const canvas = createCanvas(PAGE.width, PAGE.height);
  const paper = canvas.getContext('2d');
  paper.fillStyle = '#fff';
  paper.fillRect(0, 0, PAGE.width, PAGE.height);
  paper.font = `${SIZE}px "${font}"`;
  const gaps: DrawnGap[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (const [column, left] of COLUMNS.entries()) {
      const kind = column === 0 ? 'number' : 'day';
      const foot = TOP + row * PITCH;
      const digits = makeDigits(kind, random);
      const hand = makeHand(random);
      const [before, after] = kind === 'number' ? ['Số:', '/KL-UBND'] : ['Vân Lĩnh, ngày', 'tháng 3 năm 2018'];
      paper.fillStyle = '#111';
      paper.fillText(before, left, foot);
      const start = left + paper.measureText(before).width;
      const from = start + between(random, 12, 40);
      const base = foot + CAPITAL * between(random, -0.15, 0.35);
      const x = writeDigits(paper, digits, glyphs, hand, { left: from, foot: base }, random);
      const end = x + between(random, 8, 40);
      if (random() < 0.3) drawDots(paper, start, end, foot);
      paper.fillStyle = '#111';
      paper.fillText(after, end, foot);
      const box = { left: start, top: foot - 2.1 * CAPITAL, right: end, bottom: foot + 0.8 * CAPITAL };
      gaps.push({ kind, digits, box, foot, tall: CAPITAL });
    }
  }
  return { png: canvas.toBuffer('image/png'), ...PAGE, gaps };
};
