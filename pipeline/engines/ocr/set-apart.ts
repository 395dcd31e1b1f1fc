import { isSignaturePanel } from '../../../language/printed/signature-panel.js';
import { isWithinOne } from '../../../language/writing/distance.js';
import { fold } from '../../../language/writing/unicode.js';
import type { InkBlock } from '../../../schemas/ink-block.js';
import type { Box } from '../../../schemas/span.js';
import { unionOf } from '../../layout/stood-words.js';
import { findBlockUrgency } from '../../secrecy/block-urgency.js';
import { hasMiddle, type OcrLine } from './ocr-words.js';

/** A word of the page this sure is print, over which a stamp may lie, unless the stamp itself says it. */
const SURE = 0.6;

/** MẬT, folded. */
const SECRECY = 'mat';

type OcrWord = OcrLine['words'][number];

const lettersOf = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

/** The lines that a block says, if it is a panel or a stamp of urgency: neither belongs to a line of the page. */
const readApart = (block: InkBlock): { readonly lines: readonly string[]; readonly confidence: number } | undefined => {
  const urgency = findBlockUrgency(block);
  const [surest] = block.readings.toSorted((a, b) => b.confidence - a.confidence);
  if (urgency !== undefined) return { lines: [urgency.toUpperCase()], confidence: surest?.confidence ?? 0 };
  const panel = block.readings.find(({ text }) => isSignaturePanel(text.split('\n')));
  return panel === undefined ? undefined : { lines: panel.text.split('\n'), confidence: panel.confidence };
};

/** Words of a block one below the other in the place of those that the page had there. */
const toLines = (
  texts: readonly string[],
  { left, top, right, bottom }: Box,
  confidence: number,
): readonly OcrLine[] => {
  const height = Math.max(1, (bottom - top) / texts.length);
  return texts.map((text, i): OcrLine => {
    const words = text.split(' ').filter((word) => word !== '');
    const width = (right - left) / Math.max(1, words.length);
    const foot = top + (i + 1) * height;
    return {
      words: words.map((word, at) => ({
        text: word,
        box: { left: left + at * width, top: foot - height, right: left + (at + 0.9) * width, bottom: foot },
        confidence,
      })),
      baseline: foot,
      slope: 0,
      height,
    };
  });
};

/** A page whose stamps of urgency and panels of e-signatures stand in no line of it. */
export interface SetApart {
  readonly lines: readonly OcrLine[];
  /** Their lines, as they were read by themselves: of those in the head of the page, and of the others. */
  readonly above: readonly (readonly OcrLine[])[];
  readonly below: readonly (readonly OcrLine[])[];
}

/**
 * Takes what the page's own reading made of stamps of urgency and of panels out of its lines: under a number or above the header
 * they run into its fields. `toSource` leads a box of the lines to the pixels of the blocks.
 */
export const setApart = (
  lines: readonly OcrLine[],
  blocks: readonly InkBlock[],
  toSource: (box: Box) => Box,
): SetApart => {
  let rest = lines;
  const [above, below]: [(readonly OcrLine[])[], (readonly OcrLine[])[]] = [[], []];
  for (const block of blocks) {
    const read = readApart(block);
    if (read === undefined) continue;
    const said = read.lines.flatMap((line) => line.split(' ').map(lettersOf)).filter((letters) => letters !== '');
    const isTaken = ({ text, confidence, box }: OcrWord): boolean => {
      const letters = lettersOf(text);
      // What may be a mark of secrecy is asked for in the text of the page as well: it stays there, however unsure.
      if (!hasMiddle(block.box, toSource(box)) || isWithinOne(letters, SECRECY)) return false;
      return confidence < SURE || said.some((one) => isWithinOne(one, letters));
    };
    const place = unionOf(rest.flatMap((line) => line.words.filter(isTaken).map(({ box }) => box)));
    if (place === undefined) continue;
    rest = rest
      .map((line) => ({ ...line, words: line.words.filter((word) => !isTaken(word)) }))
      .filter((line) => line.words.length > 0);
    (block.place === 'head' ? above : below).push(toLines(read.lines, place, read.confidence));
  }
  return { lines: rest, above, below };
};
