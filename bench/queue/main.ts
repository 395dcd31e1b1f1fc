import { type ChildProcess, spawn } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { type FileReport, type IngestOptions, ingest, openDatabase } from '../../output/library.js';
import { createStoreBatch } from '../../output/store/store-batch.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { readModelCard, STAGE_VERSIONS } from '../../pipeline/base/provenance.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { createPlainReader, type FileReader, type ReadFile } from '../../pipeline/file-reader.js';
import { openFile } from '../../pipeline/intake/stage.js';
import { readQueueAddress } from '../../pipeline/queue/address.js';
import { packOutcome } from '../../pipeline/queue/wire.js';
import { runBatch } from '../../pipeline/run-batch.js';
import { readAs } from './fake-reader.js';
import type { FakeWorker } from './fake-worker.js';
import { OwnRedis } from './own-redis.js';

/*
 * `npm run bench -- queue`: `workers` reads scans on one and on two workers; `cost` measures the machine that feeds, with
 * workers that read nothing; `many 64` lets so many fake workers with a known reading time feed one database.
 */

const SLUG = 'kl-btv-thanh-uy-sap-xep';
const SCAN = packageFile('fixtures', 'documents', SLUG, 'scan.pdf');
const folder = mkdtempSync(join(tmpdir(), 'ketluan-bench-queue-'));
const redis = new OwnRedis();
const children: ChildProcess[] = [];

/** Starts a program of ours that says `ready` when it is. */
const start = (script: string, args: readonly string[], ready: string): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    child.stdout.on('data', (text: Buffer) => {
      if (text.includes(ready)) resolve(child);
    });
    child.once('exit', () => reject(new Error(`${script} ended`)));
  });

const startFake = (told: Omit<FakeWorker, 'url' | 'template' | 'lostAfterSeconds'>, template: string) =>
  start(
    packageFile('dist', 'bench', 'queue', 'fake-worker.js'),
    [JSON.stringify({ url: redis.url, template, lostAfterSeconds: 30, ...told } satisfies FakeWorker)],
    'ready',
  );

const endAll = async (): Promise<void> => {
  for (const child of children.splice(0)) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.removeAllListeners('exit').once('exit', () => undefined);
    child.kill('SIGKILL');
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500))]);
  }
};

/** What a made scan comes to, read with its recorded OCR. */
const readTemplate = async (): Promise<ReadFile> => {
  const { signal } = new AbortController();
  const ocr = await openRecordedOcr(recordingOf(SLUG));
  return createPlainReader(buildPipeline(), { ocr, signal }).read((await openFile(SCAN, signal)).file, signal);
};

/** Scans in a folder, each of bytes of its own behind the end of the PDF. */
const copyScans = (name: string, count: number): string => {
  const to = join(folder, name);
  mkdirSync(to);
  const bytes = readFileSync(SCAN);
  for (let i = 0; i < count; i++)
    writeFileSync(join(to, `${i}.pdf`), Buffer.concat([bytes, Buffer.from(`\n% ${i}\n`)]));
  return to;
};

interface Run {
  readonly reports: readonly FileReport[];
  readonly pages: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** One ingestion into a new database in this process; its processor time is that of all threads here, and of no child. */
const run = async (name: string, papers: string, more: Partial<IngestOptions> = {}): Promise<Run> => {
  const db = openDatabase(join(folder, `${name}.db`));
  const [cpu, began] = [process.cpuUsage(), performance.now()];
  const reports = await ingest(db, [papers], { now: () => new Date().toISOString(), ...more });
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - began) / 1000;
  db.close();
  const lost = reports.filter(({ result }) => result !== 'stored' && result !== 'needs-review');
  if (lost.length > 0) throw new Error(`Expected every paper stored, got ${lost.length} that were not`);
  const pages = reports.reduce((sum, report) => sum + report.pages, 0);
  return { reports, pages, seconds, cpuSeconds: (used.user + used.system) / 1e6 };
};

const onQueue = (): Partial<IngestOptions> => ({ queue: { address: readQueueAddress(redis.url) } });

const askMemory = async (): Promise<number> => {
  const line = redis.connect();
  const peak = /^used_memory_peak:(\d+)/mu.exec(await line.info('memory'))?.[1];
  line.disconnect();
  return Number(peak) / 1024 / 1024;
};

/** Real readings of scans: here with one and two jobs, and on one and two workers of one file at a time. */
const benchWorkers = async (): Promise<void> => {
  const papers = join(folder, 'scans');
  mkdirSync(papers);
  const documents = packageFile('fixtures', 'documents');
  for (const slug of readdirSync(documents).filter((one) => readdirSync(join(documents, one)).includes('scan.tif')))
    copyFileSync(join(documents, slug, 'scan.tif'), join(papers, `${slug}.tif`));
  const rates: string[] = [];
  const add = ({ pages, seconds }: Run, what: string): void => {
    rates.push(`${what} ${seconds.toFixed(1)} s (${(pages / seconds).toFixed(2)} pages/s)`);
  };
  for (const jobs of [1, 2]) add(await run(`here-${jobs}`, papers, { jobs }), `here, ${jobs} job(s)`);
  for (const count of [1, 2]) {
    const words = ['worker', '--queue', redis.url, '--concurrency', '1', '--lang', 'en'];
    for (let i = 0; i < count; i++) await start(packageFile('dist', 'cli', 'main.js'), words, 'ready');
    add(await run(`workers-${count}`, papers, onQueue()), `${count} worker(s)`);
    await endAll();
  }
  console.log(`scans, from start to end: ${rates.join('; ')}`);
};

const ROUNDS = 3;

/** The same papers opened, told apart and stored by this process without a queue: what was read of each lies ready. */
const storeHere = async (name: string, papers: string, template: ReadFile): Promise<number> => {
  const { signal } = new AbortController();
  const ready = new Map<string, ReadFile>();
  for (const one of readdirSync(papers)) {
    const { file } = await openFile(join(papers, one), signal);
    ready.set(file.sha256, readAs(template, file));
  }
  const reader: FileReader = {
    ahead: 0,
    read: async ({ sha256 }) => ready.get(sha256) ?? Promise.reject(new Error('unknown')),
    close: async () => undefined,
  };
  const db = openDatabase(join(folder, `${name}.db`));
  const cpu = process.cpuUsage();
  const made = { stageVersions: STAGE_VERSIONS, modelCard: readModelCard() };
  const sink = createStoreBatch(db, { roots: [papers], ...made, now: () => new Date().toISOString() });
  await runBatch([papers], reader, sink, { jobs: 4, retry: false, signal, onFile: (report) => sink.record(report) });
  const used = process.cpuUsage(cpu);
  db.close();
  return (used.user + used.system) / 1e6;
};

const inMs = (seconds: number): string => `${(seconds * 1000).toFixed(2)} ms`;

/** What feeding costs: papers that workers hand back at once, so that this process alone works. */
const benchCost = async (count: number): Promise<void> => {
  const read = await readTemplate();
  const template = join(folder, 'template.json');
  writeFileSync(template, JSON.stringify(read));
  const papers = copyScans('papers', count);
  const packed = (await packOutcome({ kind: 'done', read })).length;
  const plain = Buffer.byteLength(JSON.stringify(read));
  const pages = read.repaired.pages.length;
  console.log(
    `a page on its way: ${(plain / pages / 1024).toFixed(1)} kB of JSON, ${(packed / pages / 1024).toFixed(1)} kB packed`,
  );
  for (let i = 0; i < 2; i++) await startFake({ pageMs: 0, concurrency: 8 }, template);
  for (let round = 0; round < ROUNDS; round++) {
    const here = (await storeHere(`here-${round}`, papers, read)) / (count * pages);
    const { pages: all, seconds, cpuSeconds } = await run(`cost-${round}`, papers, onQueue());
    const each = cpuSeconds / all;
    console.log(
      `${count} files of ${pages} pages: ${inMs(each)} of CPU a page (bar 5 ms): ${inMs(here)} to store it, as without a queue, ` +
        `${inMs(each - here)} for the queue; ${(all / seconds).toFixed(0)} pages/s`,
    );
  }
  // A database without a paper takes 1.8 MB, which would count for much among few pages.
  const empty = join(folder, 'empty.db');
  openDatabase(empty).close();
  const bytes = (statSync(join(folder, 'cost-0.db')).size - statSync(empty).size) / (count * pages);
  console.log(`SQLite: ${(bytes / 1024).toFixed(1)} kB a page of scan, words and places of words among them`);
  console.log(`Redis at most ${(await askMemory()).toFixed(1)} MB`);
};

/** Workers in one process: each has lines of its own, as on a machine of its own. */
const WORKERS_IN_PROCESS = 8;
const PAGE_MS = 2000;
const FILES_PER_WORKER = 6;

/** So many workers, each with one file at a time and two seconds a page, feed one database. */
const benchMany = async (workers: number): Promise<void> => {
  const template = join(folder, 'template.json');
  const read = await readTemplate();
  writeFileSync(template, JSON.stringify(read));
  const papers = copyScans('papers', workers * FILES_PER_WORKER);
  for (let i = 0; i < workers / WORKERS_IN_PROCESS; i++)
    await startFake({ pageMs: PAGE_MS, concurrency: 1, workers: WORKERS_IN_PROCESS }, template);
  const { pages, seconds, cpuSeconds } = await run('many', papers, onQueue());
  const ideal = (PAGE_MS / 1000) * read.repaired.pages.length * FILES_PER_WORKER;
  console.log(
    `${workers} workers, ${PAGE_MS / 1000} s a page: ${pages} pages in ${seconds.toFixed(1)} s (${ideal.toFixed(1)} if nobody ever waited), ` +
      `${(pages / seconds).toFixed(1)} pages/s; the feeder takes ${((cpuSeconds / seconds) * 100).toFixed(0)} % of a core (bar 50 %); ` +
      `Redis at most ${(await askMemory()).toFixed(1)} MB`,
  );
};

const [what = 'cost', count] = process.argv.slice(2);
try {
  await redis.start();
  if (what === 'workers') await benchWorkers();
  else if (what === 'many') await benchMany(Number(count ?? 64));
  else await benchCost(Number(count ?? 200));
} finally {
  await endAll();
  await redis.remove();
  rmSync(folder, { recursive: true, force: true });
}
