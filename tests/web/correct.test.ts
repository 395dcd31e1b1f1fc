import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listHistory } from '../../output/store/corrections.js';
import { AT, makeBody, makeDeadline, makeDocument } from '../output/sample-records.js';
import { type OpenPage, openPage } from './open-page.js';

const [FIRST, SECOND] = ['Sở Y tế trình phương án trước 30/6/2025.', 'Sở Tài chính báo cáo kết quả hằng quý.'];

const paper = makeDocument(
  'hai-nguoi',
  [
    {
      number: '1',
      text: FIRST,
      bodies: [makeBody('Sở Y tế')],
      deadlines: [makeDeadline('trước 30/6/2025', '2025-06-30', { bound: 'before' })],
      more: { needsReview: true },
    },
    { number: '2', text: SECOND, bodies: [makeBody('Sở Tài chính')], more: { needsReview: true } },
  ],
  {
    needsReview: true,
    notes: [{ level: 'review', rule: 'header/number-missing', message: { vi: 'thiếu số', en: 'no number' } }],
    unclaimed: [{ page: 1, text: 'Đề nghị các ban tiếp tục phối hợp.', why: 'order' }],
  },
);
const { id: documentId } = paper.document;
const [ONE = '', TWO = ''] = paper.directives.map(({ id }) => id);

const Seen = z.object({
  item: z.object({
    revision: z.string(),
    task: z.object({ text: z.string(), fields: z.record(z.string(), z.string()) }).nullable(),
    header: z.array(z.object({ field: z.string(), value: z.string() })),
  }),
});
const Listed = z.object({
  papers: z.array(z.object({ rows: z.array(z.object({ id: z.string(), kind: z.string(), revision: z.string() })) })),
});

/** Two people at one database, each with a clock of ticks: no two actions are of one moment. */
const open = () => {
  let tick = 0;
  const page = openPage([paper], { now: () => new Date(Date.parse(AT) + tick++ * 1000).toISOString() });
  const [lan, minh] = [page.as('reviewer', 'Lan'), page.as('reviewer', 'Minh')];
  return { page, lan, minh };
};
type Person = ReturnType<OpenPage['as']>;

const ask = async (page: OpenPage, { headers }: Person, path: string): Promise<unknown> =>
  (await page.get(path, { ...headers, accept: 'application/json' })).json();
const see = async (page: OpenPage, who: Person, id: string) =>
  Seen.parse(await ask(page, who, `/ra-soat?item=${encodeURIComponent(id)}`)).item;
const send = (page: OpenPage, { headers, csrf }: Person, form: Record<string, string>): Promise<Response> =>
  page.post('/sua', { ...form, _csrf: csrf }, headers);

/** What the form of a task sends that is saved as it was opened, but for what is typed. */
const formOf = async (page: OpenPage, who: Person, id: string, typed: Record<string, string> = {}) => {
  const { revision, task, header } = await see(page, who, id);
  const { due = '', lead = '', coordinating = '' } = task?.fields ?? {};
  const shown = due.split('-').length === 3 ? due.split('-').toReversed().join('/') : due;
  const fields =
    task === null
      ? Object.fromEntries(header.map(({ field, value }) => [field, value]))
      : { due: shown, lead, coordinating, text: task.text };
  const form: Record<string, string> = { do: 'fix', id, revision, back: '/ra-soat' };
  for (const [name, value] of Object.entries(fields)) {
    form[`was.${name}`] = value;
    form[`f.${name}`] = typed[name] ?? value;
  }
  return form;
};

const written = ({ db }: OpenPage): readonly string[] =>
  listHistory(db, documentId).map(({ field, newValue, correctedBy }) => `${correctedBy}: ${field} ${newValue}`);

describe('a value that cannot be taken', () => {
  it.each([
    ['due', '30/2', 'Lịch không có ngày'],
    ['due', 'bao giờ xong thì xong', 'Không đọc được'],
    ['text', ' ', 'không thể để trống'],
  ])('stays in its field with what is wrong beside it: %s = %s', async (field, typed, told) => {
    const { page, lan } = open();
    const answer = await send(page, lan, await formOf(page, lan, ONE, { lead: 'Sở Nội vụ', [field]: typed }));
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toMatch(new RegExp(`name="f.${field}"[^>]*aria-invalid="true"[^>]*aria-describedby="wrong-${field}"`));
    expect(html).toMatch(new RegExp(`id="wrong-${field}" role="alert">[^<]*${told}`));
    expect(html.match(/aria-invalid/gu)).toHaveLength(1);
    // What was typed stays, in this field and in the one that was right; what is stored is what it was.
    if (field === 'due') expect(html).toContain(`value="${typed}"`);
    expect(html).toContain('value="Sở Nội vụ"');
    expect(html).toContain('name="was.due" value="30/06/2025"');
    expect(written(page)).toEqual([]);
    // Opened again, the address is that of the doubt.
    expect(answer.headers.get('hx-replace-url')).toBe(`/ra-soat?item=${encodeURIComponent(ONE)}`);
  });

  it('is mended in the same form, with all that was typed', async () => {
    const { page, lan } = open();
    const form = await formOf(page, lan, ONE, { lead: 'Sở Nội vụ', due: '31/6' });
    expect((await send(page, lan, form)).status).toBe(422);
    const answer = await send(page, lan, { ...form, 'f.due': '15/7/2025' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/ra-soat']);
    expect(written(page)).toEqual(['Lan: due 2025-07-15', 'Lan: lead Sở Nội vụ', 'Lan: review confirmed']);
  });

  it('of a head, and of a cut, too', async () => {
    const { page, lan } = open();
    const day = await send(
      page,
      lan,
      await formOf(page, lan, documentId, { issuedOn: '30/2/2025', number: '7-KL/TU' }),
    );
    const html = await day.text();
    expect([day.status, html.includes('id="wrong-issuedOn"')]).toEqual([422, true]);
    expect(html).toContain('value="7-KL/TU"');
    const { revision } = await see(page, lan, ONE);
    const cut = await send(page, lan, { do: 'split', id: ONE, revision, at: 'không có chữ này', back: '/ra-soat' });
    const shown = await cut.text();
    expect([cut.status, shown.includes('id="wrong-at"')]).toEqual([422, true]);
    expect(shown).toMatch(/<details class="menu" open="">/u);
    expect(shown).toContain('value="không có chữ này"');
    expect(written(page)).toEqual([]);
  });

  it('is told to programs with its field', async () => {
    const { page, lan } = open();
    const answer = await page.app.request('http://127.0.0.1:8765/sua', {
      method: 'POST',
      headers: { ...lan.headers, 'content-type': 'application/json', 'x-csrf': lan.csrf },
      body: JSON.stringify({ do: 'fix', id: ONE, fields: { due: '30/2' } }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([
      422,
      { error: { code: 'correction-invalid', field: 'due' } },
    ]);
  });

  it('is told in the language that was chosen, on a page of which every link leads somewhere', async () => {
    const { page, lan } = open();
    const headers = { ...lan.headers, cookie: `${lan.headers.cookie}; ketluan-lang=en` };
    const answer = await page.post(
      '/sua',
      { ...(await formOf(page, lan, ONE, { due: '30/2' })), _csrf: lan.csrf },
      headers,
    );
    const html = await answer.text();
    expect(html).toContain('The calendar has no day');
    expect(html).toContain(`href="/ra-soat?item=${ONE}&amp;lang=vi"`);
    expect((await page.get('/sua', lan.headers)).headers.get('location')).toBe('/ra-soat');
  });
});

describe('what somebody else saved meanwhile', () => {
  it('stands beside what I typed and what was read, and one chooses', async () => {
    const { page, lan, minh } = open();
    const form = await formOf(page, lan, ONE, { due: '20/7/2025', coordinating: 'Công an tỉnh' });
    await send(page, minh, await formOf(page, minh, ONE, { due: '10/7/2025' }));
    const answer = await send(page, lan, form);
    expect(answer.status).toBe(409);
    const html = await answer.text();
    expect(html).toContain('Minh vừa sửa mục này');
    const choices = [...html.matchAll(/type="radio" name="(?<name>[^"]+)" value="(?<value>[^"]*)"(?<on> checked)?/gu)];
    expect(choices.map(({ groups }) => [groups?.name, groups?.value, groups?.on !== undefined])).toEqual([
      ['f.due', '20/7/2025', true],
      ['f.due', '10/07/2025', false],
      ['f.due', '30/06/2025', false],
      ['f.coordinating', 'Công an tỉnh', true],
      ['f.coordinating', '', false],
      ['f.coordinating', '', false],
    ]);
    expect(written(page)).toEqual(['Minh: due 2025-07-10', 'Minh: review confirmed']);
    // Theirs of one field, mine of the other: only mine is written.
    const revision = /name="revision" value="(\w+)"/u.exec(html)?.[1] ?? '';
    const chosen = {
      'was.due': '10/07/2025',
      'f.due': '10/07/2025',
      'was.coordinating': '',
      'f.coordinating': 'Công an tỉnh',
    };
    expect((await send(page, lan, { do: 'fix', id: ONE, revision, back: '/ra-soat', ...chosen })).status).toBe(303);
    expect(written(page).slice(2)).toEqual(['Lan: coordinating Công an tỉnh']);
  });

  it('is not overwritten by a key either: what they did is told, the item as it is now is shown', async () => {
    const { page, lan, minh } = open();
    const { revision } = await see(page, lan, ONE);
    await send(page, minh, await formOf(page, minh, ONE, { due: '10/7/2025' }));
    for (const act of ['dismiss', 'confirm']) {
      const answer = await send(page, lan, { do: act, id: ONE, revision, back: '/ra-soat' });
      const html = await answer.text();
      expect([act, answer.status, html.includes('type="radio"')]).toEqual([act, 409, false]);
      expect(html).toMatch(/<li>s1 · [^<]*Minh[^<]*30\/06\/2025 → 10\/07\/2025/u);
      expect(html).toContain('name="f.due" data-key="h" value="10/07/2025"');
    }
    expect(written(page)).toHaveLength(2);
  });

  it('may be that the item is there no more: where it went is told, and the next doubt is shown', async () => {
    const { page, lan, minh } = open();
    const form = await formOf(page, lan, TWO, { due: '30/9/2025' });
    const { revision } = await see(page, minh, ONE);
    await send(page, minh, { do: 'merge', id: ONE, other: TWO, revision, back: '/ra-soat' });
    const answer = await send(page, lan, form);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain(`<b>Mục ${TWO} đã được gộp vào ${ONE} (`);
    expect(written(page)).toHaveLength(1);
  });
});

describe('many at once', () => {
  const marksOf = async (page: OpenPage, who: Person) =>
    Listed.parse(await ask(page, who, '/ra-soat/danh-sach')).papers.flatMap(({ rows }) => rows);
  const post = async (page: OpenPage, { headers, csrf }: Person, pairs: readonly (readonly [string, string])[]) =>
    page.app.request('http://127.0.0.1:8765/sua', {
      method: 'POST',
      headers: { ...headers, origin: 'http://127.0.0.1:8765', 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams([
        ['_csrf', csrf],
        ['back', '/ra-soat/danh-sach'],
        ...pairs.map(([a, b]): [string, string] => [a, b]),
      ]).toString(),
    });
  const toPair = ({ kind, revision, id }: { kind: string; revision: string; id: string }) =>
    ['mark', `${kind} ${revision} ${id}`] as const;

  it('are settled by one key, each as its kind is, and taken back by one', async () => {
    const { page, lan } = open();
    const rows = await marksOf(page, lan);
    expect(rows.map(({ kind }) => kind)).toEqual(['header', 'passage', 'task', 'task']);
    const done = await post(page, lan, [['do', 'all-right'], ...rows.map(toPair)]);
    expect([done.status, done.headers.get('location')]).toEqual([303, '/ra-soat/danh-sach']);
    expect(written(page).map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'review confirmed',
      'add Đề',
      'review confirmed',
      'review confirmed',
    ]);
    expect(await marksOf(page, lan)).toEqual([]);
    const Recent = z.object({ recent: z.array(z.object({ keys: z.array(z.int()), canUndo: z.boolean() })) });
    const { recent } = Recent.parse(await ask(page, lan, '/ra-soat'));
    expect(recent).toEqual([{ ...recent[0], keys: [1, 2, 3, 4], canUndo: true }]);
    expect((await send(page, lan, { do: 'undo', key: recent[0]?.keys.join(',') ?? '', back: '/ra-soat' })).status).toBe(
      303,
    );
    expect((await marksOf(page, lan)).map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  });

  it('get one lead body and one day; rows that are no tasks are refused', async () => {
    const { page, lan } = open();
    const rows = await marksOf(page, lan);
    const given = [
      ['do', 'all-right'],
      ['f.lead', 'Sở Nội vụ'],
      ['f.due', ''],
    ] as const;
    const refused = await post(page, lan, [...given, ...rows.map(toPair)]);
    const html = await refused.text();
    expect([refused.status, html.includes('không phải nhiệm vụ')]).toEqual([422, true]);
    // What was typed, and what was marked, stays.
    expect(html).toContain('value="Sở Nội vụ"');
    expect(html.match(/ checked/gu)).toHaveLength(4);
    const tasks = rows.filter(({ kind }) => kind === 'task');
    expect((await post(page, lan, [...given, ...tasks.map(toPair)])).status).toBe(303);
    expect(written(page)).toEqual([
      'Lan: lead Sở Nội vụ',
      'Lan: review confirmed',
      'Lan: lead Sở Nội vụ',
      'Lan: review confirmed',
    ]);
  });

  it('are all left as they are where one was changed meanwhile: which one is told, its mark is gone', async () => {
    const { page, lan, minh } = open();
    const rows = (await marksOf(page, lan)).filter(({ kind }) => kind === 'task');
    await send(page, minh, { ...(await formOf(page, minh, TWO)), 'f.due': '30/9/2025' });
    const before = written(page).length;
    const answer = await post(page, lan, [['do', 'none-a-task'], ...rows.map(toPair)]);
    const html = await answer.text();
    expect(answer.status).toBe(409);
    expect(written(page)).toHaveLength(before);
    expect(html.match(/ checked/gu)).toHaveLength(1);
    // What Minh settled waits no more: it is told with a way to it.
    expect(html).toContain(`<a href="/ra-soat?item=${TWO}">mục 2</a>`);
  });

  it('are asked for: nothing marked, nothing done', async () => {
    const { page, lan } = open();
    const answer = await post(page, lan, [['do', 'none-a-task']]);
    expect([answer.status, (await answer.text()).includes('Chưa đánh dấu dòng nào')]).toEqual([422, true]);
  });
});

describe('the last that one did', () => {
  it('is one’s own: others in between are not taken back by Z', async () => {
    const { page, lan, minh } = open();
    await send(page, lan, await formOf(page, lan, ONE, { due: '10/7/2025', lead: 'Sở Nội vụ' }));
    await send(page, minh, await formOf(page, minh, TWO, { due: '11/7/2025' }));
    const html = await (await page.get('/ra-soat', lan.headers)).text();
    const [, keys = ''] = /name="key" value="([\d,]+)"[\s\S]*?data-key="z"/u.exec(html) ?? [];
    expect(keys).toBe('1,2,3');
    await send(page, lan, { do: 'undo', key: keys, back: '/ra-soat' });
    const { task } = await see(page, lan, ONE);
    expect([task?.fields.due, task?.fields.lead]).toEqual(['2025-06-30', 'Sở Y tế']);
    expect((await see(page, minh, TWO)).task?.fields.due).toBe('2025-07-11');
    // Pressed again there is nothing more of one's own; the undo may be done again, by its button.
    const after = await (await page.get('/ra-soat', lan.headers)).text();
    expect([after.includes('data-key="z"'), after.includes('Làm lại')]).toEqual([false, true]);
  });

  it('that was taken back elsewhere is told, on the same screen', async () => {
    const { page, lan } = open();
    await send(page, lan, await formOf(page, lan, ONE, { due: '10/7/2025' }));
    await send(page, lan, { do: 'undo', key: '1,2', back: '/ra-soat' });
    const again = await send(page, lan, { do: 'undo', key: '1,2', back: '/ra-soat' });
    expect([again.status, (await again.text()).includes('đã được hoàn tác')]).toEqual([422, true]);
  });
});
