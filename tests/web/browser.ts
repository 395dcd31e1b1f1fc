import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../docs/make/find-browser.js';
import { openAccessFile } from '../../output/store/access-file.js';
import { openDatabase } from '../../output/store/open-database.js';
import type { Store } from '../../output/store/store.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { openIntake } from '../../web/intake/intake.js';
import { type ServeOptions, servePage } from '../../web/serve.js';
import { openUpkeep } from '../../web/upkeep/upkeep.js';
import { AT, TODAY } from '../output/sample-records.js';

/** Where Chromium lies; undefined where it is missing: the tests then say that they were not run. */
export const BROWSER = findBrowser(process.env);

/** Why tests of the page were skipped, as their title says it. */
export const IN_BROWSER = BROWSER === undefined ? ' (not run: no Chromium on this machine)' : '';

/** A page that is served, and somebody who looks at it. */
export interface Visit {
  readonly origin: string;
  readonly db: Store;
  readonly access: Store;
  readonly folder: string;
  /** A window of somebody who came in by the link; what the console says goes into `said`. */
  readonly open: (look?: { readonly dark?: boolean; readonly width?: number; readonly as?: string }) => Promise<Page>;
  /** A window of nobody yet. */
  readonly blank: (look?: { readonly dark?: boolean; readonly width?: number }) => Promise<Page>;
  /** The link that lets somebody in, once. */
  readonly link: (name: string) => string;
  /** Errors of every window: a breach of the policy is one. */
  readonly said: string[];
  readonly close: () => Promise<void>;
}

export const visit = async (
  fill: (db: Store, folder: string) => unknown,
  more: Partial<ServeOptions> = {},
): Promise<Visit> => {
  if (BROWSER === undefined) throw new Error('Expected Chromium');
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-visit-'));
  const db = openDatabase(join(folder, 'kho.db'));
  await fill(db, folder);
  const access = openAccessFile(':memory:');
  const ticket = { used: false, secret: 'T'.repeat(32), name: 'Lan' };
  const served = await servePage({
    db,
    access,
    now: () => AT,
    today: () => TODAY,
    version: '0.0.0',
    ticket,
    intake: openIntake({
      database: join(folder, 'kho.db'),
      program: packageFile('dist', 'cli', 'intake-child.js'),
      uploads: join(folder, 'nap'),
      places: [folder],
      now: () => AT,
    }),
    upkeep: openUpkeep({
      database: join(folder, 'kho.db'),
      program: packageFile('dist', 'cli', 'upkeep-child.js'),
      backups: join(folder, 'sao-luu'),
      now: () => AT,
    }),
    address: '127.0.0.1',
    port: 0,
    names: [],
    isBehindProxy: false,
    ...more,
  });
  const browser: Browser = await chromium.launch({ executablePath: BROWSER, args: ['--no-sandbox'] });
  const said: string[] = [];
  const link = (name: string): string => {
    Object.assign(ticket, { used: false, name });
    return `${served.origin}/vao/${ticket.secret}`;
  };
  const blank: Visit['blank'] = async ({ dark = false, width = 1440 } = {}) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: dark ? 'dark' : 'light',
      locale: 'vi-VN',
    });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
    page.on('pageerror', (error) => said.push(String(error)));
    page.on('request', (request) => {
      if (!request.url().startsWith(served.origin)) said.push(`asked ${request.url()}`);
    });
    return page;
  };
  return {
    origin: served.origin,
    db,
    access,
    folder,
    said,
    link,
    blank,
    open: async ({ as = 'Lan', ...look } = {}) => {
      const page = await blank(look);
      await page.goto(link(as));
      return page;
    },
    close: async () => {
      await browser.close();
      await served.close();
      access.close();
      db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
