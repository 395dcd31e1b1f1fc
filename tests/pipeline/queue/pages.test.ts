import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OwnRedis } from '../../../bench/queue/own-redis.js';
import { openDatabase } from '../../../output/library.js';
import { readPgm } from '../../../pipeline/engines/image/pgm.js';
import type { TesseractPage } from '../../../pipeline/engines/ocr/ocr-words.js';
import type { PageReader } from '../../../pipeline/engines/ocr/page-reader.js';
import { createTesseractReader } from '../../../pipeline/engines/ocr/tesseract-reader.js';
import { createIsolatedReader, DEFAULT_LIMITS } from '../../../pipeline/isolate/isolated-reader.js';
import type { WorkerFigures, WorkerOptions } from '../../../pipeline/queue/worker.js';
import { type InnerWorker, QueueFixture, versions } from './queue-fixture.js';
import { hasRedis } from './redis-server.js';

vi.setConfig({ testTimeout: 60_000 });

const isThere = hasRedis();
const server = new OwnRedis();
const fixture = new QueueFixture();
let redis: Redis;
beforeAll(async () => {
  if (!isThere) return;
  await server.start();
  redis = server.connect();
});
afterEach(async () => {
  await fixture.settle();
  if (isThere) await redis.flushall();
});
afterAll(async () => {
  redis?.disconnect();
  await fixture.remove();
  await server.remove();
});

const PAGES = 10;
const [WIDTH, HEIGHT] = [400, 560];

/** A scan of ten small pages, each with a dark bar whose place is its number. */
const makeScan = async (name: string): Promise<string> => {
  const pages = Array.from({ length: PAGES }, (_, page) => {
    const pixels = Buffer.alloc(WIDTH * HEIGHT, 255);
    for (let row = 40 * (page + 1); row < 40 * (page + 1) + 8; row++)
      pixels.fill(0, row * WIDTH + 60, row * WIDTH + 340);
    return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } })
      .png()
      .toBuffer();
  });
  const path = join(fixture.folder, `${name}.tif`);
  const joined = sharp(await Promise.all(pages), { join: { animated: true } });
  writeFileSync(path, await joined.toColourspace('b-w').tiff({ compression: 'deflate' }).toBuffer());
  return path;
};

/** One line of the engine, as wide as its words. */
const line = (text: string, top: number) => {
  const bbox = { x0: 40, y0: top, x1: 360, y1: top + 12 };
  const words = text
    .split(' ')
    .map((word, i) => ({ text: word, bbox: { ...bbox, x0: 40 + 40 * i, x1: 75 + 40 * i }, confidence: 95 }));
  return { words, baseline: { ...bbox, y0: top + 12 }, bbox };
};

/** What stands on a page, by its number. */
type Print = (page: number) => readonly string[];
const plain: Print = (page) =>
  page === 1 ? ['Kết luận của Ban Thường vụ', 'Thực hiện nhiệm vụ'] : [`Trang số ${page}`];

/** An engine that tells the number of a page by the place of its bar. */
const fakeEngine = (print: Print, pageMs: number): PageReader => ({
  recognize: async (image, _pixels, signal): Promise<TesseractPage> => {
    await wait(pageMs, undefined, { signal });
    const { pixels, width, height } = readPgm(image) ?? { pixels: image, width: 1, height: 1 };
    const at = pixels.findIndex((level) => level < 100);
    const lines = print(Math.round((Math.floor(at / width) / height) * 14));
    return { blocks: [{ paragraphs: [{ lines: lines.map((text, i) => line(text, 100 + 40 * i)) }] }] };
  },
  close: async () => undefined,
});

const reading = (print: Print) => ({
  engine: createTesseractReader().id,
  recognizer: fakeEngine(print, 400),
  secrecy: 'refuse' as const,
});

/** A worker whose files are read in real processes, over a fake engine. */
const work = (print: Print = plain, more: Partial<WorkerOptions> = {}): InnerWorker & { figures(): WorkerFigures } => {
  let figures: (() => WorkerFigures) | undefined;
  const inner = fixture.worker(
    server.url,
    { ahead: 0, read: () => Promise.reject(new Error('none')), close: async () => undefined },
    {
      lostAfterSeconds: 2,
      onFigures: (read) => {
        figures = read;
      },
      openReader: ({ check, limits, knownNames }, onPage, help) =>
        createIsolatedReader({ ...reading(print), check, limits, knownNames, onPage, help }),
      ...more,
    },
  );
  return {
    ...inner,
    figures: () => {
      if (figures === undefined) throw new Error('not begun');
      return figures();
    },
  };
};

/** The pages that are stored, as they were read. */
const pagesOf = (name: string): readonly unknown[] => {
  const db = openDatabase(join(fixture.folder, name), { readonly: true });
  const pages = db.prepare('SELECT coalesce(raw_text, text) FROM page ORDER BY number').pluck().all();
  db.close();
  return pages;
};

/** Page images that are put into Redis from now on. */
const watchImages = async () => {
  await redis.config('SET', 'notify-keyspace-events', 'KA');
  const watch = server.connect();
  const images: string[] = [];
  await watch.psubscribe('__keyspace@0__:ketluan:page:*');
  watch.on('pmessage', (_pattern: string, key: string, event: string) => {
    if (event === 'set') images.push(key);
  });
  return { images, end: () => watch.disconnect() };
};

/** All that Redis holds of pages. */
const listLeft = async (): Promise<readonly string[]> =>
  (await redis.keys('ketluan:page*')).concat(await redis.keys('ketluan:spare'));
const share = (name: string, scan: string) => fixture.ingest(name, [scan], { url: server.url, sharedOver: 4 });
const untilSome = async <Value>(look: () => Promise<readonly Value[]>): Promise<readonly Value[]> => {
  for (;;) {
    const found = await look();
    if (found.length > 0) return found;
    await wait(5);
  }
};

describe.skipIf(!isThere)('pages of a long scan', () => {
  it('are read by whoever is idle, and come to what they come to otherwise', async () => {
    const scan = await makeScan('long');
    const alone = work();
    await fixture.ingest('alone.db', [scan], { url: server.url });
    expect(alone.figures().helped).toBe(0);
    await alone.stop();
    const both = [work(), work()];
    const seen = await watchImages();
    const reports = await share('shared.db', scan);
    seen.end();
    expect(reports.map(({ pages }) => pages)).toEqual([PAGES]);
    const helped = both.reduce((sum, { figures }) => sum + figures().helped, 0);
    expect(helped).toBeGreaterThan(0);
    expect(seen.images.length).toBeGreaterThanOrEqual(helped);
    expect(pagesOf('shared.db')).toEqual(pagesOf('alone.db'));
    expect(pagesOf('shared.db').at(-1)).toBe('Trang số 10');
    expect(await listLeft()).toEqual([]);
  });

  it('are read by their own worker where another is silent, tells nonsense, reads otherwise, or is stopped', async () => {
    const scan = await makeScan('faults');
    work();
    const done = share('faults.db', scan);
    const [holder] = await untilSome(() => redis.smembers('ketluan:spare'));
    const ask = async (from: string): Promise<string> => {
      await redis.rpush(`ketluan:mail:${holder}`, JSON.stringify({ kind: 'ask', ask: 1, from }));
      const [, mail = ''] = (await redis.blpop(`ketluan:mail:${from}`, 5)) ?? [];
      return JSON.parse(mail).page;
    };
    const silent = await ask('silent');
    const lives = await Promise.all((await redis.keys(`ketluan:page*:${silent}*`)).map((key) => redis.pttl(key)));
    expect(lives).toHaveLength(2);
    expect(lives.every((ms) => ms > 0 && ms <= 60_000)).toBe(true);
    const wrong = await ask('wrong');
    await redis.set(`ketluan:page-read:${wrong}`, 'Kết luận', 'PX', 1000);
    const told = JSON.stringify({ kind: 'read', page: wrong });
    await redis.rpush(`ketluan:mail:${holder}`, told, told);
    await redis.del('ketluan:here');
    const other = work(plain, { versions: { ...versions(), recognize: '0' } });
    const stopped = work();
    expect(await other.ended).toMatchObject({ code: 'queue-mismatch' });
    await stopped.stop();
    await done;
    expect(pagesOf('faults.db')).toEqual(pagesOf('alone.db'));
    expect(await listLeft()).toEqual([]);
  });

  it('stay where they are when the head of the paper may bear a mark', async () => {
    const scan = await makeScan('marked');
    const marked: Print = (page) => (page === 1 ? ['MẬT', ...plain(1)] : plain(page));
    for (let i = 0; i < 2; i++) work(marked);
    const seen = await watchImages();
    const [report] = await share('marked.db', scan);
    seen.end();
    expect(report?.error?.code).toBe('file-classified');
    expect(seen.images).toEqual([]);
  });

  it('are taken back when a mark turns up behind the head, and nothing of them is left', async () => {
    const scan = await makeScan('bundle');
    const marked: Print = (page) => (page === 5 ? ['MẬT', ...plain(1)] : plain(page));
    for (let i = 0; i < 2; i++) work(marked);
    const [report] = await share('bundle.db', scan);
    expect(report?.error?.code).toBe('file-classified');
    expect(await listLeft()).toEqual([]);
    // Whoever read such a page for another says nothing of it but that.
    const reader = createIsolatedReader({ ...reading(marked), limits: DEFAULT_LIMITS, check: true });
    const page = await sharp(scan, { page: 4 }).png().toBuffer();
    const asked = reader.readPage(page, new AbortController().signal);
    await expect(asked).rejects.toMatchObject({ code: 'file-classified' });
    await reader.close();
  });

  it('are read although Redis is gone for a while, with all that it held', async () => {
    const scan = await makeScan('gone');
    for (let i = 0; i < 2; i++) work();
    const done = share('gone.db', scan);
    await untilSome(() => redis.keys('ketluan:page-lock:*'));
    await server.stop();
    await wait(100);
    await server.start();
    redis.disconnect();
    redis = server.connect();
    expect((await done).map(({ pages }) => pages)).toEqual([PAGES]);
    expect(pagesOf('gone.db')).toEqual(pagesOf('alone.db'));
  });
});
