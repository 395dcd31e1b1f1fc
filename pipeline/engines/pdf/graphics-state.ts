import { IDENTITY, type Matrix, multiply, toMatrix } from '../../layout/matrix.js';
import type { Pdfjs } from './pdfjs-library.js';

/** What the operators of a page have set so far: where it draws, how it writes, and whether inside an annotation. */
export interface GraphicsState {
  readonly matrix: Matrix;
  readonly renderingMode: number;
  readonly inAnnotation: boolean;
}

/**
 * Follows the operators of a page one by one; `step` takes each with its arguments and returns the state that is then in
 * force. `const step = followGraphics(pdfjs.OPS); list.fnArray.map((operator, i) => step(operator, argsOf(i)))`.
 */
export const followGraphics = (OPS: Pdfjs['OPS']) => {
  let matrix: Matrix = IDENTITY;
  let renderingMode = 0;
  let inAnnotation = false;
  const stack: { matrix: Matrix; renderingMode: number }[] = [];
  return (operator: number, args: readonly unknown[]): GraphicsState => {
    switch (operator) {
      case OPS.save:
        stack.push({ matrix, renderingMode });
        break;
      case OPS.paintFormXObjectBegin:
        stack.push({ matrix, renderingMode });
        matrix = multiply(matrix, toMatrix([args[0]]));
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        ({ matrix, renderingMode } = stack.pop() ?? { matrix, renderingMode });
        break;
      case OPS.transform:
        matrix = multiply(matrix, toMatrix(args));
        break;
      case OPS.setTextRenderingMode:
        renderingMode = Number(args[0]);
        break;
      case OPS.beginAnnotation:
        inAnnotation = true;
        break;
      case OPS.endAnnotation:
        inAnnotation = false;
        break;
    }
    return { matrix, renderingMode, inAnnotation };
  };
};
