import { workerData } from 'node:worker_threads';
import { z } from 'zod';

/** How often memory is looked at, in milliseconds: a page that swells takes longer than this to fill a gigabyte. */
const EVERY_MS = 250;

const { pid, maxBytes } = z.object({ pid: z.int(), maxBytes: z.number() }).parse(workerData);

/**
 * Runs as a thread of the reading process and ends that process when it holds more memory than it may. A thread of its own,
 * since the main one may be stuck; SIGKILL, since nothing else reaches a process in native code. Windows knows it, too.
 */
setInterval(() => {
  if (process.memoryUsage.rss() > maxBytes) process.kill(pid, 'SIGKILL');
}, EVERY_MS);
