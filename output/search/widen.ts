import type { Store } from '../store/store.js';
import { MOST_WORDS, otherWays } from './abbreviations.js';
import { asOnePhrase, type ParsedQuery, type QueryTerm, toTerm } from './parse-query.js';

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

interface Run {
  readonly at: number;
  readonly terms: readonly QueryTerm[];
}

/** Every run of terms that may be an abbreviation or what one stands for, the longest at each place first. */
const listRuns = (wanted: readonly QueryTerm[]): Run[] =>
  wanted.flatMap((_, at) => {
    let end = at;
    let words = 0;
    while (isOpen(wanted[end]) && words + (wanted[end]?.folded.length ?? 0) <= MOST_WORDS) {
      words += wanted[end]?.folded.length ?? 0;
      end += 1;
    }
    return Array.from({ length: end - at }, (__, i) => ({ at, terms: wanted.slice(at, end - i) }));
  });

/** The terms of a query, abbreviations with what they stand for and the other way round; what is quoted means what it says. */
export const widenQuery = (db: Store, { wanted }: ParsedQuery): readonly TermGroup[] => {
  const runs = listRuns(wanted);
  const ways = otherWays(
    db,
    runs.map(({ terms }) => ({
      typed: terms.map((term) => term.typed).join(' '),
      words: terms.flatMap(({ exact, folded }) => folded.map((word, i) => ({ folded: word, exact: exact[i] ?? word }))),
    })),
  );
  const groups = new Map<number, TermGroup>();
  for (const [i, { at, terms }] of runs.entries()) {
    const also = (ways[i] ?? []).flatMap((way) => toTerm(way) ?? []);
    if (also.length > 0 && !groups.has(at)) groups.set(at, { terms, also });
  }
  const found: TermGroup[] = [];
  for (let at = 0; at < wanted.length; ) {
    const term = wanted[at];
    if (term === undefined) break;
    const group = groups.get(at) ?? { terms: [term], also: [] };
    found.push(group);
    at += group.terms.length;
  }
  return found;
};

/** What of a query was widened, for people. */
export const listWidenings = (groups: readonly TermGroup[]): readonly Widening[] =>
  groups
    .filter(({ also }) => also.length > 0)
    .map(({ terms, also }) => ({
      typed: terms.map(({ typed }) => typed).join(' '),
      also: also.map(({ typed }) => typed),
    }));

/** A query as one phrase, and once more with what its abbreviations stand for. */
export const inOneRow = (query: ParsedQuery, groups: readonly TermGroup[]): readonly TermGroup[] | undefined => {
  const terms = asOnePhrase(query);
  if (terms === undefined) return undefined;
  const written = asOnePhrase({ ...query, wanted: groups.flatMap(({ terms: typed, also }) => also[0] ?? typed) });
  return [
    { terms: [terms], also: written === undefined || groups.every(({ also }) => also.length === 0) ? [] : [written] },
  ];
};
