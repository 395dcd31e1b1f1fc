import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { LINUX_LAUNCHER, LINUX_OPENER, WINDOWS_LAUNCHER, WINDOWS_OPENER } from '../../bundle/launchers.js';
import {
  LEFT_OUT,
  listMachinePackages,
  listNeverLoaded,
  NEVER_LOADED,
  readLock,
  ships,
} from '../../bundle/leave-out.js';
import { findGlibc, isMachineCode, readMachine } from '../../bundle/machine-code.js';
import { LINUX, NODE_ABI, PLATFORMS, sqliteArchive, WINDOWS } from '../../bundle/platforms.js';
import { readTar } from '../../bundle/read-tar.js';
import { renderReadme } from '../../bundle/readme.js';
import { packageFile } from '../../pipeline/base/package-root.js';

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(packageFile(...path), 'utf8'));
const lock = readLock(readJson('package-lock.json'));
const lists = z.record(z.string(), z.array(z.string())).parse(readJson('bundle', 'native-files.json'));

const folder = mkdtempSync(join(tmpdir(), 'ketluan-bundle-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const MODULES = 'app/node_modules/';
const packageOf = (path: string): string =>
  path
    .slice(MODULES.length)
    .split('/')
    .slice(0, path.startsWith(`${MODULES}@`) ? 2 : 1)
    .join('/');

describe('machine code of a bundle', () => {
  it.each(PLATFORMS)(
    'is listed for $name: Node, SQLite, and each package that npm takes for that machine alone',
    (platform) => {
      const listed = lists[platform.name] ?? [];
      expect(listed).toContain(platform.node);
      expect(listed).toContain('app/node_modules/better-sqlite3/build/Release/better_sqlite3.node');
      expect(listed.every(isMachineCode)).toBe(true);
      const packages = new Set(listed.filter((path) => path.startsWith(MODULES)).map(packageOf));
      const loaded = listMachinePackages(lock, platform).filter((name) => !listNeverLoaded(lock).has(name));
      expect([...packages].sort()).toEqual([...loaded, 'better-sqlite3'].sort());
      expect([...listed].sort()).toEqual(listed);
    },
  );

  it('lies here as the list says, where this machine is of that kind', () => {
    const own = PLATFORMS.find(({ os, cpu }) => os === process.platform && cpu === process.arch);
    const here = (lists[own?.name ?? ''] ?? []).filter((path) => path.startsWith(MODULES));
    const missing = here.filter((path) => !existsSync(packageFile(...path.slice('app/'.length).split('/'))));
    expect(missing).toEqual([]);
  });

  it('is told apart by its head', () => {
    if (process.arch === 'x64')
      expect(readMachine(readFileSync(process.execPath))).toBe(`${process.platform}-${process.arch}`);
    const pe = Buffer.alloc(256);
    pe.write('MZ', 0, 'latin1');
    pe.writeUInt32LE(128, 0x3c);
    pe.write('PE\0\0', 128, 'latin1');
    pe.writeUInt16LE(0x8664, 132);
    expect(readMachine(pe)).toBe('win32-x64');
    pe.writeUInt16LE(0x014c, 132);
    expect(readMachine(pe)).toBeUndefined();
    pe.writeUInt32LE(4_000_000, 0x3c);
    expect([readMachine(pe), readMachine(Buffer.from('MZ')), readMachine(Buffer.alloc(100))]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names the glibc that it needs', () => {
    expect(findGlibc(Buffer.from('x\0GLIBC_2.4\0GLIBC_2.34\0GLIBC_2.17\0GLIBCXX_3.4.9\0'))).toBe('2.34');
    expect(findGlibc(Buffer.from('nothing'))).toBeUndefined();
  });

  it('of SQLite is asked for under the name that its release has', () => {
    expect(sqliteArchive('12.11.1', WINDOWS)).toBe('better-sqlite3-v12.11.1-node-v115-win32-x64.tar.gz');
    if (process.version.startsWith('v20.')) expect(process.versions.modules).toBe(NODE_ABI);
  });
});

describe('what a bundle leaves out', () => {
  const files = readdirSync(packageFile('node_modules'), { recursive: true, encoding: 'utf8' }).map((name) =>
    name.split(sep).join('/'),
  );
  const neverLoaded = listNeverLoaded(lock);

  it('is there: no entry is idle', () => {
    expect(
      LEFT_OUT.filter(({ path }) => !files.some((file) => path.test(file))).map(({ path }) => String(path)),
    ).toEqual([]);
    expect(Object.keys(NEVER_LOADED).filter((name) => !neverLoaded.has(name))).toEqual([]);
  });

  it('are whole packages that nothing else asks for', () => {
    expect([...neverLoaded].sort()).toMatchObject(expect.arrayContaining(['tar-fs', 'whatwg-url']));
    for (const needed of ['bindings', 'file-uri-to-path', 'is-url', 'wasm-feature-detect', 'asn1js'])
      expect(neverLoaded.has(needed)).toBe(false);
  });

  it.each<[string, boolean]>([
    ['better-sqlite3/LICENSE', true],
    ['tesseract.js/LICENSE.md', true],
    ['pdfjs-dist/standard_fonts/LICENSE_LIBERATION', true],
    ['better-sqlite3/build/Release/better_sqlite3.node', true],
    ['better-sqlite3/build/Release/sqlite3.a', false],
    ['better-sqlite3/deps/sqlite3/sqlite3.c', false],
    ['natural/lib/natural/distance/index.js', true],
    ['natural/lib/natural/classifiers/classifier.js', false],
    ['@tesseract.js-data/vie/index.js', true],
    ['@tesseract.js-data/vie/4.0.0/vie.traineddata.gz', false],
    ['tesseract.js-core/tesseract-core-simd-lstm.wasm', false],
    ['tesseract.js-core/tesseract-core-simd.wasm', true],
    ['tesseract.js-core/tesseract-core-simd.wasm.js', false],
    ['zod/src/index.ts', false],
    ['zod/v4/index.d.cts', false],
    ['tar-fs/index.js', false],
    ['.bin/ketluan', false],
    ['.package-lock.json', false],
  ])('%s ships: %s', (path, expected) => {
    expect(ships(path, neverLoaded)).toBe(expected);
  });
});

describe('archives', () => {
  const entry = (name: string, content: string, type = '0', prefix = ''): Buffer => {
    const head = Buffer.alloc(512);
    head.write(name, 0);
    head.write(content.length.toString(8).padStart(11, '0'), 124);
    head.write(type, 156);
    head.write('ustar', 257);
    head.write(prefix, 345);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return Buffer.concat([head, body]);
  };

  it('give their files whole, folders and links left out', () => {
    const long = 'x'.repeat(600);
    const tar = [
      entry('package/a', long),
      entry('package/b/', '', '5'),
      entry('link', '', '2'),
      entry('c', 'C', '0', 'package/b'),
    ];
    const files = readTar(gzipSync(Buffer.concat([...tar, Buffer.alloc(1024)])));
    expect([...files].map(([name, bytes]) => [name, bytes.toString()])).toEqual([
      ['package/a', long],
      ['package/b/c', 'C'],
    ]);
  });
});

describe('launchers', () => {
  it('are ASCII, each with the line ends of its system, and name no place', () => {
    for (const text of [LINUX_LAUNCHER, LINUX_OPENER, WINDOWS_LAUNCHER, WINDOWS_OPENER]) {
      expect(/^[\t\r\n -~]*$/u.test(text)).toBe(true);
      expect(text).not.toMatch(/work|dist-bundle|[CD]:\\/u);
    }
    expect(LINUX_LAUNCHER).not.toContain('\r');
    for (const text of [WINDOWS_LAUNCHER, WINDOWS_OPENER]) {
      expect(
        text
          .split('\n')
          .slice(0, -1)
          .every((line) => line.endsWith('\r')),
      ).toBe(true);
      // A path without quotes breaks at its first blank, a delayed expansion at its first "!".
      expect(text.replace(/"[^"]*"/gu, '')).not.toMatch(/%~dp0|%USERPROFILE%/u);
      expect(text).toContain('setlocal DisableDelayedExpansion');
      expect(text).not.toMatch(/^(?:cd|pushd) (?!\/d "%USERPROFILE%)/mu);
    }
    expect(WINDOWS_LAUNCHER).not.toMatch(/^(?:cd|pushd)\b/mu);
  });

  it.skipIf(process.platform === 'win32')(
    'keep the folder of whoever calls and hand every word on as it is, without PATH (needs /bin/sh)',
    () => {
      const bundle = join(folder, "Nơi khác – 100 % 'thử' & (1)");
      const own = join(folder, 'Thư mục "của tôi"');
      mkdirSync(join(bundle, 'node'), { recursive: true });
      mkdirSync(own);
      writeFileSync(join(bundle, 'ketluan'), LINUX_LAUNCHER);
      const node = `#!/bin/sh\npwd\nprintf '<%s>' "$@"\nexit 7\n`;
      writeFileSync(join(bundle, 'node', 'node'), node);
      for (const file of ['ketluan', join('node', 'node')]) chmodSync(join(bundle, file), 0o755);
      const words = ['search', 'ủy ban "nhân dân"', '', '-x', '$HOME `a` *'];
      const { stdout, status } = spawnSync(join(bundle, 'ketluan'), words, {
        cwd: own,
        env: { PATH: '' },
        encoding: 'utf8',
      });
      const main = join(bundle, 'app/dist/cli/main.js');
      expect(stdout).toBe(`${own}\n${[main, ...words].map((word) => `<${word}>`).join('')}`);
      expect(status).toBe(7);
    },
  );
});

describe('DOC-TRUOC.txt', () => {
  it('is for Notepad on Windows, and names what Linux must have', () => {
    const windows = renderReadme({ version: '1.2.3', platform: WINDOWS, glibc: undefined });
    expect(windows.startsWith('\ufeffKETLUAN 1.2.3')).toBe(true);
    expect(
      windows
        .split('\n')
        .slice(0, -1)
        .every((line) => line.endsWith('\r')),
    ).toBe(true);
    expect(windows).toContain('mo-ketluan.cmd');
    const linux = renderReadme({ version: '1.2.3', platform: LINUX, glibc: '2.34' });
    expect(linux).toContain('glibc 2.34');
    expect(linux).not.toContain('\r');
    for (const [guide = ''] of linux.matchAll(/[a-z-]+\.md/gu))
      expect(existsSync(packageFile('docs', 'huong-dan', guide))).toBe(true);
  });
});
