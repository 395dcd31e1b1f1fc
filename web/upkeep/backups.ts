import { createReadStream, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';

/** A backup that lies in the folder. */
export interface Backup {
  readonly name: string;
  readonly bytes: number;
  readonly writtenAt: string;
}

const NAME = /^[^/\\\0]{1,120}-\d{8}-\d{6}\.db$/u;

/**
 * The folder of backups on the server's disk, which whoever started the page chose: names are made here, and only files that lie
 * there are ever opened. — thư mục sao lưu
 */
export class Backups {
  readonly folder: string;
  readonly #stem: string;

  constructor(folder: string, database: string) {
    this.folder = resolve(folder);
    this.#stem = basename(database).replace(/\.[^.]*$/u, '');
  }

  /** Where the next backup goes; `stamp`: its moment, "20250701-081000". The folder is made, for its owner alone. */
  next(stamp: string): string {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    return join(this.folder, `${this.#stem}-${stamp}.db`);
  }

  /** Those that lie there, the newest first. */
  list(): readonly Backup[] {
    try {
      return readdirSync(this.folder, { withFileTypes: true })
        .filter((entry) => entry.isFile() && NAME.test(entry.name) && entry.name.startsWith(`${this.#stem}-`))
        .map(({ name }) => {
          const { size, mtime } = statSync(join(this.folder, name));
          return { name, bytes: size, writtenAt: mtime.toISOString() };
        })
        .toSorted((a, b) => b.name.localeCompare(a.name));
    } catch {
      return [];
    }
  }

  /** Removes one that is not the newest, which stays; false for that one and every other name. */
  remove(name: string): boolean {
    const found = this.list().findIndex((one) => one.name === name);
    if (found <= 0) return false;
    rmSync(join(this.folder, name), { force: true });
    return true;
  }

  /** One of them as it lies there; undefined for every other name. */
  open(name: string): { readonly bytes: number; readonly body: ReadableStream } | undefined {
    const found = this.list().find((one) => one.name === name);
    if (found === undefined) return undefined;
    return { bytes: found.bytes, body: Readable.toWeb(createReadStream(join(this.folder, found.name))) };
  }
}
