import { fold, toNfc } from '../../../language/writing/unicode.js';
import type { Word } from '../../../schemas/page-print.js';
import type { Box } from '../../../schemas/span.js';
import { findMedian, layoutPage } from '../../layout/page-layout.js';
import type { Piece } from '../../layout/piece.js';
import type { Table } from '../../layout/table-rules.js';

/** A word of the engine in pixels of the prepared image. */
interface OcrWord {
  readonly text: string;
  readonly box: Box;
  readonly confidence: number;
}

/** A line as the engine saw it, in pixels of the prepared image. */
export interface OcrLine {
  readonly words: readonly OcrWord[];
  /** Height of the line of print at the left edge of the page, and by how much it falls for each pixel to the right. */
  readonly baseline: number;
  readonly slope: number;
  readonly height: number;
}

/** Tesseract gives the Icelandic Ð for Đ, or both for one letter: "QÐ", "08-TTr/ÐĐU". Vietnamese has no Ð. */
const mendEth = (text: string): string =>
  text.replace(/(?<![ĐÐ])Đ*Ð[ĐÐ]*|ð(?=\p{Lu})/gu, 'Đ').replace(/(?<![đð])đ*ð[đð]*/gu, 'đ');

/** Marks without a letter or digit that the engine is not sure of are dirt, borders of stamps, signatures. */
const isDirt = (text: string, confidence: number): boolean => confidence < 0.5 && !/[\p{L}\p{N}]/u.test(text);

/** What opens a line of print at a word's distance is a bullet or a dash, however unsure: an item hangs from it. */
const opensLine = ({ text, box }: OcrWord, index: number, line: readonly OcrWord[]): boolean => {
  const next = line[index + 1];
  if (index > 0 || line.length < 3 || next === undefined || !/^[-–—+*•●®©¢°]$/u.test(text)) return false;
  const height = next.box.bottom - next.box.top;
  return next.box.left - box.right < 1.5 * height && box.bottom - box.top < 0.6 * height;
};

interface Corners {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/** What is used of a line of tesseract.js. */
interface TesseractLine {
  readonly words: readonly { readonly text: string; readonly bbox: Corners; readonly confidence: number }[];
  readonly baseline: Corners;
  readonly bbox: Corners;
  readonly rowAttributes?: { readonly rowHeight: number };
}

/** What is used of a page of tesseract.js. */
export interface TesseractPage {
  readonly blocks: readonly { readonly paragraphs: readonly { readonly lines: readonly TesseractLine[] }[] }[] | null;
}

/** The same page without what nobody here reads: symbols, choices, the image. It may travel between processes. */
export const trimPage = ({ blocks }: TesseractPage): TesseractPage => ({
  blocks:
    blocks?.map(({ paragraphs }) => ({
      paragraphs: paragraphs.map(({ lines }) => ({
        lines: lines.map(({ words, baseline, bbox, rowAttributes }) => ({
          words: words.map(({ text, bbox: box, confidence }) => ({ text, bbox: box, confidence })),
          baseline,
          bbox,
          ...(rowAttributes === undefined ? {} : { rowAttributes: { rowHeight: rowAttributes.rowHeight } }),
        })),
      })),
    })) ?? null,
});

const toWord = (word: TesseractLine['words'][number], left: number, top: number): OcrWord => ({
  text: mendEth(toNfc(word.text).trim()),
  box: {
    left: word.bbox.x0 + left,
    top: word.bbox.y0 + top,
    right: word.bbox.x1 + left,
    bottom: word.bbox.y1 + top,
  },
  confidence: Math.min(1, Math.max(0, word.confidence / 100)),
});

const toLine = ({ words, baseline, rowAttributes, bbox }: TesseractLine, left: number, top: number): OcrLine => {
  const slope = baseline.x1 > baseline.x0 ? (baseline.y1 - baseline.y0) / (baseline.x1 - baseline.x0) : 0;
  return {
    words: words
      .map((word) => toWord(word, left, top))
      .filter((word) => word.text !== '')
      .filter((word, i, all) => !isDirt(word.text, word.confidence) || opensLine(word, i, all)),
    baseline: baseline.y0 + top - slope * (baseline.x0 + left),
    slope,
    height: Math.max(1, rowAttributes?.rowHeight || bbox.y1 - bbox.y0),
  };
};

/** The lines that the engine found in an image which was cut out of the prepared page at `left`, `top`. */
export const collectLines = (page: TesseractPage, left = 0, top = 0): OcrLine[] =>
  (page.blocks ?? [])
    .flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
    .map((line) => toLine(line, left, top))
    .filter(({ words }) => words.length > 0);

/** True where the middle of a box lies in a region. */
export const hasMiddle = (region: Box, { left, top, right, bottom }: Box): boolean => {
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  return x >= region.left && x <= region.right && y >= region.top && y <= region.bottom;
};

/** The words whose middle lies in a region. */
export const wordsIn = (lines: readonly OcrLine[], region: Box): OcrWord[] =>
  lines.flatMap(({ words }) => words.filter(({ box }) => hasMiddle(region, box)));

/** Share of the smaller box that lies in the other. */
export const overlapOf = (a: Box, b: Box): number => {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const areaOf = ({ left, top, right, bottom }: Box) => (right - left) * (bottom - top);
  return (width * height) / Math.max(1, Math.min(areaOf(a), areaOf(b)));
};

/** Below this a word that nothing else confirms is more likely ink of a seal than print. */
const SURE = 0.6;
const SAME_PLACE = 0.3;
/** In the whole page a word may hang on a line of another column: it must be this much surer to stay. */
const HEAD_START = 0.1;

const keepWords = (lines: readonly OcrLine[], keep: (word: OcrWord) => boolean): OcrLine[] =>
  lines.map((line) => ({ ...line, words: line.words.filter(keep) })).filter(({ words }) => words.length > 0);

/**
 * Joins a second look at a region with what was read there before: of two words in one place the surer one stays, the
 * fresh one in doubt, and a word stays when it is sure enough or when both readings have it.
 */
export const mergeRegion = (lines: readonly OcrLine[], region: Box, fresh: readonly OcrLine[]): OcrLine[] => {
  const before = wordsIn(lines, region);
  const after = fresh.flatMap(({ words }) => words);
  const rivalsOf = (word: OcrWord, others: readonly OcrWord[]) =>
    others.filter((other) => overlapOf(word.box, other.box) > SAME_PLACE);
  const beats = (word: OcrWord, others: readonly OcrWord[], isFresh: boolean) =>
    rivalsOf(word, others).every(({ confidence }) =>
      isFresh ? word.confidence >= confidence - HEAD_START : word.confidence > confidence + HEAD_START,
    );
  const isSure = (word: OcrWord, others: readonly OcrWord[]) =>
    word.confidence >= SURE || rivalsOf(word, others).some(({ text }) => fold(text) === fold(word.text));
  return [
    ...keepWords(lines, (word) => !before.includes(word) || (isSure(word, after) && beats(word, after, false))),
    ...keepWords(fresh, (word) => isSure(word, before) && beats(word, before, true)),
  ];
};

/** A line that touches a seal or a signature looks taller than its print; no print is this much larger than the rest. */
const TALLEST = 1.5;

/** A rule of a table that was read as "|". Outside tables it may be a misread "I". */
const isRule = ({ text, box }: OcrWord, tables: readonly Table[]): boolean =>
  /^[|¦]+$/u.test(text) && tables.some(({ top, bottom }) => box.bottom > top && box.top < bottom);

/** A word with its place for the layout. */
interface OcrPiece extends Piece {
  readonly word: OcrWord;
}

/** What the engine found on a page as text in reading order, with its words; see page-layout.ts for columns. */
export const layoutLines = (
  lines: readonly OcrLine[],
  tables: readonly Table[],
  toSource: (box: Box) => Box,
): { readonly text: string; readonly words: readonly Word[]; readonly confidence: number | null } => {
  const long = lines.filter(({ words }) => words.length > 3);
  const slope = findMedian(
    long.map((line) => line.slope),
    0,
  );
  const tallest =
    TALLEST *
    findMedian(
      long.map(({ height }) => height),
      Number.MAX_VALUE,
    );
  const pieces = lines.flatMap((line, index) =>
    line.words
      .filter((word) => !isRule(word, tables))
      .map((word): OcrPiece => {
        const { left, right } = word.box;
        // Seen from the left edge: a page that lies askew has its lines level again.
        const baseline = line.baseline + (line.slope - slope) * ((left + right) / 2);
        const size = Math.min(line.height, tallest);
        return { text: word.text, left, right, baseline, size, spaceBefore: true, line: index, word };
      }),
  );
  const { text, placed } = layoutPage(pieces, tables);
  const words = placed.map(({ piece: { word }, span }) => ({
    text: word.text,
    span,
    box: toSource(word.box),
    confidence: word.confidence,
  }));
  const mean = words.reduce((sum, word) => sum + word.confidence, 0) / words.length;
  return { text, words, confidence: words.length === 0 ? null : mean };
};

/** The same with the lines of stamps after those of the page, or `above` them, each stamp set off: they belong to no line that they cross. */
export const layoutWithStamps = (
  lines: readonly OcrLine[],
  stamps: readonly (readonly OcrLine[])[],
  tables: readonly Table[],
  toSource: (box: Box) => Box,
  above: readonly (readonly OcrLine[])[] = [],
): ReturnType<typeof layoutLines> => {
  const page = layoutLines(lines, tables, toSource);
  const layoutStamp = (stamp: readonly OcrLine[]) => layoutLines(stamp, [], toSource);
  const parts = [...above.map(layoutStamp), page, ...stamps.map(layoutStamp)];
  let text = '';
  const words = parts.flatMap((part) => {
    text += text === '' ? '' : '\n\n';
    const at = text.length;
    text += part.text;
    return part.words.map((word) => ({ ...word, span: { start: word.span.start + at, end: word.span.end + at } }));
  });
  return { text, words, confidence: page.confidence };
};
