import type { Context, Hono } from 'hono';
import { z } from 'zod';
import {
  LEAST_PASSWORD,
  makeToken,
  mayAs,
  noteEvent,
  Role,
  removeToken,
  removeUser,
  saveUser,
  UserName,
} from '../output/access/access.js';
import type { Bilingual } from '../schemas/bilingual.js';
import { type Action, answerWith, isProgram, readBody, sendsJson } from './actions.js';
import { type AppOptions, makePage } from './context.js';
import { type Form, readForm } from './correction-form.js';
import type { Guarded } from './guard.js';
import { ManageScreen } from './screens/manage.js';
import { loadManage, type ManageTrouble } from './screens/manage-data.js';
import { Layout } from './view/layout.js';
import { Nothing } from './view/parts.js';

const Request = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('save-user'),
    name: UserName,
    role: Role,
    password: z.string().min(LEAST_PASSWORD).max(1000),
  }),
  z.object({ do: z.literal('remove-user'), name: UserName }),
  z.object({ do: z.literal('make-token'), name: UserName, role: Role }),
  z.object({ do: z.literal('remove-token'), name: UserName }),
]);

export const CHANGE_ACCESS: Action = {
  path: '/quan-tri',
  summary: { vi: 'Thêm, bỏ người dùng và mã', en: 'Add and remove users and tokens' },
  role: 'admin',
  body: Request,
  data: z.object({ done: z.literal(true), token: z.string().optional() }),
};

const WRONG: Readonly<Record<string, Bilingual>> = {
  name: {
    vi: 'Tên gồm chữ, số, dấu cách, chấm, gạch; tối đa 60 ký tự.',
    en: 'Letters, digits, blanks, dots and dashes; at most 60.',
  },
  password: { vi: `Mật khẩu phải từ ${LEAST_PASSWORD} ký tự.`, en: `At least ${LEAST_PASSWORD} letters.` },
  role: { vi: 'Chọn một trong ba quyền.', en: 'Choose one of the three roles.' },
};
const WRONG_FORM: Bilingual = { vi: 'Yêu cầu không đúng dạng.', en: 'The request has no known form.' };

const toTrouble = (error: z.ZodError, form: Form): ManageTrouble => {
  const field = String(error.issues[0]?.path[0] ?? '');
  // A password is never sent back.
  const { password: _password, ...kept } = form;
  return { field, text: WRONG[field] ?? WRONG_FORM, form: kept };
};

const tellWrong = (c: Context<Guarded>, options: AppOptions, trouble: ManageTrouble): Response | Promise<Response> => {
  const { field, text } = trouble;
  if (isProgram(c)) return c.json({ error: { code: 'usage', text, hint: null, field } }, 422);
  const page = makePage(c, options, c.get('visitor'));
  return c.html(
    <Layout title={page.say('Quản trị', 'Manage')} page={page}>
      <ManageScreen data={loadManage(page)} page={page} trouble={trouble} />
    </Layout>,
    422,
  );
};

/** `POST /quan-tri`: users and tokens made and taken away, by admins. — quản trị người dùng */
export const addManage = (app: Hono<Guarded>, options: AppOptions): void => {
  const { access, now } = options;
  app.post(CHANGE_ACCESS.path, async (c) => {
    const visitor = c.get('visitor');
    if (!mayAs(visitor.role, 'admin')) return c.text('403 Forbidden', 403);
    const body = await readBody(c);
    const asked = Request.safeParse(sendsJson(c) ? body : readForm(body));
    if (!asked.success) return tellWrong(c, options, toTrouble(asked.error, readForm(body)));
    const request = asked.data;
    const at = now();
    noteEvent(access, { at, name: visitor.name, action: request.do, target: request.name });
    if (request.do === 'make-token') {
      const token = makeToken(access, request, at);
      if (isProgram(c)) return c.json({ done: true, token });
      const page = makePage(c, options, visitor);
      return c.html(
        <Layout title={page.say('Mã mới', 'New token')} page={page}>
          <Nothing
            title={page.say(`Mã của ${request.name}, chỉ hiện một lần:`, `The token of ${request.name}, shown once:`)}
          >
            <p>
              <code class="token">{token}</code>
            </p>
            <p>
              <a href="/quan-tri">{page.say('Đã chép, quay lại', 'Copied, go back')}</a>
            </p>
          </Nothing>
        </Layout>,
      );
    }
    if (request.do === 'save-user') await saveUser(access, request, at);
    else if (request.do === 'remove-user') removeUser(access, request.name);
    else removeToken(access, request.name);
    return answerWith(c, '/quan-tri', { done: true });
  });
};
