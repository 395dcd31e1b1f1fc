import Database from 'better-sqlite3';
import { APPLICATION_ID } from './application-id.js';
import { guard } from './database-error.js';
import { SCHEMA_VERSION } from './migrate.js';
import { openDatabase } from './open-database.js';
import type { Store } from './store.js';

/** True of a database of ours whose layout is older than ours; false where that cannot be asked, which opening it will tell. */
const isOlder = (path: string): boolean => {
  try {
    const db = new Database(path, { readonly: true });
    try {
      const version = Number(db.pragma('user_version', { simple: true }));
      return (
        db.pragma('application_id', { simple: true }) === APPLICATION_ID && version > 0 && version < SCHEMA_VERSION
      );
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
};

/**
 * Opens a database that is only read, as it stands now: what others write meanwhile is not seen. One of an older layout is copied
 * into `makeCopy()`'s file, and brought up to date there. Throws as openDatabase does.
 */
export const openPart = (
  path: string,
  makeCopy: () => string,
): { readonly db: Store; readonly isMigrated: boolean } => {
  const isMigrated = isOlder(path);
  let db: Store;
  if (isMigrated) {
    const copy = makeCopy();
    guard({ name: path }, () => {
      const old = new Database(path, { readonly: true });
      try {
        old.prepare('VACUUM INTO ?').run(copy);
      } finally {
        old.close();
      }
    });
    db = openDatabase(copy);
  } else db = openDatabase(path, { readonly: true });
  db.exec('BEGIN');
  return { db, isMigrated };
};
