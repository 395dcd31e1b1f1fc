import { createHash, randomBytes, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { Bilingual } from '../../schemas/bilingual.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { forgetTries } from './tries.js';

/** What somebody may do: look; look and correct; all of it. — người xem, người rà soát, quản trị */
export const Role = z.enum(['reader', 'reviewer', 'admin']);
export type Role = z.infer<typeof Role>;

/** What people call the roles. */
export const ROLES: Readonly<Record<Role, Bilingual>> = {
  reader: { vi: 'người xem', en: 'reader' },
  reviewer: { vi: 'người rà soát', en: 'reviewer' },
  admin: { vi: 'quản trị', en: 'admin' },
};

const RANK: Readonly<Record<Role, number>> = { reader: 0, reviewer: 1, admin: 2 };

/** True where a role may do what another is asked for: an admin may all that a reader may. */
export const mayAs = (role: Role, needed: Role): boolean => RANK[role] >= RANK[needed];

/** Somebody who is let in. */
export interface Visitor {
  readonly name: string;
  readonly role: Role;
  /** What a form must bring back; null for machines, whose requests no browser sends by itself. */
  readonly csrf: string | null;
}

export interface User {
  readonly name: string;
  readonly role: Role;
  readonly madeAt: string;
}

/** How long somebody stays let in. A working day: who comes next morning shows the password again. */
export const SESSION_HOURS = 12;
const HOUR_MS = 3_600_000;
export const SALT_BYTES = 16;
export const HASH_BYTES = 32;
/** OWASP's least for scrypt (2024): N = 2^17, r = 8, p = 1; 128 MiB for the moment of a login. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 } as const;

const derive = promisify<string, Buffer, number, typeof COST, Buffer>(scrypt);
/** What is kept of a password. */
export const hashPassword = (password: string, salt: Buffer): Promise<Buffer> =>
  derive(password.normalize('NFC'), salt, HASH_BYTES, COST);

/** A secret of which only the hash is kept: whoever reads the file can let nobody in. */
const makeSecret = (): string => randomBytes(32).toString('base64url');
const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** Letters, digits and what stands between the parts of a name: it is printed, listed and noted in histories. — tên người dùng */
export const UserName = z
  .string()
  .transform((typed) => typed.normalize('NFC').trim())
  .pipe(z.string().regex(/^[\p{L}\p{N}](?:[\p{L}\p{N} ._-]{0,58}[\p{L}\p{N}])?$/u));

/** Shortest password: BSI and NIST ask for eight without rules of composition. */
export const LEAST_PASSWORD = 8;

/** Adds a user, or gives one that is there a new password and role; whoever was let in under that name is let out. */
export const saveUser = async (
  db: Store,
  user: { readonly name: string; readonly role: Role; readonly password: string },
  at: string,
): Promise<void> => {
  const salt = randomBytes(SALT_BYTES);
  const hash = await hashPassword(user.password, salt);
  db.transaction(() => {
    prepare(db, 'INSERT OR REPLACE INTO user (name, role, salt, hash, made_at) VALUES (?, ?, ?, ?, ?)').run(
      user.name,
      user.role,
      salt,
      hash,
      at,
    );
    prepare(db, 'DELETE FROM session WHERE name = ?').run(user.name);
    forgetTries(db, user.name);
  }).immediate();
};

/** Takes a user away, with all sessions. False where there was none of that name. */
export const removeUser = (db: Store, name: string): boolean =>
  db
    .transaction(() => {
      prepare(db, 'DELETE FROM session WHERE name = ?').run(name);
      forgetTries(db, name);
      return prepare(db, 'DELETE FROM user WHERE name = ?').run(name).changes > 0;
    })
    .immediate();

export const listUsers = (db: Store): readonly User[] =>
  prepare<User>(db, 'SELECT name, role, made_at AS madeAt FROM user ORDER BY name').all();

/** Lets somebody in: the secret for the cookie, and what forms must bring back. */
export const startSession = (
  db: Store,
  { name, role }: Pick<User, 'name' | 'role'>,
  at: string,
): { readonly secret: string; readonly csrf: string } => {
  const secret = makeSecret();
  const csrf = makeSecret();
  prepare(db, 'DELETE FROM session WHERE ends_at <= ?').run(at);
  prepare(db, 'INSERT INTO session (id_hash, name, role, csrf, made_at, ends_at) VALUES (?, ?, ?, ?, ?, ?)').run(
    hashSecret(secret),
    name,
    role,
    csrf,
    at,
    later(at, SESSION_HOURS * HOUR_MS),
  );
  return { secret, csrf };
};

/** Whoever holds the secret of a cookie; undefined when it is none, or old. */
export const findSession = (db: Store, secret: string, at: string): Visitor | undefined =>
  prepare<Visitor>(db, 'SELECT name, role, csrf FROM session WHERE id_hash = ? AND ends_at > ?').get(
    hashSecret(secret),
    at,
  );

/** Ends one session, or, `everywhere`, all of the same person. */
export const endSession = (db: Store, secret: string, everywhere: boolean): void => {
  const id = hashSecret(secret);
  const sql = everywhere
    ? 'DELETE FROM session WHERE name = (SELECT name FROM session WHERE id_hash = ?)'
    : 'DELETE FROM session WHERE id_hash = ?';
  prepare(db, sql).run(id);
};

/** True while somebody is let in under a name, on whatever machine. */
export const hasSession = (db: Store, name: string, at: string): boolean =>
  prepare(db, 'SELECT 1 FROM session WHERE name = ? AND ends_at > ? LIMIT 1').get(name, at) !== undefined;

/** True of who may still come and go on: somebody with a session, or a machine with a token. */
export const isStillHere = (db: Store, name: string, at: string): boolean =>
  hasSession(db, name, at) || prepare(db, 'SELECT 1 FROM token WHERE name = ?').get(name) !== undefined;

/** Lets out everybody who came in under a name; how many sessions that were. */
export const endSessionsOf = (db: Store, name: string): number =>
  prepare(db, 'DELETE FROM session WHERE name = ?').run(name).changes;

/** Makes a token for a machine; it is shown once. */
export const makeToken = (db: Store, token: { readonly name: string; readonly role: Role }, at: string): string => {
  const secret = makeSecret();
  prepare(db, 'INSERT OR REPLACE INTO token (hash, name, role, made_at) VALUES (?, ?, ?, ?)').run(
    hashSecret(secret),
    token.name,
    token.role,
    at,
  );
  return secret;
};

export const findToken = (db: Store, secret: string): Visitor | undefined => {
  const found = prepare<{ name: string; role: Role }>(db, 'SELECT name, role FROM token WHERE hash = ?').get(
    hashSecret(secret),
  );
  return found === undefined ? undefined : { ...found, csrf: null };
};

export const removeToken = (db: Store, name: string): boolean =>
  prepare(db, 'DELETE FROM token WHERE name = ?').run(name).changes > 0;

export const listTokens = (db: Store): readonly User[] =>
  prepare<User>(db, 'SELECT name, role, made_at AS madeAt FROM token ORDER BY name').all();

/** Notes who did what to what: ids and names of files, never a word of a paper. */
export const noteEvent = (
  db: Store,
  event: { readonly at: string; readonly name: string; readonly action: string; readonly target: string },
): void => {
  prepare(db, 'INSERT INTO event (at, name, action, target) VALUES (@at, @name, @action, @target)').run(event);
};

/** What was done, the newest first. — nhật ký truy cập */
export const listEvents = (
  db: Store,
  limit: number,
): readonly { readonly at: string; readonly name: string; readonly action: string; readonly target: string }[] =>
  prepare<{ at: string; name: string; action: string; target: string }>(
    db,
    'SELECT at, name, action, target FROM event ORDER BY event_key DESC LIMIT ?',
  ).all(limit);
