import { hostname } from 'node:os';
import type { Claim } from '../../pipeline/run-batch.js';
import { isAlive } from '../files/is-alive.js';
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
/** After so many deaths of its process a file is read last, with nothing else in work. */
const MOST_DEATHS = 2;

/** What this process has in hand, in any of its databases: its own number may be that of a process that died. */
const held = new Set<string>();

const isHeld = ({ host, pid, startedAt }: ClaimRow, key: string, now: string): boolean => {
  if (host === hostname() && pid === process.pid) return held.has(key);
  if (Date.parse(now) - Date.parse(startedAt) > DAY_MS) return false;
  // Processes of another computer, or of another container, cannot be asked.
  return host !== hostname() || isAlive(pid);
};

export interface Claims {
  take(path: string, sha256: string, isEnd: boolean): Claim;
  /** Removes the row of a claim as part of the caller's transaction; `release` follows when that is done. */
  removeRow(sha256: string): void;
  release(sha256: string): void;
}

/**
 * Files in hand, written into the database before they are read, so that two commands share a folder and a file that ends
 * its process is found out. `createClaims(db, now).take('a.pdf', sha256, false) === 'ours'`
 */
export const createClaims = (db: Store, now: () => string): Claims => {
  const keyOf = (sha256: string): string => `${db.name} ${sha256}`;
  const find = (sha256: string): ClaimRow | undefined =>
    prepare<ClaimRow>(db, 'SELECT host, pid, started_at AS startedAt, attempts FROM claim WHERE sha256 = ?').get(
      sha256,
    );
  const take = db.transaction((path: string, sha256: string, isEnd: boolean): Claim => {
    const at = now();
    const row = find(sha256);
    if (row !== undefined && isHeld(row, keyOf(sha256), at)) return 'elsewhere';
    const deaths = row?.attempts ?? 0;
    if (deaths >= MOST_DEATHS && !isEnd) return 'at-the-end';
    prepare(
      db,
      'INSERT OR REPLACE INTO claim (sha256, path, host, pid, started_at, attempts) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(sha256, path, hostname(), process.pid, at, deaths + 1);
    held.add(keyOf(sha256));
    return 'ours';
  });
  const removeRow = (sha256: string): void => {
    // Another command's claim on the same file stays.
    if (!held.has(keyOf(sha256))) return;
    prepare(db, 'DELETE FROM claim WHERE sha256 = ? AND host = ? AND pid = ?').run(sha256, hostname(), process.pid);
  };
  // Killed between storing a file and letting go of it.
  prepare(db, `DELETE FROM claim WHERE sha256 IN (SELECT sha256 FROM file WHERE status <> 'quarantined')`).run();
  return {
    take: (path, sha256, isEnd) => take.immediate(path, sha256, isEnd),
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
