import { chmodSync, closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { dropDraft, makeDraft } from './own-drafts.js';

export interface PutOptions {
  /** Rights of the file; Windows knows only whether it may be written. */
  readonly mode: number;
  /** Stops the work: nothing is put in place. */
  readonly signal?: AbortSignal | undefined;
}

const syncToDisk = (path: string): void => {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'EACCES');

const replace = (draft: string, target: string): void => {
  try {
    renameSync(draft, target);
  } catch (error) {
    if (!isRefused(error)) throw error;
    // Windows replaces no read-only file, such as an earlier published copy.
    chmodSync(target, 0o644);
    renameSync(draft, target);
  }
};

/** Lets signals come through that arrived while this thread was busy. */
const hear = async (signal: AbortSignal | undefined): Promise<void> => {
  await setImmediate();
  signal?.throwIfAborted();
};

/**
 * Writes a file whole or not at all: `write` fills a draft beside `target`, which takes its place by a rename at the end.
 * Killed at any moment, the old file stands as it was; the draft is taken away by whoever writes there next.
 * `await putFile('/srv/tasks.csv', { mode: 0o600 }, (draft) => writeFile(draft, rows))`
 */
export const putFile = async <Result>(
  target: string,
  { mode, signal }: PutOptions,
  write: (draft: string) => Result | Promise<Result>,
): Promise<Result> => {
  const draft = makeDraft(dirname(target));
  try {
    const result = await write(draft);
    await hear(signal);
    syncToDisk(draft);
    chmodSync(draft, mode);
    replace(draft, target);
    return result;
  } finally {
    dropDraft(draft);
  }
};
