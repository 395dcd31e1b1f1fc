import type { Hono } from 'hono';
import { z } from 'zod';
import { formatMoment } from '../cli/format.js';
import { mayAs, noteEvent } from '../output/access/access.js';
import { type AskedSearch, findSavedSearch, removeSearch, saveSearch } from '../output/search/saved-searches.js';
import { type Action, answerWith, isProgram, readBody } from './actions.js';
import { type AppOptions, makePage } from './context.js';
import type { Guarded } from './guard.js';
import { hrefOfSaved } from './screens/load-found.js';
import { SearchQuery, toFilters } from './screens/search-data.js';
import { Hidden, Layout } from './view/layout.js';
import { Nothing } from './view/parts.js';

const SaveForm = z.object({
  name: z.string().max(400),
  /** The address of the search behind its question mark. */
  search: z.string().max(4000),
  replace: z.literal('1').optional(),
});
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

const toAsked = (query: SearchQuery): AskedSearch => ({
  in: 'tasks',
  words: query.q,
  filters: toFilters(query),
  sort: query.sort,
  plain: query.plain === '1',
});

/**
 * `POST /tim/luu` keeps a search under a name, `POST /tim/bo-luu` forgets one. One of that name is not replaced without a word: it
 * may be somebody else's. — lưu, bỏ tìm kiếm
 */
export const addSaved = (app: Hono<Guarded>, options: AppOptions): void => {
  const { db, access, now } = options;
  app.post(SAVE_SEARCH.path, async (c) => {
    const visitor = c.get('visitor');
    if (!mayAs(visitor.role, SAVE_SEARCH.role)) return c.text('403 Forbidden', 403);
    const form = SaveForm.safeParse(await readBody(c));
    const query = SearchQuery.safeParse(Object.fromEntries(new URLSearchParams(form.data?.search ?? '')));
    if (!form.success || !query.success) return c.text('400 Bad Request', 400);
    const { name, search, replace } = form.data;
    const there = findSavedSearch(db, name);
    const page = makePage(c, options, visitor);
    if (there !== undefined && replace === undefined) {
      const text = {
        vi: `Đã có tìm kiếm tên “${there.name}”.`,
        en: `There is a saved search called “${there.name}”.`,
      };
      if (isProgram(c)) return c.json({ error: { code: 'usage', text, hint: null } }, 409);
      return c.html(
        <Layout title={text[page.language]} page={page}>
          <Nothing title={text[page.language]}>
            <p>
              {page.say(
                `${there.savedBy} lưu lúc ${formatMoment(there.savedAt)}. Thay bằng tìm kiếm vừa rồi?`,
                `Saved by ${there.savedBy}, ${formatMoment(there.savedAt)}. Replace it?`,
              )}
            </p>
            <form method="post" action="/tim/luu" class="acts center">
              <Hidden page={page} values={{ name: there.name, search, replace: '1' }} />
              <button type="submit" class="first">
                {page.say('Thay', 'Replace')}
              </button>
              <a class="button" href={hrefOfSaved(there)}>
                {page.say('Xem tìm kiếm đã có', 'See the one that is there')}
              </a>
              <a class="button" href={`/tim?${search}`}>
                {page.say('Quay lại, đặt tên khác', 'Back, for another name')}
              </a>
            </form>
          </Nothing>
        </Layout>,
        409,
      );
    }
    const at = now();
    const saved = saveSearch(db, there?.name ?? name, toAsked(query.data), {
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
