/** What counts on in a series: the number of a paper, of a meeting. */
export interface Counted {
  readonly counter: number;
  readonly issuedOn: string;
}

/**
 * Cuts one series, sorted by day, into terms: each year where `isYearly`, else where the counter falls to less than half of
 * what it had reached, which only a new term explains. — nhiệm kỳ
 */
export const cutTerms = <One extends Counted>(series: readonly One[], isYearly: boolean): One[][] => {
  const terms: One[][] = [];
  let highest = 0;
  let year = '';
  for (const one of series) {
    const isNew = isYearly ? one.issuedOn.slice(0, 4) !== year : one.counter * 2 < highest && one.counter + 5 < highest;
    const term = terms.at(-1);
    if (term === undefined || isNew) {
      terms.push([one]);
      highest = one.counter;
    } else {
      term.push(one);
      highest = Math.max(highest, one.counter);
    }
    year = one.issuedOn.slice(0, 4);
  }
  return terms;
};

/** Fewer than this, or more missing than there are, say nothing about a gap: the archive holds a selection. */
const FEWEST = 3;

/** What a series lacks between its first and its last. */
export interface Gap {
  readonly first: number;
  readonly last: number;
  /** "3, 6–8" */
  readonly missing: string;
}

/** `[3, 4, 5, 9]` as "3–5, 9". */
const formatRanges = (numbers: readonly number[]): string => {
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last !== undefined && last[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
};

/** The numbers that a term lacks; undefined when it lacks none or is a mere selection. */
export const findGap = (term: readonly Counted[]): Gap | undefined => {
  const counters = [...new Set(term.map(({ counter }) => counter))].sort((a, b) => a - b);
  const [first] = counters;
  const last = counters.at(-1);
  if (first === undefined || last === undefined || counters.length < FEWEST) return undefined;
  const length = last - first + 1;
  if (length === counters.length || length > counters.length * 2) return undefined;
  const there = new Set(counters);
  const missing = Array.from({ length }, (_, i) => first + i).filter((n) => !there.has(n));
  return { first, last, missing: formatRanges(missing) };
};

/** Members of each series in the order of their days, then of their counters. */
export const groupSeries = <One extends Counted & { readonly series: string }>(members: Iterable<One>): One[][] => {
  const groups = new Map<string, One[]>();
  for (const one of members) {
    const group = groups.get(one.series) ?? [];
    group.push(one);
    groups.set(one.series, group);
  }
  const byDay = (a: One, b: One): number =>
    a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : a.counter - b.counter;
  return [...groups.values()].map((group) => group.sort(byDay));
};
