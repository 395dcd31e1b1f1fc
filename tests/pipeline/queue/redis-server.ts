import { spawnSync } from 'node:child_process';

/** True where Redis is installed; says on stderr what is not run where it is not. */
export const hasRedis = (): boolean => {
  if (spawnSync('redis-server', ['--version']).status === 0) return true;
  process.stderr.write(
    'redis-server is not installed: tests of the queue are not run (Debian: apt install redis-server)\n',
  );
  return false;
};
