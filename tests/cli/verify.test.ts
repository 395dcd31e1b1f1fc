import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registerIngest } from '../../cli/commands/ingest.js';
import { registerBackup } from '../../cli/commands/publish.js';
import { registerVerify } from '../../cli/commands/verify.js';
import { openDatabase } from '../../output/store/open-database.js';
import { verify } from '../../output/store/verify.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { runCommand } from './run-command.js';

let folder: string;
let db: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-verify-'));
  db = join(folder, 'x.db');
  const text = readFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), 'utf8');
  for (const name of ['a', 'b', 'c']) writeFileSync(join(folder, `${name}.txt`), `${text}\n${name}\n`);
  await runCommand(registerIngest, [
    'ingest',
    ...['a', 'b', 'c'].map((name) => join(folder, `${name}.txt`)),
    '--db',
    db,
  ]);
});
afterEach(() => {
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const findBroken = (): readonly string[] => {
  const store = openDatabase(db, { readonly: true });
  const parts = verify(store, db).filter(({ ok }) => !ok);
  store.close();
  return parts.map(({ part }) => part);
};

describe('ketluan verify', () => {
  it('finds all well, and tells originals that changed or are gone', async () => {
    writeFileSync(join(folder, 'b.txt'), 'another');
    rmSync(join(folder, 'c.txt'));
    const printed = await runCommand(registerVerify, ['verify', '--db', db, '--json']);
    expect(JSON.parse(printed)).toEqual({
      parts: ['structure', 'keys', 'index', 'pages', 'documents', 'views'].map((part) => ({
        part,
        ok: true,
        findings: [],
      })),
      originals: { same: 1, changed: [join(folder, 'b.txt')], gone: [join(folder, 'c.txt')] },
    });
  });

  it.each([
    ['keys', 'PRAGMA foreign_keys = OFF; DELETE FROM document_type'],
    ['pages', "UPDATE page SET text_start = 7 WHERE page_key = 1; INSERT OR REPLACE INTO edit_map VALUES (1, x'00')"],
    ['index', "INSERT INTO directive_fts (rowid, words) VALUES (999, '#any')"],
  ])('finds what is wrong with %s', async (part, sql) => {
    const store = openDatabase(db);
    // Damage asks no lock.
    store.exec(`INSERT INTO writing VALUES (1); ${sql}; DELETE FROM writing`);
    store.close();
    expect(findBroken()).toContain(part);
    await expect(runCommand(registerVerify, ['verify', '--db', db])).rejects.toMatchObject({
      code: 'database-damaged',
    });
  });

  it('holds a backup to be as good as the database, and one that is put in its place works', async () => {
    const backup = join(folder, 'backup.db');
    await runCommand(registerBackup, ['backup', backup, '--db', db]);
    rmSync(db);
    copyFileSync(backup, db);
    expect(findBroken()).toEqual([]);
    const printed = await runCommand(registerIngest, ['ingest', folder, '--db', db, '--json']);
    expect(JSON.parse(printed).counts).toMatchObject({ known: 3, stored: 0 });
    // What is damaged takes no good backup's place, even where it lies in a packed cell that SQLite takes as it is.
    const store = openDatabase(db);
    store.exec("INSERT OR REPLACE INTO edit_map VALUES (1, x'00')");
    store.close();
    const before = readFileSync(backup);
    const again = runCommand(registerBackup, ['backup', backup, '--db', db]);
    await expect(again).rejects.toMatchObject({ code: 'database-damaged', text: { en: expect.stringContaining(db) } });
    expect(readFileSync(backup).equals(before)).toBe(true);
    // It is at work now: a backup does not take its place.
    const other = join(folder, 'other.db');
    openDatabase(other).close();
    await expect(runCommand(registerBackup, ['backup', db, '--db', other])).rejects.toMatchObject({ code: 'usage' });
  });
});
