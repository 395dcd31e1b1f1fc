import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { EVERYBODY, hereKey, LIFETIME } from './keys.js';
import { listDifferences, mismatch, Versions } from './versions.js';

/** A machine at the queue, as it tells of itself: no path, no name of a file. */
export const Participant = z
  .object({
    role: z.enum(['feeder', 'worker']),
    host: z.string(),
    pid: z.int(),
    versions: Versions,
    /** Files that a worker reads at a time; 0 for one that feeds. */
    capacity: z.int(),
    /** Files in work, done and failed since it began. */
    busy: z.int(),
    done: z.int(),
    failed: z.int(),
  })
  .readonly();
export type Participant = z.infer<typeof Participant>;

/** What changes of a participant while it works. */
export type Tally = Pick<Participant, 'capacity' | 'busy' | 'done' | 'failed'>;

/** Milliseconds between two signs of life: five may be missed. */
const SIGN_MS = LIFETIME.here / 6;

/** Everybody who gave a sign of life lately; who gave none is forgotten. */
export const listParticipants = async (redis: Redis): Promise<readonly Participant[]> => {
  const ids = await redis.smembers(EVERYBODY);
  if (ids.length === 0) return [];
  const signs = await redis.mget(ids.map(hereKey));
  const gone = ids.filter((_, i) => signs[i] === null);
  if (gone.length > 0) await redis.srem(EVERYBODY, ...gone);
  return signs.flatMap((sign) => {
    const parsed = Participant.safeParse(sign === null ? null : JSON.parse(sign));
    return parsed.success ? [parsed.data] : [];
  });
};

/** Throws `queue-mismatch` where somebody at the queue reads otherwise than this machine. */
export const requireSameVersions = async (redis: Redis, versions: Versions): Promise<void> => {
  for (const one of await listParticipants(redis)) {
    const differences = listDifferences(versions, one.versions);
    if (differences.length > 0) throw mismatch(one.host, differences);
  }
};

export interface Presence {
  readonly id: string;
  /** Gives a sign of life now. */
  sign(): Promise<void>;
  /** Leaves the queue. */
  leave(): Promise<void>;
}

/** Gives signs of life until it leaves; `count` is asked at each. */
export const announce = async (
  redis: Redis,
  role: Participant['role'],
  versions: Versions,
  count: () => Tally,
): Promise<Presence> => {
  const id = randomUUID();
  const sign = async (): Promise<void> => {
    const told: Participant = { role, host: hostname(), pid: process.pid, versions, ...count() };
    await redis.multi().sadd(EVERYBODY, id).set(hereKey(id), JSON.stringify(told), 'PX', LIFETIME.here).exec();
  };
  await sign();
  const timer = setInterval(() => void sign().catch(() => undefined), SIGN_MS);
  return {
    id,
    sign,
    leave: async () => {
      clearInterval(timer);
      if (redis.status === 'ready') await redis.multi().srem(EVERYBODY, id).del(hereKey(id)).exec();
    },
  };
};
