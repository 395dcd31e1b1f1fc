import { PipelineError } from '../../pipeline/base/errors.js';
import { openDatabase } from './open-database.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Why a database is only read: it is a copy for readers, or nothing may be written where it lies. */
export type ReadOnlyReason = 'published' | 'unwritable';

/** A database as it can be had. */
export interface ToServe {
  readonly db: Store;
  /** null: it may be written. */
  readonly readOnly: ReadOnlyReason | null;
}

/** Opens a copy for readers; undefined for anything else, and for what cannot be read: the other way in will say why. */
const openPublished = (path: string): Store | undefined => {
  let db: Store;
  try {
    db = openDatabase(path, { readonly: true });
  } catch (error) {
    if (error instanceof PipelineError) return undefined;
    throw error;
  }
  const kind = prepare<{ value: string }>(db, "SELECT value FROM meta WHERE name = 'copy'").get()?.value;
  if (kind === 'published') return db;
  db.close();
  return undefined;
};

/**
 * Opens a database for people to work with, or to look at where work would be lost or cannot be: a published copy is replaced by
 * the next one, with all that was written into it. Throws as openDatabase does where it cannot be read either. — mở để phục vụ trang
 * `const { db, readOnly } = openToServe('//share/ketluan.db')`
 */
export const openToServe = (path: string): ToServe => {
  const published = openPublished(path);
  if (published !== undefined) return { db: published, readOnly: 'published' };
  try {
    return { db: openDatabase(path, { mustExist: true }), readOnly: null };
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'database-unwritable') throw error;
    return { db: openDatabase(path, { readonly: true }), readOnly: 'unwritable' };
  }
};
