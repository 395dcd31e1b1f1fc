import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordingOf } from '../../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../../fixtures/make/recorded-ocr.js';
import { makeDocx, p } from '../../../fixtures/make/word/docx.js';
import {
  findDocuments,
  ingest,
  listDocuments,
  listPaperFiles,
  listRemoved,
  openDatabase,
  preview,
  removeFiles,
  requireRemoved,
  restoreFiles,
  type Store,
  search,
  undoBatch,
  verify,
} from '../../../output/library.js';
import { listChanges } from '../../../output/store/changes.js';
import { listCorrections } from '../../../output/store/corrections.js';
import { runGuarded } from '../../../output/store/guard.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { findFile } from '../../../output/store/save-file.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { makePaper, noOcr, TASKS } from '../sample-papers.js';
import { AT, TODAY } from '../sample-records.js';

const LAN = { by: 'Lan', at: '2025-07-02T09:00:00+07:00' };

const PAPER = makePaper(TASKS);
const REVISED = makePaper([
  'Giao Sở Tài chính chủ trì, phối hợp với Sở Xây dựng thẩm định dự toán kè sông Lam, báo cáo trước ngày 31/7/2025.',
  ...TASKS.slice(1),
  'Sở Nội vụ tham mưu kiện toàn Ban Chỉ đạo kè sông Lam, trình trước ngày 20/8/2025.',
]);
const OTHER = makePaper(
  ['Công an tỉnh mở đợt cao điểm bảo đảm trật tự, an toàn giao thông dịp lễ hội đền Thượng, từ ngày 01/8/2025.'],
  { number: '205-KL/TU', day: '20 tháng 6 năm 2025', subject: 'về an toàn giao thông' },
);

let folder: string;
let db: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-identity-'));
  db = openDatabase(':memory:');
});
afterEach(() => {
  expect(verify(db, ':memory:').filter(({ ok }) => !ok)).toEqual([]);
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
};
const take = async (...names: readonly string[]) => {
  const paths = names.length === 0 ? [folder] : names.map((name) => join(folder, name));
  const reports = await ingest(db, paths, { now: () => AT, by: 'Lan', openOcr: () => noOcr });
  return reports.map(({ path, result, reasons }) =>
    [relative(folder, path), result, ...reasons.map(({ rule }) => rule).filter((rule) => !rule.includes('/'))].join(
      ' ',
    ),
  );
};
const paths = (): string[] => [...listDocuments(db)].map(({ document }) => relative(folder, document.source.path));
const shown = (sql: string): unknown[] => db.prepare<[], unknown>(sql).pluck().all();
const countTasks = (): unknown => shown('SELECT count(*) FROM tasks')[0];
const events = (): unknown[] => shown("SELECT kind || ' ' || done_by FROM file_event ORDER BY event_key");
const onlyDocument = () => {
  const [record, ...others] = listDocuments(db);
  if (record === undefined || others.length > 0) throw new Error('Expected one document');
  return record;
};
const files = (): string[] =>
  listPaperFiles(db, onlyDocument().document.id).map(({ path, as }) => `${relative(folder, path)} ${as}`);
const correct = (ordinal: number, field: string, newValue: string | null): void => {
  const { document, directives } = onlyDocument();
  const directiveId = directives[ordinal - 1]?.id ?? null;
  saveCorrection(db, {
    documentId: document.id,
    directiveId,
    field,
    oldValue: null,
    newValue,
    correctedBy: 'Lan',
    correctedAt: AT,
  });
};
const corrections = (): string[] =>
  listCorrections(db, onlyDocument().document.id).map(({ directiveId, field, newValue }) => {
    const number = onlyDocument().directives.find(({ id }) => id === directiveId)?.number ?? '';
    return `${number} ${field} ${newValue}`;
  });

describe('a file that was moved or renamed', () => {
  it('is told its new path: views, links, change feed and journal show it', async () => {
    const old = put('moi/a.txt', PAPER);
    expect(await take()).toEqual(['moi/a.txt stored']);
    const [last] = listChanges(db, { after: 0, limit: 100 }).slice(-1);
    mkdirSync(join(folder, 'xong'));
    renameSync(old, join(folder, 'xong', 'b.txt'));
    expect((await preview(db, [folder])).map(({ result, reasons }) => [result, reasons[0]?.rule])).toEqual([
      ['known', 'moved'],
    ]);
    expect(await take()).toEqual(['xong/b.txt known moved']);
    expect(paths()).toEqual(['xong/b.txt']);
    expect(shown("SELECT page_link FROM tasks WHERE directive_number = '1'")).toEqual([
      `${join(folder, 'xong', 'b.txt')}#page=1`,
    ]);
    expect(listChanges(db, { after: last?.sequence ?? 0, limit: 10 })).toMatchObject([
      { kind: 'update', entity: 'document', id: onlyDocument().document.id },
    ]);
    expect(shown('SELECT about FROM file_event')).toEqual([old]);
    expect([events(), countTasks()]).toEqual([['moved Lan'], 3]);
    expect(await take()).toEqual(['xong/b.txt known']);
    expect(shown('SELECT reason_vi FROM batch_file WHERE batch_key = 2')).toEqual([
      'Đã chuyển chỗ hoặc đổi tên: ghi đường dẫn mới.',
    ]);
  });

  it('is known again when a folder above it was renamed', async () => {
    put('2024/quy-1/a.txt', PAPER);
    put('ghi-chu.txt', OTHER);
    await take();
    renameSync(join(folder, '2024'), join(folder, 'nam-2024'));
    expect(await take()).toEqual(['ghi-chu.txt known', 'nam-2024/quy-1/a.txt known moved']);
  });

  it('is a duplicate while the old path holds it, and where the drive of the old path is not there', async () => {
    put('a.txt', PAPER);
    put('b.txt', PAPER);
    expect(await take()).toEqual(['a.txt stored', 'b.txt duplicate']);
    expect(paths()).toEqual(['a.txt']);
    runGuarded(db, () => db.exec("UPDATE file SET path = '/no-such-drive/scans/a.txt'"));
    expect(await take('b.txt')).toEqual(['b.txt duplicate']);
    expect(events()).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('is found by its bytes where its name is no UTF-8', async () => {
    const raw = Buffer.concat([Buffer.from(`${folder}/b`), Buffer.from([0xe1]), Buffer.from('o.txt')]);
    writeFileSync(raw, PAPER);
    expect(await take()).toEqual(['b\\xe1o.txt stored']);
    put('c.txt', PAPER);
    expect(await take()).toEqual(['b\\xe1o.txt known', 'c.txt duplicate']);
    rmSync(raw);
    expect(await take()).toEqual(['c.txt known moved']);
  });

  it('stays with the batch that met it at the new path when the first one is undone', async () => {
    const old = put('a.txt', PAPER);
    await take();
    renameSync(old, join(folder, 'b.txt'));
    await take();
    expect(undoBatch(db, 1, LAN).removed).toEqual([]);
    expect(paths()).toEqual(['b.txt']);
    expect(undoBatch(db, 2, LAN).removed.length).toBe(1);
    expect(paths()).toEqual([]);
  });
});

describe('a file whose bytes were replaced', () => {
  it('is the new version of its paper: tasks count once, the old one stands behind it with its corrections carried over', async () => {
    put('a.txt', PAPER);
    await take();
    const first = onlyDocument().document.id;
    correct(1, 'due', '2025-07-20');
    correct(2, 'lead', 'Sở Nông nghiệp và Môi trường');
    correct(3, 'review', 'confirmed');
    put('a.txt', REVISED);
    expect(await take()).toEqual(['a.txt needs-review new-version']);
    const { document } = onlyDocument();
    expect(document.id).not.toBe(first);
    expect([countTasks(), files()]).toEqual([4, ['a.txt counted', 'a.txt version']]);
    // The day that was corrected is another one in the new text: nobody may take the old value for it.
    expect(corrections()).toEqual(['2 lead Sở Nông nghiệp và Môi trường', '3 review confirmed']);
    expect(document.notes.filter(({ rule }) => rule === 'identity/correction-homeless')).toMatchObject([
      { message: { vi: expect.stringContaining('mục 1, hạn xử lý, giá trị đã sửa “2025-07-20” (Lan)') } },
    ]);
    expect(shown("SELECT due FROM tasks WHERE directive_number = '1'")).toEqual(['2025-07-31']);
    expect(search(db, { words: 'thẩm định', filters: {}, today: TODAY, limit: 5 }).hits.length).toBe(1);
    expect(
      listChanges(db, { after: 0, limit: 100 }).filter(({ kind, id }) => kind === 'delete' && id === first),
    ).toHaveLength(1);
    expect(await take()).toEqual(['a.txt known']);
    expect([listRemoved(db), events()]).toEqual([[], ['replaced Lan']]);
    // Notes about the files of a paper outlive a new reading.
    const { reprocess } = await import('../../../output/library.js');
    await reprocess(db, { now: () => AT, stage: 'extract', openOcr: () => noOcr });
    expect(onlyDocument().document.notes.some(({ rule }) => rule === 'identity/correction-homeless')).toBe(true);
  });

  it('may be had back: by restore, by undo, and when the old bytes are back at the path', async () => {
    put('a.txt', PAPER);
    await take();
    correct(2, 'lead', 'Sở Y tế');
    put('a.txt', REVISED);
    await take();
    undoBatch(db, 2, LAN);
    expect([countTasks(), files(), corrections()]).toEqual([3, ['a.txt counted'], ['2 lead Sở Y tế']]);
    restoreFiles(
      db,
      requireRemoved(db, '2').map(({ sha256 }) => sha256),
      LAN,
    );
    expect([countTasks(), files(), corrections()]).toEqual([4, ['a.txt counted', 'a.txt version'], ['2 lead Sở Y tế']]);
    put('a.txt', PAPER);
    expect(await take()).toEqual(['a.txt stored reverted']);
    expect([countTasks(), files()]).toEqual([3, ['a.txt counted', 'a.txt version']]);
    const [, behind] = listPaperFiles(db, onlyDocument().document.id);
    restoreFiles(db, [behind?.sha256 ?? ''], LAN);
    expect([countTasks(), files(), corrections()]).toEqual([
      4,
      ['a.txt counted', 'a.txt set-aside'],
      ['2 lead Sở Y tế'],
    ]);
    // What a person chose stands, whatever lies at the path.
    expect(await take()).toEqual(['a.txt duplicate set-aside']);
    expect(countTasks()).toBe(4);
  });

  it('is replaced whole or not at all: a run that ends in between leaves the old one, and the next one does it', async () => {
    put('a.txt', PAPER);
    await take();
    correct(2, 'lead', 'Sở Y tế');
    put('a.txt', REVISED);
    db.exec("CREATE TEMP TRIGGER ended BEFORE INSERT ON correction BEGIN SELECT RAISE(ABORT, 'ended'); END");
    await take().catch((error: unknown) => error);
    expect([countTasks(), files(), corrections()]).toEqual([3, ['a.txt counted'], ['2 lead Sở Y tế']]);
    expect(shown('SELECT count(*) FROM removed')).toEqual([0]);
    db.exec('DROP TRIGGER ended');
    runGuarded(db, () => db.exec("DELETE FROM file WHERE status = 'quarantined'"));
    expect(await take()).toEqual(['a.txt stored new-version']);
    expect([countTasks(), files(), corrections()]).toEqual([4, ['a.txt counted', 'a.txt version'], ['2 lead Sở Y tế']]);
  });

  it('is kept and counts as before when what came to its path is broken, empty or no paper', async () => {
    put('a.txt', PAPER);
    await take();
    for (const bad of ['', '%PDF-1.7\nbroken', 'const x = 1;\n'.repeat(20)]) {
      put('a.txt', bad);
      const [told] = await take();
      expect(told).toMatch(/^a\.txt (?:quarantined|skipped) file-[a-z-]+ old-stands$/u);
    }
    expect([countTasks(), paths(), events()]).toEqual([3, ['a.txt'], []]);
  });

  it('is another paper under the name that a scanner gives to all: both count, and the first has lost its place', async () => {
    put('scan.txt', PAPER);
    await take();
    put('scan.txt', OTHER);
    expect(await take()).toEqual(['scan.txt stored path-taken']);
    expect(countTasks()).toBe(4);
    const gone = [...listDocuments(db)].flatMap(({ document }) =>
      listPaperFiles(db, document.id).map(({ isGone }) => [document.number, isGone]),
    );
    expect(gone).toEqual([
      ['118-KL/TU', true],
      ['205-KL/TU', false],
    ]);
    put('luu/118.txt', PAPER);
    expect(await take()).toEqual(['luu/118.txt known moved', 'scan.txt known']);
    expect(paths().sort()).toEqual(['luu/118.txt', 'scan.txt']);
  });

  it('is told its place when the same run met it there before', async () => {
    put('scan.txt', PAPER);
    await take();
    put('luu/118.txt', PAPER);
    put('scan.txt', OTHER);
    expect(await take()).toEqual(['luu/118.txt duplicate', 'scan.txt stored']);
    expect(paths().sort()).toEqual(['luu/118.txt', 'scan.txt']);
  });
});

describe('a paper in several files', () => {
  /** The same lines in a Word file: two typed texts would be two drafts. */
  const putWord = (name: string, text: string): void => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(
      path,
      makeDocx({
        body: text
          .split('\n')
          .map((line) => p(line))
          .join(''),
      }),
    );
  };

  it('counts once; the other file is its copy, and counts when the first is removed or undone', async () => {
    put('a.txt', PAPER);
    putWord('b.docx', PAPER);
    expect(await take()).toEqual(['a.txt stored', 'b.docx duplicate paper-copy']);
    correct(1, 'due', '2025-07-20');
    expect([countTasks(), files()]).toEqual([3, ['a.txt counted', 'b.docx copy']]);
    expect(await take()).toEqual(['a.txt known', 'b.docx duplicate paper-copy']);
    const hash = onlyDocument().document.source.sha256;
    removeFiles(db, [hash], LAN);
    expect([countTasks(), files(), corrections()]).toEqual([3, ['b.docx counted'], ['1 due 2025-07-20']]);
    expect(listRemoved(db).map(({ path }) => relative(folder, path))).toEqual(['a.txt']);
    restoreFiles(db, [hash], LAN);
    expect([countTasks(), files(), corrections()]).toEqual([3, ['a.txt counted', 'b.docx copy'], ['1 due 2025-07-20']]);
    // Both came with this batch: neither takes the place of the other.
    expect(undoBatch(db, 1, LAN).removed.length).toBe(1);
    expect(paths()).toEqual([]);
    expect(await take()).toEqual(['a.txt stored put-back', 'b.docx duplicate paper-copy']);
    expect([countTasks(), files()]).toEqual([3, ['a.txt counted', 'b.docx copy']]);
  });

  it('loses the copies of a folder that was taken back, until they are met again', async () => {
    put('a.txt', PAPER);
    await take();
    putWord('nham/b.docx', PAPER);
    await take('nham');
    undoBatch(db, 2, LAN);
    expect([files(), findDocuments(db, {}).documents[0]?.copies]).toEqual([['a.txt counted'], []]);
    removeFiles(db, [onlyDocument().document.source.sha256], LAN);
    expect(paths()).toEqual([]);
    restoreFiles(
      db,
      listRemoved(db).map(({ sha256 }) => sha256),
      LAN,
    );
    expect(await take('nham')).toEqual(['nham/b.docx duplicate paper-copy']);
    expect(files()).toEqual(['a.txt counted', 'nham/b.docx copy']);
  });

  it('counts by its better reading, whichever came first; corrections go with the paper', async () => {
    const slug = 'kl-btv-tinh-duoc-lieu';
    const place = packageFile('fixtures', 'documents', slug);
    copyFileSync(join(place, 'scan.tif'), join(folder, 'quet.tif'));
    const recorded = await openRecordedOcr(recordingOf(slug));
    await ingest(db, [folder], { now: () => AT, by: 'Lan', openOcr: () => recorded });
    const { directives } = onlyDocument();
    const at = 1 + directives.findIndex(({ kind }) => kind === 'task');
    correct(at, 'review', 'not-a-task');
    const number = directives[at - 1]?.number;
    const tasks = Number(countTasks());
    copyFileSync(join(place, 'text.txt'), join(folder, 'so.txt'));
    expect(await take('so.txt')).toEqual([expect.stringMatching(/^so\.txt (?:stored|needs-review) better-copy$/u)]);
    expect([files(), Number(countTasks())]).toEqual([['so.txt counted', 'quet.tif copy'], tasks]);
    expect(corrections()).toEqual([`${number} review not-a-task`]);
    expect(await take()).toEqual(['quet.tif duplicate paper-copy', 'so.txt known']);
    expect(findDocuments(db, {}).documents[0]?.copies).toEqual([join(folder, 'quet.tif')]);
  });

  it('is not merged where days differ between two good readings: both count, and the report says so', async () => {
    put('a.txt', PAPER);
    putWord('b.docx', REVISED);
    expect(await take()).toEqual(['a.txt stored', 'b.docx stored perhaps-copy']);
    expect(countTasks()).toBe(7);
  });

  it('is no matter of two typed texts, or two scans: they may be two drafts, and both count', async () => {
    put('a.txt', PAPER);
    put('b.txt', PAPER.replaceAll('\n', '\r\n'));
    expect(await take()).toEqual(['a.txt stored', 'b.txt stored']);
  });

  it('leaves nothing behind when it turns out to be classified', async () => {
    put('a.txt', PAPER);
    putWord('b.docx', PAPER);
    await take();
    const { sha256 } = onlyDocument().document.source;
    const { quarantineFile } = await import('../../../output/store/save-file.js');
    const text = { vi: 'mật', en: 'classified' };
    quarantineFile(db, {
      path: join(folder, 'a.txt'),
      sha256,
      byteLength: readFileSync(join(folder, 'a.txt')).length,
      mediaType: 'text/plain',
      code: 'file-classified',
      text,
      hint: null,
      at: AT,
    });
    expect(findFile(db, sha256)?.status).toBe('quarantined');
    expect([shown('SELECT count(*) FROM removed'), shown('SELECT count(*) FROM document')]).toEqual([[0], [0]]);
  });
});
