import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ingest, openDatabase } from '../../../output/library.js';
import type { Store } from '../../../output/store/store.js';
import { makePaper, noOcr, TASKS } from '../sample-papers.js';

/** A paper of the invented committee, by its number. */
export const makeNumbered = (number: number): string =>
  makePaper(TASKS, { number: `${number}-KL/TU`, subject: `về đoạn kè số ${number}` });

let empty: Buffer | undefined;
/** An empty database in memory; to make one of every layout anew takes fifty times as long as to copy it. */
export const openEmpty = (): Store => {
  if (empty === undefined) {
    const db = openDatabase(':memory:');
    empty = db.serialize();
    db.close();
  }
  const db = new Database(Buffer.from(empty));
  db.pragma('foreign_keys = ON');
  return db;
};

/** Moments one minute apart. */
export const minute = (n: number): string => new Date(Date.UTC(2025, 6, 1) + n * 60_000).toISOString();

/** Writes a paper and takes it in, as one batch at one moment. */
export const takeIn = async (
  db: Store,
  folder: string,
  [name, content]: readonly [string, string | Uint8Array],
  at: string,
): Promise<void> => {
  const path = join(folder, name);
  writeFileSync(path, content);
  await ingest(db, [path], { now: () => at, openOcr: () => noOcr });
};

const TABLES = [
  'SELECT word FROM word ORDER BY 1',
  'SELECT normalized, level, branch, office, area FROM body ORDER BY 1, 2, 3',
  'SELECT name, folded FROM body_name ORDER BY 1, 2',
  'SELECT name, office, area FROM issuer ORDER BY 1',
  'SELECT vi FROM note_message ORDER BY 1',
  'SELECT sha256, path, media_type, byte_length, status, error_code, gone_at, parts, b.started_at FROM file LEFT JOIN batch b USING (batch_key) ORDER BY 1',
  'SELECT f.sha256, p.number, p.text, p.raw_text, p.origin FROM page p JOIN file f USING (file_key) ORDER BY 1, 2',
  `SELECT document_id, type, number, issuer, issued_on, subject, needs_review, part, path, directive_count, task_count
   FROM documents ORDER BY 1`,
  'SELECT id, fingerprint FROM document ORDER BY 1',
  'SELECT * FROM tasks ORDER BY directive_id',
  'SELECT * FROM assignments ORDER BY directive_id, assignment',
  'SELECT directive_id, assignment, role, name, normalized, inherited FROM task_bodies ORDER BY 1, 2, 3, 4',
  `SELECT d.id, n.directive_ordinal, n.ordinal, n.rule, m.vi FROM note n JOIN document d USING (document_key)
   JOIN note_message m USING (message_key) ORDER BY 1, 2, 3`,
  `SELECT document_id, directive_id, field, old_value, new_value, corrected_by, corrected_at, detail, seen, is_lost,
     undoes IS NULL, undone_by IS NULL, (SELECT u.new_value FROM correction u WHERE u.correction_key = c.undoes)
   FROM correction c ORDER BY document_id, corrected_at, directive_id, field, correction_key`,
  `SELECT sha256, path, documents, removed_by, undone, stands_behind, stands_as, length(corrections) > 12 FROM removed ORDER BY 1`,
  'SELECT started_at, finished_at, roots FROM batch ORDER BY 1',
  `SELECT b.started_at, l.path, l.sha256, l.outcome FROM batch_file l JOIN batch b USING (batch_key) ORDER BY 1, 2`,
  'SELECT folded, name, verdict, said_by, said_at FROM known_name ORDER BY 1',
  'SELECT * FROM saved_search ORDER BY 1',
  'SELECT kind, sha256, path, done_by, about FROM file_event ORDER BY 1, 2, 3, 4',
  'SELECT sha256 FROM let_through ORDER BY 1',
] as const;

/** All that a reader of the tables can see, without keys that are a database's own and without when it was written there. */
export const see = (db: Store): readonly unknown[] => TABLES.map((sql) => db.prepare(sql).all());
