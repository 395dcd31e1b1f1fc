import { Queue } from 'bullmq';
import type { QueueAddress } from './address.js';
import { closeRedis, openRedis } from './connect.js';
import { PREFIX, QUEUE } from './keys.js';
import { listParticipants, type Participant } from './presence.js';

/** How a queue stands. It holds no path and no word of a paper. */
export interface QueueStatus {
  /** Host, port and database; never a password. */
  readonly address: string;
  readonly feeders: readonly Participant[];
  readonly workers: readonly Participant[];
  /** Files that lie ready, that are being read, and that died and are not told yet. */
  readonly waiting: number;
  readonly active: number;
  readonly dead: number;
  /** Bytes that Redis holds, all its users together. */
  readonly bytes: number;
}

const readBytes = (info: string): number => Number(/^used_memory:(\d+)/mu.exec(info)?.[1] ?? 0);

/** How a queue stands now. Rejects with `queue-unreachable`. — tình trạng hàng đợi */
export const readQueueStatus = async (address: QueueAddress): Promise<QueueStatus> => {
  const redis = await openRedis(address);
  try {
    const queue = new Queue(QUEUE, { connection: redis, prefix: PREFIX, skipMetasUpdate: true });
    queue.on('error', () => undefined);
    const counts = await queue.getJobCounts('wait', 'active', 'failed');
    const everybody = await listParticipants(redis);
    return {
      address: address.shown,
      feeders: everybody.filter(({ role }) => role === 'feeder'),
      workers: everybody.filter(({ role }) => role === 'worker'),
      waiting: counts.wait ?? 0,
      active: counts.active ?? 0,
      dead: counts.failed ?? 0,
      bytes: readBytes(await redis.info('memory')),
    };
  } finally {
    closeRedis(redis);
  }
};
