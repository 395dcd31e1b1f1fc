import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { z } from 'zod';
import { NOT_A_DIGIT } from '../pipeline/handwriting/digit-net.js';

/** One sign on a square of paper, ink 1, paper 0, and its class. */
export interface Glyph {
  readonly pixels: Float32Array;
  readonly side: number;
  readonly label: number;
}

export interface DigitData {
  /** Digits of many hands. */
  readonly written: readonly Glyph[];
  /** Digits of drawn and printed faces. */
  readonly drawn: readonly Glyph[];
  /** Letters and signs of the same faces: no digits. */
  readonly others: readonly Glyph[];
}

const require = createRequire(import.meta.url);

const MNIST_SIDE = 28;
/** The last fifth of every digit's list is never trained on. */
const HELD_OUT = 5;

/** Faces after the hands of different people, and one of print, which a stamp uses: trained on, and kept apart. */
const FACES = {
  training: ['caveat', 'covered-by-your-grace', 'gochi-hand', 'indie-flower', 'patrick-hand', 'tinos'],
  heldOut: ['annie-use-your-telescope', 'mansalva', 'swanky-and-moo-moo'],
} as const;

export type Part = keyof typeof FACES;

const FACE_SIDE = 48;
const FACE_SIZE = 40;
/** What may stand beside a number or a day; left out are letters that are a digit in some hand: O D C, l, z, S, G b, T, A H Y, B, g y. */
const OTHERS = 'EFKLMNRVWXdkmnprwx/-.,:;+=*&#%()';

const readMnist = (part: Part): readonly Glyph[] =>
  Array.from({ length: 10 }, (_, label) => {
    const path = require.resolve(`mnist/src/digits/${label}.json`);
    const { data } = z.object({ data: z.array(z.number()) }).parse(JSON.parse(readFileSync(path, 'utf8')));
    const area = MNIST_SIDE * MNIST_SIDE;
    const count = Math.floor(data.length / area);
    const cut = count - Math.floor(count / HELD_OUT);
    const [from, to] = part === 'training' ? [0, cut] : [cut, count];
    return Array.from({ length: to - from }, (_, i) => ({
      pixels: Float32Array.from(data.slice((from + i) * area, (from + i + 1) * area)),
      side: MNIST_SIDE,
      label,
    }));
  }).flat();

/** One letter of a face, its ink in the middle of the square. */
const drawGlyph = (face: string, letter: string, label: number): Glyph => {
  const canvas = createCanvas(FACE_SIDE, FACE_SIDE);
  const paper = canvas.getContext('2d');
  paper.font = `${FACE_SIZE}px "${face}"`;
  const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right, ...rest } = paper.measureText(letter);
  const { actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent } = rest;
  paper.fillText(letter, (FACE_SIDE + left - right) / 2, (FACE_SIDE + ascent - descent) / 2);
  const { data } = paper.getImageData(0, 0, FACE_SIDE, FACE_SIDE);
  const pixels = Float32Array.from({ length: FACE_SIDE * FACE_SIDE }, (_, i) => (data[4 * i + 3] ?? 0) / 255);
  return { pixels, side: FACE_SIDE, label };
};

/** Makes a face ready for drawing; gives the name by which a canvas knows it. */
export const registerFace = (name: string): string => {
  const path = require.resolve(`@fontsource/${name}/files/${name}-latin-400-normal.woff2`);
  if (!GlobalFonts.registerFromPath(path, `digits-${name}`)) throw new Error(`Expected a font at ${path}`);
  return `digits-${name}`;
};

const readFaces = (part: Part): Pick<DigitData, 'drawn' | 'others'> => {
  const faces = FACES[part].map(registerFace);
  return {
    drawn: faces.flatMap((face) => [...'0123456789'].map((digit) => drawGlyph(face, digit, Number(digit)))),
    others: faces.flatMap((face) => [...OTHERS].map((letter) => drawGlyph(face, letter, NOT_A_DIGIT))),
  };
};

/** The signs that the model is trained on, or those that it never sees. */
export const readDigitData = (part: Part): DigitData => ({ written: readMnist(part), ...readFaces(part) });
