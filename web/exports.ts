import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Hono } from 'hono';
import { z } from 'zod';
import { noteEvent } from '../output/access/access.js';
import { EXPORT_NAMES, findFormat } from '../output/export/formats.js';
import { Unmapped } from '../output/export/name-map.js';
import { search } from '../output/guarded-readers.js';
import type { AppOptions } from './app.js';
import type { Guarded } from './guard.js';
import type { Language } from './page.js';
import { SearchQuery, toFilters } from './screens/search-data.js';

const ExportQuery = SearchQuery.extend({ format: z.enum(EXPORT_NAMES) });

/**
 * `/tim/xuat?format=xlsx&…`: exactly the tasks that `/tim` shows for the same address, all pages of it. A sentence is read as
 * the search reads it. — xuất đúng những gì đang thấy
 */
export const addExports = (app: Hono<Guarded>, { db, access, now, today }: AppOptions): void => {
  app.get('/tim/xuat', (c) => {
    const asked = ExportQuery.safeParse(c.req.query());
    const format = findFormat(asked.data?.format ?? '');
    if (!asked.success || format === undefined) return c.text('400 Bad Request', 400);
    const { q, plain } = asked.data;
    const [day, filters] = [today(), toFilters(asked.data)];
    const { reading } = search(db, { words: q, filters, today: day, limit: 1, plain: plain === '1' });
    const request = {
      words: reading === null ? q : reading.words,
      filters: { ...reading?.filters, ...filters },
      today: day,
      unmapped: new Unmapped(),
    };
    const language: Language = c.req.query('lang') === 'en' ? 'en' : 'vi';
    noteEvent(access, { at: now(), name: c.get('visitor').name, action: 'export', target: asked.data.format });
    const body = Readable.toWeb(Readable.from(format.write(db, request, language), { objectMode: false }));
    return c.body(body as ReadableStream as unknown as globalThis.ReadableStream, 200, {
      'Content-Type': format.mediaType,
      'Content-Disposition': `attachment; filename="ketluan-${day}.${asked.data.format}"`,
    });
  });
};
