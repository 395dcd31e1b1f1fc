import { timingSafeEqual } from 'node:crypto';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import { HASH_BYTES, hashPassword, type Role, SALT_BYTES, type User } from './access.js';
import { noteTry, settleTries, type Trier, waitForTry } from './tries.js';

export type Login =
  | { readonly result: 'in'; readonly user: Pick<User, 'name' | 'role'> }
  | { readonly result: 'wrong' }
  /** Too many wrong passwords: seconds until the next is looked at. */
  | { readonly result: 'wait'; readonly seconds: number };

/** A name that nobody has costs the same time as a wrong password: which names there are is not told. */
const NOBODY = { salt: Buffer.alloc(SALT_BYTES), hash: Buffer.alloc(HASH_BYTES) };

/** Looks at a name and password; `from`: the address that asks. How often it may be tried: see tries.ts. */
export const logIn = async (
  db: Store,
  { password, ...trier }: Trier & { readonly password: string },
  at: string,
): Promise<Login> => {
  const wait = waitForTry(db, trier, at);
  if (wait > 0) return { result: 'wait', seconds: Math.ceil(wait / 1000) };
  noteTry(db, trier, at);
  const found = prepare<{ name: string; role: Role; salt: Buffer; hash: Buffer }>(
    db,
    'SELECT name, role, salt, hash FROM user WHERE name = ?',
  ).get(trier.name);
  const hash = await hashPassword(password, found?.salt ?? NOBODY.salt);
  if (found === undefined || !timingSafeEqual(hash, found.hash)) return { result: 'wrong' };
  settleTries(db, trier, at);
  return { result: 'in', user: { name: found.name, role: found.role } };
};
