import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { PipelineError } from '../../../pipeline/base/errors.js';
import { DEFAULT_LIMITS, type FileLimits } from '../../../pipeline/isolate/limits.js';
import { watchTime } from '../../../pipeline/isolate/watch-time.js';

const watch = (limits: Partial<FileLimits>) => {
  const told: string[] = [];
  const time = watchTime({ ...DEFAULT_LIMITS, ...limits }, ({ code, text }: PipelineError) =>
    told.push(`${code}: ${text.en}`),
  );
  return { time, told };
};

/** Keeps this process from doing anything else, as the writing of a large database does. */
const block = (milliseconds: number): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
};

describe('the time of a file', () => {
  it('that gives no sign of life, or takes too long as a whole, is up once', async () => {
    const silent = watch({ stallSeconds: 0.5 });
    const long = watch({ minutes: 0.01 });
    const ended = watch({ stallSeconds: 0.5 });
    ended.time.end();
    for (let i = 0; i < 12; i++) {
      await setTimeout(100);
      long.time.isAlive();
    }
    expect(silent.told).toEqual([
      'file-too-heavy: Reading the file took longer than 0.5 seconds at one place and was stopped.',
    ]);
    expect(long.told).toEqual(['file-too-heavy: Reading the file took longer than 0.01 minutes and was stopped.']);
    expect(ended.told).toEqual([]);
  });

  it('does not pass while this process sleeps or is busy itself', async () => {
    const { time, told } = watch({ stallSeconds: 1, minutes: 0.02 });
    await setTimeout(50);
    block(1500);
    await setTimeout(50);
    expect(told).toEqual([]);
    time.end();
  });
});
