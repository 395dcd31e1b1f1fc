import { toRaw, toSources } from '../../pipeline/base/edit-map.js';
import type { Directive } from '../../schemas/directive.js';
import { type Box, overlaps, type Span } from '../../schemas/span.js';
import type { RepairedDocument } from '../../schemas/stages.js';

/** Where a quote stands on a page: one box for each printed line that it touches. */
export interface PlaceOnPage {
  readonly page: number;
  /** Size of the page that the boxes refer to. */
  readonly imageSize: { readonly width: number; readonly height: number };
  readonly boxes: readonly Box[];
}

/** Two words stand on one line when the middle of one lies within the height of the other. */
const isSameLine = (line: Box, word: Box): boolean => {
  const middle = (word.top + word.bottom) / 2;
  return middle >= line.top && middle <= line.bottom && word.left >= line.left;
};

const joinBoxes = (a: Box, b: Box): Box => ({
  left: Math.min(a.left, b.left),
  top: Math.min(a.top, b.top),
  right: Math.max(a.right, b.right),
  bottom: Math.max(a.bottom, b.bottom),
});

/** Joins words in reading order to one box a line. */
const joinLines = (words: readonly Box[]): Box[] => {
  const lines: Box[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && isSameLine(last, word)) lines[lines.length - 1] = joinBoxes(last, word);
    else lines.push(word);
  }
  return lines;
};

/** The lines that spans of the raw text stand in, page by page; nothing for text that no place is known of. */
export const findSpanBoxes = ({ pages }: Pick<RepairedDocument, 'pages'>, spans: readonly Span[]): PlaceOnPage[] =>
  pages.flatMap((page) => {
    if (page.imageSize === null || !spans.some((wanted) => overlaps(page.rawSpan, wanted))) return [];
    const words = page.words.filter((word) => spans.some((wanted) => overlaps(word.span, wanted)));
    const boxes = joinLines(words.map((word) => word.box));
    return boxes.length === 0 ? [] : [{ page: page.number, imageSize: page.imageSize, boxes }];
  });

/**
 * Leads a span of a directive's text to the pages: through the pieces to the repaired text, through the edits to
 * the raw text, from there to the words that the OCR read or a text layer places. Empty where no word has a place.
 * `findBoxes(repaired, directive, deadline.span)` draws a frame around a deadline.
 */
export const findBoxes = (
  repaired: RepairedDocument,
  { pieces }: Pick<Directive, 'pieces'>,
  span: Span,
): PlaceOnPage[] =>
  findSpanBoxes(
    repaired,
    toSources(pieces, span).map((source) => toRaw(repaired.edits, source)),
  );
