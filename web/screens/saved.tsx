import { z } from 'zod';
import { formatMoment } from '../../cli/format.js';
import { mayAs } from '../../output/access/access.js';
import { searchPapers } from '../../output/guarded-readers.js';
import { describeFilters } from '../../output/search/describe-filter.js';
import { countTasks } from '../../output/search/find-tasks.js';
import type { Total as Counted } from '../../output/search/request.js';
import { type AskedSearch, listSavedSearches } from '../../output/search/saved-searches.js';
import { settleSearch } from '../../output/search/search.js';
import { guard } from '../../output/store/database-error.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import { link, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Sentence } from '../text.js';
import { Hidden } from '../view/layout.js';
import { figure, Nothing } from '../view/parts.js';
import { total } from '../view/search-parts.js';
import { hrefOfSaved } from './load-found.js';
import { Total } from './search-data.js';

/** Searches of which it is counted what they find today: more would keep the page waiting. */
const MOST_COUNTED = 20;
/** What one search finds is counted up to this. */
const MOST_FOUND = 1000;

const SavedData = z.object({
  searches: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['tasks', 'papers']),
      words: z.string(),
      /** Filters, order and place as people read them. */
      asked: z.array(Sentence),
      href: z.string(),
      savedBy: z.string(),
      savedAt: z.string(),
      /** What it finds today; null where it was not counted. */
      total: Total.nullable(),
    }),
  ),
});
type SavedData = z.input<typeof SavedData>;

const describe = ({ in: place, words, filters, sort, plain }: AskedSearch): Bilingual[] => [
  ...(place === 'papers' ? [{ vi: 'trong văn bản', en: 'in papers' }] : []),
  ...(words === '' ? [] : [{ vi: `chữ: ${words}`, en: `words: ${words}` }]),
  ...describeFilters(filters).map(({ label }) => label),
  ...(sort === 'due' ? [{ vi: 'hạn gần nhất trước', en: 'due first' }] : []),
  ...(sort === 'issued' ? [{ vi: 'mới ban hành trước', en: 'newest first' }] : []),
  ...(plain ? [{ vi: 'tìm đúng chữ', en: 'the words alone' }] : []),
];

const count = ({ db, today }: Page, asked: AskedSearch): Counted =>
  asked.in === 'papers'
    ? searchPapers(db, { ...asked, today, limit: 1 }).total
    : guard(db, () => countTasks(db, settleSearch(db, { ...asked, today }), MOST_FOUND), true);

const loadSaved = (page: Page): SavedData => ({
  searches: listSavedSearches(page.db).map((one, at) => ({
    name: one.name,
    in: one.asked.in,
    words: one.asked.words,
    asked: describe(one.asked),
    href: hrefOfSaved(one),
    savedBy: one.savedBy,
    savedAt: one.savedAt,
    total: at < MOST_COUNTED ? count(page, one.asked) : null,
  })),
});

const Line = ({ one, page }: { one: SavedData['searches'][number]; page: Page }) => (
  <tr>
    <td class="what">
      <a href={one.href}>
        <b>{one.name}</b>
      </a>
      <small class="quiet line">
        {one.asked.length === 0
          ? page.say('tất cả nhiệm vụ', 'every task')
          : one.asked.map((label) => label[page.language]).join(' · ')}
      </small>
    </td>
    <td class="where number">
      {one.total === null ? null : (
        <a href={one.href}>
          {total(one.total, page)} {one.in === 'papers' ? page.say('văn bản', 'papers') : page.say('nhiệm vụ', 'tasks')}
        </a>
      )}
    </td>
    <td class="who-does">
      {one.savedBy} <small>{formatMoment(one.savedAt)}</small>
    </td>
    {mayAs(page.visitor.role, 'reviewer') ? (
      <td class="acts end">
        <details class="menu">
          <summary class="button">{page.say('Bỏ …', 'Remove …')}</summary>
          <div>
            <form method="post" action="/tim/bo-luu" class="fields">
              <Hidden page={page} values={{ name: one.name }} />
              <p>
                {page.say(
                  `Bỏ “${one.name}” với mọi người? Nhiệm vụ không bị động tới.`,
                  `Remove “${one.name}” for everybody? No task is touched.`,
                )}
              </p>
              <button type="submit">{page.say('Bỏ tìm kiếm này', 'Remove it')}</button>
            </form>
          </div>
        </details>
      </td>
    ) : null}
  </tr>
);

export const SAVED = defineRoute({
  path: '/tim/da-luu',
  summary: { vi: 'Những tìm kiếm đã lưu', en: 'Searches that were kept' },
  role: 'reader',
  query: z.object({}),
  data: SavedData,
  load: loadSaved,
  title: (_, page) => page.say('Tìm kiếm đã lưu', 'Saved searches'),
  view: ({ searches }, page) =>
    searches.length === 0 ? (
      <Nothing title={page.say('Chưa lưu tìm kiếm nào.', 'No search is saved yet.')}>
        <p>
          {page.readOnly?.reason === 'published'
            ? page.say('Bản chỉ đọc không mang theo tìm kiếm đã lưu.', 'A read-only copy holds no saved searches.')
            : mayAs(page.visitor.role, 'reviewer')
              ? page.say(
                  'Lọc ra những việc hay xem, rồi bấm Lưu ở góc trên bên phải.',
                  'Narrow a search to what you often look at, then press Save at the top right.',
                )
              : page.say('Người rà soát lưu, mọi người cùng dùng.', 'Reviewers keep them, for everybody.')}
        </p>
        <p>
          <a class="button" href="/tim">
            {page.say('Đến trang Tìm', 'To the search')}
          </a>
        </p>
      </Nothing>
    ) : (
      <>
        <div class="title">
          <h1>
            {figure(searches.length, page)} {page.say('tìm kiếm đã lưu', 'saved searches')}
          </h1>
          <a href={link('/tim')}>{page.say('Về trang Tìm', 'Back to the search')}</a>
        </div>
        <table class="tasks saved">
          <thead>
            <tr>
              <th scope="col">{page.say('Tên', 'Name')}</th>
              <th scope="col">{page.say('Hôm nay tìm thấy', 'Finds today')}</th>
              <th scope="col">{page.say('Người lưu', 'Saved by')}</th>
              {mayAs(page.visitor.role, 'reviewer') ? (
                <th scope="col">
                  <span class="hidden">{page.say('Việc làm', 'Actions')}</span>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {searches.map((one) => (
              <Line one={one} page={page} />
            ))}
          </tbody>
        </table>
      </>
    ),
});
