import type { DayRange } from '../../output/search/due-days.js';
import type { IsoDate } from '../../schemas/span.js';
import { link, type Page } from '../page.js';
import type { Found } from '../screens/search-data.js';

/** What is searched, as an address holds it: with typing errors mended where what was typed finds nothing. */
export const shownQuery = (page: Page, { instead }: Pick<Found, 'instead'>): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(page.query),
  ...Object.fromEntries(new URLSearchParams(instead ?? '')),
});

/** The list of what is shown on some days: the search that is shown, narrowed. */
export const listOf = (
  page: Page,
  data: Pick<Found, 'instead'>,
  changes: Readonly<Record<string, string | undefined>>,
): string => link('/tim', { ...shownQuery(page, data), page: undefined, month: undefined, ...changes });

/** The days that a search asks for already and those that are clicked at. */
export const within = (page: Page, { from, to }: Partial<DayRange>): { from?: IsoDate; to?: IsoDate } => {
  const [ownFrom, ownTo] = [page.query.get('from') ?? undefined, page.query.get('to') ?? undefined];
  const first = [ownFrom, from]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);
  const last = [ownTo, to]
    .filter((day) => day !== undefined)
    .toSorted()
    .at(0);
  return { ...(first === undefined ? {} : { from: first }), ...(last === undefined ? {} : { to: last }) };
};
