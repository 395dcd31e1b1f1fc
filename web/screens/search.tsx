import { nameItem } from '../../cli/format.js';
import { SEARCH_SORTS } from '../../output/search/page-token.js';
import { pickFirst } from '../../output/tracker/first-deadline.js';
import { link, linkFrom, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Due, Marked, Names, Pager } from '../view/parts.js';
import { SearchScreen } from '../view/search-parts.js';
import { loadFound } from './load-found.js';
import { SearchData, SearchQuery } from './search-data.js';

/** Rows of one page: what a high window shows without scrolling far. */
const ROWS = 50;

const loadSearch = (page: Page, query: SearchQuery): SearchData => {
  const { found, shown } = loadFound(page, query, ROWS);
  return {
    ...shown,
    page: found.page,
    isLast: found.next === null,
    hits: found.hits.map((hit) => ({
      ...hit,
      leads: [...hit.leads],
      coordinating: [...hit.coordinating],
      deadlines: hit.deadlines.map((deadline) => ({ ...deadline })),
      snippet: { ...hit.snippet, highlights: [...hit.snippet.highlights] },
    })),
    passages: found.passages.map(({ documentId, documentNumber, page: at, snippet }) => ({
      documentId,
      documentNumber,
      page: at,
      snippet: { text: snippet.text, highlights: [...snippet.highlights] },
    })),
  };
};

const SORTS = {
  relevance: { vi: 'khớp nhất', en: 'best match' },
  due: { vi: 'hạn gần nhất', en: 'due first' },
  issued: { vi: 'mới ban hành', en: 'newest' },
} as const;

const Row = ({ hit, page }: { hit: SearchData['hits'][number]; page: Page }) => (
  <tr>
    <td class="when">
      <Due deadline={pickFirst(hit.deadlines)} page={page} />
    </td>
    <td class="what">
      <a href={link(`/van-ban/${hit.documentId}`, { item: hit.directiveId, q: page.query.get('q') })}>
        {hit.snippet.cutBefore ? '… ' : ''}
        <Marked text={hit.snippet.text} spans={hit.snippet.highlights} />
        {hit.snippet.cutAfter ? ' …' : ''}
      </a>
      {hit.needsReview ? <span class="flag">{page.say('cần xem lại', 'to review')}</span> : null}
    </td>
    <td class="who-does">
      <Names names={hit.leads} />
      {hit.coordinating.length === 0 ? null : (
        <small>
          {page.say('phối hợp: ', 'with: ')}
          <Names names={hit.coordinating} most={2} />
        </small>
      )}
    </td>
    <td class="where">
      <span class="nowrap">{hit.documentNumber ?? page.say('(không số)', '(no number)')}</span>
      <small>{nameItem(hit.number, page.say)}</small>
    </td>
  </tr>
);

const Passages = ({ data, page }: { data: SearchData; page: Page }) =>
  data.passages.length === 0 ? null : (
    <section class="passages">
      <h2>{page.say('Đoạn chưa thành nhiệm vụ có chữ này', 'Passages with these words that became no task')}</h2>
      <ul>
        {data.passages.map(({ documentId, documentNumber, page: at, snippet }) => (
          <li>
            <a href={link(`/van-ban/${documentId}`, { p: at })}>
              <Marked text={snippet.text} spans={snippet.highlights} />
            </a>{' '}
            <small class="quiet">
              {documentNumber ?? page.say('(không số)', '(no number)')} · {page.say('trang', 'page')} {at}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );

export const SEARCH = defineRoute({
  path: '/tim',
  summary: { vi: 'Tìm nhiệm vụ', en: 'Search tasks' },
  role: 'reader',
  query: SearchQuery,
  data: SearchData,
  load: loadSearch,
  title: (_, page) => page.query.get('q') ?? page.say('Tìm', 'Search'),
  view: (data, page) => (
    <SearchScreen
      data={data}
      page={page}
      own="/tim"
      tools={
        <nav class="sorts" aria-label={page.say('Sắp theo', 'Sort')}>
          {SEARCH_SORTS.map((sort) => (
            <a
              href={linkFrom(page, { sort: sort === 'relevance' ? undefined : sort, page: undefined })}
              aria-current={(page.query.get('sort') ?? 'relevance') === sort ? 'true' : undefined}
            >
              {SORTS[sort][page.language]}
            </a>
          ))}
        </nav>
      }
    >
      <table class="tasks">
        <thead>
          <tr>
            <th scope="col">{page.say('Hạn', 'Due')}</th>
            <th scope="col">{page.say('Nội dung', 'What')}</th>
            <th scope="col">{page.say('Chủ trì · phối hợp', 'Lead · with')}</th>
            <th scope="col">{page.say('Văn bản', 'Paper')}</th>
          </tr>
        </thead>
        <tbody>
          {data.hits.map((hit) => (
            <Row hit={hit} page={page} />
          ))}
        </tbody>
      </table>
      <Pager at={data.page ?? 1} isLast={data.isLast} page={page} />
      <Passages data={data} page={page} />
    </SearchScreen>
  ),
});
