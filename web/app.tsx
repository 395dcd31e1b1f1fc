import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { mayAs } from '../output/access/access.js';
import { type ErrorCode, PipelineError, toPipelineError } from '../pipeline/base/errors.js';
import { packageFile } from '../pipeline/base/package-root.js';
import type { Bilingual } from '../schemas/bilingual.js';
import { ACTIONS } from './action-list.js';
import { isProgram, Refusal } from './actions.js';
import { type AppOptions, makePage, wantsJson } from './context.js';
import { addCorrections } from './correct.js';
import { addEntrance } from './entrance.js';
import { addExport } from './export.js';
import { checkOrigin, type Guarded, limitBody, requireVisitor, sealHeaders } from './guard.js';
import { addImages } from './images.js';
import { addIntake, UPLOAD } from './intake/routes.js';
import { addManage } from './manage.js';
import { renderOpenApi } from './open-api.js';
import type { Page } from './page.js';
import { ROUTES } from './route-list.js';
import type { Route } from './routes.js';
import { addSaved } from './saved.js';
import { addUpkeep } from './upkeep/routes.js';
import { Layout } from './view/layout.js';
import { Nothing } from './view/parts.js';

type AppContext = Context<Guarded>;
type Bytes = Uint8Array<ArrayBuffer>;

type Status = 400 | 403 | 404 | 409 | 422 | 500;

const STATUS: Readonly<Partial<Record<ErrorCode, Status>>> = {
  usage: 404,
  'page-picture-missing': 404,
  'correction-invalid': 422,
  'correction-conflict': 409,
};

/** The page of ours from which a form was sent; undefined where another site, or nobody, says so. */
const readReferrer = (c: Context): string | undefined => {
  const referrer = c.req.header('referer');
  if (referrer === undefined || !URL.canParse(referrer)) return undefined;
  const { host, pathname, search } = new URL(referrer);
  return host === c.req.header('host') && !pathname.startsWith('//') ? pathname + search : undefined;
};

/** An error as a page or as JSON; what went wrong, and what to do. Never a word of a paper, never a path of this machine's code. */
const tellError = (c: Context, page: Page, error: PipelineError, status: Status): Response | Promise<Response> => {
  const { text, hint, code } = error;
  if (isProgram(c)) return c.json({ error: { code, text, hint: hint ?? null } }, status);
  const cameFrom = c.req.method === 'POST' ? readReferrer(c) : undefined;
  return c.html(
    <Layout title={text[page.language]} page={page} bare={page.visitor.name === ''}>
      <Nothing title={text[page.language]}>
        <p>{hint?.[page.language]}</p>
        <p>
          {cameFrom === undefined ? null : (
            <>
              <a href={cameFrom}>{page.say('Quay lại', 'Back')}</a> ·{' '}
            </>
          )}
          <a href="/">{page.say('Về trang đầu', 'To the first page')}</a>
        </p>
      </Nothing>
    </Layout>,
    status,
  );
};

const refusal = (vi: string, en: string, hint: Bilingual): PipelineError =>
  new PipelineError('usage', { vi, en }, hint);

const NO_RIGHT = refusal('Tài khoản này không có quyền xem trang này.', 'This account may not see this page.', {
  vi: 'Nhờ người quản trị cấp quyền.',
  en: 'Ask who manages the accounts.',
});

const ONLY_READ = refusal(
  'Trang này sửa dữ liệu; đây là bản chỉ đọc.',
  'This page changes things; here they are only read.',
  {
    vi: 'Mở cơ sở dữ liệu đang làm việc bằng ketluan serve --db.',
    en: 'Open the database that is worked with: ketluan serve --db.',
  },
);

const NO_PAGE = refusal('Không có trang này.', 'There is no such page.', {
  vi: 'Có thể liên kết đã cũ, hoặc văn bản đã được gỡ.',
  en: 'The link may be old, or the paper was taken out.',
});

const WRONG_ADDRESS = (issues: string): PipelineError =>
  refusal(`Địa chỉ không đúng: ${issues}.`, `The address is wrong: ${issues}.`, {
    vi: 'Bỏ bớt điều kiện lọc trên địa chỉ.',
    en: 'Take filters out of the address.',
  });

const serveRoute =
  (route: Route, options: AppOptions) =>
  async (c: AppContext): Promise<Response> => {
    const visitor = c.get('visitor');
    const page = makePage(c, options, visitor);
    if (!mayAs(visitor.role, route.role)) return tellError(c, page, page.readOnly === null ? NO_RIGHT : ONLY_READ, 403);
    const asked = route.query.safeParse({ ...Object.fromEntries(page.query), ...c.req.param() });
    if (!asked.success) {
      const names = asked.error.issues.map(({ path }) => path.join('.')).join(', ');
      return tellError(c, page, WRONG_ADDRESS(names), 400);
    }
    const data = await route.load(page, asked.data);
    c.header('Vary', 'Accept, Cookie');
    if (wantsJson(c)) return c.json(z.encode(route.data, data as never) as object);
    return c.html(
      <Layout title={route.title(data, page)} page={page} wide={route.path.startsWith('/van-ban/')}>
        {route.view(data, page)}
      </Layout>,
    );
  };

/** Files that pages need: name → where it lies and what it is. Nothing else of the disk is ever read for an address. */
const ASSETS: ReadonlyMap<string, readonly [path: string, type: string]> = new Map([
  ['style.css', [packageFile('web', 'assets', 'style.css'), 'text/css; charset=utf-8']],
  ['page.js', [packageFile('web', 'assets', 'page.js'), 'text/javascript; charset=utf-8']],
  ['desk.js', [packageFile('web', 'assets', 'desk.js'), 'text/javascript; charset=utf-8']],
  ['icon.svg', [packageFile('web', 'assets', 'icon.svg'), 'image/svg+xml']],
  ['htmx.js', [createRequire(import.meta.url).resolve('htmx.org/dist/htmx.min.js'), 'text/javascript; charset=utf-8']],
]);

/** Assets are asked for anew each time and sent only when they changed: a new version of the program shows at once. */
const addAssets = (app: Hono<Guarded>): void => {
  const kept = new Map<string, { readonly plain: Bytes; readonly packed: Bytes; readonly tag: string }>();
  const read = (name: string, path: string) => {
    const known = kept.get(name);
    if (known !== undefined) return known;
    const plain = new Uint8Array(readFileSync(path));
    const tag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
    const made = { plain, packed: new Uint8Array(gzipSync(plain)), tag };
    kept.set(name, made);
    return made;
  };
  app.get('/assets/:name', (c) => {
    const name = c.req.param('name');
    const found = ASSETS.get(name);
    if (found === undefined) return c.notFound();
    const { plain, packed, tag } = read(name, found[0]);
    const isPacked = /(?:^|,)\s*gzip\s*(?:,|$)/u.test(c.req.header('accept-encoding') ?? '');
    const headers = {
      ETag: isPacked ? `"${tag}-gz"` : `"${tag}"`,
      'Cache-Control': 'private, no-cache',
      Vary: 'Accept-Encoding',
    };
    if (c.req.header('if-none-match') === headers.ETag) return c.body(null, 304, headers);
    return isPacked
      ? c.body(packed, 200, { ...headers, 'Content-Type': found[1], 'Content-Encoding': 'gzip' })
      : c.body(plain, 200, { ...headers, 'Content-Type': found[1] });
  });
};

/** The page of one database, as a function from requests to answers. — trang làm việc */
export const createApp = (options: AppOptions): Hono<Guarded> => {
  const app = new Hono<Guarded>();
  app.use(sealHeaders(options));
  app.use(checkOrigin(options));
  app.use(limitBody((path) => path === UPLOAD));
  app.use(
    requireVisitor(options, (c) =>
      isProgram(c)
        ? c.json({ error: { code: 'login', text: { vi: 'Cần đăng nhập.', en: 'Log in first.' }, hint: null } }, 401)
        : c.req.method === 'POST' && c.req.header('hx-request') !== undefined
          ? // What was typed stays where it is; the script of the page says what to do.
            c.text('401 Unauthorized', 401)
          : c.redirect('/vao'),
    ),
  );
  addAssets(app);
  addEntrance(app, options);
  addImages(app, options.db);
  addCorrections(app, options);
  const description = renderOpenApi(ROUTES, ACTIONS, options.version);
  app.get('/openapi.json', (c) => c.json(description));
  addExport(app, options);
  addIntake(app, options);
  addManage(app, options);
  addSaved(app, options);
  addUpkeep(app, options);
  for (const route of ROUTES) app.get(route.path, serveRoute(route, options));
  app.notFound((c) => tellError(c, makePage(c, options, c.get('visitor')), NO_PAGE, 404));
  app.onError((error, c) => {
    const told = toPipelineError(error);
    const status = told instanceof Refusal ? told.status : (STATUS[told.code] ?? 500);
    return tellError(c, makePage(c, options, c.get('visitor')), told, status);
  });
  return app;
};
