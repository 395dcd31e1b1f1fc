import type { Child } from 'hono/jsx';
import { mayAs } from '../../output/access/access.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import { link, linkFrom, type Page } from '../page.js';
import type { Found } from '../screens/search-data.js';
import { figure, Nothing } from './parts.js';
import { SaveSearch } from './save-search.js';
import { Chips, Filters } from './search-filters.js';
import { type ExportRange, Exports } from './search-menus.js';

/** A count, and that it is more where not all were counted. */
export const total = ({ count, exact }: Found['total'], page: Page): string =>
  exact ? figure(count, page) : page.say(`hơn ${figure(count, page)}`, `over ${figure(count, page)}`);

/** How a sentence was read, and what was searched in place of words that find nothing. */
export const Reading = ({ data, page }: { data: Pick<Found, 'reading' | 'corrected'>; page: Page }) => (
  <>
    {data.reading === null ? null : (
      <p class="reading">
        {page.say('Hiểu là', 'Read as')}:{' '}
        {data.reading.parts.map(({ label, typed }) => (
          <span class="chip" title={typed}>
            {label[page.language]}
          </span>
        ))}
        {data.reading.words === '' ? null : (
          <>
            {' '}
            {page.say('và chữ', 'and the words')} “{data.reading.words}”
          </>
        )}{' '}
        · <a href={linkFrom(page, { plain: '1', page: undefined })}>{page.say('tìm đúng chữ', 'search the words')}</a>
      </p>
    )}
    {data.corrected === null ? null : (
      <p class="reading">
        {page.say('Không có kết quả cho chữ đã gõ; đang tìm', 'Nothing for what was typed; shown instead')} “
        {data.corrected}”
      </p>
    )}
  </>
);

/** True where a search is narrowed by anything at all. */
const isAskedFor = ({ query }: Page): boolean =>
  [...query.keys()].some((name) => !['month', 'page', 'sort'].includes(name));

/** Where there is no task at all, no other search would find one. */
const Empty = ({ page }: { page: Page }) => (
  <Nothing title={page.say('Chưa có nhiệm vụ nào.', 'There are no tasks yet.')}>
    {mayAs(page.visitor.role, 'admin') ? (
      <p>
        <a class="button" href="/nap">
          {page.say('Nạp thư mục văn bản đầu tiên', 'Take in the first folder of papers')}
        </a>
      </p>
    ) : null}
  </Nothing>
);

const Offers = ({ data, page }: { data: Found; page: Page }) => (
  <Nothing title={page.say('Không tìm thấy nhiệm vụ nào.', 'No task was found.')}>
    <ul class="offers">
      {data.offers.map(({ label, href, count, exact }) => (
        <li>
          <a href={href}>{label[page.language]}</a> <span class="quiet">({total({ count, exact }, page)})</span>
        </li>
      ))}
      {data.offers.length > 0 || page.query.get('q') === null ? null : (
        <>
          <li class="quiet">
            {page.say('Thử ít chữ hơn, hoặc viết có dấu.', 'Try fewer words, or write the accents.')}
          </li>
          <li>
            <a href={link('/van-ban', { q: page.query.get('q') })}>
              {page.say('tìm chữ này trong văn bản', 'search the papers for these words')}
            </a>
          </li>
        </>
      )}
      {page.query.size > 1 ? (
        <li>
          <a href={link('/tim', { q: page.query.get('q') })}>{page.say('bỏ mọi bộ lọc', 'without any filter')}</a>
        </li>
      ) : null}
    </ul>
  </Nothing>
);

/** The ways in which one search is looked at, each under an address of its own. */
const VIEWS: readonly { readonly path: string; readonly name: Bilingual }[] = [
  { path: '/tim', name: { vi: 'Danh sách', en: 'List' } },
  { path: '/tim/lich', name: { vi: 'Lịch', en: 'Calendar' } },
  { path: '/tim/dong-thoi-gian', name: { vi: 'Dòng thời gian', en: 'Timeline' } },
];

const Views = ({ own, page }: { own: string; page: Page }) => (
  <nav class="sorts views" aria-label={page.say('Cách xem', 'View')}>
    {VIEWS.map(({ path, name }) => (
      <a
        href={link(path, { ...Object.fromEntries(page.query), page: undefined, month: undefined })}
        aria-current={path === own ? 'page' : undefined}
      >
        {name[page.language]}
      </a>
    ))}
  </nav>
);

/** What stands around the results of a search, whatever they are shown as; `children` where something was found. */
export const SearchScreen = ({
  data,
  page,
  own,
  range,
  tools,
  children,
}: {
  data: Found;
  page: Page;
  /** Path of this view. */
  own: string;
  /** The days that are shown, where it is not everything: so much is exported. */
  range?: ExportRange;
  tools?: Child;
  children?: Child;
}) => (
  <div class="split">
    <Filters data={data} page={page} />
    <div class="results">
      <div class="title">
        <h1>
          {total(data.total, page)} {page.say('nhiệm vụ', 'tasks')}
        </h1>
        <div class="tools">
          <nav class="sorts" aria-label={page.say('Tìm trong', 'Search in')}>
            <a href={linkFrom(page, {})} aria-current="page">
              {page.say('Nhiệm vụ', 'Tasks')}
            </a>
            <a
              href={link('/van-ban', {
                q: page.query.get('q'),
                issuer: page.query.get('issuer'),
                type: page.query.get('type'),
                year: page.query.get('year'),
              })}
            >
              {page.say('Văn bản', 'Papers')}
            </a>
          </nav>
          <Views own={own} page={page} />
          {tools}
          <SaveSearch page={page} kept={{ in: 'tasks', search: page.query.toString() }} />
          <Exports page={page} data={data} range={range} />
        </div>
      </div>
      <Chips page={page} />
      <Reading data={data} page={page} />
      {data.total.count > 0 ? children : isAskedFor(page) ? <Offers data={data} page={page} /> : <Empty page={page} />}
    </div>
  </div>
);
