import { spawnSync } from 'node:child_process';
import { REDIS_SERVER } from '../../../bench/queue/own-redis.js';

/** True where Redis is installed; says on stderr what is not run where it is not. */
export const hasRedis = (): boolean => {
  if (spawnSync(REDIS_SERVER, ['--version']).status === 0) return true;
  process.stderr.write(
    `${REDIS_SERVER} is not installed: tests of the queue are not run (Debian: apt install redis-server)\n`,
  );
  return false;
};
