import { isIPv6 } from 'node:net';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';

/*
 * How often passwords may be tried. Three counts, each with tries that are free and a wait that doubles behind them:
 * - by name and address together: a clerk who mistypes waits, and nobody else with that name at another machine does;
 * - by address: one password for all names cannot be tried out, nor 10,000 names at once;
 * - by name alone: many machines cannot share the work. It holds only for addresses from which that person was never let in:
 *   whoever knows a name cannot keep its owner from the machine at which he works every day. Nor from a new one: an address that
 *   has not tried this name yet has two tries, however often others did, until so many did that no office has them.
 */

/** Wrong passwords before the next try must wait. */
const FREE = { pair: 5, address: 10, name: 20 } as const;
/** Tries of an address that is new to a name: for them the name is counted up to FLOODED. */
const NEW_TRIES = 2;
const FLOODED = 100;
type Counted = keyof typeof FREE;
const FIRST_WAIT_MS = 30_000;
const HOUR_MS = 3_600_000;
/** Tries of yesterday count no more. */
const FORGOTTEN_MS = 24 * HOUR_MS;
/** An address at which nobody of that name was let in for so long is no longer known. */
const KNOWN_MS = 60 * 24 * HOUR_MS;

/** Who tries, and from where. */
export interface Trier {
  readonly name: string;
  readonly from: string;
}

/** Groups of an IPv6 address that tell whose network it is: whoever has one address of it has them all. */
const NETWORK_GROUPS = 4;

const expand = (address: string): readonly string[] => {
  const [head = '', tail = ''] = address.split('::');
  const [before, after] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const missing = 8 - (before?.length ?? 0) - (after?.length ?? 0);
  return [...(before ?? []), ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...(after ?? [])];
};

/** An address as it is counted: of IPv6 its network, IPv4 in the guise of IPv6 as itself. `networkOf('2001:db8::7')` gives "2001:db8:0:0". */
export const networkOf = (address: string): string => {
  const [plain = ''] = address.replace(/^::ffff:(?=\d+\.)/iu, '').split('%');
  return isIPv6(plain) ? expand(plain.toLowerCase()).slice(0, NETWORK_GROUPS).join(':') : plain;
};

const LONGEST = 200;
const keysOf = ({ name, from }: Trier): Readonly<Record<Counted, string>> => {
  const [who, where] = [name.slice(0, LONGEST), networkOf(from).slice(0, LONGEST)];
  return { pair: `pair ${JSON.stringify([who, where])}`, address: `address ${where}`, name: `user ${who}` };
};

const KNOWN = 'SELECT 1 FROM known_address WHERE name = ? AND address = ? AND last_at > ?';
const isKnown = (db: Store, { name, from }: Trier, at: string): boolean =>
  prepare(db, KNOWN).get(name, networkOf(from), new Date(Date.parse(at) - KNOWN_MS).toISOString()) !== undefined;

interface Tried {
  readonly failures: number;
  readonly lastAt: string;
}

const findTried = (db: Store, who: string, at: string): Tried | undefined => {
  const tried = prepare<Tried>(db, 'SELECT failures, last_at AS lastAt FROM tried WHERE who = ?').get(who);
  return tried === undefined || Date.parse(at) - Date.parse(tried.lastAt) > FORGOTTEN_MS ? undefined : tried;
};

const waitFor = (db: Store, who: string, free: number, at: string): number => {
  const tried = findTried(db, who, at);
  const over = (tried?.failures ?? 0) - free;
  if (tried === undefined || over < 0) return 0;
  const wait = Math.min(HOUR_MS, FIRST_WAIT_MS * 2 ** Math.min(20, over));
  return Math.max(0, Date.parse(tried.lastAt) + wait - Date.parse(at));
};

const countsFor = (db: Store, trier: Trier, at: string): readonly (readonly [Counted, string])[] => {
  const keys = keysOf(trier);
  const all = [
    ['pair', keys.pair],
    ['address', keys.address],
    ['name', keys.name],
  ] as const;
  return isKnown(db, trier, at) ? all.slice(0, 2) : all;
};

/** Milliseconds until the next try is looked at; 0: now. */
export const waitForTry = (db: Store, trier: Trier, at: string): number => {
  const isNew = (findTried(db, keysOf(trier).pair, at)?.failures ?? 0) < NEW_TRIES;
  return Math.max(
    ...countsFor(db, trier, at).map(([of, who]) => waitFor(db, who, of === 'name' && isNew ? FLOODED : FREE[of], at)),
  );
};

/** Counts a try. Counted before the password is looked at: a thousand at once are a thousand. */
export const noteTry = (db: Store, trier: Trier, at: string): void => {
  for (const [, who] of countsFor(db, trier, at))
    prepare(db, 'INSERT OR REPLACE INTO tried (who, failures, last_at) VALUES (?, ?, ?)').run(
      who,
      (findTried(db, who, at)?.failures ?? 0) + 1,
      at,
    );
};

/** The password was right: what was tried from here is forgotten, and the address is known from now on. */
export const settleTries = (db: Store, trier: Trier, at: string): void => {
  const { pair, address } = keysOf(trier);
  for (const who of [pair, address]) prepare(db, 'DELETE FROM tried WHERE who = ?').run(who);
  prepare(db, 'INSERT OR REPLACE INTO known_address (name, address, last_at) VALUES (?, ?, ?)').run(
    trier.name,
    networkOf(trier.from),
    new Date(at).toISOString(),
  );
};

/** Somebody has a new password, or is gone: neither tries nor addresses of the name count any more. */
export const forgetTries = (db: Store, name: string): void => {
  const { name: who } = keysOf({ name, from: '' });
  const pairs = `pair [${JSON.stringify(name.slice(0, LONGEST))},`;
  prepare(db, 'DELETE FROM tried WHERE who = ? OR substr(who, 1, ?) = ?').run(who, pairs.length, pairs);
  prepare(db, 'DELETE FROM known_address WHERE name = ?').run(name);
};
