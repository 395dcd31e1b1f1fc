import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { search } from '../../../output/search/search.js';
import { APPLICATION_ID } from '../../../output/store/application-id.js';
import { listBatches, undoBatch } from '../../../output/store/batches.js';
import { listCorrections } from '../../../output/store/corrections.js';
import { listDocuments } from '../../../output/store/load-document.js';
import { listHeldFiles, loadRepaired } from '../../../output/store/load-file.js';
import { MIGRATIONS, migrate, migrateByStep, SCHEMA_VERSION } from '../../../output/store/migrate.js';
import { openDatabase } from '../../../output/store/open-database.js';
import { publish } from '../../../output/store/publish.js';
import { finishBatch, loadManifest, recordBatchFile, startBatch } from '../../../output/store/record-batch.js';
import { saveFile, saveFiles } from '../../../output/store/save-file.js';
import type { Store } from '../../../output/store/store.js';
import { applyCorrections } from '../../../output/tracker/apply-corrections.js';
import { findFirstDeadline } from '../../../output/tracker/first-deadline.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { ExportedDocument } from '../../../schemas/export.js';
import { AT, makeFile, SAMPLES, TODAY } from '../sample-records.js';

const folder = mkdtempSync(join(tmpdir(), 'ketluan-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string): string => join(folder, name);
const codeOf = (work: () => unknown): string | undefined => {
  try {
    work();
    return undefined;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : String(error);
  }
};

describe('opening', () => {
  it('makes a database that says whose it is', () => {
    const db = openDatabase(place('new.db'));
    const pragmas = ['application_id', 'user_version', 'journal_mode', 'foreign_keys'];
    expect(pragmas.map((name) => db.pragma(name, { simple: true }))).toEqual([
      APPLICATION_ID,
      SCHEMA_VERSION,
      'wal',
      1,
    ]);
    db.close();
  });

  it('refuses what is not ours, what is newer, and what cannot be written', () => {
    writeFileSync(place('text.db'), 'not a database at all, but long enough to look like one to somebody in a hurry');
    const other = openDatabase(place('other.db'));
    other.pragma('application_id = 7');
    other.close();
    const newer = openDatabase(place('newer.db'));
    newer.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    expect({
      text: codeOf(() => openDatabase(place('text.db'))),
      other: codeOf(() => openDatabase(place('other.db'))),
      newer: codeOf(() => openDatabase(place('newer.db'))),
      newerToRead: codeOf(() => openDatabase(place('newer.db'), { readonly: true })),
      missingFolder: codeOf(() => openDatabase(join(folder, 'nowhere', 'x.db'))),
      folderItself: codeOf(() => openDatabase(folder)),
      folderByItsName: codeOf(() => openDatabase(join(folder, 'new.db', '/'))),
      missingToRead: codeOf(() => openDatabase(place('missing.db'), { readonly: true })),
    }).toEqual({
      text: 'database-invalid',
      other: 'database-invalid',
      newer: 'database-newer',
      newerToRead: 'database-newer',
      missingFolder: 'database-unwritable',
      folderItself: 'database-invalid',
      folderByItsName: 'database-invalid',
      missingToRead: 'database-invalid',
    });
  });

  // An administrator may write to every file, so this says nothing when the tests run as one.
  it.skipIf(process.getuid?.() === 0)('refuses a read-only file at once', () => {
    openDatabase(place('locked.db')).close();
    chmodSync(place('locked.db'), 0o444);
    expect(codeOf(() => openDatabase(place('locked.db')))).toBe('database-unwritable');
  });

  // A pipe was waited for without end, and /dev/null said to be locked.
  it.runIf(process.platform === 'linux').each([false, true])(
    'refuses a device and a pipe, reading only: %s',
    (readonly) => {
      const pipe = place(`pipe-${readonly}.db`);
      execFileSync('mkfifo', [pipe]);
      for (const path of ['/dev/null', pipe])
        expect(() => openDatabase(path, { readonly })).toThrow(
          expect.objectContaining({
            code: 'database-invalid',
            text: expect.objectContaining({ en: expect.stringContaining('not an ordinary file') }),
          }),
        );
    },
  );

  it('can only read when asked to read', () => {
    openDatabase(place('read.db')).close();
    const db = openDatabase(place('read.db'), { readonly: true });
    expect(codeOf(() => db.exec("INSERT INTO meta VALUES ('a', 'b')"))).toBe('SQLITE_READONLY');
    db.close();
  });
});

describe('migrations', () => {
  it('leave together what a new database is made with at once', () => {
    const layoutOf = (make: (db: Store) => void): unknown => {
      const db = new Database(':memory:');
      make(db);
      const parts = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all();
      const tables = db
        .prepare(
          "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_fts*' AND name NOT GLOB 'sqlite_*'",
        )
        .pluck();
      const rows = tables.all().map((name) => [name, db.prepare(`SELECT * FROM "${String(name)}"`).all()]);
      const version = db.pragma('user_version', { simple: true });
      db.close();
      return { parts, rows, version };
    };
    expect(layoutOf(migrate)).toEqual(layoutOf((db) => migrateByStep(db)));
  });

  // Databases of every released layout, each with what it must still give.
  it.each(MIGRATIONS.slice(0, -1).map((_, index) => index + 1))(
    'bring a stored file of layout %i forward',
    (version) => {
      const fixture = packageFile('tests', 'output', 'store', 'databases', `version-${version}`);
      writeFileSync(place(`old-${version}.db`), gunzipSync(readFileSync(`${fixture}.db.gz`)));
      expect(codeOf(() => openDatabase(place(`old-${version}.db`), { readonly: true }))).toBe('database-invalid');
      const db = openDatabase(place(`old-${version}.db`));
      expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
      const expected: unknown = JSON.parse(readFileSync(`${fixture}.json`, 'utf8'));
      const documents = [...listDocuments(db)];
      // What the file held is all there; fields of later layouts stand beside it with the value that a migration gave.
      expect(documents).toMatchObject(z.array(z.unknown()).parse(expected));
      expect(z.array(ExportedDocument).parse(documents)).toEqual(documents);
      // Nothing disappears, and the days that people gave, "none" among them, are what the view shows.
      expect(db.prepare('SELECT directive_id AS id, due FROM tasks ORDER BY directive_id').all()).toEqual(
        documents
          .flatMap((record) => applyCorrections(record, listCorrections(db, record.document.id)).directives)
          .map((directive) => ({ id: directive.id, due: findFirstDeadline(directive)?.due ?? null }))
          .sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      expect(
        search(db, { words: 'thẩm định', filters: {}, today: TODAY, limit: 5 }).hits.map((hit) => hit.number),
      ).toEqual(['2']);
      expect(db.prepare<[], { n: number }>('SELECT count(*) AS n FROM tasks').get()).toEqual({ n: 5 });
      // Every way leads to one layout: a migration that was changed after it had been taken would leave its own behind.
      const fresh = openDatabase(':memory:');
      const layout = (one: typeof db): unknown =>
        one
          .prepare(
            `SELECT m.type, m.name, group_concat(c.name, ' ') AS columns FROM sqlite_master m
              LEFT JOIN pragma_table_info(m.name) c GROUP BY m.type, m.name ORDER BY m.type, m.name`,
          )
          .all();
      expect(layout(db)).toEqual(layout(fresh));
      fresh.close();
      db.close();
    },
  );

  it('tell from the manifests of an older layout which batch stored a file', () => {
    const fixture = packageFile('tests', 'output', 'store', 'databases', 'version-9.db.gz');
    writeFileSync(place('batches.db'), gunzipSync(readFileSync(fixture)));
    const db = openDatabase(place('batches.db'));
    const [batch] = listBatches(db);
    expect(batch).toMatchObject({ standing: 3, undoneAt: null });
    expect(undoBatch(db, batch?.batch ?? 0, { by: 'Lan', at: AT }).removed.length).toBe(3);
    db.close();
  });

  it('build the index anew when its rules changed', () => {
    const path = place('index.db');
    const old = openDatabase(path);
    saveFiles(
      old,
      SAMPLES.map((record) => makeFile(record)),
    );
    old.exec(
      "UPDATE meta SET value = '0' WHERE name = 'index_version'; INSERT INTO directive_fts (directive_fts) VALUES ('delete-all')",
    );
    old.close();
    const db = openDatabase(path);
    expect(
      search(db, { words: 'tham dinh', filters: { lead: 'so tai chinh' }, today: TODAY, limit: 5 }).hits.length,
    ).toBe(1);
    db.close();
  });
});

describe('publish', () => {
  it('writes a sound read-only copy in rollback mode while the database stays open, and replaces an older one', async () => {
    const db = openDatabase(place('work.db'));
    const [first, ...others] = SAMPLES.map((record) => makeFile(record));
    if (first === undefined) throw new Error('Expected a sample');
    saveFile(db, first);
    expect((await publish(db, place('out.db'))).lastChange).toBe(1);
    saveFiles(db, others);
    const published = await publish(db, place('out.db'));
    expect(published).toEqual({
      path: place('out.db'),
      bytes: statSync(place('out.db')).size,
      lastChange: 3,
      secret: false,
      remembered: true,
    });
    const copy = openDatabase(place('out.db'), { readonly: true });
    expect(await publish(copy, place('of-copy.db'))).toMatchObject({ lastChange: 3, remembered: false });
    expect(copy.pragma('journal_mode', { simple: true })).toBe('delete');
    expect([...listDocuments(copy)]).toEqual(SAMPLES);
    copy.close();
    expect(statSync(place('out.db')).mode & 0o222).toBe(0);
    await expect(publish(db, place('work.db'))).rejects.toMatchObject({ code: 'usage' });
    await expect(publish(db, join(folder, 'nowhere', 'out.db'))).rejects.toMatchObject({ code: 'database-unwritable' });
    db.close();
  });
});

describe('reprocessing', () => {
  it('lists the files whose stages are older, with the text to run again from', () => {
    const db = openDatabase(':memory:');
    const [first, second] = SAMPLES;
    if (first === undefined || second === undefined) throw new Error('Expected samples');
    saveFile(db, makeFile(first, { stageVersions: { repair: 1, outline: 2 } }));
    saveFile(db, makeFile(second, { stageVersions: { repair: 2, outline: 2 } }));
    const { path, sha256 } = first.document.source;
    const other = second.document.source;
    const held = { path, sha256, stageVersions: { repair: 1, outline: 2 }, modelCard: {} };
    const current = { stageVersions: { repair: 2, outline: 2 }, modelCard: {} };
    const otherHeld = { path: other.path, sha256: other.sha256, ...current };
    expect([...listHeldFiles(db)]).toEqual([held, otherHeld]);
    expect(loadRepaired(db, sha256)?.rawText).toBe(makeFile(first).repaired.rawText);
    saveFile(db, makeFile(first, { stageVersions: { repair: 2, outline: 2 } }));
    expect([...listHeldFiles(db)]).toEqual([{ path, sha256, ...current }, otherHeld]);
  });
});

describe('batches', () => {
  it('keep a manifest', () => {
    const db = openDatabase(':memory:');
    const key = startBatch(db, { roots: ['kho'], at: AT });
    const stored = { path: 'kho/b.txt', sha256: 'x', outcome: 'stored' as const, reason: null, code: null };
    const broken = {
      path: 'kho/a.pdf',
      sha256: null,
      outcome: 'quarantined' as const,
      reason: { vi: 'Hỏng', en: 'Broken' },
      code: 'file-broken',
    };
    recordBatchFile(db, key, { ...stored, outcome: 'needs-review' });
    recordBatchFile(db, key, stored);
    recordBatchFile(db, key, broken);
    finishBatch(db, key, AT);
    expect(loadManifest(db, key)).toEqual([broken, stored]);
  });
});
