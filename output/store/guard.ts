import { prepare } from './statements.js';
import type { Store } from './store.js';

const hasGuard = (db: Store): boolean =>
  db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'writing'").get() !== undefined;

/**
 * Runs work in one transaction in which the program may write what triggers keep from everybody else: rows written by hand would
 * be missed by search, counts and the change feed. Inside another such transaction it is a part of that. The lock is a row that
 * is never committed. — khoá ghi
 */
export const runGuarded = <Result>(db: Store, work: () => Result): Result =>
  db
    .transaction(() => {
      const isOutermost = prepare(db, 'INSERT OR IGNORE INTO writing (open) VALUES (1)').run().changes === 1;
      const result = work();
      if (isOutermost) prepare(db, 'DELETE FROM writing').run();
      return result;
    })
    .immediate();

/** The same for work that waits now and then, so that a signal is heard. Nobody else may use the connection meanwhile. */
export const runLongGuarded = async <Result>(db: Store, work: () => Promise<Result>): Promise<Result> => {
  db.exec('BEGIN IMMEDIATE; INSERT INTO writing (open) VALUES (1)');
  try {
    const result = await work();
    db.exec('DELETE FROM writing; COMMIT');
    return result;
  } catch (error) {
    // SQLite itself ends the transaction where the disk is full.
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};

/** The same around the steps of a migration, whose layout may have no lock yet, or may be the one that brings it. */
export const runMigrating = (db: Store, work: () => void): void => {
  if (hasGuard(db)) db.exec('INSERT OR IGNORE INTO writing (open) VALUES (1)');
  work();
  if (hasGuard(db)) db.exec('DELETE FROM writing');
};
