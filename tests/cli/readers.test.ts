import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerAudit } from '../../cli/commands/audit.js';
import { registerExport } from '../../cli/commands/export.js';
import { registerPublish } from '../../cli/commands/publish.js';
import { registerSearch } from '../../cli/commands/search.js';
import { registerShow } from '../../cli/commands/show.js';
import { registerStatus } from '../../cli/commands/status.js';
import { openDatabase } from '../../output/store/open-database.js';
import { saveFiles } from '../../output/store/save-file.js';
import { makeDocument, makeFile, makeRepaired, SAMPLES, TODAY } from '../output/sample-records.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-readers-'));
const db = join(folder, 'test.db');
const [first] = SAMPLES;

const withoutBoxes = (record: (typeof SAMPLES)[number]) => ({
  ...record,
  directives: record.directives.map((directive) => ({ ...directive, boxes: [] })),
});

beforeAll(() => {
  const store = openDatabase(db);
  saveFiles(
    store,
    SAMPLES.map((record) => makeFile(record)),
  );
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('search', () => {
  it('prints number, date, item, lead, deadline, marked words and page', async () => {
    const printed = await runCommand(registerSearch, ['search', 'tham', 'dinh', '--db', db]);
    expect(printed).toBe(
      [
        'Tìm thấy 1 nhiệm vụ (ngày ban hành mới nhất trước)',
        '',
        '1. Kết luận 12-KL/TU, 10/06/2025 · mục 2',
        '   2. Sở Tài chính chủ trì, phối hợp với Sở Xây dựng «thẩm định» dự toán, chậm nhất ngày 30/6/2025.',
        '   Chủ trì: Sở Tài chính · Hạn: chậm nhất 30/06/2025 · trang 1',
        `   ${first?.document.id}-2`,
        '',
      ].join('\n'),
    );
  });

  it('speaks English and filters', async () => {
    const args = ['--lang', 'en', 'search', '--db', db, '--overdue', '--today', '1/7/2025'];
    const printed = await runCommand(registerSearch, args);
    expect(printed.split('\n')[0]).toBe('Found 1 tasks (newest issued first)');
    const none = await runCommand(registerSearch, ['search', 'không có chữ này', '--db', db]);
    expect(none).toBe('Không tìm thấy nhiệm vụ nào.\n');
  });

  it('refuses a day that is none', async () => {
    await expect(
      runCommand(registerSearch, ['search', 'x', '--db', db, '--due-before', '31/2/2025']),
    ).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });
});

describe('show', () => {
  it('finds by number, by document id and by directive id', async () => {
    const byNumber = await runCommand(registerShow, ['show', '12-KL/TU', '--db', db, '--json']);
    expect(JSON.parse(byNumber.split('\n')[0] ?? '')).toEqual({ ...first, corrections: [], doubtfulWords: [] });
    const byDirective = await runCommand(registerShow, ['show', `${first?.document.id}-2`, '--db', db]);
    expect(byDirective).toContain('Phối hợp: Sở Xây dựng');
    expect(byDirective).not.toContain('Đảng uỷ Ủy ban');
    await expect(runCommand(registerShow, ['show', 'nowhere', '--db', db])).rejects.toMatchObject({ code: 'usage' });
  });

  it('says how much of the print was read, and where a line was not', async () => {
    const path = join(folder, 'ink.db');
    const store = openDatabase(path);
    const unclaimed = [{ page: 1, text: '', why: 'unread' as const }];
    saveFiles(store, [makeFile(makeDocument('ink', [], { coverage: 0.9959, unclaimed }))]);
    const { id } = makeDocument('ink', []).document;
    store.close();
    const shown = await runCommand(registerShow, ['show', id, '--db', path]);
    expect(shown).toContain('Chữ in đọc được: 99,5 %\n');
    expect(shown).toMatch(/Chưa thành nhiệm vụ · trang 1 · có chữ không đọc được · [0-9a-f]+:\+p[0-9a-f]+\n(?! )/u);
    expect(await runCommand(registerShow, ['--lang', 'en', 'show', id, '--db', path])).toContain(
      'Print read: 99.5 %\n',
    );
  });
});

describe('status', () => {
  it('counts', async () => {
    const printed = await runCommand(registerStatus, ['status', '--db', db, '--json', '--today', TODAY]);
    expect(JSON.parse(printed)).toEqual({
      files: { stored: 2, needsReview: 1, quarantined: 0 },
      pages: 3,
      documents: 3,
      documentsToReview: 1,
      directives: 5,
      tasks: 5,
      tasksToReview: 1,
      overdue: 1,
      unclaimed: 0,
      doubtfulWords: 0,
      filesWithDoubtfulWords: 0,
      suggested: 0,
      bodies: 5,
      corrections: 0,
      removed: 0,
      lastChange: 3,
      lastBatch: null,
      quarantine: [],
    });
  });

  it('tells words that were read with doubt, though no task asks for a review because of them', async () => {
    const own = join(folder, 'doubts.db');
    const store = openDatabase(own);
    const record = makeDocument('doubt', [{ number: '1', text: 'Sở Y tế báo cáo.' }]);
    const doubtfulWords = [{ raw: 'bảo', repaired: 'báo', span: { start: 18, end: 21 }, confidence: 0.4 }];
    saveFiles(store, [makeFile(record, { repaired: { ...makeRepaired(record), doubtfulWords } })]);
    store.close();
    const rows = (await runCommand(registerStatus, ['status', '--db', own, '--today', TODAY])).split('\n');
    const wanted = /^(?:Nhiệm vụ cần xem lại|Từ đọc|Tệp có từ)/u;
    expect(rows.filter((row) => wanted.test(row)).map((row) => row.replace(/ {2,}/u, ': '))).toEqual([
      'Từ đọc chưa chắc chắn, kể cả ở chỗ chưa cần xem lại: 1',
      'Tệp có từ như thế (xem bằng show): 1',
      'Nhiệm vụ cần xem lại: 0',
    ]);
  });
});

describe('export', () => {
  it('writes every document as one JSON line, also one without directives', async () => {
    const out = join(folder, 'out.jsonl');
    await runCommand(registerExport, ['export', '--format', 'jsonl', '--db', db, '-o', out]);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\n');
    // Texts have no place on a page.
    expect(lines.map((line) => JSON.parse(line))).toEqual(SAMPLES.map(withoutBoxes));
    const printed = await runCommand(registerExport, ['export', '--format', 'jsonl', '--db', db]);
    expect(printed).toBe(readFileSync(out, 'utf8'));
  });

  it('takes the filters of search', async () => {
    const printed = await runCommand(registerExport, [
      'export',
      '--format',
      'jsonl',
      '--db',
      db,
      '--type',
      'thong bao',
    ]);
    expect(
      printed
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(SAMPLES.slice(1, 2).map(withoutBoxes));
  });

  it('knows every format', async () => {
    const starts = {
      jsonl: '{"document":',
      csv: '\ufeffSố văn bản',
      ics: 'BEGIN:VCALENDAR',
      html: '<!doctype html>',
      xlsx: 'PK',
    };
    for (const [format, start] of Object.entries(starts)) {
      const out = join(folder, `out.${format}`);
      await runCommand(registerExport, ['export', '--format', format, '--db', db, '-o', out, '--today', TODAY]);
      expect(readFileSync(out, 'utf8').startsWith(start)).toBe(true);
    }
  });

  it('says when the file cannot be written', async () => {
    const nowhere = join(folder, 'missing', 'out.jsonl');
    await expect(
      runCommand(registerExport, ['export', '--format', 'jsonl', '--db', db, '-o', nowhere]),
    ).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('publish', () => {
  it('writes a copy and says what it holds', async () => {
    const out = join(folder, 'published.db');
    const printed = await runCommand(registerPublish, ['publish', out, '--db', db, '--json']);
    expect(JSON.parse(printed)).toMatchObject({ path: out, lastChange: 3 });
    expect(await runCommand(registerStatus, ['status', '--db', out, '--json', '--today', TODAY])).toBe(
      await runCommand(registerStatus, ['status', '--db', db, '--json', '--today', TODAY]),
    );
  });
});

describe('audit', () => {
  const runAudit = (...args: string[]): Promise<string> =>
    runCommand(registerAudit, ['audit', '--db', db, '--today', TODAY, ...args]);

  it('prints what an archivist should look at, by rule, and what to do', async () => {
    const printed = await runCommand(registerAudit, ['--lang', 'en', 'audit', '--db', db, '--today', TODAY]);
    expect(printed).toBe(
      [
        'No document number (1) [no-number]',
        '→ Look at the first page; a handwritten number is for a person to confirm.',
        '  (no number) · van-ban/c.txt',
        '    No number',
        '',
        'No day of issue (1) [no-date]',
        '→ Look at the first page; deadlines that count from the signing wait for this day.',
        '  (no number) · van-ban/c.txt',
        '    No day of issue',
        '',
        'Impossible dates (1) [impossible-date]',
        '→ Look at the date on the scan.',
        '  05-TB/HU · van-ban/b.txt',
        '    Held on 2025-06-05, after its issue on 2024-03-02',
        '',
      ].join('\n'),
    );
    const asJson = (await runAudit('--json')).trim().split('\n');
    expect(asJson.map((line) => JSON.parse(line))).toMatchObject([
      { rule: 'impossible-date', documentNumber: '05-TB/HU' },
      { rule: 'no-number', documentNumber: null },
      { rule: 'no-date', documentNumber: null },
    ]);
  });

  it('ends with 3 only when asked to fail on what was found', async () => {
    const endsWith = async (...args: string[]): Promise<typeof process.exitCode> => {
      process.exitCode = undefined;
      try {
        await runAudit(...args);
        return process.exitCode;
      } finally {
        process.exitCode = undefined;
      }
    };
    expect(await endsWith()).toBeUndefined();
    expect(await endsWith('--fail-on', 'any')).toBe(3);
    expect(await endsWith('--fail-on', 'number-gap, no-date', '--json')).toBe(3);
    expect(await endsWith('--fail-on', 'number-gap,low-coverage')).toBeUndefined();
  });

  it.each([
    ['--fail-on', 'no-dates'],
    ['--fail-on', ''],
    ['--coverage', '95'],
    ['--coverage', '1.5'],
    ['--coverage', '-0,5'],
  ])('refuses %s %s', async (option, value) => {
    await expect(runAudit(`${option}=${value}`)).rejects.toMatchObject({ code: 'commander.invalidArgument' });
  });

  it('takes the mark of coverage as Vietnamese or programs write it', async () => {
    expect(await runAudit('--coverage', '0,5')).toBe(await runAudit('--coverage', '0.5'));
  });
});
