import { hostname } from 'node:os';
import { isAlive } from '../../pipeline/base/is-alive.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Who has files in hand now, in a few words for a person: `['1234 (a.pdf)']`. */
export const listHolders = (db: Store): readonly string[] =>
  prepare<{ pid: number; path: string; host: string }>(db, 'SELECT pid, path, host FROM claim ORDER BY started_at')
    .all()
    .filter(({ pid, host }) => host === hostname() && pid !== process.pid && isAlive(pid))
    .map(({ pid, path }) => `${pid} (${path})`);
