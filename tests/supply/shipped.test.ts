import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageFile } from '../../pipeline/base/package-root.js';
import { allows } from './licence.js';

const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(packageFile(...path), 'utf8'));

const Dependencies = z.record(z.string(), z.string()).default({});
const Manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  dependencies: Dependencies,
});
const Own = Manifest.extend({
  allowScripts: z.record(z.string(), z.boolean()),
  overrides: z.record(z.string(), z.record(z.string(), z.string())),
});
const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      name: z.string().optional(),
      version: z.string(),
      license: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().default(false),
      hasInstallScript: z.boolean().default(false),
    }),
  ),
});

/** What may ship, each exception with its reason. */
const allowed = z
  .object({
    usual: z.array(z.string()),
    unusual: z.array(z.object({ packages: z.string(), licence: z.string(), reason: z.string() })),
    within: z.record(z.string(), z.object({ licence: z.string(), holds: z.string() })),
    installScripts: z.record(z.string(), z.object({ runs: z.boolean(), reason: z.string() })),
  })
  .parse(readJson('tests', 'supply', 'allowed.json'));

const own = Own.parse(readJson('package.json'));

const FOLDER = 'node_modules/';
/** Everything that `npm ci` may bring, for any machine, by the folder that it lies in; ourselves left out. */
const everything = Object.entries(Lock.parse(readJson('package-lock.json')).packages)
  .filter(([path]) => path !== '')
  .map(([path, entry]) => ({ path, folder: path.slice(path.lastIndexOf(FOLDER) + FOLDER.length), ...entry }));
const shipped = everything.filter(({ dev }) => !dev);

const matches = (name: string, pattern: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;

describe('licences of what ships', () => {
  it('are read rightly: an allowed one of several that may be chosen, each of several that hold together', () => {
    const told = [
      'MIT',
      'GPL-3.0',
      '(MIT OR GPL-3.0)',
      'MIT AND GPL-3.0',
      'MIT AND ISC',
      '',
      'mit',
      'SEE LICENSE IN X',
    ];
    expect(told.map((text) => allows(['MIT', 'ISC'], text))).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
      false,
      false,
    ]);
  });

  it('are usual ones, or stand in the list with their package', () => {
    expect(shipped.length).toBeGreaterThan(80);
    const strange = shipped
      .filter(({ license = '' }) => !allows(allowed.usual, license))
      .filter(
        ({ folder, license }) =>
          !allowed.unusual.some(({ packages, licence }) => matches(folder, packages) && licence === license),
      )
      .map(({ folder, license }) => `${folder}: ${license ?? 'none'}`);
    expect(strange).toEqual([]);
    const idle = allowed.unusual.filter(
      ({ packages, licence }) =>
        !shipped.some(({ folder, license }) => matches(folder, packages) && license === licence),
    );
    expect(idle).toEqual([]);
  });

  it('are those that the installed packages name, and the lock has the hash of each', () => {
    const installed = shipped.flatMap(({ path, folder, name, version, license }) => {
      const manifest = existsSync(packageFile(path, 'package.json'))
        ? Manifest.parse(readJson(path, 'package.json'))
        : undefined;
      const isSame = manifest?.name === (name ?? folder) && manifest.version === version;
      return isSame ? [{ folder, locked: license, named: manifest.license }] : [];
    });
    expect(installed.length).toBeGreaterThan(50);
    expect(installed.filter(({ locked, named }) => locked !== named)).toEqual([]);
    expect(everything.filter(({ integrity }) => integrity?.startsWith('sha512-') !== true)).toEqual([]);
  });

  it('of what lies inside a package under another one stand in the list', () => {
    const found = shipped.flatMap(({ path, folder }) => {
      if (!existsSync(packageFile(path))) return [];
      return readdirSync(packageFile(path), { recursive: true, encoding: 'utf8' })
        .map((name) => name.split(sep).join('/'))
        .filter((name) => /\/[^/]*(?:licen[cs]e|copying)[^/]*$/iu.test(name) && !name.includes(FOLDER))
        .filter((name) => !/\.(?:[cm]?js|ts|map|json)$/u.test(name))
        .map((name) => `${folder}/${name}`);
    });
    expect(found.sort()).toEqual(Object.keys(allowed.within).sort());
    const strange = Object.entries(allowed.within).filter(([, { licence }]) => !allows(allowed.usual, licence));
    expect(strange.map(([path]) => path)).toEqual([
      'pdfjs-dist/iccs/LICENSE',
      'pdfjs-dist/standard_fonts/LICENSE_LIBERATION',
    ]);
  });
});

describe('install scripts', () => {
  it('are those of the list, for building too, and none runs that the list does not let run', () => {
    const scripts = everything.filter(({ hasInstallScript }) => hasInstallScript).map(({ folder }) => folder);
    expect(scripts.sort()).toEqual(Object.keys(allowed.installScripts).sort());
    const runs = Object.entries(allowed.installScripts).map(([name, script]) => [name, script.runs]);
    expect(own.allowScripts).toEqual(Object.fromEntries(runs));
  });
});

describe('natural', () => {
  /** What its distances use of what the package asks for. */
  const USED = ['underscore'];

  it('brings none of the packages that it never loads here', () => {
    const { dependencies } = Manifest.parse(readJson('node_modules', 'natural', 'package.json'));
    expect([...Object.keys(own.overrides.natural ?? {}), ...USED].sort()).toEqual(Object.keys(dependencies).sort());
    // The queue's own client brings two of these names.
    const clients = /^(?:mongo|bson|pg|redis(?!-(?:errors|parser)$)|@redis|memjs|wordnet|sylvester|dotenv)/u;
    expect(shipped.filter(({ folder, name }) => clients.test(name ?? folder)).map(({ folder }) => folder)).toEqual([]);
  });

  it('loads, by the one sub-path that is imported, itself and what it uses', () => {
    const room = packageFile('language', 'writing');
    const asked = readdirSync(room, { encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .flatMap((name) => [...readFileSync(`${room}/${name}`, 'utf8').matchAll(/from '(natural[^']*)'/gu)])
      .map(([, specifier = '']) => specifier);
    expect(asked).toEqual(['natural/lib/natural/distance/index.js']);
    const script = `require(${JSON.stringify(asked[0])}); console.log(JSON.stringify(Object.keys(require.cache)))`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { cwd: packageFile(), encoding: 'utf8' });
    const loaded = z
      .array(z.string())
      .parse(JSON.parse(stdout))
      .map((path) => /.*[\\/]node_modules[\\/](?<name>[^\\/]+)/u.exec(path)?.groups?.name);
    expect([...new Set(loaded)].sort()).toEqual(['natural', ...USED]);
  });
});
