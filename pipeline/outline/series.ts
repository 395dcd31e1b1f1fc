import { writeValue } from '../../language/printed/numerals.js';
import type { Reading } from './enumerators.js';

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

/** The f, j, w or z of a word processor: only behind the letter before it. */
const isHalfStep = (ordinal: number): boolean => !Number.isInteger(ordinal);

const GAP_AT_MOST = 3;
const DIVISION_RANKS: Readonly<Record<string, number>> = { phan: 0, chuong: 1, muc: 2, dieu: 3 };

/** What is known around a mark: the open series, the numbers of blocks, and the next sound mark of a family. */
export interface Surroundings {
  readonly levels: readonly OpenLevel[];
  readonly numberOf: (block: number) => string;
  /** True when the innermost item announces what is to come: a list that begins now is its own. */
  readonly isAnnounced: boolean;
  /** Place that the next sound mark of the family has; 0 where none follows. */
  readonly followedBy: (reading: Reading) => number;
  /** Place of the last item of a series that was closed by a title above it; 0 for a series that never was. */
  readonly closedAt: (key: string) => number;
}

/** A part stands over chapters, a chapter over sections, and all of them over numbered items. */
const depthOfDivision = (levels: readonly OpenLevel[], rank: number): number => {
  const depth = levels.findIndex((level) => (DIVISION_RANKS[level.key] ?? Number.POSITIVE_INFINITY) >= rank);
  return depth < 0 ? levels.length : depth;
};

/** Items before which a number that goes on across a title may as well be the second of a series that lost its first. */
const RUN_AT_LEAST = 2;
const RUNNING_KEYS: ReadonlySet<string> = new Set(['arabic', 'paren', 'roman']);

const scoreReading = (
  reading: Reading,
  { levels, numberOf, followedBy, isAnnounced, closedAt }: Surroundings,
): Scored | undefined => {
  const key = keyOf(reading);
  const depth = depthOf(levels, key);
  const open = levels[depth];
  const place = (how: Placement['how'], at: number, ordinal: number, score: number, mended = false): Scored => ({
    reading,
    ordinal,
    value: reading.ordinal === ordinal && reading.value !== '' ? reading.value : writeValue(reading.family, ordinal),
    key,
    how,
    depth: at,
    recovered: reading.damaged || reading.mended === true || mended,
    score,
  });
  if (open !== undefined) {
    if (isBulletKey(key)) {
      const isOwnList = isAnnounced && depth < levels.length - 1;
      return isOwnList
        ? place('first', levels.length, 1, 95)
        : place('next', depth, open.last + 1, reading.damaged ? 75 : 100);
    }
    const next = Math.floor(open.last) + 1;
    if (isHalfStep(reading.ordinal))
      return reading.ordinal - open.last === 0.5 ? place('next', depth, reading.ordinal, 100) : undefined;
    if (reading.needsFollower && (reading.ordinal !== next || followedBy(reading) !== next + 1)) return undefined;
    if (reading.ordinal === next)
      return place('next', depth, next, (reading.damaged ? 75 : 100) - (levels.length - depth) / 100);
    if (reading.ordinal === 0) return place('next', depth, next, 30);
    const goesOn = followedBy(reading) === reading.ordinal + 1;
    if (reading.damaged) {
      const isNear = reading.ordinal > next && reading.ordinal - next <= GAP_AT_MOST && goesOn;
      return isNear ? place('gap', depth, reading.ordinal, 42) : undefined;
    }
    // "2.", "8.", "4.": what stands between 2 and 4 was a 3.
    if (!goesOn && followedBy(reading) === next + 1) return place('next', depth, next, 46, true);
    if (reading.ordinal === 1) return place('restart', depth, 1, 50);
    if (reading.ordinal > next)
      return place('gap', depth, reading.ordinal, reading.ordinal - next <= GAP_AT_MOST ? 45 : 12);
    return place('repeat', depth, reading.ordinal, 10);
  }
  if (reading.family === 'decimal') {
    const under = depthUnderPrefix(levels, reading.prefix, numberOf);
    if (reading.ordinal === 1) return place('first', under < 0 ? levels.length : under, 1, under < 0 ? 60 : 95);
    return place('orphan', under < 0 ? levels.length : under, reading.ordinal, under < 0 ? 15 : 40);
  }
  if (isHalfStep(reading.ordinal)) return undefined;
  if (reading.damaged) {
    const mayOpen = isBulletKey(key) || (reading.ordinal <= 1 && followedBy(reading) === 2);
    return mayOpen ? place('first', levels.length, 1, isBulletKey(key) ? 40 : 70) : undefined;
  }
  const rank = DIVISION_RANKS[key];
  if (rank !== undefined)
    return place(reading.ordinal === 1 ? 'first' : 'orphan', depthOfDivision(levels, rank), reading.ordinal, 95);
  if (reading.ordinal === 1) return place('first', levels.length, 1, 90);
  // "A-" 1. 2. | "B-" 3. 4.: the numbers run on across the titles.
  const closed = RUNNING_KEYS.has(key) ? closedAt(key) : 0;
  if (closed >= RUN_AT_LEAST && reading.ordinal === closed + 1)
    return place('first', levels.length, reading.ordinal, 60);
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
 */
export const placeMark = (readings: readonly Reading[], around: Surroundings): Placement | undefined => {
  let best: Scored | undefined;
  for (const reading of readings) {
    const scored = scoreReading(reading, around);
    if (scored !== undefined && (best === undefined || scored.score > best.score)) best = scored;
  }
  return best;
};
