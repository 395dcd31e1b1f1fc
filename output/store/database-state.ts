import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Another word for each state of a database: what was worked out in one holds as long as it is the same. */
export const readDatabaseState = (db: Store): string => {
  // data_version tells what others wrote, total_changes what this connection did.
  const own = prepare(db, 'SELECT total_changes()').pluck().get();
  return `${String(db.pragma('data_version', { simple: true }))} ${String(own)}`;
};
