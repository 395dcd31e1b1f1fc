import { BOUNDARIES } from '../../language/lexicon/time-words.js';
import { foldSource } from '../../language/writing/patterns.js';
import type { Reading, Signal } from './candidate.js';
import type { ReadTime } from './read-time.js';

/** The hour before a day, which is no part of the deadline. — 17 giờ 00’, 9h30 sáng, 17:00 */
export const HOUR =
  "(?:(?:lúc )?\\d{1,2}(?:\\s?(?:giờ|h|g)\\s?(?:\\d{1,2}(?:\\s?(?:phút|['’′]))?)?|:\\d{2}(?=,? (?:sáng|chiều|ngày|thứ|chủ nhật|hôm)))(?: sáng| chiều)?,? )?";

/** Pattern of the boundary words before a time, as group `bound`; they may be several: "chậm nhất trước", "đến hết". */
export const BOUND = `(?:(?<bound>(?:(?:${BOUNDARIES.map(({ words }) => foldSource(words)).join('|')})(?:\\s*:)?\\s+){1,4}))`;

/** What boundary words say: how sure they are of a deadline, and whether the named day is already too late. */
export interface Boundary {
  readonly signal: Signal;
  readonly bound: 'before' | 'by';
}

const RANK = { lone: 0, bare: 0, weak: 1, strong: 2 } as const;

const folded = BOUNDARIES.map((boundary) => ({
  ...boundary,
  pattern: new RegExp(`(?<![a-z])${foldSource(boundary.words)}(?![a-z])`, 'u'),
}));

/** Reads the group `bound`; without one, or with a weaker one, the signal is at least `least`. */
export const readBoundary = (printed: string | undefined, least: Signal = 'bare'): Boundary => {
  const used = printed === undefined ? [] : folded.filter(({ pattern }) => pattern.test(printed));
  const signals: readonly Signal[] = [least, ...used.map(({ signal }) => signal)];
  return {
    signal: signals.reduce((a, b) => (RANK[b] > RANK[a] ? b : a)),
    bound: used.some(({ before }) => before) ? 'before' : 'by',
  };
};

/** The reading of a named time. `isVague`: the day was chosen by us (đầu tháng, giữa năm), so it is assumed. */
export const toReading = (
  time: ReadTime,
  boundary: Boundary,
  precision: NonNullable<Reading['precision']>,
  isVague = false,
): Reading => ({
  kind: 'date',
  ...time,
  ...boundary,
  precision,
  certainty: time.inferred || isVague ? 'assumed' : 'stated',
});

/** How the folded group `from` is to be read: "đầu tư" and "thứ tư" fold like "từ", and then it is no part of the time. */
export const readSince = (
  from: string | undefined,
  quote: string,
): { readonly isSince: boolean; readonly skip: number } => {
  const isSince = from !== undefined && !/^t[ưựửứữụ]/iu.test(quote);
  return { isSince, skip: isSince ? 0 : (from?.length ?? 0) };
};
