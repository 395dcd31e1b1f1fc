import { ROW_NUMBER, type TableLine } from './table-columns.js';

/** Where the cells of a row stand: all at its top, or each in the middle of its height. */
type Setting = 'top' | 'middle';

/** Lines of one row, from and up to. */
export interface RowLines {
  readonly from: number;
  readonly to: number;
}

const LOWER = /^\p{Ll}/u;
/** Lines of the highest row. */
const HEIGHT_AT_MOST = 80;

/** How badly the lines `from` … `to` make the row whose number stands in line `anchor`. */
const costOf = (
  lines: readonly TableLine[],
  isSetOff: (at: number) => boolean,
  { from, to }: RowLines,
  anchor: number,
  setting: Setting,
  isTitle: boolean,
): number => {
  const middle = (from + to - 1) / 2;
  let cost = setting === 'top' ? (anchor - from) * 2 : Math.max(0, Math.abs(middle - anchor) - 0.5) * 2;
  const width = Math.max(...lines.slice(from, to).map((line) => line.length));
  for (let column = 1; column < width; column++) {
    let first = -1;
    let last = -1;
    for (let at = from; at < to; at++) {
      if (lines[at]?.[column] === undefined) continue;
      if (first < 0) first = at;
      last = at;
    }
    if (first < 0) continue;
    if (!isTitle && LOWER.test(lines[first]?.[column]?.text ?? '')) cost += 2;
    if (setting === 'top') cost += (first - from) / 2;
    else cost += Math.max(0, Math.abs((first + last) / 2 - anchor) - 0.5) / 2;
  }
  for (let at = from + 1; at < to; at++) if (isSetOff(at)) cost += 1;
  return cost;
};

const divide = (
  lines: readonly TableLine[],
  isSetOff: (at: number) => boolean,
  anchors: readonly number[],
  setting: Setting,
): { readonly cost: number; readonly rows: readonly RowLines[] } => {
  // For each place where a row may end: the cheapest way there.
  let ways = new Map<number, { readonly cost: number; readonly rows: readonly RowLines[] }>([
    [0, { cost: 0, rows: [] }],
  ]);
  anchors.forEach((anchor, i) => {
    const next = anchors[i + 1] ?? lines.length;
    const ends = new Map<number, { readonly cost: number; readonly rows: readonly RowLines[] }>();
    for (const [from, way] of ways) {
      if (from > anchor || anchor - from > HEIGHT_AT_MOST) continue;
      const last = i + 1 === anchors.length ? lines.length : Math.min(next, anchor + HEIGHT_AT_MOST);
      for (let to = i + 1 === anchors.length ? lines.length : anchor + 1; to <= last; to++) {
        const row = { from, to };
        const cost = way.cost + costOf(lines, isSetOff, row, anchor, setting, i === 0);
        if (cost < (ends.get(to)?.cost ?? Number.POSITIVE_INFINITY)) ends.set(to, { cost, rows: [...way.rows, row] });
      }
    }
    ways = ends;
  });
  return ways.get(lines.length) ?? { cost: Number.POSITIVE_INFINITY, rows: [] };
};

/**
 * Divides the lines of a table among its rows; the titles are the first row. A row's number stands at its top or in its
 * middle: what fits better is taken for the whole table. Empty when no division fits.
 */
export const divideRows = (
  lines: readonly TableLine[],
  titleAt: number,
  isSetOff: (at: number) => boolean,
): readonly RowLines[] => {
  const anchors = [titleAt];
  lines.forEach((cells, at) => {
    if (at > titleAt && ROW_NUMBER.test(cells[0]?.text ?? '')) anchors.push(at);
  });
  if (anchors.length < 2) return [];
  const top = divide(lines, isSetOff, anchors, 'top');
  const middle = divide(lines, isSetOff, anchors, 'middle');
  return top.cost <= middle.cost ? top.rows : middle.rows;
};
