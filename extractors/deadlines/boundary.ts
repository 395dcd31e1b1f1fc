import { foldSource } from '../folded-pattern.js';
import type { Signal } from './candidate.js';
import { BOUNDARIES } from './words.js';

/** Pattern of the boundary words before a time, as group `bound`; they may be several: "chậm nhất trước", "đến hết". */
export const BOUND = `(?:(?<bound>(?:(?:${BOUNDARIES.map(({ words }) => foldSource(words)).join('|')})(?:\\s*:)?\\s+){1,4}))`;

const folded = BOUNDARIES.map((boundary) => ({
  ...boundary,
  pattern: new RegExp(`(?<![a-z])${foldSource(boundary.words)}(?![a-z])`, 'u'),
}));

/** What the boundary words say: how sure they are of a deadline, and whether the named day is already too late. */
export const readBoundary = (
  printed: string | undefined,
): { readonly signal: Signal; readonly bound: 'before' | 'by' } => {
  if (printed === undefined) return { signal: 'bare', bound: 'by' };
  const used = folded.filter(({ pattern }) => pattern.test(printed));
  return {
    signal: used.some(({ signal }) => signal === 'strong') ? 'strong' : 'weak',
    bound: used.some(({ before }) => before) ? 'before' : 'by',
  };
};
