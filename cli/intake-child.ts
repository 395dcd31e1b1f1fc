import '../pipeline/base/engine-flags.js';
import { z } from 'zod';
import { ingest, openDatabase, preview, retryQuarantined } from '../output/library.js';
import { tell, workForPage } from './child-work.js';
import { readSurroundings } from './surroundings.js';

/* The process in which the page takes files in. */

const Asked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('look'), db: z.string(), paths: z.array(z.string()) }),
  z.object({ kind: z.literal('read'), db: z.string(), paths: z.array(z.string()), by: z.string() }),
  z.object({ kind: z.literal('retry'), db: z.string(), names: z.array(z.string()), by: z.string() }),
]);

workForPage(Asked, async (asked, signal) => {
  const db = openDatabase(asked.db, { mustExist: true });
  try {
    if (asked.kind === 'look') {
      tell({ kind: 'seen', files: await preview(db, asked.paths, { signal }) });
      return {};
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
    return {};
  } finally {
    db.close();
  }
});
