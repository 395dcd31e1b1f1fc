import { chmodSync, copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Store } from './store.js';

/** Bytes of the header that ask for a log beside the file; 1 asks for none. */
const WRITE_VERSION_AT = 18;
const READ_VERSION_AT = 19;

/** The bytes of a database that was not closed: what stands in its log is worked in, in a private place that goes at once. */
const readWithLog = (path: string): Buffer => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-read-'));
  const copy = join(folder, 'copy.db');
  try {
    for (const sidecar of ['', '-wal']) {
      copyFileSync(path + sidecar, copy + sidecar);
      chmodSync(copy + sidecar, 0o600);
    }
    const db = new Database(copy);
    db.pragma('journal_mode = DELETE');
    db.close();
    return readFileSync(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Opens a database that lies where nothing may be written (read-only disk or folder): as it stands, in memory. Throws
 * what the system says when it may not even be read. `openUnwritable('/media/cd/ketluan.db')`
 */
export const openUnwritable = (path: string): Store => {
  const log = `${path}-wal`;
  const bytes = existsSync(log) && statSync(log).size > 0 ? readWithLog(path) : readFileSync(path);
  bytes[WRITE_VERSION_AT] = 1;
  bytes[READ_VERSION_AT] = 1;
  return new Database(bytes, { readonly: true });
};
