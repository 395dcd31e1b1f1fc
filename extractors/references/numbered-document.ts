import { type DocumentNumber, findDocumentNumbers } from '../../language/printed/document-number.js';
import type { SearchedText } from '../../language/writing/prepared-text.js';
import { type Citation, type CitationFinder, completeCitation } from './citation.js';
import { readTypeBefore, readTypeOfSymbol } from './citation-parts.js';

// , | ; | và | cùng với: what stands between the numbers of a list that shares one type
const LIST_LINK = /^[\s,;]*(?:(?:va|cung voi|cac)\s*)?$/u;

const hasSymbol = (number: string): boolean =>
  (number.includes('/') && number.includes('-')) || /\/\d{4}\/|\d\/QH\d/u.test(number);

const readCitation = (
  searched: SearchedText,
  { number, span }: DocumentNumber,
  previous: Citation | undefined,
): Citation | undefined => {
  const type = readTypeBefore(searched, span.start);
  if (type === undefined && !hasSymbol(number)) return undefined;
  const isListed =
    previous !== undefined && LIST_LINK.test(searched.folded.slice(previous.headEnd, type?.start ?? span.start));
  return completeCitation(searched, {
    start: type?.start ?? span.start,
    numberEnd: span.end,
    number,
    type: type?.value ?? (isListed ? previous.type : null) ?? readTypeOfSymbol(number),
  });
};

/** Finds documents cited by number and symbol, alone or in a list. — số, ký hiệu */
export const numberedDocument: CitationFinder = {
  id: 'reference/numbered-document',
  find: (text, { searched }) => {
    const found: Citation[] = [];
    for (const printed of findDocumentNumbers(text)) {
      const citation = readCitation(searched, printed, found.at(-1));
      if (citation !== undefined) found.push(citation);
    }
    return found;
  },
};
