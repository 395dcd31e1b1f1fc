import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { createTesseractReader } from '../../pipeline/engines/ocr/tesseract-reader.js';
import type { ReadFile } from '../../pipeline/file-reader.js';
import { readQueueAddress } from '../../pipeline/queue/address.js';
import { readVersions } from '../../pipeline/queue/versions.js';
import { runWorker } from '../../pipeline/queue/worker.js';
import { createFakeReader } from './fake-reader.js';

/** What a fake worker is told, as JSON, by its one argument. */
export interface FakeWorker {
  readonly url: string;
  /** File with what every paper comes to. */
  readonly template: string;
  readonly pageMs: number;
  readonly concurrency: number;
  readonly lostAfterSeconds: number;
  /** Workers in this one process; one when not given. */
  readonly workers?: number;
  readonly fatal?: string;
  /** By how much this machine's clock is wrong, in milliseconds. */
  readonly clockOff?: number;
}

/*
 * A worker in a process of its own that reads nothing: it waits as long as a reading would take. It prints "ready", the
 * path of each file that it begins, and why it ended. For the bench, and for tests that end workers by force.
 */

const told: FakeWorker = JSON.parse(process.argv[2] ?? '{}');
const { clockOff = 0 } = told;
if (clockOff !== 0) {
  const right = Date.now.bind(Date);
  Date.now = () => right() + clockOff;
}

const template: ReadFile = JSON.parse(readFileSync(told.template, 'utf8'));
const stop = new AbortController();
const drop = new AbortController();
process.on('SIGTERM', () => (stop.signal.aborted ? drop : stop).abort());

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const run = (): Promise<void> =>
  runWorker({
    address: readQueueAddress(told.url),
    versions: readVersions(createTesseractReader().id),
    openReader: () =>
      createFakeReader({
        template,
        pageMs: told.pageMs,
        fatal: told.fatal,
        onBegin: ({ path }) => print(`begin ${path}`),
      }),
    concurrency: told.concurrency,
    lostAfterSeconds: told.lostAfterSeconds,
    temporaryFolder: tmpdir(),
    stop: stop.signal,
    drop: drop.signal,
    onEvent: (event) => print('path' in event ? `${event.kind} ${event.path}` : event.kind),
  });

await Promise.all(Array.from({ length: told.workers ?? 1 }, run));
print('ended');
