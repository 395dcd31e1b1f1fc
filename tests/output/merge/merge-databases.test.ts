import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { makeDocx, p } from '../../../fixtures/make/word/docx.js';
import {
  mergeDatabases,
  openDatabase,
  purgeFiles,
  removeFiles,
  restoreFiles,
  undoBatch,
  verify,
} from '../../../output/library.js';
import { mergeInto } from '../../../output/merge/merge-databases.js';
import { correct } from '../../../output/review/correct.js';
import { listHistoryOf } from '../../../output/review/history.js';
import { listReview } from '../../../output/review/queue.js';
import { listChanges } from '../../../output/store/changes.js';
import { finishBatch, recordBatchFile, startBatch } from '../../../output/store/record-batch.js';
import { quarantineFile, saveFiles } from '../../../output/store/save-file.js';
import { recordSaved } from '../../../output/store/saved-searches.js';
import { letThrough, makeSecret } from '../../../output/store/secret.js';
import type { Store } from '../../../output/store/store.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import type { ExportedDocument } from '../../../schemas/export.js';
import { AT, makeDocument, makeFile, SAMPLES } from '../sample-records.js';
import { makeNumbered, minute, openEmpty, see, takeIn } from './merge-parts.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-merge-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [first, second, third] = SAMPLES;
if (first === undefined || second === undefined || third === undefined) throw new Error('Expected samples');
const [LAN, MAI, CHI] = [
  { by: 'Lan', at: minute(1) },
  { by: 'Mai', at: minute(2) },
  { by: 'Chi', at: minute(9) },
];
const task = `${first.document.id}-2`;
const hashOf = ({ document }: ExportedDocument): string => document.source.sha256;

/** A database in memory that holds these papers. */
const hold = (...records: readonly ExportedDocument[]): Store => {
  const db = openEmpty();
  saveFiles(
    db,
    records.map((record) => makeFile(record)),
  );
  return db;
};
const merge = async (...parts: readonly Store[]) => {
  const db = openEmpty();
  return { db, told: await mergeInto(db, parts, CHI) };
};
const fixDue = (db: Store, due: string, doer: typeof LAN) =>
  correct(db, { do: 'fix', id: task, fields: { due } }, doer);
const dueOf = (db: Store): unknown => db.prepare('SELECT due FROM tasks WHERE directive_id = ?').pluck().get(task);
const pathsOf = (db: Store): unknown => db.prepare('SELECT path FROM documents ORDER BY 1').pluck().all();

describe('what people did', () => {
  it('is united in the order of time, undos with what they take back, under new keys', async () => {
    const [one, other] = [hold(first), hold(first)];
    fixDue(one, '10/7/2025', LAN);
    correct(other, { do: 'fix', id: task, fields: { lead: 'Sở Xây dựng' } }, MAI);
    const [written] = fixDue(one, '11/7/2025', { by: 'Lan', at: minute(3) }).written;
    correct(one, { do: 'undo', key: written?.key ?? 0 }, { by: 'Lan', at: minute(4) });
    const { db, told } = await merge(one, other);
    const history = listHistoryOf(db, task);
    expect(
      history.map(({ correctedBy, correctedAt, field, newValue }) => [correctedBy, correctedAt, field, newValue]),
    ).toEqual([
      ['Lan', minute(1), 'due', '2025-07-10'],
      ['Mai', minute(2), 'lead', 'Sở Xây dựng'],
      ['Lan', minute(3), 'due', '2025-07-11'],
      ['Lan', minute(4), 'due', '2025-07-10'],
    ]);
    expect(history.map(({ undoes, undoneBy }) => [undoes, undoneBy])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      [undefined, history[3]?.key],
      [history[2]?.key, undefined],
    ]);
    expect([dueOf(db), told.corrections, told.clashes]).toEqual(['2025-07-10', 4, []]);
  });

  it('counts by the later word where people contradict each other; both stand, and the paper waits for review', async () => {
    const [one, other] = [hold(first), hold(first)];
    fixDue(other, '20/8/2025', MAI);
    fixDue(one, '10/7/2025', LAN);
    const { db, told } = await merge(one, other);
    expect(dueOf(db)).toBe('2025-08-20');
    expect(told.clashes.map(({ counts, other: lesser }) => [counts.correctedBy, lesser.correctedBy])).toEqual([
      ['Mai', 'Lan'],
    ]);
    expect(listHistoryOf(db, task).map(({ newValue }) => newValue)).toEqual(['2025-07-10', '2025-08-20']);
    const [entry] = listReview(db, { limit: 5 });
    expect(entry?.reasons.map(({ rule, message }) => [rule, message.vi])).toEqual([
      [
        'identity/correction-clash',
        'Hai nơi sửa khác nhau: mục 2, hạn xử lý. Đang tính “20/08/2025” (Mai, 01/07/2025) vì ghi sau; nơi kia ghi “10/07/2025” (Lan, 01/07/2025).',
      ],
    ]);
    // Who knew of the other's word and changed it contradicts nobody; a second time nothing is told again.
    expect((await mergeInto(db, [one, other], CHI)).clashes).toEqual([]);
    expect(listReview(db, { limit: 5 })[0]?.reasons).toHaveLength(1);
    correct(db, { do: 'confirm', id: first.document.id }, CHI);
    expect(listReview(db, { limit: 5 })).toEqual([]);
  });

  it('is a contradiction, too, where one calls right what the other corrects', async () => {
    const [one, other] = [hold(first), hold(first)];
    correct(one, { do: 'confirm', id: task }, LAN);
    fixDue(other, '20/8/2025', MAI);
    const { db, told } = await merge(one, other);
    expect(told.clashes.map(({ where }) => where.vi)).toEqual(['mục 2, hạn xử lý / rà soát']);
    expect(db.prepare('SELECT review FROM tasks WHERE directive_id = ?').pluck().get(task)).toBe('confirmed');
  });

  it('gives two items that were made under one id two ids, and stays with the right one', async () => {
    const [one, other] = [hold(first), hold(first)];
    const split = (db: Store, id: string, at: string, doer: typeof LAN): string => {
      const [made] = correct(db, { do: 'split', id, at }, doer).written;
      return made?.detail?.kind === 'split' ? made.detail.id : '';
    };
    const id = split(one, task, 'phối hợp', LAN);
    expect(split(other, `${first.document.id}-3`, 'đôn đốc', MAI)).toBe(id);
    correct(other, { do: 'fix', id, fields: { due: '1/9/2025' } }, { by: 'Mai', at: minute(3) });
    const { db } = await merge(one, other);
    const made = db.prepare("SELECT what, due FROM tasks WHERE directive_id LIKE '%:+%' ORDER BY due").all();
    expect(made).toEqual([
      { what: 'phối hợp với Sở Xây dựng thẩm định dự toán, chậm nhất ngày 30/6/2025.', due: null },
      { what: 'đôn đốc việc thực hiện Kết luận này.', due: '2025-09-01' },
    ]);
    const before = see(db);
    await mergeInto(db, [other, one], CHI);
    expect(see(db)).toEqual(before);
  });

  it('goes with the paper to the copy that counts, in its order of time, and contradictions are told', async () => {
    const text = makeNumbered(7);
    const docx = makeDocx({
      body: text
        .split('\n')
        .map((line) => p(line))
        .join(''),
    });
    const [one, other] = [openEmpty(), openEmpty()];
    await takeIn(one, folder, ['7.docx', docx], minute(0));
    await takeIn(other, folder, ['7.txt', text], minute(1));
    const idOf = (db: Store): string =>
      db.prepare<[], string>('SELECT id FROM directive ORDER BY id LIMIT 1').pluck().get() ?? '';
    const fix = (db: Store, fields: Record<string, string>, doer: typeof LAN) =>
      correct(db, { do: 'fix', id: idOf(db), fields }, doer);
    fix(one, { due: '20/8/2025' }, { by: 'Lan', at: minute(5) });
    fix(other, { due: '10/8/2025', lead: 'Sở Xây dựng' }, { by: 'Mai', at: minute(4) });
    for (const parts of [
      [one, other],
      [other, one],
    ]) {
      const { db, told } = await merge(...parts);
      expect(db.prepare('SELECT directive_id, due, lead_body FROM tasks ORDER BY 1 LIMIT 1').get()).toEqual({
        directive_id: idOf(other),
        due: '2025-08-20',
        lead_body: 'Sở Xây dựng',
      });
      expect([told.behind, told.clashes.map(({ counts }) => counts.correctedBy)]).toEqual([1, ['Lan']]);
      expect(listReview(db, { limit: 1 })[0]?.reasons.map(({ rule }) => rule)).toEqual(['identity/correction-clash']);
      const before = see(db);
      await mergeInto(db, [one], { by: 'Chi', at: minute(30) });
      expect(see(db)).toEqual(before);
    }
  });

  it('keeps both of two searches of one name, and the later word on a known name', async () => {
    const [one, other] = [openEmpty(), openEmpty()];
    const saved = { name: 'quá hạn', savedBy: 'Lan', savedAt: AT };
    recordSaved(one, { ...saved, request: '{"words":"a"}' });
    recordSaved(other, { ...saved, request: '{"words":"b"}' });
    const { db, told } = await merge(one, other);
    expect(db.prepare('SELECT name, request FROM saved_search ORDER BY 1').all()).toEqual([
      { name: 'quá hạn', request: '{"words":"a"}' },
      { name: 'quá hạn (2)', request: '{"words":"b"}' },
    ]);
    expect(told.renamed).toEqual([['quá hạn', 'quá hạn (2)']]);
    expect((await mergeInto(db, [other], CHI)).searches).toBe(0);
  });
});

describe('what was taken out', () => {
  it('stays out, can be put back with all that was done to it, and is told', async () => {
    const [one, other] = [hold(first, second), hold(first)];
    fixDue(other, '20/8/2025', MAI);
    removeFiles(one, [hashOf(first)], LAN);
    const { db, told } = await merge(one, other);
    expect(pathsOf(db)).toEqual([second.document.source.path]);
    expect(told.leftOut).toEqual([{ sha256: hashOf(first), path: first.document.source.path, why: 'removed' }]);
    // Another correction has the first key of either database.
    correct(db, { do: 'confirm', id: second.document.id }, CHI);
    restoreFiles(db, [hashOf(first)], CHI);
    expect([dueOf(db), listHistoryOf(db, task).length]).toEqual(['2025-08-20', 1]);
    // Whoever put it back later is not overruled by the older removal.
    await mergeInto(db, [one], { by: 'Chi', at: minute(20) });
    expect(pathsOf(db)).toHaveLength(2);
  });

  it('for good is not taken in again', async () => {
    const [one, other] = [hold(first, second), hold(first)];
    removeFiles(one, [hashOf(first)], LAN);
    purgeFiles(one, [hashOf(first)], LAN);
    for (const parts of [
      [one, other],
      [other, one],
    ]) {
      const { db, told } = await merge(...parts);
      expect(pathsOf(db)).toEqual([second.document.source.path]);
      expect(told.leftOut.map(({ why }) => why)).toEqual(['purged']);
      expect(JSON.stringify(see(db))).not.toContain('thẩm định dự toán');
    }
  });

  it('with its batch goes where the same batch had brought it, and stands where another one did', async () => {
    const open = (root: string): Store => {
      const db = openEmpty();
      const batch = startBatch(db, { roots: [root], at: AT });
      saveFiles(db, [makeFile(first, { batchKey: batch })]);
      recordBatchFile(db, batch, {
        path: first.document.source.path,
        sha256: hashOf(first),
        outcome: 'stored',
        reason: null,
        code: null,
      });
      finishBatch(db, batch, AT);
      return db;
    };
    const [one, same, elsewhere] = [open('a'), open('a'), open('b')];
    undoBatch(one, 1, LAN);
    expect(pathsOf((await merge(one, same)).db)).toEqual([]);
    expect(pathsOf((await merge(one, elsewhere)).db)).toEqual([first.document.source.path]);
  });
});

describe('marks of secrecy', () => {
  const code = 'file-classified';
  const mark = (
    db: Store,
    record: ExportedDocument,
    as: 'file-classified' | 'file-perhaps-classified' = code,
  ): void => {
    const { path, sha256, mediaType } = record.document.source;
    const text = { vi: 'có dấu mật', en: 'marked' };
    quarantineFile(db, { path, sha256, mediaType, byteLength: 9, code: as, text, hint: text, at: AT });
  };

  it('that one database met count everywhere, also for what is there already', async () => {
    const [one, other] = [openEmpty(), hold(first, second)];
    mark(one, first);
    const { db, told } = await merge(other, one);
    expect(pathsOf(db)).toEqual([second.document.source.path]);
    expect(told.leftOut.map(({ why }) => why)).toEqual(['classified']);
    expect(db.prepare('SELECT error_code FROM file WHERE sha256 = ?').pluck().get(hashOf(first))).toBe(code);
    const there = hold(first, second);
    await mergeInto(there, [one], CHI);
    expect(pathsOf(there)).toEqual([second.document.source.path]);
    expect(there.serialize().includes('thẩm định dự toán')).toBe(false);
  });

  it('that a person looked at and let through do not', async () => {
    const [one, other] = [openEmpty(), hold(first)];
    mark(one, first, 'file-perhaps-classified');
    letThrough(other, hashOf(first));
    expect(pathsOf((await merge(one, other)).db)).toHaveLength(1);
  });

  it('keep databases for classified papers apart', async () => {
    const secret = openEmpty();
    makeSecret(secret);
    await expect(mergeInto(openEmpty(), [secret], CHI)).rejects.toThrow(/classified/u);
    await expect(mergeInto(secret, [hold(first)], CHI)).rejects.toThrow(/classified/u);
  });
});

describe('readings', () => {
  it('of newer stages count, corrections with them; files in quarantine are stored where another could read them', async () => {
    const older = makeDocument('a', [{ number: '2', text: '2. Sở Tài chính thẩm định dự toán.' }]);
    const [one, other] = [openEmpty(), hold(first)];
    saveFiles(one, [makeFile(older, { stageVersions: { intake: 1, extract: 0 } })]);
    quarantineFile(one, {
      path: 'b.txt',
      sha256: hashOf(second),
      mediaType: null,
      byteLength: 1,
      code: 'file-damaged',
      text: { vi: '', en: '' },
      hint: null,
      at: AT,
    });
    saveFiles(other, [makeFile(second)]);
    for (const parts of [
      [one, other],
      [other, one],
    ]) {
      const { db } = await merge(...parts);
      expect(db.prepare('SELECT count(*) FROM tasks').pluck().get()).toBe(5);
    }
    await mergeInto(one, [other], CHI);
    expect(one.prepare('SELECT count(*) FROM tasks').pluck().get()).toBe(5);
    expect(one.prepare("SELECT count(*) FROM file WHERE status = 'quarantined'").pluck().get()).toBe(0);
  });

  it('come with the change feed: each paper once, numbers go on', async () => {
    const there = hold(first);
    const last = listChanges(there, { after: 0, limit: 100 }).at(-1)?.sequence ?? 0;
    const told = await mergeInto(there, [hold(first, second), hold(third)], CHI);
    const news = listChanges(there, { after: last, limit: 100 });
    expect(news.map(({ kind, entity, id }) => [kind, entity, id]).sort()).toEqual(
      [second, third].map(({ document }) => ['insert', 'document', document.id]).sort(),
    );
    expect(told.lastChange).toBe(news.at(-1)?.sequence);
  });
});

describe('files on a disk', () => {
  const place = (name: string): string => join(folder, name);
  const write = (name: string, ...records: readonly ExportedDocument[]): string => {
    const db = openDatabase(place(name));
    saveFiles(
      db,
      records.map((record) => makeFile(record)),
    );
    db.close();
    return place(name);
  };

  it('are only read; the new one is put in place whole, and is nobody else’s to read', async () => {
    const parts = [write('a.db', first), write('b.db', second)];
    const before = parts.map((path) => readFileSync(path));
    const report = await mergeDatabases(parts, { into: place('all.db'), ...CHI });
    // Asked of the buffers themselves: to compare megabytes element by element takes ten seconds.
    expect(parts.map((path, at) => before[at]?.equals(readFileSync(path)))).toEqual([true, true]);
    expect([report.added, report.wasThere]).toEqual([2, false]);
    const db = openDatabase(place('all.db'), { readonly: true });
    expect([pathsOf(db), verify(db, 'all.db').every(({ ok }) => ok)]).toEqual([
      [first, second].map(({ document }) => document.source.path),
      true,
    ]);
    db.close();
    expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([]);
  });

  it('stay as they were when merging is broken off in the middle', async () => {
    const [target, part] = [write('there.db', first), write('c.db', second, third)];
    const look = (): unknown => {
      const db = openDatabase(target, { readonly: true });
      const seen = [see(db), listChanges(db, { after: 0, limit: 100 })];
      db.close();
      return seen;
    };
    const before = look();
    const broken = (into: string) =>
      mergeDatabases([part], {
        into,
        ...CHI,
        onFile: (done) => {
          if (done === 2) throw new Error('gone');
        },
      });
    await expect(broken(target)).rejects.toThrow('gone');
    expect(look()).toEqual(before);
    await expect(broken(place('never.db'))).rejects.toThrow('gone');
    // Asked to stop meanwhile, as by Ctrl-C: it is heard before the merge is done.
    for (const into of [target, place('never.db')]) {
      const control = new AbortController();
      const stopping = mergeDatabases([part], { into, ...CHI, signal: control.signal, onFile: () => control.abort() });
      await expect(stopping).rejects.toBe(control.signal.reason);
    }
    expect(look()).toEqual(before);
    expect(readdirSync(folder).filter((name) => /draft|never/u.test(name))).toEqual([]);
  });

  it('of an older layout are brought up to date in a copy; what is none, newer, or named twice is refused', async () => {
    const old = place('old.db');
    writeFileSync(
      old,
      gunzipSync(readFileSync(packageFile('tests', 'output', 'store', 'databases', 'version-3.db.gz'))),
    );
    const before = readFileSync(old);
    const report = await mergeDatabases([old], { into: place('from-old.db'), ...CHI });
    expect([report.added > 0, report.parts.map(({ isMigrated }) => isMigrated)]).toEqual([true, [true]]);
    expect(readFileSync(old)).toEqual(before);
    const newer = openDatabase(place('newer.db'));
    newer.pragma('user_version = 999');
    newer.close();
    writeFileSync(
      place('text.txt'),
      'no database, but long enough to look like one to somebody who is in a hurry to merge',
    );
    const codeOf = async (paths: readonly string[], into = place('x.db')) =>
      mergeDatabases(paths, { into, ...CHI }).then(
        () => 'done',
        (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
      );
    expect([
      await codeOf([place('newer.db')]),
      await codeOf([place('text.txt')]),
      await codeOf([place('gone.db')]),
      await codeOf([old, old]),
      await codeOf([old], old),
      await codeOf([old], place('no/such/folder.db')),
    ]).toEqual(['database-newer', 'database-invalid', 'database-invalid', 'usage', 'usage', 'usage']);
    expect(existsSync(place('x.db'))).toBe(false);
  });
});
