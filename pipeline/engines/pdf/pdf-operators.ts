import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
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
}

/** Text rendering mode 3: neither filled nor stroked. */
const INVISIBLE = 3;

/** Walks the operators of a page. Decodes its images on the way, so ask only where the answer is needed. */
export const inspectDrawing = async (pdfjs: Pdfjs, page: PDFPageProxy): Promise<PageDrawing> => {
  const { OPS } = pdfjs;
  const list = await page.getOperatorList();
  const [x0 = 0, y0 = 0, x1 = 1, y1 = 1] = page.view;
  const pageArea = Math.abs((x1 - x0) * (y1 - y0)) || 1;
  const step = followGraphics(OPS);
  const areas: { share: number; dpi: number }[] = [];
  let visible = 0;
  let invisible = 0;
  list.fnArray.forEach((operator, i) => {
    const args: readonly unknown[] = Array.isArray(list.argsArray[i]) ? list.argsArray[i] : [];
    const { matrix, renderingMode, inAnnotation } = step(operator, args);
    if (inAnnotation) return;
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
  };
};
