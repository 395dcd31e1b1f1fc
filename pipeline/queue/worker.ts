import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { type Job, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { PipelineError, toPipelineError } from '../base/errors.js';
import type { FileReader, OnPage } from '../file-reader.js';
import type { QueueAddress } from './address.js';
import { closeRedis, openRedis } from './connect.js';
import { placeHere, type SharedFolder } from './folders.js';
import { LIFETIME, PREFIX, QUEUE, resultKey, settingsKey, toldKey } from './keys.js';
import { announce, type Presence, requireSameVersions } from './presence.js';
import { readJob } from './read-job.js';
import { listDifferences, mismatch, type Versions } from './versions.js';
import { FileJob, type Outcome, packOutcome, ReadingSettings, type Told } from './wire.js';
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
}

export interface WorkerOptions {
  readonly address: QueueAddress;
  readonly versions: Versions;
  /** Makes a reader for the files of one run; onPage is told of pages by the path that the reader was given. */
  readonly openReader: (settings: ReadingSettings, onPage: OnPage) => FileReader;
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
/** Readers that are kept, each for the settings of one run. */
const KEPT_READERS = 3;
/** Milliseconds for which an orderly end is waited for once everything in hand was handed back. */
const LAST_MS = 3000;
const AGAIN_MS = 1000;
const STOP_LOOK_MS = 100;

/**
 * Puts what a file came to where its feeder finds it, and tells it, only while the job is still this worker's: one that
 * was slow and lost its job leaves nothing behind. The lock is BullMQ's own; both happen or neither.
 */
const TELL_END = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('RPUSH', KEYS[3], ARGV[4])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
return 1`;

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

/** A reader and how many files it has in hand. */
interface KeptReader {
  readonly reader: FileReader;
  users: number;
}

/** One worker on its way. */
class QueueWorker {
  readonly #readers = new Map<string, KeptReader>();
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
    readonly workFolder: string,
  ) {
    const lost = (options.lostAfterSeconds ?? LOST_AFTER_SECONDS) * 1000;
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
    return { capacity: this.options.concurrency, ...this.#tally };
  }

  /** Takes jobs until it is stopped. Rejects with what is wrong with this machine. */
  async run(): Promise<void> {
    const { stop, drop, onEvent } = this.options;
    const stopped = anyOf(stop, this.#ended.signal, drop);
    this.#worker.run().catch(() => undefined);
    onEvent?.({ kind: 'ready' });
    if (!stopped.aborted) await new Promise((resolve) => stopped.addEventListener('abort', resolve, { once: true }));
    await this.#close();
    for (const { reader } of this.#readers.values()) await reader.close();
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Ends in order; over a lost connection as soon as nothing is in hand, or what is in hand was to be handed back. */
  async #close(): Promise<void> {
    const { drop } = this.options;
    const isLost = (): boolean => this.redis.status !== 'ready';
    const isOver = (): boolean => this.#tally.busy === 0 || drop?.aborted === true;
    while (isLost() && !isOver()) await wait(STOP_LOOK_MS);
    // By force where nobody answers: BullMQ would wait for its connection, and keep the process.
    const closing = this.#worker.close(isLost());
    const late = async (): Promise<void> => {
      // Counted anew when something comes in hand after all: the next job is asked for together with the end of one.
      for (let left = LAST_MS; left > 0; left = isOver() ? left - STOP_LOOK_MS : LAST_MS)
        await wait(STOP_LOOK_MS, undefined, { ref: !isOver() });
    };
    await Promise.race([closing, late()]);
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
    const text = await this.redis.get(settingsKey(asked.settings));
    if (text === null) return { kind: 'trouble', error: unknownSettings() };
    const settings = ReadingSettings.parse(JSON.parse(text));
    const differences = listDifferences(this.options.versions, settings.versions);
    if (differences.length > 0) throw mismatch(settings.host, differences);
    const kept = this.#readerFor(asked.settings, settings);
    const places = { folders: this.options.folders ?? [], workFolder: this.workFolder };
    kept.users += 1;
    this.#pages.set(id, asked);
    try {
      return await readJob(this.redis, asked, kept.reader, places, signal);
    } finally {
      kept.users -= 1;
    }
  }

  #readerFor(hash: string, settings: ReadingSettings): KeptReader {
    const known = this.#readers.get(hash);
    if (known !== undefined) return known;
    for (const [old, { reader, users }] of this.#readers)
      if (this.#readers.size >= KEPT_READERS && users === 0) {
        this.#readers.delete(old);
        void reader.close();
      }
    const onPage: OnPage = (path, done, of) => this.#tellPage(path, done, of);
    const made = { reader: this.options.openReader(settings, onPage), users: 0 };
    this.#readers.set(hash, made);
    return made;
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
    const keys = [`${this.#worker.toKey(id)}:lock`, resultKey(id), toldKey(feeder)];
    const values = [token, packed, LIFETIME.result, JSON.stringify(told), LIFETIME.told];
    for (;;) {
      try {
        return (await this.redis.eval(TELL_END, keys.length, ...keys, ...values)) === 1;
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
  let presence: Presence | undefined;
  let workFolder: string | undefined;
  try {
    await requireSameVersions(redis, versions);
    workFolder = await makeWorkFolder(options.temporaryFolder);
    const worker = new QueueWorker(options, redis, workFolder);
    options.onFigures?.(() => worker.figures);
    presence = await announce(redis, 'worker', versions, () => worker.figures);
    await worker.run();
  } finally {
    await presence?.leave().catch(() => undefined);
    closeRedis(redis);
    if (workFolder !== undefined) await rm(workFolder, { recursive: true, force: true });
  }
};
