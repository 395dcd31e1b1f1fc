import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { databaseError } from './database-error.js';
import type { Store } from './store.js';

/** "KLac" in the header of the file, so that a database of tasks is never taken for one. */
const ACCESS_ID = 0x4b4c6163;
const BUSY_TIMEOUT_MS = 5000;

const TABLES = `
  CREATE TABLE user (
    name TEXT PRIMARY KEY, role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin')),
    salt BLOB NOT NULL, hash BLOB NOT NULL, made_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE session (
    id_hash BLOB PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin')),
    csrf TEXT NOT NULL, made_at TEXT NOT NULL, ends_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX session_name ON session (name);
  CREATE TABLE token (
    hash BLOB PRIMARY KEY, name TEXT NOT NULL UNIQUE, role TEXT NOT NULL CHECK (role IN ('reader', 'reviewer', 'admin')),
    made_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE tried (who TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_at TEXT NOT NULL) STRICT;
  CREATE TABLE event (
    event_key INTEGER PRIMARY KEY, at TEXT NOT NULL, name TEXT NOT NULL, action TEXT NOT NULL, target TEXT NOT NULL
  ) STRICT;
`;

/** Came later than the others: made where it is missing. Addresses from which somebody was let in. */
const KNOWN_ADDRESS = `CREATE TABLE IF NOT EXISTS known_address (
    name TEXT NOT NULL, address TEXT NOT NULL, last_at TEXT NOT NULL, PRIMARY KEY (name, address)
  ) STRICT, WITHOUT ROWID`;

/**
 * Opens the file of users, sessions and events beside a database, making it, for its owner alone, where it is missing.
 * @throws PipelineError `database-invalid` where another file has its name, `database-unwritable` where it may not be written
 */
export const openAccessFile = (path: string): Store => {
  try {
    if (path !== ':memory:' && !existsSync(path)) closeSync(openSync(path, 'wx', 0o600));
    if (path !== ':memory:') chmodSync(path, 0o600);
  } catch (error) {
    // It is somebody else's, or lies where nothing may be written.
    throw databaseError('database-unwritable', path, error);
  }
  const db = new Database(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('secure_delete = ON');
    db.transaction(() => {
      const owner = Number(db.pragma('application_id', { simple: true }));
      if (owner !== ACCESS_ID) {
        const isEmpty = db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
        if (owner !== 0 || !isEmpty) throw databaseError('database-invalid', path);
        db.pragma(`application_id = ${ACCESS_ID}`);
        db.exec(TABLES);
      }
      db.exec(KNOWN_ADDRESS);
    }).immediate();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};
