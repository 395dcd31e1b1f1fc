import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OwnRedis } from '../../../bench/queue/own-redis.js';
import { ingest, openDatabase } from '../../../output/library.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { readQueueAddress } from '../../../pipeline/queue/address.js';
import { openRedis } from '../../../pipeline/queue/connect.js';
import { readQueueStatus } from '../../../pipeline/queue/read-queue.js';
import { QueueFixture } from './queue-fixture.js';
import { hasRedis } from './redis-server.js';

const isThere = hasRedis();
const PASSWORD = 'mat-khau-rieng';
const server = new OwnRedis(['--requirepass', PASSWORD]);
const fixture = new QueueFixture();
beforeAll(async () => {
  if (isThere) await server.start();
});
afterAll(async () => {
  await fixture.remove();
  await server.remove();
});

/** What differs between two runs of one folder: when, in which order, and the bytes of the index. */
const VARYING = /^(?:at|.*_at|key|.*_key|sequence|rowid)$/u;
const INDEX = /_fts_(?:data|idx|docsize|config|content)$/u;

/** Every row of every table, without what varies, sorted. */
const readRows = (path: string): Readonly<Record<string, readonly string[]>> => {
  const db = openDatabase(path, { readonly: true });
  try {
    const tables = db
      .prepare(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE 'sqlite_%'`,
      )
      .pluck()
      .all()
      .map(String)
      .filter((name) => !INDEX.test(name));
    return Object.fromEntries(
      tables.map((name) => {
        const rows = db.prepare<[], Record<string, unknown>>(`SELECT * FROM "${name}"`).all();
        const kept = rows.map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !VARYING.test(column))));
        return [name, kept.toSorted()];
      }),
    );
  } finally {
    db.close();
  }
};

describe.skipIf(!isThere)('ingest on many machines', () => {
  it('stores what it stores on one, row by row, and shows its password to nobody', async () => {
    const [scans, there] = [join(fixture.folder, 'Quét 2026'), join(fixture.folder, 'kho')];
    mkdirSync(scans);
    for (const name of ['broken.pdf', 'cv-van-phong-bao-cao-quy.txt', 'kl-btv-xa-rac-thai.pdf', 'tb-dong-dau-mat.txt'])
      cpSync(packageFile('fixtures', 'demo', name), join(scans, name));
    writeFileSync(join(scans, 'ghi-nho.txt'), 'mua sữa\nđón con\n');
    // The worker's machine calls the folder otherwise.
    cpSync(scans, there, { recursive: true });
    const address = `redis://:${PASSWORD}@127.0.0.1:${server.port}`;
    const file = join(fixture.folder, 'hang-doi.txt');
    writeFileSync(file, `${address}\n`);
    const queue = ['--queue-file', file];

    const worker = fixture.ketluan(
      'worker',
      ...queue,
      '--folder',
      `${scans}=${there}`,
      '--concurrency',
      '2',
      '--metrics-port',
      '0',
    );
    await worker.until('sẵn sàng');
    const far = fixture.ketluan('ingest', scans, '--db', 'far.db', '--json', ...queue);
    const db = openDatabase(join(fixture.folder, 'here.db'));
    const reports = await ingest(db, [scans], { now: () => '2026-11-27T08:00:00+07:00', by: userInfo().username });
    db.close();
    await far.ended;
    const ends = reports.map(({ path, result, error }) => [basename(path), error?.code ?? result]);
    expect(Object.fromEntries(ends)).toEqual({
      'broken.pdf': 'file-broken',
      'cv-van-phong-bao-cao-quy.txt': 'stored',
      'ghi-nho.txt': 'file-no-paper',
      'kl-btv-xa-rac-thai.pdf': 'stored',
      'tb-dong-dau-mat.txt': 'file-classified',
    });
    expect(JSON.parse(far.text)).toMatchObject({ counts: { stored: 2, quarantined: 2, skipped: 1 } });
    expect(readRows(join(fixture.folder, 'far.db'))).toEqual(readRows(join(fixture.folder, 'here.db')));

    const watching = fixture.ketluan('watch', scans, '--db', 'watched.db', '--settle', '1', ...queue);
    await watching.until('đã lưu', 2);
    await watching.kill('SIGTERM');
    expect(watching.child.exitCode).toBe(0);
    expect(fixture.count('watched.db')).toEqual(fixture.count('far.db'));

    const status = await readQueueStatus(readQueueAddress(address));
    expect(status).toMatchObject({
      address: `127.0.0.1:${server.port}`,
      workers: [{ capacity: 2 }],
      feeders: [],
      waiting: 0,
      active: 0,
      dead: 0,
    });
    await worker.kill('SIGTERM');
    const wrong = readQueueAddress(address.replace(PASSWORD, 'sai-mat-khau'));
    const none = readQueueAddress(`redis://:${PASSWORD}@127.0.0.1:1`);
    // A database that the server has not: going on in another one would be the queue of somebody else.
    const beyond = readQueueAddress(`${address}/99`);
    const refusals = await Promise.all(
      [wrong, none, beyond].map((one) => openRedis(one).catch((error: unknown) => error)),
    );
    expect(refusals).toMatchObject([
      { code: 'queue-unreachable', text: { en: expect.stringContaining('(WRONGPASS)') } },
      { code: 'queue-unreachable', text: { en: expect.stringContaining('(ECONNREFUSED)') } },
      { code: 'queue-unreachable', text: { en: expect.stringContaining('/99 cannot be used') } },
    ]);
    // What ioredis throws may hold the password.
    expect(refusals.map((error) => error instanceof Error && error.cause)).toEqual([undefined, undefined, undefined]);
    for (const told of [worker.text, far.text, watching.text, JSON.stringify([status, refusals])])
      expect(told).not.toMatch(/mat-khau/u);
  }, 180_000);
});
