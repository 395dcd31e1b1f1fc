import type { Span } from '../../schemas/span.js';
import type { RepairedDocument, RepairedPage } from '../../schemas/stages.js';
import { toRaw } from '../base/edit-map.js';

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** First index in a list sorted by start whose element ends after `at`. */
const firstEndingAfter = <T>(items: readonly T[], at: number, spanOf: (item: T) => Span): number => {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && spanOf(item).end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
};

const collect = <T>(items: readonly T[], span: Span, spanOf: (item: T) => Span): T[] => {
  const found: T[] = [];
  for (let i = firstEndingAfter(items, span.start, spanOf); i < items.length; i++) {
    const item = items[i];
    if (item === undefined || spanOf(item).start >= span.end) break;
    if (overlaps(spanOf(item), span)) found.push(item);
  }
  return found;
};

const pagesOf = (document: RepairedDocument, span: Span): readonly RepairedPage[] =>
  document.pages.filter((page) => overlaps(page.span, span));

/**
 * How sure the text of some spans is: the mean over its words of the engine's confidence, or of the edit's where
 * repair replaced the word. Null where nothing was measured (text that was taken as it is). — độ tin cậy
 * @param spans places in the repaired text
 */
export const measureConfidence = (document: RepairedDocument, spans: readonly Span[]): number | null => {
  let sum = 0;
  let count = 0;
  for (const span of spans) {
    const edits = collect(document.edits, span, (edit) => edit.repaired);
    for (const edit of edits) sum += edit.confidence;
    count += edits.length;
    const raw = toRaw(document.edits, span);
    for (const page of pagesOf(document, span)) {
      const isMeasured = page.words[0] !== undefined && page.words[0].confidence !== null;
      for (const word of isMeasured ? collect(page.words, raw, (w) => w.span) : []) {
        if (word.confidence === null || edits.some((edit) => overlaps(edit.raw, word.span))) continue;
        sum += word.confidence;
        count++;
      }
      if (!isMeasured && page.repaired) {
        // Tokens that repair looked at and left are as sure as the decoder was: it lists the others as doubtful.
        const untouched = Math.max(0, Math.round((span.end - span.start) / 5) - edits.length);
        sum += untouched;
        count += untouched;
      }
    }
  }
  return count === 0 ? null : Math.round((sum / count) * 1000) / 1000;
};
