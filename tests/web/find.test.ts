import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { correct } from '../../output/library.js';
import { saveSearch } from '../../output/search/saved-searches.js';
import { TaskFilters } from '../../output/search/task-filters.js';
import { TRACKER_STATES } from '../../output/tracker/tracker-state.js';
import { BodyRole, DeadlineKind } from '../../schemas/directive.js';
import { fromFilters, MonthQuery, SearchQuery, toFilters } from '../../web/screens/search-data.js';
import { AT, makeBody, makeDeadline, makeDocument } from '../output/sample-records.js';
import { HOSTILE, HOSTILE_PAPER, ORIGIN, openPage } from './open-page.js';

/** A task of a body with the days that it is due on. */
const task = (number: string, lead: string, ...days: readonly (readonly [day: string, bound: 'before' | 'by'])[]) => ({
  number,
  text: `${number}. Giao ${lead} rà soát hồ sơ đợt ${number}.`,
  bodies: [makeBody(lead)],
  deadlines: days.map(([day, bound]) =>
    makeDeadline(`${bound === 'before' ? 'trước ngày' : 'ngày'} ${day.split('-').reverse().join('/')}`, day, { bound }),
  ),
});

const PAPER = makeDocument('lịch', [
  task('1', 'Sở Y tế', ['2025-07-15', 'before'], ['2025-12-31', 'by']),
  task('2', 'Sở Y tế', ['2025-07-15', 'by']),
  task('3', 'Sở Tài chính', ['2025-06-30', 'by']),
  task('4', 'Sở Tài chính'),
  {
    number: '5',
    text: '5. Văn phòng thường xuyên theo dõi hồ sơ.',
    bodies: [makeBody('Văn phòng Tỉnh ủy')],
    deadlines: [makeDeadline('thường xuyên', null, { kind: 'standing' })],
  },
  ...Array.from({ length: 5 }, (_, i) => task(`${6 + i}`, 'Sở Xây dựng', ['2025-08-20', 'by'])),
]);

const Count = z.object({ count: z.int(), exact: z.boolean() });
const List = z.object({ total: Count, hits: z.array(z.object({ directiveId: z.string(), number: z.string() })) });
const Beside = z.object({
  before: Count,
  after: Count,
  without: z.array(z.object({ state: z.string(), total: Count })),
});
const Calendar = z.object({
  month: z.string(),
  from: z.string(),
  to: z.string(),
  due: z.int(),
  isWhole: z.boolean(),
  total: Count,
  days: z.array(
    z.object({
      day: z.string(),
      count: z.int(),
      tasks: z.array(z.object({ number: z.string(), lastDay: z.string() })),
    }),
  ),
  beside: Beside,
});
const Timeline = z.object({
  months: z.array(z.object({ month: z.string(), from: z.string(), to: z.string(), count: z.int() })),
  bodies: z.array(z.object({ name: z.string().nullable(), total: z.int(), counts: z.array(z.int()) })),
  due: z.int(),
  beside: Beside,
});

const page = openPage([PAPER, HOSTILE_PAPER]);
const { headers, csrf } = page.as('reviewer', 'Lan');
const ask = async (path: string): Promise<unknown> =>
  (await page.get(path, { ...headers, accept: 'application/json' })).json();
const html = async (path: string): Promise<string> => (await page.get(path, headers)).text();
const list = async (query: string) => List.parse(await ask(`/tim?${query}`));
const hrefs = (text: string): readonly string[] =>
  [...text.matchAll(/href="(?<href>\/tim\?[^"]*)"/gu)].map(({ groups }) =>
    (groups?.href ?? '').replaceAll('&amp;', '&'),
  );

describe('an address', () => {
  const text = fc.constantFrom('Sở Y tế', 'a&b=c', 'đ', '1');
  const day = fc.constantFrom('2025-01-31', '2024-02-29');
  const yes = fc.constant(true);
  const filters = fc.record(
    {
      body: text,
      role: fc.constantFrom(...BodyRole.options),
      lead: text,
      issuer: text,
      type: text,
      year: fc.integer({ min: 1, max: 9999 }),
      number: text,
      meeting: text,
      batch: fc.integer({ min: 1, max: 99 }),
      dueBefore: day,
      dueAfter: day,
      lastBefore: day,
      lastAfter: day,
      issuedBefore: day,
      issuedAfter: day,
      overdue: yes,
      dueWithin: fc.integer({ min: 0, max: 400 }),
      noDeadline: yes,
      deadlineKind: fc.constantFrom(...DeadlineKind.options),
      inferred: yes,
      state: fc.constantFrom(...TRACKER_STATES),
      needsReview: yes,
      why: text,
    },
    { requiredKeys: [] },
  );

  it('holds every filter there is, and gives it back', () => {
    expect(Object.keys(TaskFilters.unwrap().shape).sort()).toEqual(
      Object.keys(fc.sample(fc.record({}), 1)[0] ?? {})
        .concat(ALL)
        .sort(),
    );
    fc.assert(
      fc.property(filters, (given) => {
        const values = Object.entries(fromFilters(given)).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, value === true ? '1' : String(value)]],
        );
        const query = new URLSearchParams(values as [string, string][]).toString();
        expect(toFilters(SearchQuery.parse(Object.fromEntries(new URLSearchParams(query))))).toEqual(given);
      }),
      { numRuns: 200 },
    );
  });

  const ALL = [
    ...['body', 'role', 'lead', 'issuer', 'type', 'year', 'number', 'meeting', 'batch', 'dueBefore', 'dueAfter'],
    ...['lastBefore', 'lastAfter', 'overdue', 'dueWithin', 'noDeadline', 'deadlineKind', 'inferred', 'state'],
    ...['needsReview', 'why', 'issuedBefore', 'issuedAfter'],
  ];

  it('of a month is a month', () => {
    for (const month of ['2025-13', '2025-7', '07/2025', '2025-00'])
      expect(MonthQuery.safeParse({ month }).success).toBe(false);
    expect(MonthQuery.parse({ month: '2025-07' }).month).toBe('2025-07');
  });
});

describe('the calendar', () => {
  it('shows each deadline of the month on the day that is named, and what of it is earlier', async () => {
    const { days, ...july } = Calendar.parse(await ask('/tim/lich?month=2025-07&q=hồ+sơ'));
    expect(july).toMatchObject({ from: '2025-07-01', to: '2025-07-31', due: 2, isWhole: true });
    expect(days).toEqual([
      {
        day: '2025-07-15',
        count: 2,
        tasks: [
          { number: '1', lastDay: '2025-07-14' },
          { number: '2', lastDay: '2025-07-15' },
        ],
      },
    ]);
  });

  it('loses nothing: what is elsewhere or has no day is told, and leads to as many', async () => {
    const { beside, total } = Calendar.parse(await ask('/tim/lich?month=2025-07&q=hồ+sơ'));
    expect(beside).toEqual({
      before: { count: 1, exact: true },
      after: { count: 6, exact: true },
      without: [
        { state: 'CẦN ĐIỀN HẠN', total: { count: 1, exact: true } },
        { state: 'THƯỜNG XUYÊN', total: { count: 1, exact: true } },
        { state: 'CHỜ ĐIỀU KIỆN', total: { count: 0, exact: true } },
      ],
    });
    expect(total.count).toBe(10);
    const links = hrefs((await html('/tim/lich?month=2025-07&q=hồ+sơ')).split('class="beside"')[1] ?? '');
    const counts = await Promise.all(links.map(async (link) => (await list(link.split('?')[1] ?? '')).total.count));
    expect(counts).toEqual([1, 6, 1, 1]);
  });

  it('leads to the words that were meant where others were typed', async () => {
    const { days } = Calendar.parse(await ask('/tim/lich?month=2025-08&q=ra+soatt+ho+so+dot'));
    const [day] = hrefs(await html('/tim/lich?month=2025-08&q=ra+soatt+ho+so+dot')).filter((link) =>
      link.includes('from=2025-08-20'),
    );
    expect(days.map(({ count }) => count)).toEqual([5]);
    expect((await list(day?.split('?')[1] ?? '')).total.count).toBe(5);
  });

  it('leads from each day to exactly its tasks', async () => {
    const text = await html('/tim/lich?month=2025-08&q=hồ+sơ');
    const [day] = hrefs(text).filter((link) => link.includes('from=2025-08-20'));
    expect(text).toContain('và 2 việc nữa');
    const found = await list(day?.split('?')[1] ?? '');
    expect(found.hits.map(({ number }) => number).sort()).toEqual(['10', '6', '7', '8', '9']);
  });

  it('begins where something is due, and keeps to what is searched', async () => {
    expect(Calendar.parse(await ask('/tim/lich?lead=Sở+Xây+dựng')).month).toBe('2025-08');
    expect(Calendar.parse(await ask('/tim/lich?lead=Sở+Tài+chính')).month).toBe('2025-06');
    expect(Calendar.parse(await ask('/tim/lich?lead=Văn+phòng+Tỉnh+ủy')).month).toBe('2025-07');
    const narrowed = Calendar.parse(await ask('/tim/lich?month=2025-07&to=2025-07-10&q=hồ+sơ'));
    expect([narrowed.due, narrowed.beside.before.count, narrowed.beside.after.count]).toEqual([0, 1, 0]);
    const read = Calendar.parse(await ask('/tim/lich?month=2025-07&q=việc+của+Sở+Y+tế+đến+hạn+quý+3'));
    expect(read.due).toBe(2);
  });

  it('offers something where nothing is found, and stands empty at the ends of time', async () => {
    expect(await html('/tim/lich?q=khongcoginhuvay')).toContain('Không tìm thấy nhiệm vụ nào.');
    for (const month of ['0001-01', '9999-12'])
      expect((await page.get(`/tim/lich?month=${month}`, headers)).status).toBe(200);
  });
});

describe('the timeline', () => {
  it('counts tasks by month and lead, a task of two months in both', async () => {
    const { months, bodies, due } = Timeline.parse(await ask('/tim/dong-thoi-gian?month=2025-06&q=hồ+sơ'));
    expect(months.map(({ count }) => count)).toEqual([1, 2, 5, 0, 0, 0, 1, 0, 0, 0, 0, 0]);
    expect(due).toBe(8);
    expect(bodies.map(({ name, total, counts }) => [name, total, counts.slice(0, 7).join()])).toEqual([
      ['Sở Xây dựng', 5, '0,0,5,0,0,0,0'],
      ['Sở Y tế', 2, '0,2,0,0,0,0,1'],
      ['Sở Tài chính', 1, '1,0,0,0,0,0,0'],
    ]);
  });

  it('leads from every number to as many tasks', async () => {
    const text = await html('/tim/dong-thoi-gian?month=2025-06&q=hồ+sơ');
    const cells = [...text.matchAll(/<a class="cell[^"]*" href="(?<href>[^"]*)">(?<count>\d+)/gu)].map(
      ({ groups }) => ({
        query: (groups?.href ?? '').replaceAll('&amp;', '&').split('?')[1] ?? '',
        count: Number(groups?.count),
      }),
    );
    expect(cells.length).toBe(4);
    for (const { query, count } of cells) expect((await list(query)).total.count).toBe(count);
  });
});

describe('papers that are searched by words', () => {
  it('say what was read, and what was searched in place of what was typed', async () => {
    const Told = z.object({
      corrected: z.string().nullable(),
      reading: z.object({ words: z.string() }).nullable(),
      papers: z.array(z.object({ number: z.string() })),
    });
    const mended = Told.parse(await ask('/van-ban?q=ra+soatt+ho+so'));
    expect([mended.corrected, mended.papers.length]).toEqual(['rà soát hồ sơ', 1]);
    expect(await html('/van-ban?q=ra+soatt+ho+so')).toContain('Không có kết quả cho chữ đã gõ');
    expect(Told.parse(await ask('/van-ban?q=kết+luận+năm+2025+của+Ban+Thường+vụ+Tỉnh+ủy')).reading).not.toBe(null);
    expect(await html('/van-ban?q=kết+luận+năm+2025+của+Ban+Thường+vụ+Tỉnh+ủy')).toContain('Hiểu là');
  });
});

describe('what waits for review', () => {
  it('is counted beside the states: as many as the filter finds, also when one was confirmed', async () => {
    const Told = z.object({ toReview: z.int(), total: Count });
    const [before, found] = [Told.parse(await ask('/tim')), Told.parse(await ask('/tim?review=1'))];
    expect([before.toReview, found.total.count > 0]).toEqual([found.total.count, true]);
    const id = HOSTILE_PAPER.directives[0]?.id ?? '';
    const { written } = correct(page.db, { do: 'confirm', id }, { by: 'Lan', at: AT });
    expect(Told.parse(await ask('/tim')).toReview).toBe(before.toReview - 1);
    expect(Told.parse(await ask('/tim?review=1')).total.count).toBe(before.toReview - 1);
    for (const { key } of written) correct(page.db, { do: 'undo', key: key ?? 0 }, { by: 'Lan', at: AT });
    expect(Told.parse(await ask('/tim')).toReview).toBe(before.toReview);
  });
});

describe('a search that is kept', () => {
  const keep = (name: string, search: string, more: Record<string, string> = {}, by = headers, mark = csrf) =>
    page.post('/tim/luu', { _csrf: mark, name, search, ...more }, by);
  const Saved = z.object({
    searches: z.array(
      z.object({ name: z.string(), href: z.string(), savedBy: z.string(), total: Count.nullable(), words: z.string() }),
    ),
  });
  const all = async () => Saved.parse(await ask('/tim/da-luu')).searches;

  it('opens as it was, is counted, and stands beside every search', async () => {
    const query = new URLSearchParams({ q: 'hồ sơ', lead: 'Sở Y tế', sort: 'due', page: '3' }).toString();
    const answer = await keep('Hồ sơ  y tế', query);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      `/tim?${new URLSearchParams({ q: 'hồ sơ', lead: 'Sở Y tế', sort: 'due' }).toString()}`,
    ]);
    const [saved] = await all();
    expect(saved).toMatchObject({ name: 'Hồ sơ y tế', savedBy: 'Lan', total: { count: 2, exact: true } });
    const text = await html(saved?.href ?? '');
    expect(text).toMatch(/aria-current="true"[^>]*><span class="name">Hồ sơ y tế/u);
  });

  it('is not replaced without a word', async () => {
    const answer = await keep('hồ sơ y tế', 'q=khác');
    expect(answer.status).toBe(409);
    const again = await answer.text();
    expect(again).toContain('Đã có tìm kiếm tên “Hồ sơ y tế”');
    // What was typed is still there, to be changed.
    expect(again).toMatch(/name="name"[^>]*value="hồ sơ y tế"/u);
    expect((await all())[0]?.words).toBe('hồ sơ');
    expect((await keep('hồ sơ y tế', 'q=khác', { replace: '1' })).status).toBe(303);
    expect((await all()).map(({ name, words }) => [name, words])).toEqual([['Hồ sơ y tế', 'khác']]);
  });

  it('has a name on one line, keeps filters that are, and does no harm by it', async () => {
    const nameless = await keep(' ', 'q=a');
    expect(nameless.status).toBe(422);
    expect(await nameless.text()).toMatch(/name="search" value="q=a"[\s\S]*aria-invalid[\s\S]*từ 1 đến 100 chữ/u);
    const asked = await page.app.request(`${ORIGIN}/tim/luu`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'x-csrf': csrf },
      body: JSON.stringify({ name: '', search: 'q=a' }),
    });
    expect([asked.status, await asked.json()]).toMatchObject([422, { error: { code: 'usage', field: 'name' } }]);
    expect((await keep('x', 'year=nay')).status).toBe(400);
    expect((await keep(HOSTILE.slice(0, 100), 'q=a')).status).toBe(303);
    expect(await html('/tim/da-luu')).not.toContain('<script>alert');
    expect(await html('/tim')).not.toContain('<script>alert');
  });

  it('in papers opens with all that it asks for', async () => {
    const asked = { in: 'papers', words: '', filters: { number: '12' }, sort: 'relevance', plain: true } as const;
    saveSearch(page.db, 'số 12', asked, { by: 'Minh', at: AT });
    const saved = (await all()).find(({ name }) => name === 'số 12');
    expect(saved).toMatchObject({ href: '/van-ban?number=12&plain=1', total: { count: 1 } });
    const found = z.object({ papers: z.array(z.object({ number: z.string() })) }).parse(await ask(saved?.href ?? ''));
    expect(found.papers.map(({ number }) => number)).toEqual(['12-KL/TU']);
    // Kept from the list of papers, which offers it but for what papers lack: a search could not say that.
    expect(await html('/van-ban?q=ho+so')).toContain('name="in" value="papers"');
    expect(await html('/van-ban?nonumber=1')).not.toContain('action="/tim/luu"');
    const kept = await keep('Văn bản hồ sơ', 'q=hồ sơ&year=2025', { in: 'papers' });
    expect(decodeURIComponent(kept.headers.get('location') ?? '')).toBe('/van-ban?q=hồ+sơ&year=2025');
    expect((await all()).find(({ name }) => name === 'Văn bản hồ sơ')?.total?.count).toBe(
      z.object({ total: Count }).parse(await ask('/van-ban?q=hồ sơ&year=2025')).total.count,
    );
  });

  it('is kept and forgotten by reviewers alone', async () => {
    const reader = page.as('reader');
    expect((await keep('của người xem', 'q=a', {}, reader.headers, reader.csrf)).status).toBe(403);
    const drop = (by: typeof headers, mark: string) =>
      page.post('/tim/bo-luu', { _csrf: mark, name: 'Hồ sơ y tế' }, by);
    expect((await drop(reader.headers, reader.csrf)).status).toBe(403);
    expect((await drop(headers, csrf)).status).toBe(303);
    expect((await all()).map(({ name }) => name)).not.toContain('Hồ sơ y tế');
    expect(await (await page.get('/tim', reader.headers)).text()).not.toContain('action="/tim/luu"');
  });
});

describe('a file of what is shown', () => {
  const read = async (query: string, format: string): Promise<string> => {
    const file = await page.get(`/tim/xuat?${query}&format=${format}`, headers);
    expect(file.status).toBe(200);
    if (format !== 'xlsx') return file.text();
    const sheet = unzipSync(new Uint8Array(await file.arrayBuffer()))['xl/worksheets/sheet1.xml'];
    return Buffer.from(sheet ?? []).toString('utf8');
  };

  it.each(['xlsx', 'csv', 'ics', 'html'])('%s holds these tasks and no other', async (format) => {
    const days = format === 'ics' ? ['1', '2', '3', '6', '7', '8', '9', '10'] : undefined;
    for (const query of [
      'q=hồ+sơ',
      'q=hồ+sơ&lead=Sở+Y+tế',
      'q=hồ+sơ&state=QUÁ+HẠN',
      'from=2025-07-01&to=2025-07-31&q=hồ+sơ',
      'lastto=2025-07-14&q=hồ+sơ',
      'noday=1&q=hồ+sơ',
      // Typed wrongly: what is shown is what was meant.
      'q=rà+sóat+hồ+so+đợt',
      'q=ra+soatt+ho+so',
    ]) {
      const { hits } = await list(query);
      const shown = hits.map(({ number }) => number).sort();
      const text = await read(query, format);
      const held = [...text.matchAll(/hồ sơ đợt (?<number>\d+)|thường xuyên theo dõi hồ sơ/gu)]
        .map(({ groups }) => groups?.number ?? '5')
        .filter((number, at, rest) => rest.indexOf(number) === at);
      expect([query, held.sort()]).toEqual([query, shown.filter((number) => days?.includes(number) ?? true)]);
      expect(query.includes('noday') || shown.length > 0).toBe(true);
    }
  });
});
