import type { Hono } from 'hono';
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
import { PipelineError } from '../pipeline/base/errors.js';
import { type AppOptions, makePage } from './context.js';
import type { Guarded } from './guard.js';
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

const wrongForm = (): PipelineError =>
  new PipelineError(
    'correction-invalid',
    {
      vi: `Cần tên gồm chữ, số, dấu cách, chấm, gạch (tối đa 60 ký tự) và mật khẩu từ ${LEAST_PASSWORD} ký tự.`,
      en: `Expected a name of letters, digits, blanks, dots and dashes (at most 60) and a password of at least ${LEAST_PASSWORD}.`,
    },
    { vi: 'Quay lại trang Quản trị và gõ lại.', en: 'Go back to the page and type it again.' },
  );

/** `POST /quan-tri`: users and tokens made and taken away, by admins. — quản trị người dùng */
export const addManage = (app: Hono<Guarded>, options: AppOptions): void => {
  const { access, now } = options;
  app.post('/quan-tri', async (c) => {
    const visitor = c.get('visitor');
    if (!mayAs(visitor.role, 'admin')) return c.text('403 Forbidden', 403);
    const asked = Request.safeParse(await c.req.parseBody());
    if (!asked.success) throw wrongForm();
    const request = asked.data;
    const at = now();
    noteEvent(access, { at, name: visitor.name, action: request.do, target: request.name });
    if (request.do === 'make-token') {
      const secret = makeToken(access, request, at);
      const page = makePage(c, options, visitor);
      return c.html(
        <Layout title={page.say('Mã mới', 'New token')} page={page}>
          <Nothing
            title={page.say(`Mã của ${request.name}, chỉ hiện một lần:`, `The token of ${request.name}, shown once:`)}
          >
            <p>
              <code class="token">{secret}</code>
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
    return c.redirect('/quan-tri', 303);
  });
};
