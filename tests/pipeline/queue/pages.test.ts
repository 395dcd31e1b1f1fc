import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import sharp from 'sharp';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { OwnRedis } from '../../../bench/queue/own-redis.js';
import { openDatabase } from '../../../output/library.js';
import type { TesseractPage } from '../../../pipeline/engines/ocr/ocr-words.js';
import type { PageReader } from '../../../pipeline/engines/ocr/page-reader.js';
import { createTesseractReader } from '../../../pipeline/engines/ocr/tesseract-reader.js';
import { createIsolatedReader } from '../../../pipeline/isolate/isolated-reader.js';
import type { WorkerFigures, WorkerOptions } from '../../../pipeline/queue/worker.js';
import { type InnerWorker, QueueFixture } from './queue-fixture.js';
import { hasRedis } from './redis-server.js';

vi.setConfig({ testTimeout: 180_000 });

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

/** Bytes of the header of a PGM, its width and its height. */
const readPgmHeader = (image: Uint8Array): readonly number[] => {
  const found = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/u.exec(Buffer.from(image.subarray(0, 40)).toString('latin1'));
  return found === null ? [] : [found[0].length, Number(found[1]), Number(found[2])];
};

/** An engine that "reads" the number of the page from the place of its bar. */
const fakeEngine = (head: string, pageMs = 0): PageReader => ({
  recognize: async (image, _pixels, signal): Promise<TesseractPage> => {
    if (pageMs > 0) await wait(pageMs, undefined, { signal });
    const [header, width = 0, height = 0] = readPgmHeader(image);
    const at = image.subarray(header).findIndex((level) => level < 100);
    const page = Math.round((Math.floor(at / width) / height) * 14);
    const lines = page === 1 ? [head, 'Thực hiện nhiệm vụ'] : [`Trang số ${page} đã đọc`];
    return { blocks: [{ paragraphs: [{ lines: lines.map((text, i) => line(text, 100 + 40 * i)) }] }] };
  },
  close: async () => undefined,
});

/** A worker whose files are read in real processes, over a fake engine. */
const work = (
  head: string,
  more: Partial<WorkerOptions> = {},
  pageMs = 0,
): InnerWorker & { figures(): WorkerFigures } => {
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
        createIsolatedReader({
          engine: createTesseractReader().id,
          recognizer: fakeEngine(head, pageMs),
          check,
          secrecy: 'refuse',
          limits,
          knownNames,
          onPage,
          help,
        }),
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

const HEAD = 'Kết luận của Ban Thường vụ';

describe.skipIf(!isThere)('pages of a long scan', () => {
  it('are read by whoever is idle, and come to what they come to otherwise', async () => {
    const scan = await makeScan('long');
    const alone = work(HEAD, {}, 200);
    await fixture.ingest('alone.db', [scan], { url: server.url });
    expect(alone.figures().helped).toBe(0);
    await alone.stop();
    const both = [work(HEAD, {}, 200), work(HEAD, {}, 200)];
    const seen = await watchImages();
    const reports = await fixture.ingest('shared.db', [scan], { url: server.url, sharedOver: 4 });
    seen.end();
    writeFileSync('/tmp/xqueue/rep.json', JSON.stringify(reports));
    expect(reports.map(({ pages }) => pages)).toEqual([PAGES]);
    const helped = both.reduce((sum, { figures }) => sum + figures().helped, 0);
    expect(helped).toBeGreaterThan(0);
    expect(seen.images.length).toBeGreaterThanOrEqual(helped);
    expect(pagesOf('shared.db')).toEqual(pagesOf('alone.db'));
    expect(pagesOf('shared.db').at(-1)).toBe('Trang số 10 đã đọc');
    expect((await redis.keys('ketluan:page*')).concat(await redis.keys('ketluan:spare'))).toEqual([]);
  });
});
