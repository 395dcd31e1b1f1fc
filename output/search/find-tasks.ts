import { PipelineError } from '../../pipeline/base/errors.js';
import type { IsoDate } from '../../schemas/span.js';
import { loadHit } from '../store/load-hit.js';
import type { Store } from '../store/store.js';
import { countStates, countToReview } from './count-states.js';
import { countFacets } from './facets.js';
import { resolveFilters } from './filters.js';
import { findPassages } from './find-passages.js';
import { buildMatch, listKeys, type Match, takeKeys } from './match.js';
import { type Cursor, readToken, type SearchSort, writeToken } from './page-token.js';
import { type ParsedQuery, parseQuery } from './parse-query.js';
import { comparePlaces, type Place, placeKeys } from './places.js';
import type { SearchPage, SearchRequest, Total } from './request.js';
import { cutSnippet } from './snippet.js';
import { listWidenings, type TermGroup, widenQuery } from './widen.js';

/** Up to so many results are sorted; above, their stored order keeps a page at a few milliseconds. */
const MAX_SORTED = 500;
/** The same where another order is asked for than that of relevance: it is worth a moment. */
const MAX_SORTED_BY = 20_000;
/** Facets are counted over at most so many directives, and say so when there were more. */
const MAX_COUNTED = 3_000;
/** Results that may be leafed through by number of page. */
const MAX_LEAFED = 100_000;

const pageStored = (db: Store, match: Match, after: Cursor | undefined, limit: number): Place[] => {
  const toPlaces = (expression: string, exact: boolean, count: number, before: number | undefined): Place[] =>
    takeKeys(db, match, expression, count, before).map((key) => ({ key, exact, inRow: false, day: '' }));
  if (match.exact === null) return toPlaces(match.folded, true, limit, after?.key);
  const others = `(${match.folded}) NOT (${match.exact})`;
  if (after !== undefined && !after.exact) return toPlaces(others, false, limit, after.key);
  const exact = toPlaces(match.exact, true, limit, after?.key);
  return exact.length === limit ? exact : [...exact, ...toPlaces(others, false, limit - exact.length, undefined)];
};

const toCursor = (order: Cursor['order'], sort: SearchSort, { key, exact, inRow, day }: Place): Cursor =>
  order === 'sorted' ? { order, sort, exact, inRow, day, key } : { order, exact, key };

const usage = (vi: string, en: string): PipelineError =>
  new PipelineError(
    'usage',
    { vi, en },
    { vi: 'Tìm lại từ trang đầu, hoặc lọc hẹp hơn', en: 'Search again from the first page, or narrow it' },
  );

/** Where the page begins: behind a token, or so many results from the start. */
const readStart = ({ pageToken, page = 1, limit, sort }: SearchRequest): { after?: Cursor; skip: number } => {
  if (pageToken !== undefined && page !== 1)
    throw usage('Chỉ dùng một trong hai: số trang hoặc mã trang', 'Expected a page or a page token, got both');
  if (!Number.isInteger(page) || page < 1 || page * limit > MAX_LEAFED)
    throw usage(
      `Số trang phải từ 1 và không quá kết quả thứ ${MAX_LEAFED}`,
      `Expected a page from 1 and no result behind ${MAX_LEAFED}`,
    );
  if (pageToken === undefined) return { skip: (page - 1) * limit };
  const after = readToken(pageToken);
  if (after.order === 'sorted' && after.sort !== (sort ?? 'relevance'))
    throw usage('Mã trang kết quả là của cách xếp khác', 'Expected the order that the page token was made in');
  return { after, skip: 0 };
};

type Asked = Pick<SearchRequest, 'words' | 'filters' | 'today'>;

interface Understood {
  readonly query: ParsedQuery;
  readonly groups: readonly TermGroup[];
  /** undefined where a name in the filters is unknown: then nothing can match. */
  readonly match: Match | undefined;
}

const understand = (db: Store, { words, filters, today }: Asked): Understood => {
  const query = parseQuery(words);
  const groups = widenQuery(db, query);
  const resolved = resolveFilters(db, filters, today);
  return { query, groups, match: resolved === undefined ? undefined : buildMatch(db, query, groups, resolved) };
};

/** What a search finds, before anybody asks whether something else was meant. */
export type FoundTasks = Omit<SearchPage, 'reading' | 'corrected' | 'offers'>;

const countAll = (
  db: Store,
  keys: readonly number[],
  today: IsoDate,
): Pick<SearchPage, 'facets' | 'states' | 'toReview'> => {
  const counted = keys.slice(0, MAX_COUNTED);
  return {
    facets: countFacets(db, counted, keys.length <= MAX_COUNTED),
    states: countStates(db, counted, today),
    toReview: countToReview(db, counted),
  };
};

/** Finds directives by words and filters as they are: see search. */
export const findTasks = (db: Store, request: SearchRequest): FoundTasks => {
  const { limit, sort = 'relevance', withFacets = false } = request;
  const { after, skip } = readStart(request);
  const { query, groups, match } = understand(db, request);
  const common = { page: after === undefined ? (request.page ?? 1) : null, sort, widenings: listWidenings(groups) };
  if (match === undefined) {
    const facets = withFacets ? { facets: countFacets(db, [], true), states: {}, toReview: 0 } : {};
    return {
      ...common,
      hits: [],
      next: null,
      total: { count: 0, exact: true },
      order: 'sorted',
      passages: [],
      ...facets,
    };
  }
  const mostSorted = sort === 'relevance' ? MAX_SORTED : MAX_SORTED_BY;
  const most = Math.max(mostSorted, withFacets ? MAX_COUNTED : 0);
  const keys = takeKeys(db, match, match.folded, most + 1);
  const order = after?.order ?? (keys.length <= mostSorted ? 'sorted' : 'stored');
  const wanted = skip + limit + 1;
  let places: readonly Place[];
  if (order === 'sorted') {
    const sorted = placeKeys(db, match, keys.slice(0, mostSorted), sort);
    const rest = after?.order === 'sorted' ? sorted.filter((place) => comparePlaces(place, after, sort) > 0) : sorted;
    places = rest.slice(skip, wanted);
  } else places = pageStored(db, match, after, wanted).slice(skip);
  const shown = places.slice(0, limit);
  const last = shown.at(-1);
  const also = groups.flatMap((group) => group.also);
  return {
    ...common,
    hits: shown.flatMap((place) => {
      const hit = loadHit(db, place.key);
      return hit === undefined ? [] : [{ ...hit, exact: place.exact, snippet: cutSnippet(hit.text, query, also) }];
    }),
    next: places.length > shown.length && last !== undefined ? writeToken(toCursor(order, sort, last)) : null,
    total: { count: Math.min(keys.length, most), exact: keys.length <= most },
    order,
    passages: after === undefined && skip === 0 ? findPassages(db, query, match, limit) : [],
    ...(withFacets ? countAll(db, keys, request.today) : {}),
  };
};

/** How many directives words and filters find, counted up to `most`. */
export const countTasks = (db: Store, asked: Asked, most: number): Total => {
  const { match } = understand(db, asked);
  const found = match === undefined ? 0 : takeKeys(db, match, match.folded, most + 1).length;
  return { count: Math.min(found, most), exact: found <= most };
};

/** Internal keys of all directives that words and filters find, in stored order, one at a time. */
export function* listTaskKeys(db: Store, asked: Asked): Generator<number> {
  const { match } = understand(db, asked);
  if (match !== undefined) yield* listKeys(db, match, match.folded, { after: 0 });
}
