import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toNfc } from '../../../language/writing/unicode.js';
import type { PlacedWord } from '../../../schemas/page-print.js';
import { layoutPage } from '../../layout/page-layout.js';
import type { Piece } from '../../layout/piece.js';
import { cutIntoWords } from '../../layout/word-boxes.js';
import { joinTurned, type TurnedRun } from './pdf-aside.js';
import type { Stamp } from './pdf-stamps.js';
import { findDrawnTables } from './pdf-table-rules.js';
import type { Pdfjs } from './pdfjs-library.js';

/** The text that a PDF page carries, and the names of its fonts: .VnTimeH tells what TCVN3 bytes mean. */
export interface PdfText {
  readonly text: string;
  readonly fontNames: readonly string[];
  /** Runs that do not lie level, those of one angle joined: a stamp may be among them. */
  readonly turned: readonly string[];
  /** Words of the level runs with their boxes, in parts of a page that is `size` large. Spans are in `text`. */
  readonly words: readonly PlacedWord[];
  readonly size: { readonly width: number; readonly height: number };
}

/** Boxes are whole numbers of half points: finer than print can be pointed at. */
const PARTS_OF_A_POINT = 2;

/** Print turned by less than this is level; more is a stamp, a seal or a panel in the margin. */
const LEVEL_DEGREES = 2;

/** Private-use characters come from symbol fonts; the usual ones stand for bullets and minus signs. */
const SYMBOL_GLYPHS: Readonly<Record<string, string>> = { '\uf02d': '-', '\uf0b7': '-', '\uf0a7': '-', '\uf0d8': '-' };

/** "STT … Nội dung": the head of a table, whose columns only its rules part. */
const TABLE_HEAD = /(?<![\p{L}])(?:STT|TT|Số TT)(?![\p{L}])/iu;

/** Control codes stay: they tell the judge of shifted glyph codes. */
const tidyRun = (text: string): string =>
  toNfc(text.replace(/[\uf02d\uf0b7\uf0a7\uf0d8]/gu, (glyph) => SYMBOL_GLYPHS[glyph] ?? glyph))
    .replace(/[\t\n\r]/gu, ' ')
    .replace(/[\u00ad\u200b]/gu, '');

const fontNameOf = (page: PDFPageProxy, id: string): string | undefined => {
  if (!page.commonObjs.has(id)) return undefined;
  const font: unknown = page.commonObjs.get(id);
  return typeof font === 'object' && font !== null && 'name' in font && typeof font.name === 'string'
    ? font.name
    : undefined;
};

/** A stamp as a piece of the page: upright, y downward. */
const placeStamp = (pdfjs: Pdfjs, viewport: number[], stamp: Stamp): Piece => {
  const [, , , , left = 0, baseline = 0]: number[] = pdfjs.Util.transform(viewport, [
    1,
    0,
    0,
    1,
    stamp.left,
    stamp.baseline,
  ]);
  const { text, size } = stamp;
  return { text, left, right: left + stamp.right - stamp.left, baseline, size, spaceBefore: true };
};

/**
 * Reads the text of one page in reading order, laid out as page-layout.ts says, stamped digits in their places. NFC.
 * `findStamps` is told whether the page has a text at all.
 */
export const readPdfText = async (
  pdfjs: Pdfjs,
  page: PDFPageProxy,
  findStamps: (hasText: boolean) => Promise<readonly Stamp[]>,
): Promise<PdfText> => {
  const viewport = page.getViewport({ scale: 1 });
  const content = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false });
  const pieces: Piece[] = [];
  const aside: string[] = [];
  const turned: TurnedRun[] = [];
  const fontIds = new Set<string>();
  let spaceBefore = false;
  for (const item of content.items) {
    if (!('str' in item)) continue;
    if (item.str.trim() === '') {
      spaceBefore ||= item.str !== '';
      continue;
    }
    fontIds.add(item.fontName);
    const place: number[] = pdfjs.Util.transform(viewport.transform, item.transform);
    const [a = 1, b = 0, c = 0, d = 1, left = 0, baseline = 0] = place;
    const text = tidyRun(item.str);
    const degrees = Math.round((Math.atan2(b, a) * 180) / Math.PI);
    if (Math.abs(degrees) >= LEVEL_DEGREES) turned.push({ degrees, text });
    // Print that runs up or down the page (a signature panel in the margin) belongs to no line of the text.
    const isAside = Math.abs(b) > Math.abs(a) * 0.2 || a < 0;
    // Single letters at all angles are the ring of a seal.
    if (isAside && text.trim().length > 2) aside.push(text.trim());
    if (!isAside)
      pieces.push({
        text,
        left,
        right: left + item.width,
        baseline,
        size: Math.hypot(c, d) || item.height || 1,
        spaceBefore: spaceBefore || /^\s/u.test(text),
      });
    spaceBefore = /\s$/u.test(text);
  }
  // On a page without text there is no blank to fill: its image shows the stamp.
  const stamps = await findStamps(content.items.length > 0);
  const stamped = pieces.length === 0 ? [] : stamps.map((stamp) => placeStamp(pdfjs, viewport.transform, stamp));
  const tables = TABLE_HEAD.test(pieces.map((piece) => piece.text).join(' ')) ? await findDrawnTables(pdfjs, page) : [];
  const { text, placed } = layoutPage([...pieces, ...stamped], tables);
  const words = placed.flatMap(({ piece, span }) => cutIntoWords(text, piece, span, PARTS_OF_A_POINT));
  const fontNames = [...fontIds].map((id) => fontNameOf(page, id)).filter((name) => name !== undefined);
  return {
    text: [text, ...aside].filter((part) => part !== '').join('\n'),
    fontNames,
    turned: joinTurned(turned),
    words,
    size: {
      width: Math.round(viewport.width * PARTS_OF_A_POINT),
      height: Math.round(viewport.height * PARTS_OF_A_POINT),
    },
  };
};
