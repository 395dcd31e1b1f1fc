import type { Hono } from 'hono';
import { z } from 'zod';
import { stampMoment } from '../../cli/format.js';
import { noteEvent } from '../../output/access/access.js';
import { isSecret } from '../../output/store/secret.js';
import { type Action, answerWith, Refusal, readBody } from '../actions.js';
import { type AppOptions, makePage } from '../context.js';
import { closeBehind, type Guarded } from '../guard.js';
import { streamJob } from '../live.js';
import { UpkeepProgress } from '../view/upkeep-parts.js';
import { UpkeepKind } from './job.js';

const Request = z.discriminatedUnion('do', [
  z.object({ do: z.enum([...UpkeepKind.options, 'stop', 'close']) }),
  z.object({ do: z.literal('remove-backup'), name: z.string().max(200) }),
]);

const KEPT_BACKUP = {
  code: 'usage' as const,
  text: { vi: 'Không xoá được bản sao lưu này.', en: 'This backup cannot be removed.' },
  hint: {
    vi: 'Bản mới nhất luôn được giữ; bản khác có thể đã được xoá rồi.',
    en: 'The newest is always kept; another one may be gone already.',
  },
};

export const LOOK_AFTER: Action = {
  path: '/quan-tri/viec',
  summary: {
    vi: 'Sao lưu, kiểm tra, kiểm tra cài đặt, xử lý lại; dừng; xoá bản sao lưu cũ',
    en: 'Back up, verify, check the set-up, run again; stop; remove an old backup',
  },
  role: 'admin',
  body: Request,
  data: z.object({ started: z.boolean() }),
};

/** What admins have done with the database, in a process of its own, and the backups that lie there. — sao lưu, kiểm tra, xử lý lại */
export const addUpkeep = (app: Hono<Guarded>, options: AppOptions): void => {
  const { db, access, now, intake, upkeep } = options;
  if (upkeep === undefined) return;
  const { job, backups } = upkeep;
  app.use('/quan-tri/*', closeBehind('/quan-tri', 'admin'));
  app.post(LOOK_AFTER.path, async (c) => {
    const asked = Request.safeParse(await readBody(c));
    if (!asked.success) return c.text('400 Bad Request', 400);
    const { name } = c.get('visitor');
    if (asked.data.do === 'remove-backup') {
      const { name: target } = asked.data;
      if (!backups.remove(target)) throw new Refusal(KEPT_BACKUP, 409);
      noteEvent(access, { at: now(), name, action: 'remove-backup', target });
      return answerWith(c, '/quan-tri', { started: false });
    }
    const { do: act } = asked.data;
    if (act === 'stop') job.stop();
    if (act === 'close') job.clear();
    if (act === 'stop' || act === 'close') return answerWith(c, '/quan-tri', { started: false });
    // Both write the same rows, file by file: the one that comes second waits until the first is through.
    const isFree = act !== 'reprocess' || !intake.job.isBusy;
    const at = now();
    const started = isFree && job.start(act, name, act === 'backup' ? backups.next(stampMoment(at)) : undefined);
    if (started) noteEvent(access, { at, name, action: act, target: '' });
    return answerWith(c, '/quan-tri', { started });
  });
  app.get('/quan-tri/sao-luu/:name', (c) => {
    // A copy of classified papers leaves the machine by hand alone.
    if (isSecret(db)) return c.text('403 Forbidden', 403);
    const name = c.req.param('name');
    const found = backups.open(name);
    if (found === undefined) return c.notFound();
    noteEvent(access, { at: now(), name: c.get('visitor').name, action: 'download-backup', target: name });
    return c.body(found.body as unknown as ReadableStream, 200, {
      'Content-Type': 'application/vnd.sqlite3',
      'Content-Length': String(found.bytes),
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    });
  });
  app.get('/quan-tri/dien-bien', (c) => {
    const page = makePage(c, options, c.get('visitor'));
    return streamJob(c, job, (state) => <UpkeepProgress state={state} page={page} />);
  });
};
