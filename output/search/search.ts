import type { IsoDate } from '../../schemas/span.js';
import { loadHit, type TaskSummary } from '../store/load-hit.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { countFacets, type Facets } from './facets.js';
import { resolveFilters, type TaskFilters } from './filters.js';
import { findPassages, type PassageHit } from './find-passages.js';
import { buildMatch, listKeys, type Match, takeKeys } from './match.js';
import { type Cursor, readToken, writeToken } from './page-token.js';
import { parseQuery } from './parse-query.js';
import { cutSnippet, type Snippet } from './snippet.js';

export interface SearchRequest {
  /** What a person typed; empty asks for everything. */
  readonly words: string;
  readonly filters: TaskFilters;
  /** The day that overdue and due-within are counted from. */
  readonly today: IsoDate;
  readonly limit: number;
  /** `next` of the page before; absent for the first. */
  readonly pageToken?: string;
  readonly withFacets?: boolean;
}

/** A directive that matched. `exact`: every word was found with the marks that were typed. */
export interface SearchHit extends TaskSummary {
  readonly exact: boolean;
  readonly snippet: Snippet;
}

export interface SearchPage {
  readonly hits: readonly SearchHit[];
  /** Token of the next page; null when this is the last. */
  readonly next: string | null;
  /** How many matched; when not exact, at least so many. */
  readonly total: { readonly count: number; readonly exact: boolean };
  /** sorted: newest date of issue first; stored: newest stored first, because too many matched to sort them. */
  readonly order: Cursor['order'];
  readonly facets?: Facets;
  /** Unclaimed passages that hold the words, with the first page: no tasks, and perhaps ones that were missed. */
  readonly passages: readonly PassageHit[];
}

/** Up to so many results are sorted by date; above, their stored order keeps a page at a few milliseconds. */
const MAX_SORTED = 500;
/** Facets are counted over at most so many directives, and say so when there were more. */
const MAX_COUNTED = 3_000;

interface Place {
  readonly key: number;
  readonly exact: boolean;
  /** True when the words as typed are neighbours in it. */
  readonly inRow: boolean;
  /** Empty when unknown: sorts last. */
  readonly issuedOn: string;
}

const comparePlaces = (a: Place, b: Place): number => {
  if (a.exact !== b.exact) return a.exact ? -1 : 1;
  if (a.inRow !== b.inRow) return a.inRow ? -1 : 1;
  if (a.issuedOn !== b.issuedOn) return a.issuedOn > b.issuedOn ? -1 : 1;
  return a.key - b.key;
};

const sortPlaces = (db: Store, match: Match, keys: readonly number[]): Place[] => {
  const exact = new Set(match.exact === null ? keys : takeKeys(db, match, match.exact, MAX_SORTED + 1));
  const inRow = new Set(match.inRow === null ? keys : takeKeys(db, match, match.inRow, MAX_SORTED + 1));
  return prepare<{ key: number; issuedOn: string }>(
    db,
    `SELECT x.directive_key AS key, coalesce(d.issued_on, '') AS issuedOn
     FROM json_each(?) k CROSS JOIN directive x INDEXED BY directive_narrow ON x.directive_key = k.value
     CROSS JOIN document d ON d.document_key = x.document_key`,
  )
    .all(JSON.stringify(keys))
    .map((place) => ({ ...place, exact: exact.has(place.key), inRow: inRow.has(place.key) }))
    .sort(comparePlaces);
};

const pageSorted = (places: readonly Place[], after: Cursor | undefined, limit: number): Place[] => {
  if (after === undefined || after.order !== 'sorted') return places.slice(0, limit);
  return places.filter((place) => comparePlaces(place, after) > 0).slice(0, limit);
};

const pageStored = (db: Store, match: Match, after: Cursor | undefined, limit: number): Place[] => {
  const toPlaces = (expression: string, exact: boolean, count: number, before: number | undefined): Place[] =>
    takeKeys(db, match, expression, count, before).map((key) => ({ key, exact, inRow: false, issuedOn: '' }));
  if (match.exact === null) return toPlaces(match.folded, true, limit, after?.key);
  const others = `(${match.folded}) NOT (${match.exact})`;
  if (after !== undefined && !after.exact) return toPlaces(others, false, limit, after.key);
  const exact = toPlaces(match.exact, true, limit, after?.key);
  return exact.length === limit ? exact : [...exact, ...toPlaces(others, false, limit - exact.length, undefined)];
};

const toCursor = (order: Cursor['order'], { key, exact, inRow, issuedOn }: Place): Cursor =>
  order === 'sorted' ? { order, exact, inRow, issuedOn, key } : { order, exact, key };

const EMPTY: SearchPage = { hits: [], next: null, total: { count: 0, exact: true }, order: 'sorted', passages: [] };

/**
 * Finds directives. Words match without regard to marks; hits with the marks as typed come first, then those with the
 * words in a row, then the newest date of issue. Any text is safe. `search(db, { words: 'dang uy bao cao', filters: { year: 2025 }, today, limit: 20 })`.
 */
export const search = (db: Store, request: SearchRequest): SearchPage => {
  const cursor = request.pageToken === undefined ? undefined : readToken(request.pageToken);
  const query = parseQuery(request.words);
  const filters = resolveFilters(db, request.filters, request.today);
  if (filters === undefined)
    return request.withFacets === true ? { ...EMPTY, facets: countFacets(db, [], true) } : EMPTY;
  const match = buildMatch(db, query, filters);
  const most = request.withFacets === true ? MAX_COUNTED : MAX_SORTED;
  const keys = takeKeys(db, match, match.folded, most + 1);
  const order = cursor?.order ?? (keys.length <= MAX_SORTED ? 'sorted' : 'stored');
  const places =
    order === 'sorted'
      ? pageSorted(sortPlaces(db, match, keys.slice(0, MAX_SORTED)), cursor, request.limit + 1)
      : pageStored(db, match, cursor, request.limit + 1);
  const shown = places.slice(0, request.limit);
  const last = shown.at(-1);
  const all = keys.length <= most;
  return {
    hits: shown.flatMap((place) => {
      const hit = loadHit(db, place.key);
      return hit === undefined ? [] : [{ ...hit, exact: place.exact, snippet: cutSnippet(hit.text, query) }];
    }),
    next: places.length > shown.length && last !== undefined ? writeToken(toCursor(order, last)) : null,
    total: { count: Math.min(keys.length, most), exact: all },
    order,
    passages: cursor === undefined ? findPassages(db, query, match, request.limit) : [],
    ...(request.withFacets === true ? { facets: countFacets(db, keys.slice(0, most), all) } : {}),
  };
};

/** Internal keys of all directives that match, in stored order, one at a time: what exports run over. */
export function* findAll(db: Store, request: Pick<SearchRequest, 'words' | 'filters' | 'today'>): Generator<number> {
  const filters = resolveFilters(db, request.filters, request.today);
  if (filters === undefined) return;
  const match = buildMatch(db, parseQuery(request.words), filters);
  yield* listKeys(db, match, match.folded, { after: 0 });
}
