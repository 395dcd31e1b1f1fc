import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PipelineError } from '../../../pipeline/base/errors.js';
import { DEFAULT_LIMITS } from '../../../pipeline/isolate/isolated-reader.js';
import { readQueueAddress } from '../../../pipeline/queue/address.js';
import { listFeederFigures, listWorkerFigures, NO_FEEDER, NO_WORKER } from '../../../pipeline/queue/figures.js';
import { placeHere, placeRawHere } from '../../../pipeline/queue/folders.js';
import { Gate } from '../../../pipeline/queue/gate.js';
import { serveMetrics } from '../../../pipeline/queue/metrics.js';
import { listDifferences, readVersions } from '../../../pipeline/queue/versions.js';
import { packOutcome, ReadingSettings, unpackOutcome } from '../../../pipeline/queue/wire.js';
import { makeWorkFolder } from '../../../pipeline/queue/work-folder.js';
import { QueueFixture } from './queue-fixture.js';

describe('the address of a queue', () => {
  it.each([
    ['redis://may-chu', 'may-chu:6379'],
    ['rediss://user:p%40ss@may-chu:6380/2', 'may-chu:6380/2'],
    ['  redis://:mat-khau@10.0.0.5:7000/  \nghi chú', '10.0.0.5:7000'],
    ['redis://[::1]:6379', '[::1]:6379'],
  ])('of %j shows %j', (text, shown) => {
    expect(readQueueAddress(text).shown).toBe(shown);
  });

  it.each([
    '',
    ':kin@may-chu:6379',
    'http://:kin@may-chu',
    'redis://:kin@',
    'redis://:kin@m/mot',
    'redis://m?password=kin',
  ])('is refused as %j, which is not repeated', (text) => {
    const refused = (() => {
      try {
        return readQueueAddress(text);
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toMatchObject({ code: 'usage' });
    expect(JSON.stringify(refused)).not.toContain('kin');
  });
});

describe('a shared folder', () => {
  const folders = [
    { there: '/quet', here: 'S:\\quet' },
    { there: '/quet/2026/', here: 'T:\\' },
  ];
  it.each([
    ['/quet/a/b.pdf', 'S:\\quet\\a\\b.pdf'],
    ['/quet/2026/b.pdf', 'T:\\b.pdf'],
    ['/quet', 'S:\\quet'],
    ['/quet2/b.pdf', '/quet2/b.pdf'],
  ])('is found on Windows: %s', (path, here) => {
    expect(placeHere(path, folders, '\\')).toBe(here);
  });

  it('is found elsewhere when Windows feeds, and a backslash stays part of a name when it does not', () => {
    expect(placeHere('D:\\Quét\\a\\b.pdf', [{ there: 'D:\\Quét\\', here: '/mnt/q' }], '/')).toBe('/mnt/q/a/b.pdf');
    expect(placeHere('/q/a\\b.pdf', [{ there: '/q', here: '/mnt/q' }], '/')).toBe('/mnt/q/a\\b.pdf');
  });

  it('is found for names that are no UTF-8', () => {
    const raw = Buffer.concat([Buffer.from('/quét/'), Buffer.from([0xff, 0x41])]);
    const placed = placeRawHere(raw, [{ there: '/quét', here: '/mnt/kho' }]);
    expect(placed).toEqual(Buffer.concat([Buffer.from('/mnt/kho/'), Buffer.from([0xff, 0x41])]));
  });
});

describe('a gate', () => {
  it('lets in who fits, in turn, one larger than all alone, and forgets who goes away', async () => {
    const gate = new Gate(3);
    const never = new AbortController().signal;
    const entered: string[] = [];
    const enter = (name: string, amount: number, signal = never): Promise<unknown> =>
      gate.enter(amount, signal).then(
        () => entered.push(name),
        () => entered.push(`${name} left`),
      );
    const control = new AbortController();
    await enter('a', 2);
    const waiting = [enter('large', 5), enter('tired', 1, control.signal), enter('b', 1)];
    control.abort();
    await waiting[1];
    expect(entered).toEqual(['a', 'tired left']);
    gate.leave(2);
    await waiting[0];
    expect(entered).toEqual(['a', 'tired left', 'large']);
    gate.leave(5);
    await waiting[2];
    gate.resize(1);
    const last = enter('c', 1);
    gate.resize(2);
    await last;
    expect(entered.slice(3)).toEqual(['b', 'c']);
  });
});

describe('what goes over a queue', () => {
  it('comes back as it was, at the place of the file here; anything else is refused without a word of it', async () => {
    const fixture = new QueueFixture();
    await fixture.prepare();
    const { read } = fixture;
    const file = { ...read.file, path: '/quét/a.txt' };
    const packed = await packOutcome({ kind: 'done', read });
    const back = await unpackOutcome(packed, file);
    const text = JSON.stringify(read).replaceAll(JSON.stringify(read.file.path), '"/quét/a.txt"');
    expect(JSON.stringify(back.kind === 'done' ? back.read : undefined)).toBe(text);
    const others = [
      Buffer.from('Kết luận'),
      await packOutcome({ kind: 'done', read: { ...read, isPaper: null as never } }),
    ];
    for (const other of others) await expect(unpackOutcome(other, file)).rejects.toMatchObject({ code: 'internal' });
    await expect(unpackOutcome(packed, { ...file, sha256: '0'.repeat(64) })).rejects.toMatchObject({
      code: 'internal',
    });
    await fixture.remove();
  });

  it('is an error by code and words alone', async () => {
    const error = new PipelineError(
      'file-broken',
      { vi: 'Hỏng.', en: 'Broken.' },
      { vi: '', en: '' },
      new Error('mật'),
    );
    const packed = await packOutcome({ kind: 'failed', error });
    const back = await unpackOutcome(packed, { path: 'a', sha256: 'b', byteLength: 1, mediaType: 'text/plain' });
    expect(back).toMatchObject({ kind: 'failed', error: { code: 'file-broken', text: { vi: 'Hỏng.' } } });
    expect(back.kind === 'failed' ? back.error.cause : 'none').toBeUndefined();
  });
});

describe('versions', () => {
  it('tell program, stages, models and engine, and each difference by its name', () => {
    const here = readVersions('tesseract 5');
    expect(Object.keys(here)).toEqual([
      'program',
      'intake',
      'paginate',
      'recognize',
      'repair',
      'outline',
      'extract',
      'repair-model',
      'digit-model',
      'engine',
    ]);
    expect(here['repair-model']).toMatch(/^[0-9a-f]{16}$/u);
    const settings = { host: 'm', versions: here, check: false, limits: DEFAULT_LIMITS, knownNames: [] };
    const there = ReadingSettings.parse(JSON.parse(JSON.stringify(settings))).versions;
    expect(listDifferences(here, there)).toEqual([]);
    expect(listDifferences(here, { ...there, engine: 'x', more: '1' })).toEqual([
      'engine tesseract 5 ≠ x',
      'more – ≠ 1',
    ]);
  });
});

describe('figures', () => {
  it('are told to this machine alone, by names that stay', async () => {
    const figures = [
      ...listFeederFigures(() => ({ ...NO_FEEDER, inQueue: 7 })),
      ...listWorkerFigures(() => ({ ...NO_WORKER, pages: 12 })),
    ];
    const page = await serveMetrics(0, figures);
    const text = await (await fetch(`http://127.0.0.1:${page.port}/metrics`)).text();
    expect((await fetch(`http://127.0.0.1:${page.port}/`)).status).toBe(404);
    await expect(serveMetrics(page.port, [])).rejects.toMatchObject({ code: 'usage' });
    await page.close();
    const values = Object.fromEntries(
      [...text.matchAll(/^(ketluan_(?:feeder|worker)\S*) (\d+)$/gmu)].map((m) => [m[1], m[2]]),
    );
    expect(values).toEqual({
      ketluan_feeder_files_in_queue: '7',
      ketluan_feeder_room: '0',
      ketluan_feeder_workers: '0',
      ketluan_feeder_files_read_total: '0',
      ketluan_feeder_pages_read_total: '0',
      ketluan_feeder_files_failed_total: '0',
      ketluan_feeder_files_again_total: '0',
      ketluan_worker_capacity: '0',
      ketluan_worker_files_busy: '0',
      ketluan_worker_files_read_total: '0',
      ketluan_worker_files_failed_total: '0',
      ketluan_worker_pages_read_total: '12',
      ketluan_worker_pages_helped_total: '0',
    });
    expect(text).toContain('ketluan_process_cpu_seconds_total');
  });
});

describe('the folder of a worker', () => {
  it('is its own; those of workers that are gone are removed, what else lies there is not', async () => {
    const place = mkdtempSync(join(tmpdir(), 'ketluan-parts-'));
    for (const name of ['ketluan-doc-999999999-a', `ketluan-doc-${process.pid}-b`, 'ketluan-doc']) {
      mkdirSync(join(place, name));
      writeFileSync(join(place, name, 'scan'), 'x');
    }
    const own = await makeWorkFolder(place);
    const left = ['ketluan-doc', `ketluan-doc-${process.pid}-b`, basename(own)];
    expect(readdirSync(place).toSorted()).toEqual(left.toSorted());
    rmSync(place, { recursive: true });
  });
});
