import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { nameItem } from '../cli/format.js';
import { mayAs, noteEvent } from '../output/access/access.js';
import { correctAll } from '../output/review/correct.js';
import { CorrectionConflict, CorrectionInvalid, invalid } from '../output/review/errors.js';
import { findItem } from '../output/review/items.js';
import { PipelineError } from '../pipeline/base/errors.js';
import { type Action, answerWith, isProgram, readBody, sendsJson } from './actions.js';
import { type AppOptions, makePage, readLanguage } from './context.js';
import {
  CorrectionRequests,
  type Form,
  isBulk,
  type Mark,
  readForm,
  readMarks,
  readRequests,
} from './correction-form.js';
import type { Guarded } from './guard.js';
import { link, type Page } from './page.js';
import { ReviewScreen, titleOfReview } from './screens/review.js';
import { loadReview, ReviewQuery } from './screens/review-data.js';
import { ReviewListScreen, titleOfReviewList } from './screens/review-list.js';
import { loadReviewList, ReviewListQuery } from './screens/review-list-data.js';
import { makeTrouble } from './screens/trouble.js';
import { Layout } from './view/layout.js';

/** An address of this page, and of no other. */
const Back = z
  .string()
  .max(2000)
  .refine((address) => /^\/(?![/\\])/u.test(address))
  .catch('/');

export const CORRECT: Action = {
  path: '/sua',
  summary: {
    vi: 'Sửa, xác nhận, hoàn tác; một hoặc nhiều việc, tất cả hoặc không việc nào',
    en: 'Correct, confirm, undo; one or many, all of it or nothing',
  },
  role: 'reviewer',
  body: CorrectionRequests,
  data: z.object({ written: z.array(z.int()), lost: z.array(z.int()) }),
};

const STATUS = { 'correction-conflict': 409, 'correction-invalid': 422, usage: 404 } as const;
type Told = keyof typeof STATUS;
const isTold = (code: string): code is Told => Object.hasOwn(STATUS, code);

const NO_TASK = (): CorrectionInvalid =>
  invalid(
    {
      vi: 'Có mục đã đánh dấu không phải nhiệm vụ: chỉ nhiệm vụ mới có chủ trì và hạn.',
      en: 'Not all that are marked are tasks: only tasks have a lead body and a day.',
    },
    { vi: 'Bỏ đánh dấu các dòng ấy, hoặc để trống hai ô.', en: 'Take their marks off, or leave both boxes empty.' },
  );
const NONE = (): CorrectionInvalid =>
  invalid(
    { vi: 'Chưa đánh dấu dòng nào.', en: 'Nothing is marked.' },
    { vi: 'Bấm X ở từng dòng, hoặc A cho cả văn bản.', en: 'Press X on a row, or A for the whole paper.' },
  );

/** Refuses what one key cannot do with all that are marked. */
const checkMarks = (form: Form, marks: readonly Mark[]): void => {
  if (!isBulk(form)) return;
  if (marks.length === 0) throw NONE();
  const isGiven = [form['f.lead'], form['f.due']].some((value) => (value ?? '').trim() !== '');
  if (isGiven && form.do === 'all-right' && marks.some(({ kind }) => kind !== 'task')) throw NO_TASK();
};

/** Rows that are not as they were seen, or are there no more, by what each is called. */
const listStale = ({ db, say }: Page, marks: readonly Mark[]): ReadonlyMap<string, string> =>
  new Map(
    marks.flatMap(({ id, revision, kind }): [string, string][] => {
      const item = findItem(db, id);
      if (item?.revision === revision) return [];
      const name = kind === 'header' ? say('phần đầu', 'head') : say('đoạn', 'passage');
      return [[id, item?.kind === 'task' ? nameItem(item.directive.number, say) : name]];
    }),
  );

interface Sent {
  readonly form: Form;
  readonly marks: readonly Mark[];
  readonly status: 404 | 409 | 422;
}

/** The page as of the screen whose form was sent: its language and the way there are kept. */
const onScreen = (page: Page, path: string, values: Readonly<Record<string, string>> = {}): Page => ({
  ...page,
  path,
  query: new URLSearchParams(values),
});

const tellList = (c: Context, from: Page, error: PipelineError, { form, marks, status }: Sent) => {
  const page = onScreen(from, '/ra-soat/danh-sach');
  const { searchParams } = new URL(Back.parse(form.back), 'http://page');
  const asked = ReviewListQuery.catch({ page: 1 }).parse(Object.fromEntries(searchParams));
  const stale = listStale(page, marks);
  c.header('HX-Replace-Url', link('/ra-soat/danh-sach', { page: asked.page === 1 ? undefined : asked.page }));
  const marked = new Set(marks.map(({ id }) => id).filter((id) => !stale.has(id)));
  return c.html(
    <Layout title={titleOfReviewList(page)} page={page}>
      <ReviewListScreen
        data={loadReviewList(page, asked)}
        page={page}
        marks={{ marked, stale }}
        trouble={makeTrouble(error, form, page)}
      />
    </Layout>,
    status,
  );
};

/** The screen of the doubt whose form was sent, with what was typed and why it was not saved. */
const tellOne = (c: Context, from: Page, error: PipelineError, { form, status }: Omit<Sent, 'marks'>) => {
  const { searchParams } = new URL(Back.parse(form.back), 'http://page');
  const { skip } = ReviewQuery.pick({ skip: true }).catch({ skip: 0 }).parse(Object.fromEntries(searchParams));
  const id = form.id === undefined || findItem(from.db, form.id) === undefined ? undefined : form.id;
  const page = onScreen(from, '/ra-soat', id === undefined ? {} : { item: id });
  const data = loadReview(page, { skip, ...(id === undefined ? {} : { item: id }) });
  // The address is that of the doubt: opened again, it shows it as it is then.
  c.header('HX-Replace-Url', link('/ra-soat', { item: id, skip: skip === 0 ? undefined : skip }));
  return c.html(
    <Layout title={titleOfReview(data, page)} page={page}>
      <ReviewScreen data={data} page={page} skip={skip} trouble={makeTrouble(error, form, page)} />
    </Layout>,
    status,
  );
};

const tellProgram = (c: Context, error: PipelineError, status: 404 | 409 | 422): Response => {
  const { code, text, hint } = error;
  const more =
    error instanceof CorrectionConflict
      ? { conflict: error.conflict }
      : error instanceof CorrectionInvalid
        ? { field: error.field }
        : {};
  return c.json({ error: { code, text, hint: hint ?? null, ...more } }, status);
};

/** `POST /sua`: corrections, from a form or as JSON. — sửa, xác nhận, hoàn tác */
export const addCorrections = (app: Hono<Guarded>, options: AppOptions): void => {
  const { db, access, now } = options;
  app.post(CORRECT.path, async (c) => {
    const visitor = c.get('visitor');
    if (!mayAs(visitor.role, 'reviewer')) return c.text('403 Forbidden', 403);
    const body = await readBody(c);
    const form = sendsJson(c) ? {} : readForm(body);
    const marks = sendsJson(c) ? [] : readMarks(body);
    try {
      checkMarks(form, marks);
      const asked = CorrectionRequests.safeParse(sendsJson(c) ? body : readRequests(form, marks));
      if (!asked.success) return c.text('400 Bad Request', 400);
      const requests = [asked.data].flat();
      const at = now();
      const done = correctAll(db, requests, { by: visitor.name, at });
      for (const [i, { written }] of done.entries())
        for (const one of written)
          noteEvent(access, {
            at,
            name: visitor.name,
            action: requests[i]?.do ?? '',
            target: one.directiveId ?? one.documentId,
          });
      const keys = (of: 'written' | 'lost'): number[] => done.flatMap((one) => one[of].flatMap(({ key }) => key ?? []));
      return answerWith(c, Back.parse(form.back), { written: keys('written'), lost: keys('lost') });
    } catch (error) {
      if (!(error instanceof PipelineError) || !isTold(error.code)) throw error;
      const status = STATUS[error.code];
      if (isProgram(c)) return tellProgram(c, error, status);
      const page = makePage(c, options, visitor);
      return isBulk(form)
        ? tellList(c, page, error, { form, marks, status })
        : tellOne(c, page, error, { form, status });
    }
  });
  // Whoever reloads a form that was not saved comes here.
  app.get(CORRECT.path, (c) => {
    readLanguage(c);
    return c.redirect('/ra-soat', 303);
  });
};
