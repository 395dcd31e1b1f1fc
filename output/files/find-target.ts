import { closeSync, lstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { PipelineError } from '../../pipeline/base/errors.js';
import { SIDECARS } from './sidecars.js';

/** Where something is to be written: the file behind all links, and what stands there now. */
export interface Target {
  readonly path: string;
  readonly holds: 'nothing' | 'a file' | 'a database' | 'a device';
}

const MAGIC = 'SQLite format 3\0';

const refuse = (vi: string, en: string): PipelineError =>
  new PipelineError('usage', { vi, en }, { vi: 'Chọn một tệp khác để ghi ra.', en: 'Choose another file to write.' });

/** The path without links, also of a file that is not there yet. */
export const toReal = (path: string): string => {
  const full = resolve(path);
  try {
    return realpathSync.native(full);
  } catch {
    try {
      return join(realpathSync.native(dirname(full)), basename(full));
    } catch {
      return full;
    }
  }
};

/** One file under two names: by real path, or by its place on the disk, which hard links share. */
const isSame = (one: string, other: string): boolean => {
  if (toReal(one) === toReal(other)) return true;
  const [a, b] = [one, other].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev && a.ino !== 0n;
};

const isDatabase = (path: string): boolean => {
  const file = openSync(path, 'r');
  try {
    const head = Buffer.alloc(MAGIC.length);
    readSync(file, head, 0, head.length, 0);
    return head.toString('latin1') === MAGIC;
  } finally {
    closeSync(file);
  }
};

const look = (path: string): Target['holds'] => {
  const info = statSync(path, { throwIfNoEntry: false });
  if (info === undefined) {
    if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return 'nothing';
    throw refuse(`${path} là liên kết hỏng.`, `${path} is a link that leads nowhere.`);
  }
  if (info.isDirectory()) throw refuse(`${path} là thư mục, cần một tệp.`, `Expected a file, got the folder ${path}.`);
  if (!info.isFile()) return 'a device';
  return isDatabase(path) ? 'a database' : 'a file';
};

const isSidecarOfAnother = (path: string): boolean => {
  const [, base] = /^(.+)-(?:wal|shm|journal)$/u.exec(path) ?? [];
  return base !== undefined && statSync(base, { throwIfNoEntry: false })?.isFile() === true && isDatabase(base);
};

/**
 * The place at which `path` would be written. Throws `usage` for the database that is read from, what SQLite keeps beside
 * it, and any link to them, for a folder and for a broken link; other failures are the system's own.
 * `findTarget('tasks.csv', db.name).holds === 'nothing'`
 */
export const findTarget = (path: string, database: string): Target => {
  if (path.trim() === '') throw refuse('Thiếu tên tệp ghi ra.', 'Expected the name of a file to write.');
  const holds = look(resolve(path));
  const isOwn = SIDECARS.some((sidecar) => isSame(path, database + sidecar));
  if (database !== ':memory:' && isOwn)
    throw refuse(
      `${path} là chính cơ sở dữ liệu đang dùng (hoặc tệp đi kèm), không ghi đè.`,
      `${path} is the database itself, or a file that belongs to it; it is not written over.`,
    );
  const real = toReal(path);
  if (isSidecarOfAnother(real))
    throw refuse(`${path} thuộc về một cơ sở dữ liệu khác.`, `${path} belongs to another database.`);
  return { path: real, holds };
};
