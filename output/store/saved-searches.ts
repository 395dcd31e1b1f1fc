import { prepare } from './statements.js';
import type { Store } from './store.js';

/** A row of saved_search. */
export interface SavedRow {
  readonly name: string;
  /** JSON of what is asked for. */
  readonly request: string;
  readonly savedBy: string;
  /** ISO 8601 with zone. */
  readonly savedAt: string;
}

/** All saved searches, by name. */
export const readSaved = (db: Store): SavedRow[] =>
  prepare<SavedRow>(
    db,
    'SELECT name, request, saved_by AS savedBy, saved_at AS savedAt FROM saved_search ORDER BY name',
  ).all();

/** Writes a saved search in place of one of its name. */
export const recordSaved = (db: Store, { name, request, savedBy, savedAt }: SavedRow): void => {
  prepare(db, 'INSERT OR REPLACE INTO saved_search (name, request, saved_by, saved_at) VALUES (?, ?, ?, ?)').run(
    name,
    request,
    savedBy,
    savedAt,
  );
};

/** Forgets a saved search by its exact name. */
export const removeSaved = (db: Store, name: string): void => {
  prepare(db, 'DELETE FROM saved_search WHERE name = ?').run(name);
};
