import { hostname } from 'node:os';
import { isAlive } from '../../pipeline/base/is-alive.js';
import type { Claim, ClaimCircumstances } from '../../pipeline/run-batch.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** A file in hand, as its row tells it. */
interface ClaimRow {
  readonly host: string;
  readonly pid: number;
  readonly startedAt: string;
  readonly attempts: number;
}

/** No file is read for longer: an older claim is dead, whoever bears its process's number now. */
const DAY_MS = 24 * 3600 * 1000;
/** After one death a file is read last and alone; a second one can then be laid to nothing else that was in work. */
const MOST_DEATHS = 2;

/** What this process has in hand, in any of its databases: its own number may be that of a process that died. */
const held = new Map<string, () => void>();
let isWatching = false;

/** An end that the process makes itself, as a second Ctrl-C asks for, is no death: it lets go of what it has in hand. */
const letGoOfAll = (): void => {
  for (const letGo of held.values()) letGo();
};

const isHeld = ({ host, pid, startedAt }: ClaimRow, key: string, now: string): boolean => {
  if (host === hostname() && pid === process.pid) return held.has(key);
  // One from the future tells of a clock that was wrong.
  if (Math.abs(Date.parse(now) - Date.parse(startedAt)) > DAY_MS) return false;
  // Processes of another computer, or of another container, cannot be asked.
  return host !== hostname() || isAlive(pid);
};

/**
 * A page came to its end: deaths before it were not this page's, and one that goes on page by page, however often it is
 * switched off, is never set aside.
 */
export const noteProgress = (db: Store, sha256: string): void => {
  prepare(db, 'UPDATE claim SET attempts = 1 WHERE sha256 = ? AND attempts > 1').run(sha256);
};

export interface Claims {
  take(path: string, sha256: string, circumstances: ClaimCircumstances): Claim;
  /** Removes the row of a claim as part of the caller's transaction; `release` follows when that is done. */
  removeRow(sha256: string): void;
  release(sha256: string): void;
}

/**
 * Files in hand, written into the database before they are read, so that two commands share a folder and a file that ends
 * its process is found out. `createClaims(db, now).take('a.pdf', sha256, { isEnd: false, isRetry: false }) === 'ours'`
 */
export const createClaims = (db: Store, now: () => string): Claims => {
  const keyOf = (sha256: string): string => `${db.name} ${sha256}`;
  const find = (sha256: string): ClaimRow | undefined =>
    prepare<ClaimRow>(db, 'SELECT host, pid, started_at AS startedAt, attempts FROM claim WHERE sha256 = ?').get(
      sha256,
    );
  const remove = (sha256: string): void => {
    prepare(db, 'DELETE FROM claim WHERE sha256 = ? AND host = ? AND pid = ?').run(sha256, hostname(), process.pid);
  };
  const hold = (sha256: string): void => {
    if (!isWatching) process.once('exit', letGoOfAll);
    isWatching = true;
    held.set(keyOf(sha256), () => {
      try {
        // A process that ends waits for nobody: a row that stays is taken for that of a dead one.
        db.pragma('busy_timeout = 0');
        remove(sha256);
      } catch {
        // Closed, or locked.
      }
    });
  };
  const take = db.transaction((path: string, sha256: string, circumstances: ClaimCircumstances): Claim => {
    const { isEnd, isRetry, isRemote } = circumstances;
    const at = now();
    const row = find(sha256);
    if (row !== undefined && isHeld(row, keyOf(sha256), at)) return 'elsewhere';
    const deaths = row?.attempts ?? 0;
    if (deaths >= MOST_DEATHS && !isRetry && !isRemote) {
      // Its place in quarantine remembers it from now on: who asks for it again begins anew.
      prepare(db, 'DELETE FROM claim WHERE sha256 = ?').run(sha256);
      return 'set-aside';
    }
    if (deaths > 0 && !isEnd && !isRemote) return 'at-the-end';
    prepare(
      db,
      'INSERT OR REPLACE INTO claim (sha256, path, host, pid, started_at, attempts) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(sha256, path, hostname(), process.pid, at, deaths + (isRemote ? 0 : 1));
    hold(sha256);
    return 'ours';
  });
  const removeRow = (sha256: string): void => {
    // Another command's claim on the same file stays.
    if (held.has(keyOf(sha256))) remove(sha256);
  };
  // Killed between storing a file and letting go of it.
  prepare(db, `DELETE FROM claim WHERE sha256 IN (SELECT sha256 FROM file WHERE status <> 'quarantined')`).run();
  return {
    take: (path, sha256, circumstances) => take.immediate(path, sha256, circumstances),
    removeRow,
    release: (sha256) => {
      try {
        removeRow(sha256);
      } finally {
        held.delete(keyOf(sha256));
      }
    },
  };
};
