import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { accessPath, openAccessFile } from '../../output/store/access-file.js';
import { openDatabase } from '../../output/store/open-database.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { openIntake } from '../../web/intake/intake.js';
import { servePage } from '../../web/serve.js';
import { findBrowser } from './find-browser.js';
import { listScreens } from './list-screens.js';

/**
 * `node dist/docs/make/take-screens.js --db ketluan.db --out docs/screens [--only tim] [--today 2025-07-01]`: pictures of every
 * screen in three widths, the widest in dark, too.
 */
const { values } = parseArgs({
  options: {
    db: { type: 'string' },
    out: { type: 'string' },
    only: { type: 'string', default: '' },
    today: { type: 'string', default: '2025-07-01' },
  },
});
const { db: path, out, only, today } = values;
const executablePath = findBrowser(process.env);
if (path === undefined || out === undefined) throw new Error('Expected --db and --out');
if (executablePath === undefined) throw new Error('Expected Chromium: install it, or name it in CHROMIUM');

const WIDTHS = [
  { name: '1440', width: 1440, height: 900, dark: false },
  { name: '1440-toi', width: 1440, height: 900, dark: true },
  { name: '1024', width: 1024, height: 768, dark: false },
  { name: '390', width: 390, height: 844, dark: false },
];

const takeAll = async (page: Page, origin: string, name: string): Promise<void> => {
  for (const screen of listScreens(db)) {
    if (!screen.name.startsWith(only)) continue;
    await page.goto(origin + screen.path, { waitUntil: 'networkidle' });
    await page.screenshot({ path: join(out, `${screen.name}-${name}.png`) });
  }
};

mkdirSync(out, { recursive: true });
const db = openDatabase(path, { mustExist: true });
const access = openAccessFile(accessPath(path));
const ticket = { used: false, secret: 'x'.repeat(32), name: 'Lan' };
const { origin, close } = await servePage({
  db,
  access,
  now: () => new Date().toISOString(),
  today: () => today,
  ticket,
  intake: openIntake({
    database: path,
    program: packageFile('dist', 'cli', 'intake-child.js'),
    uploads: `${path}-nap`,
    places: [packageFile('fixtures', 'demo')],
    now: () => new Date().toISOString(),
  }),
  version: '0.0.0',
  address: '127.0.0.1',
  port: 0,
  names: [],
  isBehindProxy: false,
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const { name, width, height, dark } of WIDTHS) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      locale: 'vi-VN',
    });
    const page = await context.newPage();
    page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
    ticket.used = false;
    await page.goto(`${origin}/vao/${ticket.secret}`);
    await takeAll(page, origin, name);
    await context.close();
  }
} finally {
  await browser.close();
  await close();
  access.close();
  db.close();
}
