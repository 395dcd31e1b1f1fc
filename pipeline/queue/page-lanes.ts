import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { ERRORS, PipelineError } from '../base/errors.js';
import { hashBytes } from '../intake/stage.js';
import type { KeptReaders } from './kept-readers.js';
import { LIFETIME, mailKey, pageKey, pageLockKey, pageReadKey, SPARE } from './keys.js';
import type { HandedPage, Mail, Mailbox } from './page-mail.js';
import { dropLock, keepLock, type Lock, tellEnd } from './tell-end.js';
import { pack } from './wire.js';

/** Milliseconds between two looks for pages while there are none, and until a question is given up. */
const IDLE_MS = 1000;
const ANSWER_MS = 10_000;
/** Parts of the time after which a silent worker loses its page: two signs may be missed. */
const SIGNS = 3;

export interface LaneOptions {
  /** Pages at a time. */
  readonly count: number;
  /** True while this worker has room for one more, beside so many pages that are asked for or read. */
  readonly isFree: (taken: number) => boolean;
  /** Milliseconds after which a page is given to another worker whose reader is silent. */
  readonly lostMs: number;
  /** Takes no more pages. */
  readonly stop: AbortSignal;
  /** Gives up those in hand. */
  readonly drop: AbortSignal;
}

/** Reads pages of long scans that other workers hold, while this one has nothing else to do. */
export class PageLanes {
  readonly #redis: Redis;
  readonly #mailbox: Mailbox;
  readonly #readers: KeptReaders;
  readonly #options: LaneOptions;
  readonly #asked = new Map<number, (answer: HandedPage | undefined) => void>();
  #lastAsk = 0;
  /** Lanes that ask or read. */
  #taken = 0;
  /** Pages in hand, and pages that were read. */
  reading = 0;
  read = 0;

  constructor(redis: Redis, mailbox: Mailbox, readers: KeptReaders, options: LaneOptions) {
    this.#redis = redis;
    this.#mailbox = mailbox;
    this.#readers = readers;
    this.#options = options;
  }

  /** Looks for pages until it is stopped. Rejects with what is wrong with this machine. */
  async run(): Promise<void> {
    // One listener for each lane.
    setMaxListeners(0, this.#options.stop);
    await Promise.all(Array.from({ length: this.#options.count }, () => this.#runLane()));
  }

  /** An answer to a question of this worker. */
  hear(mail: Extract<Mail, { kind: 'page' | 'none' }>): void {
    const take = this.#asked.get(mail.ask);
    this.#asked.delete(mail.ask);
    if (take !== undefined) take(mail.kind === 'page' ? mail : undefined);
    // Too late: it is read where it came from.
    else if (mail.kind === 'page') void this.#decline(mail);
  }

  async #runLane(): Promise<void> {
    const { stop, isFree } = this.#options;
    while (!stop.aborted) {
      const isHelping = isFree(this.#taken) && (await this.#helpOnce());
      if (!isHelping) await wait(IDLE_MS, undefined, { signal: stop }).catch(() => undefined);
    }
  }

  /** True when a page was read. */
  async #helpOnce(): Promise<boolean> {
    this.#taken += 1;
    try {
      const handed = await this.#ask().catch(() => undefined);
      return handed !== undefined && (await this.#readHanded(handed));
    } finally {
      this.#taken -= 1;
    }
  }

  async #ask(): Promise<HandedPage | undefined> {
    const holder = await this.#redis.srandmember(SPARE);
    if (holder === null || this.#options.stop.aborted) return undefined;
    this.#lastAsk += 1;
    const ask = this.#lastAsk;
    const ended = new AbortController();
    const answer = new Promise<HandedPage | undefined>((resolve) => this.#asked.set(ask, resolve));
    const giveUp = async (): Promise<undefined> => {
      await wait(ANSWER_MS, undefined, { signal: ended.signal });
      this.#asked.delete(ask);
      // Whoever is there says again that it has pages.
      await this.#redis.srem(SPARE, holder);
    };
    try {
      await this.#mailbox.send(holder, { kind: 'ask', ask, from: this.#mailbox.id });
      return await Promise.race([answer, giveUp()]);
    } finally {
      ended.abort();
    }
  }

  async #readHanded(handed: HandedPage): Promise<boolean> {
    const { stop, drop, lostMs, isFree } = this.#options;
    const lost = new AbortController();
    const lock = this.#lockOf(handed);
    const sign = async (): Promise<void> => {
      if (!(await keepLock(this.#redis, lock, lostMs))) lost.abort();
    };
    const signing = setInterval(() => void sign().catch(() => undefined), lostMs / SIGNS);
    this.reading += 1;
    try {
      // A file came meanwhile: the page would wait behind it.
      if (stop.aborted || !isFree(this.#taken - 1)) return await this.#decline(handed);
      return await this.#readNow(handed, lock, AbortSignal.any([lost.signal, drop]));
    } catch (error) {
      await this.#decline(handed);
      // What one page comes to is found out where it came from, by the same rules as without help.
      if (error instanceof PipelineError && ERRORS[error.code].fatal && !drop.aborted) throw error;
      return false;
    } finally {
      clearInterval(signing);
      this.reading -= 1;
    }
  }

  /** True when what it came to is told in time. */
  async #readNow(handed: HandedPage, lock: Lock, signal: AbortSignal): Promise<boolean> {
    const { page, sha256, from } = handed;
    // From here on it lies in Redis no more.
    const image = await this.#redis.getdelBuffer(pageKey(page, sha256));
    if (image === null || hashBytes(image) !== sha256) return this.#decline(handed);
    const read = await this.#readers.use(handed.settings, async (reader) => reader.readPage?.(image, signal));
    if (read === undefined) return this.#decline(handed);
    const told: Mail = { kind: 'read', page };
    const isTold = await tellEnd(this.#redis, lock, {
      key: pageReadKey(page),
      value: await pack(read),
      lifetime: LIFETIME.page,
      list: mailKey(from),
      told: JSON.stringify(told),
      listLifetime: LIFETIME.mail,
    });
    if (isTold) this.read += 1;
    return isTold;
  }

  #lockOf({ page }: HandedPage): Lock {
    return { key: pageLockKey(page), token: this.#mailbox.id };
  }

  /** Whoever handed it over finds the lock gone, and reads it. */
  async #decline(handed: HandedPage): Promise<false> {
    await dropLock(this.#redis, this.#lockOf(handed)).catch(() => undefined);
    return false;
  }
}
