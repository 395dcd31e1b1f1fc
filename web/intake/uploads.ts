import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** No scan that people drop is larger; thousands of pages come by a folder. */
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_FILES = 5000;
const MOST_DEPTH = 8;
const MOST_LETTERS = 80;

// Signs that some file system does not take, and codes that nobody sees.
const FORBIDDEN = /[<>:"|?*\\/\p{Cc}\p{Cf}]/gu;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu;

/** A name as every file system takes it; its ending is kept. */
const safeName = (name: string): string => {
  const tidy = name
    .normalize('NFC')
    .replace(FORBIDDEN, '_')
    .replace(/[. ]+$/u, '')
    .trim();
  const dot = tidy.lastIndexOf('.');
  const ending = dot > 0 && tidy.length - dot <= 6 ? tidy.slice(dot) : '';
  const stem = tidy.slice(0, tidy.length - ending.length).slice(0, MOST_LETTERS);
  const whole = `${stem}${ending}`;
  return whole === '' || whole.startsWith('.') || RESERVED.test(whole) ? `_${whole}` : whole;
};

/** The way of a file in the folder that was dropped: "kho/2025/a.pdf" → its names, none of which leads elsewhere. */
export const safeWay = (given: string): readonly string[] =>
  given
    .split(/[\\/]+/u)
    .filter((name) => name !== '' && name !== '.' && name !== '..')
    .slice(-MOST_DEPTH)
    .map(safeName);

/** Why a file was not kept. */
export type Refusal = 'no-lot' | 'too-large' | 'too-many' | 'no-name';

/** Beside a lot that was sent and not taken in yet: without it a lot is never removed by itself. — đang chờ */
const WAITING = '.cho';
const LOT = /^[0-9a-f]{18}$/u;
/** So long after it was sent a lot that nobody took in is of no use to anybody: a night and a day. */
const ABANDONED_MS = 24 * 3_600_000;

interface Lot {
  readonly by: string;
  files: number;
}

/** Files that people drop on the page: each lot in a folder of its own, which stays, since pages are shown from the originals. */
export class Uploads {
  /** Lots that were given out and are not taken in yet. */
  readonly #lots = new Map<string, Lot>();

  constructor(readonly folder: string) {}

  /** A new lot: its name is ours, never the client's. `by`: who sends it. */
  open(by: string): string {
    const lot = randomBytes(9).toString('hex');
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    writeFileSync(this.#markOf(lot), '', { mode: 0o600 });
    this.#lots.set(lot, { by, files: 0 });
    return lot;
  }

  /** The folder of a lot that holds files and waits; undefined for any other name. */
  folderOf(lot: string): string | undefined {
    return (this.#lots.get(lot)?.files ?? 0) > 0 ? join(this.folder, lot) : undefined;
  }

  /** Lots among some paths are taken in from now on: they stay. */
  take(paths: readonly string[]): void {
    for (const [lot] of this.#lots) if (paths.includes(join(this.folder, lot))) this.#settle(lot);
  }

  /** Removes the lots that people left who are gone, or that wait for a day and more. `isHere`: true of who may still take them in. */
  sweep(isHere: (name: string) => boolean, at: string): void {
    for (const [lot, { by }] of this.#lots)
      if (!isHere(by) || this.#isAbandoned(lot, at)) this.drop([join(this.folder, lot)]);
  }

  /** Removes what an earlier page was sent and never took in: all that waits for a day and more. `at`: now, ISO 8601. */
  sweepOld(at: string): void {
    if (!existsSync(this.folder)) return;
    for (const name of readdirSync(this.folder)) {
      const lot = name.endsWith(WAITING) ? name.slice(0, -WAITING.length) : '';
      if (!LOT.test(lot) || this.#lots.has(lot)) continue;
      if (this.#isAbandoned(lot, at)) this.drop([join(this.folder, lot)]);
    }
  }

  #isAbandoned(lot: string, at: string): boolean {
    const sentAt = statSync(this.#markOf(lot), { throwIfNoEntry: false })?.mtimeMs ?? Number.POSITIVE_INFINITY;
    return Date.parse(at) - sentAt >= ABANDONED_MS;
  }

  #markOf(lot: string): string {
    return join(this.folder, lot + WAITING);
  }

  #settle(lot: string): void {
    this.#lots.delete(lot);
    rmSync(this.#markOf(lot), { force: true });
  }

  /** True for a file that came by the page. */
  holds(path: string): boolean {
    return path.startsWith(this.folder + sep);
  }

  /** Removes lots of which nothing was taken in. */
  drop(paths: readonly string[]): void {
    for (const path of paths) {
      if (!this.holds(path)) continue;
      rmSync(path, { recursive: true, force: true });
      if (dirname(path) === this.folder) this.#settle(basename(path));
    }
  }

  /** Keeps one file; a second one of the same name stands beside it. */
  async keep(lot: string, given: string, body: ReadableStream | null): Promise<Refusal | undefined> {
    const known = this.#lots.get(lot);
    if (known === undefined) return 'no-lot';
    const count = known.files;
    if (count >= MOST_FILES) return 'too-many';
    const way = safeWay(given);
    if (way.length === 0) return 'no-name';
    known.files = count + 1;
    const wanted = join(this.folder, lot, ...way);
    const path = existsSync(wanted) ? join(dirname(wanted), `${count + 1} ${way.at(-1) ?? ''}`) : wanted;
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    let bytes = 0;
    const limit = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        done(bytes > MOST_BYTES ? new RangeError('too large') : null, chunk);
      },
    });
    try {
      const source = body === null ? Readable.from([]) : Readable.fromWeb(body);
      await pipeline(source, limit, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
      return undefined;
    } catch (error) {
      rmSync(path, { force: true });
      if (error instanceof RangeError) return 'too-large';
      throw error;
    }
  }
}
