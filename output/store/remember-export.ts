import Database from 'better-sqlite3';
import { APPLICATION_ID } from './application-id.js';

/** An export that is being written, or was. */
export interface WrittenExport {
  /** Where it lies: the path without links. */
  readonly path: string;
  /** Now, ISO 8601 with zone. */
  readonly at: string;
  /** False before it is written: until then it may hold whatever is stored meanwhile. */
  readonly isDone: boolean;
}

/** Ingestion may hold the database; an export is not kept waiting for long, it says that it is not remembered. */
const WAIT_MS = 3000;

/**
 * Keeps where an export lies, so that a paper that turns out to be classified names every file that may hold it. Said once
 * before it is written and once behind: killed in between, the export is named all the same. False where the database cannot
 * be written now, or is itself a copy, which learns of no such paper.
 * `rememberExport('ketluan.db', { path: '/srv/tasks.csv', at, isDone: false })`
 */
export const rememberExport = (database: string, { path, at, isDone }: WrittenExport): boolean => {
  let db: Database.Database | undefined;
  try {
    db = new Database(database, { fileMustExist: true, timeout: WAIT_MS });
    if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) return false;
    if (db.prepare("SELECT 1 FROM meta WHERE name = 'copy'").get() !== undefined) return false;
    const last = isDone
      ? Number(db.prepare('SELECT coalesce(max(sequence), 0) FROM change').pluck().get())
      : Number.MAX_SAFE_INTEGER;
    db.prepare("INSERT OR REPLACE INTO copy (path, kind, last_change, written_at) VALUES (?, 'export', ?, ?)").run(
      path,
      last,
      at,
    );
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError) return false;
    throw error;
  } finally {
    db?.close();
  }
};
