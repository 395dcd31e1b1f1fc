import type { Box } from '../../../schemas/span.js';

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

const cornersOf = ({ left, top, right, bottom }: Box): readonly Point[] => [
  { x: left, y: top },
  { x: right, y: top },
  { x: left, y: bottom },
  { x: right, y: bottom },
];

/** The level box around points, in whole pixels. */
const boxAround = (points: readonly Point[]): Box => {
  const xs = points.map(({ x }) => Math.max(0, Math.round(x)));
  const ys = points.map(({ y }) => Math.max(0, Math.round(y)));
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
};

const turnPoint = ({ x, y }: Point, degrees: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return { x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) };
};

/**
 * The way back through a clockwise turn about the middle of a part that begins at `top`, and a scaling.
 * `turned`: the part after the turn; `straight`: before it.
 */
export const undoTurn =
  (turned: Size, straight: Size & { readonly top: number }, degrees: number, scale: number) =>
  (box: Box): Box =>
    boxAround(
      cornersOf(box).map(({ x, y }) => {
        const at = turnPoint({ x: x - turned.width / 2, y: y - turned.height / 2 }, -degrees);
        return { x: (at.x + straight.width / 2) / scale, y: (at.y + straight.height / 2 + straight.top) / scale };
      }),
    );
