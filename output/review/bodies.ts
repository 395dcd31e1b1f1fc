import { normalizeName } from '../../extractors/bodies/abbreviations.js';
import { findBodies } from '../../extractors/bodies/index.js';
import { foldName } from '../../extractors/bodies/known-names.js';
import type { Body, BodyRole } from '../../schemas/directive.js';
import type { IsoDate } from '../../schemas/span.js';
import { foldWords } from '../store/fold-words.js';
import { listKnownNames } from '../store/known-names.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { bareBody } from '../tracker/correct-task.js';

// What stands between names of a list.
const BETWEEN = /^[\s,;]*(?:và[\s,;]*)?$/u;

const readPart = (part: string, role: BodyRole, issuedOn: IsoDate | null): readonly Body[] => {
  const found = findBodies(part, { issuedOn });
  const gaps = [...found, undefined].map((one, i) => part.slice(found[i - 1]?.span.end ?? 0, one?.span.start));
  // What the grammar does not know whole is one name, as it was typed.
  if (found.length === 0 || !gaps.every((gap) => BETWEEN.test(gap)))
    return [{ ...bareBody(part, role), normalized: normalizeName(part) }];
  return found.map(({ name, normalized, level, branch }) => ({
    ...bareBody(name, role),
    normalized,
    level,
    branch,
  }));
};

/**
 * Bodies as people type them: several parted by ";", or by "," and "và" where the grammar of names reads them so; each once.
 * An empty text, "không" or "-" is none. `readTypedBodies('Sở Tài chính, Sở Y tế', 'lead', null)` gives two.
 */
export const readTypedBodies = (typed: string, role: BodyRole, issuedOn: IsoDate | null): readonly Body[] => {
  const parts = typed
    .normalize('NFC')
    .split(';')
    .map((part) => part.replace(/\s+/gu, ' ').trim())
    .filter((part) => part !== '' && !/^[-−–—]$/u.test(part) && part.toLowerCase() !== 'không');
  const bodies = parts.flatMap((part) => readPart(part, role, issuedOn));
  return [...new Map(bodies.map((body) => [body.name, body])).values()];
};

/** A name that this database has, and in how many assignments: at most a hundred are counted. */
export interface KnownName {
  readonly name: string;
  readonly count: number;
}

/** Past so many uses a name is frequent: counting on would cost more than the order gains. */
const COUNTED = 100;

const KNOWN = `SELECT name, count FROM (
    SELECT n.name, (n.folded || ' ') LIKE @start AS begins, (SELECT count(*) FROM (SELECT 1 FROM assignment_body ab
      WHERE ab.body_key = n.body_key AND ab.name_key = n.name_key LIMIT ${COUNTED})) AS count
    FROM body_name n JOIN body b ON b.body_key = n.body_key
    WHERE (' ' || n.folded) LIKE @typed OR (' ' || b.folded) LIKE @typed OR (' ' || b.folded) LIKE @expanded
  ) WHERE count > 0 GROUP BY name ORDER BY max(begins) DESC, max(count) DESC, name LIMIT @limit`;

/**
 * Names of bodies as documents of this database write them that go on from what was typed: without marks, from the beginning of
 * any word, abbreviations written out; those that begin so first, the most frequent first; then names that people added, and never
 * one that they took out. — gợi ý tên cơ quan
 * `completeBodies(db, 'so tai')` gives "Sở Tài chính".
 */
export const completeBodies = (db: Store, typed: string, limit = 8): readonly KnownName[] => {
  const words = foldWords(typed);
  if (words === '') return [];
  const expanded = foldWords(normalizeName(typed));
  const taught = listKnownNames(db);
  const removed = new Set(taught.flatMap(({ name, isRemoved }) => (isRemoved ? [foldName(name)] : [])));
  const found = prepare<KnownName>(db, KNOWN)
    .all({ start: `${words}%`, typed: `% ${words}%`, expanded: `% ${expanded}%`, limit: limit + removed.size })
    .filter(({ name }) => !removed.has(foldName(name)))
    .map(({ name, count }) => ({ name, count }));
  const written = new Set(found.map(({ name }) => name));
  // What people added by hand stands in no paper yet.
  const added = taught.filter(
    ({ name, isRemoved }) => !isRemoved && !written.has(name) && ` ${foldWords(name)}`.includes(` ${words}`),
  );
  return [...found, ...added.map(({ name, count }) => ({ name, count }))].slice(0, limit);
};

/** A name that no paper and no person has given this database yet, with names that go on from what was typed. — tên mới */
export interface NewName {
  readonly name: string;
  readonly near: readonly string[];
}

/** The names among those typed that are new to this database: one that was mistyped is one of them. */
export const listNewNames = (db: Store, typed: string): readonly NewName[] =>
  readTypedBodies(typed, 'lead', null).flatMap(({ name }): NewName[] => {
    const known = completeBodies(db, name).map((one) => one.name);
    return known.some((one) => foldName(one) === foldName(name) && one.toLowerCase() === name.toLowerCase())
      ? []
      : [{ name, near: known.slice(0, 3) }];
  });
