import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { ChildJob } from './child-job.js';

/** Events follow each other at least so far apart: a browser draws no faster, and the work must not wait for one. */
const BREATH_MS = 250;
const BEAT_MS = 15_000;

/** Tells the state of a job as it changes, until it rests: what is drawn of it, with its phase as the id. — diễn biến */
export const streamJob = <State extends { readonly phase: string }>(
  c: Context,
  job: ChildJob<State>,
  draw: (state: State) => unknown,
): Response =>
  streamSSE(c, async (stream) => {
    let wake: (() => void) | undefined;
    const stopListening = job.listen(() => wake?.());
    stream.onAbort(() => wake?.());
    try {
      for (let last: unknown; !stream.aborted; ) {
        const { state } = job;
        if (state === last) await stream.writeSSE({ event: 'beat', data: '' });
        else {
          const drawn = String(await Promise.resolve(draw(state)));
          await stream.writeSSE({ event: 'state', id: state.phase, data: drawn.replace(/\n/gu, ' ') });
        }
        last = state;
        if (!job.isBusy) break;
        await stream.sleep(BREATH_MS);
        if (job.state !== last) continue;
        await Promise.race([
          new Promise<void>((resolve) => {
            wake = resolve;
          }),
          stream.sleep(BEAT_MS),
        ]);
      }
    } finally {
      stopListening();
    }
  });
