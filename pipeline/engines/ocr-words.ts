import type { Page } from 'tesseract.js';
import type { Box } from '../../schemas/span.js';
import type { Word } from '../../schemas/stages.js';
import { toNfc } from '../text/unicode.js';
import { findMedian, layoutPage, type Piece } from './page-layout.js';

/** A word of the engine, with its place on the page for the layout and its box for the record. */
interface OcrPiece extends Piece {
  readonly box: Box;
  readonly confidence: number;
}

/** Reads boxes of the prepared image as boxes of the image that came in. */
export type MapBox = (box: Box) => Box;

/** Marks without a letter or digit that the engine is not sure of are dirt, borders of stamps, signatures. */
const isDirt = (text: string, confidence: number): boolean => confidence < 0.5 && !/[\p{L}\p{N}]/u.test(text);

type TesseractLine = NonNullable<Page['blocks']>[number]['paragraphs'][number]['lines'][number];

const slopeOf = ({ baseline }: TesseractLine): number =>
  baseline.x1 > baseline.x0 ? (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0) : 0;

const heightOf = (line: TesseractLine): number =>
  Math.max(1, line.rowAttributes?.rowHeight || line.bbox.y1 - line.bbox.y0);

/** A line that touches a seal or a signature looks taller than its print; no print is this much larger than the rest. */
const TALLEST = 1.5;

const toPieces = (line: TesseractLine, index: number, slope: number, tallest: number, mapBox: MapBox): OcrPiece[] => {
  const size = Math.min(heightOf(line), tallest);
  return line.words.flatMap((word) => {
    const text = toNfc(word.text).trim();
    const confidence = Math.min(1, Math.max(0, word.confidence / 100));
    if (text === '' || isDirt(text, confidence)) return [];
    const middle = (word.bbox.x0 + word.bbox.x1) / 2;
    // Seen from the left edge: a page that lies askew has its lines level again.
    const baseline = line.baseline.y0 + slopeOf(line) * (middle - line.baseline.x0) - slope * middle;
    return [
      {
        text,
        left: word.bbox.x0,
        right: word.bbox.x1,
        baseline,
        size,
        spaceBefore: true,
        line: index,
        confidence,
        box: mapBox({ left: word.bbox.x0, top: word.bbox.y0, right: word.bbox.x1, bottom: word.bbox.y1 }),
      },
    ];
  });
};

/** What the engine found on a page as text in reading order, with its words; see page-layout.ts for columns. */
export const readWords = (
  page: Page,
  mapBox: MapBox,
): { readonly text: string; readonly words: readonly Word[]; readonly confidence: number | null } => {
  const lines = (page.blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines));
  const long = lines.filter((line) => line.words.length > 3);
  const slope = findMedian(long.map(slopeOf), 0);
  const tallest = TALLEST * findMedian(long.map(heightOf), Number.MAX_VALUE);
  const { text, placed } = layoutPage(lines.flatMap((line, i) => toPieces(line, i, slope, tallest, mapBox)));
  const words = placed.map(({ piece, span }) => ({
    text: piece.text,
    span,
    box: piece.box,
    confidence: piece.confidence,
  }));
  const mean = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return { text, words, confidence: words.length === 0 ? null : mean };
};
