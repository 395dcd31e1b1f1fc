import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import type { FileInfo } from '../../schemas/stages.js';
import type { SecrecyPolicy } from '../base/contract.js';
import { PipelineError } from '../base/errors.js';
import type { FileReader, OnPage, ReadFile, RemoteReading } from '../file-reader.js';
import type { IsolatedReader } from '../isolate/isolated-reader.js';
import type { QueueAddress } from './address.js';
import { closeRedis, openRedis } from './connect.js';
import { Exchange } from './exchange.js';
import { Gate } from './gate.js';
import { LIFETIME, settingsKey, shortHash } from './keys.js';
import { noSecrets } from './no-secrets.js';
import { dropPieces, type Pieces, piecesOf, sendPieces } from './pieces.js';
import { announce, listParticipants, type Presence, requireSameVersions } from './presence.js';
import type { FileJob, Outcome, ReadingSettings } from './wire.js';

/** What the machine that ingests is told of the queue, for whoever waits there. */
export type QueueNotice = 'no-worker' | 'worker-there' | 'connection-lost' | 'connection-back';

/** Figures of a run over the queue, as they stand now. */
export interface FeederFigures {
  /** Files handed over and not yet read. */
  readonly inQueue: number;
  /** Files that may be handed over at a time. */
  readonly room: number;
  readonly workers: number;
  readonly read: number;
  readonly pages: number;
  readonly failed: number;
  /** Files that were handed over once more, after trouble on a worker. */
  readonly again: number;
}

export interface RedisReaderOptions {
  readonly address: QueueAddress;
  /** Whose files these are: equal for one database on one machine, so that a run finds what the one before it had read. */
  readonly feed: string;
  readonly settings: ReadingSettings;
  readonly secrecy: SecrecyPolicy;
  readonly onPage?: OnPage | undefined;
  readonly onNotice?: ((notice: QueueNotice) => void) | undefined;
  /** Asks files for a mark in their text before their bytes go over the queue; without it files are opened at their paths. */
  readonly door?: IsolatedReader | undefined;
  /** Seconds before the second try after trouble on a worker; each further one waits four times as long. 1 when not given. */
  readonly retrySeconds?: number | undefined;
  /** Seconds between two looks at what is waited for. 5 when not given. */
  readonly lookSeconds?: number | undefined;
}

/** Tries of one file where workers' machines have trouble with it: after 1, 4 and 16 seconds. */
const MOST_TRIES = 4;
const GROWTH = 4;
/** For each file that is being read one lies ready; a few where no worker is known yet. */
const READY_PER_READING = 2;
const LEAST_ROOM = 8;
const MOST_ROOM = 512;
/** Milliseconds until a file is sent anew that Redis had no room for. */
const FULL_MS = 1000;
/** Bytes in the queue at a time, where files go over it. */
const MOST_PIECE_BYTES = 256 * 1024 * 1024;

/** Reads files on the workers of a queue. Whatever it is told twice, or late, a file comes to one end here. */
export class RedisReader implements FileReader {
  readonly ahead = 0;
  readonly remote: RemoteReading;
  readonly #options: RedisReaderOptions;
  readonly #redis: Redis;
  readonly #hearing: Redis;
  readonly #presence: Presence;
  readonly #exchange: Exchange;
  readonly #settings: string;
  readonly #gate = new Gate(LEAST_ROOM);
  readonly #bytes = new Gate(MOST_PIECE_BYTES);
  readonly #closing = new AbortController();
  readonly #tally = { workers: 1, read: 0, pages: 0, failed: 0, again: 0 };

  /** Joins the queue. Rejects with `queue-unreachable` or `queue-mismatch`. */
  static async open(options: RedisReaderOptions): Promise<RedisReader> {
    const { address, settings, onNotice } = options;
    const redis = await openRedis(address, (isUp) => onNotice?.(isUp ? 'connection-back' : 'connection-lost'));
    const hearing = await openRedis(address);
    try {
      await requireSameVersions(redis, settings.versions);
      let made: RedisReader | undefined;
      const count = () => ({
        capacity: 0,
        busy: made?.figures.inQueue ?? 0,
        done: made?.figures.read ?? 0,
        failed: made?.figures.failed ?? 0,
      });
      made = new RedisReader(options, redis, hearing, await announce(redis, 'feeder', settings.versions, count));
      await made.#keepUp();
      void made.#lookNowAndThen();
      return made;
    } catch (error) {
      closeRedis(redis);
      closeRedis(hearing);
      throw error;
    }
  }

  private constructor(options: RedisReaderOptions, redis: Redis, hearing: Redis, presence: Presence) {
    this.#options = options;
    this.#redis = redis;
    this.#hearing = hearing;
    this.#presence = presence;
    this.#exchange = new Exchange(redis, hearing, presence.id, options.onPage);
    this.#settings = shortHash(options.settings);
    this.remote = {
      room: (signal) => {
        // One listener for each file that waits.
        setMaxListeners(0, signal);
        return this.#gate.enter(1, signal);
      },
      settled: (file) => this.#exchange.settle(file),
    };
  }

  /** Figures for whoever measures. */
  get figures(): FeederFigures {
    return { ...this.#tally, inQueue: this.#exchange.size, room: this.#gate.size };
  }

  async read(
    file: FileInfo,
    signal: AbortSignal,
    raw?: Buffer,
    _bytes?: Uint8Array,
    secrecy: SecrecyPolicy = this.#options.secrecy,
  ): Promise<ReadFile> {
    try {
      if (secrecy === 'allow') throw noSecrets();
      const read = await this.#tryOften(
        { file, secrecy, settings: this.#settings, feeder: this.#presence.id },
        signal,
        raw,
      );
      this.#tally.read += 1;
      this.#tally.pages += read.repaired.pages.length;
      return read;
    } catch (error) {
      if (!signal.aborted) this.#tally.failed += 1;
      throw error;
    } finally {
      this.#gate.leave(1);
    }
  }

  async #tryOften(job: FileJob, signal: AbortSignal, raw?: Buffer): Promise<ReadFile> {
    for (let tries = 1; ; tries += 1) {
      const outcome = await this.#handOver(job, signal, raw);
      if (outcome.kind === 'done') return outcome.read;
      if (outcome.kind === 'failed' || tries === MOST_TRIES) throw outcome.error;
      this.#tally.again += 1;
      const seconds = (this.#options.retrySeconds ?? 1) * GROWTH ** (tries - 1);
      await wait(seconds * 1000, undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  async #handOver(job: FileJob, signal: AbortSignal, raw?: Buffer): Promise<Outcome> {
    const { door, feed } = this.#options;
    const { file, settings, secrecy } = job;
    const id = shortHash([feed, file.path, file.sha256, settings, secrecy]);
    const placed = raw === undefined ? job : { ...job, raw: raw.toString('base64') };
    if (door === undefined) return this.#exchange.waitFor(id, placed, signal);
    // Before a byte of it leaves this machine.
    await door.ask(file, signal, raw, secrecy);
    await this.#bytes.enter(file.byteLength, signal);
    const pieces = piecesOf(feed, file);
    const drop = (): Promise<void> => dropPieces(this.#redis, pieces, file.sha256);
    try {
      await this.#send(pieces, file, signal, raw, drop);
      return await this.#exchange.waitFor(id, { ...placed, pieces }, signal);
    } finally {
      this.#exchange.remove(drop);
      this.#bytes.leave(file.byteLength);
    }
  }

  /** Waits for as long as Redis is full: what half a file takes there is given back first, so that two never wait for each other. */
  async #send(
    pieces: Pieces,
    file: FileInfo,
    signal: AbortSignal,
    raw: Buffer | undefined,
    drop: () => Promise<void>,
  ): Promise<void> {
    for (;;) {
      try {
        await sendPieces(this.#redis, pieces, file, signal, raw);
        return;
      } catch (error) {
        if (signal.aborted || error instanceof PipelineError) throw error;
        await drop().catch(() => undefined);
        await wait(FULL_MS, undefined, { signal }).catch(() => signal.throwIfAborted());
      }
    }
  }

  /** What the workers need stays there; how much may lie ready hangs on how many there are. */
  async #keepUp(): Promise<void> {
    const { settings, onNotice } = this.#options;
    await this.#redis.set(settingsKey(this.#settings), JSON.stringify(settings), 'PX', LIFETIME.settings);
    const workers = (await listParticipants(this.#redis)).filter(({ role }) => role === 'worker');
    const capacity = workers.reduce((sum, worker) => sum + worker.capacity, 0);
    this.#gate.resize(Math.min(Math.max(capacity * READY_PER_READING, LEAST_ROOM), MOST_ROOM));
    if (workers.length > 0 !== this.#tally.workers > 0) onNotice?.(workers.length > 0 ? 'worker-there' : 'no-worker');
    this.#tally.workers = workers.length;
  }

  async #lookNowAndThen(): Promise<void> {
    const { signal } = this.#closing;
    const ms = (this.#options.lookSeconds ?? 5) * 1000;
    while (!signal.aborted) {
      await wait(ms, undefined, { signal }).catch(() => undefined);
      try {
        if (!signal.aborted) await this.#keepUp();
        if (!signal.aborted) await this.#exchange.lookAgain();
      } catch {
        // Asked again at the next look.
      }
    }
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#options.door?.close();
    await this.#exchange.close();
    await this.#presence.leave().catch(() => undefined);
    closeRedis(this.#hearing);
    closeRedis(this.#redis);
  }
}
