import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, expect, it } from 'vitest';
import { registerFix } from '../../cli/commands/correct.js';
import { registerMerge } from '../../cli/commands/merge.js';
import { registerRemove } from '../../cli/commands/removed.js';
import { openDatabase } from '../../output/library.js';
import { saveFiles } from '../../output/store/save-file.js';
import { makeFile, SAMPLES } from '../output/sample-records.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-merge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);
const run = (register: (program: Command) => void, ...words: string[]): Promise<string> => runCommand(register, words);

it('merge --into tells what came, what is contradicted and what was left out; a second time that nothing is new', async () => {
  const [first, second] = SAMPLES;
  if (first === undefined || second === undefined) throw new Error('Expected samples');
  for (const name of ['a.db', 'b.db']) {
    const db = openDatabase(at(name));
    saveFiles(db, [makeFile(first), makeFile(second)]);
    db.close();
  }
  const task = `${first.document.id}-2`;
  await run(registerFix, 'fix', task, '--due', '10/7/2025', '--by', 'Lan', '--db', at('a.db'));
  await run(registerFix, 'fix', task, '--due', '20/8/2025', '--by', 'Mai', '--db', at('b.db'));
  await run(registerRemove, 'remove', second.document.number ?? '', '--db', at('b.db'));
  const merge = (...more: string[]) =>
    run(registerMerge, 'merge', at('a.db'), at('b.db'), '--into', at('all.db'), ...more);
  const told = (await merge()).replaceAll(/\d\d:\d\d, \d\d\/\d\d\/\d{4}/gu, 'lúc');
  expect(told.replaceAll(folder, '').split('\n')).toEqual([
    'Đã gộp 2 cơ sở dữ liệu vào /all.db (tệp mới), đến thay đổi số 2',
    '  1 tệp mới',
    '  Mang theo: 2 chỉnh sửa',
    'Hai nơi sửa khác nhau (tính lần sau, văn bản chờ rà soát): 1',
    `  ${task} · mục 2, hạn xử lý`,
    '    tính lúc · Mai · mục 2 · hạn xử lý: 30/06/2025 → 20/08/2025',
    '    kia lúc · Lan · mục 2 · hạn xử lý: 30/06/2025 → 10/07/2025',
    'Không đưa vào: 1',
    `  ${second.document.source.path}: đã được gỡ ở một cơ sở dữ liệu (lấy lại: ketluan restore)`,
    '',
  ]);
  expect(JSON.parse(await merge('--json'))).toMatchObject({
    wasThere: true,
    added: 0,
    updated: 0,
    known: 1,
    lastChange: 2,
  });
  await expect(run(registerMerge, 'merge', task, '--db', at('a.db'))).rejects.toThrow(/two items/u);
  await expect(merge('--db', at('a.db'))).rejects.toThrow(/without --db/u);
});
