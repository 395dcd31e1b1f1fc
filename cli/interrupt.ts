import { stopped } from '../pipeline/base/errors.js';

/**
 * Runs work that Ctrl-C may stop: the first one aborts the signal, so that the files in hand are abandoned cleanly;
 * a second one ends the process at once. SIGTERM counts as Ctrl-C; Windows sends it never, which does no harm.
 */
export const withInterrupt = async <Value>(work: (signal: AbortSignal) => Promise<Value>): Promise<Value> => {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw error === controller.signal.reason ? stopped() : error;
  } finally {
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
  }
};
