import { fold } from '../../../language/writing/unicode.js';
import type { InkBlock } from '../../../schemas/ink-block.js';
import type { Box } from '../../../schemas/span.js';
import { type OcrLine, wordsIn } from './ocr-words.js';

/** An arrival stamp is 40 to 70 mm long and 18 to 40 mm high; shares of the long side of an A4 page. */
const LENGTH = [0.1, 0.27] as const;
const BREADTH = [0.04, 0.16] as const;
/** Pixels of its frame on each side: read with it, a frame costs the first line. */
const FRAME = 4;
/** "Giờ", "Ngày", "Chuyển": so many fields a stamp has beside its head at least. */
const FEWEST_FIELDS = 1;

const isWithin = (value: number, [least, most]: readonly [number, number]): boolean => value >= least && value <= most;

/** The inside of what has place, frame and size of an arrival stamp: worth reading by itself. In pixels of the page. */
export const findStampBoxes = (
  blocks: readonly InkBlock[],
  fromSource: (box: Box) => Box,
  { width, height }: { readonly width: number; readonly height: number },
): readonly Box[] =>
  blocks
    .filter(({ shape, place }) => shape === 'frame' && place === 'head')
    .map(({ box }) => fromSource(box))
    .map(({ left, top, right, bottom }) => ({
      left: left + FRAME,
      top: top + FRAME,
      right: right - FRAME,
      bottom: bottom - FRAME,
    }))
    .filter(({ left, top, right, bottom }) => {
      const long = Math.max(width, height);
      return isWithin((right - left) / long, LENGTH) && isWithin((bottom - top) / long, BREADTH);
    });

const textOf = ({ words }: OcrLine): string => words.map(({ text }) => text).join(' ');

/** "CÔNG VĂN ĐẾN", "C.V ĐẾN", whatever became of the words before under other print. */
const HEAD = /ĐẾN[^\p{L}\p{N}]*$/u;
const HEAD_READ = /^(?:c\s*\.?\s*v\s*\.?\s*|(?:cong van|van ban)\s*)?den\W*$/u;
const FIELD = /^\W*(?:so|gio|ngay|(?:kinh )?chuyen|luu ho so|ky hieu)(?!\p{L})/u;

/** What was printed over the head of a stamp leaves its last word: the rest of that line is nobody's. */
const mendHead = (line: OcrLine): OcrLine => {
  const text = textOf(line);
  const last = line.words.at(-1);
  if (!HEAD.test(text) || HEAD_READ.test(fold(text)) || last === undefined) return line;
  const whole = line.words.findLast((word) => HEAD.test(word.text)) ?? last;
  return { ...line, words: [{ ...whole, text: 'ĐẾN' }] };
};

/**
 * The lines of an arrival stamp, when what was read in a frame is one: the word ĐẾN ends a line in capitals, and a field
 * stands below. Undefined for any other frame: a box of text stays where it is. — dấu công văn đến
 */
export const readArrivalStamp = (fresh: readonly OcrLine[]): readonly OcrLine[] | undefined => {
  const head = fresh.findIndex((line) => HEAD.test(textOf(line)));
  if (head < 0) return undefined;
  const fields = fresh.slice(head + 1).filter((line) => FIELD.test(fold(textOf(line))));
  return fields.length >= FEWEST_FIELDS ? fresh.map(mendHead) : undefined;
};

/** The lines of a page without the words that stand in a stamp. */
export const withoutStamp = (lines: readonly OcrLine[], box: Box): readonly OcrLine[] => {
  const inside = new Set(wordsIn(lines, box));
  return lines
    .map((line) => ({ ...line, words: line.words.filter((word) => !inside.has(word)) }))
    .filter(({ words }) => words.length > 0);
};
