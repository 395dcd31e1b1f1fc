import type { Refiner } from '../contract.js';
import type { Citation, ReferenceContext } from './citation.js';

/**
 * Cuts a title where the next citation begins, so that spans do not overlap: of a citation inside another's title both
 * are kept, of one inside another's head the longer.
 */
export const separateOverlaps: Refiner<Citation, ReferenceContext> = (found, text, { trace }) => {
  const kept: Citation[] = [];
  for (const citation of found) {
    const previous = kept.at(-1);
    if (previous !== undefined && citation.span.start < previous.span.end) {
      if (citation.span.start < previous.headEnd) {
        trace?.({ rule: 'separate-overlaps/inside-head', ...placeOf(citation), values: { kept: previous.text } });
        continue;
      }
      trace?.({ rule: 'separate-overlaps/title-cut', ...placeOf(previous), values: { next: citation.text } });
      kept[kept.length - 1] = cutTitle(previous, citation.span.start, text);
    }
    kept.push(citation);
  }
  return kept;
};

const placeOf = ({ text, span }: Citation) => ({ text, span });

const cutTitle = (citation: Citation, at: number, text: string): Citation => {
  const cut = text
    .slice(citation.headEnd, at)
    .replace(/(?<![\s,;(])[\s,;(]+$/u, '')
    .replace(/(?<!\s)\s+(?:và|theo|tại|thực hiện)$/u, '');
  const end = citation.headEnd + cut.length;
  const title = cut.replace(/^[\s,]+/u, '');
  return {
    ...citation,
    span: { start: citation.span.start, end },
    text: text.slice(citation.span.start, end),
    title: title || null,
  };
};
