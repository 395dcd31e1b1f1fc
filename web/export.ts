import type { Hono } from 'hono';
import { z } from 'zod';
import { noteEvent } from '../output/access/access.js';
import { FORMATS, isFormatName } from '../output/export/formats.js';
import { Unmapped } from '../output/export/name-map.js';
import { settleSearch } from '../output/search/search.js';
import { rememberExport } from '../output/store/remember-export.js';
import { type AppOptions, readLanguage } from './context.js';
import type { Guarded } from './guard.js';
import { SearchQuery, toFilters } from './screens/search-data.js';

const ExportQuery = SearchQuery.extend({ format: z.string().refine(isFormatName) });

const toBytes = (chunk: string | Uint8Array): Uint8Array =>
  typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;

/**
 * `GET /tim/xuat`: exactly what a search finds, as a file. The database remembers that somebody took it, as it does of exports by
 * command: should a paper turn out to be classified, it is named. — xuất kết quả tìm
 */
export const addExport = (app: Hono<Guarded>, { db, access, now, today }: AppOptions): void => {
  app.get('/tim/xuat', (c) => {
    const asked = ExportQuery.safeParse(Object.fromEntries(new URL(c.req.url).searchParams));
    if (!asked.success || !isFormatName(asked.data.format)) return c.text('400 Bad Request', 400);
    const { format, q, plain } = asked.data;
    const { name } = c.get('visitor');
    const [at, day] = [now(), today()];
    const file = `nhiem-vu-${day}.${format}`;
    const where = `${name}: ${file} (trình duyệt / browser)`;
    rememberExport(db.name, { path: where, at, isDone: false });
    noteEvent(access, { at, name, action: 'export', target: format });
    // What is shown is what was found with typing errors mended: so much is exported.
    const found = settleSearch(db, { words: q, filters: toFilters(asked.data), today: day, plain: plain === '1' });
    const request = { ...found, unmapped: new Unmapped() };
    const chunks = FORMATS[format].write(db, request, readLanguage(c));
    const bytes = async function* () {
      for await (const chunk of chunks) yield toBytes(chunk);
      rememberExport(db.name, { path: where, at, isDone: true });
    };
    return new Response(ReadableStream.from(bytes()) as unknown as ReadableStream, {
      headers: {
        'Content-Type': FORMATS[format].mediaType,
        'Content-Disposition': `attachment; filename="${file}"`,
      },
    });
  });
};
