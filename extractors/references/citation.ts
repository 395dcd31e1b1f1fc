import type { SearchedText } from '../../language/writing/prepared-text.js';
import type { Reference } from '../../schemas/directive.js';
import type { ExtractionContext, Finder } from '../contract.js';
import { readDateAfter, readIssuerAfter, readTitleAfter, skipFootnote } from './citation-parts.js';

/** A reference with what later steps need to know of its parts. */
export interface Citation extends Reference {
  /** End of number, date and issuer: behind it stands the title only. */
  readonly headEnd: number;
}

/** What a reference finder knows: the text, prepared once. */
export interface ReferenceContext extends ExtractionContext {
  readonly searched: SearchedText;
}

export type CitationFinder = Finder<Citation, ReferenceContext>;

/** What stands before the tail of a citation: the number, where it begins and ends, and the type. */
export interface CitationOpening {
  readonly start: number;
  readonly numberEnd: number;
  readonly number: string;
  readonly type: string | null;
}

/** Completes a citation with the date, issuer and title that follow its number; date and issuer in either order. */
export const completeCitation = (
  searched: SearchedText,
  { start, numberEnd, number, type }: CitationOpening,
): Citation => {
  const tail = skipFootnote(searched, numberEnd);
  const dateAfterNumber = readDateAfter(searched, tail);
  const issuer = readIssuerAfter(searched, dateAfterNumber?.end ?? tail);
  const date =
    dateAfterNumber ?? (issuer === undefined ? undefined : readDateAfter(searched, skipFootnote(searched, issuer.end)));
  const headEnd = Math.max(numberEnd, date?.end ?? 0, issuer?.end ?? 0);
  const title = readTitleAfter(searched, skipFootnote(searched, headEnd));
  const span = { start, end: title?.end ?? headEnd };
  return {
    text: searched.text.slice(span.start, span.end),
    span,
    type,
    number,
    on: date?.value ?? null,
    issuer: issuer?.value ?? null,
    title: title?.value ?? null,
    headEnd,
  };
};
