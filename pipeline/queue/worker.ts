import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { PipelineError, toPipelineError } from '../base/errors.js';
import type { FileReader, OnPage } from '../file-reader.js';
import type { PageHelp } from '../isolate/page-help.js';
import type { QueueAddress } from './address.js';
import { closeRedis, openRedis } from './connect.js';
import { placeHere, type SharedFolder } from './folders.js';
import { KeptReaders } from './kept-readers.js';
import { LIFETIME, PREFIX, QUEUE, resultKey, toldKey } from './keys.js';
import { PageExchange } from './page-exchange.js';
import { announce, type Presence, requireSameVersions } from './presence.js';
import { readJob } from './read-job.js';
import { tellEnd } from './tell-end.js';
import type { Versions } from './versions.js';
import { FileJob, type Outcome, packOutcome, type ReadingSettings, type Told } from './wire.js';
import { makeWorkFolder } from './work-folder.js';

/** What a worker tells whoever started it. Paths, never a word of a paper. */
export type WorkerEvent =
  | { readonly kind: 'ready' | 'connection-lost' | 'connection-back' }
  | { readonly kind: 'begin' | 'read' | 'handed-back' | 'taken-away'; readonly path: string }
  | { readonly kind: 'failed' | 'trouble'; readonly path: string; readonly error: PipelineError };

/** Figures of a worker, as they stand now. */
export interface WorkerFigures {
  readonly capacity: number;
  readonly busy: number;
  readonly done: number;
  readonly failed: number;
  readonly pages: number;
  /** Pages of files that other workers read. */
  readonly helped: number;
}

export interface WorkerOptions {
  readonly address: QueueAddress;
  readonly versions: Versions;
  /**
   * Makes a reader for the files of one run; onPage is told of pages by the path that the reader was given, `help` is given
   * where idle workers may read pages of long scans.
   */
  readonly openReader: (settings: ReadingSettings, onPage: OnPage, help: PageHelp | undefined) => FileReader;
  /** Files at a time. */
  readonly concurrency: number;
  readonly folders?: readonly SharedFolder[] | undefined;
  /** Where files that come over the queue may lie while they are read. */
  readonly temporaryFolder: string;
  /** Seconds of silence after which a job is given to another worker; 30 when not given. The same on all workers. */
  readonly lostAfterSeconds?: number | undefined;
  /** Takes no more jobs, and ends when those in hand are done. */
  readonly stop: AbortSignal;
  /** Hands back what is in hand, and ends. */
  readonly drop?: AbortSignal | undefined;
  readonly onEvent?: ((event: WorkerEvent) => void) | undefined;
  /** Given once, at the start: asks for the figures. */
  readonly onFigures?: ((figures: () => WorkerFigures) => void) | undefined;
}

const LOST_AFTER_SECONDS = 30;
/** Milliseconds at most between two looks for jobs whose worker is silent. */
const LOOK_MS = 10_000;
/** How often a job may take its worker down with it, or its worker be lost, before it is told as dead: begun three times. */
const MOST_LOSSES = 2;
/** Milliseconds for which an orderly end is waited for once everything in hand was handed back. */
const LAST_MS = 3000;
const AGAIN_MS = 1000;
const STOP_LOOK_MS = 100;

/** Trouble, not a failure: whoever feeds hands over the settings again, and the file. */
const unknownSettings = (): PipelineError =>
  new PipelineError(
    'file-unreadable',
    {
      vi: 'Hàng đợi đã mất các thiết lập của lượt nạp.',
      en: 'The queue lost the settings of the run.',
    },
    { vi: 'Chạy lại cùng lệnh nạp.', en: 'Run the same command again.' },
  );

const anyOf = (...signals: readonly (AbortSignal | undefined)[]): AbortSignal =>
  AbortSignal.any(signals.filter((one) => one !== undefined));

/** One worker on its way. */
class QueueWorker {
  readonly #readers: KeptReaders;
  readonly #exchange: PageExchange;
  /** Jobs in work, whose feeders are told of pages. */
  readonly #pages = new Map<string, FileJob>();
  readonly #tally = { busy: 0, done: 0, failed: 0, pages: 0 };
  readonly #worker: Worker<FileJob>;
  /** What ended this worker, other than being asked. */
  #failure: PipelineError | undefined;
  readonly #ended = new AbortController();

  constructor(
    readonly options: WorkerOptions,
    readonly redis: Redis,
    hearing: Redis,
    readonly workFolder: string,
  ) {
    const lost = (options.lostAfterSeconds ?? LOST_AFTER_SECONDS) * 1000;
    this.#exchange = new PageExchange(redis, hearing, lost);
    const onPage: OnPage = (path, done, of) => this.#tellPage(path, done, of);
    this.#readers = new KeptReaders(redis, options.versions, (settings, hash) => {
      const { sharedOver } = settings;
      const help = sharedOver === undefined ? undefined : this.#exchange.helpFor(hash, sharedOver);
      return options.openReader(settings, onPage, help);
    });
    // The third parameter asks BullMQ for a signal; without one nothing could be stopped that was given away.
    this.#worker = new Worker<FileJob>(QUEUE, (job, token = '', signal) => this.#process(job, token, signal), {
      connection: redis,
      prefix: PREFIX,
      concurrency: options.concurrency,
      lockDuration: lost,
      // Whoever looks first looks for all: one that is patient with itself must not make the others wait.
      stalledInterval: Math.min(lost, LOOK_MS),
      maxStalledCount: MOST_LOSSES,
      autorun: false,
    });
    // Lost connections and locks are told by their own events; an error of a job is no news here.
    this.#worker.on('error', () => undefined);
    this.#worker.on('lockRenewalFailed', (ids) => {
      for (const id of ids) this.#worker.cancelJob(id);
    });
  }

  get figures(): WorkerFigures {
    return { capacity: this.options.concurrency, ...this.#tally, helped: this.#exchange.read };
  }

  /** Takes jobs until it is stopped. Rejects with what is wrong with this machine. */
  async run(): Promise<void> {
    const { concurrency, stop, drop, onEvent } = this.options;
    const stopped = anyOf(stop, this.#ended.signal, drop);
    this.#worker.run().catch(() => undefined);
    const lanes = {
      count: concurrency,
      isFree: (taken: number) => this.#tally.busy + taken < concurrency,
      stop: stopped,
      drop: anyOf(drop, this.#ended.signal),
    };
    this.#exchange.run(this.#readers, lanes).catch((error: unknown) => this.#fail(toPipelineError(error)));
    onEvent?.({ kind: 'ready' });
    if (!stopped.aborted) await new Promise((resolve) => stopped.addEventListener('abort', resolve, { once: true }));
    await this.#close();
    this.#exchange.close();
    await this.#readers.close();
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Ends in order; over a lost connection as soon as nothing is in hand, or what is in hand was to be handed back. */
  async #close(): Promise<void> {
    const { drop } = this.options;
    const isLost = (): boolean => this.redis.status !== 'ready';
    const isOver = (): boolean => this.#tally.busy + this.#exchange.reading === 0 || drop?.aborted === true;
    while (isLost() && !isOver()) await wait(STOP_LOOK_MS);
    // By force where nobody answers: BullMQ would wait for its connection, and keep the process.
    const closing = this.#worker.close(isLost());
    const pages = async (): Promise<void> => {
      while (this.#exchange.reading > 0) await wait(STOP_LOOK_MS);
    };
    const late = async (): Promise<void> => {
      // Counted anew when something comes in hand after all: the next job is asked for together with the end of one.
      for (let left = LAST_MS; left > 0; left = isOver() ? left - STOP_LOOK_MS : LAST_MS)
        await wait(STOP_LOOK_MS, undefined, { ref: !isOver() });
    };
    await Promise.race([Promise.all([closing, pages()]), late()]);
  }

  async #process(job: Job<FileJob>, token: string, lost?: AbortSignal): Promise<null> {
    const id = job.id ?? '';
    // Read before by a worker that ended between telling it and closing the job.
    if ((await this.redis.exists(resultKey(id))) === 1) return null;
    const asked = FileJob.parse(job.data);
    const { path } = asked.file;
    const { drop, onEvent } = this.options;
    this.#tally.busy += 1;
    onEvent?.({ kind: 'begin', path });
    const signal = anyOf(lost, drop, this.#ended.signal);
    try {
      const outcome = await this.#read(id, asked, signal);
      if (await this.#tell(id, token, asked, outcome, signal)) return this.#count(path, outcome);
    } catch (error) {
      if (lost?.aborted === true) return this.#giveUp(path);
      // Not asked to stop: this machine can read nothing more.
      if (!signal.aborted) this.#fail(toPipelineError(error));
      await job.moveToWait(token);
      onEvent?.({ kind: 'handed-back', path });
      throw new WaitingError();
    } finally {
      this.#tally.busy -= 1;
      this.#pages.delete(id);
    }
    return this.#giveUp(path);
  }

  /** Another worker has the job: BullMQ is told of a failure that it does not take from this one any more. */
  #giveUp(path: string): never {
    this.options.onEvent?.({ kind: 'taken-away', path });
    throw new Error('taken away');
  }

  #fail(error: PipelineError): void {
    this.#failure ??= error;
    this.#ended.abort();
  }

  async #read(id: string, asked: FileJob, signal: AbortSignal): Promise<Outcome> {
    const places = { folders: this.options.folders ?? [], workFolder: this.workFolder };
    const outcome = await this.#readers.use(asked.settings, (reader) => {
      this.#pages.set(id, asked);
      return readJob(this.redis, asked, reader, places, signal);
    });
    return outcome ?? { kind: 'trouble', error: unknownSettings() };
  }

  #tellPage(path: string, done: number, of: number): void {
    const { folders = [] } = this.options;
    for (const [job, { file, feeder }] of this.#pages) {
      if (path !== file.path && path !== placeHere(file.path, folders)) continue;
      const told: Told = { kind: 'page', job, done, of };
      const asked = this.redis.multi().rpush(toldKey(feeder), JSON.stringify(told));
      asked
        .pexpire(toldKey(feeder), LIFETIME.told)
        .exec()
        .catch(() => undefined);
    }
  }

  /** True when it is told; false when the job is no longer this worker's. Tried again for as long as it is. */
  async #tell(id: string, token: string, { feeder }: FileJob, outcome: Outcome, signal: AbortSignal): Promise<boolean> {
    const packed = await packOutcome(outcome);
    const told: Told = { kind: 'end', job: id };
    const ending = {
      key: resultKey(id),
      value: packed,
      lifetime: LIFETIME.result,
      list: toldKey(feeder),
      told: JSON.stringify(told),
      listLifetime: LIFETIME.told,
    };
    for (;;) {
      try {
        // The lock is BullMQ's own.
        return await tellEnd(this.redis, { key: `${this.#worker.toKey(id)}:lock`, token }, ending);
      } catch {
        // Redis is full, or just starting.
        await wait(AGAIN_MS, undefined, { signal });
      }
    }
  }

  #count(path: string, outcome: Outcome): null {
    const { onEvent } = this.options;
    if (outcome.kind === 'done') {
      this.#tally.done += 1;
      this.#tally.pages += outcome.read.repaired.pages.length;
      onEvent?.({ kind: 'read', path });
    } else {
      this.#tally.failed += 1;
      onEvent?.({ kind: outcome.kind, path, error: outcome.error });
    }
    return null;
  }
}

/**
 * Reads files for whoever feeds the queue, until it is stopped. Rejects with `queue-unreachable`, with `queue-mismatch` where
 * somebody there reads otherwise, and with what is wrong with this machine. — máy đọc
 */
export const runWorker = async (options: WorkerOptions): Promise<void> => {
  const { address, versions, onEvent } = options;
  const redis = await openRedis(address, (isUp) => onEvent?.({ kind: isUp ? 'connection-back' : 'connection-lost' }));
  let hearing: Redis | undefined;
  let presence: Presence | undefined;
  let workFolder: string | undefined;
  try {
    await requireSameVersions(redis, versions);
    hearing = await openRedis(address);
    workFolder = await makeWorkFolder(options.temporaryFolder);
    const worker = new QueueWorker(options, redis, hearing, workFolder);
    options.onFigures?.(() => worker.figures);
    presence = await announce(redis, 'worker', versions, () => worker.figures);
    await worker.run();
  } finally {
    await presence?.leave().catch(() => undefined);
    if (hearing !== undefined) closeRedis(hearing);
    closeRedis(redis);
    if (workFolder !== undefined) await rm(workFolder, { recursive: true, force: true });
  }
};
