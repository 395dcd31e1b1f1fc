import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  backup,
  ingest,
  listDocuments,
  listRemoved,
  loadDocument,
  openDatabase,
  publish,
  purgeFiles,
  removeFiles,
  requireFile,
  requireRemoved,
  restoreFiles,
  type Store,
  search,
  undoBatch,
  verify,
} from '../../../output/library.js';
import { correct } from '../../../output/review/correct.js';
import { listBatches } from '../../../output/store/batches.js';
import { listChanges } from '../../../output/store/changes.js';
import { listCorrections, listHistory } from '../../../output/store/corrections.js';
import { loadStored } from '../../../output/store/load-document.js';
import { loadRepaired } from '../../../output/store/load-file.js';
import { readStatus } from '../../../output/store/read-status.js';
import { finishBatch, recordBatchFile, startBatch } from '../../../output/store/record-batch.js';
import { saveCorrection } from '../../../output/store/save-correction.js';
import { quarantineFile, saveFiles } from '../../../output/store/save-file.js';
import { makeSecret } from '../../../output/store/secret.js';
import type { BatchOutcome } from '../../../output/tables/batch.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { AT, makeBody, makeDocument, makeFile, makeRepaired, openWith, SAMPLES, TODAY } from '../sample-records.js';

const [first, second, third] = SAMPLES;
if (first === undefined || second === undefined || third === undefined) throw new Error('Expected samples');
const LAN = { by: 'Lan', at: '2025-07-02T09:00:00+07:00' };
const hashOf = ({ document }: ExportedDocument): string => document.source.sha256;

const CORRECTION = {
  documentId: first.document.id,
  directiveId: `${first.document.id}-2`,
  field: 'lead',
  oldValue: 'Sở Tài chính',
  newValue: 'Ban Zylophang',
  correctedBy: 'Lan',
  correctedAt: AT,
};

/** What a reader of the tables can see of papers and of what they share, without internal keys. */
const TABLES = [
  'SELECT word FROM word ORDER BY 1',
  'SELECT name FROM body ORDER BY 1',
  'SELECT name FROM body_name ORDER BY 1',
  'SELECT name FROM issuer ORDER BY 1',
  'SELECT name FROM document_type ORDER BY 1',
  'SELECT vi FROM note_message ORDER BY 1',
  'SELECT document_id, field, new_value FROM correction ORDER BY 1, 2',
  'SELECT count(*) FROM reading',
  'SELECT document_id, number, issuer, path FROM documents ORDER BY 1',
  'SELECT directive_id, lead_body, due, what, review FROM tasks ORDER BY 1',
  'SELECT count(*) FROM page',
];
const see = (db: Store): unknown[] => TABLES.map((sql) => db.prepare(sql).all());
const find = (db: Store, words: string): string[] =>
  search(db, { words, filters: {}, today: TODAY, limit: 20 }).hits.map((hit) => hit.directiveId);
const checkIndex = (db: Store): void => {
  db.exec("INSERT INTO directive_fts (directive_fts, rank) VALUES ('integrity-check', 0)");
};

describe('a removed file', () => {
  it('leaves the tables as if it had never been there, and comes back whole with its corrections and ids', () => {
    const db = openWith(SAMPLES);
    saveCorrection(db, CORRECTION);
    const before = see(db);
    const [removed] = removeFiles(db, [hashOf(first)], LAN);
    expect(removed).toEqual({
      sha256: hashOf(first),
      path: first.document.source.path,
      documents: [{ id: first.document.id, type: 'Kết luận', number: '12-KL/TU', issuedOn: '2025-06-10', tasks: 3 }],
      removedAt: LAN.at,
      removedBy: 'Lan',
      batchKey: null,
      undone: false,
    });
    expect(see(db)).toEqual(see(openWith([second, third])));
    expect(find(db, 'thẩm định')).toEqual([]);
    expect(readStatus(db, TODAY)).toMatchObject({ documents: 2, removed: 1, corrections: 0 });
    checkIndex(db);
    expect(verify(db, ':memory:').every(({ ok }) => ok)).toBe(true);

    expect(restoreFiles(db, [hashOf(first)], LAN)).toEqual({ restored: [removed], unreadable: [] });
    expect(see(db)).toEqual(before);
    expect(loadDocument(db, first.document.id)).toEqual(first);
    expect(loadRepaired(db, hashOf(first))).toEqual(makeRepaired(first));
    expect(listCorrections(db, first.document.id)).toMatchObject([CORRECTION]);
    expect(find(db, 'thẩm định')).toEqual([`${first.document.id}-2`]);
    checkIndex(db);
    expect(listRemoved(db)).toEqual([]);
    expect(listChanges(db, { after: 4, limit: 10 }).map(({ kind, entity, id }) => [kind, entity, id])).toEqual([
      ['delete', 'document', first.document.id],
      ['insert', 'correction', first.document.id],
      ['insert', 'document', first.document.id],
    ]);
    expect(db.prepare('SELECT kind, sha256, done_by FROM file_event').all()).toEqual([
      { kind: 'removed', sha256: hashOf(first), done_by: 'Lan' },
      { kind: 'restored', sha256: hashOf(first), done_by: 'Lan' },
    ]);
  });

  it('goes with all the others or not at all', () => {
    const db = openWith(SAMPLES);
    const before = see(db);
    db.exec(`CREATE TRIGGER no_more BEFORE INSERT ON removed WHEN NEW.sha256 = '${hashOf(third)}'
      BEGIN SELECT RAISE(ABORT, 'stop'); END`);
    expect(() => removeFiles(db, SAMPLES.map(hashOf), LAN)).toThrow(/stop|SQLite|locked/u);
    expect(see(db)).toEqual(before);
    expect(listRemoved(db)).toEqual([]);
    checkIndex(db);
  });

  it('is named by document, number, path or hash; a number of several files is refused with their ids', () => {
    const twin = makeDocument('twin', [], { number: '12-kl/tu' });
    const db = openWith([...SAMPLES, twin]);
    const named = { sha256: hashOf(second), path: second.document.source.path, documents: [second.document.id] };
    for (const name of [second.document.id, '05-tb/hu', second.document.source.path, hashOf(second)])
      expect(requireFile(db, name)).toEqual(named);
    expect(() => requireFile(db, '12-KL/TU')).toThrow(expect.objectContaining({ code: 'usage' }));
    expect(() => requireFile(db, '12-KL/TU')).toThrow(new RegExp(twin.document.id, 'u'));
    removeFiles(db, [hashOf(second)], LAN);
    expect(() => requireFile(db, '05-TB/HU')).toThrow(/removed before/u);
    expect(requireRemoved(db, '05-tb/hu').map(hashOfRow)).toEqual([hashOf(second)]);
    expect(() => requireRemoved(db, '99')).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('takes the other documents of its file along', () => {
    const part = makeDocument('two', [{ number: '1', text: 'Sở Y tế báo cáo.' }]);
    const other = { ...part, document: { ...part.document, id: 'other-part', part: 2, number: '13-KL/TU' } };
    const renamed = { ...other, directives: [] };
    const db = openDatabase(':memory:');
    saveFiles(db, [makeFile(part, { documents: [part, renamed] })]);
    expect(requireFile(db, '13-KL/TU').documents).toEqual([part.document.id, 'other-part']);
    expect(removeFiles(db, [hashOf(part)], LAN)[0]?.documents.map(({ id }) => id)).toEqual([
      part.document.id,
      'other-part',
    ]);
    expect([...listDocuments(db)]).toEqual([]);
    restoreFiles(db, [hashOf(part)], LAN);
    expect([...listDocuments(db)]).toEqual([part, renamed]);
  });

  it('stays where it is when this version cannot read what was kept of it', () => {
    const db = openWith(SAMPLES);
    removeFiles(db, [hashOf(first), hashOf(second)], LAN);
    db.prepare('UPDATE removed SET record = (SELECT corrections FROM removed WHERE sha256 = ?) WHERE sha256 = ?').run(
      hashOf(first),
      hashOf(first),
    );
    const { restored, unreadable } = restoreFiles(db, [hashOf(first), hashOf(second)], LAN);
    expect([restored.map(hashOfRow), unreadable.map(hashOfRow)]).toEqual([[hashOf(second)], [hashOf(first)]]);
    expect(listRemoved(db).map(hashOfRow)).toEqual([hashOf(first)]);
    const documents = verify(db, ':memory:').find(({ part }) => part === 'documents');
    expect(documents).toMatchObject({ ok: false });
  });

  it('forbids to make the database one for classified papers', () => {
    const db = openWith([first]);
    removeFiles(db, [hashOf(first)], LAN);
    expect(() => makeSecret(db)).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('comes back with its whole history, what was taken back among it', () => {
    const db = openWith(SAMPLES);
    const doer = { by: 'Lan', at: AT };
    const { id } = first.document;
    const { written } = correct(db, { do: 'fix', id: `${id}-1`, fields: { due: '1/8', lead: 'Sở Y tế' } }, doer);
    correct(db, { do: 'undo', key: written[0]?.key ?? 0 }, doer);
    correct(db, { do: 'split', id: `${id}-2`, at: 'phối hợp' }, doer);
    const [history, stored] = [listHistory(db, id), loadStored(db, id)];
    expect(history).toHaveLength(4);
    removeFiles(db, [hashOf(first)], LAN);
    restoreFiles(db, [hashOf(first)], LAN);
    expect([listHistory(db, id), loadStored(db, id)]).toEqual([history, stored]);
    checkIndex(db);
    expect(loadDocument(db, id)).toEqual(first);
  });

  it('is read anew by whoever saves its bytes, with its corrections', () => {
    const db = openWith(SAMPLES);
    saveCorrection(db, CORRECTION);
    removeFiles(db, [hashOf(first)], LAN);
    saveFiles(db, [makeFile(first)]);
    expect(listCorrections(db, first.document.id)).toMatchObject([CORRECTION]);
    expect(listRemoved(db)).toEqual([]);
    checkIndex(db);
  });
});

const hashOfRow = ({ sha256 }: { readonly sha256: string }): string => sha256;

describe('in a file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketluan-removed-'));
    path = join(folder, 'x.db');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const OWN = makeDocument('riêng', [
    { number: '1', text: 'Zoquixanh quangtrửng hoàn tất trước wexđương.', bodies: [makeBody('Ban Vurrmix')] },
  ]);
  const WORDS = ['Zoquixanh', 'zoquixanh', 'wexđương', 'wexduong', 'Vurrmix', 'vurrmix'];

  /** Words of the paper in the bytes of the files, in the index, or in what is packed. */
  const findWords = (): string[] => {
    const bytes = ['', '-wal', '-shm', '-journal']
      .map((sidecar) => path + sidecar)
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file).toString('latin1'))
      .join('\n');
    const db = openDatabase(path, { readonly: true });
    const packed = db
      .prepare<[], Buffer>('SELECT record FROM removed')
      .pluck()
      .all()
      .map((blob) => inflateSync(blob).toString('utf8'));
    db.exec("CREATE VIRTUAL TABLE temp.terms USING fts5vocab('main', 'directive_fts', 'row')");
    const terms = db.prepare<[], string>('SELECT term FROM terms').pluck().all();
    db.close();
    const readable = [...packed, ...terms].join('\n');
    return WORDS.filter((word) => bytes.includes(Buffer.from(word).toString('latin1')) || readable.includes(word));
  };

  const fill = (): Store => {
    const db = openDatabase(path);
    saveFiles(
      db,
      [...SAMPLES, OWN].map((record) => makeFile(record)),
    );
    removeFiles(db, [hashOf(OWN)], LAN);
    return db;
  };

  it('is gone for good when it is purged, and the copies are named that were written while it was there', async () => {
    const db = openDatabase(path);
    saveFiles(db, [makeFile(OWN)]);
    const copy = await backup(db, join(folder, 'copy.db'));
    removeFiles(db, [hashOf(OWN)], LAN);
    db.close();
    expect(findWords()).not.toEqual([]);
    const again = openDatabase(path);
    expect(purgeFiles(again, [hashOf(OWN)], LAN)).toMatchObject({ copies: [copy.path], isWiped: true });
    expect(listRemoved(again)).toEqual([]);
    expect(again.prepare('SELECT kind FROM file_event ORDER BY event_key').pluck().all()).toEqual([
      'removed',
      'purged',
    ]);
    again.close();
    expect(findWords()).toEqual([]);
  });

  it('is gone for good when it turns out to be classified', () => {
    const db = fill();
    const withdrawn = quarantineFile(db, {
      path: 'x.txt',
      sha256: hashOf(OWN),
      byteLength: 1,
      mediaType: 'text/plain',
      code: 'file-classified',
      text: { vi: 'Mật', en: 'Secret' },
      hint: null,
      at: AT,
    });
    expect(withdrawn.isWiped).toBe(true);
    expect(listRemoved(db)).toEqual([]);
    db.close();
    expect(findWords()).toEqual([]);
  });

  it('goes into backups, from which it can be put back, and never into a published copy', async () => {
    const db = fill();
    const out = join(folder, 'out.db');
    await publish(db, out);
    await backup(db, join(folder, 'backup.db'));
    db.close();
    const published = openDatabase(out, { readonly: true });
    expect(listRemoved(published)).toEqual([]);
    expect(published.pragma('freelist_count', { simple: true })).toBe(0);
    expect(() => removeFiles(published, [hashOf(first)], LAN)).toThrow(
      expect.objectContaining({ code: 'database-unwritable' }),
    );
    published.close();
    const restored = openDatabase(join(folder, 'backup.db'));
    expect(restoreFiles(restored, [hashOf(OWN)], LAN).restored.length).toBe(1);
    expect(loadDocument(restored, OWN.document.id)).toEqual(OWN);
    restored.close();
  });

  const now = (): string => AT;
  const noOcr = () => ({
    id: 'none',
    read: () => Promise.reject(new Error('Expected no page image')),
    close: () => Promise.resolve(),
  });
  const take = (db: Store, ...paths: string[]) => ingest(db, paths, { now, openOcr: noOcr, by: 'Lan' });
  const PAPER = readFileSync('fixtures/demo/kl-thuong-truc-cau-treo.txt');

  it('comes back under its new path when it went with a batch and the right folder is given, unread', async () => {
    const [wrong, right] = [join(folder, 'nhầm.txt'), join(folder, 'đúng.txt')];
    writeFileSync(wrong, PAPER);
    writeFileSync(right, PAPER);
    const db = openDatabase(path);
    const [report] = await take(db, wrong);
    const id = report?.documents[0] ?? '';
    expect(report).toMatchObject({ result: 'stored' });
    saveCorrection(db, { ...CORRECTION, documentId: id, directiveId: null, field: 'place', newValue: 'Lam Giang' });
    expect(undoBatch(db, 1, LAN)).toMatchObject({ removed: [{ path: wrong }], kept: [], quarantined: 0 });
    const [back] = await take(db, right);
    expect(back).toMatchObject({ result: 'stored', documents: [id], reasons: [{ rule: 'put-back' }] });
    expect(loadDocument(db, id)?.document.source.path).toBe(right);
    expect(listCorrections(db, id).map(({ newValue }) => newValue)).toEqual(['Lam Giang']);
    expect(listBatches(db).map(({ batch, standing }) => [batch, standing])).toEqual([
      [2, 1],
      [1, 0],
    ]);
    // What the second batch put back is the second batch's to take back.
    expect(undoBatch(db, 2, LAN).removed.map(({ path: at }) => at)).toEqual([right]);
    db.close();
  });

  it('stays out when it was removed by itself, and each batch says so', async () => {
    const [paper, copy] = [join(folder, 'a.txt'), join(folder, 'b.txt')];
    writeFileSync(paper, PAPER);
    const db = openDatabase(path);
    const [report] = await take(db, paper);
    removeFiles(db, [requireFile(db, paper).sha256], LAN);
    writeFileSync(copy, PAPER);
    expect((await take(db, paper, copy)).map(({ result, reasons }) => [result, reasons[0]?.rule])).toEqual([
      ['skipped', 'removed-before'],
      ['skipped', 'removed-before'],
    ]);
    expect([...listDocuments(db)]).toEqual([]);
    restoreFiles(db, [requireRemoved(db, paper)[0]?.sha256 ?? ''], LAN);
    expect((await take(db, paper))[0]).toMatchObject({ result: 'known', documents: report?.documents });
    db.close();
  });
});

/** A batch that met these files, each with its outcome. */
const record = (
  db: Store,
  lines: readonly (readonly [path: string, of: ExportedDocument, outcome: BatchOutcome])[],
): number => {
  const batch = startBatch(db, { roots: ['kho'], at: AT });
  for (const [path, of, outcome] of lines) {
    if (outcome === 'stored') saveFiles(db, [makeFile(moved(of, path), { batchKey: batch })]);
    recordBatchFile(db, batch, { path, sha256: hashOf(of), outcome, reason: null, code: null });
  }
  finishBatch(db, batch, AT);
  return batch;
};
const moved = (of: ExportedDocument, path: string): ExportedDocument => ({
  ...of,
  document: { ...of.document, source: { ...of.document.source, path } },
});
const paths = (files: readonly { readonly path: string }[]): string[] => files.map(({ path }) => path);

describe('undo', () => {
  it('takes back what the batch brought and nothing else; a dry run changes nothing', () => {
    const db = openDatabase(':memory:');
    record(db, [['kho/1.txt', first, 'stored']]);
    const batch = record(db, [
      ['kho/1.txt', first, 'duplicate'],
      ['kho/2.txt', second, 'stored'],
      ['kho/3.txt', third, 'stored'],
    ]);
    const before = see(db);
    const told = undoBatch(db, batch, { ...LAN, dryRun: true });
    expect(paths(told.removed)).toEqual(['kho/2.txt', 'kho/3.txt']);
    expect([see(db), listRemoved(db)]).toEqual([before, []]);
    expect(undoBatch(db, batch, LAN)).toEqual({ ...told, dryRun: false });
    expect([...listDocuments(db)]).toEqual([moved(first, 'kho/1.txt')]);
    expect(listBatches(db)[0]).toMatchObject({ batch, undoneAt: LAN.at, standing: 0, files: 3 });
    expect(() => undoBatch(db, batch, LAN)).toThrow(expect.objectContaining({ code: 'usage' }));
    restoreFiles(db, requireRemoved(db, String(batch)).map(hashOfRow), LAN);
    expect(see(db)).toEqual(before);
    expect(listBatches(db)[0]).toMatchObject({ batch, undoneAt: null, standing: 2 });
    checkIndex(db);
  });

  it('keeps what another batch met at another place, under that path and in that batch', () => {
    const db = openDatabase(':memory:');
    const wrong = record(db, [
      ['nhầm/1.txt', first, 'stored'],
      ['nhầm/2.txt', second, 'stored'],
    ]);
    const right = record(db, [['đúng/2.txt', second, 'duplicate']]);
    expect(undoBatch(db, wrong, LAN)).toMatchObject({
      removed: [{ path: 'nhầm/1.txt' }],
      kept: [{ path: 'nhầm/2.txt', newPath: 'đúng/2.txt', batch: right }],
    });
    expect([...listDocuments(db)]).toEqual([moved(second, 'đúng/2.txt')]);
    expect(paths(undoBatch(db, right, LAN).removed)).toEqual(['đúng/2.txt']);
  });

  it('takes the same folder that was given twice, and copies within it, for one place', () => {
    const db = openDatabase(':memory:');
    const lines = [
      ['kho/1.txt', first, 'stored'],
      ['kho/chép/1.txt', first, 'duplicate'],
    ] as const;
    const once = record(db, lines);
    record(db, [
      ['kho/1.txt', first, 'duplicate'],
      ['kho/chép/1.txt', first, 'duplicate'],
    ]);
    expect(undoBatch(db, once, LAN)).toMatchObject({ removed: [{ path: 'kho/1.txt' }], kept: [] });
  });

  it('refuses a batch that is not there, and one that a command is taking in', () => {
    const db = openDatabase(':memory:');
    expect(() => undoBatch(db, 7, LAN)).toThrow(expect.objectContaining({ code: 'usage' }));
    const batch = record(db, [['kho/1.txt', first, 'stored']]);
    db.prepare('UPDATE batch SET finished_at = NULL').run();
    db.prepare('INSERT INTO claim (sha256, path, host, pid, started_at, attempts) VALUES (?, ?, ?, ?, ?, 1)').run(
      hashOf(second),
      'kho/2.txt',
      hostname(),
      process.ppid,
      AT,
    );
    expect(() => undoBatch(db, batch, LAN)).toThrow(/unfinished/u);
    db.prepare('DELETE FROM claim').run();
    // Nobody is at work: it was interrupted, and may be taken back.
    expect(paths(undoBatch(db, batch, LAN).removed)).toEqual(['kho/1.txt']);
  });

  it('is not kept from others that write at the same time, nor they from it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ketluan-undo-'));
    const [one, two] = [openDatabase(join(folder, 'x.db')), openDatabase(join(folder, 'x.db'))];
    const batch = record(one, [['kho/1.txt', first, 'stored']]);
    saveFiles(two, [makeFile(second)]);
    expect(paths(undoBatch(one, batch, LAN).removed)).toEqual(['kho/1.txt']);
    saveFiles(two, [makeFile(third)]);
    restoreFiles(two, [hashOf(first)], LAN);
    expect([...listDocuments(one)].map(({ document }) => document.id).sort()).toEqual(
      [first, second, third].map(({ document }) => document.id).sort(),
    );
    for (const db of [one, two]) checkIndex(db);
    for (const db of [one, two]) db.close();
    rmSync(folder, { recursive: true, force: true });
  });
});
