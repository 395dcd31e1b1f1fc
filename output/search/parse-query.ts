import { fold, toNfc } from '../../pipeline/text/unicode.js';
import { toExact } from '../store/index-text.js';

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

const findWords = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

const toTerm = (text: string, prefix: boolean): QueryTerm | undefined => {
  const exact = findWords(toExact(text)).slice(0, MAX_WORDS_IN_TERM);
  const folded = exact.map(fold).filter((word) => word !== '');
  return folded.length === 0 ? undefined : { exact, folded, prefix };
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

// Words hold letters and digits alone, so nothing in them can end the quotes.
const toPhrase = (words: readonly string[], prefix: boolean): string => `"${words.join(' ')}"${prefix ? ' *' : ''}`;

/** FTS5 expression of a term in the column that keeps marks. */
export const matchExact = (term: QueryTerm): string => `{exact} : ${toPhrase(term.exact, term.prefix)}`;

/** FTS5 expression of a term without regard to marks, in the text and in what the directive inherits. */
export const matchFolded = (term: QueryTerm): string => `{folded context} : ${toPhrase(term.folded, term.prefix)}`;

/** FTS5 expression of an excluded term: with its marks when the user typed any, else without. */
export const matchExcluded = (term: QueryTerm): string =>
  term.exact.join(' ') === term.folded.join(' ') ? matchFolded(term) : matchExact(term);
