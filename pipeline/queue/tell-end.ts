import type { Redis } from 'ioredis';

/*
 * What two machines could do at the same time is done by Redis in one step each: while the lock bears the token of whoever
 * asks, or not at all.
 */

const TELL_END = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], ARGV[2], 'PX', ARGV[3])
redis.call('RPUSH', KEYS[3], ARGV[4])
redis.call('PEXPIRE', KEYS[3], ARGV[5])
return 1`;

const KEEP_LOCK = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])`;

const DROP_LOCK = `
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
return redis.call('DEL', KEYS[1])`;

/** A lock, and the token by which whoever holds it is known. */
export interface Lock {
  readonly key: string;
  readonly token: string;
}

/** What is put down, and where it is told; both end by themselves after so many milliseconds. */
export interface Ending {
  readonly key: string;
  readonly value: Buffer;
  readonly lifetime: number;
  readonly list: string;
  readonly told: string;
  readonly listLifetime: number;
}

/**
 * Puts what work came to where it is waited for, and tells it, only while the work is still this worker's: one that was
 * slow and lost it leaves nothing behind. True when it is told.
 */
export const tellEnd = async (redis: Redis, lock: Lock, ending: Ending): Promise<boolean> => {
  const { key, value, lifetime, list, told, listLifetime } = ending;
  return (await redis.eval(TELL_END, 3, lock.key, key, list, lock.token, value, lifetime, told, listLifetime)) === 1;
};

/** Keeps a lock for so many milliseconds more; false when it is no longer one's own. */
export const keepLock = async (redis: Redis, { key, token }: Lock, ms: number): Promise<boolean> =>
  (await redis.eval(KEEP_LOCK, 1, key, token, ms)) === 1;

/** Lets go of a lock, if it is still one's own. */
export const dropLock = async (redis: Redis, { key, token }: Lock): Promise<void> => {
  await redis.eval(DROP_LOCK, 1, key, token);
};
