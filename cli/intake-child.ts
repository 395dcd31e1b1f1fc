import '../pipeline/base/engine-flags.js';
import { z } from 'zod';
import { ingest, openDatabase, preview, retryQuarantined } from '../output/library.js';
import { translateDatabaseError } from '../output/store/database-error.js';
import { toPipelineError } from '../pipeline/base/errors.js';
import { readSurroundings } from './surroundings.js';

/*
 * The process in which the page takes files in, so that it never stalls itself: told by messages what to do, it tells what comes of
 * it. It stops when it is asked to, and when whoever started it is gone.
 */

const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('look'), db: z.string(), paths: z.array(z.string()) }),
  z.object({ kind: z.literal('read'), db: z.string(), paths: z.array(z.string()), by: z.string() }),
  z.object({ kind: z.literal('retry'), db: z.string(), names: z.array(z.string()), by: z.string() }),
  z.object({ kind: z.literal('stop') }),
]);
type Asked = z.output<typeof Asked>;

const control = new AbortController();

const tell = (message: object): void => {
  process.send?.(message);
};

const run = async (asked: Exclude<Asked, { kind: 'stop' }>): Promise<void> => {
  const { signal } = control;
  const db = openDatabase(asked.db, { mustExist: true });
  try {
    if (asked.kind === 'look') {
      tell({ kind: 'seen', files: await preview(db, asked.paths, { signal }) });
      return;
    }
    const told = {
      ...readSurroundings(),
      by: asked.by,
      signal,
      onFound: (paths: readonly string[]) => tell({ kind: 'found', count: paths.length }),
      onBegin: (path: string) => tell({ kind: 'begin', path }),
      onPage: (path: string, done: number, of: number) => tell({ kind: 'page', path, done, of }),
      onFile: ({ path, result, reasons }: { path: string; result: string; reasons: readonly object[] }) =>
        tell({ kind: 'file', path, result, reasons }),
    };
    if (asked.kind === 'read') await ingest(db, asked.paths, told);
    else await retryQuarantined(db, { names: asked.names }, told);
  } catch (error) {
    throw translateDatabaseError(error, asked.db);
  } finally {
    db.close();
  }
};

const work = async (asked: Exclude<Asked, { kind: 'stop' }>): Promise<void> => {
  try {
    await run(asked);
    tell({ kind: 'end', stopped: control.signal.aborted });
  } catch (error) {
    const { code, text, hint } = toPipelineError(error);
    if (control.signal.aborted) tell({ kind: 'end', stopped: true });
    else tell({ kind: 'failed', code, text, hint: hint ?? null });
  }
  process.disconnect?.();
};

process.on('disconnect', () => control.abort());
process.on('message', (message) => {
  const asked = Asked.parse(message);
  if (asked.kind === 'stop') control.abort();
  else void work(asked);
});
