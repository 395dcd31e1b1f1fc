import { createHash, randomBytes } from 'node:crypto';
import { closeSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { isAlive } from '../../pipeline/base/is-alive.js';
import { SIDECARS } from './sidecars.js';

/** A draft says whose it is: computer, process, and a number of its own. The oldest kind named the process alone. */
const NAME =
  /^\.ketluan-(?:draft-(?<machine>[0-9a-f]{8})|publish)-(?<pid>\d+)(?:-[0-9a-f]{8})?\.tmp(?:-journal|-wal|-shm)?$/u;
/** No draft takes longer: an older one is dead, whoever bears its number now. */
const DAY_MS = 24 * 3600 * 1000;

const machine = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);

/** Drafts that this process has in work: none is left behind, however it ends by itself. */
const open = new Set<string>();
let isWatching = false;

const remove = (path: string): void => {
  for (const sidecar of SIDECARS) rmSync(path + sidecar, { force: true });
};

const removeAll = (): void => {
  for (const path of open) remove(path);
};

/** Removes a draft, whatever SQLite put beside it, and the memory of it. After its rename there is nothing to remove. */
export const dropDraft = (path: string): void => {
  open.delete(path);
  remove(path);
};

const isDead = (folder: string, name: string, now: number): boolean => {
  const { machine: by, pid } = NAME.exec(name)?.groups ?? {};
  if (pid === undefined || [...open].some((path) => join(folder, name).startsWith(path))) return false;
  const age = now - (statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? now);
  if (age > DAY_MS) return true;
  // What another computer has in work on a share cannot be asked from here.
  return (by === undefined || by === machine) && (Number(pid) === process.pid || !isAlive(Number(pid)));
};

/**
 * Makes an empty file beside `folder`'s others that only its owner may read, and removes the drafts of processes that are
 * gone. Times are compared as the file system of the folder tells them. — bản nháp
 */
export const makeDraft = (folder: string): string => {
  if (!isWatching) process.once('exit', removeAll);
  isWatching = true;
  const path = join(folder, `.ketluan-draft-${machine}-${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
  open.add(path);
  closeSync(openSync(path, 'wx', 0o600));
  const now = statSync(path).mtimeMs;
  for (const name of readdirSync(folder)) if (isDead(folder, name, now)) rmSync(join(folder, name), { force: true });
  return path;
};
