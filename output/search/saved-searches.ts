import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { PipelineError } from '../../pipeline/base/errors.js';
import { guard } from '../store/database-error.js';
import { readSaved, recordSaved, removeSaved, type SavedRow } from '../store/saved-searches.js';
import type { Store } from '../store/store.js';
import { SEARCH_SORTS } from './page-token.js';
import { type PaperPage, SEARCH_PLACES, type SearchPage, type SearchRequest } from './request.js';
import { search } from './search.js';
import { searchPapers } from './search-papers.js';
import { TaskFilters } from './task-filters.js';
import { tryJson } from './try-json.js';

/** A search as people keep it: what is asked for, not the day and not the page. */
export const AskedSearch = z
  .object({
    in: z.enum(SEARCH_PLACES),
    words: z.string(),
    filters: TaskFilters,
    sort: z.enum(SEARCH_SORTS),
    plain: z.boolean(),
  })
  .readonly();
export type AskedSearch = z.infer<typeof AskedSearch>;

/** Which part of a search is shown, and on which day. */
export type SearchView = Pick<SearchRequest, 'today' | 'limit' | 'page' | 'pageToken' | 'withFacets'>;

export type FoundSearch =
  | { readonly in: 'tasks'; readonly page: SearchPage }
  | { readonly in: 'papers'; readonly page: PaperPage };

/** Searches where a person asked for. */
export const runSearch = (db: Store, asked: AskedSearch, view: SearchView): FoundSearch =>
  guard(
    db,
    () =>
      asked.in === 'papers'
        ? { in: 'papers', page: searchPapers(db, { ...asked, ...view }) }
        : { in: 'tasks', page: search(db, { ...asked, ...view }) },
    true,
  );

/** A search that was kept under a name. */
export interface SavedSearch extends Omit<SavedRow, 'request'> {
  readonly asked: AskedSearch;
}

/** Searches that people kept, by name; what another program wrote and this one cannot read is left out. — tìm kiếm đã lưu */
export const listSavedSearches = (db: Store): readonly SavedSearch[] =>
  guard(db, () => readSaved(db), true).flatMap(({ request, ...row }) => {
    const asked = AskedSearch.safeParse(tryJson(request));
    return asked.success ? [{ ...row, asked: asked.data }] : [];
  });

const tidyName = (name: string): string => {
  const tidied = name.normalize('NFC').trim().replace(/\s+/gu, ' ');
  if (tidied !== '' && tidied.length <= 100 && !/\p{Cc}/u.test(tidied)) return tidied;
  throw new PipelineError(
    'usage',
    {
      vi: 'Tên tìm kiếm phải có từ 1 đến 100 chữ, trên một dòng',
      en: 'Expected a name of 1 to 100 characters on one line',
    },
    { vi: 'Đặt tên ngắn, ví dụ: quá hạn Sở Y tế', en: 'Choose a short name' },
  );
};

const findByName = (all: readonly SavedSearch[], name: string): SavedSearch | undefined => {
  const tidied = tidyName(name);
  const wanted = tidied.toLowerCase();
  return all.find((one) => one.name === tidied) ?? all.find((one) => one.name.toLowerCase() === wanted);
};

/** The kept search of a name, in any case; undefined when there is none. Throws `usage` for what can be no name. */
export const findSavedSearch = (db: Store, name: string): SavedSearch | undefined =>
  findByName(listSavedSearches(db), name);

const taken = ({ name, savedBy }: SavedSearch): PipelineError =>
  new PipelineError(
    'usage',
    {
      vi: `Đã có tìm kiếm tên “${name}”${savedBy === '' ? '' : ` (${savedBy} lưu)`}; chưa ghi gì.`,
      en: `There is a search called “${name}”${savedBy === '' ? '' : ` (saved by ${savedBy})`}; nothing was written.`,
    },
    {
      vi: 'Đặt tên khác, hoặc thêm --replace để thay tìm kiếm đó.',
      en: 'Choose another name, or add --replace to put this one in its place.',
    },
  );

/**
 * Keeps a search under a name. One of that name, in any case, that asks for something else is replaced only with
 * `doer.replace`, else `usage` is thrown. `doer.at` is ISO 8601 with zone.
 */
export const saveSearch = (
  db: Store,
  name: string,
  asked: AskedSearch,
  doer: { readonly by: string; readonly at: string; readonly replace?: boolean },
): SavedSearch => {
  const row = { name: tidyName(name), savedBy: doer.by, savedAt: doer.at };
  const value = AskedSearch.parse(asked);
  const held = findSavedSearch(db, row.name);
  const isOther = held !== undefined && !isDeepStrictEqual(held.asked, value);
  if (isOther && doer.replace !== true) throw taken(held);
  if (held !== undefined && held.name !== row.name) guard(db, () => removeSaved(db, held.name));
  guard(db, () => recordSaved(db, { ...row, request: JSON.stringify(value) }));
  return { ...row, asked: value };
};

/** A kept search by its name, in any case; throws `usage` with the names that there are. */
export const requireSavedSearch = (db: Store, name: string): SavedSearch => {
  const all = listSavedSearches(db);
  const found = findByName(all, name);
  if (found !== undefined) return found;
  const names = all.map((one) => one.name).join(' · ');
  throw new PipelineError(
    'usage',
    { vi: `Không có tìm kiếm đã lưu tên “${name}”.`, en: `There is no saved search called “${name}”.` },
    {
      vi: names === '' ? 'Chưa lưu tìm kiếm nào: ketluan searches add.' : `Đang có: ${names}`,
      en: names === '' ? 'None is saved yet: ketluan searches add.' : `There are: ${names}`,
    },
  );
};

/** Forgets a kept search. Throws `usage` when there is none of that name. */
export const removeSearch = (db: Store, name: string): SavedSearch => {
  const found = requireSavedSearch(db, name);
  guard(db, () => removeSaved(db, found.name));
  return found;
};
