import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { formatMoment } from '../cli/format.js';
import { mayAs, noteEvent } from '../output/access/access.js';
import { SEARCH_PLACES } from '../output/search/request.js';
import {
  type AskedSearch,
  findSavedSearch,
  removeSearch,
  type SavedSearch,
  saveSearch,
} from '../output/search/saved-searches.js';
import type { Store } from '../output/store/store.js';
import { PipelineError } from '../pipeline/base/errors.js';
import { type Action, answerWith, isProgram, readBody } from './actions.js';
import { type AppOptions, makePage } from './context.js';
import type { Guarded } from './guard.js';
import { link } from './page.js';
import { hrefOfSaved } from './screens/load-found.js';
import { SearchQuery, toFilters } from './screens/search-data.js';
import { Layout } from './view/layout.js';
import { SaveAgain } from './view/save-search.js';

const SaveForm = z.object({
  name: z.string().max(400),
  /** The address of the search behind its question mark. */
  search: z.string().max(4000),
  in: z.enum(SEARCH_PLACES).default('tasks'),
  replace: z.literal('1').optional(),
});
type SaveForm = z.output<typeof SaveForm>;
const RemoveForm = z.object({ name: z.string().max(400) });

export const SAVE_SEARCH: Action = {
  path: '/tim/luu',
  summary: { vi: 'Lưu một tìm kiếm', en: 'Keep a search' },
  role: 'reviewer',
  body: SaveForm,
  data: z.object({ name: z.string() }),
};

export const FORGET_SEARCH: Action = {
  path: '/tim/bo-luu',
  summary: { vi: 'Bỏ một tìm kiếm đã lưu', en: 'Forget a search that is kept' },
  role: 'reviewer',
  body: RemoveForm,
  data: z.object({ name: z.string() }),
};

const toAsked = (place: SaveForm['in'], query: SearchQuery): AskedSearch => ({
  in: place,
  words: query.q,
  filters: toFilters(query),
  sort: place === 'papers' ? 'relevance' : query.sort,
  plain: query.plain === '1',
});

/** The search that somebody was at. */
const hrefOf = ({ in: place, search }: SaveForm): string =>
  link(place === 'papers' ? '/van-ban' : '/tim', Object.fromEntries(new URLSearchParams(search)));

/** Why a search is not kept under a name: what is wrong with the name, or the search that has it. */
type Told =
  | { readonly status: 422; readonly error: PipelineError }
  | { readonly status: 409; readonly there: SavedSearch };

/** One of that name is not replaced without a word: it may be somebody else's. */
const check = (db: Store, { name, replace }: SaveForm): Told | undefined => {
  try {
    const there = findSavedSearch(db, name);
    return there === undefined || replace !== undefined ? undefined : { status: 409, there };
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'usage') return { status: 422, error };
    throw error;
  }
};

const tell = (c: Context<Guarded>, options: AppOptions, form: SaveForm, told: Told): Response | Promise<Response> => {
  const page = makePage(c, options, c.get('visitor'));
  const { text, hint } =
    told.status === 422
      ? told.error
      : {
          text: {
            vi: `Đã có tìm kiếm tên “${told.there.name}”.`,
            en: `There is a saved search called “${told.there.name}”.`,
          },
          hint: {
            vi: `${told.there.savedBy} lưu lúc ${formatMoment(told.there.savedAt)}. Đặt tên khác, hoặc thay nó.`,
            en: `Saved by ${told.there.savedBy}, ${formatMoment(told.there.savedAt)}. Choose another name, or replace it.`,
          },
        };
  if (isProgram(c)) return c.json({ error: { code: 'usage', text, hint, field: 'name' } }, told.status);
  // Opened again, the address shows the search.
  c.header('HX-Replace-Url', hrefOf(form));
  return c.html(
    <Layout title={page.say('Lưu tìm kiếm', 'Keep a search')} page={page}>
      <SaveAgain
        typed={form}
        wrong={`${text[page.language]} ${hint[page.language]}`}
        there={told.status === 409 ? hrefOfSaved(told.there) : null}
        back={hrefOf(form)}
        page={page}
      />
    </Layout>,
    told.status,
  );
};

/** `POST /tim/luu` keeps a search under a name, `POST /tim/bo-luu` forgets one. — lưu, bỏ tìm kiếm */
export const addSaved = (app: Hono<Guarded>, options: AppOptions): void => {
  const { db, access, now } = options;
  app.post(SAVE_SEARCH.path, async (c) => {
    const visitor = c.get('visitor');
    if (!mayAs(visitor.role, SAVE_SEARCH.role)) return c.text('403 Forbidden', 403);
    const form = SaveForm.safeParse(await readBody(c));
    const query = SearchQuery.safeParse(Object.fromEntries(new URLSearchParams(form.data?.search ?? '')));
    if (!form.success || !query.success) return c.text('400 Bad Request', 400);
    const told = check(db, form.data);
    if (told !== undefined) return tell(c, options, form.data, told);
    const there = findSavedSearch(db, form.data.name);
    const at = now();
    const saved = saveSearch(db, there?.name ?? form.data.name, toAsked(form.data.in, query.data), {
      by: visitor.name,
      at,
      replace: there !== undefined,
    });
    noteEvent(access, { at, name: visitor.name, action: 'save-search', target: saved.name });
    return answerWith(c, hrefOfSaved(saved), { name: saved.name });
  });
  app.post(FORGET_SEARCH.path, async (c) => {
    const visitor = c.get('visitor');
    if (!mayAs(visitor.role, FORGET_SEARCH.role)) return c.text('403 Forbidden', 403);
    const form = RemoveForm.safeParse(await readBody(c));
    if (!form.success) return c.text('400 Bad Request', 400);
    const { name } = removeSearch(db, form.data.name);
    noteEvent(access, { at: now(), name: visitor.name, action: 'remove-search', target: name });
    return answerWith(c, '/tim/da-luu', { name });
  });
};
