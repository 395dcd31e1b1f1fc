import { stopped } from '../pipeline/base/errors.js';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs work that Ctrl-C may stop: the first one aborts the signal, so that the files in hand are abandoned cleanly;
 * a second one ends the process at once. SIGTERM counts as Ctrl-C, and so does SIGHUP, which comes when a terminal is closed
 * and would end the process without its drafts being taken away. Windows sends no SIGTERM, which does no harm.
 */
export const withInterrupt = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw error === controller.signal.reason ? stopped() : error;
  } finally {
    for (const name of SIGNALS) process.off(name, onSignal);
  }
};
