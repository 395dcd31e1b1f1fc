import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../output/store/open-database.js';
import { saveFiles } from '../../output/store/save-file.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { makeDocument, makeFile, SAMPLES } from '../output/sample-records.js';

const MAIN = packageFile('dist', 'cli', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'ketluan-destroy-'));
const at = (name: string): string => join(folder, name);
const DB = at('work.db');

const ketluan = (...args: string[]) => spawnSync(process.execPath, [MAIN, ...args], { cwd: folder, encoding: 'utf8' });
const drafts = (): string[] => readdirSync(folder).filter((name) => name.startsWith('.ketluan'));

const awaitDraft = async (child: ChildProcess): Promise<void> => {
  while (child.exitCode === null && drafts().length === 0) await setTimeout(2);
};

beforeAll(() => {
  const db = openDatabase(DB);
  const many = Array.from({ length: 400 }, (_, i) =>
    makeDocument(`many ${i}`, [{ number: '1', text: `Sở Tài chính báo cáo việc thứ ${i} ${'rất dài '.repeat(400)}` }]),
  );
  saveFiles(
    db,
    [...SAMPLES, ...many].map((record) => makeFile(record)),
  );
  db.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of drafts()) rmSync(at(name));
});

describe.skipIf(!existsSync(MAIN))('what is stored (needs npm run build)', () => {
  it.each([
    [['export', '--format', 'csv', '-o', 'work.db']],
    [['export', '--format', 'csv', '-o', './work.db-wal']],
    [['publish', 'work.db']],
    [['publish', 'work.db', '--force']],
    [['backup', 'work.db', '--force']],
  ])('is not written over by %j', (args) => {
    const before = readFileSync(DB);
    expect(ketluan(...args, '--db', 'work.db').status).toBe(2);
    expect(readFileSync(DB).equals(before)).toBe(true);
  });

  it('is published over an earlier copy alone, unless forced', () => {
    writeFileSync(at('doc.txt'), 'precious');
    openDatabase(at('live.db')).close();
    expect(ketluan('publish', 'doc.txt', '--db', DB)).toMatchObject({ status: 2 });
    expect(ketluan('publish', 'live.db', '--db', DB)).toMatchObject({ status: 2 });
    expect(readFileSync(at('doc.txt'), 'utf8')).toBe('precious');
    expect(ketluan('publish', 'out.db', '--db', DB)).toMatchObject({ status: 0 });
    expect(ketluan('publish', 'out.db', '--db', DB)).toMatchObject({ status: 0 });
    expect(statSync(at('out.db')).mode & 0o777).toBe(0o444);
    expect(ketluan('backup', 'out.db', '--db', DB)).toMatchObject({ status: 2 });
    expect(ketluan('publish', 'doc.txt', '--force', '--db', DB)).toMatchObject({ status: 0 });
    rmSync(at('doc.txt'));
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    'is whole when an export or a copy meets %s',
    async (signal) => {
      for (const args of [
        ['export', '--format', 'csv', '-o', 'old.csv'],
        ['publish', 'old.db'],
      ]) {
        const [target = ''] = args.slice(-1);
        ketluan(...args, '--db', DB);
        const before = readFileSync(at(target));
        const child = spawn(process.execPath, [MAIN, ...args, '--db', DB], { cwd: folder });
        const exited = once(child, 'exit');
        await awaitDraft(child);
        child.kill(signal);
        const [code] = await exited;
        if (signal !== 'SIGKILL') {
          // A signal that comes when all is written finds the command done.
          expect([0, 130]).toContain(code);
          expect(drafts()).toEqual([]);
        }
        expect(readFileSync(at(target)).length).toBe(before.length);
        ketluan(...args, '--db', DB);
        expect(drafts()).toEqual([]);
      }
    },
    60_000,
  );

  it('is its owner’s alone: the database, its log, exports; a published copy is everybody’s to read', () => {
    copyFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), at('paper.txt'));
    chmodSync(at('paper.txt'), 0o644);
    expect(ketluan('ingest', 'paper.txt', '--db', 'new.db').status).toBe(0);
    ketluan('export', '--format', 'jsonl', '-o', 'new.jsonl', '--db', 'new.db');
    ketluan('publish', 'new-copy.db', '--db', 'new.db');
    ketluan('backup', 'new-backup.db', '--db', 'new.db');
    const modes = ['new.db', 'new.jsonl', 'new-copy.db', 'new-backup.db'].map(
      (name) => statSync(at(name)).mode & 0o777,
    );
    expect(modes).toEqual([0o600, 0o600, 0o444, 0o600]);
  });

  it.each(['', ' ', '\t', ':memory:', 'file:x.db?mode=memory'])(
    'is nowhere with --db %j: wrong use',
    (name) => {
      writeFileSync(at('p.txt'), 'x');
      const commands = [
        ['ingest', 'p.txt'],
        ['search', 'x'],
        ['show', 'x'],
        ['status'],
        ['export', '--format', 'csv'],
        ['publish', 'o.db'],
        ['backup', 'o.db'],
        ['audit'],
        ['reprocess'],
        ['doctor'],
      ];
      // Each is asked once; a program start costs a tenth of a second.
      const asked = name === '' ? commands : commands.slice(0, 2);
      for (const args of asked) expect(ketluan(...args, '--db', name).status, args.join(' ')).toBe(2);
    },
    30_000,
  );
});
