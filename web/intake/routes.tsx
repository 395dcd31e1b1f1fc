import type { ReadableStream } from 'node:stream/web';
import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { isStillHere, noteEvent } from '../../output/access/access.js';
import { type CsvColumns, writeCsvTable } from '../../output/export/csv.js';
import { requireBatch, undoBatch } from '../../output/store/batches.js';
import { listManifest, type ManifestLine } from '../../output/store/record-batch.js';
import { PipelineError } from '../../pipeline/base/errors.js';
import { type Action, answerWith, Refusal, readBody } from '../actions.js';
import { type AppOptions, makePage } from '../context.js';
import { closeBehind, type Guarded } from '../guard.js';
import { streamJob } from '../live.js';
import { Progress } from '../view/intake-parts.js';
import { IntakeState } from './job.js';
import { openFolder, splitWay } from './places.js';

/** The one address that takes more than a form. */
export const UPLOAD = '/nap/tep';

const COLUMNS: CsvColumns<ManifestLine> = [
  ['Tệp', ({ path }) => path],
  ['SHA-256', ({ sha256 }) => sha256],
  ['Kết quả', ({ outcome }) => outcome],
  ['Lý do', ({ reason }) => reason?.vi ?? null],
];

/** Forms send strings, programs what the schema says. */
const Chosen = z.union([
  z.object({ place: z.coerce.number().int().min(0).max(999), way: z.string().max(4000).default('') }),
  z.object({ lot: z.string().max(100) }),
]);
const Nothing = z.looseObject({});
const Retried = z.object({ name: z.string().min(1).max(4000) });
const Undone = z.object({ batch: z.coerce.number().int().min(1) });

const act = (path: string, vi: string, en: string, body: z.ZodType): Action => ({
  path: `/nap/${path}`,
  summary: { vi, en },
  role: 'admin',
  body,
  data: z.object({ state: IntakeState }),
});

const LOOK = act(
  'xem-truoc',
  'Xem trước một thư mục hoặc một lô tệp đã gửi',
  'Preview a folder, or files that were sent',
  Chosen,
);
const START = act('bat-dau', 'Nạp những gì đã xem trước; nạp tiếp', 'Take in what was previewed; go on', Nothing);
const STOP = act('dung', 'Tạm dừng sau trang đang đọc', 'Pause behind the page in hand', Nothing);
const CLOSE = act('bo', 'Đóng xem trước hoặc kết quả', 'Close the preview or the result', Nothing);
const RETRY = act('thu-lai', 'Thử lại một tệp cách ly', 'Read a file in quarantine again', Retried);
const UNDO = act('hoan-tac', 'Hoàn tác một lượt nạp', 'Undo a batch', Undone);

const REPROCESSING = (by: string) => ({
  code: 'usage' as const,
  text: { vi: `Đang xử lý lại (${by}): chưa nạp được.`, en: `Files are being run again (${by}): nothing is taken in.` },
  hint: {
    vi: 'Đợi xử lý lại xong, hoặc dừng nó ở Quản trị, rồi nạp.',
    en: 'Wait until that is done, or stop it under Manage.',
  },
});

/** What may be done about taking papers in. */
export const INTAKE_ACTIONS: readonly Action[] = [LOOK, START, STOP, CLOSE, RETRY, UNDO];

/** Every change of the intake: choosing, starting, stopping, undoing; and its progress as it comes. — nạp */
export const addIntake = (app: Hono<Guarded>, options: AppOptions): void => {
  const { db, access, now, intake, upkeep } = options;
  const { job, uploads, places } = intake;
  const note = (c: Context<Guarded>, action: string, target: string): void =>
    noteEvent(access, { at: now(), name: c.get('visitor').name, action, target });
  /** Both write the same rows, file by file: files that come in would wait, and the page could not say how long. */
  const waitForReprocess = (): void => {
    if (upkeep?.job.isReprocessing === true) throw new Refusal(REPROCESSING(upkeep.job.state.by), 409);
  };
  const sweep = (): void => intake.sweep((name) => isStillHere(access, name, now()));

  app.use('/nap/*', closeBehind('/nap', 'admin'));
  app.post('/nap/lot', (c) => {
    sweep();
    return c.json({ lot: uploads.open(c.get('visitor').name) });
  });
  app.post(UPLOAD, async (c) => {
    const body = c.req.raw.body as unknown as ReadableStream | null;
    const refusal = await uploads.keep(c.req.query('lot') ?? '', c.req.query('ten') ?? '', body);
    if (refusal === undefined) return c.body(null, 204);
    return c.json({ refusal }, refusal === 'too-large' ? 413 : 400);
  });

  /** One change: what was sent is checked, done, and told as the state that it left. */
  const addAct = <Body,>(
    { path }: Action,
    body: z.ZodType<Body>,
    run: (c: Context<Guarded>, asked: Body) => boolean,
  ): void => {
    app.post(path, async (c) => {
      const asked = body.safeParse(await readBody(c));
      if (!asked.success || !run(c, asked.data)) return c.text('400 Bad Request', 400);
      return answerWith(c, '/nap', { state: job.state });
    });
  };
  addAct(LOOK, Chosen, (_, asked) => {
    const root = 'place' in asked ? places[asked.place] : undefined;
    const path =
      'lot' in asked
        ? uploads.folderOf(asked.lot)
        : root === undefined
          ? undefined
          : openFolder(root, splitWay(asked.way))?.path;
    if (path === undefined) return false;
    job.look([path]);
    return true;
  });
  addAct(START, Nothing, (c) => {
    waitForReprocess();
    if (!job.read(c.get('visitor').name)) return true;
    uploads.take(job.state.paths);
    note(c, 'intake', job.state.paths.join('; '));
    return true;
  });
  addAct(STOP, Nothing, () => {
    job.stop();
    return true;
  });
  addAct(CLOSE, Nothing, () => {
    job.clear();
    return true;
  });
  addAct(RETRY, Retried, (c, { name }) => {
    waitForReprocess();
    if (job.retry([name], c.get('visitor').name)) note(c, 'retry', name);
    return true;
  });
  addAct(UNDO, Undone, (c, { batch }) => {
    requireBatch(db, batch);
    try {
      undoBatch(db, batch, { by: c.get('visitor').name, at: now() });
    } catch (error) {
      // It is there, and undone already, or being taken in.
      throw error instanceof PipelineError && error.code === 'usage' ? new Refusal(error, 409) : error;
    }
    note(c, 'undo-batch', String(batch));
    return true;
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
    return streamJob(c, job, (state) => <Progress state={state} page={page} />);
  });
};
