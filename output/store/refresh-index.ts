import { runGuarded } from './guard.js';
import { buildIndexRows, type IndexRow, insertIndexRows } from './index-rows.js';
import { INDEX_VERSION } from './index-text.js';
import { listDocuments } from './load-document.js';
import { settleCorrections } from './settle-corrections.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Documents whose index rows are written together. */
const BATCH = 500;

/**
 * Builds the full-text index anew, and what corrections make of their documents, when they were made by another version of the rules in
 * index-text.ts; else does nothing.
 * One transaction: a crash leaves the old index.
 */
export const refreshIndex = (db: Store): void => {
  const version = String(INDEX_VERSION);
  const readVersion = prepare<{ value: string }>(db, `SELECT value FROM meta WHERE name = 'index_version'`);
  if (readVersion.get()?.value === version) return;
  runGuarded(db, () => {
    db.exec("INSERT INTO directive_fts (directive_fts) VALUES ('delete-all'); DELETE FROM word");
    let rows: IndexRow[] = [];
    let documents = 0;
    for (const record of listDocuments(db)) {
      settleCorrections(db, record.document.id);
      rows.push(...buildIndexRows(db, record));
      documents += 1;
      if (documents % BATCH !== 0) continue;
      insertIndexRows(db, rows);
      rows = [];
    }
    insertIndexRows(db, rows);
    prepare(db, `INSERT OR REPLACE INTO meta (name, value) VALUES ('index_version', ?)`).run(version);
  });
};
