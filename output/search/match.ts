import { isSyllableSkeleton } from '../../language/writing/syllables.js';
import { tag } from '../store/index-text.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import type { ResolvedFilters } from './filters.js';
import {
  asksForMarks,
  type Complete,
  containsTerm,
  isLongPhrase,
  matchExact,
  matchFolded,
  type ParsedQuery,
  type QueryTerm,
} from './parse-query.js';
import { inOneRow, type TermGroup } from './widen.js';

/** A query and its filters as the full-text index understands them. */
export interface Match {
  /** FTS5 expression of the hits with the marks as typed; null when no marks were typed: then every hit is one. */
  readonly exact: string | null;
  /** FTS5 expression of all hits. */
  readonly folded: string;
  /** FTS5 expression of the hits in which the words as typed are neighbours; null for a single word. */
  readonly inRow: string | null;
  readonly filters: ResolvedFilters;
  /** Phrases that the index alone cannot prove: they are looked up in the text. */
  readonly wantedPhrases: readonly QueryTerm[];
  readonly excludedPhrases: readonly QueryTerm[];
}

/** An abbreviation that looks like a syllable ("ĐU") is no other word with its letters: its marks are asked for. */
const matchOther = (other: QueryTerm, match: typeof matchFolded, complete: Complete): string =>
  other.folded.length === 1 && isSyllableSkeleton(other.folded[0] ?? '')
    ? matchExact(other, complete)
    : match(other, complete);

/** All terms of a group, or one of the others in their place. */
const matchGroup = ({ terms, also }: TermGroup, match: typeof matchFolded, complete: Complete): string => {
  const typed = terms.map((term) => match(term, complete)).join(' AND ');
  return [typed, ...also.map((other) => matchOther(other, match, complete))].map((way) => `(${way})`).join(' OR ');
};

const toExpression = (
  query: Pick<ParsedQuery, 'excluded'>,
  groups: readonly TermGroup[],
  filters: ResolvedFilters,
  match: typeof matchFolded,
  complete: Complete,
): string => {
  const wanted = [...filters.tags, ...groups.map((group) => matchGroup(group, match, complete))];
  const base = wanted.length === 0 ? `"${tag.any}"` : wanted.map((part) => `(${part})`).join(' AND ');
  return query.excluded
    .filter((term) => !isLongPhrase(term))
    .reduce((expression, term) => `(${expression}) NOT (${matchExact(term, complete)})`, base);
};

/** Past so many words with one beginning, naming each costs more than it saves. */
const MAX_COMPLETIONS = 1000;

const completeFrom =
  (db: Store): Complete =>
  (beginning) => {
    const rows = prepare<{ word: string }>(db, 'SELECT word FROM word WHERE word >= ? AND word < ? LIMIT ?').all(
      beginning,
      `${beginning}\u{10ffff}`,
      MAX_COMPLETIONS + 1,
    );
    return rows.length > MAX_COMPLETIONS ? undefined : rows.map(({ word }) => word);
  };

/** Puts a query and filters together; `groups` are its terms, widened by abbreviations. */
export const buildMatch = (
  db: Store,
  query: ParsedQuery,
  groups: readonly TermGroup[],
  filters: ResolvedFilters,
): Match => {
  const complete = completeFrom(db);
  const row = inOneRow(query, groups);
  return {
    exact: asksForMarks(query) ? toExpression(query, groups, filters, matchExact, complete) : null,
    folded: toExpression(query, groups, filters, matchFolded, complete),
    inRow: row === undefined ? null : toExpression(query, row, filters, matchFolded, complete),
    filters,
    wantedPhrases: groups.flatMap(({ terms, also }) => (also.length === 0 ? terms.filter(isLongPhrase) : [])),
    excludedPhrases: query.excluded.filter(isLongPhrase),
  };
};

const loadText = (db: Store, key: number): string =>
  prepare<{ text: string }>(db, 'SELECT text FROM directive WHERE directive_key = ?').get(key)?.text ?? '';

/** What a directive is searched in besides its text, as people corrected it: its document's number and names that it inherits. */
const loadContext = (db: Store, key: number): string[] => {
  const texts = prepare<{ text: string | null }>(
    db,
    `SELECT d.number AS text FROM directive x INDEXED BY directive_narrow
       JOIN document d ON d.document_key = x.document_key
       WHERE x.directive_key = @key
     UNION ALL SELECT n.name FROM assignment_body ab JOIN body_name n ON n.name_key = ab.name_key
       WHERE ab.directive_key = @key AND ab.inherited = 1`,
  ).all({ key });
  return texts.flatMap(({ text }) => (text === null ? [] : [text]));
};

const isProven = (db: Store, key: number, { wantedPhrases, excludedPhrases }: Match): boolean => {
  if (wantedPhrases.length === 0 && excludedPhrases.length === 0) return true;
  const text = loadText(db, key);
  let context: readonly string[] | undefined;
  const has = (term: QueryTerm): boolean => {
    if (containsTerm(text, term)) return true;
    context ??= loadContext(db, key);
    return context.some((other) => containsTerm(other, term));
  };
  return wantedPhrases.every(has) && !excludedPhrases.some(has);
};

/** Candidates are proven by the hundred: few are ever refused. */
const CHUNK = 500;

/**
 * Keys of the directives that match `expression`, newest stored first, below `before`, or oldest first, above `after`:
 * one at a time, and only as far as somebody takes them. Rows below 0 are passages: find-passages.ts.
 */
export function* listKeys(
  db: Store,
  match: Match,
  expression: string,
  range: { readonly before?: number | undefined } | { readonly after: number },
): Generator<number> {
  const isForward = 'after' in range;
  const { condition, values } = match.filters;
  const next = prepare<{ key: number }>(
    db,
    `SELECT f.rowid AS key FROM directive_fts f WHERE f.directive_fts MATCH ? AND f.rowid ${isForward ? '>' : '<'} ?
     ${isForward ? '' : 'AND f.rowid > 0'} ${condition} ORDER BY f.rowid ${isForward ? 'ASC' : 'DESC'} LIMIT ${CHUNK}`,
  );
  let last = isForward ? range.after : (range.before ?? Number.MAX_SAFE_INTEGER);
  for (;;) {
    const rows = next.all(expression, last, ...values);
    for (const { key } of rows) {
      if (isProven(db, key, match)) yield key;
      last = key;
    }
    if (rows.length < CHUNK) return;
  }
}

/** The first `limit` of listKeys, newest stored first. */
export const takeKeys = (db: Store, match: Match, expression: string, limit: number, before?: number): number[] => {
  const keys: number[] = [];
  if (limit <= 0) return keys;
  for (const key of listKeys(db, match, expression, { before })) {
    keys.push(key);
    if (keys.length >= limit) break;
  }
  return keys;
};
