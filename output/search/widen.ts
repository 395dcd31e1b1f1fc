import type { Store } from '../store/store.js';
import { MOST_WORDS, otherWays } from './abbreviations.js';
import { type ParsedQuery, type QueryTerm, toTerm } from './parse-query.js';

/** An abbreviation that was searched with what it stands for, or the other way round. */
export interface Widening {
  readonly typed: string;
  readonly also: readonly string[];
}

/** What a query asks for together: all of `terms`, or one of `also` in their place. */
export interface TermGroup {
  readonly terms: readonly QueryTerm[];
  readonly also: readonly QueryTerm[];
}

const isOpen = (term: QueryTerm | undefined): term is QueryTerm =>
  term !== undefined && term.quoted === undefined && !term.prefix;

/** Terms from `at` on that are an abbreviation or what one stands for, the longest run first. */
const groupAt = (db: Store, wanted: readonly QueryTerm[], at: number): TermGroup | undefined => {
  let end = at;
  let words = 0;
  while (isOpen(wanted[end]) && words + (wanted[end]?.folded.length ?? 0) <= MOST_WORDS) {
    words += wanted[end]?.folded.length ?? 0;
    end += 1;
  }
  for (; end > at; end--) {
    const terms = wanted.slice(at, end);
    const typed = terms.map((term) => term.typed).join(' ');
    const forms = terms.flatMap(({ exact, folded }) =>
      folded.map((word, i) => ({ folded: word, exact: exact[i] ?? word })),
    );
    const also = otherWays(db, typed, forms).flatMap((way) => toTerm(way) ?? []);
    if (also.length > 0) return { terms, also };
  }
  return undefined;
};

/** The terms of a query, abbreviations with what they stand for and the other way round; what is quoted means what it says. */
export const widenQuery = (db: Store, query: ParsedQuery): readonly TermGroup[] => {
  const groups: TermGroup[] = [];
  for (let at = 0; at < query.wanted.length; ) {
    const term = query.wanted[at];
    if (term === undefined) break;
    const group = groupAt(db, query.wanted, at) ?? { terms: [term], also: [] };
    groups.push(group);
    at += group.terms.length;
  }
  return groups;
};

/** What of a query was widened, for people. */
export const listWidenings = (groups: readonly TermGroup[]): readonly Widening[] =>
  groups
    .filter(({ also }) => also.length > 0)
    .map(({ terms, also }) => ({
      typed: terms.map(({ typed }) => typed).join(' '),
      also: also.map(({ typed }) => typed),
    }));
