import { EXIT, stopped } from '../pipeline/base/errors.js';

/** Ctrl-C, an orderly end asked for by the system, and a terminal (on Windows a console) that was closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** The work in hand, if any. */
let current: AbortController | undefined;
let isListening = false;

const onSignal = (): void => {
  // The work is over and told: it ends as it would have.
  if (current === undefined) process.exit();
  // Asked a second time: what is half written is dropped by those who listen for the exit.
  if (current.signal.aborted) process.exit(EXIT.interrupted);
  current.abort();
};

/**
 * Runs work that Ctrl-C may stop: the first one aborts the signal, so that the files in hand are abandoned cleanly;
 * a second one ends the process at once. SIGTERM and SIGHUP count as Ctrl-C. It is listened for from here to the end of the
 * process: what comes after the work, such as the summary, is not cut short by a death without a word.
 */
export const withInterrupt = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
  const controller = new AbortController();
  current = controller;
  if (!isListening) for (const name of SIGNALS) process.on(name, onSignal);
  isListening = true;
  try {
    return await work(controller.signal);
  } catch (error) {
    throw error === controller.signal.reason ? stopped() : error;
  } finally {
    if (current === controller) current = undefined;
  }
};

/**
 * Runs work that is asked twice to stop: the first Ctrl-C (SIGTERM, SIGHUP) lets it end what it has in hand, the second has
 * it hand back what is not done; a third ends the process at once.
 */
export const stopTwice = async (
  work: (signals: { readonly stop: AbortSignal; readonly drop: AbortSignal }) => Promise<void>,
): Promise<void> => {
  const stop = new AbortController();
  const drop = new AbortController();
  const onStop = (): void => {
    if (drop.signal.aborted) process.exit(EXIT.interrupted);
    (stop.signal.aborted ? drop : stop).abort();
  };
  for (const name of SIGNALS) process.on(name, onStop);
  try {
    await work({ stop: stop.signal, drop: drop.signal });
  } finally {
    for (const name of SIGNALS) process.off(name, onStop);
  }
};
