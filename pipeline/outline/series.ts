import { type Reading, writeValue } from './enumerators.js';

/** A series that is being counted: the items so far stand at one depth. */
export interface OpenLevel {
  readonly key: string;
  /** Place of its last item. */
  readonly last: number;
  /** Block of its last item. */
  readonly block: number;
}

/** Where a mark goes: on with an open series, or down into a new one. */
export interface Placement {
  readonly reading: Reading;
  readonly ordinal: number;
  readonly value: string;
  readonly key: string;
  readonly how: 'next' | 'first' | 'gap' | 'restart' | 'repeat' | 'orphan';
  /** Depth in the list of open levels that it goes to. */
  readonly depth: number;
  readonly recovered: boolean;
}

const BULLETS: ReadonlySet<string> = new Set(['dash', 'plus', 'bullet']);

/** True for series that are not printed with a number. */
export const isBulletKey = (key: string): boolean => BULLETS.has(key);

/** Series are told apart by family, those like 1.2 also by what stands before the last point. */
const keyOf = (reading: Reading): string =>
  reading.family === 'decimal' ? `decimal ${reading.prefix}` : reading.family;

/** Depth of the deepest open level with this key; -1 for none. */
const depthOf = (levels: readonly OpenLevel[], key: string): number => {
  for (let depth = levels.length - 1; depth >= 0; depth--) if (levels[depth]?.key === key) return depth;
  return -1;
};

// A dot-numbered item goes under the item that it names: 2.1 under 2 (or II).
const depthUnderPrefix = (levels: readonly OpenLevel[], prefix: string, values: (block: number) => string): number => {
  const wanted = prefix.split('.').at(-1) ?? prefix;
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const level = levels[depth];
    if (level === undefined || isBulletKey(level.key)) continue;
    if (values(level.block) === wanted || String(level.last) === wanted) return depth + 1;
  }
  return -1;
};

interface Scored extends Placement {
  readonly score: number;
}

const GAP_AT_MOST = 3;

const scoreReading = (
  reading: Reading,
  levels: readonly OpenLevel[],
  values: (block: number) => string,
): Scored | undefined => {
  const key = keyOf(reading);
  const depth = depthOf(levels, key);
  const open = levels[depth];
  const place = (how: Placement['how'], at: number, ordinal: number, score: number): Scored => ({
    reading,
    ordinal,
    value: reading.ordinal === ordinal && reading.value !== '' ? reading.value : writeValue(reading.family, ordinal),
    key,
    how,
    depth: at,
    recovered: reading.damaged,
    score,
  });
  if (open !== undefined) {
    if (isBulletKey(key)) return place('next', depth, open.last + 1, reading.damaged ? 75 : 100);
    const next = open.last + 1;
    if (reading.ordinal === next)
      return place('next', depth, next, (reading.damaged ? 75 : 100) - (levels.length - depth) / 100);
    if (reading.ordinal === 0) return place('next', depth, next, 30);
    if (reading.damaged) return undefined;
    if (reading.ordinal === 1) return place('restart', depth, 1, 50);
    if (reading.ordinal > next)
      return place('gap', depth, reading.ordinal, reading.ordinal - next <= GAP_AT_MOST ? 45 : 12);
    return place('repeat', depth, reading.ordinal, 10);
  }
  if (reading.family === 'decimal') {
    const under = depthUnderPrefix(levels, reading.prefix, values);
    if (reading.ordinal === 1) return place('first', under < 0 ? levels.length : under, 1, under < 0 ? 60 : 95);
    return place('orphan', under < 0 ? levels.length : under, reading.ordinal, under < 0 ? 15 : 40);
  }
  if (reading.damaged) {
    const mayOpen = reading.ordinal === 1 && (isBulletKey(key) || reading.family === 'roman');
    return mayOpen ? place('first', levels.length, 1, isBulletKey(key) ? 40 : 18) : undefined;
  }
  if (reading.ordinal === 1) return place('first', levels.length, 1, 90);
  const foreign = findForeignSeries(reading, levels);
  if (foreign >= 0) return place('next', foreign, reading.ordinal, 60);
  return place('orphan', levels.length, reading.ordinal, 20);
};

const ARABIC_KEYS: ReadonlySet<string> = new Set(['arabic', 'paren']);

/** Papers change hands in mid-series: `1.` may go on as `2)`. */
const findForeignSeries = (reading: Reading, levels: readonly OpenLevel[]): number => {
  if (!ARABIC_KEYS.has(reading.family)) return -1;
  for (let depth = levels.length - 1; depth >= 0; depth--) {
    const level = levels[depth];
    if (level !== undefined && ARABIC_KEYS.has(level.key) && level.last + 1 === reading.ordinal) return depth;
  }
  return -1;
};

/**
 * Chooses among the readings of a mark by the series that are open: a mark that carries one on beats one that opens
 * a new one, a sound print beats a mended one, and a mended print counts only where it is expected.
 * `values` tells the number of a block, so that 2.1 finds its 2.
 */
export const placeMark = (
  readings: readonly Reading[],
  levels: readonly OpenLevel[],
  values: (block: number) => string,
): Placement | undefined => {
  let best: Scored | undefined;
  for (const reading of readings) {
    const scored = scoreReading(reading, levels, values);
    if (scored !== undefined && (best === undefined || scored.score > best.score)) best = scored;
  }
  return best;
};
