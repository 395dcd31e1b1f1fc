import { formatDay } from '../../language/calendar/civil-date.js';
import { searchPapers } from '../../output/guarded-readers.js';
import { type DocumentFilters, findDocuments } from '../../output/search/find-documents.js';
import { listReviewReasons } from '../../output/search/review-reasons.js';
import { joinFilters } from '../../output/search/task-filters.js';
import { isNoteRule, NOTE_RULES } from '../../schemas/note-rules.js';
import { link, linkFrom, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { figure, fileName, Marked, Nothing, Pager, paperName } from '../view/parts.js';
import { SaveSearch } from '../view/save-search.js';
import { Chips, Choice } from '../view/search-filters.js';
import { Reading, total } from '../view/search-parts.js';
import { tellSearch } from './load-found.js';
import { PapersData, PapersQuery } from './papers-data.js';

/** Rows of one page. */
const ROWS = 50;
/** Reasons that a row names; the others are counted. */
const FIRST_REASONS = 2;

const toFilters = ({ issuer, type, year, batch, why, review, nonumber, nodate }: PapersQuery): DocumentFilters => ({
  ...(issuer === undefined ? {} : { issuer }),
  ...(type === undefined ? {} : { type }),
  ...(year === undefined ? {} : { year }),
  ...(batch === undefined ? {} : { batch }),
  ...(why === undefined ? {} : { why }),
  ...(review === undefined ? {} : { needsReview: true }),
  ...(nonumber === undefined ? {} : { withoutNumber: true }),
  ...(nodate === undefined ? {} : { withoutDate: true }),
});

/** Papers by their words: header and whole text. */
const searchByWords = ({ db, today }: Page, query: PapersQuery): Omit<PapersData, 'reasons'> => {
  const { q: words, number, meeting, page, plain } = query;
  const filters = joinFilters(toFilters(query), { number, meeting });
  const found = searchPapers(db, { words, filters, today, limit: ROWS, page, plain: plain === '1' });
  const { papers, total } = found;
  return {
    ...tellSearch(found),
    total,
    page,
    isLast: papers.length < ROWS || (total.exact && total.count <= page * ROWS),
    papers: papers.map(
      ({ documentId, type: kind, number: own, issuedOn, issuer: by, tasks, path, page: at, snippet }) => ({
        id: documentId,
        type: kind,
        number: own,
        issuedOn,
        issuer: by,
        tasks,
        toReview: 0,
        needsReview: false,
        reasons: [],
        path,
        copies: [],
        found: { page: at, text: snippet.text, highlights: [...snippet.highlights] },
      }),
    ),
  };
};

const list = ({ db }: Page, query: PapersQuery): Omit<PapersData, 'reasons'> => {
  const { total, documents } = findDocuments(db, toFilters(query), { limit: ROWS, offset: (query.page - 1) * ROWS });
  return {
    reading: null,
    corrected: null,
    offers: [],
    total: { count: total, exact: true },
    page: query.page,
    isLast: total <= query.page * ROWS,
    papers: documents.map(({ part: _part, batch: _batch, reasons, copies, ...paper }) => ({
      ...paper,
      reasons: reasons.map(({ rule, message, count }) => ({ rule, message: { ...message }, count })),
      copies: [...copies],
      found: null,
    })),
  };
};

/** The list of papers knows neither words nor numbers: where they are asked for, papers are searched. */
const isBySearch = ({ q, number, meeting }: Pick<PapersQuery, 'q' | 'number' | 'meeting'>): boolean =>
  q.trim() !== '' || number !== undefined || meeting !== undefined;

const loadPapers = (page: Page, query: PapersQuery): PapersData => ({
  ...(isBySearch(query) ? searchByWords(page, query) : list(page, query)),
  reasons: [...listReviewReasons(page.db)],
});

/** The sentence of a rule, with what it fills in left open. */
const sentenceOf = (rule: string, page: Page): string =>
  isNoteRule(rule) ? NOTE_RULES[rule].message[page.language].replace(/\{[^}]*\}/gu, '…') : rule;

const Filters = ({ data, page }: { data: PapersData; page: Page }) => {
  const flags = [
    ['review', page.say('Cần xem lại', 'To review')],
    ['nonumber', page.say('Thiếu số, ký hiệu', 'Without a number')],
    ['nodate', page.say('Thiếu ngày ban hành', 'Without a date')],
  ] as const;
  return (
    <details class="filters" open>
      <summary>{page.say('Lọc', 'Filters')}</summary>
      <section>
        <h3>{page.say('Tình trạng', 'State')}</h3>
        <ul>
          {flags.map(([name, label]) => (
            <Choice page={page} name={name} value="1" label={label} />
          ))}
        </ul>
      </section>
      {data.reasons.length === 0 ? null : (
        <section>
          <h3>{page.say('Lý do cần xem lại', 'Why they wait')}</h3>
          <ul class="sentences">
            {data.reasons.slice(0, 14).map(({ rule, documents }) => {
              const label = sentenceOf(rule, page);
              return <Choice page={page} name="why" value={rule} label={label} count={documents} title={label} />;
            })}
          </ul>
        </section>
      )}
    </details>
  );
};

const Row = ({ paper, page }: { paper: PapersData['papers'][number]; page: Page }) => (
  <tr>
    <td class="when">
      {paper.issuedOn === null ? (
        <span class="due none">{page.say('không rõ ngày', 'no date')}</span>
      ) : (
        <time dateTime={paper.issuedOn}>{formatDay(paper.issuedOn)}</time>
      )}
    </td>
    <td class="what">
      <a href={link(`/van-ban/${paper.id}`, { p: paper.found?.page })}>
        <b>{paperName({ type: paper.type, number: paper.number }, page)}</b>
      </a>
      {paper.needsReview ? <span class="flag">{page.say('cần xem lại', 'to review')}</span> : null}
      <small class="quiet line" title={paper.path}>
        {fileName(paper.path)}
        {paper.copies.length === 0
          ? ''
          : page.say(` · ${paper.copies.length} bản trùng`, ` · ${paper.copies.length} copies`)}
      </small>
      {paper.found === null ? null : (
        <small class="line">
          {paper.found.page === null ? '' : page.say(`trang ${paper.found.page}: `, `page ${paper.found.page}: `)}
          <Marked text={paper.found.text} spans={paper.found.highlights} />
        </small>
      )}
      {paper.reasons.slice(0, FIRST_REASONS).map(({ message, count }) => (
        <small class="why">
          {message[page.language]}
          {count === 1 ? '' : ` (${figure(count, page)})`}
        </small>
      ))}
    </td>
    <td class="who-does">
      {paper.issuer ?? <span class="quiet">{page.say('không rõ cơ quan', 'issuer unknown')}</span>}
    </td>
    <td class="where number">
      <a href={link('/tim', { q: paper.number ?? '' })} class="quiet-link">
        {figure(paper.tasks, page)} {page.say('nhiệm vụ', 'tasks')}
      </a>
      {paper.toReview === 0 ? null : (
        <small>
          {figure(paper.toReview, page)} {page.say('cần xem lại', 'to review')}
        </small>
      )}
    </td>
  </tr>
);

const isSearched = ({ query }: Page): boolean =>
  isBySearch({
    q: query.get('q') ?? '',
    number: query.get('number') ?? undefined,
    meeting: query.get('meeting') ?? undefined,
  });

/** What papers lack is asked for by this list alone: a search that is kept could not say it. */
const mayBeKept = ({ query }: Page): boolean => !query.has('nonumber') && !query.has('nodate');

export const PAPERS = defineRoute({
  path: '/van-ban',
  summary: { vi: 'Danh sách văn bản', en: 'List of papers' },
  role: 'reader',
  query: PapersQuery,
  data: PapersData,
  load: loadPapers,
  title: (_, page) => page.say('Văn bản', 'Papers'),
  view: (data, page) => (
    <div class={isSearched(page) ? undefined : 'split'}>
      {/* Words are sought in all papers: these filters narrow the list alone. */}
      {isSearched(page) ? <Chips page={page} /> : <Filters data={data} page={page} />}
      <div class="results">
        <div class="title">
          <h1>
            {total(data.total, page)} {page.say('văn bản', 'papers')}
          </h1>
          <div class="tools">
            <nav class="sorts" aria-label={page.say('Tìm trong', 'Search in')}>
              <a href={link('/tim', { q: page.query.get('q') })}>{page.say('Nhiệm vụ', 'Tasks')}</a>
              <a href={linkFrom(page, {})} aria-current="page">
                {page.say('Văn bản', 'Papers')}
              </a>
            </nav>
            {mayBeKept(page) ? <SaveSearch page={page} kept={{ in: 'papers', search: page.query.toString() }} /> : null}
          </div>
        </div>
        <Reading data={data} page={page} />
        {data.papers.length === 0 ? (
          <Nothing
            title={
              page.query.size === 0
                ? page.say('Chưa có văn bản nào.', 'There are no papers yet.')
                : page.say('Không có văn bản nào như vậy.', 'There is no such paper.')
            }
          >
            {data.offers.map(({ label, href, count, exact }) => (
              <p>
                <a href={href}>{label[page.language]}</a> <span class="quiet">({total({ count, exact }, page)})</span>
              </p>
            ))}
            {page.query.get('q') && data.offers.length === 0 ? (
              <p>
                <a href={link('/tim', { q: page.query.get('q') })}>
                  {page.say('tìm chữ này trong nhiệm vụ', 'search the tasks for these words')}
                </a>
              </p>
            ) : null}
            {page.query.size === 0 ? null : (
              <p>
                <a href="/van-ban">{page.say('bỏ mọi bộ lọc', 'without any filter')}</a>
              </p>
            )}
          </Nothing>
        ) : (
          <table class="tasks papers">
            <thead>
              <tr>
                <th scope="col">{page.say('Ban hành', 'Issued')}</th>
                <th scope="col">{page.say('Văn bản', 'Paper')}</th>
                <th scope="col">{page.say('Cơ quan ban hành', 'Issuer')}</th>
                <th scope="col">{page.say('Nhiệm vụ', 'Tasks')}</th>
              </tr>
            </thead>
            <tbody>
              {data.papers.map((paper) => (
                <Row paper={paper} page={page} />
              ))}
            </tbody>
          </table>
        )}
        <Pager at={data.page} isLast={data.isLast} page={page} />
      </div>
    </div>
  ),
});
