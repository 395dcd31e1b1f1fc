import { chmodSync, copyFileSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registerExport } from '../../cli/commands/export.js';
import { registerIngest } from '../../cli/commands/ingest.js';
import { registerBackup } from '../../cli/commands/publish.js';
import { openDatabase } from '../../output/library.js';
import { listFilesOfStore } from '../../output/store/load-file.js';
import { rememberExport } from '../../output/store/remember-export.js';
import { quarantineFile } from '../../output/store/save-file.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { runCommand } from './run-command.js';

const AT = '2025-06-10T08:00:00Z';
const ISO = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`;

let folder: string;
let database: string;
beforeEach(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'ketluan-exports-')));
  database = join(folder, 'test.db');
  const paper = join(folder, 'paper.txt');
  copyFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), paper);
  await runCommand(registerIngest, ['ingest', paper, '--db', database, '--json']);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
  rmSync(folder, { recursive: true, force: true });
});

const exportTo = async (format: string, name: string, from = database): Promise<string> => {
  const told = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  await runCommand(registerExport, [
    '--lang',
    'en',
    'export',
    '--format',
    format,
    '-o',
    join(folder, name),
    '--db',
    from,
  ]);
  return told.mock.calls.map(([text]) => String(text)).join('');
};

/** The paper turns out to be classified. */
const reclassify = (): readonly string[] => {
  const db = openDatabase(database);
  try {
    const [file] = listFilesOfStore(db);
    const text = { vi: 'mật', en: 'classified' };
    const about = { byteLength: 1, mediaType: null, code: 'file-classified', text, hint: null, at: AT };
    return quarantineFile(db, { path: file?.path ?? '', sha256: file?.sha256 ?? '', ...about }).copies;
  } finally {
    db.close();
  }
};

describe('exports are remembered', () => {
  it('in every format, with their time, and named when a paper turns out to be classified', async () => {
    for (const format of ['jsonl', 'csv', 'xlsx', 'ics', 'html'])
      expect(await exportTo(format, `out.${format}`)).toBe('');
    const named = reclassify();
    expect(named).toHaveLength(5);
    for (const [i, format] of ['csv', 'html', 'ics', 'jsonl', 'xlsx'].entries())
      expect(named[i]).toMatch(new RegExp(String.raw`out\.${format} \(${ISO}\)$`, 'u'));
  });

  it('by their real name, and no longer when they were written before the paper came', async () => {
    rmSync(database);
    openDatabase(database).close();
    await exportTo('csv', 'before.csv');
    await runCommand(registerIngest, ['ingest', join(folder, 'paper.txt'), '--db', database, '--json']);
    const there = join(folder, 'there.csv');
    await exportTo('csv', 'there.csv');
    symlinkSync(there, join(folder, 'link.csv'));
    await exportTo('csv', 'link.csv');
    expect(reclassify()).toEqual([expect.stringContaining(`${there} (`)]);
  });

  it('even when the writing was cut off', () => {
    expect(rememberExport(database, { path: '/srv/half.csv', at: AT, isDone: false })).toBe(true);
    expect(reclassify()).toEqual([`/srv/half.csv (${AT})`]);
  });

  it('or else it is said: from a copy, and from a database that another program holds', async () => {
    const copy = join(folder, 'copy.db');
    await runCommand(registerBackup, ['backup', copy, '--db', database]);
    chmodSync(copy, 0o600);
    expect(await exportTo('csv', 'a.csv', copy)).toContain('does not remember this export');
    const busy = openDatabase(database);
    busy.exec('BEGIN IMMEDIATE');
    expect(await exportTo('csv', 'b.csv')).toContain('does not remember this export');
    busy.exec('ROLLBACK');
    busy.close();
  });
});
