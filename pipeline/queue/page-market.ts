import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { hashBytes } from '../intake/stage.js';
import type { GivenPage, HelpedFile, OpenHelp, PageHelp } from '../isolate/page-help.js';
import { LIFETIME, pageKey, pageLockKey, pageReadKey, SPARE } from './keys.js';
import { type Mailbox, unpackPage } from './page-mail.js';

/** Milliseconds between two looks at who still has a page in hand. */
const LOOK_MS = 1000;
/** A larger image stays where it is. */
const MOST_IMAGE_BYTES = 16 * 1024 * 1024;

/** A page that somebody else has in hand. */
interface OutPage {
  readonly page: number;
  readonly sha256: string;
}

/** A long scan that is read here. */
interface OpenFile {
  readonly file: HelpedFile;
  readonly settings: string;
  readonly out: Map<string, OutPage>;
  hasSpare: boolean;
}

/**
 * The pages of the long scans that this worker reads, for workers that are idle. An image enters Redis when somebody asked
 * for it, and leaves it when he fetches it. Who is silent loses his page: it is read here. Whatever fails, the file's own
 * process has each page still in hand.
 */
export class PageMarket {
  readonly #redis: Redis;
  readonly #mailbox: Mailbox;
  readonly #lostMs: number;
  readonly #files = new Set<OpenFile>();
  readonly #looking: NodeJS.Timeout;

  constructor(redis: Redis, mailbox: Mailbox, lostMs: number) {
    this.#redis = redis;
    this.#mailbox = mailbox;
    this.#lostMs = lostMs;
    this.#looking = setInterval(() => void this.#look().catch(() => undefined), LOOK_MS);
    this.#looking.unref();
  }

  /** Help with the files of a run. */
  helpFor(settings: string, overPages: number): PageHelp {
    return { overPages, open: (file) => this.#open(file, settings) };
  }

  /** Hands a page to whoever asks, or says that there is none. */
  async answer(ask: number, from: string): Promise<void> {
    for (const open of this.#files) {
      if (!open.hasSpare) continue;
      const given = await open.file.give();
      if (given !== undefined && (await this.#hand(open, given, ask, from))) return;
    }
    await this.#mailbox.send(from, { kind: 'none', ask });
    this.#unsayIfNone();
  }

  /** Takes what a page came to. */
  async fetch(page: string): Promise<void> {
    const open = [...this.#files].find(({ out }) => out.has(page));
    if (open === undefined) return;
    const read = await unpackPage(await this.#redis.getdelBuffer(pageReadKey(page)));
    this.#settle(open, page, (number) => open.file.take(number, read));
  }

  close(): void {
    clearInterval(this.#looking);
    for (const open of [...this.#files]) this.#close(open);
  }

  #open(file: HelpedFile, settings: string): OpenHelp {
    const open: OpenFile = { file, settings, out: new Map(), hasSpare: false };
    this.#files.add(open);
    return {
      setSpare: (hasSpare) => {
        open.hasSpare = hasSpare && this.#files.has(open);
        if (open.hasSpare) this.#redis.sadd(SPARE, this.#mailbox.id).catch(() => undefined);
      },
      close: () => this.#close(open),
    };
  }

  /** Those who have pages of it in hand find their locks gone, and stop. */
  #close(open: OpenFile): void {
    open.hasSpare = false;
    this.#files.delete(open);
    for (const page of [...open.out.keys()]) this.#settle(open, page, () => undefined);
    this.#unsayIfNone();
  }

  #unsayIfNone(): void {
    if (this.#redis.status !== 'ready' || [...this.#files].some(({ hasSpare }) => hasSpare)) return;
    this.#redis.srem(SPARE, this.#mailbox.id).catch(() => undefined);
  }

  #settle({ out }: OpenFile, page: string, tell: (number: number) => void): void {
    const handed = out.get(page);
    if (!out.delete(page) || handed === undefined) return;
    this.#forget(page, handed.sha256);
    tell(handed.page);
  }

  /** All that Redis may hold of a page; it ends by itself where this fails. */
  #forget(page: string, sha256: string): void {
    this.#redis.del(pageKey(page, sha256), pageLockKey(page), pageReadKey(page)).catch(() => undefined);
  }

  /** True when it is in his hands. */
  async #hand(open: OpenFile, given: GivenPage, ask: number, from: string): Promise<boolean> {
    const { image, page: number } = given;
    const [page, sha256] = [randomUUID(), hashBytes(image)];
    try {
      if (image.byteLength > MOST_IMAGE_BYTES || !this.#files.has(open)) throw new Error('stays here');
      const asked = this.#redis.multi();
      asked.set(pageKey(page, sha256), Buffer.from(image), 'PX', LIFETIME.page);
      asked.set(pageLockKey(page), from, 'PX', this.#lostMs);
      const done = await asked.exec();
      if (done === null || done.some(([error]) => error !== null)) throw new Error('not taken');
      // Closed meanwhile: what was just put there is nobody's.
      if (!this.#files.has(open)) throw new Error('closed');
      open.out.set(page, { page: number, sha256 });
      const { settings } = open;
      await this.#mailbox.send(from, { kind: 'page', ask, from: this.#mailbox.id, page, sha256, settings });
      return true;
    } catch {
      this.#forget(page, sha256);
      open.out.delete(page);
      if (this.#files.has(open)) open.file.take(number, undefined);
      return false;
    }
  }

  /** Pages whose readers are gone are read here. */
  async #look(): Promise<void> {
    if (this.#redis.status !== 'ready') return;
    for (const open of [...this.#files]) {
      if (open.hasSpare) await this.#redis.sadd(SPARE, this.#mailbox.id);
      const pages = [...open.out.keys()];
      if (pages.length === 0) continue;
      const locks = await this.#redis.mget(pages.map(pageLockKey));
      for (const [i, page] of pages.entries())
        if (locks[i] === null) this.#settle(open, page, (number) => open.file.take(number, undefined));
    }
  }
}
