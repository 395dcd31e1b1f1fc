import type { Span } from '../../schemas/span.js';
import { rememberTexts } from './remember.js';
import { foldChars, toNfc } from './unicode.js';

/** A text made ready for finders, with the way back to the text as it was given. */
export interface SearchedText {
  /** Composed (NFC); every run of white space is one space, or one line feed where a paragraph or an item ends. */
  readonly text: string;
  /** Without marks and capitals, offset by offset the same as `text`. */
  readonly folded: string;
  /** Leads a span of `text` to the given text. */
  toGiven(span: Span): Span;
}

const UNEVEN = /[^\S ]| {2}/u;
const TOKEN = /\s+|\P{M}\p{M}*|\p{M}+/gsu;
// A line break alone is where the paper ended. One before a blank line or an item's mark ends a paragraph.
const PARAGRAPH_BREAK = /\n\s*\n|\f/u;
const ITEM_MARK = /^(?:[-+•*–]\s|\d{1,2}[.)]\s|[a-zđ]\))/u;

const readToken = (given: string, token: string, at: number): string => {
  if (!/^\s/u.test(token)) return toNfc(token);
  const next = at + token.length;
  const endsParagraph =
    PARAGRAPH_BREAK.test(token) || (token.includes('\n') && ITEM_MARK.test(given.slice(next, next + 4)));
  return endsParagraph ? '\n' : ' ';
};

/**
 * Composes, evens out and folds a text once for all finders. What is found is led back, so that every quote equals its
 * slice of the given text, decomposed or broken into lines as it may be. `prepareText('ĐẾN\nNGÀY').folded === 'den ngay'`.
 */
export const prepareText: (given: string) => SearchedText = rememberTexts((given): SearchedText => {
  if (!UNEVEN.test(given) && toNfc(given) === given) {
    return { text: given, folded: foldChars(given), toGiven: (span) => span };
  }
  const offsets: number[] = [];
  const parts: string[] = [];
  for (const { 0: token, index } of given.matchAll(TOKEN)) {
    const part = readToken(given, token, index);
    for (let i = 0; i < part.length; i++) offsets.push(index + Math.min(i, token.length));
    parts.push(part);
  }
  const text = parts.join('');
  const lead = (at: number): number => offsets[at] ?? given.length;
  return { text, folded: foldChars(text), toGiven: ({ start, end }) => ({ start: lead(start), end: lead(end) }) };
});
