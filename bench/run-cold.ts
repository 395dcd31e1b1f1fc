import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What one run of a program cost. */
export interface ColdRun {
  readonly seconds: number;
  readonly cpuSeconds: number;
  /** Of the largest process, in MB. */
  readonly peakMb: number;
}

/**
 * Runs a program from its start to its end under GNU time; undefined where one of both is not installed.
 * `folder` takes GNU time's report.
 */
export const runCold = (
  folder: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): ColdRun | undefined => {
  const report = join(folder, 'time.txt');
  const { status, error } = spawnSync('/usr/bin/time', ['-o', report, '-f', '%e %U %S %M', ...command], {
    stdio: 'ignore',
    env,
  });
  // Our own exit code tells of documents that need review: anything but "not found" counts as a run.
  if (error !== undefined || status === 127 || status === null) return undefined;
  const [seconds = 0, user = 0, system = 0, kilobytes = 0] = (
    readFileSync(report, 'utf8').trim().split('\n').at(-1) ?? ''
  )
    .split(' ')
    .map(Number);
  return { seconds, cpuSeconds: user + system, peakMb: Math.round(kilobytes / 1024) };
};
