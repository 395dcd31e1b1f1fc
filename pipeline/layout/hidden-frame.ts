import type { Box } from '../../schemas/span.js';
import type { Mask } from './components.js';
import { type FrameSizes, tellShape } from './frame-shape.js';
import type { Rectangle } from './least-rectangle.js';

/** Steepest slant of a stamp that is looked for, and the steps, in degrees. */
const STEEPEST = 28;
const STEP = 0.5;
/** Pixels of the halved mask that a line may lack. */
const GAP = 4;
/** Lines of one frame are about as long as each other, and end at about the same places. */
const ALIKE = 0.8;

interface Line {
  readonly across: number;
  readonly start: number;
  readonly end: number;
}

interface Points {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
  readonly reach: number;
}

/** The ink of a box at half its size, about its middle. */
const halve = ({ pixels, width }: Mask, { left, top, right, bottom }: Box): Points => {
  const columns = Math.ceil((right - left) / 2);
  const rows = Math.ceil((bottom - top) / 2);
  const small = new Uint8Array(columns * rows);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      if (pixels[y * width + x] === 1) small[((y - top) >> 1) * columns + ((x - left) >> 1)] = 1;
  const xs: number[] = [];
  const ys: number[] = [];
  small.forEach((ink, at) => {
    if (ink !== 1) return;
    xs.push((at % columns) - columns / 2);
    ys.push(Math.floor(at / columns) - rows / 2);
  });
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys), reach: Math.ceil(Math.hypot(columns, rows) / 2) + 1 };
};

/** Room for a box at one slant, and for the first and last pixel of each of its rows: used again for the next slant. */
interface Grid {
  readonly side: number;
  readonly cells: Uint8Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
}

const makeGrid = ({ reach }: Points): Grid => {
  const side = 2 * reach + 1;
  return {
    side,
    cells: new Uint8Array(side * side),
    first: new Int32Array(side),
    last: new Int32Array(side),
  };
};

/** The longest run of ink of each row at one slant, where it is at least `least` long. */
const findLines = ({ xs, ys, reach }: Points, grid: Grid, angle: number, least: number): readonly Line[] => {
  const { side, cells, first, last } = grid;
  cells.fill(0);
  first.fill(side);
  last.fill(-1);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = [xs[i] ?? 0, ys[i] ?? 0];
    const row = Math.round(y * cos - x * sin + reach);
    const column = Math.round(x * cos + y * sin + reach);
    cells[row * side + column] = 1;
    if (column < (first[row] ?? 0)) first[row] = column;
    if (column > (last[row] ?? 0)) last[row] = column;
  }
  const lines: Line[] = [];
  for (let row = 0; row < side; row++) {
    const [from, to] = [first[row] ?? 0, last[row] ?? 0];
    if (to - from < least) continue;
    let [start, before, bestStart, bestEnd] = [-1, -1, 0, 0];
    for (let at = from; at <= to; at++) {
      if (cells[row * side + at] !== 1) continue;
      if (start < 0 || at - before > GAP) start = at;
      before = at;
      if (before - start > bestEnd - bestStart) [bestStart, bestEnd] = [start, before];
    }
    if (bestEnd - bestStart >= least)
      lines.push({ across: row - reach, start: bestStart - reach, end: bestEnd - reach });
  }
  return lines;
};

const sharesEnds = (a: Line, b: Line): boolean => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared >= ALIKE * Math.max(a.end - a.start, b.end - b.start);
};

/**
 * A frame that hangs together with the print under it, so that its outline does not tell it: two lines of like length one
 * above the other, at whatever slant, whose ends are joined. `sizes` in pixels. Undefined where there is none.
 */
export const findHiddenFrame = (mask: Mask, box: Box, sizes: FrameSizes, reach: number): Rectangle | undefined => {
  const points = halve(mask, box);
  const grid = makeGrid(points);
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  let best: Rectangle | undefined;
  for (let degrees = -STEEPEST; degrees <= STEEPEST; degrees += STEP) {
    const angle = (degrees * Math.PI) / 180;
    const lines = findLines(points, grid, angle, sizes.length[0] / 2);
    for (const upper of lines) {
      for (const lower of lines) {
        const breadth = 2 * (lower.across - upper.across + 1);
        if (breadth < sizes.breadth[0] || breadth > sizes.breadth[1] || !sharesEnds(upper, lower)) continue;
        const [start, end] = [Math.min(upper.start, lower.start), Math.max(upper.end, lower.end)];
        const length = 2 * (end - start + 1);
        if (best !== undefined && length * breadth <= best.length * best.breadth) continue;
        if (length < breadth || length > sizes.length[1]) continue;
        const [along, across] = [start + end, upper.across + lower.across];
        const centre = {
          x: middle.x + along * Math.cos(angle) - across * Math.sin(angle),
          y: middle.y + along * Math.sin(angle) + across * Math.cos(angle),
        };
        const rectangle = { centre, length, breadth, degrees };
        if (tellShape(mask, rectangle, [], reach) === 'frame') best = rectangle;
      }
    }
  }
  return best;
};
