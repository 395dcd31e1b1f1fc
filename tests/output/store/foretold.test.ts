import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FileReport, ingest, openDatabase, preview, removeFiles, undoBatch } from '../../../output/library.js';
import { accessPath, backupsPath, uploadsPath } from '../../../output/store/own-files.js';
import type { Store } from '../../../output/store/store.js';
import { makePaper, noOcr, TASKS } from '../sample-papers.js';
import { AT } from '../sample-records.js';

const LAN = { by: 'Lan', at: '2025-07-02T09:00:00+07:00' };

let folder: string;
let db: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-foretold-'));
  db = openDatabase(join(folder, 'ketluan.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
const paperOf = (number: number, tasks: readonly string[] = TASKS): string =>
  makePaper(tasks, { number: `${number}-KL/TU` });
const tell = (files: readonly Pick<FileReport, 'path' | 'reasons'>[], name: (file: never) => string): string[] =>
  files
    .map((file) => [basename(file.path), name(file as never), ...file.reasons.map(({ rule }) => rule)].join(' '))
    .sort();
const take = (paths: readonly string[] = [folder]): Promise<readonly FileReport[]> =>
  ingest(db, paths, { now: () => AT, by: 'Lan', openOcr: () => noOcr });

it('tells before a batch what the batch tells, also of what was taken out, and nothing of the database beside the papers', async () => {
  const kept = put('a.txt', paperOf(1));
  const removed = put('b.txt', paperOf(2));
  await take([kept, removed]);
  const undone = put('c.txt', paperOf(3));
  await take([undone]);
  const earlier = put('d.txt', paperOf(4));
  await take([earlier]);
  copyFileSync(earlier, join(folder, 'earlier.txt'));
  put('d.txt', paperOf(4, [...TASKS, 'Sở Nội vụ tham mưu kiện toàn Ban Chỉ đạo, trình trước ngày 20/8/2025.']));
  await take([earlier]);
  const sha256 = String(db.prepare('SELECT sha256 FROM file WHERE path = ?').pluck().get(removed));
  removeFiles(db, [sha256], LAN);
  undoBatch(db, 2, LAN);
  copyFileSync(removed, join(folder, 'b2.txt'));
  copyFileSync(undone, join(folder, 'c2.txt'));
  put('new.txt', paperOf(5));
  put('new2.txt', paperOf(5));
  writeFileSync(accessPath(join(folder, 'ketluan.db')), 'x');
  for (const own of [uploadsPath, backupsPath]) {
    mkdirSync(own(join(folder, 'ketluan.db')));
    writeFileSync(join(own(join(folder, 'ketluan.db')), 'half.txt'), paperOf(7));
  }

  const foretold = await preview(db, [folder]);
  expect(tell(foretold, ({ result }: { result: string }) => result)).toEqual([
    'a.txt known',
    'b.txt skipped removed-before',
    'b2.txt skipped removed-before',
    'c.txt known put-back',
    'c2.txt duplicate',
    'd.txt known',
    'earlier.txt duplicate earlier-version',
    'new.txt read',
    'new2.txt duplicate',
  ]);
  const before = new Map(foretold.map(({ path, result }) => [path, result]));
  const reports = await take();
  expect(
    reports.map(({ path, result, reasons }) => [basename(path), before.get(path), result, reasons[0]?.rule]),
  ).toEqual(
    expect.arrayContaining([
      ['a.txt', 'known', 'known', undefined],
      ['b.txt', 'skipped', 'skipped', 'removed-before'],
      ['b2.txt', 'skipped', 'skipped', 'removed-before'],
      ['c.txt', 'known', 'stored', 'put-back'],
      ['c2.txt', 'duplicate', 'duplicate', undefined],
      ['earlier.txt', 'duplicate', 'duplicate', 'earlier-version'],
      ['new.txt', 'read', 'stored', undefined],
      ['new2.txt', 'duplicate', 'duplicate', undefined],
    ]),
  );
  expect(reports).toHaveLength(foretold.length);
});

it('tells of a file in quarantine that it stays there, or is tried again where that was asked', async () => {
  const secret = put('e.txt', paperOf(6).replace(/^/u, 'MẬT\n'));
  await take();
  expect(tell(await preview(db, [secret]), ({ result }: { result: string }) => result)).toEqual([
    'e.txt quarantined file-classified',
  ]);
  const again = await preview(db, [secret], { retry: true });
  expect(tell(again, ({ result }: { result: string }) => result)).toEqual(['e.txt read']);
});
