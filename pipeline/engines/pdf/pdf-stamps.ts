import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { toNfc } from '../../../language/writing/unicode.js';
import { IDENTITY, type Matrix, multiply, toMatrix } from '../../layout/matrix.js';
import type { Pdfjs } from './pdfjs-library.js';

/** Digits that a signing program put on a page as an annotation: the number or the day of issue. — số, ngày đóng dấu */
export interface Stamp {
  readonly text: string;
  /** Left end of its baseline, and its right end, in points from the bottom left corner of the page. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
}

/** What the annotations of a page print: stamped digits, and every annotation's text. */
export interface FoundStamps {
  readonly stamps: readonly Stamp[];
  readonly texts: readonly string[];
}

/**
 * A PDF of page `number` alone that draws nothing but its annotations: asked for their operators, pdfjs decodes no scan.
 * Undefined when the page cannot be copied.
 */
export const copyAnnotations = async (document: PDFDocument, number: number): Promise<Uint8Array | undefined> => {
  try {
    const alone = await PDFDocument.create({ updateMetadata: false });
    const [page] = await alone.copyPages(document, [number - 1]);
    if (page === undefined) return undefined;
    page.node.delete(PDFName.of('Contents'));
    alone.addPage(page);
    return await alone.save({ useObjectStreams: false, updateFieldAppearances: false });
  } catch {
    return undefined;
  }
};

/** "565", "07": a panel "Ký bởi: …" of several lines is no stamp. */
const STAMPED = /^\d{1,5}$/u;

const glyphsOf = (args: readonly unknown[]): { text: string; width: number } => {
  const glyphs: readonly unknown[] = Array.isArray(args[0]) ? args[0] : [];
  let text = '';
  let width = 0;
  for (const glyph of glyphs) {
    if (typeof glyph !== 'object' || glyph === null) continue;
    if ('unicode' in glyph && typeof glyph.unicode === 'string') text += glyph.unicode;
    if ('width' in glyph && typeof glyph.width === 'number') width += glyph.width / 1000;
  }
  return { text: text.trim(), width };
};

interface Walk {
  matrix: Matrix;
  line: Matrix;
  fontSize: number;
  readonly stack: Matrix[];
  shown: (Stamp & { readonly isLevel: boolean })[];
}

const show = (walk: Walk, args: readonly unknown[]): void => {
  const { text, width } = glyphsOf(args);
  const [a, b, c, d, e, f] = multiply(walk.matrix, walk.line);
  walk.shown.push({
    text,
    left: e,
    right: e + a * width * walk.fontSize,
    baseline: f,
    size: Math.hypot(c, d) * walk.fontSize,
    isLevel: a > 0 && Math.abs(b) < 0.1 * a,
  });
};

/**
 * Digits stamped on a page as annotations. E-office programs put number and day into blanks of a finished text this way:
 * the text layer lacks them, and OCR of an italic "15" in a tight gap often fails. `texts`: what each annotation prints,
 * digits or not.
 */
export const findStamps = async (pdfjs: Pdfjs, page: PDFPageProxy): Promise<FoundStamps> => {
  const { OPS } = pdfjs;
  const list = await page.getOperatorList();
  const stamps: Stamp[] = [];
  const texts: string[] = [];
  let walk: Walk | undefined;
  list.fnArray.forEach((operator, i) => {
    const args: readonly unknown[] = Array.isArray(list.argsArray[i]) ? list.argsArray[i] : [];
    if (operator === OPS.beginAnnotation) {
      const placed = multiply(toMatrix([args[2]]), toMatrix([args[3]]));
      walk = { matrix: placed, line: IDENTITY, fontSize: 1, stack: [], shown: [] };
      return;
    }
    if (walk === undefined) return;
    switch (operator) {
      case OPS.endAnnotation: {
        const shown = walk.shown.filter(({ text }) => text !== '');
        const [only] = shown;
        if (shown.length > 0) texts.push(toNfc(shown.map(({ text }) => text).join(' ')));
        if (shown.length === 1 && only?.isLevel === true && STAMPED.test(only.text)) {
          const { isLevel, ...stamp } = only;
          stamps.push(stamp);
        }
        walk = undefined;
        break;
      }
      case OPS.save:
        walk.stack.push(walk.matrix);
        break;
      case OPS.paintFormXObjectBegin:
        walk.stack.push(walk.matrix);
        walk.matrix = multiply(walk.matrix, toMatrix([args[0]]));
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        walk.matrix = walk.stack.pop() ?? walk.matrix;
        break;
      case OPS.transform:
        walk.matrix = multiply(walk.matrix, toMatrix(args));
        break;
      case OPS.beginText:
        walk.line = IDENTITY;
        break;
      case OPS.setFont:
        walk.fontSize = Number(args[1]);
        break;
      case OPS.setTextMatrix:
        walk.line = toMatrix(args);
        break;
      case OPS.moveText:
        walk.line = multiply(walk.line, [1, 0, 0, 1, Number(args[0]), Number(args[1])]);
        break;
      case OPS.showText:
        show(walk, args);
        break;
    }
  });
  return { stamps, texts };
};
