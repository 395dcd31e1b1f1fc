import { existsSync, readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { applyLog } from './apply-log.js';
import type { Store } from './store.js';

/** Bytes of the header that ask for a log beside the file; 1 asks for none. */
const WRITE_VERSION_AT = 18;
const READ_VERSION_AT = 19;

/**
 * Opens a database that lies where nothing may be written (read-only disk or folder): as it stands, in memory. Throws
 * what the system says when it may not even be read. `openUnwritable('/media/cd/ketluan.db')`
 */
export const openUnwritable = (path: string): Store => {
  const log = `${path}-wal`;
  const bytes = existsSync(log) ? applyLog(readFileSync(path), readFileSync(log)) : readFileSync(path);
  bytes[WRITE_VERSION_AT] = 1;
  bytes[READ_VERSION_AT] = 1;
  return new Database(bytes, { readonly: true });
};
