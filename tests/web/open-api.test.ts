import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toTemplate } from '../../web/open-api.js';
import { ROUTES } from '../../web/route-list.js';
import { SAMPLES } from '../output/sample-records.js';
import { HOSTILE_PAPER, openPage } from './open-page.js';

const Description = z.object({
  openapi: z.literal('3.1.1'),
  paths: z.record(
    z.string(),
    z.object({
      get: z.object({
        operationId: z.string().min(1),
        summary: z.string().min(1),
        parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query']), required: z.boolean() })),
        responses: z.record(z.string(), z.looseObject({ description: z.string() })),
      }),
    }),
  ),
});

const papers = [...SAMPLES, HOSTILE_PAPER];
const page = openPage(papers);
const { headers } = page.as('admin');
const ask = (path: string): Promise<Response> => page.get(path, { ...headers, accept: 'application/json' });
const describePage = async () => Description.parse(await (await ask('/openapi.json')).json());

/** Addresses of screens of which a paper or an item must be named. */
const [sample] = SAMPLES;
if (sample === undefined) throw new Error('Expected samples');
const addressOf = (path: string): string => path.replace(':id', sample.document.id).replace(/:\w+/gu, '1');

describe('the description of the page', () => {
  it('tells every address that answers as JSON, and no other', async () => {
    const { paths } = await describePage();
    expect(Object.keys(paths).sort()).toEqual(ROUTES.map(({ path }) => toTemplate(path)).sort());
    const ids = Object.values(paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names all that an address may hold', async () => {
    const { paths } = await describePage();
    const search = paths['/tim']?.get.parameters.map(({ name }) => name) ?? [];
    expect(search).toEqual(expect.arrayContaining(['q', 'state', 'lead', 'from', 'to', 'sort', 'page']));
    expect(paths['/van-ban/{id}']?.get.parameters).toContainEqual({ name: 'id', in: 'path', required: true });
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
