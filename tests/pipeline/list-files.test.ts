import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listFiles } from '../../pipeline/list-files.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-list-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const list = async (...names: readonly string[]) => {
  const told: string[] = [];
  const tell = (path: string, what: string): void => {
    told.push(`${relative(folder, path)}: ${what}`);
  };
  const files = await listFiles(
    names.map((name) => join(folder, name)),
    {
      onError: (path) => tell(path, 'error'),
      onSkip: (path, reason) => tell(path, reason.en.split(' ').slice(0, 4).join(' ')),
    },
  );
  return { files: files.map(({ path }) => relative(folder, path)), told: told.sort() };
};

const put = (name: string): void => {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), name);
};

describe('the files of a folder', () => {
  it('are listed in the order of their names, folders inside their place', async () => {
    for (const name of ['c.txt', 'a.txt', 'b/2.txt', 'b/1.txt']) put(name);
    expect(await list('')).toEqual({ files: ['a.txt', 'b/1.txt', 'b/2.txt', 'c.txt'], told: [] });
  });

  it.skipIf(process.platform === 'win32')('are taken through links once, and every other link is told', async () => {
    for (const name of ['in/a.txt', 'out/b.txt', 'far/c/d.txt']) put(name);
    symlinkSync('a.txt', join(folder, 'in', 'again'));
    symlinkSync(join(folder, 'out', 'b.txt'), join(folder, 'in', 'b-link'));
    symlinkSync(join(folder, 'out', 'b.txt'), join(folder, 'in', 'b-twice'));
    symlinkSync(join(folder, 'far'), join(folder, 'in', 'folder'));
    symlinkSync('.', join(folder, 'in', 'loop'));
    symlinkSync('nowhere', join(folder, 'in', 'gone'));
    symlinkSync('itself', join(folder, 'in', 'itself'));
    expect(await list('in')).toEqual({
      files: ['in/a.txt', 'in/b-link', 'in/folder/c/d.txt'],
      told: [
        'in/again: A link to a',
        'in/b-twice: A link to a',
        'in/gone: A link to a',
        'in/itself: A link that leads',
        'in/loop: A link that leads',
      ],
    });
  });

  it.skipIf(process.platform === 'win32')('are never a pipe, inside a folder or named outright', async () => {
    put('a.txt');
    execFileSync('mkfifo', [join(folder, 'p')]);
    expect(await list('')).toEqual({ files: ['a.txt'], told: ['p: Not an ordinary file'] });
    expect(await list('p')).toEqual({ files: [], told: ['p: Not an ordinary file'] });
  });

  it.skipIf(process.platform === 'win32')('keep apart names that are no UTF-8, and can be opened', async () => {
    const names = [Buffer.from([0x6e, 0xff, 0x31]), Buffer.from([0x6e, 0xfe, 0x31])];
    for (const name of names) writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), 'x');
    const files = await listFiles([folder], {
      onError: () => expect.unreachable(),
      onSkip: () => expect.unreachable(),
    });
    expect(files.map(({ path }) => relative(folder, path))).toEqual(['n\\xfe1', 'n\\xff1']);
    expect(files.map(({ raw }) => raw?.subarray(-3))).toEqual([names[1], names[0]]);
  });

  it('that is not there is told as an error', async () => {
    expect(await list('gone')).toEqual({ files: [], told: ['gone: error'] });
  });
});
