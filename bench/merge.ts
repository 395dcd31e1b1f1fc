import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type MergeReport, mergeDatabases } from '../output/merge/merge-databases.js';
import { fillDatabase } from './store.js';

const SELF = fileURLToPath(import.meta.url);
const at = new Date().toISOString();

const measure = async (what: string, parts: readonly string[], into: string): Promise<void> => {
  const cpu = process.cpuUsage();
  const start = performance.now();
  const report: MergeReport = await mergeDatabases(parts, { into, by: 'bench', at });
  const { user, system } = process.cpuUsage(cpu);
  const cpuSeconds = (user + system) / 1e6;
  console.log(
    `merge: ${what}: ${report.added} files added, ${report.known} there, ${cpuSeconds.toFixed(1)} CPU s ` +
      `(${(report.added / cpuSeconds).toFixed(0)} added a CPU second), ${((performance.now() - start) / 1000).toFixed(1)} s; ` +
      `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB, database ${(statSync(into).size / 1e6).toFixed(0)} MB`,
  );
};

/** `node dist/bench/merge.js [documents]`: two halves into a new database, then a third part with a tenth of known papers into it. */
const benchMerge = async (documents: number): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-bench-'));
  const [half, tenth] = [Math.floor(documents / 2), Math.floor(documents / 10)];
  const parts = [
    ['a.db', 0, half],
    ['b.db', half, documents],
    ['c.db', documents - tenth, documents + tenth],
  ] as const;
  try {
    const paths = parts.map(([name, from, to]) => {
      const path = join(folder, name);
      // In a process of its own: the memory that is measured is that of merging.
      execFileSync(process.execPath, [SELF, 'fill', path, String(from), String(to)]);
      return path;
    });
    const into = join(folder, 'all.db');
    await measure('two halves, new', paths.slice(0, 2), into);
    await measure('a third part, into what is there', paths.slice(2), into);
    await measure('all again', paths, into);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const [, , mode = '4000', path = '', from = '0', to = '0'] = process.argv;
if (mode === 'fill') fillDatabase(path, Number(to) - Number(from), Number(from));
else if (process.argv[1]?.endsWith('merge.js')) await benchMerge(Number(mode));
