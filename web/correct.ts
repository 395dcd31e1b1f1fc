import type { Hono } from 'hono';
import { z } from 'zod';
import { mayAs, noteEvent } from '../output/access/access.js';
import { correct } from '../output/review/correct.js';
import { CorrectionRequest } from '../output/review/request.js';
import { HEADER_FIELDS, TASK_FIELDS } from '../schemas/correction.js';
import type { AppOptions } from './context.js';
import type { Guarded } from './guard.js';

/** An address of this page, and of no other. */
const Back = z
  .string()
  .max(2000)
  .refine((address) => /^\/(?![/\\])/u.test(address))
  .catch('/');

const FIELDS: ReadonlySet<string> = new Set([...TASK_FIELDS, ...HEADER_FIELDS]);

/** What a form sends, as the request that it stands for: its fields `f.due`, and how they were, `was.due`; what was not touched is left out. */
const readForm = (form: Readonly<Record<string, unknown>>): unknown => {
  const text = (name: string): string | undefined => {
    const value = form[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const fields: Record<string, string | null> = {};
  for (const [name, value] of Object.entries(form)) {
    const field = name.startsWith('f.') ? name.slice(2) : '';
    if (!FIELDS.has(field) || typeof value !== 'string' || value === form[`was.${field}`]) continue;
    fields[field] = value;
  }
  const id = text('id') ?? '';
  const revision = text('revision');
  const seen = revision === undefined ? {} : { revision };
  switch (text('do')) {
    case 'fix':
      // Saved with nothing changed, it is what it was: right.
      return Object.keys(fields).length === 0
        ? { do: 'confirm', id, ...seen }
        : { do: 'fix', id, fields, confirm: true, ...seen };
    case 'undo':
      return { do: 'undo', key: Number(text('key')) };
    case 'add':
      return { do: 'add', id, ...(text('text') === undefined ? {} : { text: text('text') }) };
    case 'split':
      return { do: 'split', id, at: text('at') ?? '', ...seen };
    case 'merge':
      return { do: 'merge', id, other: text('other') ?? '', ...seen };
    default:
      return { do: text('do'), id, ...seen };
  }
};

/** `POST /sua`: one correction, from a form or as JSON. — sửa, xác nhận, hoàn tác */
export const addCorrections = (app: Hono<Guarded>, { db, access, now }: AppOptions): void => {
  app.post('/sua', async (c) => {
    const visitor = c.get('visitor');
    if (!mayAs(visitor.role, 'reviewer')) return c.text('403 Forbidden', 403);
    const isJson = (c.req.header('content-type') ?? '').startsWith('application/json');
    const form = isJson ? ((await c.req.json()) as unknown) : await c.req.parseBody();
    const request = CorrectionRequest.safeParse(isJson ? form : readForm(form as Record<string, unknown>));
    if (!request.success) return c.text('400 Bad Request', 400);
    const at = now();
    const { written, lost } = correct(db, request.data, { by: visitor.name, at });
    for (const one of written)
      noteEvent(access, { at, name: visitor.name, action: request.data.do, target: one.directiveId ?? one.documentId });
    if (isJson) return c.json({ written: written.map(({ key }) => key), lost: lost.map(({ key }) => key) });
    return c.redirect(Back.parse((form as Record<string, unknown>).back), 303);
  });
};
