import type { Context, Hono } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { endSession, isStillHere, noteEvent, SESSION_HOURS, startSession, type User } from '../output/access/access.js';
import { logIn } from '../output/access/log-in.js';
import { type AppOptions, makePage } from './context.js';
import { type Guarded, isEqual, sessionCookie } from './guard.js';
import type { Page } from './page.js';
import { Layout } from './view/layout.js';

const letIn = (
  c: Context,
  { access, isSecure, now, intake }: AppOptions,
  user: Pick<User, 'name' | 'role'>,
): Response => {
  const { secret } = startSession(access, user, now());
  // Lax: a link in a sheet or a letter opens its paper; what changes something asks for more than the cookie.
  setCookie(c, sessionCookie(c, isSecure), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure,
    maxAge: SESSION_HOURS * 3600,
  });
  noteEvent(access, { at: now(), name: user.name, action: 'login', target: '' });
  // What others sent and left behind, a preview that nobody closed: every day somebody comes in.
  intake.sweep((name) => isStillHere(access, name, now()));
  return c.redirect('/', 303);
};

/** `name`: what was typed, after a password that was wrong. */
const WayIn = ({ page, wrong, byLink, name }: { page: Page; wrong: string; byLink: boolean; name: string }) => (
  <Layout title={page.say('Đăng nhập', 'Log in')} page={page} bare>
    <div class="entrance">
      <h1>kết luận</h1>
      {byLink ? (
        <p>
          {page.say(
            'Trang này chỉ mở bằng liên kết mà lệnh ketluan serve in ra; mỗi liên kết dùng một lần. Chạy lại lệnh để có liên kết mới.',
            'This page opens with the link that ketluan serve printed, once. Start the command again for a new one.',
          )}
        </p>
      ) : (
        <form method="post" action="/vao" hx-boost="false">
          <label>
            {page.say('Tên', 'Name')}
            <input name="name" required autofocus={name === ''} value={name} autocomplete="username" />
          </label>
          <label>
            {page.say('Mật khẩu', 'Password')}
            <input name="password" type="password" required autofocus={name !== ''} autocomplete="current-password" />
          </label>
          {wrong === '' ? null : (
            <p class="wrong" role="alert">
              {wrong}
            </p>
          )}
          <button type="submit" class="first">
            {page.say('Vào', 'Log in')}
          </button>
        </form>
      )}
    </div>
  </Layout>
);

const field = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 1000) : '');

/** The way in and out: a link that works once, or name and password. — đăng nhập */
export const addEntrance = (app: Hono<Guarded>, options: AppOptions): void => {
  const { access, ticket, now, addressOf, isSecure, intake } = options;
  const byLink = ticket !== null;
  app.get('/vao', (c) => c.html(<WayIn page={makePage(c, options)} wrong="" byLink={byLink} name="" />));
  app.get('/vao/:ticket', (c) => {
    if (ticket === null || ticket.used || !isEqual(ticket.secret, c.req.param('ticket')))
      return c.redirect('/vao', 303);
    ticket.used = true;
    return letIn(c, options, { name: ticket.name, role: 'admin' });
  });
  app.post('/vao', async (c) => {
    const page = makePage(c, options);
    if (byLink) return c.redirect('/vao', 303);
    const form = await c.req.parseBody();
    const found = await logIn(
      access,
      { name: field(form.name), password: field(form.password), from: addressOf(c) },
      now(),
    );
    if (found.result === 'in') return letIn(c, options, found.user);
    // The name is left out: people type their password there by mistake.
    if (found.result === 'wrong')
      noteEvent(access, { at: now(), name: '', action: 'login-refused', target: addressOf(c) });
    const wrong =
      found.result === 'wrong'
        ? page.say('Tên hoặc mật khẩu không đúng.', 'Name or password is wrong.')
        : page.say(
            `Thử sai nhiều lần; thử lại sau ${found.seconds} giây.`,
            `Too many tries; again in ${found.seconds} s.`,
          );
    return c.html(
      <WayIn page={page} wrong={wrong} byLink={false} name={field(form.name)} />,
      found.result === 'wrong' ? 401 : 429,
    );
  });
  app.post('/ra', async (c) => {
    const cookie = sessionCookie(c, isSecure);
    const secret = getCookie(c, cookie);
    const form = await c.req.parseBody();
    if (secret !== undefined) endSession(access, secret, form.everywhere === '1');
    deleteCookie(c, cookie, { path: '/', secure: isSecure });
    noteEvent(access, { at: now(), name: c.get('visitor').name, action: 'logout', target: '' });
    // Who leaves leaves nothing behind that was sent and never taken in.
    intake.sweep((name) => isStillHere(access, name, now()));
    return c.redirect('/vao', 303);
  });
};
