import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import type { PageHelp } from '../isolate/page-help.js';
import type { KeptReaders } from './kept-readers.js';
import { type LaneOptions, PageLanes } from './page-lanes.js';
import { type Mail, Mailbox } from './page-mail.js';
import { PageMarket } from './page-market.js';

/** The pages that a worker has to spare, and those that it reads for others. */
export class PageExchange {
  readonly #mailbox: Mailbox;
  readonly #market: PageMarket;
  #lanes: PageLanes | undefined;

  /** `hearing`: a line of its own, which whoever opened it closes. */
  constructor(
    readonly redis: Redis,
    hearing: Redis,
    readonly lostMs: number,
  ) {
    this.#mailbox = new Mailbox(redis, hearing, randomUUID());
    this.#market = new PageMarket(redis, this.#mailbox, lostMs);
  }

  /** Pages of others in hand. */
  get reading(): number {
    return this.#lanes?.reading ?? 0;
  }

  /** Pages of others that were read. */
  get read(): number {
    return this.#lanes?.read ?? 0;
  }

  /** Help with the long scans of a run. */
  helpFor(settings: string, overPages: number): PageHelp {
    return this.#market.helpFor(settings, overPages);
  }

  /** Reads pages of others until it is stopped. Rejects with what is wrong with this machine. */
  run(readers: KeptReaders, options: Omit<LaneOptions, 'lostMs'>): Promise<void> {
    this.#lanes = new PageLanes(this.redis, this.#mailbox, readers, { ...options, lostMs: this.lostMs });
    void this.#mailbox.hear((mail) => this.#heed(mail));
    return this.#lanes.run();
  }

  close(): void {
    this.#market.close();
    this.#mailbox.close();
  }

  #heed(mail: Mail): void {
    if (mail.kind === 'page' || mail.kind === 'none') this.#lanes?.hear(mail);
    else {
      const done = mail.kind === 'ask' ? this.#market.answer(mail.ask, mail.from) : this.#market.fetch(mail.page);
      // Whoever asked gives up, and what was read and cannot be fetched is read here.
      done.catch(() => undefined);
    }
  }
}
