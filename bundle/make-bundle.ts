import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { packageFile } from '../pipeline/base/package-root.js';
import { LINUX_LAUNCHER, LINUX_OPENER, WINDOWS_LAUNCHER, WINDOWS_OPENER } from './launchers.js';
import { listNeverLoaded, readLock, ships } from './leave-out.js';
import { findGlibc, isMachineCode, readMachine } from './machine-code.js';
import { LINUX, NODE_VERSION, type Platform, SQLITE_FILE, sqliteArchive } from './platforms.js';
import { readTar } from './read-tar.js';
import { renderReadme } from './readme.js';

const CACHE = packageFile('.cache', 'bundle');
export const BUNDLES = packageFile('dist-bundle');

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const versionOf = (...path: string[]): string =>
  z.object({ version: z.string() }).parse(readJson(packageFile(...path, 'package.json'))).version;

/** What npm prints, run without a shell by the Node that runs this. Throws with its words when it fails. */
const npm = (args: readonly string[], cwd: string): string => {
  const program = process.env.npm_execpath;
  if (program === undefined) throw new Error('Expected to be started by `npm run bundle`');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm ${args[0]} ended with ${status}: ${stderr}`);
  return stdout;
};

const put = (path: string, content: Uint8Array | string, mode = 0o644): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content, { mode });
};

/** Node's archive from the registry, checked by its hash; kept between runs. */
const fetchNode = ({ nodePackage, nodeIntegrity }: Platform): ReadonlyMap<string, Buffer> => {
  const path = join(CACHE, `${nodePackage}-${NODE_VERSION}.tgz`);
  if (!existsSync(path)) {
    mkdirSync(CACHE, { recursive: true });
    npm(['pack', `${nodePackage}@${NODE_VERSION}`, '--silent', '--pack-destination', CACHE], CACHE);
  }
  const bytes = readFileSync(path);
  const got = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
  if (got === nodeIntegrity) return readTar(bytes);
  rmSync(path);
  throw new Error(`Expected ${nodeIntegrity} of ${nodePackage}, got ${got}`);
};

const pick = (files: ReadonlyMap<string, Buffer>, name: string): Buffer => {
  const found = files.get(name);
  if (found === undefined) throw new Error(`Expected ${name} in the archive, found ${[...files.keys()].join(', ')}`);
  return found;
};

/** Production packages for the platform, by npm's own choice and the hashes of our lock file; no script of theirs runs. */
const installPackages = ({ name, os, cpu }: Platform): string => {
  const stage = join(CACHE, name);
  rmSync(stage, { recursive: true, force: true });
  mkdirSync(stage, { recursive: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(packageFile(file), join(stage, file));
  const quiet = ['--ignore-scripts', '--no-bin-links', '--no-audit', '--no-fund', '--prefer-offline'];
  npm(['ci', '--omit=dev', `--os=${os}`, `--cpu=${cpu}`, '--libc=glibc', ...quiet], stage);
  return join(stage, 'node_modules');
};

const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile()
      ? [
          join(entry.parentPath, entry.name)
            .slice(folder.length + 1)
            .split(sep)
            .join('/'),
        ]
      : [],
  );

const copyPackages = (from: string, to: string): void => {
  const neverLoaded = listNeverLoaded(readLock(readJson(packageFile('package-lock.json'))));
  for (const file of listFiles(from)) {
    if (!ships(file, neverLoaded)) continue;
    mkdirSync(dirname(join(to, file)), { recursive: true });
    copyFileSync(join(from, file), join(to, file));
  }
};

/** The files of our own package: the list that `npm pack` would take. */
const copyProgram = (to: string): void => {
  const Packed = z.array(z.object({ files: z.array(z.object({ path: z.string() })) }));
  const [packed] = Packed.parse(JSON.parse(npm(['pack', '--dry-run', '--json', '--ignore-scripts'], packageFile())));
  for (const { path } of packed?.files ?? []) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    copyFileSync(packageFile(...path.split('/')), join(to, path));
  }
};

/**
 * Machine code of better-sqlite3: from the folder given by hand, where its release archive or the file itself lies; else,
 * for this very kind of machine, what was compiled when it was installed here. Undefined when there is none.
 */
const findSqlite = (platform: Platform, byHand: string | undefined): Buffer | undefined => {
  if (byHand !== undefined) {
    const archive = join(byHand, sqliteArchive(versionOf('node_modules', 'better-sqlite3'), platform));
    if (existsSync(archive)) return pick(readTar(readFileSync(archive)), SQLITE_FILE);
    const alone = join(byHand, platform.name, 'better_sqlite3.node');
    if (existsSync(alone)) return readFileSync(alone);
  }
  const own = packageFile('node_modules', 'better-sqlite3', ...SQLITE_FILE.split('/'));
  return platform.os === process.platform && process.arch === platform.cpu && existsSync(own)
    ? readFileSync(own)
    : undefined;
};

export interface Made {
  readonly folder: string;
  readonly megabytes: number;
  /** What must be brought by hand before the bundle runs; empty for a whole one. */
  readonly missing: readonly string[];
  /** Name of the release archive that holds what no package of the registry does. */
  readonly archive: string;
}

/** Makes the bundle of a platform anew under dist-bundle/; one that misses something has that in its name. */
export const makeBundle = (platform: Platform, byHand: string | undefined): Made => {
  const version = versionOf();
  const sqlite = findSqlite(platform, byHand);
  const name = `ketluan-${version}-${platform.name}`;
  for (const old of [name, `${name}-thieu-tep`]) rmSync(join(BUNDLES, old), { recursive: true, force: true });
  const folder = join(BUNDLES, sqlite === undefined ? `${name}-thieu-tep` : name);
  const modules = join(folder, 'app', 'node_modules');
  copyProgram(join(folder, 'app'));
  copyPackages(installPackages(platform), modules);
  if (sqlite !== undefined) put(join(modules, 'better-sqlite3', ...SQLITE_FILE.split('/')), sqlite);
  put(join(folder, ...platform.node.split('/')), pick(fetchNode(platform), platform.nodeInArchive), 0o755);
  // The archive for Windows holds the program alone.
  put(join(folder, 'node', 'LICENSE'), pick(fetchNode(LINUX), 'package/LICENSE'));
  const isWindows = platform.os === 'win32';
  put(join(folder, isWindows ? 'ketluan.cmd' : 'ketluan'), isWindows ? WINDOWS_LAUNCHER : LINUX_LAUNCHER, 0o755);
  put(join(folder, isWindows ? 'mo-ketluan.cmd' : 'mo-ketluan'), isWindows ? WINDOWS_OPENER : LINUX_OPENER, 0o755);

  const files = listFiles(folder);
  const machineCode = files.filter(isMachineCode).sort();
  const contents = machineCode.map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
  const wrong = contents.filter(({ bytes }) => readMachine(bytes) !== platform.name).map(({ path }) => path);
  if (wrong.length > 0) throw new Error(`Expected machine code for ${platform.name} in ${wrong.join(', ')}`);
  const glibc = isWindows
    ? undefined
    : contents
        .flatMap(({ bytes }) => findGlibc(bytes) ?? [])
        .sort((a, b) => Number(a.slice(2)) - Number(b.slice(2)))
        .at(-1);
  put(join(folder, 'DOC-TRUOC.txt'), renderReadme({ version, platform, glibc }));
  const listed = contents.map(({ path, bytes }) => ({
    path,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }));
  const facts = { ketluan: version, platform: platform.name, node: NODE_VERSION, glibc: glibc ?? null };
  put(join(folder, 'NOI-DUNG.json'), `${JSON.stringify({ ...facts, machineCode: listed }, null, 2)}\n`);

  const size = files.reduce((sum, path) => sum + readFileSync(join(folder, path)).length, 0);
  const archive = sqliteArchive(versionOf('node_modules', 'better-sqlite3'), platform);
  return { folder, megabytes: Math.round(size / 1e6), missing: compareWithList(platform, machineCode), archive };
};

const Lists = z.record(z.string(), z.array(z.string()));

/** What is missing of the stored list; throws for machine code that nobody listed. */
const compareWithList = ({ name }: Platform, found: readonly string[]): readonly string[] => {
  const list = Lists.parse(readJson(packageFile('bundle', 'native-files.json')))[name] ?? [];
  const strange = found.filter((path) => !list.includes(path));
  if (strange.length > 0)
    throw new Error(`Expected only the files of bundle/native-files.json, found ${strange.join(', ')}`);
  return list.filter((path) => !found.includes(path));
};
