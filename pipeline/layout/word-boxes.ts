import type { PlacedWord } from '../../schemas/page-print.js';
import type { Span } from '../../schemas/span.js';
import type { Piece } from './piece.js';

/** Print with Vietnamese marks over capitals reaches so far above its line, and so far below it, in shares of its size. */
const ASCENT = 0.95;
const DESCENT = 0.25;

const NARROW = new Set("iíìỉĩịjlľrtf.,;:'|!()[]-–’‘I1 ");
const WIDE = new Set('mwMWĐ@%&—');

/** About how wide a letter is beside the others of its run: what a run measures as a whole is shared out by it. */
const widthOf = (letter: string): number => {
  if (NARROW.has(letter)) return 0.6;
  if (WIDE.has(letter)) return 1.6;
  return letter !== letter.toLowerCase() ? 1.35 : 1;
};

/** Where each letter of a run begins, in shares of its width; one entry more than it has UTF-16 units. */
const measureStarts = (text: string): readonly number[] => {
  const starts = [0];
  let at = 0;
  for (const unit of text.split('')) {
    at += widthOf(unit);
    starts.push(at);
  }
  return starts.map((start) => start / (at || 1));
};

const WORD = /\S+/gu;

/**
 * The words of a run of print with their boxes. The run is measured, its words are not: they share its width by their letters,
 * a letter's width more or less. `text` is that of the page, `scale` the units of a box in one of the piece.
 */
export const cutIntoWords = (
  text: string,
  piece: Piece,
  { start, end }: Span,
  scale: number,
): readonly PlacedWord[] => {
  const run = text.slice(start, end);
  const starts = measureStarts(run);
  const at = (index: number): number =>
    Math.round((piece.left + (piece.right - piece.left) * (starts[index] ?? 1)) * scale);
  const top = Math.round((piece.baseline - ASCENT * piece.size) * scale);
  const bottom = Math.round((piece.baseline + DESCENT * piece.size) * scale);
  return [...run.matchAll(WORD)].map(({ 0: word, index }) => ({
    text: word,
    span: { start: start + index, end: start + index + word.length },
    box: { left: at(index), top, right: at(index + word.length), bottom },
  }));
};
