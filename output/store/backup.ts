import type { Store } from './store.js';
import { type Copy, type CopyOptions, writeCopy } from './write-copy.js';

/** Its owner's alone, and ready to be put in the database's place. */
const PRIVATE = 0o600;

/**
 * Writes a checked copy to restore from, while ingestion may go on; it takes the place of an earlier backup: see writeCopy.
 * — sao lưu: `await backup(db, '/mnt/backup/ketluan.db')`
 */
export const backup = (db: Store, path: string, options: CopyOptions = {}): Promise<Copy> =>
  writeCopy(db, path, { ...options, kind: 'backup', mode: PRIVATE });
