import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACTIONS } from '../../web/action-list.js';
import { toTemplate } from '../../web/open-api.js';
import { ROUTES } from '../../web/route-list.js';
import { SAMPLES } from '../output/sample-records.js';
import { HOST, HOSTILE_PAPER, ORIGIN, openPage } from './open-page.js';

const Description = z.object({
  openapi: z.literal('3.1.1'),
  paths: z.record(
    z.string(),
    z.object({
      get: z
        .object({
          operationId: z.string().min(1),
          summary: z.string().min(1),
          parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean() })),
          responses: z.record(z.string(), z.looseObject({ description: z.string() })),
        })
        .optional(),
      post: z
        .object({
          operationId: z.string().min(1),
          summary: z.string().min(1),
          requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })) }),
          responses: z.record(z.string(), z.looseObject({ description: z.string() })),
        })
        .optional(),
    }),
  ),
});

const papers = [...SAMPLES, HOSTILE_PAPER];
const page = openPage(papers);
const as = page.as('admin');
const { headers } = as;
const ask = (path: string): Promise<Response> => page.get(path, { ...headers, accept: 'application/json' });
const describePage = async () => Description.parse(await (await ask('/openapi.json')).json());

/** Addresses of screens of which a paper or an item must be named. */
const [sample] = SAMPLES;
if (sample === undefined) throw new Error('Expected samples');
const addressOf = (path: string): string => path.replace(':id', sample.document.id).replace(/:\w+/gu, '1');

describe('the description of the page', () => {
  it('tells every address that answers as JSON, and no other', async () => {
    const { paths } = await describePage();
    const those = (method: 'get' | 'post') => Object.keys(paths).filter((path) => paths[path]?.[method] !== undefined);
    expect(those('get').sort()).toEqual(ROUTES.map(({ path }) => toTemplate(path)).sort());
    expect(those('post').sort()).toEqual(ACTIONS.map(({ path }) => toTemplate(path)).sort());
    const ids = Object.values(paths).flatMap(({ get, post }) => [get, post].flatMap((one) => one?.operationId ?? []));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells every address that changes something, but for the way in and out and files that are sent', () => {
    const changing = page.app.routes.filter(({ method }) => method === 'POST').map(({ path }) => path);
    const BROWSERS_ALONE = ['/vao', '/ra', '/nap/lot', '/nap/tep'];
    expect([...new Set(changing)].sort()).toEqual([...ACTIONS.map(({ path }) => path), ...BROWSERS_ALONE].sort());
  });

  const change = (path: string, body: unknown, csrf = as.csrf): Promise<Response> =>
    Promise.resolve(
      page.app.request(`http://127.0.0.1:8765${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'x-csrf': csrf },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );

  it.each(ACTIONS.map(({ path }) => path))(
    'is what a change at %s takes: nothing that its schema does not know',
    async (path) => {
      for (const body of [{ do: 'gì đó', place: 'không', batch: 'một' }, 'không phải JSON'])
        if (!['/nap/bat-dau', '/nap/dung', '/nap/bo'].includes(path) || typeof body === 'string')
          expect([400, 422]).toContain((await change(path, body)).status);
      expect((await change(path, {}, 'x')).status).toBe(403);
    },
  );

  it.each([
    ['/sua', { do: 'confirm', id: sample.directives[0]?.id }],
    ['/sua', [{ do: 'dismiss', id: sample.directives[0]?.id }]],
    ['/nap/bo', {}],
    ['/nap/dung', {}],
    ['/nap/bat-dau', {}],
    ['/quan-tri', { do: 'make-token', name: 'kho', role: 'reader' }],
    ['/quan-tri/viec', { do: 'close' }],
  ])('is what %s answers to %j', async (path, body) => {
    const answer = await change(path, body);
    const data: unknown = await answer.json();
    expect(answer.status).toBe(200);
    expect(data).toEqual(ACTIONS.find((one) => one.path === path)?.data.parse(data));
  });

  it.each([
    ['/tim/bo-luu', { name: 'không có' }],
    ['/nap/hoan-tac', { batch: 999 }],
  ])('is how %s says what went wrong to who sends JSON, whatever it asks for', async (path, body) => {
    const answer = await change(path, body);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ error: { code: 'usage' } });
  });

  it('is how who sends JSON without a token is told to log in', async () => {
    const init = { method: 'POST', headers: { host: HOST, 'content-type': 'application/json' }, body: '{}' };
    const answer = await page.app.request(`${ORIGIN}/sua`, init);
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ error: { code: 'login' } });
  });

  it('names all that an address may hold', async () => {
    const { paths } = await describePage();
    const search = paths['/tim']?.get?.parameters.map(({ name }) => name) ?? [];
    expect(search).toEqual(expect.arrayContaining(['q', 'state', 'lead', 'from', 'to', 'sort', 'page']));
    expect(paths['/van-ban/{id}']?.get?.parameters).toContainEqual({ name: 'id', in: 'path', required: true });
  });

  it.each(ROUTES.map(({ path }) => path))('is what %s answers: no field more, none less', async (path) => {
    const route = ROUTES.find((one) => one.path === path);
    const answer = await ask(addressOf(path));
    expect(answer.status).toBe(200);
    const data: unknown = await answer.json();
    const { response } = {
      response: z.toJSONSchema(route?.data ?? z.never(), { io: 'output', unrepresentable: 'any' }),
    };
    expect(data).toEqual(route?.data.parse(data));
    expect(Object.keys(data as object).sort()).toEqual(Object.keys(response.properties ?? {}).sort());
  });
});

describe('a wrong address', () => {
  it.each([
    ['/tim?page=0', 400],
    ['/tim?page=một', 400],
    ['/tim?state=XONG', 400],
    ['/tim?from=31/12/2025', 400],
    ['/van-ban?year=99999', 400],
    ['/van-ban/khong-co', 404],
    ['/khong-co', 404],
  ])('%s is told as %i, in both languages', async (path, status) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    const { error } = z
      .object({ error: z.object({ code: z.string(), text: z.object({ vi: z.string(), en: z.string() }) }) })
      .parse(await answer.json());
    expect(error.text.vi).not.toBe('');
  });
});

describe('exports', () => {
  it('hold exactly the tasks that the search shows', async () => {
    for (const query of ['', 'q=bao+cao', 'q=b%C3%A1o+c%C3%A1o&review=1', 'state=QU%C3%81+H%E1%BA%A0N']) {
      const found = z
        .object({ hits: z.array(z.object({ directiveId: z.string() })), isLast: z.literal(true) })
        .parse(await (await ask(`/tim?${query}`)).json());
      const file = await page.get(`/tim/xuat?${query}&format=jsonl`, headers);
      expect(file.headers.get('content-disposition')).toContain('.jsonl"');
      const Line = z.object({ directives: z.array(z.object({ id: z.string(), kind: z.string() })) });
      const lines = (await file.text()).split('\n').filter((line) => line !== '');
      const ids = lines.flatMap((line) => Line.parse(JSON.parse(line)).directives.map(({ id }) => id));
      expect(ids.sort()).toEqual(found.hits.map(({ directiveId }) => directiveId).sort());
    }
  });

  it.each(['xlsx', 'csv', 'ics', 'html'])('come as %s', async (format) => {
    const file = await page.get(`/tim/xuat?q=&format=${format}`, headers);
    expect(file.status).toBe(200);
    expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  it.each(['vi', 'en'])('to print are in the language that was chosen: %s', async (language) => {
    const cookie = `${headers.cookie}; ketluan-lang=${language}`;
    const file = await page.get('/tim/xuat?q=&format=html', { ...headers, cookie });
    expect(await file.text()).toContain(`<html lang="${language}">`);
  });

  it('of no known kind are refused', async () => {
    expect((await page.get('/tim/xuat?format=exe', headers)).status).toBe(400);
  });
});
