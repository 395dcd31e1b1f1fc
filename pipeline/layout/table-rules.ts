import type { GrayRaster } from './skew.js';

/** An upright line of a table, in pixels of an image or points of a page, y downward. */
export interface Rule {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** A table on the page: its upright rules from left to right, borders included. — bảng */
export interface Table {
  readonly rules: readonly Rule[];
  readonly top: number;
  readonly bottom: number;
}

/** A dark run of this share of the page height is a rule: two lines of print, while a letter is a third of one. */
const SHORTEST = 0.025;
/** No rule is shorter than this many pixels, on however small an image: large print has strokes of 30. */
const SHORTEST_PIXELS = 40;
const DARK = 160;
/** Runs this near to each other, in shares of the page width, are one rule, drawn thick or a little aslant. */
const SAME_RULE = 0.006;
/** A table has at least two columns, hence three rules. */
const FEWEST_RULES = 3;
/** A table of tasks spans most of the page; the frame of an arrival stamp, which has rules as well, does not. */
const NARROWEST = 0.45;

const findRuns = ({ pixels, width, height }: GrayRaster): Rule[] => {
  const shortest = Math.max(SHORTEST_PIXELS, SHORTEST * height);
  const runs: Rule[] = [];
  // Row after row, as the pixels lie, with the dark pixels of each column so far: down the columns takes three times as long.
  const lengths = new Uint16Array(width);
  for (let y = 0; y <= height; y++) {
    const row = y * width;
    for (let x = 0; x < width; x++) {
      const length = lengths[x] ?? 0;
      if (y < height && (pixels[row + x] ?? 255) < DARK) lengths[x] = length + 1;
      else if (length > 0) {
        if (length >= shortest) runs.push({ x, top: y - length, bottom: y });
        lengths[x] = 0;
      }
    }
  }
  return runs.sort((a, b) => a.x - b.x || a.top - b.top);
};

/** Joins runs that stand beside or below each other into one rule. A run wider than a rule (a picture) grows no rule. */
const joinRuns = (runs: readonly Rule[], width: number): Rule[] => {
  const rules: { x: number; top: number; bottom: number; last: number }[] = [];
  for (const run of runs) {
    const rule = rules.find((other) => run.x - other.last <= SAME_RULE * width);
    if (rule === undefined) rules.push({ ...run, last: run.x });
    else
      Object.assign(rule, { top: Math.min(rule.top, run.top), bottom: Math.max(rule.bottom, run.bottom), last: run.x });
  }
  return rules
    .filter(({ x, last }) => last - x <= 2 * SAME_RULE * width)
    .map(({ x, top, bottom, last }) => ({ x: (x + last) / 2, top, bottom }));
};

/** Groups upright strokes into tables: those whose heights overlap, wide enough and with columns enough. */
export const groupRules = (strokes: readonly Rule[], pageWidth: number): Table[] => {
  const tables: { rules: Rule[]; top: number; bottom: number }[] = [];
  const fromLeft = [...strokes].sort((a, b) => a.x - b.x);
  for (const rule of joinRuns(fromLeft, pageWidth)) {
    const table = tables.find(({ top, bottom }) => rule.top < bottom && rule.bottom > top);
    if (table === undefined) tables.push({ rules: [rule], top: rule.top, bottom: rule.bottom });
    else {
      table.rules.push(rule);
      Object.assign(table, { top: Math.min(table.top, rule.top), bottom: Math.max(table.bottom, rule.bottom) });
    }
  }
  return tables.filter(({ rules }) => {
    const width = (rules.at(-1)?.x ?? 0) - (rules[0]?.x ?? 0);
    return rules.length >= FEWEST_RULES && width >= NARROWEST * pageWidth;
  });
};

/** Finds the ruled tables of a page image. */
export const findTables = (raster: GrayRaster): Table[] => groupRules(findRuns(raster), raster.width);
