import { spawnSync } from 'node:child_process';
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findTarget } from '../../../output/files/find-target.js';
import { putFile } from '../../../output/files/put-file.js';
import { writeExport } from '../../../output/files/write-export.js';
import { openDatabase } from '../../../output/store/open-database.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string): string => join(folder, name);

/** A process number that nobody bears: that of a process that has just ended. */
const deadPid = (): number => spawnSync(process.execPath, ['-e', '']).pid;

describe('a file that is put in place', () => {
  it('stands whole, its owner’s alone, with nothing beside it', async () => {
    await putFile(at('out.csv'), { mode: 0o600 }, (draft) => {
      expect(statSync(draft).mode & 0o777).toBe(0o600);
      writeFileSync(draft, 'new');
    });
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('new');
    expect(statSync(at('out.csv')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('leaves the old one when the work fails or is stopped', async () => {
    writeFileSync(at('out.csv'), 'old');
    const stop = new AbortController();
    await expect(
      putFile(at('out.csv'), { mode: 0o600, signal: stop.signal }, (draft) => {
        writeFileSync(draft, 'new');
        stop.abort();
      }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    await expect(
      putFile(at('out.csv'), { mode: 0o600 }, () => {
        throw new Error('half-way');
      }),
    ).rejects.toThrow('half-way');
    expect(readFileSync(at('out.csv'), 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['out.csv']);
  });

  it('takes away the drafts of processes that are gone, and no others', async () => {
    const dead = deadPid();
    writeFileSync(at(`.ketluan-publish-${dead}.tmp`), 'full copy');
    writeFileSync(at(`.ketluan-publish-${dead}.tmp-journal`), '');
    writeFileSync(at('.ketluan-draft-00000000-1-00000000.tmp'), 'of another computer');
    writeFileSync(at('.ketluan-draft-00000000-2-00000000.tmp'), 'of another computer, long ago');
    utimesSync(at('.ketluan-draft-00000000-2-00000000.tmp'), 1000, 1000);
    writeFileSync(at('.ketluan-notes.tmp'), 'somebody’s');
    await putFile(at('outer'), { mode: 0o600 }, (draft) =>
      putFile(at('inner'), { mode: 0o600 }, () => expect(existsSync(draft)).toBe(true)),
    );
    expect(readdirSync(folder).sort()).toEqual([
      '.ketluan-draft-00000000-1-00000000.tmp',
      '.ketluan-notes.tmp',
      'inner',
      'outer',
    ]);
  });
});

describe('a target', () => {
  it('is never the database, what belongs to it, or a link to them', () => {
    const db = openDatabase(at('work.db'));
    db.exec("INSERT INTO meta VALUES ('a', 'b')");
    symlinkSync('work.db', at('link.csv'));
    linkSync(at('work.db'), at('hard.csv'));
    symlinkSync('work.db-wal', at('log.csv'));
    symlinkSync('nowhere', at('broken.csv'));
    mkdirSync(at('folder'));
    symlinkSync('.', at('here'));
    const own = ['work.db', 'work.db-wal', 'work.db-shm', 'work.db-journal', 'link.csv', 'hard.csv', 'log.csv'];
    for (const name of [...own, 'here/work.db', 'here/work.db-journal', 'broken.csv', 'folder', ''])
      expect(() => findTarget(name === '' ? '' : at(name), at('work.db')), name).toThrow(
        expect.objectContaining({ code: 'usage' }),
      );
    db.close();
    expect(findTarget(at('work.db.csv'), at('work.db')).holds).toBe('nothing');
    // Its log is not there now, and would be read as such when it is opened next.
    expect(() => findTarget(at('work.db-wal'), at('other.db'))).toThrow(expect.objectContaining({ code: 'usage' }));
  });

  it('behind a link is written, and the link stays', async () => {
    writeFileSync(at('real.csv'), 'old');
    symlinkSync('real.csv', at('link.csv'));
    await writeExport(['new'], at('link.csv'), { database: at('work.db') });
    expect(readFileSync(at('real.csv'), 'utf8')).toBe('new');
    await writeExport(['x'], '/dev/null', { database: at('work.db') });
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  it('that is any database is left alone by an export', async () => {
    openDatabase(at('other.db')).close();
    await expect(writeExport(['new'], at('other.db'), { database: at('work.db') })).rejects.toMatchObject({
      code: 'usage',
    });
    openDatabase(at('other.db'), { readonly: true }).close();
  });
});
