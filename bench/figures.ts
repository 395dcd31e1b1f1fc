import { existsSync, readFileSync } from 'node:fs';

/** Milliseconds of one kind of answer. */
export type Times = number[];

/** A figure with what it must reach. */
export interface Bar {
  readonly what: string;
  readonly value: number;
  readonly most?: number;
  readonly least?: number;
}

/** The value below which a share of a list lies: `shareOf([3, 1, 2], .5)` is 2. */
export const shareOf = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
};

/** `middle([3, 1, 2])` is 2. */
export const middle = (values: readonly number[]): number => shareOf(values, 0.5);

export const say = (what: string, times: Times): void => {
  const ms = (share: number): string => shareOf(times, share).toFixed(1);
  console.log(`${what}: p50 ${ms(0.5)} ms, p95 ${ms(0.95)} ms, max ${ms(1)} ms over ${times.length}`);
};

/** Where /proc/<pid>/stat tells user and system time, counted from the field behind the name in brackets: proc(5). */
const CPU_FIELDS = { own: [11, 12], children: [13, 14] } as const;

/**
 * Processor seconds, in steps of a hundredth: a process's own, or those of all processes that it started and that ended, theirs
 * included. Not a number but on Linux.
 */
export const readCpu = (whose: keyof typeof CPU_FIELDS, pid: number | 'self' = 'self'): number => {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return Number.NaN;
  const fields = readFileSync(path, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  const [user, system] = CPU_FIELDS[whose];
  return (Number(fields[user]) + Number(fields[system])) / 100;
};
