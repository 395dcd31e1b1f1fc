import type { ReadableStream } from 'node:stream/web';
import type { Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { mayAs, noteEvent } from '../../output/access/access.js';
import { type CsvColumns, writeCsvTable } from '../../output/export/csv.js';
import { requireBatch, undoBatch } from '../../output/store/batches.js';
import { listManifest, type ManifestLine } from '../../output/store/record-batch.js';
import { type AppOptions, makePage } from '../context.js';
import type { Guarded } from '../guard.js';
import { Progress } from '../view/intake-parts.js';
import { openFolder, splitWay } from './places.js';

/** The one address that takes more than a form. */
export const UPLOAD = '/nap/tep';

/** Events follow each other at least so far apart: a browser draws no faster, and a batch must not wait for one. */
const BREATH_MS = 250;
const BEAT_MS = 15_000;

const COLUMNS: CsvColumns<ManifestLine> = [
  ['Tệp', ({ path }) => path],
  ['SHA-256', ({ sha256 }) => sha256],
  ['Kết quả', ({ outcome }) => outcome],
  ['Lý do', ({ reason }) => reason?.vi ?? null],
];

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Every change of the intake: choosing, starting, stopping, undoing; and its progress as it comes. — nạp */
export const addIntake = (app: Hono<Guarded>, options: AppOptions): void => {
  const { db, access, now, intake } = options;
  const { job, uploads, places } = intake;
  const may = (c: Context<Guarded>): boolean => mayAs(c.get('visitor').role, 'admin');
  const note = (c: Context<Guarded>, action: string, target: string): void =>
    noteEvent(access, { at: now(), name: c.get('visitor').name, action, target });

  // The screen itself tells who has no right to it; what changes something is simply closed.
  app.use('/nap/*', async (c, next) => (c.req.path === '/nap' || may(c) ? next() : c.text('403 Forbidden', 403)));

  app.post('/nap/lot', (c) => c.json({ lot: uploads.open() }));
  app.post(UPLOAD, async (c) => {
    const body = c.req.raw.body as unknown as ReadableStream | null;
    const refusal = await uploads.keep(c.req.query('lot') ?? '', c.req.query('ten') ?? '', body);
    if (refusal === undefined) return c.body(null, 204);
    return c.json({ refusal }, refusal === 'too-large' ? 413 : 400);
  });
  app.post('/nap/xem-truoc', async (c) => {
    const form = await c.req.parseBody();
    const root = /^\d{1,3}$/u.test(text(form.place)) ? places[Number(form.place)] : undefined;
    const path =
      root === undefined ? uploads.folderOf(text(form.lot)) : openFolder(root, splitWay(text(form.way)))?.path;
    if (path === undefined) return c.text('400 Bad Request', 400);
    job.look([path]);
    return c.redirect('/nap', 303);
  });
  app.post('/nap/bat-dau', (c) => {
    if (job.read(c.get('visitor').name)) note(c, 'intake', job.state.paths.join('; '));
    return c.redirect('/nap', 303);
  });
  app.post('/nap/dung', (c) => {
    job.stop();
    return c.redirect('/nap', 303);
  });
  app.post('/nap/bo', (c) => {
    job.clear();
    return c.redirect('/nap', 303);
  });
  app.post('/nap/thu-lai', async (c) => {
    const name = text((await c.req.parseBody()).name);
    if (name === '') return c.text('400 Bad Request', 400);
    if (job.retry([name], c.get('visitor').name)) note(c, 'retry', name);
    return c.redirect('/nap', 303);
  });
  app.post('/nap/hoan-tac', async (c) => {
    const batch = Number(text((await c.req.parseBody()).batch));
    if (!Number.isInteger(batch) || batch < 1) return c.text('400 Bad Request', 400);
    undoBatch(db, batch, { by: c.get('visitor').name, at: now() });
    note(c, 'undo-batch', String(batch));
    return c.redirect('/nap', 303);
  });
  app.get('/nap/bang-ke/:name{[1-9][0-9]{0,8}\\.csv}', (c) => {
    const batch = Number.parseInt(c.req.param('name'), 10);
    requireBatch(db, batch);
    return c.body([...writeCsvTable(COLUMNS, listManifest(db, batch))].join(''), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="bang-ke-${batch}.csv"`,
    });
  });
  app.get('/nap/dien-bien', (c) => {
    const page = makePage(c, options, c.get('visitor'));
    return streamSSE(c, async (stream) => {
      let wake: (() => void) | undefined;
      const stopListening = job.listen(() => wake?.());
      stream.onAbort(() => wake?.());
      try {
        for (let last: unknown; !stream.aborted; ) {
          const { state } = job;
          if (state === last) await stream.writeSSE({ event: 'beat', data: '' });
          else
            await stream.writeSSE({
              event: 'state',
              id: state.phase,
              data: String(await Promise.resolve(<Progress state={state} page={page} />)).replace(/\n/gu, ' '),
            });
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
  });
};
