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

/** Ink that hangs together. */
export interface Component {
  /** Right and bottom exclusive. */
  readonly box: Box;
  readonly pixels: number;
  /** Leftmost and rightmost pixel of each of its rows: all that its hull needs. */
  readonly edge: readonly Point[];
}

interface Runs {
  readonly starts: number[];
  readonly ends: number[];
  readonly rows: number[];
  readonly parents: number[];
}

const findRoot = (parents: number[], at: number): number => {
  let root = at;
  while (parents[root] !== root) root = parents[root] ?? root;
  for (let i = at; i !== root; ) {
    const next = parents[i] ?? root;
    parents[i] = root;
    i = next;
  }
  return root;
};

/** Runs of ink of every row, each joined with those of the row above that it touches, corners included. */
const joinRuns = ({ pixels, width, height }: Mask): Runs => {
  const [starts, ends, rows, parents]: number[][] = [[], [], [], []];
  const runs: Runs = { starts: starts ?? [], ends: ends ?? [], rows: rows ?? [], parents: parents ?? [] };
  let above = 0;
  let firstOfRow = 0;
  for (let y = 0; y < height; y++) {
    const firstAbove = firstOfRow;
    firstOfRow = runs.starts.length;
    above = firstAbove;
    const end = (y + 1) * width;
    for (let at = y * width; at < end; at++) {
      if (pixels[at] !== 1) continue;
      const start = at;
      while (at < end && pixels[at] === 1) at++;
      const [left, right] = [start - y * width, at - y * width];
      const index = runs.starts.length;
      runs.starts.push(left);
      runs.ends.push(right);
      runs.rows.push(y);
      runs.parents.push(index);
      while (above < firstOfRow && (runs.ends[above] ?? 0) < left) above++;
      for (let other = above; other < firstOfRow && (runs.starts[other] ?? 0) <= right; other++)
        runs.parents[findRoot(runs.parents, other)] = findRoot(runs.parents, index);
    }
  }
  return runs;
};

/**
 * The components of a mask whose box is at least `least` wide or high and nowhere smaller than half of it, in no order.
 * Linear in its pixels. `findComponents(mask, 60)`.
 */
export const findComponents = (mask: Mask, least: number): readonly Component[] => {
  const { starts, ends, rows, parents } = joinRuns(mask);
  const found = new Map<number, { left: number; right: number; top: number; bottom: number; pixels: number }>();
  const roots = parents.map((_, i) => findRoot(parents, i));
  roots.forEach((root, i) => {
    const [left = 0, right = 0, row = 0] = [starts[i], ends[i], rows[i]];
    const one = found.get(root);
    if (one === undefined) found.set(root, { left, right, top: row, bottom: row + 1, pixels: right - left });
    else {
      one.left = Math.min(one.left, left);
      one.right = Math.max(one.right, right);
      one.bottom = row + 1;
      one.pixels += right - left;
    }
  });
  const edges = new Map<number, Map<number, [number, number]>>();
  for (const [root, { left, right, top, bottom }] of found) {
    const sides = [right - left, bottom - top];
    if (Math.max(...sides) >= least && Math.min(...sides) >= least / 2) edges.set(root, new Map());
  }
  roots.forEach((root, i) => {
    const edge = edges.get(root);
    if (edge === undefined) return;
    const [left = 0, right = 0, row = 0] = [starts[i], ends[i], rows[i]];
    const known = edge.get(row);
    if (known === undefined) edge.set(row, [left, right - 1]);
    else {
      known[0] = Math.min(known[0], left);
      known[1] = Math.max(known[1], right - 1);
    }
  });
  return [...edges].flatMap(([root, edge]) => {
    const one = found.get(root);
    if (one === undefined) return [];
    const { pixels, ...box } = one;
    return [
      {
        box,
        pixels,
        edge: [...edge].flatMap(([y, [left, right]]) => [
          { x: left, y },
          { x: right, y },
        ]),
      },
    ];
  });
};
