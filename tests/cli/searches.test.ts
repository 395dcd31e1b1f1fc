import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { registerExport } from '../../cli/commands/export.js';
import { registerPublish } from '../../cli/commands/publish.js';
import { registerSearch } from '../../cli/commands/search.js';
import { registerSearches } from '../../cli/commands/searches.js';
import { listSavedSearches } from '../../output/search/saved-searches.js';
import { openDatabase } from '../../output/store/open-database.js';
import { saveFiles } from '../../output/store/save-file.js';
import { makeBody, makeDeadline, makeDocument, makeFile, SAMPLES } from '../output/sample-records.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-searches-'));
const db = join(folder, 'test.db');
const TODAY = ['--today', '1/7/2025'];

const CLINIC = makeDocument('clinic', [
  {
    number: '1',
    text: 'Sở Y tế mua thuốc, xong trước 20/6.',
    bodies: [makeBody('Sở Y tế')],
    deadlines: [makeDeadline('trước 20/6', '2025-06-20', { inferred: true, bound: 'before' })],
  },
  { number: '2', text: 'Mua thuốc bổ cho trạm xá.' },
]);

beforeAll(() => {
  const store = openDatabase(db);
  saveFiles(
    store,
    [...SAMPLES, CLINIC].map((record) => makeFile(record)),
  );
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (...args: string[]): Promise<string> =>
  runCommand(registerSearch, ['search', ...args, '--db', db, ...TODAY]);
const numbersOf = (json: string): string[] =>
  (JSON.parse(json) as { hits: { number: string }[] }).hits.map(({ number }) => number);

describe('search', () => {
  it('says how a sentence was read, and that a year was supplied', async () => {
    const printed = await ask('việc của Sở Y tế quá hạn');
    expect(printed.split('\n')[0]).toBe('Hiểu là: cơ quan: Sở Y tế · quá hạn (--plain để tìm đúng các từ đã gõ)');
    expect(printed).toContain('trước ngày 20/06/2025 (năm suy ra)');
    expect(await ask('việc của Sở Y tế quá hạn', '--plain')).toContain('Không tìm thấy nhiệm vụ nào.');
  });

  it('mends a typing error, and says so', async () => {
    const printed = await ask('mua thuosc');
    expect(printed.split('\n')[0]).toBe('Không có đúng các từ đã gõ. Ý bạn là: mua thuốc?');
  });

  it('offers what would find more', async () => {
    const printed = await ask('trạm xá', '--year', '1999');
    expect(printed).toContain('Có thể bạn muốn:\n  → bỏ lọc năm ban hành: 1999: 1 nhiệm vụ');
  });

  it.each<[string, string[]]>([
    ['a word as the shell leaves it', ['mua', '\u2212bổ']],
    ['a phrase that the shell took the quotes of', ['mua', '\u2212thuốc bổ']],
    ['a phrase with its quotes', ['mua', '\u2212"thuốc bổ"']],
    ['an option that every shell takes', ['mua', '--without', 'thuốc bổ']],
  ])('leaves out %s', async (_, args) => {
    expect(numbersOf(await ask(...args, '--json'))).toEqual(['1']);
  });

  it('takes a phrase as an option', async () => {
    expect(numbersOf(await ask('--phrase', 'thuốc bổ', '--json'))).toEqual(['2']);
    expect(numbersOf(await ask('--phrase', 'bổ thuốc', '--json'))).toEqual([]);
  });

  it('filters by state in any case and without accents, and names the states for any other', async () => {
    const overdue = numbersOf(await ask('--state', 'qua han', '--body', 'Sở Y tế', '--json'));
    expect(overdue).toEqual(['1']);
    expect(numbersOf(await ask('--inferred', '--json'))).toContain('1');
    await expect(ask('--state', 'xong')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });

  it('finds papers, and turns their pages', async () => {
    const printed = await ask('--in', 'papers', 'trạm xá');
    expect(printed).toContain('Tìm thấy 1 văn bản');
    expect(printed).toContain('người ký Trần Văn Mẫu');
    expect(printed).toContain('trang 1 · 2 nhiệm vụ');
    const first = await ask('--in', 'papers', '--limit', '2');
    expect(first).toContain('Trang sau: --page 2');
    expect(await ask('--in', 'papers', '--limit', '2', '--page', '2')).toMatch(/^3\. /mu);
  });
});

describe('export', () => {
  it('reads a sentence as search does, and says so beside the file', async () => {
    const told: string[] = [];
    const spy = vi.spyOn(process.stderr, 'write').mockImplementation((chunk) => told.push(String(chunk)) > 0);
    const give = (...args: string[]): Promise<string> =>
      runCommand(registerExport, ['export', '--format', 'jsonl', '--db', db, ...TODAY, ...args]);
    const read = await give('việc của Sở Y tế quá hạn');
    const plain = await give('--plain', 'việc của Sở Y tế quá hạn');
    spy.mockRestore();
    expect(read.trim().split('\n')).toHaveLength(1);
    expect(plain.trim()).toBe('');
    expect(told).toEqual(['Hiểu là: cơ quan: Sở Y tế · quá hạn (--plain để tìm đúng các từ đã gõ)\n']);
  });
});

describe('searches', () => {
  const saved = (...args: string[]): Promise<string> => runCommand(registerSearches, ['searches', ...args, '--db', db]);

  it('are kept, listed, run as of a day, and removed; a published copy holds none', async () => {
    expect(await saved('list')).toBe('Chưa lưu tìm kiếm nào.\n');
    const added = await saved('add', 'Y tế quá hạn', '--body', 'Sở Y tế', '--overdue', '--sort', 'due');
    expect(added).toContain('Đã lưu Y tế quá hạn: cơ quan: Sở Y tế · quá hạn · hạn sớm nhất trước');
    expect(numbersOf(await saved('run', 'y tế quá hạn', '--json', ...TODAY))).toEqual(['1']);
    expect(numbersOf(await saved('run', 'Y tế quá hạn', '--json', '--today', '1/6/2025'))).toEqual([]);
    const copy = join(folder, 'copy.db');
    await runCommand(registerPublish, ['publish', copy, '--db', db]);
    const store = openDatabase(copy, { readonly: true });
    expect(listSavedSearches(store)).toEqual([]);
    store.close();
    expect(await saved('list')).toContain('Y tế quá hạn');
    expect(await saved('remove', 'Y tế quá hạn')).toContain('Đã bỏ Y tế quá hạn');
    await expect(saved('run', 'Y tế quá hạn')).rejects.toMatchObject({ code: 'usage' });
  });
});
