import { foldChars, toNfc } from '../pipeline/text/unicode.js';
import type { Span } from '../schemas/span.js';

/** A text made ready for finders, with the way back to the text as it was given. */
export interface SearchedText {
  /** NFC. */
  readonly text: string;
  /** Without marks and capitals, offset by offset the same as `text`. */
  readonly folded: string;
  /** Leads a span of `text` to the given text. */
  toGiven(span: Span): Span;
}

const CLUSTER = /\P{M}\p{M}*/gsu;

/** For each offset of the composed text, its offset in the given one. */
const composedOffsets = (given: string): number[] => {
  const offsets: number[] = [];
  for (const match of given.matchAll(CLUSTER)) {
    const composed = toNfc(match[0]);
    for (let i = 0; i < composed.length; i++) offsets.push(match.index + Math.min(i, match[0].length));
  }
  offsets.push(given.length);
  return offsets;
};

/**
 * Composes and folds a text once for all finders. Decomposed text (NFD) is searched composed, and what is found is led
 * back, so that every quote equals its slice of the given text. `prepareText('ĐẾN NGÀY').folded === 'den ngay'`.
 */
export const prepareText = (given: string): SearchedText => {
  const text = toNfc(given);
  const folded = foldChars(text);
  if (text === given) return { text, folded, toGiven: (span) => span };
  const offsets = composedOffsets(given);
  const lead = (at: number): number => offsets[Math.min(at, offsets.length - 1)] ?? given.length;
  return { text, folded, toGiven: ({ start, end }) => ({ start: lead(start), end: lead(end) }) };
};
