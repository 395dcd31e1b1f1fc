import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveSearch } from '../../output/search/saved-searches.js';
import { saveFiles } from '../../output/store/save-file.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile } from '../output/sample-records.js';
import { BROWSER, IN_BROWSER, type Visit, visit } from './browser.js';
import { HOSTILE_PAPER } from './open-page.js';

/** A name as long as they come, and one that cannot be broken at a blank. */
const LONG = 'Ban Chỉ đạo thực hiện các chương trình mục tiêu quốc gia '.repeat(4).slice(0, 200).trim();
const UNBROKEN = 'Đảng'.repeat(50);
const PAPERS = 100;
const TASKS_EACH = 101;

const many = Array.from({ length: PAPERS }, (_, paper) =>
  makeDocument(
    `nhieu-${paper}`,
    Array.from({ length: TASKS_EACH }, (_row, task) => ({
      number: `${task + 1}`,
      text: `Giao đơn vị ${paper} rà soát, báo cáo kết quả lần ${task + 1} trước ngày 30/6/2025.`,
      bodies: [makeBody(task % 3 === 0 ? LONG : task % 3 === 1 ? UNBROKEN : 'Sở Tài chính')],
      deadlines: [makeDeadline('trước ngày 30/6/2025', '2025-06-30', { bound: 'before' })],
    })),
    { number: `${paper + 1}-KL/TU`, issuer: paper % 2 === 0 ? LONG : UNBROKEN },
  ),
);

const SCREENS = [
  '/',
  '/tim',
  '/tim?q=bao+cao',
  `/tim?lead=${encodeURIComponent(UNBROKEN)}`,
  '/tim/lich?month=2025-06',
  '/tim/dong-thoi-gian?month=2025-06',
  '/tim/da-luu',
  '/van-ban',
  `/van-ban/${many[0]?.document.id}?item=${many[0]?.directives[1]?.id}`,
  `/van-ban/${HOSTILE_PAPER.document.id}`,
  '/nap',
  '/quan-tri',
];

/** What a page may weigh without its pictures: a second on a slow line of an office. */
const MOST_BYTES = 150_000;

describe.skipIf(BROWSER === undefined)(`10,000 tasks and names of 200 letters${IN_BROWSER}`, () => {
  let seen: Visit;
  beforeAll(async () => {
    seen = await visit((db) => {
      saveFiles(
        db,
        [...many, HOSTILE_PAPER].map((paper) => makeFile(paper)),
      );
      const asked = { in: 'tasks', words: LONG, filters: {}, sort: 'relevance', plain: true } as const;
      saveSearch(db, 'Lâu năm', asked, { by: 'Lan', at: AT });
    });
  }, 120_000);
  afterAll(() => seen?.close());

  it.each([1440, 1024, 390])('fit into a window of %i px: nothing runs out at its side', async (width) => {
    const page = await seen.open({ width });
    const wide: string[] = [];
    for (const path of SCREENS) {
      await page.goto(seen.origin + path);
      const over = Number(await page.evaluate('document.documentElement.scrollWidth - innerWidth'));
      if (over <= 0) continue;
      const who = await page.evaluate(
        `[...document.querySelectorAll('main *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
          .map((one) => one.tagName + '.' + one.className).slice(0, 4).join(' ')`,
      );
      wide.push(`${path.slice(0, 40)}: ${over} px: ${String(who)}`);
    }
    await page.context().close();
    expect(wide).toEqual([]);
  });

  it.each([1440, 1024, 390])('open their menus inside a window of %i px', async (width) => {
    const page = await seen.open({ width });
    const out: string[] = [];
    for (const path of [
      '/tim',
      '/tim/lich?month=2025-06',
      '/tim/da-luu',
      `/ra-soat?item=${HOSTILE_PAPER.directives[0]?.id}`,
    ]) {
      await page.goto(seen.origin + path);
      const menus = page.locator('.menu');
      expect(await menus.count()).toBeGreaterThan(0);
      for (const menu of await menus.all()) {
        await menu.locator('summary').click();
        const box = await menu.locator(':scope > div').boundingBox();
        if (box === null || box.x < 0 || box.x + box.width > width) out.push(`${path}: ${JSON.stringify(box)}`);
        await menu.locator('summary').click();
      }
    }
    await page.context().close();
    expect(out).toEqual([]);
  });

  it('are counted, fifty a page, and the last page is reached by its address', async () => {
    const page = await seen.open();
    await page.goto(`${seen.origin}/tim?state=${encodeURIComponent('QUÁ HẠN')}`);
    expect(await page.locator('.tasks tbody tr').count()).toBe(50);
    expect(await page.locator('h1').innerText()).toMatch(/^(?:hơn )?\d{1,2}\.\d{3} nhiệm vụ$/u);
    await page.locator('a[rel=next]').click();
    await page.waitForURL(/page=2/u);
    expect(await page.locator('.tasks tbody tr').count()).toBe(50);
    await page.context().close();
  });

  it('weigh little: a screen with all that it needs', async () => {
    const page = await seen.open();
    // In bytes as they are sent: assets are packed.
    const ask = async (path: string): Promise<{ readonly text: string; readonly bytes: number }> => {
      const answer = await page.request.get(seen.origin + path);
      const text = await answer.text();
      return { text, bytes: Number(answer.headers()['content-length'] ?? Buffer.byteLength(text)) };
    };
    const heavy: unknown[] = [];
    // Narrowed by a name of 200 letters, every link bears that name again, which no name of an office does.
    for (const path of SCREENS.filter((one) => !one.includes('lead='))) {
      const html = await ask(path);
      const assets = [...html.text.matchAll(/"(?<file>\/assets\/[\w.]+)"/gu)].map(({ groups }) => groups?.file ?? '');
      expect(assets).toContain('/assets/style.css');
      const sent = [html, ...(await Promise.all(assets.map(ask)))];
      const bytes = sent.reduce((sum, one) => sum + one.bytes, 0);
      if (bytes >= MOST_BYTES) heavy.push([path, bytes]);
    }
    await page.context().close();
    expect(heavy).toEqual([]);
  });

  it('print without what only a screen needs', async () => {
    const page = await seen.open();
    await page.goto(`${seen.origin}/tim?q=bao+cao`);
    await page.emulateMedia({ media: 'print' });
    for (const name of ['.top', '.filters', '.tools']) expect(await page.locator(name).first().isVisible()).toBe(false);
    expect(await page.locator('.tasks').isVisible()).toBe(true);
    await page.context().close();
  });
});
