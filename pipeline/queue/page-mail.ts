import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { OcrPage } from '../../schemas/ocr-page.js';
import { LIFETIME, mailKey } from './keys.js';
import { unpack } from './wire.js';

/*
 * What workers tell each other about the pages of long scans. One that is idle asks one that has pages to spare; it is handed
 * a page, reads it, and says so. No text and no name of a file is in it.
 */

/** A page that is handed over. */
const HandedPage = z.object({
  kind: z.literal('page'),
  /** Number of the question that it answers. */
  ask: z.int(),
  from: z.string(),
  /** This handing over of this page; each has its own. */
  page: z.string(),
  /** Hash of the image. */
  sha256: z.string(),
  /** Hash of the settings of the run. */
  settings: z.string(),
});
export type HandedPage = z.infer<typeof HandedPage>;

/** What workers tell each other. */
const Mail = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), ask: z.int(), from: z.string() }),
  HandedPage,
  z.object({ kind: z.literal('none'), ask: z.int() }),
  z.object({ kind: z.literal('read'), page: z.string() }),
]);
export type Mail = z.infer<typeof Mail>;

/** Bytes of one page at most, unpacked: a hundred times a page of dense print. */
const MOST_BYTES = 16 * 1024 * 1024;

/** What a page came to, from another machine; undefined for anything that has not its shape. */
export const unpackPage = async (packed: Buffer | null): Promise<OcrPage | undefined> =>
  packed === null ? undefined : OcrPage.safeParse(await unpack(packed, MOST_BYTES)).data;

const HEAR_SECONDS = 5;
const HEAR_AGAIN_MS = 500;

/** Sends mail, and hears what comes, on a line of its own, until that is closed. */
export class Mailbox {
  readonly id: string;
  readonly #redis: Redis;
  readonly #hearing: Redis;
  #isClosed = false;

  constructor(redis: Redis, hearing: Redis, id: string) {
    this.#redis = redis;
    this.#hearing = hearing;
    this.id = id;
  }

  async send(to: string, mail: Mail): Promise<void> {
    await this.#redis.multi().rpush(mailKey(to), JSON.stringify(mail)).pexpire(mailKey(to), LIFETIME.mail).exec();
  }

  /** Tells of each piece of mail; what is none is not looked at. */
  async hear(onMail: (mail: Mail) => void): Promise<void> {
    while (!this.#isClosed) {
      try {
        const heard = await this.#hearing.blpop(mailKey(this.id), HEAR_SECONDS);
        const mail = heard === null ? undefined : Mail.safeParse(JSON.parse(heard[1])).data;
        if (mail !== undefined) onMail(mail);
      } catch {
        if (!this.#isClosed) await wait(HEAR_AGAIN_MS);
      }
    }
  }

  close(): void {
    this.#isClosed = true;
    if (this.#redis.status === 'ready') this.#redis.del(mailKey(this.id)).catch(() => undefined);
  }
}
