import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { type Language, speak } from '../cli/language.js';
import type { Visitor } from '../output/access/access.js';
import type { ReadOnlyReason } from '../output/store/open-to-serve.js';
import type { Store } from '../output/store/store.js';
import type { IsoDate } from '../schemas/span.js';
import type { GuardOptions } from './guard.js';
import type { Intake } from './intake/intake.js';
import type { Page } from './page.js';
import type { Upkeep } from './upkeep/upkeep.js';

/** A database that is only read. */
export interface ReadOnly {
  readonly reason: ReadOnlyReason;
  /** True when another file took the place of the one that is open: a newer copy was published. */
  readonly isReplaced: () => boolean;
}

/** What a page is served from. The clock and the day are the caller's. */
export interface AppOptions extends GuardOptions {
  /** The database of tasks, open for writing where corrections are wanted. */
  readonly db: Store;
  readonly today: () => IsoDate;
  /** Absent where it may be written. */
  readonly readOnly?: ReadOnly;
  /** How files come in by the page. */
  readonly intake: Intake;
  /** How admins look after the database; absent where the page leaves that to the commands. */
  readonly upkeep?: Upkeep;
  /** Of the program, for who reads the description of the page. */
  readonly version: string;
  /** Lets in, once, who has the link that the command printed; absent where people have passwords. */
  readonly ticket: { used: boolean; readonly secret: string; readonly name: string } | null;
  /** Address of who asks, for the count of wrong passwords. */
  readonly addressOf: (c: Context) => string;
}

const LANGUAGE_COOKIE = 'ketluan-lang';
const YEAR_S = 31_536_000;

/** The language that somebody chose on the page. */
export const readLanguage = (c: Context): Language => {
  const asked = c.req.query('lang');
  if (asked === 'vi' || asked === 'en') {
    setCookie(c, LANGUAGE_COOKIE, asked, { path: '/', maxAge: YEAR_S, sameSite: 'Strict' });
    return asked;
  }
  return getCookie(c, LANGUAGE_COOKIE) === 'en' ? 'en' : 'vi';
};

const NOBODY: Visitor = { name: '', role: 'reader', csrf: null };

/** Everything a screen is told about who asks and for what. */
export const makePage = (
  c: Context,
  { db, access, today, now, intake, upkeep, version, readOnly }: AppOptions,
  visitor: Visitor = NOBODY,
): Page => {
  const language = readLanguage(c);
  const query = new URL(c.req.url).searchParams;
  query.delete('lang');
  return {
    db,
    access,
    intake,
    upkeep: upkeep ?? null,
    version,
    visitor,
    readOnly: readOnly === undefined ? null : { reason: readOnly.reason, isReplaced: readOnly.isReplaced() },
    language,
    say: speak(language),
    today: today(),
    now: now(),
    path: c.req.path,
    query,
  };
};

/** True where a program asks: it wants the data itself. */
export const wantsJson = (c: Context): boolean => {
  const accept = c.req.header('accept') ?? '';
  return accept.includes('application/json') && !accept.includes('text/html');
};
