import type { Point } from './components.js';

/** A rectangle that may lie askew, in pixels, y downward. */
export interface Rectangle {
  readonly centre: Point;
  /** The longer side, and the angle in degrees by which it falls to the right: above -90, at most 90. */
  readonly length: number;
  readonly degrees: number;
  /** The shorter side. */
  readonly breadth: number;
}

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

const halfHull = (sorted: readonly Point[]): Point[] => {
  const hull: Point[] = [];
  for (const point of sorted) {
    for (;;) {
      const [before, last] = [hull.at(-2), hull.at(-1)];
      if (before === undefined || last === undefined || cross(before, last, point) > 0) break;
      hull.pop();
    }
    hull.push(point);
  }
  hull.pop();
  return hull;
};

/** Corners of the convex hull, in order. */
export const findHull = (points: readonly Point[]): readonly Point[] => {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  return [...halfHull(sorted), ...halfHull([...sorted].reverse())];
};

/** Area inside a polygon. */
export const measureArea = (corners: readonly Point[]): number => {
  const doubled = corners.reduce((sum, { x, y }, i) => {
    const next = corners[(i + 1) % corners.length] ?? { x, y };
    return sum + x * next.y - next.x * y;
  }, 0);
  return Math.abs(doubled) / 2;
};

/** -90 < degrees <= 90 */
const halfTurn = (degrees: number): number => {
  const turned = ((degrees % 180) + 180) % 180;
  return turned > 90 ? turned - 180 : turned;
};

/** The smallest rectangle around points, by their hull: the frame of a stamp lies as it does. Undefined for a line or less. */
export const findLeastRectangle = (hull: readonly Point[]): Rectangle | undefined => {
  let best: Rectangle | undefined;
  hull.forEach((from, i) => {
    const to = hull[(i + 1) % hull.length] ?? from;
    const angle = Math.atan2(to.y - from.y, to.x - from.x);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (const { x, y } of hull) {
      const along = x * cos + y * sin;
      const across = y * cos - x * sin;
      left = Math.min(left, along);
      right = Math.max(right, along);
      top = Math.min(top, across);
      bottom = Math.max(bottom, across);
    }
    const [width, height] = [right - left, bottom - top];
    if (best !== undefined && width * height >= best.length * best.breadth) return;
    const [along, across] = [(left + right) / 2, (top + bottom) / 2];
    best = {
      centre: { x: along * cos - across * sin, y: along * sin + across * cos },
      length: Math.max(width, height),
      breadth: Math.min(width, height),
      degrees: halfTurn((angle * 180) / Math.PI + (width >= height ? 0 : 90)),
    };
  });
  return best !== undefined && best.breadth > 0 ? best : undefined;
};
