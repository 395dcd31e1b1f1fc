import type { Span } from '../../schemas/span.js';
import { findWordSpans, formsOf, type WordForms } from '../store/index-text.js';
import { asOnePhrase, type ParsedQuery, type QueryTerm } from './parse-query.js';

/** A part of a directive's text with the places that matched. `highlights` are in `text`, in order, never overlapping. */
export interface Snippet {
  readonly text: string;
  readonly highlights: readonly Span[];
  /** Offset of the snippet in the directive's text. */
  readonly offset: number;
  /** True when text was left off before or after it. */
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

const LENGTH = 240;

interface WordAt extends WordForms {
  readonly span: Span;
}

const splitWords = (text: string): WordAt[] =>
  findWordSpans(text).map((span) => ({ ...formsOf(text.slice(span.start, span.end)), span }));

const findTerm = (words: readonly WordAt[], term: QueryTerm, layer: 'exact' | 'folded'): Span[] => {
  const wanted = term[layer];
  const spans: Span[] = [];
  for (let i = 0; i + wanted.length <= words.length; i++) {
    const fits = wanted.every((word, j) => {
      const there = words[i + j]?.[layer] ?? '';
      return term.prefix && j === wanted.length - 1 ? there.startsWith(word) : there === word;
    });
    const start = words[i]?.span.start;
    const end = words[i + wanted.length - 1]?.span.end;
    if (fits && start !== undefined && end !== undefined) spans.push({ start, end });
  }
  return spans;
};

const mergeSpans = (spans: readonly Span[]): Span[] => {
  const merged: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged.at(-1);
    if (last !== undefined && span.start <= last.end)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else merged.push(span);
  }
  return merged;
};

/**
 * Places of a text that a query matches: the words in a row where they are, else each word; with the marks as typed where
 * there are any, else without. `also`: what abbreviations of the query stand for, and the other way round.
 */
export const findHighlights = (text: string, query: ParsedQuery, also: readonly QueryTerm[] = []): Span[] => {
  const words = splitWords(text);
  const findBest = (term: QueryTerm): Span[] => {
    const exact = findTerm(words, term, 'exact');
    return exact.length > 0 ? exact : findTerm(words, term, 'folded');
  };
  const phrase = asOnePhrase(query);
  const inRow = phrase === undefined ? [] : findBest(phrase);
  return mergeSpans(inRow.length > 0 ? inRow : [...query.wanted, ...also].flatMap(findBest));
};

/** Start of the window that holds most highlights; the first of equals. */
const findWindow = (spans: readonly Span[]): number => {
  let best = 0;
  let most = 0;
  for (const { start } of spans) {
    const inside = spans.filter((span) => span.start >= start && span.end <= start + LENGTH).length;
    if (inside > most) {
      most = inside;
      best = start;
    }
  }
  return best;
};

/** Cuts the part of a text around its hits, at word edges: `cutSnippet('… Giao Sở Tài chính …', parseQuery('tai chinh'))`. */
export const cutSnippet = (text: string, query: ParsedQuery, also: readonly QueryTerm[] = []): Snippet => {
  const spans = findHighlights(text, query, also);
  if (text.length <= LENGTH) return { text, highlights: spans, offset: 0, cutBefore: false, cutAfter: false };
  const lead = Math.max(0, Math.min(findWindow(spans) - 40, text.length - LENGTH));
  const start = lead === 0 ? 0 : text.lastIndexOf(' ', lead) + 1;
  const space = text.indexOf(' ', start + LENGTH);
  const end = space === -1 ? text.length : space;
  const inside = spans.filter((span) => span.start >= start && span.end <= end);
  return {
    text: text.slice(start, end),
    highlights: inside.map((span) => ({ start: span.start - start, end: span.end - start })),
    offset: start,
    cutBefore: start > 0,
    cutAfter: end < text.length,
  };
};
