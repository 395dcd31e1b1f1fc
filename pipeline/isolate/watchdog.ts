import { workerData } from 'node:worker_threads';
import { OVER_MEMORY } from './over-memory.js';

/** How often memory is looked at, in milliseconds: a page that swells takes longer than this to fill a gigabyte. */
const EVERY_MS = 250;

// From this very program, a line of reader-process.ts: to load zod for it takes longer than to start the thread.
const { pid, parent, maxBytes }: Readonly<Record<'pid' | 'parent' | 'maxBytes', number>> = workerData;

const isThere = (one: number): boolean => {
  try {
    return process.kill(one, 0);
  } catch {
    return false;
  }
};

/** An orphan is given another parent where the system has such; on Windows it keeps the number of the dead one. */
const isOrphan = (): boolean => process.ppid !== parent || !isThere(parent);

/**
 * Runs as a thread of the reading process and ends that process when it holds more memory than it may, or when its parent
 * is gone. A thread of its own, since the main one may be stuck and would never hear that the channel closed.
 */
setInterval(() => {
  if (process.memoryUsage.rss() > maxBytes) process.kill(pid, OVER_MEMORY);
  if (isOrphan()) process.kill(pid, 'SIGKILL');
}, EVERY_MS);
