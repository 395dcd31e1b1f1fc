import { foldedPattern, matchesOf } from '../../language/writing/patterns.js';
import { type CitationFinder, completeCitation } from './citation.js';
import { readTypeBefore } from './citation-parts.js';

// Nghị quyết số 05 ngày 12/3/2024 | Nghị định 161/2024: the symbol is left out, so the type and a date or year must be there
const NUMBER = foldedPattern(
  '(?:số (?<dated>\\d{1,5})(?=,? ngày \\d)|(?:nghị định|thông tư|nghị quyết|quyết định|luật)(?: số)? (?<yearly>\\d{1,3}/(?:19|20)\\d{2})(?!\\s?[/-]))',
);

/** Finds documents cited by their type and a number without its symbol. */
export const plainNumber: CitationFinder = {
  id: 'reference/plain-number',
  find: (_text, { searched }) =>
    matchesOf(NUMBER, searched.folded).flatMap((match) => {
      const number = match.groups?.dated ?? match.groups?.yearly ?? '';
      const numberEnd = match.index + match[0].length;
      const type = readTypeBefore(searched, numberEnd - number.length);
      return type?.value == null
        ? []
        : [completeCitation(searched, { start: type.start, numberEnd, number, type: type.value })];
    }),
};
