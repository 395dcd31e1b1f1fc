import { z } from 'zod';
import type { IndexRow } from './index-rows.js';
import { tag } from './index-text.js';
import { forgetKeys } from './intern.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Rows that other rows refer to, where none does any more. What a person's correction names is in use, too. */
const ORPHANS = [
  `DELETE FROM body_name WHERE name_key NOT IN (SELECT name_key FROM assignment_body)
     AND NOT EXISTS (SELECT 1 FROM correction c WHERE instr(c.new_value, body_name.name) > 0)`,
  // The name that a body is shown by may have come from the paper alone.
  `UPDATE body SET name = (SELECT n.name FROM body_name n WHERE n.body_key = body.body_key ORDER BY n.name_key LIMIT 1)
     WHERE body_key IN (SELECT body_key FROM body_name)
     AND name NOT IN (SELECT n.name FROM body_name n WHERE n.body_key = body.body_key)`,
  'DELETE FROM note_message WHERE message_key NOT IN (SELECT message_key FROM note)',
] as const;

/** The same for what the index knows by a tag: corrections are in the index alone. */
const TAGGED = [
  {
    tags: (key: number) => [tag.body(key), tag.role('lead', key)],
    orphans: `SELECT body_key FROM body WHERE body_key NOT IN (SELECT body_key FROM assignment_body)
      AND body_key NOT IN (SELECT body_key FROM body_name)`,
    remove: 'DELETE FROM body WHERE body_key = ?',
  },
  {
    tags: (key: number) => [tag.issuer(key)],
    orphans: 'SELECT issuer_key FROM issuer WHERE issuer_key NOT IN (SELECT ifnull(issuer_key, 0) FROM document)',
    remove: 'DELETE FROM issuer WHERE issuer_key = ?',
  },
  {
    tags: (key: number) => [tag.type(key)],
    orphans: 'SELECT type_key FROM document_type WHERE type_key NOT IN (SELECT ifnull(type_key, 0) FROM document)',
    remove: 'DELETE FROM document_type WHERE type_key = ?',
  },
] as const;

const isIndexed = (db: Store, word: string): boolean =>
  prepare(db, 'SELECT 1 FROM directive_fts WHERE directive_fts MATCH ? LIMIT 1').get(`"${word}"`) !== undefined;

const removeTagged = (db: Store): void => {
  for (const { tags, orphans, remove } of TAGGED)
    for (const key of db.prepare<[], number>(orphans).pluck().all())
      if (!tags(key).some((word) => isIndexed(db, word))) db.prepare(remove).run(key);
};

/** The plain words of index rows, each once: tags, pairs and words with marks stand in the index alone. */
export const plainWords = (rows: readonly IndexRow[]): ReadonlySet<string> =>
  new Set(rows.flatMap((row) => row.words.split(' ').filter((word) => !/^[#~=]/u.test(word))));

/** Words of the paper that no other directive has. The index must have forgotten the paper already. */
const removeWords = (db: Store, words: ReadonlySet<string>): void => {
  const forget = prepare(db, 'DELETE FROM word WHERE word = ?');
  for (const word of words) if (!isIndexed(db, word)) forget.run(word);
};

/** Writes the index anew: what it forgot would stay in its old segments until these happen to be merged. */
export const mergeIndex = (db: Store): void => {
  for (const index of ['directive_fts', 'paper_fts']) db.exec(`INSERT INTO ${index} (${index}) VALUES ('optimize')`);
};

/**
 * Removes what papers left in the tables that papers share: words, names, issuers, sentences of notes. `words` are those of
 * their rows of the full-text index, which has forgotten them. The caller holds the transaction.
 */
export const removeTraces = (db: Store, words: ReadonlySet<string>): void => {
  removeWords(db, words);
  for (const statement of ORPHANS) db.exec(statement);
  removeTagged(db);
  forgetKeys(db);
};

/** Copies and exports that were written while a change up to `lastChange` was in the database; exports with their time. */
export const listCopiesSince = (db: Store, change: number): readonly string[] =>
  prepare<{ path: string; at: string | null }>(
    db,
    'SELECT path, written_at AS at FROM copy WHERE last_change >= ? ORDER BY path',
  )
    .all(change)
    .map(({ path, at }) => (at === null ? path : `${path} (${at})`));

const Checkpoint = z.tuple([z.object({ busy: z.int() })]);

/**
 * Writes the file anew, without the pieces of old rows that lie between those that are left, and empties the log. Outside a
 * transaction. False while somebody else reads: the old pages are then still in the file, until the next one who can
 * empties the log.
 */
export const rewriteFile = (db: Store): boolean => {
  db.exec('VACUUM');
  return Checkpoint.parse(db.pragma('wal_checkpoint(TRUNCATE)'))[0].busy === 0;
};
