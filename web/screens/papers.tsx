import { z } from 'zod';
import { formatDay } from '../../language/calendar/civil-date.js';
import { searchPapers } from '../../output/guarded-readers.js';
import { findDocuments } from '../../output/search/find-documents.js';
import { Span } from '../../schemas/span.js';
import { link, linkFrom, type Page } from '../page.js';
import { defineRoute } from '../routes.js';
import { figure, Marked, Nothing } from '../view/parts.js';

const PapersQuery = z.object({
  q: z.string().max(2000).default(''),
  issuer: z.string().max(400).optional(),
  type: z.string().max(100).optional(),
  year: z.coerce.number().int().min(1).max(9999).optional(),
  review: z.literal('1').optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});

const PapersData = z.object({
  total: z.object({ count: z.int(), exact: z.boolean() }),
  page: z.int(),
  isLast: z.boolean(),
  papers: z.array(
    z.object({
      documentId: z.string(),
      type: z.string().nullable(),
      number: z.string().nullable(),
      issuer: z.string().nullable(),
      issuedOn: z.string().nullable(),
      tasks: z.int(),
      toReview: z.int().nullable(),
      /** Page on which the words stand; null for the header, or where no words were asked for. */
      at: z.int().nullable(),
      snippet: z.object({ text: z.string(), highlights: z.array(Span) }),
    }),
  ),
});
type PapersData = z.input<typeof PapersData>;

const ROWS = 50;

const loadPapers = ({ db, today }: Page, query: z.output<typeof PapersQuery>): PapersData => {
  const { q, page, issuer, type, year, review } = query;
  const filters = {
    ...(issuer === undefined ? {} : { issuer }),
    ...(type === undefined ? {} : { type }),
    ...(year === undefined ? {} : { year }),
  };
  if (q.trim() !== '') {
    const found = searchPapers(db, { words: q, filters, today, limit: ROWS, page });
    return {
      total: found.total,
      page,
      isLast: found.papers.length < ROWS || found.total.count <= page * ROWS,
      papers: found.papers.map(
        ({ documentId, type: kind, number, issuer: by, issuedOn, tasks, page: at, snippet }) => ({
          documentId,
          type: kind,
          number,
          issuer: by,
          issuedOn,
          tasks,
          toReview: null,
          at,
          snippet: { text: snippet.text, highlights: [...snippet.highlights] },
        }),
      ),
    };
  }
  const listed = findDocuments(
    db,
    { ...filters, ...(review === undefined ? {} : { needsReview: true }) },
    { limit: ROWS, offset: (page - 1) * ROWS },
  );
  return {
    total: { count: listed.total, exact: true },
    page,
    isLast: listed.total <= page * ROWS,
    papers: listed.documents.map(({ id, type: kind, number, issuer: by, issuedOn, tasks, toReview, path }) => ({
      documentId: id,
      type: kind,
      number,
      issuer: by,
      issuedOn,
      tasks,
      toReview,
      at: null,
      snippet: { text: path, highlights: [] },
    })),
  };
};

export const PAPERS = defineRoute({
  path: '/van-ban',
  summary: { vi: 'Tìm văn bản', en: 'Search papers' },
  role: 'reader',
  query: PapersQuery,
  data: PapersData,
  load: loadPapers,
  title: (_, page) => page.say('Văn bản', 'Papers'),
  view: (data, page) => (
    <div class="results">
      <div class="title">
        <h1>
          {data.total.exact ? '' : page.say('hơn ', 'over ')}
          {figure(data.total.count, page)} {page.say('văn bản', 'papers')}
        </h1>
        <div class="tools">
          <form action="/van-ban" class="own">
            <input
              name="q"
              value={page.query.get('q') ?? ''}
              aria-label={page.say('Tìm văn bản', 'Search papers')}
              placeholder={page.say(
                'số, trích yếu, người ký, nơi nhận, chữ trong văn bản',
                'number, subject, signer, recipients, words',
              )}
            />
          </form>
          <a
            href={linkFrom(page, { review: page.query.has('review') ? undefined : '1', page: undefined, q: undefined })}
            aria-current={page.query.has('review') ? 'true' : undefined}
          >
            {page.say('Cần xem lại', 'To review')}
          </a>
          <a href={link('/tim', { q: page.query.get('q') })}>{page.say('Tìm trong nhiệm vụ', 'In tasks')}</a>
        </div>
      </div>
      {data.papers.length === 0 ? (
        <Nothing title={page.say('Không tìm thấy văn bản nào.', 'No paper was found.')}>
          <p>
            <a href={link('/tim', { q: page.query.get('q') })}>{page.say('Tìm trong nhiệm vụ', 'Search the tasks')}</a>
          </p>
        </Nothing>
      ) : (
        <table class="tasks">
          <thead>
            <tr>
              <th scope="col">{page.say('Ngày', 'Date')}</th>
              <th scope="col">{page.say('Văn bản', 'Paper')}</th>
              <th scope="col">{page.say('Cơ quan ban hành', 'Issuer')}</th>
              <th scope="col">{page.say('Nhiệm vụ', 'Tasks')}</th>
            </tr>
          </thead>
          <tbody>
            {data.papers.map((paper) => (
              <tr>
                <td class="when">
                  {paper.issuedOn === null ? <span class="quiet">—</span> : formatDay(paper.issuedOn)}
                </td>
                <td class="what">
                  <a href={link(`/van-ban/${paper.documentId}`, { p: paper.at ?? undefined })}>
                    <b>
                      {paper.type ?? page.say('Văn bản', 'Paper')}{' '}
                      {paper.number ?? page.say('(không số)', '(no number)')}
                    </b>
                  </a>
                  <div class="quiet">
                    <Marked text={paper.snippet.text} spans={paper.snippet.highlights} />
                  </div>
                </td>
                <td class="who-does">{paper.issuer ?? ''}</td>
                <td class="where">
                  {figure(paper.tasks, page)}
                  {paper.toReview === null || paper.toReview === 0 ? null : (
                    <small>
                      {figure(paper.toReview, page)} {page.say('cần xem lại', 'to review')}
                    </small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <nav class="pages" aria-label={page.say('Trang kết quả', 'Pages')}>
        {data.page > 1 ? (
          <a href={linkFrom(page, { page: data.page === 2 ? undefined : data.page - 1 })} data-key="[">
            ‹ {page.say('Trước', 'Previous')}
          </a>
        ) : (
          <span />
        )}
        {data.isLast ? (
          <span />
        ) : (
          <a href={linkFrom(page, { page: data.page + 1 })} data-key="]">
            {page.say('Sau', 'Next')} ›
          </a>
        )}
      </nav>
    </div>
  ),
});
