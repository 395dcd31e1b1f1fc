import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest, openDatabase } from '../output/library.js';
import { packageFile } from '../pipeline/base/package-root.js';
import { readWord } from '../pipeline/engines/word/read-word.js';
import { middle, readCpu } from './figures.js';
import { makeWordPaper } from './word-papers.js';

const KINDS = ['txt', 'docx'] as const;
type Kind = (typeof KINDS)[number];

const ROUNDS = 3;
const PAGES = 4;
const LONG_PAGES = 200;

const ingestAll = async (kind: Kind, folder: string): Promise<void> => {
  const db = openDatabase(join(folder, `${kind}.db`));
  const reports = await ingest(db, [join(folder, kind)], { now: () => new Date().toISOString(), jobs: 2 });
  db.close();
  const stored = reports.filter(({ result }) => result === 'stored' || result === 'needs-review').length;
  if (stored !== reports.length) throw new Error(`Expected ${reports.length} papers stored, got ${stored}`);
};

const measure = (kind: Kind, folder: string): { readonly wall: number; readonly cpu: number } => {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${kind}.db${end}`), { force: true });
  const [cpu, started] = [readCpu('children'), performance.now()];
  const { status } = spawnSync(process.execPath, [packageFile('dist', 'bench', 'word.js'), kind, folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`Expected exit code 0 of the ${kind} run, got ${status}`);
  return { wall: (performance.now() - started) / 1000, cpu: readCpu('children') - cpu };
};

/** One long paper, read by the command in a process of its own: start, reading, extraction and saving. */
const measureLong = (folder: string): void => {
  mkdirSync(join(folder, 'long'));
  writeFileSync(join(folder, 'long', 'dai.docx'), makeWordPaper(2, LONG_PAGES));
  const started = performance.now();
  const main = packageFile('dist', 'cli', 'main.js');
  const args = [main, 'ingest', join(folder, 'long'), '--db', join(folder, 'long.db'), '--json'];
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  const seconds = (performance.now() - started) / 1000;
  const bytes = readFileSync(join(folder, 'long', 'dai.docx'));
  const reading = performance.now();
  const { length } = readWord(bytes).text;
  const alone = (performance.now() - reading) / 1000;
  console.log(
    `a .docx of ${LONG_PAGES} pages (${length} characters): ${alone.toFixed(2)} s to read, ${seconds.toFixed(2)} s by the whole command (exit ${status})`,
  );
};

/**
 * What it costs to take in papers as .docx, against the same texts as .txt: the two by turns, medians of processor time of all
 * processes and of time by the clock; and one long paper. `npm run bench -- word [papers]`
 */
const benchWord = (papers: number): void => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-bench-'));
  try {
    for (const kind of KINDS) mkdirSync(join(folder, kind));
    for (let i = 0; i < papers; i++) {
      const docx = makeWordPaper(i, PAGES);
      writeFileSync(join(folder, 'docx', `${i}.docx`), docx);
      writeFileSync(join(folder, 'txt', `${i}.txt`), readWord(docx).text);
    }
    const costs = new Map(KINDS.map((kind) => [kind, [] as { wall: number; cpu: number }[]]));
    for (let round = 0; round < ROUNDS; round++) for (const kind of KINDS) costs.get(kind)?.push(measure(kind, folder));
    for (const key of ['cpu', 'wall'] as const) {
      const [txt, docx] = KINDS.map((kind) => middle((costs.get(kind) ?? []).map((cost) => cost[key])));
      console.log(
        `${papers} papers of ${PAGES} pages, ${key}: .txt ${txt?.toFixed(2)} s, .docx ${docx?.toFixed(2)} s; speed of .docx ${((txt ?? 0) / (docx ?? 1)).toFixed(2)} of .txt`,
      );
    }
    measureLong(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('word.js')) {
  const [first = '1000', folder] = process.argv.slice(2);
  const kind = KINDS.find((one) => one === first);
  if (kind !== undefined && folder !== undefined) await ingestAll(kind, folder);
  else benchWord(Number(first));
}
