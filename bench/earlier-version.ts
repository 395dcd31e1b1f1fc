import { spawnSync } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SearchRequest } from '../output/search/request.js';
import { packageFile } from '../pipeline/base/package-root.js';

/** The state that was measured and tried by users as version 0.1.0. */
export const VERSION_0_1_0 = '4c8be6d';

const run = (program: string, args: readonly string[], cwd: string): boolean =>
  spawnSync(program, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;

/** An earlier version, built beside the system's temporary files; undefined where git or that commit is not there. */
const buildEarlier = (commit: string): string | undefined => {
  const root = packageFile();
  const folder = join(tmpdir(), `ketluan-${commit}`);
  if (!existsSync(folder) && !run('git', ['worktree', 'add', '--detach', folder, commit], root)) return undefined;
  const modules = join(folder, 'node_modules');
  if (!existsSync(modules)) symlinkSync(packageFile('node_modules'), modules, 'junction');
  const compiler = packageFile('node_modules', 'typescript', 'bin', 'tsc');
  const isBuilt = existsSync(join(folder, 'dist', 'bench', 'store.js'));
  return isBuilt || run(process.execPath, [compiler, '-p', 'tsconfig.build.json'], folder) ? folder : undefined;
};

/** What of an earlier version is measured beside this one. */
export interface EarlierVersion {
  readonly fill: (path: string, documents: number) => unknown;
  /** Opens a database that `fill` made. */
  readonly open: (path: string) => { readonly find: (request: SearchRequest) => unknown; readonly close: () => void };
}

/** Version 0.1.0 as modules of its own, to be run in turn with this one. */
export const loadEarlier = async (): Promise<EarlierVersion | undefined> => {
  const folder = buildEarlier(VERSION_0_1_0);
  if (folder === undefined) return undefined;
  const load = (...path: readonly string[]): Promise<Record<string, (...args: unknown[]) => unknown>> =>
    import(pathToFileURL(join(folder, 'dist', ...path)).href);
  const [store, opener, searcher] = await Promise.all([
    load('bench', 'store.js'),
    load('output', 'store', 'open-database.js'),
    load('output', 'search', 'search.js'),
  ]);
  return {
    fill: (path, documents) => store.fillDatabase?.(path, documents),
    open: (path) => {
      const db = opener.openDatabase?.(path, { readonly: true }) as { close: () => void };
      return { find: (request) => searcher.search?.(db, request), close: () => db.close() };
    },
  };
};
