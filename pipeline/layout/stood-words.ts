import { fold } from '../../language/writing/unicode.js';
import type { Word } from '../../schemas/page-print.js';
import type { Box } from '../../schemas/span.js';

/** A word as an engine read it, which has no place in a text yet. */
export type ReadWord = Omit<Word, 'span'>;

/** A line of words as an engine saw it: foot at the left edge of the page, fall for each pixel to the right. */
export interface PlacedLine {
  readonly words: readonly ReadWord[];
  readonly baseline: number;
  readonly slope: number;
  readonly height: number;
}

/** A word with the foot of its line below it. */
export interface Stood {
  readonly word: ReadWord;
  readonly folded: string;
  readonly foot: number;
  readonly height: number;
}

/** The box around some boxes; undefined around none. */
export const unionOf = (boxes: readonly Box[]): Box | undefined =>
  boxes.length === 0
    ? undefined
    : {
        left: Math.min(...boxes.map(({ left }) => left)),
        top: Math.min(...boxes.map(({ top }) => top)),
        right: Math.max(...boxes.map(({ right }) => right)),
        bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
      };

/** The words of lines, each on its foot. */
export const standWords = (lines: readonly PlacedLine[]): readonly Stood[] =>
  lines.flatMap(({ words, baseline, slope, height }) =>
    words.map((word) => ({
      word,
      folded: fold(word.text).replace(/[^a-z0-9]/gu, ''),
      foot: baseline + (slope * (word.box.left + word.box.right)) / 2,
      height,
    })),
  );

/** True for words of one row. */
export const sameRow = (one: Stood, other: Stood): boolean =>
  Math.abs(one.foot - other.foot) < 0.5 * Math.min(one.height, other.height);

/** Words from left to right. */
export const byLeft = (words: readonly Stood[]): readonly Stood[] =>
  words.toSorted((a, b) => a.word.box.left - b.word.box.left);
