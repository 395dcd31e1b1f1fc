import { nameItem } from '../../cli/format.js';
import type { FormatName } from '../../output/export/formats.js';
import { search } from '../../output/guarded-readers.js';
import { SEARCH_SORTS } from '../../output/search/page-token.js';
import type { Offer } from '../../output/search/request.js';
import type { TaskFilters } from '../../output/search/task-filters.js';
import { isSecret } from '../../output/store/secret.js';
import { pickFirst } from '../../output/tracker/first-deadline.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import { link, linkFrom, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { Due, figure, Marked, Names, Nothing, Pager } from '../view/parts.js';
import { Chips, Filters } from '../view/search-filters.js';
import { SearchData, SearchQuery, toFilters } from './search-data.js';

/** Rows of one page: what a high window shows without scrolling far. */
const ROWS = 50;

/** Filters as an address holds them: the way back of toFilters. */
const fromFilters = (filters: TaskFilters) => {
  const { dueAfter, dueBefore, needsReview, overdue, ...same } = filters;
  return {
    ...same,
    from: dueAfter,
    to: dueBefore,
    review: needsReview,
    ...(overdue === true ? { state: 'QUÁ HẠN' } : {}),
  } as Readonly<Record<string, string | number | boolean | undefined>>;
};

const hrefOf = ({ words, filters, plain, in: place }: Offer): string =>
  link(place === 'papers' ? '/van-ban' : '/tim', { q: words, plain, ...fromFilters(filters) });

const loadSearch = ({ db, today }: Page, query: SearchQuery): SearchData => {
  const found = search(db, {
    words: query.q,
    filters: toFilters(query),
    today,
    limit: ROWS,
    page: query.page,
    sort: query.sort,
    plain: query.plain === '1',
    withFacets: true,
  });
  const { facets } = found;
  return {
    total: found.total,
    page: found.page,
    isLast: found.next === null,
    hits: found.hits.map((hit) => ({
      ...hit,
      leads: [...hit.leads],
      coordinating: [...hit.coordinating],
      deadlines: hit.deadlines.map((deadline) => ({ ...deadline })),
      snippet: { ...hit.snippet, highlights: [...hit.snippet.highlights] },
    })),
    reading:
      found.reading === null
        ? null
        : { parts: found.reading.parts.map(({ typed, label }) => ({ typed, label })), words: found.reading.words },
    corrected: found.corrected?.shown ?? null,
    offers: found.offers.map((offer) => ({ label: offer.label, href: hrefOf(offer), ...offer.total })),
    states: { ...found.states },
    facets: {
      exact: facets?.exact ?? true,
      counted: facets?.counted ?? 0,
      leads: [...(facets?.leads ?? [])],
      issuers: [...(facets?.issuers ?? [])],
      types: [...(facets?.types ?? [])],
      years: [...(facets?.years ?? [])],
    },
    passages: found.passages.map(({ documentId, documentNumber, page, snippet }) => ({
      documentId,
      documentNumber,
      page,
      snippet: { text: snippet.text, highlights: [...snippet.highlights] },
    })),
  };
};

const total = ({ count, exact }: SearchData['total'], page: Page): string =>
  exact ? figure(count, page) : page.say(`hơn ${figure(count, page)}`, `over ${figure(count, page)}`);

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

const Reading = ({ data, page }: { data: SearchData; page: Page }) => (
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

const Offers = ({ data, page }: { data: SearchData; page: Page }) => (
  <Nothing title={page.say('Không tìm thấy nhiệm vụ nào.', 'No task was found.')}>
    <ul class="offers">
      {data.offers.map(({ label, href, count, exact }) => (
        <li>
          <a href={href}>{label[page.language]}</a> <span class="quiet">({total({ count, exact }, page)})</span>
        </li>
      ))}
      {page.query.size > 1 ? (
        <li>
          <a href={link('/tim', { q: page.query.get('q') })}>{page.say('bỏ mọi bộ lọc', 'without any filter')}</a>
        </li>
      ) : null}
    </ul>
  </Nothing>
);

const EXPORTS = {
  xlsx: { vi: 'Phụ lục 2, mở bằng Excel, LibreOffice', en: 'Phụ lục 2, for Excel, LibreOffice' },
  csv: { vi: 'bảng cho chương trình khác', en: 'a table for other programs' },
  ics: { vi: 'lịch có nhắc hạn', en: 'a calendar with alarms' },
  html: { vi: 'báo cáo để in', en: 'a report to print' },
  jsonl: { vi: 'dữ liệu đầy đủ', en: 'all of the data' },
} as const satisfies Readonly<Record<FormatName, Bilingual>>;

const Exports = ({ page }: { page: Page }) => (
  <details class="menu">
    <summary>{page.say('Xuất', 'Export')}</summary>
    <div>
      {(['xlsx', 'csv', 'ics', 'html', 'jsonl'] as const satisfies readonly FormatName[]).map((format) => (
        <a
          href={link('/tim/xuat', { ...Object.fromEntries(page.query), page: undefined, format })}
          hx-boost="false"
          download
        >
          <b>{format.toUpperCase()}</b> <small class="quiet">{EXPORTS[format][page.language]}</small>
        </a>
      ))}
      {isSecret(page.db) ? (
        <p class="wrong">
          {page.say('Có văn bản mật: giữ bản xuất như tài liệu mật.', 'Classified papers: keep exports as such.')}
        </p>
      ) : null}
    </div>
  </details>
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
    <div class="split">
      <Filters data={data} page={page} />
      <div class="results">
        <div class="title">
          <h1>
            {total(data.total, page)} {page.say('nhiệm vụ', 'tasks')}
          </h1>
          <div class="tools">
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
            <Exports page={page} />
          </div>
        </div>
        <Chips page={page} />
        <Reading data={data} page={page} />
        {data.hits.length === 0 ? (
          <Offers data={data} page={page} />
        ) : (
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
        )}
        <Pager at={data.page ?? 1} isLast={data.isLast} page={page} />
        <Passages data={data} page={page} />
      </div>
    </div>
  ),
});
