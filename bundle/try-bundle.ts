import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '../pipeline/base/package-root.js';

/** Words that put a program where no network is; undefined where this machine does not let us. */
const findNoNetwork = (): readonly string[] | undefined =>
  [
    ['unshare', '-n'],
    ['unshare', '-rn'],
  ].find(([program = '', ...args]) => spawnSync(program, [...args, 'true']).status === 0);

/** Packages in built code: `from 'sharp';` and `import('pdf-parse')`; our own files begin with a stop. */
const IMPORTED = /(?:\bfrom |\bimport\()'(@?[a-z][\w./@:-]*)'/gu;

/** Every package that the program imports, loaded by the bundle's own Node: what is missing of one shows at once. */
const loadPackages = (bundle: string): string => {
  const program = join(bundle, 'app', 'dist');
  const imported = readdirSync(program, { recursive: true, encoding: 'utf8' })
    .filter((name) => /^(?:schemas|language|pipeline|extractors|output|cli)\b.*\.js$/u.test(name))
    .flatMap((name) => [...readFileSync(join(program, name), 'utf8').matchAll(IMPORTED)])
    .map(([, specifier = '']) => specifier)
    .filter((specifier) => !specifier.startsWith('node:'));
  const probe = join(bundle, 'app', 'load-packages.mjs');
  writeFileSync(probe, [...new Set(imported)].map((name) => `await import(${JSON.stringify(name)});\n`).join(''));
  const { status, stderr } = spawnSync(join(bundle, 'node', 'node'), [probe], { encoding: 'utf8', env: { PATH: '' } });
  return status === 0 && imported.length > 10 ? '' : `ended with ${status}: ${stderr}`;
};

/** What was tried, and what came of it; `seen` is empty when it went as it should. */
export interface Trial {
  readonly what: string;
  readonly seen: string;
}

/**
 * Runs a bundle for this machine as a person would who copied it somewhere else: under a path with blanks and Vietnamese
 * letters, without PATH, without network where this machine allows that, from a folder of the person's own.
 */
export const tryBundle = (folder: string): { readonly trials: readonly Trial[]; readonly withoutNetwork: boolean } => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'ketluan bundle '));
  const bundle = join(elsewhere, "Nơi khác – 100 % 'thử' & (1)");
  const own = join(elsewhere, 'Thư mục của tôi');
  const paper = 'Kết luận "cầu treo" số 1.txt';
  const noNetwork = findNoNetwork();
  try {
    cpSync(folder, bundle, { recursive: true });
    mkdirSync(own);
    copyFileSync(join(bundle, 'app', 'fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), join(own, paper));
    const ketluan = (...args: readonly string[]): { status: number | null; stdout: string; told: string } => {
      const [program = '', ...rest] = [...(noNetwork ?? []), join(bundle, 'ketluan'), ...args];
      // unshare itself is found by our PATH; what it starts gets none.
      const started = spawnSync(program === 'unshare' ? '/usr/bin/unshare' : program, rest, {
        cwd: own,
        encoding: 'utf8',
        env: { PATH: '', HOME: own, TMPDIR: elsewhere },
      });
      return { ...started, told: `${started.stdout}\n${started.stderr}\n${started.error ?? ''}`.slice(-2000) };
    };
    const expectOk = (what: string, args: readonly string[], holds: (printed: string) => boolean): Trial => {
      const { status, stdout, told } = ketluan(...args);
      return { what, seen: status === 0 && holds(stdout) ? '' : `ended with ${status}: ${told}` };
    };
    const kinds = join(own, 'Nhiều loại tệp');
    cpSync(packageFile('fixtures', 'word'), kinds, { recursive: true });
    const isTaken = (printed: string): boolean => {
      const { counts } = JSON.parse(printed);
      return counts.quarantined + counts.skipped === 0 && counts.stored + counts['needs-review'] > 10;
    };
    const trials = [
      { what: 'every package loads', seen: loadPackages(bundle) },
      expectOk('doctor', ['doctor'], (printed) => printed.includes('✓') && !printed.includes('✗')),
      // Of the scan of 2006: only who reads it knows its number.
      expectOk('demo', ['demo'], (printed) => printed.includes('142-TB/HU')),
      expectOk('ingest of a file of the own folder', ['ingest', paper], (printed) => printed.includes('đã lưu')),
      expectOk('ingest of Word files', ['ingest', 'Nhiều loại tệp', '--any-text', '--json'], isTaken),
      ...['audit', 'status', 'documents', 'batches', 'verify'].map((name) => expectOk(name, [name], () => true)),
      expectOk('publish', ['publish', 'Bản chỉ đọc.db'], () => existsSync(join(own, 'Bản chỉ đọc.db'))),
      expectOk('search', ['search', '--json'], (printed) => JSON.parse(printed).hits.length > 0),
      ...['jsonl', 'csv', 'xlsx', 'ics', 'html'].map((format) =>
        expectOk(`export to ${format}`, ['export', '--format', format, '-o', `Bảng kê.${format}`], () =>
          existsSync(join(own, `Bảng kê.${format}`)),
        ),
      ),
      { what: 'database in the own folder', seen: existsSync(join(own, 'ketluan.db')) ? '' : 'not there' },
    ];
    return { trials, withoutNetwork: noNetwork !== undefined };
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
};
