import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { EmptyPage } from '../../../schemas/stages.js';
import type { Pdfjs } from './pdfjs-library.js';

/** Ways to pack a picture that a PDF may use. Source: ISO 32000-1, table 6. */
const KNOWN_FILTERS: ReadonlySet<string> = new Set([
  ...['ASCIIHex', 'ASCII85', 'LZW', 'Flate', 'RunLength', 'CCITTFax', 'JBIG2', 'DCT', 'JPX'].map((n) => `/${n}Decode`),
  ...['/AHx', '/A85', '/LZW', '/Fl', '/RL', '/CCF', '/DCT'],
]);

const filtersOf = (stream: PDFRawStream): readonly string[] => {
  const value = stream.dict.lookup(PDFName.of('Filter'));
  const all = value instanceof PDFArray ? value.asArray() : [value];
  return all.flatMap((one) => (one instanceof PDFName ? [one.asString()] : []));
};

const hasUnknownPicture = (page: PDFPage): boolean => {
  const objects = page.node.Resources()?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return false;
  return objects.keys().some((key) => {
    const stream = objects.lookup(key);
    return stream instanceof PDFRawStream && filtersOf(stream).some((name) => !KNOWN_FILTERS.has(name));
  });
};

/** Operators that put something on a page. */
const DRAWS = /(?:^|[\s)\]>])(?:Do|Tj|TJ|'|"|sh|BI|f\*?|F|S|s|B\*?|b\*?)(?=\s|$)/u;

/** True when the content of a page wants to draw, or cannot be unpacked; asked where nothing was drawn. */
const wantsToDraw = (page: PDFPage): boolean => {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  return streams.some((stream) => {
    if (!(stream instanceof PDFStream) || stream.getContents().length === 0) return false;
    try {
      const bytes = stream instanceof PDFRawStream ? decodePDFRawStream(stream).decode() : stream.getContents();
      return bytes.length === 0 || DRAWS.test(new TextDecoder('latin1').decode(bytes));
    } catch {
      return true;
    }
  });
};

/** True for a picture that pdfjs could not decode: it stands in the list of operators, and nothing behind it. */
const isUndecoded = (page: PDFPageProxy, name: unknown): boolean => {
  if (typeof name !== 'string') return false;
  const objects = name.startsWith('g_') ? page.commonObjs : page.objs;
  return objects.has(name) && objects.get(name) === null;
};

/** Why a page of a PDF gives no word: from its operators, and from its streams where it draws nothing. */
export const findWhyEmpty = async (
  pdfjs: Pdfjs,
  page: PDFPageProxy,
  streams: PDFDocument | undefined,
  hasAttachments: boolean,
): Promise<EmptyPage> => {
  const { fnArray, argsArray } = await page.getOperatorList();
  const { OPS } = pdfjs;
  const raw = streams?.getPage(page.pageNumber - 1);
  const pictures = fnArray.flatMap((operator, i) => (operator === OPS.paintImageXObject ? [argsArray[i]?.[0]] : []));
  if (pictures.some((name) => isUndecoded(page, name))) return 'picture-unread';
  if (raw !== undefined && hasUnknownPicture(raw)) return 'picture-unread';
  const DRAWN: ReadonlySet<number> = new Set([
    ...[OPS.showText, OPS.showSpacedText, OPS.nextLineShowText, OPS.nextLineSetSpacingShowText],
    ...[OPS.constructPath, OPS.shadingFill, OPS.paintImageXObject, OPS.paintInlineImageXObject],
    ...[OPS.paintImageMaskXObject, OPS.paintImageXObjectRepeat, OPS.paintImageMaskXObjectRepeat],
    ...[OPS.paintImageMaskXObjectGroup, OPS.paintInlineImageXObjectGroup, OPS.paintSolidColorImageMask],
  ]);
  if (fnArray.some((operator) => DRAWN.has(operator))) return 'no-words';
  if (raw !== undefined && wantsToDraw(raw)) return 'content-damaged';
  return hasAttachments ? 'attachments' : 'blank';
};
