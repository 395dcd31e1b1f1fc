import { runGuarded } from './guard.js';
import { buildPaperRows, insertPaperRows } from './index-papers.js';
import { buildIndexRows, type IndexRow, insertIndexRows } from './index-rows.js';
import { INDEX_VERSION } from './index-text.js';
import { listDocuments } from './load-document.js';
import { settleCorrections } from './settle-corrections.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Documents whose index rows are written together. */
const BATCH = 500;

/** Builds the index of whole papers anew, some files at a time. The caller holds the transaction. */
const refreshPapers = (db: Store): void => {
  const next = prepare<{ key: number }>(
    db,
    `SELECT DISTINCT file_key AS key FROM document WHERE file_key > ? ORDER BY file_key LIMIT ${BATCH}`,
  );
  for (let last = 0; ; ) {
    const files = next.all(last);
    insertPaperRows(
      db,
      files.flatMap(({ key }) => buildPaperRows(db, key)),
    );
    const end = files.at(-1);
    if (end === undefined) return;
    last = end.key;
  }
};

const PAPER_INDEX = "SELECT sql FROM sqlite_master WHERE name = 'paper_fts'";
const EMPTY = "content='', ";
const DELETES = 'contentless_delete=1, ';

/** Builds the index of whole papers anew in another form; does nothing where it has that form. */
const reshapePapers = (db: Store, reshape: (sql: string) => string): void => {
  const sql = db.prepare<[], string>(PAPER_INDEX).pluck().get() ?? '';
  const wanted = reshape(sql);
  if (wanted === sql) return;
  const build = db.transaction(() => {
    db.exec(`DROP TABLE paper_fts; ${wanted}`);
    refreshPapers(db);
  });
  build.immediate();
};

/**
 * Gives the index of whole papers the form that SQLite before 3.43 opens, too: for a copy in which no paper will ever be deleted.
 * Python, Datasette and ODBC bring older ones for years, and a table that they cannot open ends their look at all tables.
 */
export const makeIndexPlain = (copy: Store): void => reshapePapers(copy, (sql) => sql.replace(DELETES, ''));

/** Gives it back the form from which papers are deleted: for a published copy that somebody works on. */
export const makeIndexDeletable = (db: Store): void =>
  reshapePapers(db, (sql) => (sql.includes(DELETES) ? sql : sql.replace(EMPTY, EMPTY + DELETES)));

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
    db.exec(
      `INSERT INTO directive_fts (directive_fts) VALUES ('delete-all'); INSERT INTO paper_fts (paper_fts) VALUES ('delete-all');
       DELETE FROM word`,
    );
    let rows: IndexRow[] = [];
    let documents = 0;
    for (const record of listDocuments(db)) {
      settleCorrections(db, record);
      rows.push(...buildIndexRows(db, record));
      documents += 1;
      if (documents % BATCH !== 0) continue;
      insertIndexRows(db, rows);
      rows = [];
    }
    insertIndexRows(db, rows);
    refreshPapers(db);
    prepare(db, `INSERT OR REPLACE INTO meta (name, value) VALUES ('index_version', ?)`).run(version);
  });
};
