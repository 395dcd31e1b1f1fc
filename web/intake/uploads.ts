import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
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

/** Files that people drop on the page: each lot in a folder of its own, which stays, since pages are shown from the originals. */
export class Uploads {
  /** Lots that were given out, and how many files each holds. */
  readonly #lots = new Map<string, number>();

  constructor(readonly folder: string) {}

  /** A new lot: its name is ours, never the client's. */
  open(): string {
    const lot = randomBytes(9).toString('hex');
    this.#lots.set(lot, 0);
    return lot;
  }

  /** The folder of a lot that holds files; undefined for any other name. */
  folderOf(lot: string): string | undefined {
    return (this.#lots.get(lot) ?? 0) > 0 ? join(this.folder, lot) : undefined;
  }

  /** True for a file that came by the page. */
  holds(path: string): boolean {
    return path.startsWith(this.folder + sep);
  }

  /** Removes lots of which nothing was taken in. */
  drop(paths: readonly string[]): void {
    for (const path of paths) if (this.holds(path)) rmSync(path, { recursive: true, force: true });
  }

  /** Keeps one file; a second one of the same name stands beside it. */
  async keep(lot: string, given: string, body: ReadableStream | null): Promise<Refusal | undefined> {
    const count = this.#lots.get(lot);
    if (count === undefined) return 'no-lot';
    if (count >= MOST_FILES) return 'too-many';
    const way = safeWay(given);
    if (way.length === 0) return 'no-name';
    this.#lots.set(lot, count + 1);
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
