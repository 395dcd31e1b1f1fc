import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../base/is-alive.js';

const NAME = /^ketluan-doc-(\d+)-/u;

/** Removes what workers left that were ended by force: scans that came over the queue. */
const clearLeft = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = Number(NAME.exec(name)?.[1] ?? 0);
    if (pid > 0 && !isAlive(pid)) await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined);
  }
};

/** A folder of this process alone, for files that come over the queue. Removed by whoever made it. */
export const makeWorkFolder = async (temporaryFolder: string): Promise<string> => {
  await clearLeft(temporaryFolder);
  return mkdtemp(join(temporaryFolder, `ketluan-doc-${process.pid}-`));
};
