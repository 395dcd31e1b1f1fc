import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FakeWorker } from '../../../bench/queue/fake-worker.js';
import { type FileReport, type IngestOptions, ingest, openDatabase } from '../../../output/library.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { buildPipeline } from '../../../pipeline/build-pipeline.js';
import { createTesseractReader } from '../../../pipeline/engines/ocr/tesseract-reader.js';
import { createPlainReader, type FileReader, type ReadFile } from '../../../pipeline/file-reader.js';
import { openFile } from '../../../pipeline/intake/stage.js';
import { readQueueAddress } from '../../../pipeline/queue/address.js';
import { readVersions, type Versions } from '../../../pipeline/queue/versions.js';
import { runWorker, type WorkerEvent, type WorkerOptions } from '../../../pipeline/queue/worker.js';

/** The versions that a run of these tests feeds with. */
export const versions = (): Versions => readVersions(createTesseractReader().id);

const noOcr = { id: 'none', read: () => Promise.reject(new Error('no images')), close: async () => undefined };

/** A running worker inside the test's own process. */
export interface InnerWorker {
  readonly events: readonly WorkerEvent[];
  /** What it ended with, once it ended: undefined for an orderly end. */
  readonly ended: Promise<unknown>;
  stop(): Promise<unknown>;
}

/** A process that prints lines. */
export class Lines {
  readonly child: ChildProcess;
  text = '';
  readonly ended: Promise<void>;

  constructor(child: ChildProcess) {
    this.child = child;
    const add = (chunk: Buffer): void => {
      this.text += chunk.toString('utf8');
    };
    child.stdout?.on('data', add);
    child.stderr?.on('data', add);
    this.ended = new Promise((resolve) => child.once('close', () => resolve()));
  }

  async until(words: string, times = 1): Promise<void> {
    while (this.text.split(words).length <= times) {
      if (this.child.exitCode !== null) throw new Error(`ended before it said ${words}: ${this.text}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }
}

/** A folder with papers, a template of what is read of one, and all that runs over a queue; everything ends with it. */
export class QueueFixture {
  readonly folder = mkdtempSync(join(tmpdir(), 'ketluan-queue-'));
  readonly template = join(this.folder, 'template.json');
  readonly #running: (() => Promise<unknown>)[] = [];
  #read: ReadFile | undefined;

  /** Reads one paper, as what all others come to. */
  async prepare(): Promise<void> {
    const text = readFileSync(packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'), 'utf8');
    const path = join(this.folder, 'template.txt');
    writeFileSync(path, text);
    const { signal } = new AbortController();
    const reader = createPlainReader(buildPipeline(), { ocr: noOcr, signal });
    this.#read = await reader.read((await openFile(path, signal)).file, signal);
    writeFileSync(this.template, JSON.stringify(this.#read));
  }

  get read(): ReadFile {
    if (this.#read === undefined) throw new Error('not prepared');
    return this.#read;
  }

  /** A new folder with so many papers, each of bytes of its own. */
  papers(name: string, count: number): string {
    const folder = join(this.folder, name);
    mkdirSync(folder);
    for (let i = 0; i < count; i++)
      writeFileSync(join(folder, `${String(i).padStart(3, '0')}.txt`), `Kết luận ${name} ${i}\n`);
    return folder;
  }

  /** A worker in this process, over any reader. */
  worker(url: string, reader: FileReader, more: Partial<WorkerOptions> = {}): InnerWorker {
    const events: WorkerEvent[] = [];
    const stop = new AbortController();
    const drop = new AbortController();
    const ended = runWorker({
      address: readQueueAddress(url),
      versions: versions(),
      openReader: () => reader,
      concurrency: 1,
      temporaryFolder: this.folder,
      lostAfterSeconds: 1,
      stop: stop.signal,
      drop: drop.signal,
      onEvent: (event) => events.push(event),
      ...more,
    }).then(
      () => undefined,
      (error: unknown) => error,
    );
    const end = (): Promise<unknown> => {
      stop.abort();
      drop.abort();
      return ended;
    };
    this.#running.push(end);
    return { events, ended, stop: end };
  }

  /** A fake worker in a process of its own. */
  process(told: Omit<FakeWorker, 'template' | 'concurrency' | 'lostAfterSeconds'> & Partial<FakeWorker>): Lines {
    const all: FakeWorker = { template: this.template, concurrency: 1, lostAfterSeconds: 1, ...told };
    return this.spawn([packageFile('dist', 'bench', 'queue', 'fake-worker.js'), JSON.stringify(all)]);
  }

  /** The command itself. */
  ketluan(...words: readonly string[]): Lines {
    return this.spawn([packageFile('dist', 'cli', 'main.js'), ...words]);
  }

  spawn(words: readonly string[]): Lines {
    const lines = new Lines(spawn(process.execPath, words, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] }));
    this.#running.push(() => lines.kill());
    return lines;
  }

  /** Takes papers in over a queue. */
  async ingest(
    name: string,
    paths: readonly string[],
    queue: Partial<IngestOptions['queue']> & { readonly url: string },
    more: Partial<IngestOptions> = {},
  ): Promise<readonly FileReport[]> {
    const { url, ...place } = queue;
    const db = openDatabase(join(this.folder, name));
    try {
      return await ingest(db, paths, {
        now: () => '2026-11-27T08:00:00+07:00',
        queue: { address: readQueueAddress(url), retrySeconds: 0.05, lookSeconds: 0.2, ...place },
        ...more,
      });
    } finally {
      db.close();
    }
  }

  /** How often each hash is stored: every paper once. */
  count(name: string): { readonly files: number; readonly documents: number } {
    const db = openDatabase(join(this.folder, name), { readonly: true });
    try {
      const ask = (sql: string): number => Number(db.prepare(sql).pluck().get());
      return {
        files: ask(`SELECT count(*) FROM file WHERE status <> 'quarantined'`),
        documents: ask('SELECT count(*) FROM document'),
      };
    } finally {
      db.close();
    }
  }

  /** Ends what still runs. */
  async settle(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((end) => end()));
  }

  async remove(): Promise<void> {
    await this.settle();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
