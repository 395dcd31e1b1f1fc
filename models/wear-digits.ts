import { toDigitImage } from '../pipeline/handwriting/digit-image.js';
import { NOT_A_DIGIT } from '../pipeline/handwriting/digit-net.js';
import type { Mask } from '../pipeline/layout/components.js';
import type { DigitData, Glyph } from './digit-data.js';
import { between, CANVAS, type Random, scribble, stamp, stroke, writeFour, writeOne } from './draw-strokes.js';

/** What the net learns from: an image and its class. */
export interface Sample {
  readonly image: Float32Array;
  readonly label: number;
}

const pick = <T>(random: Random, list: readonly T[]): T => {
  const one = list[Math.min(list.length - 1, Math.floor(random() * list.length))];
  if (one === undefined) throw new Error('Expected something to pick from');
  return one;
};

/** Level of a glyph between its pixels. */
const levelAt = ({ pixels, side }: Glyph, x: number, y: number): number => {
  if (x < 0 || y < 0 || x >= side - 1 || y >= side - 1) return 0;
  const [x0, y0] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - x0, y - y0];
  const i = y0 * side + x0;
  const above = (pixels[i] ?? 0) * (1 - fx) + (pixels[i + 1] ?? 0) * fx;
  return above * (1 - fy) + ((pixels[i + side] ?? 0) * (1 - fx) + (pixels[i + side + 1] ?? 0) * fx) * fy;
};

/** Turns by quarters where asked, slants, stretches, bends, and cuts into ink and paper. */
const writeGlyph = (glyph: Glyph, random: Random, turns = 0): Mask => {
  const height = between(random, 26, 56);
  const scale = glyph.side / (1.35 * height);
  const stretch = between(random, 0.78, 1.65);
  const slant = between(random, -0.3, 0.45);
  const angle = between(random, -0.16, 0.16) + (turns * Math.PI) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [bend, wave, phase] = [between(random, 0, 1.6), between(random, 14, 40), between(random, 0, 6.3)];
  const limit = between(random, 0.3, 0.62);
  const pixels = new Uint8Array(CANVAS * CANVAS);
  for (let y = 0; y < CANVAS; y++) {
    for (let x = 0; x < CANVAS; x++) {
      const dy = y - CANVAS / 2 + bend * Math.sin(x / wave + phase);
      const dx = (x - CANVAS / 2 + slant * dy + bend * Math.sin(y / wave + 2 * phase)) * stretch;
      const level = levelAt(
        glyph,
        glyph.side / 2 + scale * (cos * dx - sin * dy),
        glyph.side / 2 + scale * (sin * dx + cos * dy),
      );
      if (level > limit) pixels[y * CANVAS + x] = 1;
    }
  }
  return { pixels, width: CANVAS, height: CANVAS };
};

/** Takes one pixel off the edge of the ink, or adds one. */
const changeStroke = (mask: Mask, isThinner: boolean): Mask => {
  const { pixels, width, height } = mask;
  const changed = Uint8Array.from(pixels);
  const edge = isThinner ? 0 : 1;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      if (pixels[i] === edge) continue;
      const touches =
        pixels[i - 1] === edge || pixels[i + 1] === edge || pixels[i - width] === edge || pixels[i + width] === edge;
      if (touches) changed[i] = edge;
    }
  }
  return { pixels: changed, width, height };
};

const countInk = ({ pixels }: Mask): number => pixels.reduce((sum, pixel) => sum + pixel, 0);

/** A fine pen, a thick one, a copier that eats or fattens. */
const changePen = (mask: Mask, random: Random): Mask => {
  let worn = mask;
  const steps = Math.floor(between(random, 0, 3.2));
  const isThinner = random() < 0.72;
  for (let i = 0; i < steps; i++) {
    const next = changeStroke(worn, isThinner);
    if (countInk(next) < 0.35 * countInk(mask) || countInk(next) < 24) return worn;
    worn = next;
  }
  return worn;
};

/** Rows between which the ink stands, and columns. */
const spread = ({ pixels, width }: Mask): { top: number; bottom: number; left: number; right: number } => {
  const ends = { top: CANVAS, bottom: 0, left: CANVAS, right: 0 };
  for (let i = 0; i < pixels.length; i++) {
    if (pixels[i] !== 1) continue;
    const [x, y] = [i % width, Math.floor(i / width)];
    ends.top = Math.min(ends.top, y);
    ends.bottom = Math.max(ends.bottom, y);
    ends.left = Math.min(ends.left, x);
    ends.right = Math.max(ends.right, x);
  }
  return ends;
};

/** What a gap and its page leave on a digit: dots that it stands on, specks of a seal, crumbs of its neighbour, a ragged edge. */
const dirty = (mask: Mask, random: Random): void => {
  const { top, bottom, left, right } = spread(mask);
  if (random() < 0.08) {
    const [size, pitch, foot] = [between(random, 2, 4), between(random, 6, 12), bottom - between(random, 0, 9)];
    for (let x = left + between(random, -2, pitch); x < right; x += pitch) stamp(mask, x, foot, size);
  }
  if (random() < 0.03) {
    const foot = bottom - between(random, 0, 6);
    stroke(mask, [left - 2, foot], [right + 2, foot + between(random, -1, 1)], between(random, 1, 3));
  }
  if (random() < 0.1)
    for (let i = between(random, 1, 5); i > 0; i--)
      stamp(mask, between(random, left, right), between(random, top, bottom), between(random, 1, 4));
  if (random() < 0.07) {
    const x = random() < 0.5 ? left - between(random, 0, 3) : right + between(random, 0, 3);
    const y = between(random, top, bottom);
    stroke(mask, [x, y], [x + between(random, -3, 3), y + between(random, -6, 6)], between(random, 1, 4));
  }
  if (random() < 0.3) {
    const share = between(random, 0.02, 0.2);
    const { pixels, width } = mask;
    const before = Uint8Array.from(pixels);
    for (let i = width; i < pixels.length - width; i++) {
      const [up, down] = [before[i - width] ?? 0, before[i + width] ?? 0];
      const isEdge = before[i - 1] !== before[i + 1] || up !== down;
      if (isEdge && random() < share) pixels[i] = 1 - (before[i] ?? 0);
    }
  }
};

/** Some hands write 1 with a long upstroke and a foot, 7 with a bar: few of the hands that the data came from do. */
const addStrokes = (mask: Mask, label: number, random: Random): void => {
  const { top, bottom, left, right } = spread(mask);
  const [height, middle, pen] = [bottom - top, (left + right) / 2, between(random, 2, 6)];
  if (label === 7 && random() < 0.3) {
    const y = top + height * between(random, 0.42, 0.6);
    const half = height * between(random, 0.15, 0.32);
    stroke(mask, [middle - half, y + between(random, -2, 4)], [middle + half, y], pen);
  }
};

const cutColumns = (mask: Mask, from: number, to: number): Mask => ({
  ...mask,
  pixels: mask.pixels.map((pixel, i) => (i % CANVAS >= from && i % CANVAS < to ? pixel : 0)),
});

/** A half of a digit, as a wrong cut leaves it: the side of 0, 4 or 8 that is left is no digit. */
const halve = (data: DigitData, random: Random): Mask => {
  const mask = writeGlyph(
    pick(
      random,
      data.written.filter(({ label }) => label !== 1 && label !== 7),
    ),
    random,
  );
  const { left, right } = spread(mask);
  const cut = left + (right - left) * between(random, 0.4, 0.6);
  return random() < 0.5 ? cutColumns(mask, left, cut) : cutColumns(mask, cut, right + 1);
};

/** Two digits that hang together. */
const join = (data: DigitData, random: Random): Mask => {
  const [a, b] = [writeGlyph(pick(random, data.written), random), writeGlyph(pick(random, data.written), random)];
  const [first, second] = [spread(a), spread(b)];
  const shift = Math.round(CANVAS - second.left - between(random, -2, 5));
  const width = 2 * CANVAS;
  const pixels = new Uint8Array(width * CANVAS);
  for (let y = 0; y < CANVAS; y++) {
    for (let x = 0; x < CANVAS; x++) {
      const moved = x + CANVAS - first.right;
      if (a.pixels[y * CANVAS + x] === 1 && moved < width) pixels[y * width + moved] = 1;
      if (b.pixels[y * CANVAS + x] === 1 && x + shift >= 0 && x + shift < width) pixels[y * width + x + shift] = 1;
    }
  }
  return { pixels, width, height: CANVAS };
};

const SIDEWAYS = new Set([2, 3, 4, 5, 7]);

const writeOther = (data: DigitData, random: Random): Mask => {
  const kind = random();
  if (kind < 0.4) return changePen(writeGlyph(pick(random, data.others), random), random);
  if (kind < 0.6) return changePen(halve(data, random), random);
  if (kind < 0.78) return join(data, random);
  if (kind < 0.86)
    return writeGlyph(
      pick(
        random,
        data.written.filter(({ label }) => SIDEWAYS.has(label)),
      ),
      random,
      random() < 0.5 ? 1 : 3,
    );
  return scribble(random);
};

const writeDigit = (data: DigitData, random: Random): { mask: Mask; label: number } => {
  const kind = random();
  if (kind < 0.07) return { mask: changePen(writeOne(random), random), label: 1 };
  if (kind < 0.1) return { mask: changePen(writeFour(random), random), label: 4 };
  const glyph = pick(random, kind < 0.22 ? data.drawn : data.written);
  const mask = changePen(writeGlyph(glyph, random), random);
  addStrokes(mask, glyph.label, random);
  return { mask, label: glyph.label };
};

const SHARE_OF_OTHERS = 0.18;

/** One sign, worn as scans wear them. Equal numbers from `random`, equal sample. */
export const makeSample = (data: DigitData, random: Random): Sample => {
  const { mask, label } =
    random() < SHARE_OF_OTHERS ? { mask: writeOther(data, random), label: NOT_A_DIGIT } : writeDigit(data, random);
  dirty(mask, random);
  const image = toDigitImage(mask);
  return image === undefined ? makeSample(data, random) : { image, label };
};
