import type { PipelineError } from '../base/errors.js';
import { type FileLimits, overTime, stalled } from './limits.js';

const TICK_MS = 250;

/** The time that a file takes. */
export interface TimeWatch {
  /** Its process gave a sign of life. */
  isAlive(): void;
  end(): void;
}

/**
 * Calls `giveUp` once, with its error, when a file took too long as a whole or its process gave no sign of life for too long.
 * Time is counted by the turns of our own loop, not by the clock: while this process sleeps (a closed laptop, Ctrl-Z) or
 * writes a large database anew, the signs that it was given lie unread, and no file is to blame.
 */
export const watchTime = (limits: FileLimits, giveUp: (error: PipelineError) => void): TimeWatch => {
  const [mostSilent, most] = [limits.stallSeconds * 1000, limits.minutes * 60_000];
  let silent = 0;
  let spent = 0;
  const ticking = setInterval(() => {
    silent += TICK_MS;
    spent += TICK_MS;
    if (silent < mostSilent && spent < most) return;
    clearInterval(ticking);
    giveUp(spent < most ? stalled(limits) : overTime(limits));
  }, TICK_MS);
  return {
    isAlive: () => {
      silent = 0;
    },
    end: () => clearInterval(ticking),
  };
};
