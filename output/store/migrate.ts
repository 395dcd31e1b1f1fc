import { readFileSync } from 'node:fs';
import { packageFile } from '../../pipeline/base/package-root.js';
import { runMigrating } from './guard.js';
import type { Store } from './store.js';

/** Every change of the layout, in order; never edited once released. The place in the list is the `user_version`. */
export const MIGRATIONS = [
  '0001-tables',
  '0002-reader-views',
  '0003-corrected-due',
  '0004-task-kinds',
  '0005-claims',
  '0006-unclaimed',
  '0007-header-parts',
  '0008-page-ink',
  '0009-exports',
  '0010-signed',
  '0011-removed',
  '0012-identity',
  '0013-corrections',
  '0014-search',
  '0015-open-views',
  '0016-known-names',
  '0017-scans',
  '0018-closed-tables',
  '0019-closed-names',
] as const;

/** Layout version that this program reads and writes. */
export const SCHEMA_VERSION = MIGRATIONS.length;

/** The SQL of one migration: `readMigration('0001-tables')`. */
export const readMigration = (name: (typeof MIGRATIONS)[number]): string =>
  readFileSync(packageFile('output', 'store', 'migrations', `${name}.sql`), 'utf8');

/** A new file gets the newest layout at once: see renderWholeLayout. False for one that holds anything. */
const makeWhole = (db: Store): boolean => {
  const isEmpty = (): boolean => db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0;
  if (!isEmpty()) return false;
  const sql = readFileSync(packageFile('output', 'store', 'migrations', 'whole.sql'), 'utf8');
  const make = db.transaction(() => {
    // Asked inside the lock: another process may have made it meanwhile.
    if (!isEmpty()) return false;
    db.exec(sql);
    db.pragma(`user_version = ${SCHEMA_VERSION}`);
    return true;
  });
  return make.immediate();
};

/** Brings a database to the newest layout: a new one at once, an older one by each step. One that is up to date is not touched. */
export const migrate = (db: Store): void => {
  if (!makeWhole(db)) migrateByStep(db);
};

/**
 * Brings a database forward to `target` (by default the newest layout), each step in its own transaction, so that a
 * crash leaves a whole older layout. A database that is up to date is not touched.
 */
export const migrateByStep = (db: Store, target: number = SCHEMA_VERSION): void => {
  for (const [index, name] of MIGRATIONS.entries()) {
    const version = index + 1;
    if (version > target) return;
    const step = db.transaction(() => {
      // Asked inside the lock: another process may have done this step meanwhile.
      if (Number(db.pragma('user_version', { simple: true })) >= version) return;
      runMigrating(db, () => db.exec(readMigration(name)));
      db.pragma(`user_version = ${version}`);
    });
    step.immediate();
  }
};
