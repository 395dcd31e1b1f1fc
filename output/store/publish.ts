import type { Store } from './store.js';
import { type Copy, type CopyOptions, writeCopy } from './write-copy.js';

/** Everybody reads it, nobody writes it. */
const READ_ONLY = 0o444;

/**
 * Writes a copy for readers that takes the place of an earlier one: see writeCopy. — bản chỉ đọc
 * `await publish(db, '//share/ketluan.db')`
 */
export const publish = (db: Store, path: string, options: CopyOptions = {}): Promise<Copy> =>
  writeCopy(db, path, { ...options, kind: 'published', mode: READ_ONLY });
