import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie } from 'hono/cookie';
import { findSession, findToken, mayAs, type Role, type Visitor } from '../output/access/access.js';
import type { Store } from '../output/store/store.js';

/** What is let through, and where. */
export interface GuardOptions {
  readonly access: Store;
  /** Names with port under which the page may be called; any other is somebody's trick (DNS rebinding). */
  readonly hosts: ReadonlySet<string>;
  readonly isSecure: boolean;
  readonly now: () => string;
  /** There where nothing may be written: then everybody is a reader, whatever else they may. */
  readonly readOnly?: object;
}

/**
 * The cookie of a session. Cookies know no ports: two pages on one machine would put out each other's sessions under one name.
 * Over TLS the browser takes it from this host alone.
 */
export const sessionCookie = (c: Context, isSecure: boolean): string => {
  const port = /:(\d+)$/u.exec(c.req.header('host') ?? '')?.[1] ?? '';
  return isSecure ? `__Host-ketluan${port}` : `ketluan${port}`;
};

/** What everybody may have: the way in and what it looks like. */
const OPEN = /^\/(?:vao(?:\/[\w-]{20,100})?|assets\/[\w.-]+)$/u;
const SAFE = new Set(['GET', 'HEAD']);

/** No script, style, picture or frame but our own files; nothing is sent anywhere else. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** No form of a page is larger; files come in by a way of their own. */
const MOST_BODY = 64 * 1024;

/** Refuses a body that is larger than any form, before anything reads it and before it is asked who sends it. */
export const limitBody = (isUpload: (path: string) => boolean): MiddlewareHandler => {
  const limit = bodyLimit({ maxSize: MOST_BODY, onError: (c) => c.text('413 Content Too Large', 413) });
  return (c, next) => (isUpload(c.req.path) ? next() : limit(c, next));
};

/** Headers that every answer bears. */
export const sealHeaders =
  ({ isSecure }: GuardOptions): MiddlewareHandler =>
  async (c, next) => {
    await next();
    const { headers } = c.res;
    headers.set('Content-Security-Policy', POLICY);
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('X-Frame-Options', 'DENY');
    headers.set('Referrer-Policy', 'same-origin');
    headers.set('Cross-Origin-Opener-Policy', 'same-origin');
    headers.set('Cross-Origin-Resource-Policy', 'same-origin');
    headers.set('Permissions-Policy', 'camera=(), microphone=(), geolocation=()');
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
    if (isSecure) headers.set('Strict-Transport-Security', 'max-age=31536000');
  };

/** Refuses requests under another name, and changes that another site sends. */
export const checkOrigin =
  ({ hosts, isSecure }: GuardOptions): MiddlewareHandler =>
  async (c, next) => {
    const host = (c.req.header('host') ?? '').toLowerCase();
    if (!hosts.has(host)) return c.text('421 Misdirected Request', 421);
    if (SAFE.has(c.req.method)) return next();
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const own = `${isSecure ? 'https' : 'http'}://${host}`;
    if ((origin !== undefined && origin !== own) || (site !== undefined && site !== 'same-origin'))
      return c.text('403 Forbidden', 403);
    return next();
  };

const readBearer = (c: Context): string | undefined =>
  /^Bearer ([\w-]{20,100})$/u.exec(c.req.header('authorization') ?? '')?.[1];

/** True for the same secret; how long it takes tells nothing of it. */
export const isEqual = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** What a form, or a script of the page, brings back to show that it came from here. */
export const CSRF_FIELD = '_csrf';
const CSRF_HEADER = 'x-csrf';

const bringsBack = async (c: Context, csrf: string): Promise<boolean> => {
  const header = c.req.header(CSRF_HEADER);
  if (header !== undefined) return isEqual(header, csrf);
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/x-www-form-urlencoded/u.test(type)) return false;
  const field = (await c.req.parseBody())[CSRF_FIELD];
  return typeof field === 'string' && isEqual(field, csrf);
};

/** Variables that the guard leaves for what comes behind it. */
export interface Guarded {
  readonly Variables: { visitor: Visitor };
}

/** Closes what lies behind a screen to who has no right to it; the screen itself says so. */
export const closeBehind =
  (screen: string, role: Role): MiddlewareHandler<Guarded> =>
  async (c, next) =>
    c.req.path === screen || mayAs(c.get('visitor').role, role) ? next() : c.text('403 Forbidden', 403);

/** Lets in who has a session or a token, and changes only with what the page gave out itself. */
export const requireVisitor =
  (
    { access, isSecure, now, readOnly }: GuardOptions,
    refuse: (c: Context) => Response | Promise<Response>,
  ): MiddlewareHandler<Guarded> =>
  async (c, next) => {
    if (OPEN.test(c.req.path)) return next();
    const bearer = readBearer(c);
    const secret = getCookie(c, sessionCookie(c, isSecure));
    const visitor =
      bearer !== undefined
        ? findToken(access, bearer)
        : secret === undefined
          ? undefined
          : findSession(access, secret, now());
    if (visitor === undefined) return refuse(c);
    if (!SAFE.has(c.req.method) && visitor.csrf !== null && !(await bringsBack(c, visitor.csrf)))
      return c.text('403 Forbidden', 403);
    c.set('visitor', readOnly === undefined ? visitor : { ...visitor, role: 'reader' });
    return next();
  };
