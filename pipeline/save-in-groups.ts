import { ERRORS, toPipelineError } from './base/errors.js';
import type { Placed } from './report-file.js';
import type { FileRead } from './run-document.js';

/** Files stored in one transaction at most. */
const MOST_TOGETHER = 16;

interface Waiting {
  readonly read: FileRead;
  resolve(placed: Placed | undefined): void;
  reject(error: unknown): void;
}

/** Stores files that were read, several in one transaction where others are about to follow. */
export interface GroupSaver {
  /** Resolves when the file is stored; with `mayWait` it may wait for others, until `flush` or until they are many. */
  save(read: FileRead, mayWait: boolean): Promise<Placed | undefined>;
  /** Stores what waits. */
  flush(): void;
}

/**
 * Makes a saver over `saveAll`, which stores all it is given or none: short texts cost half as much to store together as one
 * by one. When a group fails, each file is tried alone, so that one costs no other; after an abort nothing is stored.
 */
export const createGroupSaver = (
  saveAll: (reads: readonly FileRead[]) => readonly (Placed | undefined)[],
  signal: AbortSignal,
): GroupSaver => {
  let waiting: Waiting[] = [];
  const store = (group: readonly Waiting[]): void => {
    try {
      signal.throwIfAborted();
      const placed = saveAll(group.map(({ read }) => read));
      for (const [at, one] of group.entries()) one.resolve(placed[at]);
    } catch (error) {
      const isShared = signal.aborted || group.length === 1 || ERRORS[toPipelineError(error).code].fatal;
      if (isShared) for (const one of group) one.reject(error);
      else for (const one of group) store([one]);
    }
  };
  const flush = (): void => {
    const group = waiting;
    waiting = [];
    if (group.length > 0) store(group);
  };
  return {
    save: (read, mayWait) =>
      new Promise((resolve, reject) => {
        waiting.push({ read, resolve, reject });
        if (!mayWait || waiting.length >= MOST_TOGETHER) flush();
      }),
    flush,
  };
};
