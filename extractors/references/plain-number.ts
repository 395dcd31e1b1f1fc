import type { Finder } from '../contract.js';
import { foldedPattern } from '../folded-pattern.js';
import { readDateAfter, readIssuerAfter, readTitleAfter, readTypeBefore } from './citation-parts.js';
import type { Citation, ReferenceContext } from './numbered-document.js';

// Nghị quyết số 05 ngày 12/3/2024: the symbol is left out, so type, "số" and date must all be there.
const NUMBER = foldedPattern('số (?<number>\\d{1,5})(?=,? ngày \\d)');

/** Finds documents cited by type, bare number and date. */
export const plainNumber: Finder<Citation, ReferenceContext> = {
  id: 'reference/plain-number',
  find: (text, { searched }) =>
    [...searched.folded.matchAll(NUMBER)].flatMap((match) => {
      const number = match.groups?.number ?? '';
      const numberEnd = match.index + match[0].length;
      const type = readTypeBefore(searched, numberEnd - number.length);
      const date = readDateAfter(searched, numberEnd);
      if (type?.value == null || date === undefined) return [];
      const issuer = readIssuerAfter(searched, date.end);
      const headEnd = issuer?.end ?? date.end;
      const title = readTitleAfter(searched, headEnd);
      const span = { start: type.start, end: title?.end ?? headEnd };
      const on = date.value;
      return {
        text: text.slice(span.start, span.end),
        span,
        type: type.value,
        number,
        on,
        issuer: issuer?.value ?? null,
        title: title?.value ?? null,
        headEnd,
      };
    }),
};
