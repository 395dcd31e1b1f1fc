import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { IDENTITY, type Matrix, multiply, toMatrix } from '../../layout/matrix.js';
import { followGraphics } from './graphics-state.js';
import type { Pdfjs } from './pdfjs-library.js';

/** What is drawn on a page, told from its operators. */
export interface PageDrawing {
  /** Share of the page that its largest image covers, 0–1. */
  readonly coverage: number;
  /** Pixels per inch of the largest image as placed; null without one. */
  readonly imageDpi: number | null;
  /** True when text is drawn and all of it is invisible: the layer of an OCR program over a scan. */
  readonly hasOnlyInvisibleText: boolean;
  /** True when text, lines or fills that can be seen are drawn. */
  readonly hasVisibleText: boolean;
  /** True when a picture, or a drawing that is neither rule nor background, stands where stamps do. */
  readonly mayShowStamp: boolean;
}

/** The head of a page ends and its foot begins here, as shares of its height. */
const HEAD_END = 0.36;
const FOOT_START = 0.85;
/** What is smaller than this in points is no stamp: rules under issuer and motto are thin, bullets small. */
const THINNEST = 5;
const SHORTEST = 12;
/** A drawing over more than this share of the page is its background. */
const BACKGROUND = 0.5;

type Corners = readonly [number, number, number, number];

/** A picture between head and foot may be a stamp below the end of a short page; the seal of an office is square. */
const STAMP = { ratio: 1.5, least: 30, most: 215 } as const;

/** Whether what fills these corners, taken through a matrix, may be a stamp, by its place and size. y downward, in points. */
const mayBeStamp = (
  [x0, y0, x1, y1]: Corners,
  matrix: Matrix,
  page: { readonly width: number; readonly height: number },
  isPicture: boolean,
): boolean => {
  const [a, b, c, d, e, f] = matrix;
  const corners = [
    [x0, y0],
    [x1, y0],
    [x0, y1],
    [x1, y1],
  ] as const;
  const xs = corners.map(([x, y]) => a * x + c * y + e);
  const ys = corners.map(([x, y]) => b * x + d * y + f);
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  const [width, height] = [Math.max(...xs) - Math.min(...xs), bottom - top];
  if (Math.min(width, height) < THINNEST || Math.max(width, height) < SHORTEST) return false;
  if (bottom <= 0 || top >= page.height) return false;
  const isStampWide = isPicture && width > STAMP.ratio * height && width > STAMP.least && width < STAMP.most;
  return isStampWide || top < HEAD_END * page.height || bottom > FOOT_START * page.height;
};

/** The corners that pdfjs measured of a path. */
const cornersOf = (value: unknown): Corners | undefined => {
  if (!(Array.isArray(value) || ArrayBuffer.isView(value))) return undefined;
  const [x0, y0, x1, y1] = Array.from(value as ArrayLike<unknown>, Number);
  return x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined ? undefined : [x0, y0, x1, y1];
};

/** Text rendering mode 3: neither filled nor stroked. */
const INVISIBLE = 3;

/** Walks the operators of a page. Decodes its images on the way, so ask only where the answer is needed. */
export const inspectDrawing = async (pdfjs: Pdfjs, page: PDFPageProxy): Promise<PageDrawing> => {
  const { OPS } = pdfjs;
  const list = await page.getOperatorList();
  const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = page.view;
  const pageArea = Math.abs((x1 - x0) * (y1 - y0)) || 1;
  const step = followGraphics(OPS);
  const PICTURES: ReadonlySet<number> = new Set([
    OPS.paintImageXObject,
    OPS.paintInlineImageXObject,
    OPS.paintImageMaskXObject,
    OPS.paintImageXObjectRepeat,
    OPS.paintImageMaskXObjectRepeat,
    OPS.paintImageMaskXObjectGroup,
    OPS.paintInlineImageXObjectGroup,
    OPS.paintSolidColorImageMask,
  ]);
  const areas: { share: number; dpi: number }[] = [];
  let visible = 0;
  let invisible = 0;
  let mayShowStamp = false;
  let annotation: Corners | undefined;
  const viewport = page.getViewport({ scale: 1 });
  const upright = toMatrix(viewport.transform);
  const see = (corners: Corners, matrix: Matrix, isPicture: boolean): void => {
    mayShowStamp ||= mayBeStamp(corners, multiply(upright, matrix), viewport, isPicture);
  };
  list.fnArray.forEach((operator, i) => {
    const args: readonly unknown[] = Array.isArray(list.argsArray[i]) ? list.argsArray[i] : [];
    const { matrix, renderingMode, inAnnotation } = step(operator, args);
    if (operator === OPS.beginAnnotation) annotation = cornersOf(args[1]);
    const draws = operator === OPS.constructPath && args[0] !== OPS.endPath;
    if (inAnnotation) {
      if (annotation !== undefined && (draws || PICTURES.has(operator))) see(annotation, IDENTITY, true);
      return;
    }
    if (PICTURES.has(operator)) see([0, 0, 1, 1], matrix, true);
    if (draws) {
      const corners = cornersOf(args[2]);
      const [x0, y0, x1, y1] = corners ?? [0, 0, 0, 0];
      const area = Math.abs((x1 - x0) * (y1 - y0) * (matrix[0] * matrix[3] - matrix[1] * matrix[2]));
      if (corners !== undefined && area < BACKGROUND * pageArea) see(corners, matrix, false);
    }
    switch (operator) {
      case OPS.showText:
      case OPS.showSpacedText:
      case OPS.nextLineShowText:
      case OPS.nextLineSetSpacingShowText:
        if (renderingMode === INVISIBLE) invisible += 1;
        else visible += 1;
        break;
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
      case OPS.paintImageMaskXObject: {
        const area = Math.abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]);
        const width = Number(args[1]);
        const inches = Math.hypot(matrix[0], matrix[1]) / 72;
        areas.push({ share: area / pageArea, dpi: Number.isFinite(width) && inches > 0 ? width / inches : 0 });
        break;
      }
    }
  });
  const largest = areas.reduce((best, area) => (area.share > best.share ? area : best), { share: 0, dpi: 0 });
  return {
    coverage: Math.min(1, largest.share),
    imageDpi: largest.dpi > 0 ? largest.dpi : null,
    hasOnlyInvisibleText: invisible > 0 && visible === 0,
    hasVisibleText: visible > 0,
    mayShowStamp,
  };
};
