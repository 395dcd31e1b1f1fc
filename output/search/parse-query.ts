import { toNfc } from '../../pipeline/text/unicode.js';
import { joinPair, listWords } from '../store/index-text.js';

/** One thing that was asked for: a word, or a phrase of several. */
export interface QueryTerm {
  /** Words as compared with marks: lower case, tone marks in one place. */
  readonly exact: readonly string[];
  /** The same words without marks. */
  readonly folded: readonly string[];
  /** True when the last word may go on: `quy*`. */
  readonly prefix: boolean;
}

/** What a person typed, understood. An empty query asks for everything. */
export interface ParsedQuery {
  readonly wanted: readonly QueryTerm[];
  readonly excluded: readonly QueryTerm[];
}

/** More terms than any person types; a longer text is cut so that no query can become expensive. */
const MAX_TERMS = 32;
const MAX_WORDS_IN_TERM = 64;

/** -"cụm từ" | "cụm từ" | -từ | từ* | 12/QĐ-UBND: a quote that is never closed runs to the end. */
const TERM = /(?<not>-?)(?:"(?<phrase>[^"]*)"?(?<phraseStar>\*?)|(?<word>[^\s"]+))/gu;

const toTerm = (text: string, prefix: boolean): QueryTerm | undefined => {
  const words = listWords(text).slice(0, MAX_WORDS_IN_TERM);
  return words.length === 0
    ? undefined
    : { exact: words.map((word) => word.exact), folded: words.map((word) => word.folded), prefix };
};

/**
 * Understands any text as a query and never throws: words that must all occur, "phrases in quotes", prefix*, and
 * -excluded words. `parseQuery('"đảng uỷ" báo* -xã')`.
 */
export const parseQuery = (text: string): ParsedQuery => {
  const wanted: QueryTerm[] = [];
  const excluded: QueryTerm[] = [];
  for (const match of toNfc(text).matchAll(TERM)) {
    const { not, phrase, phraseStar, word } = match.groups ?? {};
    const term =
      phrase === undefined ? toTerm(word ?? '', (word ?? '').endsWith('*')) : toTerm(phrase, phraseStar === '*');
    if (term === undefined) continue;
    (not === '-' ? excluded : wanted).push(term);
    if (wanted.length + excluded.length >= MAX_TERMS) break;
  }
  return { wanted, excluded };
};

// Words hold letters, digits and _ alone, so nothing in them can end the quotes.
const quote = (word: string, prefix: boolean): string => `"${word}"${prefix ? ' *' : ''}`;

const isMarked = (term: QueryTerm, index: number): boolean => term.exact[index] !== term.folded[index];

/** FTS5 expression of a term without regard to marks: each word, and for a phrase each two neighbours. */
export const matchFolded = ({ folded, prefix }: QueryTerm): string => {
  const pairs = folded.slice(1).map((word, i) => joinPair(folded[i] ?? '', word));
  const words = pairs.length === 0 ? folded : pairs;
  return words.map((word, i) => quote(word, prefix && i === words.length - 1)).join(' AND ');
};

/** FTS5 expression of a term with the marks as typed; a word typed without marks asks for none. */
export const matchExact = (term: QueryTerm): string => {
  const last = term.exact.length - 1;
  const marked = term.exact.filter((_, i) => isMarked(term, i));
  return [matchFolded(term), ...marked.map((word) => quote(word, term.prefix && word === term.exact[last]))].join(
    ' AND ',
  );
};

/** True when some word was typed with marks: only then do exact hits differ from all hits. */
export const asksForMarks = ({ wanted }: ParsedQuery): boolean =>
  wanted.some((term) => term.exact.some((_, i) => isMarked(term, i)));

/** True for phrases of three words and more: neighbouring pairs alone do not prove that the words stand in a row. */
export const isLongPhrase = (term: QueryTerm): boolean => term.folded.length > 2;
