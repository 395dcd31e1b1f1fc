import { DIGIT_LIKE, toDigits } from '../../language/printed/look-alikes.js';
import type { SearchedText } from '../../language/writing/prepared-text.js';
import { type Citation, type CitationFinder, completeCitation } from './citation.js';
import { readTypeBefore, readTypeOfSymbol } from './citation-parts.js';

const COUNTER = `(?<![\\p{L}\\p{N}/.,-])[${DIGIT_LIKE.inText}]{1,6}`;
const SEGMENT = '\\p{Lu}[\\p{L}\\p{N}]*';
// UBND-KGVX | UBND-\nKGVX | UBND- KGVX | VPQH-TK-m: after a hyphen with space only capitals are still the symbol.
const JOINED = '(?:[-–—][\\p{L}\\p{N}]+|\\s?[-–—]\\s?\\p{Lu}[\\p{Lu}\\p{N}]{1,7}(?![\\p{L}\\p{N}])|/[\\p{L}\\p{N}]+)';

// 272-KL/TU | 04 - NQ/TU | 277-BC/BCSĐ | 05-QC/BTCTU-BNCTU
const PARTY_NUMBER = `${COUNTER}\\s?[-–—]\\s?${SEGMENT}\\s?/\\s?${SEGMENT}${JOINED}{0,3}`;
// 32/2024/NĐ-CP | 321/QĐ-TTg | 4643/UBND-KGVX | 72/2025/QH15 | 01/CT-UBND
const STATE_NUMBER = `${COUNTER}(?:\\s?/\\s?\\d{4})?\\s?/\\s?${SEGMENT}${JOINED}{0,3}`;
const NUMBER = new RegExp(`(?:${PARTY_NUMBER}|${STATE_NUMBER})(?![\\p{L}\\p{N}])`, 'gu');

// , | ; | và | cùng với: what stands between the numbers of a list that shares one type
const LIST_LINK = /^[\s,;]*(?:va|cung voi|cac)?\s*$/u;

const COUNTER_PRINT = new RegExp(`^[${DIGIT_LIKE.inText}]+`, 'u');

/** The number as it is registered: no inner spaces, one kind of hyphen, Đ for its twin Ð, digits for their likenesses. */
const tidyNumber = (printed: string): string => {
  const joined = printed.replace(/\s+/gu, '').replace(/[–—]/gu, '-').replaceAll('Ð', 'Đ');
  return joined.replace(COUNTER_PRINT, toDigits);
};

const hasSymbol = (number: string): boolean => /\/.*-|-.*\/|\/\d{4}\/|\d\/QH\d/u.test(number);

const readCitation = (
  searched: SearchedText,
  match: RegExpExecArray,
  previous: Citation | undefined,
): Citation | undefined => {
  const number = tidyNumber(match[0]);
  const type = readTypeBefore(searched, match.index);
  if (!/\d/u.test(number) || (type === undefined && !hasSymbol(number))) return undefined;
  const isListed =
    previous !== undefined && LIST_LINK.test(searched.folded.slice(previous.headEnd, type?.start ?? match.index));
  return completeCitation(searched, {
    start: type?.start ?? match.index,
    numberEnd: match.index + match[0].length,
    number,
    type: type?.value ?? (isListed ? previous.type : null) ?? readTypeOfSymbol(number),
  });
};

/** Finds documents cited by number and symbol, alone or in a list. — số, ký hiệu */
export const numberedDocument: CitationFinder = {
  id: 'reference/numbered-document',
  find: (text, { searched }) => {
    const found: Citation[] = [];
    for (const match of text.matchAll(NUMBER)) {
      const citation = readCitation(searched, match, found.at(-1));
      if (citation !== undefined) found.push(citation);
    }
    return found;
  },
};
