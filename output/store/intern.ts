import type { Body } from '../../schemas/directive.js';
import { foldWords } from './fold-words.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** What was met before in this process. A rolled-back transaction would leave false entries: see forgetKeys. */
interface KnownKeys {
  readonly names: Map<string, number>;
  readonly words: Set<string>;
}

const known = new WeakMap<Store, KnownKeys>();
/** Enough for the bodies of a province; past it the cache starts anew, so that memory stays bounded. */
const MAX_KNOWN = 50_000;

const knownIn = (db: Store): KnownKeys => {
  let keys = known.get(db);
  if (keys === undefined || keys.names.size > MAX_KNOWN || keys.words.size > MAX_KNOWN) {
    keys = { names: new Map(), words: new Set() };
    known.set(db, keys);
  }
  return keys;
};

const remember = (db: Store, name: string, find: () => number): number => {
  const { names } = knownIn(db);
  let key = names.get(name);
  if (key === undefined) {
    key = find();
    names.set(name, key);
  }
  return key;
};

/** Makes sure that words are in the list of words. */
export const internWords = (db: Store, words: Iterable<string>): void => {
  const { words: met } = knownIn(db);
  for (const word of words) {
    if (met.has(word)) continue;
    prepare(db, 'INSERT OR IGNORE INTO word (word) VALUES (?)').run(word);
    met.add(word);
  }
};

/** Drops remembered keys after a rollback: rows that they name may never have been written. */
export const forgetKeys = (db: Store): void => {
  known.delete(db);
};

const findOrInsert = (db: Store, select: string, insert: string, by: unknown[], more: unknown[]): number => {
  const row = prepare<{ key: number }>(db, select).get(...by);
  return row?.key ?? Number(prepare(db, insert).run(...by, ...more).lastInsertRowid);
};

/** Key of an issuer, made when it is new; null stays null. */
export const internIssuer = (db: Store, name: string | null): number | null =>
  name === null
    ? null
    : remember(db, `issuer ${name}`, () =>
        findOrInsert(
          db,
          'SELECT issuer_key AS key FROM issuer WHERE name = ?',
          'INSERT INTO issuer (name, folded) VALUES (?, ?)',
          [name],
          [foldWords(name)],
        ),
      );

/** Key of a document type, made when it is new; null stays null. */
export const internType = (db: Store, name: string | null): number | null =>
  name === null
    ? null
    : remember(db, `type ${name}`, () =>
        findOrInsert(
          db,
          'SELECT type_key AS key FROM document_type WHERE name = ?',
          'INSERT INTO document_type (name, folded) VALUES (?, ?)',
          [name],
          [foldWords(name)],
        ),
      );

/** Keys of a body and of the way in which it is written here. */
export const internBody = (db: Store, body: Body): { readonly body: number; readonly name: number } => {
  const identity = `${body.level ?? ''} ${body.branch ?? ''} ${body.normalized}`;
  const bodyKey = remember(db, `body ${identity}`, () =>
    findOrInsert(
      db,
      `SELECT body_key AS key FROM body
       WHERE normalized = ? AND ifnull(level, '') = ifnull(?, '') AND ifnull(branch, '') = ifnull(?, '')`,
      'INSERT INTO body (normalized, level, branch, name, folded) VALUES (?, ?, ?, ?, ?)',
      [body.normalized, body.level, body.branch],
      [body.name, foldWords(body.normalized)],
    ),
  );
  const nameKey = remember(db, `name ${bodyKey} ${body.name}`, () =>
    findOrInsert(
      db,
      'SELECT name_key AS key FROM body_name WHERE body_key = ? AND name = ?',
      'INSERT INTO body_name (body_key, name, folded) VALUES (?, ?, ?)',
      [bodyKey, body.name],
      [foldWords(body.name)],
    ),
  );
  return { body: bodyKey, name: nameKey };
};

/** Key of a note's sentences. */
export const internMessage = (db: Store, vi: string, en: string): number =>
  remember(db, `message ${vi.length} ${vi}${en}`, () =>
    findOrInsert(
      db,
      'SELECT message_key AS key FROM note_message WHERE vi = ? AND en = ?',
      'INSERT INTO note_message (vi, en) VALUES (?, ?)',
      [vi, en],
      [],
    ),
  );
