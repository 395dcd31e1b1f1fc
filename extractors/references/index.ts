import { prepareText, type SearchedText } from '../../language/writing/prepared-text.js';
import type { Reference } from '../../schemas/directive.js';
import { type ExtractionContext, runExtractor } from '../contract.js';
import { traceGiven } from '../trace.js';
import type { Citation } from './citation.js';
import { numberedDocument } from './numbered-document.js';
import { plainNumber } from './plain-number.js';
import { separateOverlaps } from './separate-overlaps.js';

export { type LinkedReference, linkReferences } from './link-references.js';

const FINDERS = [numberedDocument, plainNumber];
const REFINERS = [separateOverlaps];

/** Finds citations in a prepared text, with the ends of their heads, for extractors that must step around them. */
export const findCitations = (searched: SearchedText, { issuedOn, trace }: ExtractionContext): readonly Citation[] =>
  // Every citation has a slash, dash or dot, in its number or its date, or a worded date; most texts have none of them.
  !/\d\s?[-–—/⁄]|\d\.\d|\d\s+tháng\s/u.test(searched.text)
    ? []
    : runExtractor(FINDERS, REFINERS, searched.text, { issuedOn, trace, searched });

/**
 * Every cited document of a text, in order: type, number and symbol, date, issuer and title as far as they are written.
 * `findReferences('theo Kết luận số 12-KL/TU ngày 5/6/2025 của Tỉnh uỷ', { issuedOn: null })[0]?.number === '12-KL/TU'`.
 * Quotes equal their slices; spans do not overlap. — văn bản viện dẫn
 */
export const findReferences = (text: string, context: ExtractionContext): readonly Reference[] => {
  const searched = prepareText(text);
  const trace = traceGiven(context.trace, text, searched);
  return findCitations(searched, trace === undefined ? context : { ...context, trace }).map(
    ({ headEnd: _headEnd, ...reference }) => {
      const span = searched.toGiven(reference.span);
      return { ...reference, span, text: text.slice(span.start, span.end) };
    },
  );
};
