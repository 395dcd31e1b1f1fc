import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingest, listDocuments, openDatabase, search } from '../../../output/library.js';
import { saveFiles } from '../../../output/store/save-file.js';
import { verify } from '../../../output/store/verify.js';
import type { OcrEngine } from '../../../pipeline/base/contract.js';
import { PipelineError } from '../../../pipeline/base/errors.js';
import { PACKAGE_ROOT, packageFile } from '../../../pipeline/base/package-root.js';
import type { FileReport } from '../../../pipeline/run-batch.js';
import { AT, makeDocument, makeFile, SAMPLES, TODAY } from '../sample-records.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-errors-'));
  path = join(folder, 'x.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const openOcr = (): OcrEngine => ({
  id: 'none',
  read: () => Promise.reject(new Error('no image is read here')),
  close: () => Promise.resolve(),
});

/** Three papers in a folder of their own. */
const makePapers = (): string => {
  const papers = mkdtempSync(join(folder, 'papers-'));
  const text = readFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), 'utf8');
  for (const name of ['a', 'b', 'c'])
    writeFileSync(join(papers, `${name}.txt`), `${text}\n${`${name} nội dung kèm theo\n`.repeat(600)}`);
  return papers;
};

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'ok';
  } catch (error) {
    return error instanceof PipelineError ? error.code : `not ours: ${String(error)}`;
  }
};

describe('trouble with the database in the middle of a batch', () => {
  it.each([
    ['database-locked', (other: Database.Database) => other.exec('BEGIN IMMEDIATE')],
    [
      'database-damaged',
      (other: Database.Database) => {
        other.unsafeMode();
        other.pragma('writable_schema = ON');
        other.exec("UPDATE sqlite_master SET rootpage = 99999 WHERE name = 'page'");
        other.pragma('schema_version = 77');
      },
    ],
  ] as const)('ends it as %s; what was stored is told, and no file is quarantined', async (code, trouble) => {
    const db = openDatabase(path);
    db.pragma('busy_timeout = 100');
    const other = new Database(path);
    const told: FileReport[] = [];
    const run = ingest(db, [makePapers()], {
      now: () => AT,
      openOcr,
      onFile: (report) => {
        if (told.length === 0) trouble(other);
        told.push(report);
      },
    });
    await expect(run).rejects.toMatchObject({ code });
    if (other.inTransaction) other.exec('ROLLBACK');
    other.close();
    expect(told.map((report) => report.result)).toEqual(['stored']);
    db.close();
  });

  it('ends it as disk-full, and the next run goes on', async () => {
    const db = openDatabase(path);
    const papers = makePapers();
    const told: FileReport[] = [];
    const pages = Number(db.pragma('page_count', { simple: true }));
    db.pragma(`max_page_count = ${pages + 1}`);
    const options = { now: () => AT, openOcr, onFile: (report: FileReport) => told.push(report) };
    await expect(ingest(db, [papers], options)).rejects.toMatchObject({ code: 'disk-full' });
    expect(told.filter((report) => report.result === 'quarantined')).toEqual([]);
    db.close();
    const again = openDatabase(path);
    expect((await ingest(again, [papers], { now: () => AT, openOcr })).length).toBe(3);
    expect(again.prepare('SELECT count(*) FROM file').pluck().get()).toBe(3);
    again.close();
  });
});

describe('a damaged database', () => {
  it('is called damaged by whoever reads it, never a fault of the program', () => {
    const db = openDatabase(path);
    const many = Array.from({ length: 40 }, (_, i) =>
      makeDocument(`d ${i}`, [{ number: '1', text: `Sở Tài chính báo cáo việc ${i} ${'dài '.repeat(200)}` }]),
    );
    saveFiles(
      db,
      [...SAMPLES, ...many].map((record) => makeFile(record)),
    );
    db.close();
    const whole = readFileSync(path);
    const pages = whole.length / 16_384;
    const codes = new Set<string>();
    for (let page = 0; page < pages; page++) {
      const bytes = Buffer.from(whole);
      // A seeded generator: each page is spoilt in its own way.
      for (let i = 0, state = page + 1; i < 200; i++) {
        state = (state * 48_271) % 2_147_483_647;
        bytes[page * 16_384 + (state % 16_384)] = state % 256;
      }
      writeFileSync(path, bytes);
      codes.add(
        codeOf(() => {
          const spoilt = openDatabase(path, { readonly: true });
          try {
            search(spoilt, { words: 'tai chinh', filters: {}, today: TODAY, limit: 50, withFacets: true });
            for (const record of listDocuments(spoilt)) record.directives.map(({ text }) => text);
            verify(spoilt, path);
          } finally {
            spoilt.close();
          }
        }),
      );
      codes.add(codeOf(() => openDatabase(path).close()));
      for (const sidecar of ['-wal', '-shm']) rmSync(path + sidecar, { force: true });
    }
    expect([...codes].sort().filter((code) => !/^(?:ok|database-(?:damaged|invalid|newer))$/u.test(code))).toEqual([]);
    expect(codes.has('database-damaged')).toBe(true);
  }, 60_000);
});

describe('a database that is being made', () => {
  it('is not called another program’s', () => {
    const half = new Database(path);
    half.pragma('application_id = 1263293774');
    half.pragma('journal_mode = WAL');
    expect(codeOf(() => openDatabase(path, { readonly: true }))).toBe('database-locked');
    half.close();
  });
});

/** Runs the library as a user who may not write here. An administrator may write everywhere and becomes another one. */
const asReader = (script: string): string => {
  const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    cwd: PACKAGE_ROOT,
    ...nobody,
  });
  return stdout + stderr;
};

describe.skipIf(process.platform === 'win32')('a database on read-only media (needs npm run build)', () => {
  const library = JSON.stringify(packageFile('dist', 'output', 'library.js'));
  const read = (): string =>
    asReader(
      `import { listDocuments, openDatabase } from ${library};
       const db = openDatabase(${JSON.stringify(path)}, { readonly: true });
       console.log([...listDocuments(db)].length);`,
    );
  const lock = (): void => {
    for (const name of readdirSync(folder)) chmodSync(join(folder, name), 0o444);
    chmodSync(folder, 0o555);
  };
  afterEach(() => chmodSync(folder, 0o755));

  it('is read', () => {
    const db = openDatabase(path);
    saveFiles(
      db,
      SAMPLES.map((record) => makeFile(record)),
    );
    db.close();
    lock();
    expect(read()).toBe('3\n');
    expect(readdirSync(folder)).toEqual(['x.db']);
  });

  it('is read with what stands in its log, when it was not closed', () => {
    const source = join(folder, 'source.db');
    const db = openDatabase(source);
    saveFiles(
      db,
      SAMPLES.map((record) => makeFile(record)),
    );
    for (const sidecar of ['', '-wal']) copyFileSync(source + sidecar, path + sidecar);
    db.close();
    rmSync(source);
    lock();
    expect(read()).toBe('3\n');
  });

  it('is said to be unwritable when it is to be written', () => {
    openDatabase(path).close();
    lock();
    const said = asReader(
      `import { openDatabase } from ${library};
       try { openDatabase(${JSON.stringify(path)}); } catch (error) { console.log(error.code); }`,
    );
    expect(said).toBe('database-unwritable\n');
  });
});
