import { cpSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright-core';
import { openAccessFile } from '../../output/store/access-file.js';
import { openDatabase } from '../../output/store/open-database.js';
import { accessPath } from '../../output/store/own-files.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { openIntake } from '../../web/intake/intake.js';
import { servePage } from '../../web/serve.js';
import { openUpkeep } from '../../web/upkeep/upkeep.js';
import { fillForScreens } from './fill-for-screens.js';
import { findBrowser } from './find-browser.js';
import { listScreens } from './list-screens.js';

/**
 * `npm run screens`: pictures of every screen in three widths, the widest in dark, too, over the fixtures of the house.
 * `node dist/docs/make/take-screens.js [--db ketluan.db] [--out docs/screens] [--only tim] [--today 2025-07-01] [--quality 60]`
 */
const { values } = parseArgs({
  options: {
    db: { type: 'string' },
    out: { type: 'string', default: packageFile('docs', 'screens') },
    only: { type: 'string', default: '' },
    today: { type: 'string', default: '2025-03-24' },
    quality: { type: 'string', default: '25' },
  },
});
const { out, only, today } = values;
const executablePath = findBrowser(process.env);
if (executablePath === undefined) throw new Error('Expected Chromium: install it, or name it in CHROMIUM');

/** All pictures together: they travel with every clone. */
const MOST_BYTES = 2_000_000;
const NOW = `${today}T08:00:00+07:00`;

const WIDTHS = [
  { name: '1440', width: 1440, height: 900, dark: false },
  { name: '1440-toi', width: 1440, height: 900, dark: true },
  { name: '1024', width: 1024, height: 768, dark: false },
  { name: '390', width: 390, height: 844, dark: false },
];

/** A picture as WebP, which Playwright itself does not write. */
const takePicture = async (page: Page, path: string): Promise<void> => {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: Number(values.quality) });
  writeFileSync(path, Buffer.from(data, 'base64'));
  await session.detach();
};

/** In dark those that have every colour; the rest are looked at by the tests of axe. */
const IN_DARK: ReadonlySet<string> = new Set(['hom-nay', 'van-ban', 'ra-soat-xung-dot', 'quan-tri']);

const takeAll = async (page: Page, origin: string, { name, dark }: (typeof WIDTHS)[number]): Promise<void> => {
  for (const screen of listScreens(db, NOW)) {
    if (!screen.name.startsWith(only) || (dark && !IN_DARK.has(screen.name))) continue;
    await page.goto(origin + screen.path, { waitUntil: 'networkidle' });
    await screen.act?.(page);
    await takePicture(page, join(out, `${screen.name}-${name}.webp`));
    intake.job.clear();
  }
};

// The same path each time: it stands in the pictures, as does the time of day.
process.env.TZ = 'Asia/Ho_Chi_Minh';
const folder = join(tmpdir(), 'ketluan-anh');
rmSync(folder, { recursive: true, force: true });
const scans = join(folder, 'Quét 2025');
cpSync(packageFile('fixtures', 'demo'), scans, { recursive: true });
mkdirSync(out, { recursive: true });
const path = values.db ?? join(folder, 'kho.db');
const db = openDatabase(path, { mustExist: values.db !== undefined });
const access = openAccessFile(accessPath(path));
if (values.db === undefined) await fillForScreens({ db, access }, { folder, scans, at: NOW });
let tick = 0;
const now = (): string => new Date(Date.parse(NOW) + tick++ * 1000).toISOString();
const ticket = { used: false, secret: 'x'.repeat(32), name: 'Lan' };
const intake = openIntake({
  database: path,
  program: packageFile('dist', 'cli', 'intake-child.js'),
  uploads: `${path}-nap`,
  places: [scans],
  now,
});
const { origin, close } = await servePage({
  db,
  access,
  now,
  today: () => today,
  ticket,
  intake,
  upkeep: openUpkeep({
    database: path,
    program: packageFile('dist', 'cli', 'upkeep-child.js'),
    backups: folder,
    now,
  }),
  version: '0.0.0',
  address: '127.0.0.1',
  port: 0,
  names: [],
  isBehindProxy: false,
});
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
try {
  for (const look of WIDTHS) {
    const { width, height, dark } = look;
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: dark ? 'dark' : 'light',
      locale: 'vi-VN',
    });
    const page = await context.newPage();
    // What a form says that was not saved is an error to the browser, and the picture that is wanted.
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4|Response Status/u.test(message.text()))
        console.error(message.text());
    });
    ticket.used = false;
    await page.goto(`${origin}/vao/${ticket.secret}`);
    await takeAll(page, origin, look);
    await context.close();
  }
} finally {
  await browser.close();
  await close();
  intake.close();
  access.close();
  db.close();
  rmSync(folder, { recursive: true, force: true });
}
const bytes = readdirSync(out).reduce((sum, name) => sum + statSync(join(out, name)).size, 0);
console.log(`${readdirSync(out).length} pictures, ${(bytes / 1e6).toFixed(2)} MB in ${out}`);
if (bytes > MOST_BYTES) throw new Error(`Expected at most ${MOST_BYTES} bytes: give a lower --quality`);
