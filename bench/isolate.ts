import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest, openDatabase } from '../output/library.js';
import { PipelineError } from '../pipeline/base/errors.js';
import { packageFile } from '../pipeline/base/package-root.js';
import { middle, readCpu } from './figures.js';

const MODES = ['in-process', 'isolated'] as const;
type Mode = (typeof MODES)[number];

const ROUNDS = 3;

/** Papers of one to three pages, each with bytes of its own: the fixtures over and over with other numbers and days. */
export const writePapers = (folder: string, papers: number): void => {
  const slugs = readdirSync(packageFile('fixtures', 'documents'));
  const texts = slugs.map((slug) => readFileSync(packageFile('fixtures', 'documents', slug, 'text.txt'), 'utf8'));
  for (let i = 0; i < papers; i++) {
    const round = Math.floor(i / texts.length);
    const text = (texts[i % texts.length] ?? '')
      .replace(/(Số[:\s]{0,3})\d+/u, `$1${100 + i}`)
      .replace(/(?<!\d)(\d{1,2})(\/\d{1,2}\/20\d\d)/gu, (_, day, rest) => `${1 + ((Number(day) + round) % 27)}${rest}`);
    writeFileSync(join(folder, `${i}.txt`), `${text.trimEnd()}${' '.repeat(round)}\n`);
  }
};

const noOcr = (): PipelineError =>
  new PipelineError('ocr-failed', { vi: 'không có ảnh', en: 'no images here' }, { vi: '', en: '' });

/** An engine for papers without images. */
export const openNoOcr = () => ({ id: 'none', read: () => Promise.reject(noOcr()), close: () => Promise.resolve() });

/** One ingestion into a new database, in a process of its own. */
const ingestAll = async (mode: Mode, folder: string): Promise<void> => {
  const db = openDatabase(join(folder, `${mode}.db`));
  const reports = await ingest(db, [join(folder, 'papers')], {
    now: () => new Date().toISOString(),
    jobs: 2,
    ...(mode === 'in-process' ? { openOcr: openNoOcr } : {}),
  });
  db.close();
  const stored = reports.filter(({ result }) => result === 'stored' || result === 'needs-review').length;
  if (stored !== reports.length) throw new Error(`Expected ${reports.length} papers stored, got ${stored}`);
};

interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

const measure = (mode: Mode, folder: string): Cost => {
  for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `${mode}.db${end}`), { force: true });
  const [cpu, started] = [readCpu('children'), performance.now()];
  const script = packageFile('dist', 'bench', 'isolate.js');
  const { status } = spawnSync(process.execPath, [script, mode, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  if (status !== 0) throw new Error(`Expected exit code 0 of the ${mode} run, got ${status}`);
  return { wall: (performance.now() - started) / 1000, cpu: readCpu('children') - cpu };
};

/**
 * What it costs to read each text in a process of its own, against reading it in the one that stores it: processor time of
 * all processes together and time by the clock, the two by turns, medians. `npm run bench -- isolate [papers]`
 */
export const benchIsolate = (papers: number): void => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-bench-'));
  try {
    mkdirSync(join(folder, 'papers'));
    writePapers(join(folder, 'papers'), papers);
    const costs = new Map(MODES.map((mode) => [mode, [] as Cost[]]));
    for (let round = 0; round < ROUNDS; round++) for (const mode of MODES) costs.get(mode)?.push(measure(mode, folder));
    const of = (mode: Mode, key: keyof Cost): number => middle((costs.get(mode) ?? []).map((cost) => cost[key]));
    for (const key of ['cpu', 'wall'] as const) {
      const [plain, isolated] = [of('in-process', key), of('isolated', key)];
      console.log(
        `${papers} texts, ${key}: in-process ${plain.toFixed(2)} s, isolated ${isolated.toFixed(2)} s; ratio ${(isolated / plain).toFixed(2)}`,
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('isolate.js')) {
  const [first = '1000', folder] = process.argv.slice(2);
  const mode = MODES.find((one) => one === first);
  if (mode !== undefined && folder !== undefined) await ingestAll(mode, folder);
  else benchIsolate(Number(first));
}
