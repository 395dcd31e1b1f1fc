import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { listRun, readRun } from '../pipeline/intake/joined-pages.js';
import { findRawName } from '../pipeline/intake/raw-name.js';
import { hashBytes } from '../pipeline/intake/stage.js';
import { listFilesOfStore } from './store/load-file.js';
import type { Store } from './store/store.js';

/** What became of the files that a database was made from. */
export interface Originals {
  readonly same: number;
  /** Paths at which other bytes lie now. */
  readonly changed: readonly string[];
  /** Paths at which no file lies, or none that may be read. */
  readonly gone: readonly string[];
}

const hashFile = async (path: string, signal: AbortSignal): Promise<string | undefined> => {
  try {
    const pages = await listRun(path);
    if (pages !== undefined) return hashBytes((await readRun(pages, hashBytes, signal)).bytes);
    // A pipe or a device would never end.
    const name = (await findRawName(path)) ?? path;
    if (!(await stat(name)).isFile()) return undefined;
    const hash = createHash('sha256');
    await pipeline(createReadStream(name), hash, { signal });
    return hash.digest('hex');
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
};

/**
 * Compares the originals, where they still lie, with what they were when they were read; `onFile`: told how many were looked at.
 * `await verifyOriginals(db, signal)`
 */
export const verifyOriginals = async (
  db: Store,
  signal: AbortSignal,
  onFile?: (done: number) => void,
): Promise<Originals> => {
  const changed: string[] = [];
  const gone: string[] = [];
  let same = 0;
  for (const { path, sha256 } of listFilesOfStore(db)) {
    const now = await hashFile(path, signal);
    if (now === sha256) same += 1;
    else (now === undefined ? gone : changed).push(path);
    onFile?.(same + gone.length + changed.length);
  }
  return { same, changed, gone };
};
