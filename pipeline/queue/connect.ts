import { Redis } from 'ioredis';
import { PipelineError } from '../base/errors.js';
import type { QueueAddress } from './address.js';

/** Milliseconds for which a first connection is waited for, and between two tries to get a lost one back. */
const CONNECT_MS = 5000;
const RETRY_MS = 200;
const MOST_RETRY_MS = 2000;

/** The oldest Redis that has all that is asked of it here (several elements of a list at once). */
const OLDEST = 6.2;

/** What a failure is called: the system's code, or the first word of the server's answer. Never a word of what was sent. */
const nameFailure = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return /^(?:REDIS [\d.]+ < [\d.]+|[A-Z]{3,})/u.exec(error.message)?.[0] ?? 'no answer';
};

// Without a cause: what ioredis throws may hold the command that failed, password and all.
const unreachable = ({ shown }: QueueAddress, why: string): PipelineError =>
  new PipelineError(
    'queue-unreachable',
    { vi: `Không dùng được hàng đợi ở ${shown} (${why}).`, en: `The queue at ${shown} cannot be used (${why}).` },
    {
      vi: 'Kiểm tra địa chỉ, cổng, mật khẩu và máy chủ Redis có đang chạy không (docs/scale.md).',
      en: 'Check the address, port and password, and whether the Redis server runs (docs/scale.md).',
    },
  );

const readVersion = (info: string): number => Number(/^redis_version:(\d+\.\d)/mu.exec(info)?.[1] ?? 0);

/** Connections that were ended on purpose: that is no loss. */
const closed = new WeakSet<Redis>();

/** Told when a connection is lost, and when it is there again. */
export type OnLink = (isUp: boolean) => void;

/**
 * Connects to a queue. Once it was there, a lost connection is sought for ever, and what was asked meanwhile waits. Rejects
 * with `queue-unreachable` where there is none to begin with.
 */
export const openRedis = async (address: QueueAddress, onLink: OnLink = () => undefined): Promise<Redis> => {
  let isMade = false;
  let isUp = true;
  let failure: unknown;
  const redis: Redis = new Redis(address.url, {
    lazyConnect: true,
    maxRetriesPerRequest: null,
    connectTimeout: CONNECT_MS,
    connectionName: 'ketluan',
    // BullMQ's copies of it ask here as well: none is sought any more once this one was ended.
    retryStrategy: (times): number | null =>
      isMade && !closed.has(redis) ? Math.min(times * RETRY_MS, MOST_RETRY_MS) : null,
  });
  const note = (next: boolean): void => {
    if (!isMade || next === isUp || closed.has(redis)) return;
    isUp = next;
    onLink(next);
  };
  redis.on('error', (error) => {
    failure = error;
  });
  redis.on('close', () => note(false));
  redis.on('ready', () => note(true));
  try {
    await redis.connect();
    // ioredis asks for it as well, and goes on in database 0, with the queue of somebody else, where there is none.
    await redis.select(redis.options.db ?? 0);
    const version = readVersion(await redis.info('server'));
    if (version < OLDEST) throw new Error(`REDIS ${version} < ${OLDEST}`);
    isMade = true;
    return redis;
  } catch (error) {
    redis.disconnect();
    throw unreachable(address, nameFailure(failure ?? error));
  }
};

/** Ends a connection, also one that is lost: nothing that still waits for an answer is waited for. */
export const closeRedis = (redis: Redis): void => {
  closed.add(redis);
  redis.disconnect();
};
