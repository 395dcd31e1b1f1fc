import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  dropQuarantined,
  type FileReport,
  ingest,
  listManifest,
  listQuarantine,
  openDatabase,
  releaseQuarantined,
  removeFiles,
  requireFile,
  retryQuarantined,
  type Store,
} from '../../../output/library.js';
import { listChanges } from '../../../output/store/changes.js';
import { readStatus } from '../../../output/store/read-status.js';
import { AT, TODAY } from '../sample-records.js';

const LAN = { by: 'Lan', at: AT };
const PAPER = readFileSync('fixtures/demo/kl-thuong-truc-cau-treo.txt');
const OTHER = readFileSync('fixtures/demo/cv-van-phong-bao-cao-quy.txt');
const MARKED = readFileSync('fixtures/demo/tb-dong-dau-mat.txt');
const BROKEN = '%PDF-1.4 hỏng';

let folder: string;
let db: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-quarantine-'));
  db = openDatabase(join(folder, 'x.db'));
});
afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string): string => join(folder, name);
const put = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(at(name), bytes);
  return at(name);
};
const run = {
  now: (): string => AT,
  by: 'Lan',
  openOcr: () => ({
    id: 'none',
    read: () => Promise.reject(new Error('Expected no page image')),
    close: () => Promise.resolve(),
  }),
};
const take = (...names: string[]): Promise<readonly FileReport[]> => ingest(db, names.map(at), run);
const listed = (settled = false): [string, string][] =>
  listQuarantine(db, { settled }).map(({ path, code }) => [path.slice(folder.length + 1), code]);
const events = (): unknown[] => db.prepare('SELECT kind, path FROM file_event').all();

describe('the list of the quarantine', () => {
  it('is empty at first, then names each file with its reason, also one without a byte; status counts the same', async () => {
    expect(listQuarantine(db)).toEqual([]);
    put('rỗng.txt', '');
    put('hỏng.pdf', BROKEN);
    put('mật.txt', MARKED);
    await take('rỗng.txt', 'hỏng.pdf', 'mật.txt');
    expect(listed()).toEqual([
      ['hỏng.pdf', 'file-broken'],
      ['mật.txt', 'file-classified'],
      ['rỗng.txt', 'file-empty'],
    ]);
    const [broken] = listQuarantine(db);
    expect(broken).toMatchObject({ batch: 1, settledBy: null, perhaps: [] });
    expect(broken?.hint?.vi).toMatch(/quét lại/u);
    expect(readStatus(db, TODAY).files.quarantined).toBe(3);
    // Nothing of the classified paper but name, hash and reason.
    expect(db.prepare('SELECT count(*) FROM page').pluck().get()).toBe(0);
  });

  it('loses a file whose good copy came to its place, says so, and has it again when that copy is removed', async () => {
    put('a.pdf', BROKEN);
    put('rỗng.txt', '');
    await take('a.pdf', 'rỗng.txt');
    put('a.pdf', PAPER);
    put('rỗng.txt', OTHER);
    await take('a.pdf', 'rỗng.txt');
    expect([listed(), listed(true)]).toEqual([[], [['a.pdf', 'file-broken']]]);
    expect(listQuarantine(db, { settled: true })[0]?.settledBy).toBe(requireFile(db, at('a.pdf')).sha256);
    expect(events()).toEqual([{ kind: 'settled', path: at('a.pdf') }]);
    removeFiles(db, [requireFile(db, at('a.pdf')).sha256], LAN);
    expect(listed()).toEqual([['a.pdf', 'file-broken']]);
  });

  it('has it again when the broken bytes are met at that place once more', async () => {
    put('a.pdf', BROKEN);
    await take('a.pdf');
    put('a.pdf', PAPER);
    await take('a.pdf');
    put('a.pdf', BROKEN);
    await take('a.pdf');
    expect(listed()).toEqual([['a.pdf', 'file-broken']]);
  });

  it('keeps a file that was good before it broke', async () => {
    put('a.pdf', PAPER);
    await take('a.pdf');
    put('a.pdf', BROKEN);
    await take('a.pdf');
    expect(listed()).toEqual([['a.pdf', 'file-broken']]);
    expect(listQuarantine(db)[0]?.perhaps).toEqual([at('a.pdf')]);
  });

  it('is settled as well by bytes that were stored from another place', async () => {
    put('tốt.txt', PAPER);
    put('a.pdf', BROKEN);
    await take('tốt.txt', 'a.pdf');
    put('a.pdf', PAPER);
    await take('a.pdf');
    expect([listed(), listed(true)]).toEqual([[], [['a.pdf', 'file-broken']]]);
  });

  it('only hints at a file of the same name elsewhere, and never settles a marked paper', async () => {
    put('a.pdf', BROKEN);
    put('mật.txt', MARKED);
    await take('a.pdf', 'mật.txt');
    rmSync(at('khác'), { recursive: true, force: true });
    const elsewhere = join(mkdtempSync(join(folder, 'khác-')), 'A.PDF');
    writeFileSync(elsewhere, PAPER);
    await ingest(db, [elsewhere], run);
    put('mật.txt', OTHER);
    await take('mật.txt');
    expect(listed()).toEqual([
      ['a.pdf', 'file-broken'],
      ['mật.txt', 'file-classified'],
    ]);
    expect(listQuarantine(db)[0]?.perhaps).toEqual([elsewhere]);
  });
});

describe('drop', () => {
  it('forgets files by name, batch or code, with a line in the journal; what is met again is read anew', async () => {
    put('a.pdf', BROKEN);
    put('rỗng.txt', '');
    await take('a.pdf', 'rỗng.txt');
    expect(() => dropQuarantined(db, { names: ['nowhere.pdf'] }, LAN)).toThrow(
      expect.objectContaining({ code: 'usage' }),
    );
    expect(dropQuarantined(db, { names: [at('a.pdf')] }, LAN).length).toBe(1);
    expect(listed()).toEqual([['rỗng.txt', 'file-empty']]);
    expect(dropQuarantined(db, { batch: 1 }, LAN).length).toBe(1);
    expect(listed()).toEqual([]);
    expect(events()).toEqual([
      { kind: 'dropped', path: at('a.pdf') },
      { kind: 'dropped', path: at('rỗng.txt') },
    ]);
    await take('a.pdf', 'rỗng.txt');
    expect(listed().length).toBe(2);
  });

  it('cannot be done where only reading is allowed', async () => {
    put('a.pdf', BROKEN);
    await take('a.pdf');
    const reader = openDatabase(at('x.db'), { readonly: true });
    expect(listQuarantine(reader).length).toBe(1);
    expect(() => dropQuarantined(reader, { batch: 1 }, LAN)).toThrow(
      expect.objectContaining({ code: 'database-unwritable' }),
    );
    reader.close();
  });
});

describe('retry', () => {
  it('reads again what is there, names what is not, and leaves marked papers alone unless they are named', async () => {
    put('a.pdf', BROKEN);
    put('b.pdf', `${BROKEN} b`);
    put('mật.txt', MARKED);
    await take('a.pdf', 'b.pdf', 'mật.txt');
    put('a.pdf', PAPER);
    unlinkSync(at('b.pdf'));
    const { reports, missing, held } = await retryQuarantined(db, {}, run);
    expect(reports.map(({ path, result }) => [path, result])).toEqual([[at('a.pdf'), 'stored']]);
    expect([missing, held]).toEqual([[at('b.pdf')], [at('mật.txt')]]);
    expect(listed()).toEqual([
      ['b.pdf', 'file-broken'],
      ['mật.txt', 'file-classified'],
    ]);
    const named = await retryQuarantined(db, { names: [at('mật.txt')] }, run);
    expect(named.reports.map(({ result, reasons }) => [result, reasons[0]?.rule])).toEqual([
      ['quarantined', 'file-classified'],
    ]);
    expect((await retryQuarantined(db, { code: 'file-empty' }, run)).reports).toEqual([]);
    await expect(retryQuarantined(db, { names: ['nowhere'] }, run)).rejects.toMatchObject({ code: 'usage' });
  });
});

describe('release', () => {
  const LIKELY = MARKED.toString('utf8')
    .replace('*', 'TUYỆT MẬI')
    .replace(/^.*MẬT.*$/mu, '');
  const hold = async (): Promise<void> => {
    put('likely.txt', PAPER.toString('utf8').replace('*', 'TUYỆT MẬI'));
    await take('likely.txt');
    expect(listed()).toEqual([['likely.txt', 'file-perhaps-classified']]);
  };

  it('takes in the very bytes that were held back, and remembers that somebody looked', async () => {
    await hold();
    const reports = await releaseQuarantined(db, [at('likely.txt')], run);
    expect(reports.map(({ documents }) => documents.length)).toEqual([1]);
    expect(listed()).toEqual([]);
    expect(events()).toEqual([{ kind: 'released', path: at('likely.txt') }]);
    expect(db.prepare('SELECT count(*) FROM let_through').pluck().get()).toBe(1);
  });

  it('refuses a changed file, one that is gone, and one that is quarantined for anything else', async () => {
    await hold();
    put('a.pdf', BROKEN);
    put('mật.txt', MARKED);
    await take('a.pdf', 'mật.txt');
    put('likely.txt', LIKELY);
    for (const name of ['likely.txt', 'a.pdf', 'mật.txt'])
      await expect(releaseQuarantined(db, [at(name)], run)).rejects.toMatchObject({ code: 'usage' });
    unlinkSync(at('likely.txt'));
    await expect(releaseQuarantined(db, [at('likely.txt')], run)).rejects.toMatchObject({ code: 'usage' });
    expect(listed().length).toBe(3);
    expect(listChanges(db, { after: 0, limit: 9 })).toEqual([]);
  });
});

describe('a manifest', () => {
  it('names every file with hash, outcome, code and the documents that are stored of it now', async () => {
    put('a.txt', PAPER);
    put('b.txt', PAPER);
    put('hỏng.pdf', BROKEN);
    put('rỗng.txt', '');
    await take('a.txt');
    await take('a.txt', 'b.txt', 'hỏng.pdf', 'rỗng.txt');
    const { sha256, documents } = requireFile(db, at('a.txt'));
    const lines = [...listManifest(db, 2)].map((line) => ({ ...line, path: line.path.slice(folder.length + 1) }));
    expect(lines.map(({ path, outcome, code, documents: ids }) => [path, outcome, code, ids])).toEqual([
      ['a.txt', 'duplicate', null, documents],
      ['b.txt', 'duplicate', null, documents],
      ['hỏng.pdf', 'quarantined', 'file-broken', []],
      ['rỗng.txt', 'quarantined', 'file-empty', []],
    ]);
    expect(lines[0]?.sha256).toBe(sha256);
    removeFiles(db, [sha256], LAN);
    expect([...listManifest(db, 1)].map(({ documents: ids }) => ids)).toEqual([[]]);
    expect([...listManifest(db, 9)]).toEqual([]);
  });
});
