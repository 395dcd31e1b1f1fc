import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerBatches, registerManifest, registerUndo } from '../../cli/commands/batches.js';
import { registerDocuments } from '../../cli/commands/documents.js';
import { registerIngest } from '../../cli/commands/ingest.js';
import { registerPublish } from '../../cli/commands/publish.js';
import { registerQuarantine } from '../../cli/commands/quarantine.js';
import { registerPurge, registerRemove, registerRemoved, registerRestore } from '../../cli/commands/removed.js';
import { registerStatus } from '../../cli/commands/status.js';
import { registerWatch } from '../../cli/commands/watch.js';
import { openDatabase } from '../../output/store/open-database.js';
import { finishBatch, recordBatchFile, startBatch } from '../../output/store/record-batch.js';
import { quarantineFile, saveFiles } from '../../output/store/save-file.js';
import { AT, makeDocument, makeFile, SAMPLES } from '../output/sample-records.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-lists-'));
const db = join(folder, 'test.db');
const empty = join(folder, 'empty.db');
/** A name as nobody should give one: it must show, and do nothing. */
const HOSTILE = 'kho/=cmd|\u001b[31m đỏ\n2. giả.txt';
const [first, second] = SAMPLES;
if (first === undefined || second === undefined) throw new Error('Expected samples');
const hostile = makeDocument('hostile', [{ number: '1', text: 'Sở Y tế báo cáo.', more: { needsReview: true } }], {
  number: '9-KL/TU\u001b[2J',
  issuedOn: '2025-06-30',
  needsReview: true,
  source: { path: HOSTILE, sha256: 'a'.repeat(64), mediaType: 'text/plain', pageCount: 1 },
  notes: [{ level: 'review', rule: 'header/number-missing', message: { vi: 'Xem số', en: 'Look at the number' } }],
});

beforeAll(() => {
  openDatabase(empty).close();
  const store = openDatabase(db);
  const batch = startBatch(store, { roots: ['kho'], at: AT });
  const own = { batchKey: batch };
  saveFiles(
    store,
    [first, second, hostile].map((record) => makeFile(record, own)),
  );
  for (const { document } of [first, second, hostile])
    recordBatchFile(store, batch, {
      path: document.source.path,
      sha256: document.source.sha256,
      outcome: document.needsReview ? 'needs-review' : 'stored',
      reason: document.needsReview ? { vi: 'Xem số', en: 'Look at the number' } : null,
      code: null,
    });
  quarantineFile(store, {
    path: `kho/hỏng\u001b[0m.pdf`,
    sha256: 'b'.repeat(64),
    byteLength: 3,
    mediaType: null,
    code: 'file-broken',
    text: { vi: 'Tệp hỏng', en: 'Broken file' },
    hint: { vi: 'Quét lại', en: 'Scan again' },
    at: AT,
    ...own,
  });
  finishBatch(store, batch, AT);
  store.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (register: (program: Command) => void, ...args: string[]): Promise<string> =>
  runCommand(register, args.includes('--db') ? args : [...args, '--db', db]);
const jsonLines = (printed: string): unknown[] =>
  printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

describe('documents', () => {
  it('prints number, day, issuer, tasks, what is to review and why, and the file', async () => {
    expect((await run(registerDocuments, 'documents', '--needs-review')).split('\n')).toEqual([
      '1 văn bản (ngày ban hành mới nhất trước)',
      '',
      expect.stringMatching(
        /^1\. Kết luận 9-KL\/TU\S+, 30\/06\/2025 · Ban Thường vụ Tỉnh ủy · 1 nhiệm vụ, 1 cần xem lại$/u,
      ),
      expect.stringContaining(`${hostile.document.id} · kho/`),
      '   ! Xem số [header/number-missing]',
      '',
    ]);
    const english = await run(registerDocuments, '--lang', 'en', 'documents', '--why', 'header');
    expect(english).toContain('1 documents (newest issued first)');
    expect(english).toContain('! Look at the number [header/number-missing]');
  });

  it('shows control codes of names and lets none through, nor a line end', async () => {
    const printed = await run(registerDocuments, 'documents');
    expect(printed).not.toContain('\u001b');
    expect(printed.split('\n').some((line) => line.startsWith('2. giả'))).toBe(false);
    const csv = await run(registerDocuments, 'documents', '--csv');
    expect(csv).not.toContain('\u001b');
    expect(csv.startsWith('\ufeffMã văn bản,Loại văn bản,Số văn bản,')).toBe(true);
    const manifest = await run(registerManifest, 'manifest', '1', '--csv');
    expect(manifest).not.toContain('\u001b');
  });

  it('gives pages for people, everything for programs, and a file', async () => {
    expect(await run(registerDocuments, 'documents', '--limit', '2')).toContain('3 văn bản, trang 1/2');
    expect(await run(registerDocuments, 'documents', '--limit', '2', '--page', '2')).toMatch(/\n3\. Thông báo/u);
    expect(jsonLines(await run(registerDocuments, 'documents', '--json'))).toMatchObject([
      { id: hostile.document.id, path: HOSTILE, toReview: 1, reasons: [{ rule: 'header/number-missing' }], batch: 1 },
      { id: first.document.id, tasks: 3 },
      { id: second.document.id },
    ]);
    expect(jsonLines(await run(registerDocuments, 'documents', '--json', '--page', '2', '--limit', '2'))).toMatchObject(
      [{ id: second.document.id }],
    );
    const out = join(folder, 'out.csv');
    expect(await run(registerDocuments, 'documents', '--csv', '-o', out)).toBe('');
    expect(readFileSync(out, 'utf8').split('\r\n').length).toBe(5);
    for (const wrong of [
      ['-o', out],
      ['--json', '--csv'],
      ['--why', 'nothing'],
    ])
      await expect(run(registerDocuments, 'documents', ...wrong)).rejects.toMatchObject({ code: 'usage' });
    await expect(run(registerDocuments, 'documents', '--page', '0')).rejects.toMatchObject({
      code: 'commander.invalidArgument',
    });
  });

  it('says that there is none', async () => {
    expect(await run(registerDocuments, 'documents', '--db', empty)).toBe('Không có văn bản nào như vậy.\n');
    expect(await run(registerDocuments, 'documents', '--json', '--db', empty)).toBe('');
    await expect(run(registerDocuments, 'documents', '--db', join(folder, 'none.db'))).rejects.toMatchObject({
      code: 'database-invalid',
    });
  });
});

describe('batches and manifest', () => {
  it('tell what came of each run and what is still there', async () => {
    const printed = await run(registerBatches, 'batches');
    expect(printed).toMatch(/^Lượt 1 · .* · xong /u);
    expect(printed).toContain('   3 tệp · đã lưu 2 · đã lưu, cần xem lại 1');
    expect(printed).toContain('   còn trong cơ sở dữ liệu: 3 tệp');
    expect(jsonLines(await run(registerBatches, 'batches', '--json'))).toMatchObject([{ batch: 1, standing: 3 }]);
    expect(await run(registerBatches, 'batches', '--db', empty)).toBe('Chưa có lượt nạp nào.\n');
    expect(jsonLines(await run(registerManifest, 'manifest', '1', '--json'))).toContainEqual({
      path: first.document.source.path,
      sha256: first.document.source.sha256,
      outcome: 'stored',
      reason: null,
      code: null,
      documents: [first.document.id],
    });
    for (const [register, name] of [
      [registerManifest, 'manifest'],
      [registerUndo, 'undo'],
    ] as const) {
      await expect(run(register, name, '7')).rejects.toMatchObject({
        code: 'usage',
        text: { vi: expect.stringMatching(/lượt nạp số 7/u) },
      });
      await expect(run(register, name, 'x')).rejects.toMatchObject({ code: 'commander.invalidArgument' });
    }
  });
});

describe('undo, remove, restore and purge', () => {
  it('say what goes, what comes back, and what to type next', async () => {
    expect(await run(registerUndo, 'undo', '1', '--dry-run')).toMatch(
      /^Sẽ gỡ 3 tệp \(3 văn bản\) của lượt 1; chưa thay đổi gì:\n/u,
    );
    expect(await run(registerRemove, 'remove', '12-KL/TU', '--dry-run')).toMatch(/^Sẽ gỡ cả tệp; chưa thay đổi gì:/u);
    expect(await run(registerRemoved, 'removed')).toBe('Không có gì đã gỡ.\n');
    expect(await run(registerRemove, 'remove', '12-KL/TU')).toBe(
      [
        'Đã gỡ cả tệp:',
        '  van-ban/a.txt',
        `    Kết luận 12-KL/TU, 10/06/2025 · 3 nhiệm vụ · ${first.document.id}`,
        `Lấy lại: ketluan restore ${first.document.id}`,
        '',
      ].join('\n'),
    );
    await expect(run(registerRemove, 'remove', '12-KL/TU')).rejects.toMatchObject({ code: 'usage' });
    expect(await run(registerRestore, 'restore', first.document.id)).toMatch(
      /^Đã lấy lại 1 tệp:\n {2}van-ban\/a\.txt\n/u,
    );
    const undone = await run(registerUndo, 'undo', '1');
    expect(undone).toMatch(/^Đã hoàn tác lượt 1: gỡ 3 tệp \(3 văn bản\)\.\n/u);
    expect(undone).toContain('1 tệp cách ly của lượt này vẫn trong danh sách');
    expect(undone).not.toContain('\u001b');
    expect(undone).toMatch(/Lấy lại: ketluan restore 1\n$/u);
    expect(await run(registerRemoved, 'removed')).toContain('hoàn tác lượt 1\n');
    expect(jsonLines(await run(registerRemoved, 'removed', '--json')).length).toBe(3);
    expect(JSON.parse(await run(registerStatus, 'status', '--json'))).toMatchObject({ documents: 0, removed: 3 });
    await expect(run(registerPurge, 'purge')).rejects.toMatchObject({ code: 'usage' });
    expect(JSON.parse(await run(registerPurge, 'purge', '05-TB/HU', '--json'))).toMatchObject({
      purged: [{ path: second.document.source.path }],
      isWiped: true,
    });
    expect(await run(registerRestore, 'restore', '1')).toMatch(/^Đã lấy lại 2 tệp:/u);
    expect(await run(registerPurge, 'purge', '--yes')).toBe('Đã xoá hẳn 0 tệp.\n');
  });

  it('change nothing in a copy that may only be read, and lists work there', async () => {
    const copy = join(folder, 'published.db');
    await run(registerPublish, 'publish', copy);
    expect(await run(registerDocuments, 'documents', '--db', copy)).toContain('2 văn bản');
    expect(await run(registerBatches, 'batches', '--db', copy)).toContain('Lượt 1');
    expect(await run(registerQuarantine, 'quarantine', '--db', copy)).toContain('[file-broken]');
    // Root may write everywhere.
    if (process.getuid?.() !== 0)
      await expect(run(registerUndo, 'undo', '1', '--db', copy)).rejects.toMatchObject({ code: 'database-unwritable' });
  });
});

describe('quarantine', () => {
  it('lists by reason with what to do, forgets what is named, and wants a name', async () => {
    const printed = await run(registerQuarantine, 'quarantine', 'list');
    expect(printed).toContain('(1) [file-broken]\n  → Quét lại\n  kho/hỏng');
    expect(printed).not.toContain('\u001b');
    expect(jsonLines(await run(registerQuarantine, 'quarantine', 'list', '--json'))).toMatchObject([
      { sha256: 'b'.repeat(64), code: 'file-broken', batch: 1 },
    ]);
    await expect(run(registerQuarantine, 'quarantine', 'drop')).rejects.toMatchObject({ code: 'usage' });
    await expect(run(registerQuarantine, 'quarantine', 'release', 'b'.repeat(64))).rejects.toMatchObject({
      code: 'usage',
    });
    expect(await run(registerQuarantine, 'quarantine', 'retry')).toContain('không còn ở đó');
    expect(await run(registerQuarantine, 'quarantine', 'drop', 'b'.repeat(64))).toMatch(/^Đã bỏ 1 tệp/u);
    expect(await run(registerQuarantine, 'quarantine')).toBe('Không có tệp nào.\n');
    expect(await run(registerQuarantine, 'quarantine', 'list', '--csv')).toMatch(/^\ufeffĐường dẫn,SHA-256,/u);
  });
});

describe('ingest --json', () => {
  it('names every file with the ids of its documents, also what is known already', async () => {
    const paper = join(folder, 'giấy.txt');
    const copy = join(folder, 'bản sao.txt');
    writeFileSync(paper, readFileSync('fixtures/demo/kl-thuong-truc-cau-treo.txt'));
    writeFileSync(copy, readFileSync(paper));
    const own = join(folder, 'own.db');
    const once = JSON.parse(await run(registerIngest, 'ingest', paper, '--json', '--db', own));
    const [{ documents }] = once.files;
    expect(documents.length).toBe(1);
    const again = JSON.parse(await run(registerIngest, 'ingest', paper, copy, '--json', '--db', own));
    expect(
      again.files.map(({ path, result, documents: ids }: Record<string, unknown>) => [path, result, ids]).toSorted(),
    ).toEqual([
      [copy, 'duplicate', documents],
      [paper, 'known', documents],
    ]);
  });
});

describe('ketluan watch', () => {
  it('refuses a folder that is not there: a mistyped name would be waited for without end', async () => {
    const typed = join(folder, 'Quét nhầm');
    await expect(runCommand(registerWatch, ['watch', typed, '--db', db])).rejects.toMatchObject({
      code: 'usage',
      text: { vi: expect.stringContaining('--wait') },
    });
  });
});
