import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageFile } from '../pipeline/base/package-root.js';
import { drawGrowth, type Growth } from './draw-growth.js';
import { readCpu } from './figures.js';
import { writePapers } from './isolate.js';

/** Small numbers are measured several times, and the middle is taken: a start is short beside what disturbs it. */
const ROUNDS = 3;
const FEW = 100;

const ingest = (papers: string, db: string): Omit<Growth, 'documents'> => {
  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true });
  const [cpu, started] = [readCpu('children'), performance.now()];
  const script = packageFile('dist', 'cli', 'main.js');
  const { status } = spawnSync(process.execPath, [script, 'ingest', papers, '--db', db, '--jobs', '2', '--json'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`Expected exit code 0 of ketluan ingest, got ${status}`);
  return { cpu: readCpu('children') - cpu, wall: (performance.now() - started) / 1000 };
};

const measure = (folder: string, documents: number): Growth => {
  const papers = join(folder, `${documents}`);
  mkdirSync(papers);
  writePapers(papers, documents);
  const rounds = Array.from({ length: documents > FEW ? 1 : ROUNDS }, () => ingest(papers, join(folder, 'growth.db')));
  rmSync(papers, { recursive: true });
  const middle = rounds.sort((a, b) => a.cpu - b.cpu)[rounds.length >> 1] ?? { cpu: Number.NaN, wall: Number.NaN };
  return { documents, ...middle };
};

const row = ({ documents, cpu, wall }: Growth): string =>
  `| ${documents.toLocaleString('en')} | ${cpu.toFixed(1)} | ${((1000 * cpu) / documents).toFixed(1)} | ${wall.toFixed(1)} | ${(documents / wall).toFixed(0)} |`;

/**
 * `ketluan ingest --jobs 2` of 10, 100, 1,000 … papers of one to three pages, `most` at most, into a new database, start and end
 * of the command with it: a table, and docs/growth.svg. Processor time is told on Linux alone.
 */
export const benchGrowth = (most: number): void => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-bench-'));
  try {
    const points: Growth[] = [];
    console.log('| documents | CPU s | CPU ms each | wall s | a second |\n|---|---|---|---|---|');
    for (let documents = 10; documents <= most; documents *= 10) {
      const point = measure(folder, documents);
      points.push(point);
      console.log(row(point));
    }
    writeFileSync(packageFile('docs', 'growth.svg'), drawGrowth(points));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('growth.js')) benchGrowth(Number(process.argv[2] ?? 10_000));
