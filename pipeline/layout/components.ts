import type { Box } from '../../schemas/span.js';

/** A raster of ones (ink) and zeros, row after row. */
export interface Mask {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Ink that hangs together: where, and how much. */
export interface Ink {
  /** Right and bottom exclusive. */
  readonly box: Box;
  readonly pixels: number;
}

/** Ink that hangs together, with its outline. */
export interface Component extends Ink {
  /** Leftmost and rightmost pixel of each of its rows: all that its hull needs. */
  readonly edge: readonly Point[];
}

/** Runs of ink, row after row: typed, since a page of print has some hundred thousand. */
interface Runs {
  readonly count: number;
  readonly starts: Int32Array;
  /** Exclusive. */
  readonly ends: Int32Array;
  readonly rows: Int32Array;
  /** Another run of the same component, or the run itself. */
  readonly parents: Int32Array;
}

const findRoot = (parents: Int32Array, at: number): number => {
  let root = at;
  for (let next = parents[root] ?? root; next !== root; next = parents[root] ?? root) root = next;
  for (let i = at; i !== root; ) {
    const next = parents[i] ?? root;
    parents[i] = root;
    i = next;
  }
  return root;
};

/** The next one of a mask, -1 for none. Ink mostly follows ink; over paper the engine's own search is faster than any loop. */
export const nextOne = (pixels: Uint8Array, from: number): number =>
  pixels[from] === 1 ? from : pixels.indexOf(1, from);

const grow = (values: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
  const grown = new Int32Array(2 * values.length);
  grown.set(values);
  return grown;
};

/** Runs for which there is room at first: those of a page of print. */
const MANY_RUNS = 1 << 18;

/** Runs of ink of every row, each joined with those of the row above that it touches, corners included. */
const joinRuns = ({ pixels, width, height }: Mask): Runs => {
  let [starts, ends, rows] = [new Int32Array(MANY_RUNS), new Int32Array(MANY_RUNS), new Int32Array(MANY_RUNS)];
  let parents = new Int32Array(MANY_RUNS);
  let count = 0;
  let firstOfRow = 0;
  let at = nextOne(pixels, 0);
  for (let y = 0; y < height && at >= 0; y++) {
    let above = firstOfRow;
    firstOfRow = count;
    const start = y * width;
    const end = start + width;
    while (at >= 0 && at < end) {
      const left = at - start;
      while (at < end && pixels[at] === 1) at++;
      const right = at - start;
      if (count === starts.length)
        [starts, ends, rows, parents] = [grow(starts), grow(ends), grow(rows), grow(parents)];
      starts[count] = left;
      ends[count] = right;
      rows[count] = y;
      parents[count] = count;
      while (above < firstOfRow && (ends[above] ?? 0) < left) above++;
      for (let other = above; other < firstOfRow && (starts[other] ?? 0) <= right; other++)
        parents[findRoot(parents, other)] = findRoot(parents, count);
      count++;
      at = nextOne(pixels, at);
    }
  }
  return { count, starts, ends, rows, parents };
};

/** Of each root its component's box and pixels. */
const measureRoots = ({ count, starts, ends, rows, parents }: Runs, { width, height }: Mask): Map<number, Ink> => {
  // Of runs that are no root nothing.
  const left = new Int32Array(count).fill(width);
  const [right, bottom, pixels] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const top = new Int32Array(count).fill(height);
  for (let i = 0; i < count; i++) {
    const root = findRoot(parents, i);
    const [start = 0, end = 0, row = 0] = [starts[i], ends[i], rows[i]];
    left[root] = Math.min(left[root] ?? 0, start);
    right[root] = Math.max(right[root] ?? 0, end);
    top[root] = Math.min(top[root] ?? 0, row);
    bottom[root] = row + 1;
    pixels[root] = (pixels[root] ?? 0) + end - start;
  }
  const roots = new Map<number, Ink>();
  for (let i = 0; i < count; i++) {
    if (parents[i] !== i) continue;
    const box = { left: left[i] ?? 0, top: top[i] ?? 0, right: right[i] ?? 0, bottom: bottom[i] ?? 0 };
    roots.set(i, { box, pixels: pixels[i] ?? 0 });
  }
  return roots;
};

/** Every component of a mask, specks too, without outlines; in no order, linear in its pixels. */
export const findInk = (mask: Mask): readonly Ink[] => [...measureRoots(joinRuns(mask), mask).values()];

/**
 * The components of a mask whose box is at least `least` wide or high and nowhere smaller than half of it, in no order.
 * Linear in its pixels. `findComponents(mask, 60)`.
 */
export const findComponents = (mask: Mask, least: number): readonly Component[] => {
  const runs = joinRuns(mask);
  const { count, starts, ends, rows, parents } = runs;
  const found = new Map<number, Ink & { first: Map<number, number>; last: Map<number, number> }>();
  for (const [root, ink] of measureRoots(runs, mask)) {
    const sides = [ink.box.right - ink.box.left, ink.box.bottom - ink.box.top];
    if (Math.max(...sides) >= least && Math.min(...sides) >= least / 2)
      found.set(root, { ...ink, first: new Map(), last: new Map() });
  }
  for (let i = 0; i < count && found.size > 0; i++) {
    const one = found.get(findRoot(parents, i));
    if (one === undefined) continue;
    const [start = 0, end = 0, row = 0] = [starts[i], ends[i], rows[i]];
    // Runs of a row come from left to right.
    if (!one.first.has(row)) one.first.set(row, start);
    one.last.set(row, end - 1);
  }
  return [...found.values()].map(({ box, pixels, first, last }) => ({
    box,
    pixels,
    edge: [...first].flatMap(([y, x]) => [
      { x, y },
      { x: last.get(y) ?? x, y },
    ]),
  }));
};
