import { existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createFakeReader } from '../../../bench/queue/fake-reader.js';
import { OwnRedis } from '../../../bench/queue/own-redis.js';
import { makeSecret, openDatabase } from '../../../output/library.js';
import { ERRORS, PipelineError } from '../../../pipeline/base/errors.js';
import type { FileReader } from '../../../pipeline/file-reader.js';
import type { WorkerEvent } from '../../../pipeline/queue/worker.js';
import { QueueFixture, versions } from './queue-fixture.js';
import { hasRedis } from './redis-server.js';

// Three processes start one after the other in one of them.
vi.setConfig({ testTimeout: 180_000 });

const isThere = hasRedis();
const server = new OwnRedis();
const fixture = new QueueFixture();
beforeAll(async () => {
  if (!isThere) return;
  await server.start();
  await fixture.prepare();
});
afterEach(async () => {
  await fixture.settle();
  if (!isThere) return;
  const redis = server.connect();
  await redis.flushall();
  redis.disconnect();
});
afterAll(async () => {
  await fixture.remove();
  await server.remove();
});

const fake = (pageMs = 0): FileReader => createFakeReader({ template: fixture.read, pageMs });

/** All keys that hold what was read, or bytes of a file. */
const listKept = async (): Promise<readonly string[]> => {
  const redis = server.connect();
  const keys = await redis.keys('ketluan:*');
  redis.disconnect();
  return keys.filter((key) => /:(?:result|piece|told):/u.test(key));
};

const resultsOf = (reports: readonly { readonly result: string }[]): readonly string[] => [
  ...new Set(reports.map(({ result }) => result)),
];

describe.skipIf(!isThere)('a queue', () => {
  it('has every paper stored once, by several workers, and keeps nothing of them', async () => {
    const papers = fixture.papers('many', 40);
    const workers = [fixture.worker(server.url, fake(5)), fixture.worker(server.url, fake(5), { concurrency: 2 })];
    const told: number[] = [];
    const reports = await fixture.ingest(
      'many.db',
      [papers],
      { url: server.url },
      { onFound: ({ length }) => told.push(length) },
    );
    expect(resultsOf(reports)).toEqual(['stored']);
    expect(told).toEqual([40]);
    expect(fixture.count('many.db')).toEqual({ files: 40, documents: 40 });
    expect(await listKept()).toEqual([]);
    const read = workers.map(({ events }) => events.filter(({ kind }) => kind === 'read').length);
    expect(read.every((count) => count > 5)).toBe(true);
    expect(read.reduce((sum, count) => sum + count, 0)).toBe(40);
  });

  it('tells which files are begun, and how far their pages are', async () => {
    const papers = fixture.papers('pages', 2);
    fixture.worker(server.url, fake(), {
      openReader: (_settings, onPage) => ({
        ...fake(),
        read: async (...asked) => {
          onPage(asked[0].path, 1, 2);
          return fake(20).read(...asked);
        },
      }),
    });
    const told: string[] = [];
    await fixture.ingest(
      'pages.db',
      [papers],
      { url: server.url },
      {
        onBegin: (path) => told.push(`begin ${basename(path)}`),
        onPage: (path, done, of) => told.push(`page ${done}/${of} ${basename(path)}`),
        onFile: ({ path, result }) => told.push(`${result} ${basename(path)}`),
      },
    );
    const of = (name: string): readonly string[] => told.filter((line) => line.endsWith(name));
    for (const name of ['000.txt', '001.txt'])
      expect(of(name)).toEqual([`begin ${name}`, `page 1/2 ${name}`, `stored ${name}`]);
  });

  it('gives the file of a worker that was killed to another', async () => {
    const papers = fixture.papers('killed', 6);
    const first = fixture.process({ url: server.url, pageMs: 60_000 });
    const done = fixture.ingest('killed.db', [papers], { url: server.url });
    await first.until('begin');
    await first.kill();
    fixture.worker(server.url, fake());
    expect(resultsOf(await done)).toEqual(['stored']);
    expect(fixture.count('killed.db')).toEqual({ files: 6, documents: 6 });
  });

  it('tells a file that ends every worker that reads it, and stores the others', async () => {
    const papers = fixture.papers('fatal', 3);
    renameSync(join(papers, '000.txt'), join(papers, 'fatal.txt'));
    const done = fixture.ingest('fatal.db', [papers], { url: server.url });
    const told = { url: server.url, pageMs: 0, fatal: 'fatal.txt', lostAfterSeconds: 0.5 };
    for (let i = 0; i < 3; i++) await fixture.process(told).ended;
    fixture.worker(server.url, fake(), { lostAfterSeconds: 0.5 });
    const dead = (await done).filter(({ result }) => result === 'quarantined');
    expect(dead.map(({ path, error }) => [path.slice(-9), error?.code])).toEqual([['fatal.txt', 'reader-died']]);
    expect(fixture.count('fatal.db')).toEqual({ files: 2, documents: 2 });
  });

  it('goes on when Redis comes back with its data, and without', async () => {
    const papers = fixture.papers('restart', 30);
    const notices: string[] = [];
    fixture.worker(server.url, fake(50), { concurrency: 2 });
    let stored = 0;
    const until = async (count: number): Promise<void> => {
      while (stored < count) await wait(10);
    };
    const done = fixture.ingest(
      'restart.db',
      [papers],
      { url: server.url, onNotice: (notice) => notices.push(notice) },
      {
        onFile: () => {
          stored += 1;
        },
      },
    );
    await until(5);
    await server.stop(true);
    await wait(100);
    await server.start();
    await until(stored + 3);
    await server.stop();
    await wait(100);
    await server.start();
    expect(resultsOf(await done)).toEqual(['stored']);
    expect(fixture.count('restart.db')).toEqual({ files: 30, documents: 30 });
    expect(notices.filter((notice) => notice !== 'no-worker' && notice !== 'worker-there')).toEqual([
      'connection-lost',
      'connection-back',
      'connection-lost',
      'connection-back',
    ]);
  });

  it('gives a run what was read for the one before it, which was killed', async () => {
    const papers = fixture.papers('fed', 12);
    const words = ['ingest', papers, '--db', 'fed.db', '--queue', server.url];
    const first = fixture.ketluan(...words);
    const redis = server.connect();
    while ((await redis.llen('ketluan:files:wait')) < 8) await wait(10);
    await first.kill();
    const worker = fixture.worker(server.url, fake(), { concurrency: 4 });
    const countRead = (): number => worker.events.filter(({ kind }) => kind === 'read').length;
    while (countRead() < 8) await wait(10);
    expect((await redis.keys('ketluan:result:*')).length).toBe(8);
    redis.disconnect();
    const second = fixture.ketluan(...words, '--json');
    await second.ended;
    expect(JSON.parse(second.text)).toMatchObject({ counts: { stored: 12 } });
    expect(fixture.count('fed.db')).toEqual({ files: 12, documents: 12 });
    // Nothing is read a second time. What the first run was to be told ends by itself.
    expect(countRead()).toBe(12);
    expect((await listKept()).filter((key) => !key.includes(':told:'))).toEqual([]);
  });

  it.each(['before', 'after'])(
    'takes nothing from a slow worker, done %s its file was given to another',
    async (when) => {
      const papers = fixture.papers(`slow-${when}`, 1);
      let letOn: () => void = () => undefined;
      const held = new Promise<void>((resolve) => {
        letOn = resolve;
      });
      // As a process that stood still: it neither keeps its lock nor hears that it lost it.
      const stuck: FileReader = {
        ...fake(),
        read: async (...asked) => {
          await held;
          return fake().read(asked[0], new AbortController().signal);
        },
      };
      const slow = fixture.worker(server.url, stuck);
      const done = fixture.ingest(`slow-${when}.db`, [papers], { url: server.url });
      while (!slow.events.some(({ kind }) => kind === 'begin')) await wait(10);
      const redis = server.connect();
      await redis.del(await redis.keys('ketluan:files:*:lock'));
      redis.disconnect();
      const tellLate = async (): Promise<void> => {
        letOn();
        while (!slow.events.some(({ kind }) => kind === 'taken-away')) await wait(10);
      };
      if (when === 'before') await tellLate();
      const quick = fixture.worker(server.url, fake());
      expect(resultsOf(await done)).toEqual(['stored']);
      if (when === 'after') await tellLate();
      // Either may have been given it in the end: one reading counts, and nothing ended the slow one.
      const read = [...slow.events, ...quick.events].filter(({ kind }) => kind === 'read');
      expect(read).toHaveLength(1);
      expect(await slow.stop()).toBeUndefined();
      expect(await listKept()).toEqual([]);
    },
  );

  it('stores a paper once, however often its end is told', async () => {
    const papers = fixture.papers('twice', 8);
    const redis = server.connect();
    const again = async (): Promise<void> => {
      for (const key of await redis.keys('ketluan:result:*')) {
        const told = JSON.stringify({ kind: 'end', job: key.split(':').at(-1) });
        for (const list of await redis.keys('ketluan:here:*'))
          await redis.rpush(`ketluan:told:${list.split(':').at(-1)}`, told, told);
      }
    };
    let isOver = false;
    const repeat = async (): Promise<void> => {
      for (; !isOver; await wait(3)) await again();
    };
    const repeated = repeat();
    fixture.worker(server.url, fake(10), { concurrency: 4 });
    const reports = await fixture.ingest('twice.db', [papers], { url: server.url });
    isOver = true;
    await repeated;
    redis.disconnect();
    expect(reports).toHaveLength(8);
    expect(fixture.count('twice.db')).toEqual({ files: 8, documents: 8 });
  });

  it('minds no clock: workers a day late, and two days early', async () => {
    const papers = fixture.papers('clocks', 12);
    const day = 86_400_000;
    const off = [-day, 2 * day].map((clockOff) => fixture.process({ url: server.url, pageMs: 100, clockOff }));
    const reports = await fixture.ingest('clocks.db', [papers], { url: server.url });
    expect(resultsOf(reports)).toEqual(['stored']);
    expect(off.map(({ text }) => text.split('\nread ').length - 1).reduce((sum, count) => sum + count)).toBe(12);
  });

  it('holds back: no more lies ready than workers can soon read, and who comes late waits for little', async () => {
    const [large, small] = [fixture.papers('large', 120), fixture.papers('small', 4)];
    const redis = server.connect();
    fixture.worker(server.url, fake(10), { concurrency: 2 });
    let most = 0;
    let ends = 0;
    const done = fixture.ingest(
      'large.db',
      [large],
      { url: server.url },
      {
        onFile: () => {
          ends += 1;
        },
      },
    );
    while (ends < 20) {
      most = Math.max(most, await redis.llen('ketluan:files:wait'));
      await wait(2);
    }
    const before = ends;
    await fixture.ingest('small.db', [small], { url: server.url });
    expect(ends - before).toBeLessThan(60);
    await done;
    redis.disconnect();
    expect(most).toBeGreaterThan(0);
    expect(most).toBeLessThanOrEqual(8);
  });

  it('tries trouble of a machine again, ever later, and at last tells it', async () => {
    const papers = fixture.papers('trouble', 3);
    const tries = new Map<string, number>();
    const blind: FileReader = {
      ...fake(),
      read: async (...asked) => {
        const [{ path }] = asked;
        const count = (tries.get(path) ?? 0) + 1;
        tries.set(path, count);
        if (path.endsWith('000.txt') || (path.endsWith('001.txt') && count < 3)) {
          const { when, todo } = ERRORS['file-unreadable'];
          throw new PipelineError('file-unreadable', when, todo);
        }
        return fake().read(...asked);
      },
    };
    fixture.worker(server.url, blind);
    const reports = await fixture.ingest('trouble.db', [papers], { url: server.url });
    const ends = Object.fromEntries(reports.map(({ path, result, error }) => [path.slice(-7), error?.code ?? result]));
    expect(ends).toEqual({ '000.txt': 'file-unreadable', '001.txt': 'stored', '002.txt': 'stored' });
    expect([...tries.values()].toSorted()).toEqual([1, 3, 4]);
  });

  it('refuses a worker that reads otherwise, at its start and at a job', async () => {
    const other = { ...versions(), recognize: '0', 'repair-model': 'abc' };
    const papers = fixture.papers('other', 2);
    const early = fixture.worker(server.url, fake(), { versions: other });
    while (early.events.length === 0) await wait(5);
    // A run that comes second is refused itself; the worker would be as well.
    await expect(fixture.ingest('other.db', [papers], { url: server.url })).rejects.toMatchObject({
      code: 'queue-mismatch',
      text: { en: expect.stringMatching(/recognize \d+ ≠ 0; repair-model \w+ ≠ abc/u) },
    });
    const redis = server.connect();
    await redis.del('ketluan:here');
    const done = fixture.ingest('other.db', [papers], { url: server.url });
    expect(await early.ended).toMatchObject({ code: 'queue-mismatch' });
    const late = fixture.worker(server.url, fake(), { versions: other });
    expect(await late.ended).toMatchObject({ code: 'queue-mismatch' });
    redis.disconnect();
    fixture.worker(server.url, fake());
    expect(resultsOf(await done)).toEqual(['stored']);
  });

  it('lets a worker end what it has in hand, and hand back what takes too long', async () => {
    const papers = fixture.papers('stopped', 5);
    const worker = fixture.process({ url: server.url, pageMs: 400 });
    const endless = fixture.process({ url: server.url, pageMs: 60_000 });
    const done = fixture.ingest('stopped.db', [papers], { url: server.url });
    await Promise.all([worker.until('begin'), endless.until('begin')]);
    worker.child.kill('SIGTERM');
    await worker.ended;
    expect(worker.text).toMatch(/read .*\nended\n$/u);
    endless.child.kill('SIGTERM');
    await wait(50);
    endless.child.kill('SIGTERM');
    await endless.ended;
    expect(endless.text).toMatch(/handed-back .*\nended\n$/u);
    fixture.worker(server.url, fake());
    expect(resultsOf(await done)).toEqual(['stored']);
  });

  it('lets a worker end what came while it was asked to end, however long that takes', async () => {
    const papers = fixture.papers('between', 2);
    const stop = new AbortController();
    const told: string[] = [];
    const reader: FileReader = {
      ...fake(),
      read: (...asked) => fake(told.includes('read') ? 4500 : 0).read(...asked),
    };
    const onEvent = (event: WorkerEvent): void => {
      told.push(event.kind);
      // Nothing is in hand, and the next file is asked for together with the end of this one.
      if (event.kind === 'read') setImmediate(() => stop.abort());
    };
    const ended = fixture.worker(server.url, reader, { stop: stop.signal, onEvent }).ended;
    const done = fixture.ingest('between.db', [papers], { url: server.url });
    await ended;
    expect(told).toEqual(['ready', 'begin', 'read', 'begin', 'read']);
    expect(resultsOf(await done)).toEqual(['stored']);
  });

  it('lets a worker end while Redis is gone', async () => {
    const worker = fixture.process({ url: server.url, pageMs: 0 });
    await worker.until('ready');
    await server.stop();
    await worker.until('connection-lost');
    await worker.kill('SIGTERM');
    expect(worker.text).toMatch(/connection-lost\nended\n$/u);
    await server.start();
  });

  it('leaves nothing on disk or in Redis of files that went over it, marked ones least of all', async () => {
    const papers = fixture.papers('sent', 3);
    const secret = 'NOI-DUNG-4711';
    writeFileSync(join(papers, 'typed.txt'), `MẬT\n\nKẾT LUẬN\n${secret}\n`);
    // Its mark is found by whoever reads it alone, as that of a scan is.
    writeFileSync(join(papers, 'stamped.txt'), `Kết luận đóng dấu\n${'x'.repeat(3_000_000)}\n`);
    const redis = server.connect();
    const watch = await server.connect().monitor();
    const sent: string[] = [];
    watch.on('monitor', (_time: string, words: readonly string[]) => sent.push(words.map(String).join(' ')));
    let left: readonly string[] = [];
    const copies: string[] = [];
    const reader: FileReader = {
      ...fake(),
      read: async (...asked) => {
        const [file, , raw] = asked;
        copies.push(raw?.toString() ?? '');
        expect(copies.filter((path) => existsSync(path))).toEqual([copies.at(-1)]);
        if (!file.path.endsWith('stamped.txt')) return fake().read(...asked);
        left = await redis.keys('ketluan:piece:*');
        const { when, todo } = ERRORS['file-classified'];
        throw new PipelineError('file-classified', when, todo);
      },
    };
    const worker = fixture.worker(server.url, reader);
    const reports = await fixture.ingest('sent.db', [papers], { url: server.url, sendsFiles: true });
    const ends = Object.fromEntries(reports.map(({ path, result, error }) => [path.slice(-11), error?.code ?? result]));
    expect(Object.values(ends).toSorted()).toEqual([
      'file-classified',
      'file-classified',
      'stored',
      'stored',
      'stored',
    ]);
    // Three pieces of a megabyte at most, gone as soon as the mark is told.
    expect(left.length).toBeGreaterThanOrEqual(3);
    expect(await listKept()).toEqual([]);
    await worker.stop();
    expect(copies).toHaveLength(4);
    expect(readdirSync(fixture.folder).filter((name) => name.startsWith('ketluan-doc-'))).toEqual([]);
    watch.disconnect();
    redis.disconnect();
    // What is sent is seen here; what is marked is not among it.
    expect(sent.some((words) => words.includes('ketluan:piece:') && words.includes('sent 0'))).toBe(true);
    expect(sent.filter((words) => words.includes(secret))).toEqual([]);
  });

  it('waits while Redis is full, keeps nothing of a half-sent file there, and neither when it is stopped', async () => {
    const papers = fixture.papers('full', 0);
    writeFileSync(join(papers, 'long.txt'), `Kết luận dài\n${'x'.repeat(5_000_000)}\n`);
    const redis = server.connect();
    fixture.worker(server.url, fake());
    await redis.ping();
    const listPieces = (): Promise<readonly string[]> => redis.keys('ketluan:piece:*');
    const used = Number(/used_memory:(\d+)/u.exec(await redis.info('memory'))?.[1]);
    // Room for three pieces of five.
    await redis.config('SET', 'maxmemory', used + 3_500_000);
    const until = async (isThere: boolean): Promise<void> => {
      while ((await listPieces()).length > 0 !== isThere) await wait(1);
    };
    const run = (name: string, signal?: AbortSignal) =>
      fixture.ingest(
        name,
        [papers],
        { url: server.url, sendsFiles: true },
        { ...(signal === undefined ? {} : { signal }) },
      );
    const control = new AbortController();
    const stopped = run('stopped-full.db', control.signal);
    await until(true);
    control.abort();
    expect(await stopped).toEqual([]);
    expect(await listPieces()).toEqual([]);
    const done = run('full.db');
    await until(true);
    await until(false);
    await redis.config('SET', 'maxmemory', 0);
    expect(resultsOf(await done)).toEqual(['stored']);
    expect(await listPieces()).toEqual([]);
    redis.disconnect();
  });

  it('takes no classified papers, nor anything into a database for them', async () => {
    const papers = fixture.papers('classified', 1);
    const db = openDatabase(join(fixture.folder, 'classified.db'));
    makeSecret(db);
    db.close();
    const refused = { code: 'usage', text: { en: 'Classified papers do not go over a queue.' } };
    const queue = { url: server.url };
    await expect(fixture.ingest('classified.db', [papers], queue)).rejects.toMatchObject(refused);
    await expect(fixture.ingest('classified.db', [papers], queue, { secrecy: 'allow' })).rejects.toMatchObject(refused);
  });
});
