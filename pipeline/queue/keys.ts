import { createHash } from 'node:crypto';

/*
 * What lies in Redis besides BullMQ's own lists, and for how long. Each key ends by itself: Redis counts the time, so no
 * two machines' clocks are ever compared. docs/scale.md tells it to people.
 */

/** BullMQ's prefix and the name of its queue: its keys begin with `ketluan:files:`. */
export const PREFIX = 'ketluan';
export const QUEUE = 'files';

/** Lifetimes in milliseconds. */
export const LIFETIME = {
  /** What was read of a file, from the end of its reading until it is stored: usually parts of a second. */
  result: 3_600_000,
  /** What the readers are to go by; kept up by the machine that ingests. */
  settings: 3_600_000,
  /** Pieces of a file on its way to its reader; kept up by the machine that ingests, removed when the file is done. */
  piece: 3_600_000,
  /** What workers tell the machine that ingests. */
  told: 3_600_000,
  /** A page image from the moment at which it is handed to somebody until he fetches it, and what he made of it until it is fetched. */
  page: 60_000,
  /** What workers tell each other about pages. */
  mail: 60_000,
  /** A sign of life. */
  here: 30_000,
} as const;

/** What a file came to, under the number of its job. */
export const resultKey = (job: string): string => `${PREFIX}:result:${job}`;
/** What the readers go by, under its own hash. */
export const settingsKey = (hash: string): string => `${PREFIX}:settings:${hash}`;
/** One piece of a file, addressed by the hash of the file. */
export const pieceKey = (feed: string, sha256: string, piece: number): string =>
  `${PREFIX}:piece:${feed}:${sha256}:${piece}`;
/** The list in which a machine that ingests is told of ends and of pages. */
export const toldKey = (feeder: string): string => `${PREFIX}:told:${feeder}`;
/** Workers that hold pages which others may read. */
export const SPARE = `${PREFIX}:spare`;
/** The list in which a worker hears of pages. */
export const mailKey = (worker: string): string => `${PREFIX}:mail:${worker}`;
/** A page image, addressed by its own hash; who has it in hand; what it came to. `page`: one handing over of one page. */
export const pageKey = (page: string, sha256: string): string => `${PREFIX}:page:${page}:${sha256}`;
export const pageLockKey = (page: string): string => `${PREFIX}:page-lock:${page}`;
export const pageReadKey = (page: string): string => `${PREFIX}:page-read:${page}`;
/** All who gave a sign of life, and the sign of one. */
export const EVERYBODY = `${PREFIX}:here`;
export const hereKey = (id: string): string => `${PREFIX}:here:${id}`;

/** A name in a few signs: equal values have equal ones. */
export const shortHash = (value: unknown): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
