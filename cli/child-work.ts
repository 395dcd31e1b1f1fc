import { z } from 'zod';
import { translateDatabaseError } from '../output/store/database-error.js';
import { toPipelineError } from '../pipeline/base/errors.js';

const Stop = z.object({ kind: z.literal('stop') });

/** Tells whoever started this process. */
export const tell = (message: object): void => {
  process.send?.(message);
};

/**
 * Does one piece of work on a database for the page, in a process of its own, so that the page never stalls: told by a message what to
 * do, it tells what comes of it. It stops when it is asked to, and when whoever started it is gone. `run` gives what its last word
 * says besides whether it was stopped; `unfinished`: the same of work that was stopped in its midst. — việc ở tiến trình riêng
 */
export const workForPage = <Asked extends { readonly db: string }>(
  request: z.ZodType<Asked>,
  run: (asked: Asked, signal: AbortSignal) => Promise<object>,
  unfinished: object = {},
): void => {
  const control = new AbortController();
  const { signal } = control;
  const work = async (asked: Asked): Promise<void> => {
    try {
      const outcome = await run(asked, signal);
      tell({ kind: 'end', stopped: signal.aborted, ...outcome });
    } catch (error) {
      const { code, text, hint } = toPipelineError(translateDatabaseError(error, asked.db));
      if (signal.aborted) tell({ kind: 'end', stopped: true, ...unfinished });
      else tell({ kind: 'failed', code, text, hint: hint ?? null });
    }
    process.disconnect?.();
  };
  process.on('disconnect', () => control.abort());
  process.on('message', (message) => {
    if (Stop.safeParse(message).success) control.abort();
    else void work(request.parse(message));
  });
};
