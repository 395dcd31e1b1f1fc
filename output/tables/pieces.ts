import { z } from 'zod';
import type { Directive } from '../../schemas/directive.js';

type Pieces = Directive['pieces'];

/** True when each piece follows the one before after a single space, as lines joined by a soft break do. */
const isRegular = (pieces: Pieces): boolean => {
  let at = 0;
  for (const piece of pieces) {
    if (piece.at !== at) return false;
    at += piece.source.end - piece.source.start + 1;
  }
  return true;
};

/**
 * Packs pieces as JSON. Joined lines become [start, length, gap, length, gap, length …], a third of the size of the
 * whole: `at` follows from the lengths. Anything else is [[at, start, end] …].
 */
export const packPieces = (pieces: Pieces): string => {
  if (!isRegular(pieces)) return JSON.stringify(pieces.map(({ at, source }) => [at, source.start, source.end]));
  const numbers: number[] = [];
  let last = 0;
  for (const { source } of pieces) {
    numbers.push(source.start - last, source.end - source.start);
    last = source.end;
  }
  return JSON.stringify(numbers);
};

const Packed = z.union([z.array(z.tuple([z.int(), z.int(), z.int()])), z.array(z.int())]);

/** Gives back what packPieces took. */
export const unpackPieces = (json: string): Pieces => {
  const pieces: { at: number; source: { start: number; end: number } }[] = [];
  let start = 0;
  let at = 0;
  for (const [index, value] of Packed.parse(JSON.parse(json)).entries()) {
    if (Array.isArray(value)) pieces.push({ at: value[0], source: { start: value[1], end: value[2] } });
    else if (index % 2 === 0) start += value;
    else {
      pieces.push({ at, source: { start, end: start + value } });
      start += value;
      at += value + 1;
    }
  }
  return pieces;
};
