import { cutPlace, readNameParts } from '../../extractors/bodies/name-parts.js';
import type { Body } from '../../schemas/directive.js';
import type { Bilingual } from '../../schemas/note.js';
import { BODY, BODY_NAME, DOCUMENT_TYPE, type FoldedName, ISSUER, type NamePlace } from '../tables/body.js';
import type { Cell } from '../tables/columns.js';
import { NOTE_MESSAGE } from '../tables/note.js';
import { foldWords } from './fold-words.js';
import { insertRow } from './rows.js';
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

const foldName = (name: string): FoldedName => ({ name, folded: foldWords(name) });

const findKey = (db: Store, select: string, ...by: readonly Cell[]): number | undefined =>
  prepare<{ key: number }>(db, select).get(...by)?.key;

/** Key of an issuer, made when it is new; null stays null. */
export const internIssuer = (db: Store, name: string | null): number | null =>
  name === null
    ? null
    : remember(
        db,
        `issuer ${name}`,
        () =>
          findKey(db, 'SELECT issuer_key AS key FROM issuer WHERE name = ?', name) ??
          insertRow(db, ISSUER, {}, { ...foldName(name), ...readNameParts(name) }),
      );

/** Key of a document type, made when it is new; null stays null. */
export const internType = (db: Store, name: string | null): number | null =>
  name === null
    ? null
    : remember(
        db,
        `type ${name}`,
        () =>
          findKey(db, 'SELECT type_key AS key FROM document_type WHERE name = ?', name) ??
          insertRow(db, DOCUMENT_TYPE, {}, foldName(name)),
      );

/** What a document defines (NTM, BCĐ) is in the normalized name alone: only a name that is the same without it is cut. */
const placeOf = ({ name, normalized }: Pick<Body, 'name' | 'normalized'>): NamePlace => {
  const { office, area } = cutPlace(name);
  return area !== null && normalized.startsWith(office) ? { office, area } : { office: normalized, area: null };
};

const FIND_BODY = `SELECT body_key AS key FROM body
  WHERE normalized = ? AND ifnull(level, '') = ifnull(?, '') AND ifnull(branch, '') = ifnull(?, '')`;

/** Keys of a body and of the way in which it is written here. */
export const internBody = (db: Store, body: Body): { readonly bodyKey: number; readonly nameKey: number } => {
  const { name, normalized, level, branch } = body;
  const bodyKey = remember(
    db,
    `body ${level ?? ''} ${branch ?? ''} ${normalized}`,
    () =>
      findKey(db, FIND_BODY, normalized, level, branch) ??
      insertRow(db, BODY, {}, { ...body, folded: foldWords(normalized), ...placeOf(body) }),
  );
  const nameKey = remember(
    db,
    `name ${bodyKey} ${name}`,
    () =>
      findKey(db, 'SELECT name_key AS key FROM body_name WHERE body_key = ? AND name = ?', bodyKey, name) ??
      insertRow(db, BODY_NAME, { bodyKey }, foldName(name)),
  );
  return { bodyKey, nameKey };
};

/** Key of a note's sentences. */
export const internMessage = (db: Store, message: Bilingual): number =>
  remember(
    db,
    `message ${message.vi.length} ${message.vi}${message.en}`,
    () =>
      findKey(db, 'SELECT message_key AS key FROM note_message WHERE vi = ? AND en = ?', message.vi, message.en) ??
      insertRow(db, NOTE_MESSAGE, {}, message),
  );

interface NamedRow {
  readonly key: number;
  readonly name: string;
  readonly normalized: string;
}

/** Reads the names of bodies and issuers anew, as the rules for them are now. The caller holds the transaction. */
export const refreshNames = (db: Store): void => {
  const writeIssuer = prepare(db, 'UPDATE issuer SET office = ?, area = ?, level = ?, branch = ? WHERE issuer_key = ?');
  for (const { key, name } of prepare<NamedRow>(db, 'SELECT issuer_key AS key, name FROM issuer').all()) {
    const { office, area, level, branch } = readNameParts(name);
    writeIssuer.run(office, area, level, branch, key);
  }
  const writeBody = prepare(db, 'UPDATE body SET office = ?, area = ? WHERE body_key = ?');
  for (const body of prepare<NamedRow>(db, 'SELECT body_key AS key, name, normalized FROM body').all()) {
    const { office, area } = placeOf(body);
    writeBody.run(office, area, body.key);
  }
};
