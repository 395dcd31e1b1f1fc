import { search } from '../../output/guarded-readers.js';
import type { Offer, SearchPage } from '../../output/search/request.js';
import { listSavedSearches, type SavedSearch } from '../../output/search/saved-searches.js';
import type { AskedTasks } from '../../output/search/search.js';
import { joinFilters } from '../../output/search/task-filters.js';
import { link, type Page } from '../page.js';
import { type Found, fromFilters, type SearchQuery, toFilters } from './search-data.js';

/** Kept searches that stand beside the results; the others have a page of their own. */
const FIRST_SAVED = 8;

const hrefOf = ({ words, filters, plain, in: place }: Offer): string =>
  link(place === 'papers' ? '/van-ban' : '/tim', { q: words, plain, ...fromFilters(filters) });

/** The address that searches again as it was kept. */
export const hrefOfSaved = ({
  asked: { in: place, words, filters, sort, plain },
}: Pick<SavedSearch, 'asked'>): string =>
  link(place === 'papers' ? '/van-ban' : '/tim', {
    q: words,
    ...fromFilters(filters),
    sort: sort === 'relevance' ? undefined : sort,
    plain,
  });

/** What an address asks the library for. */
const askedOf = ({ today }: Page, query: SearchQuery): AskedTasks => ({
  words: query.q,
  filters: toFilters(query),
  today,
  plain: query.plain === '1',
});

/** How a search was read, mended, and what else there is: what every list of results says. */
export const tellSearch = ({
  reading,
  corrected,
  offers,
}: Pick<SearchPage, 'reading' | 'corrected' | 'offers'>): Pick<Found, 'reading' | 'corrected' | 'offers'> => ({
  reading:
    reading === null
      ? null
      : { parts: reading.parts.map(({ typed, label }) => ({ typed, label })), words: reading.words },
  corrected: corrected?.shown ?? null,
  offers: offers.map((offer) => ({ label: offer.label, href: hrefOf(offer), ...offer.total })),
});

/**
 * Searches, and says of it what every view of it shows. `limit`: tasks of a page. `settled`: what is shown, with nothing left to be
 * read out of its words or mended in them.
 */
export const loadFound = (
  page: Page,
  query: SearchQuery,
  limit: number,
): { readonly found: SearchPage; readonly shown: Found; readonly settled: AskedTasks } => {
  const asked = askedOf(page, query);
  const found = search(page.db, {
    ...asked,
    limit,
    page: query.page,
    sort: query.sort,
    withFacets: true,
  });
  const { facets, reading, corrected } = found;
  const settled: AskedTasks = {
    words: corrected?.words ?? reading?.words ?? asked.words,
    filters: joinFilters(reading?.filters ?? {}, asked.filters),
    today: asked.today,
    plain: true,
  };
  const saved = listSavedSearches(page.db);
  const shown: Found = {
    ...tellSearch(found),
    total: found.total,
    instead:
      corrected === null
        ? null
        : (link('', { q: settled.words, plain: true, ...fromFilters(settled.filters) }).split('?')[1] ?? null),
    states: { ...found.states },
    toReview: found.toReview ?? 0,
    facets: {
      exact: facets?.exact ?? true,
      counted: facets?.counted ?? 0,
      leads: [...(facets?.leads ?? [])],
      issuers: [...(facets?.issuers ?? [])],
      types: [...(facets?.types ?? [])],
      years: [...(facets?.years ?? [])],
    },
    saved: saved.slice(0, FIRST_SAVED).map((one) => ({ name: one.name, href: hrefOfSaved(one) })),
    moreSaved: Math.max(0, saved.length - FIRST_SAVED),
  };
  return { found, shown, settled };
};
