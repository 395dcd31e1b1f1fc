import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type Matrix, multiply, toMatrix } from '../../layout/matrix.js';
import { groupRules, type Rule, type Table } from '../../layout/table-rules.js';
import { followGraphics } from './graphics-state.js';
import type { Pdfjs } from './pdfjs-library.js';

/** Numbers that follow each code of a pdfjs path: move, line, curve, close. */
const PATH_NUMBERS: readonly number[] = [2, 2, 6, 0];
/** A filled box narrower than this many points is a line that was drawn as a box. */
const THICKEST = 3;
/** Shorter upright strokes are no rule of a table, in points. */
const SHORTEST = 8;

/** Upright strokes of one path, in page coordinates: thin boxes, and lines between two points one above the other. */
const readStrokes = (path: ArrayLike<number>, matrix: Matrix, isOutline: boolean): Rule[] => {
  const strokes: Rule[] = [];
  let points: [number, number][] = [];
  const finish = (): void => {
    const xs = points.map(([x]) => x);
    const ys = points.map(([, y]) => y);
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    if (points.length > 1 && right - left <= THICKEST && bottom - top >= SHORTEST)
      strokes.push({ x: (left + right) / 2, top, bottom });
    // The frame of a cell drawn as one box has two upright sides; a filled one is a background.
    else if (isOutline && points.length === 4 && bottom - top >= SHORTEST && right - left > THICKEST)
      strokes.push({ x: left, top, bottom }, { x: right, top, bottom });
    points = [];
  };
  for (let i = 0; i < path.length; ) {
    const code = path[i] ?? -1;
    const count = PATH_NUMBERS[code];
    if (count === undefined) break;
    if (code === 0) finish();
    if (count > 0) {
      const [x, y] = [path[i + count - 1] ?? 0, path[i + count] ?? 0];
      points.push([matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]]);
    }
    i += count + 1;
  }
  finish();
  return strokes;
};

/**
 * The ruled tables that a born-digital page draws, upright with y downward, in points. Walks the operators and decodes
 * images on the way, so ask only where the text looks like a table.
 */
export const findDrawnTables = async (pdfjs: Pdfjs, page: PDFPageProxy): Promise<readonly Table[]> => {
  const viewport = page.getViewport({ scale: 1 });
  const upright = toMatrix(viewport.transform);
  const { OPS } = pdfjs;
  const list = await page.getOperatorList();
  const step = followGraphics(OPS);
  const strokes: Rule[] = [];
  list.fnArray.forEach((operator, i) => {
    const args: readonly unknown[] = Array.isArray(list.argsArray[i]) ? list.argsArray[i] : [];
    const { matrix, inAnnotation } = step(operator, args);
    // A path that ends without ink only clips.
    if (operator !== OPS.constructPath || inAnnotation || args[0] === OPS.endPath || !Array.isArray(args[1])) return;
    for (const path of args[1]) {
      if (path instanceof Float32Array)
        strokes.push(...readStrokes(path, multiply(upright, matrix), args[0] === OPS.stroke));
    }
  });
  return groupRules(strokes, viewport.width);
};
