import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatEvent } from '../../../cli/commands/watch.js';
import { isOwnFile } from '../../../output/store/own-files.js';
import { type WatchEvent, watchFolders } from '../../../output/watch/watch-folders.js';
import { PipelineError } from '../../../pipeline/base/errors.js';
import { report } from '../../../pipeline/report-file.js';
import type { FileReport } from '../../../pipeline/run-batch.js';

let folder: string;
let ended: AbortController;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-watch-'));
  ended = new AbortController();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failure = (code: 'ocr-timeout' | 'database-locked' | 'file-broken'): PipelineError =>
  new PipelineError(code, { vi: 'x', en: 'x' }, { vi: 'y', en: 'y' });

/** Watches the folder with a store that answers as told; resolves when `isEnd` holds for what was seen. */
const watchUntil = async (
  answer: (path: string, time: number) => Partial<FileReport> | PipelineError,
  isEnd: (taken: readonly string[], events: readonly WatchEvent[]) => boolean,
  during: () => Promise<void> = async () => undefined,
  root = folder,
): Promise<{ taken: string[]; events: WatchEvent[] }> => {
  const taken: string[] = [];
  const events: WatchEvent[] = [];
  const run = watchFolders([root], {
    signal: ended.signal,
    settle: 60,
    look: 40,
    delays: [0.2, 0.3],
    isOwn: isOwnFile(join(root, 'kho')),
    onEvent: (event) => events.push(event),
    take: async (paths) =>
      paths.map((path) => {
        const name = basename(path);
        taken.push(name);
        const given = answer(name, taken.filter((one) => one === name).length);
        if (given instanceof PipelineError) throw given;
        return report(path, given.result ?? 'stored', given);
      }),
  });
  await during();
  const deadline = Date.now() + 15_000;
  while (!isEnd(taken, events) && Date.now() < deadline) await pause(20);
  ended.abort(new Error('stopped'));
  await run;
  return { taken, events };
};

describe('watchFolders', () => {
  it('takes what is there and what comes, at any depth, and leaves unfinished files and links alone', async () => {
    writeFileSync(join(folder, 'cũ.txt'), 'một');
    for (const own of ['kho', 'kho-wal', 'kho.access']) writeFileSync(join(folder, own), 'x');
    mkdirSync(join(folder, 'kho-nap'));
    writeFileSync(join(folder, 'kho-nap', 'nửa.txt'), 'x');
    const { taken } = await watchUntil(
      () => ({}),
      (names) => names.includes('mới.pdf'),
      async () => {
        await pause(200);
        mkdirSync(join(folder, 'a'));
        symlinkSync('..', join(folder, 'a', 'vòng'));
        for (const name of ['.ẩn', '~$tờ trình.docx', 'x.part', 'ketluan.db-wal'])
          writeFileSync(join(folder, name), 'x');
        writeFileSync(join(folder, 'a', 'mới.pdf'), 'hai');
      },
    );
    expect(taken.sort()).toEqual(['cũ.txt', 'mới.pdf']);
  });

  it('leaves the database alone, too, where the way to the folder leads over a link', async () => {
    mkdirSync(join(folder, 'thật', 'a'), { recursive: true });
    symlinkSync('thật', join(folder, 'đường'));
    for (const name of ['kho', 'kho-wal', 'cũ.txt']) writeFileSync(join(folder, 'thật', 'a', name), 'x');
    const { taken } = await watchUntil(
      () => ({}),
      (names) => names.includes('mới.txt'),
      async () => {
        await pause(400);
        writeFileSync(join(folder, 'thật', 'a', 'kho-wal'), 'xy');
        writeFileSync(join(folder, 'thật', 'a', 'mới.txt'), 'x');
      },
      join(folder, 'đường', 'a'),
    );
    expect(taken.sort()).toEqual(['cũ.txt', 'mới.txt']);
  });

  it('takes a file again when it was changed, and not when its folder only went away and came back', async () => {
    const path = join(folder, 'x.txt');
    writeFileSync(path, 'một');
    utimesSync(path, 1, 1);
    const { taken, events } = await watchUntil(
      () => ({}),
      (names) => names.includes('y.txt'),
      async () => {
        await pause(1800);
        renameSync(folder, `${folder}-away`);
        await pause(300);
        renameSync(`${folder}-away`, folder);
        writeFileSync(join(folder, 'y.txt'), 'hai');
      },
    );
    expect(taken).toEqual(['x.txt', 'y.txt']);
    expect(events.map(({ kind }) => kind).filter((kind) => kind !== 'file')).toEqual([
      'watching',
      'folder-gone',
      'folder-back',
    ]);
  });

  it('tries again what failed for a passing reason, later each time, and what is lasting never', async () => {
    writeFileSync(join(folder, 'slow.pdf'), 'x');
    writeFileSync(join(folder, 'broken.pdf'), 'y');
    const { taken, events } = await watchUntil(
      (name, time) => {
        if (name === 'broken.pdf') return { result: 'quarantined', error: failure('file-broken') };
        return time < 3 ? { result: 'quarantined', error: failure('ocr-timeout') } : {};
      },
      (names) => names.filter((name) => name === 'slow.pdf').length === 3,
    );
    expect(taken.filter((name) => name === 'broken.pdf')).toHaveLength(1);
    expect(events.flatMap((event) => (event.kind === 'again' ? [event.seconds] : []))).toEqual([0.2, 0.3]);
  });

  it('loses no file to a database that cannot be written for a while', async () => {
    writeFileSync(join(folder, 'x.txt'), 'một');
    const { taken, events } = await watchUntil(
      (_, time) => (time === 1 ? failure('database-locked') : {}),
      (_, seen) => seen.some(({ kind }) => kind === 'file'),
    );
    expect(taken).toEqual(['x.txt', 'x.txt']);
    expect(events.map((event) => (event.kind === 'again' ? event.error?.code : event.kind))).toEqual([
      'watching',
      'database-locked',
      'file',
    ]);
  });

  it('writes one line an event, in one language, with nothing raw in it', () => {
    const lines = (
      [
        { kind: 'watching', folder: '/a\u001b[2J' },
        { kind: 'again', files: 2, seconds: 60, error: failure('database-locked') },
        { kind: 'file', report: report('/b\nc', 'quarantined', { error: failure('file-broken') }) },
      ] satisfies WatchEvent[]
    ).map((event) => formatEvent(event, 'vi'));
    expect(lines[1]).toBe('thử lại 2 tệp sau 60 giây: x [database-locked]');
    expect(lines.join('')).not.toMatch(/\p{Cc}/u);
  });
});
