import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { renderPreview } from '../../cli/preview.js';
import { previewBatch } from '../../pipeline/preview-batch.js';
import type { KnownFile } from '../../pipeline/run-batch.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-preview-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const { signal } = new AbortController();
const put = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

it('tells what would be read, what is known, what repeats and what is left out, and writes nothing', async () => {
  put('a.txt', 'một');
  put('b.txt', 'một');
  put('c.txt', 'hai');
  put('d.json', '{"a": 1}');
  put('e.txt', '');
  const before = readdirSync(folder);
  const known: KnownFile = { path: join(folder, 'c.txt'), status: 'stored', reason: null };
  const asked: string[] = [];
  const files = await previewBatch([folder], {
    signal,
    find: (sha256) => {
      asked.push(sha256);
      return asked.length === 3 ? known : undefined;
    },
  });
  expect(files.map(({ path, result, reasons }) => [basename(path), result, reasons.map(({ rule }) => rule)])).toEqual([
    ['a.txt', 'read', []],
    ['b.txt', 'duplicate', []],
    ['c.txt', 'known', []],
    ['d.json', 'skipped', ['file-unsupported']],
    ['e.txt', 'quarantined', ['file-empty']],
  ]);
  expect(readdirSync(folder)).toEqual(before);
  const lines = renderPreview(files, 'vi', folder).split('\n');
  expect(lines.slice(0, 5)).toEqual([
    '     1  sẽ nạp',
    '        1 văn bản thuần (0,0 MB)',
    '     1  đã có từ trước',
    '     1  trùng',
    '        b.txt = a.txt',
  ]);
});

it('stops when it is told to', async () => {
  put('a.txt', 'một');
  await expect(previewBatch([folder], { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
});
