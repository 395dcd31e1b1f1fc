import { setImmediate, setTimeout as wait } from 'node:timers/promises';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import type { FileInfo } from '../../schemas/stages.js';
import { ERRORS, PipelineError, toPipelineError } from '../base/errors.js';
import type { OnPage } from '../file-reader.js';
import { PREFIX, QUEUE, resultKey, toldKey } from './keys.js';
import { keepPieces, lostPieces } from './pieces.js';
import { type FileJob, type Outcome, Told, unpackOutcome } from './wire.js';

/** Entries that BullMQ keeps of its own events; nobody here reads them. */
const KEPT_EVENTS = 100;
const HEAR_SECONDS = 5;
const HEAR_AT_ONCE = 64;
const HEAR_AGAIN_MS = 500;
/** Milliseconds for which removals are waited for at the end; what is not removed then ends by itself. */
const LAST_MS = 2000;

/** A file that is being waited for. */
interface Waiting {
  readonly job: FileJob;
  end(outcome: Outcome): void;
}

const diedOften = (): PipelineError =>
  new PipelineError(
    'reader-died',
    {
      vi: 'Máy đọc đã nhiều lần dừng đột ngột khi đọc tệp này.',
      en: 'The workers that read this file ended abruptly, several times.',
    },
    ERRORS['reader-died'].todo,
  );

/** The queue's own part of BullMQ, as feeders use it. A job is gone when it is done; a dead one stays until it is told. */
const openQueue = (redis: Redis): Queue<FileJob> => {
  const queue = new Queue<FileJob>(QUEUE, {
    connection: redis,
    prefix: PREFIX,
    streams: { events: { maxLen: KEPT_EVENTS } },
    defaultJobOptions: { attempts: 1, removeOnComplete: true, removeOnFail: false },
  });
  queue.on('error', () => undefined);
  return queue;
};

/**
 * Hands jobs over and hears of their ends. Everything it is told may come twice, late or never: how a job stands is what
 * lies in Redis, and what lies there no more is handed over again.
 */
export class Exchange {
  readonly #redis: Redis;
  /** A line of its own, on which it waits for what is told. */
  readonly #hearing: Redis;
  readonly #told: string;
  readonly #onPage: OnPage | undefined;
  readonly #queue: Queue<FileJob>;
  readonly #waiting = new Map<string, Waiting>();
  /** Jobs whose outcome lies in Redis until it is stored, by hash of the file. */
  readonly #unsettled = new Map<string, string>();
  readonly #settled: string[] = [];
  readonly #removals = new Set<Promise<unknown>>();
  #isClosed = false;

  constructor(redis: Redis, hearing: Redis, feeder: string, onPage?: OnPage) {
    this.#redis = redis;
    this.#hearing = hearing;
    this.#told = toldKey(feeder);
    this.#onPage = onPage;
    this.#queue = openQueue(redis);
    void this.#hear();
  }

  /** Files that are waited for. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Hands a job over and waits for its outcome; rejects with the reason of the signal. */
  async waitFor(id: string, job: FileJob, signal: AbortSignal): Promise<Outcome> {
    signal.throwIfAborted();
    let onAbort: (() => void) | undefined;
    try {
      return await new Promise<Outcome>((resolve, reject) => {
        const end = (outcome: Outcome): void => {
          this.#waiting.delete(id);
          resolve(outcome);
        };
        this.#waiting.set(id, { job, end });
        onAbort = () => reject(signal.reason);
        signal.addEventListener('abort', onAbort, { once: true });
        // What cannot be asked now is asked at the next look.
        this.#look([id]).catch(() => undefined);
      });
    } catch (error) {
      // Nobody waits for it any more; one that is being read comes to its end, and the next run finds it.
      this.remove(() => this.#queue.remove(id));
      throw error;
    } finally {
      if (onAbort !== undefined) signal.removeEventListener('abort', onAbort);
      this.#waiting.delete(id);
    }
  }

  /** Looks how everything stands that is waited for: what was lost is handed over again, what is in use is kept. */
  async lookAgain(): Promise<void> {
    for (const { job } of this.#waiting.values())
      if (job.pieces !== undefined) await keepPieces(this.#redis, job.pieces, job.file.sha256);
    if (this.#waiting.size > 0) await this.#look([...this.#waiting.keys()]);
  }

  /** What was read of the file is stored, or given up. */
  settle({ sha256 }: FileInfo): void {
    const id = this.#unsettled.get(sha256);
    this.#unsettled.delete(sha256);
    if (id === undefined) return;
    this.#settled.push(resultKey(id));
    // Files are stored in groups: what was read of one group is removed at once.
    if (this.#settled.length === 1)
      this.remove(async () => {
        await setImmediate();
        await this.#redis.del(...this.#settled.splice(0));
      });
  }

  /** Removes something that would end by itself later: nobody waits for it, and it may fail. */
  remove(start: () => Promise<unknown>): void {
    const done = start()
      .catch(() => undefined)
      .finally(() => this.#removals.delete(done));
    this.#removals.add(done);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#redis.status !== 'ready') return;
    this.remove(() => this.#redis.del(this.#told));
    await Promise.race([Promise.all(this.#removals), wait(LAST_MS, undefined, { ref: false })]);
  }

  async #look(ids: readonly string[]): Promise<void> {
    const asked = this.#redis.multi();
    for (const id of ids) {
      asked.exists(resultKey(id));
      asked.exists(this.#queue.toKey(id));
      asked.zscore(this.#queue.toKey('failed'), id);
    }
    const answers = (await asked.exec()) ?? [];
    for (const [i, id] of ids.entries()) {
      const [hasResult, hasJob, failedAt] = [0, 1, 2].map((j) => answers[3 * i + j]?.[1]);
      if (hasResult === 1) await this.#take(id);
      else if (typeof failedAt === 'string') await this.#bury(id);
      else if (hasJob === 0) await this.#add(id);
    }
  }

  async #add(id: string): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    const { pieces, file } = waiting.job;
    // Lost with Redis: they are sent anew with the next try.
    if (pieces !== undefined && !(await keepPieces(this.#redis, pieces, file.sha256)))
      waiting.end({ kind: 'trouble', error: lostPieces() });
    else await this.#queue.add('file', waiting.job, { jobId: id });
  }

  /** A job that took its worker down with it once too often. */
  async #bury(id: string): Promise<void> {
    await this.#queue.remove(id);
    this.#waiting.get(id)?.end({ kind: 'failed', error: diedOften() });
  }

  async #take(id: string): Promise<void> {
    const waiting = this.#waiting.get(id);
    if (waiting === undefined) return;
    const packed = await this.#redis.getBuffer(resultKey(id));
    if (packed === null) return;
    const { file } = waiting.job;
    const outcome = await unpackOutcome(packed, file).catch(
      (error: unknown): Outcome => ({ kind: 'failed', error: toPipelineError(error) }),
    );
    // Told twice, it was taken meanwhile.
    if (this.#waiting.get(id) !== waiting) return;
    // What was read stays in Redis until it is stored: should this process end before, the next finds it.
    if (outcome.kind === 'done') this.#unsettled.set(file.sha256, id);
    else await this.#redis.del(resultKey(id));
    waiting.end(outcome);
  }

  async #hear(): Promise<void> {
    while (!this.#isClosed) {
      try {
        const first = await this.#hearing.blpop(this.#told, HEAR_SECONDS);
        if (first === null) continue;
        const more = (await this.#hearing.lpop(this.#told, HEAR_AT_ONCE)) ?? [];
        await Promise.all([first[1], ...more].map((told) => this.#heed(told)));
      } catch {
        // What was not heard is found at the next look.
        if (!this.#isClosed) await wait(HEAR_AGAIN_MS);
      }
    }
  }

  async #heed(text: string): Promise<void> {
    const told = Told.parse(JSON.parse(text));
    if (told.kind === 'end') await this.#take(told.job);
    else {
      const waiting = this.#waiting.get(told.job);
      if (waiting !== undefined) this.#onPage?.(waiting.job.file.path, told.done, told.of);
    }
  }
}
