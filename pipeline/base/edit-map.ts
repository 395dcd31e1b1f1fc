import type { Span } from '../../schemas/span.js';
import type { Edit, ReflowedText } from '../../schemas/stages.js';

/** Index of the last element whose key is at or before `at`; -1 when all are behind it. */
const lastAtOrBefore = <T>(items: readonly T[], at: number, key: (item: T) => number): number => {
  let low = 0;
  let high = items.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && key(item) <= at) low = middle + 1;
    else high = middle - 1;
  }
  return high;
};

const translate = (edits: readonly Edit[], at: number, from: 'raw' | 'repaired', edge: 'start' | 'end'): number => {
  const to = from === 'raw' ? 'repaired' : 'raw';
  const edit = edits[lastAtOrBefore(edits, at, (e) => e[from].start)];
  if (edit === undefined) return at;
  // Inside a replacement no finer place is known than the whole of it. What was put in between two characters belongs to
  // neither: a span that ends there ends before it, one that begins there begins behind it.
  if (at === edit[from].start && (edge === 'end' || at < edit[from].end)) return edit[to].start;
  if (at < edit[from].end) return edit[to][edge];
  return at - edit[from].end + edit[to].end;
};

/** Leads a span of the repaired text to the raw text; a span that cuts a replacement takes the whole of it. */
export const toRaw = (edits: readonly Edit[], span: Span): Span => ({
  start: translate(edits, span.start, 'repaired', 'start'),
  end: translate(edits, span.end, 'repaired', 'end'),
});

/** Leads a span of the raw text to the repaired text; a span that cuts a replacement takes the whole of it. */
export const toRepaired = (edits: readonly Edit[], span: Span): Span => ({
  start: translate(edits, span.start, 'raw', 'start'),
  end: translate(edits, span.end, 'raw', 'end'),
});

/**
 * Edits of two steps as one: `first` made a text from the raw one, `second` another from that. What the second step replaced
 * takes in what the first had done there, with the lesser confidence of both.
 */
export const composeEdits = (first: readonly Edit[], second: readonly Edit[]): readonly Edit[] => {
  if (first.length === 0) return second;
  if (second.length === 0) return first;
  const kept: Edit[] = [];
  const least = new Map<Edit, number>();
  for (const edit of first) {
    const later = second[lastAtOrBefore(second, edit.repaired.start, (e) => e.raw.start)];
    if (later !== undefined && edit.repaired.start < later.raw.end)
      least.set(later, Math.min(edit.confidence, least.get(later) ?? later.confidence));
    else kept.push({ ...edit, repaired: toRepaired(second, edit.repaired) });
  }
  return [
    ...kept,
    ...second.map((edit) => ({
      ...edit,
      raw: toRaw(first, edit.raw),
      confidence: least.get(edit) ?? edit.confidence,
    })),
  ].sort((a, b) => a.repaired.start - b.repaired.start);
};

/** Leads a span of a reflowed text to the document spans that it was joined from, in order. */
export const toSources = (pieces: ReflowedText['pieces'], span: Span): Span[] => {
  const found: Span[] = [];
  for (const piece of pieces) {
    const length = piece.source.end - piece.source.start;
    const start = Math.max(span.start, piece.at);
    const end = Math.min(span.end, piece.at + length);
    if (start < end)
      found.push({ start: piece.source.start + start - piece.at, end: piece.source.start + end - piece.at });
  }
  return found;
};

/** Leads a document span to what a reflowed text holds of it, in order: the way back of toSources. */
export const fromSource = (pieces: ReflowedText['pieces'], source: Span): Span[] => {
  const found: Span[] = [];
  for (const piece of pieces) {
    const start = Math.max(source.start, piece.source.start);
    const end = Math.min(source.end, piece.source.end);
    if (start < end)
      found.push({ start: piece.at + start - piece.source.start, end: piece.at + end - piece.source.start });
  }
  return found;
};
