import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { saveUser } from '../../output/access/access.js';
import { findPlaces, ingest, listDocuments } from '../../output/library.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { PageView } from '../../web/view/page-view.js';
import { AT } from '../output/sample-records.js';
import { BROWSER, IN_BROWSER, type Visit, visit } from './browser.js';

const SCAN = 'tb-huyen-uy-kenh-muong-2006';
const TYPED = 'kl-btv-tinh-duoc-lieu';

/** Real papers of the fixtures: a scan whose words have places, and a typed text. */
const open = (more: Parameters<typeof visit>[1] = {}): Promise<Visit> =>
  visit(async (db, folder) => {
    const papers = join(folder, 'giay');
    mkdirSync(papers);
    copyFileSync(packageFile('fixtures', 'demo', `${SCAN}.tif`), join(papers, 'scan.tif'));
    copyFileSync(packageFile('fixtures', 'documents', TYPED, 'text.txt'), join(papers, 'text.txt'));
    const ocr = await openRecordedOcr(recordingOf(SCAN));
    await ingest(db, [papers], { now: () => AT, openOcr: () => ocr });
  }, more);

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

describe.skipIf(BROWSER === undefined)(`a clerk at the page${IN_BROWSER}`, () => {
  let seen: Visit;
  let page: Page;
  let scan: string;
  beforeAll(async () => {
    seen = await open();
    page = await seen.open();
    scan = [...listDocuments(seen.db)].find(({ document }) => document.number?.includes('TB/HU'))?.document.id ?? '';
  });
  afterAll(() => seen?.close());

  const find = async (words: string): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('/');
    await page.keyboard.type(words);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/tim\?/u);
    await page.waitForLoadState('networkidle');
  };

  it('finds the same with and without marks, by keys alone, and the hits are marked', async () => {
    await page.goto(`${seen.origin}/`);
    await find('vùng chiêm trũng');
    const marked = await heading(page);
    expect(await page.locator('.tasks mark').allInnerTexts()).toContain('vùng chiêm trũng');
    await page.goto(`${seen.origin}/`);
    await find('vung chiem trung');
    expect(await heading(page)).toBe(marked);
    expect(Number.parseInt(marked, 10)).toBeGreaterThan(0);
  });

  it('goes from result to result by J and K, and opens one by Enter', async () => {
    await page.goto(`${seen.origin}/tim`);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    const first = await page.locator('.tasks .what > a').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/van-ban\//u);
    expect(page.url()).toBe(seen.origin + (first ?? ''));
  });

  it('narrows by a click, and the address alone gives the same again', async () => {
    await page.goto(`${seen.origin}/tim`);
    await page.locator('.filters a', { hasText: 'Quá hạn' }).click();
    await page.waitForURL(/state=/u);
    const [address, count] = [page.url(), await heading(page)];
    const other = await seen.open();
    await other.goto(address);
    expect(await heading(other)).toBe(count);
    await other.context().close();
  });

  it('is offered what would find something where nothing is found', async () => {
    await page.goto(`${seen.origin}/tim?q=chiem+trung&year=1999`);
    expect(await page.locator('.nothing').innerText()).toContain('Không tìm thấy');
    await page.locator('.nothing a').first().click();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.tasks tbody tr').count()).toBeGreaterThan(0);
  });

  it('sees the sentence, its day and its body framed where they stand', async () => {
    const task = `${scan}:II.1`;
    const places = findPlaces(seen.db, task);
    if (places === undefined) throw new Error('Expected places');
    await page.goto(`${seen.origin}/van-ban/${scan}?item=${encodeURIComponent(task)}`, { waitUntil: 'networkidle' });
    const image = await page.locator('.sheet img').boundingBox();
    if (image === null) throw new Error('Expected the picture of the page');
    expect(await page.locator('.sheet img').evaluate((one) => Reflect.get(one, 'naturalWidth') > 1000)).toBe(true);
    for (const [kind, known] of [
      ['sentence', places.sentence],
      ['deadline', places.deadlines.flatMap((one) => one.places)],
      ['body', places.bodies.flatMap((one) => one.places)],
    ] as const) {
      const boxes = await Promise.all((await page.locator(`.frame.${kind}`).all()).map((one) => one.boundingBox()));
      expect(boxes.length).toBe(known.length);
      // Half a stroke lies outside of a frame: a hundredth of the page is less than a line.
      for (const [i, { left, top, right, bottom }] of known.entries()) {
        const box = boxes[i] ?? { x: 0, y: 0, width: 0, height: 0 };
        const edges = [box.x - image.x, box.x - image.x + box.width].map((x) => x / image.width);
        const sides = [box.y - image.y, box.y - image.y + box.height].map((y) => y / image.height);
        for (const [shown, wanted] of [
          [edges[0], left],
          [edges[1], right],
          [sides[0], top],
          [sides[1], bottom],
        ])
          expect(Math.abs((shown ?? 1) - (wanted ?? 0))).toBeLessThan(0.01);
      }
    }
  });

  it('is shown where a deadline and a body stand by a click on them', async () => {
    await page.goto(`${seen.origin}/van-ban/${scan}?item=${encodeURIComponent(`${scan}:II.1`)}`);
    await page.locator('.detail a.found', { hasText: '15/04/2006' }).click();
    await page.waitForURL(/part=d0/u);
    await page.locator('.frame.deadline.at').first().waitFor();
    await page.locator('.detail a.found', { hasText: 'nhân dân huyện' }).first().click();
    await page.waitForURL(/part=b\d/u);
    expect(await page.locator('.frame.body.at').count()).toBeGreaterThan(0);
    expect(await page.locator('.frame.deadline.at').count()).toBe(0);
  });

  it('sees a typed text marked as a picture would be framed, and comes to an item by a click on its words', async () => {
    const typed =
      [...listDocuments(seen.db)].find(({ document }) => document.number === '512-KL/TU')?.document.id ?? '';
    await page.goto(`${seen.origin}/van-ban/${typed}?item=${encodeURIComponent(`${typed}:II.1.3`)}`);
    const shown = page.locator('.page-text mark.sentence');
    await shown.first().waitFor();
    expect((await shown.allInnerTexts()).join(' ')).toContain('Rà soát quỹ đất');
    expect((await page.locator('.page-text .deadline').allInnerTexts()).join(' ')).toMatch(/trước ngày\s+30\/6\/2025/u);
    // It stands far below: it was brought into sight.
    const [own, box] = [await page.locator('.page-text').boundingBox(), await shown.first().boundingBox()];
    expect((box?.y ?? 0) - (own?.y ?? 0)).toBeGreaterThan(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan((own?.y ?? 0) + (own?.height ?? 0));
    await page.locator('.page-text a.item', { hasText: 'Văn phòng Tỉnh ủy theo dõi' }).click();
    await page.waitForURL(/item=.*II\.5/u);
    expect(await page.locator('.detail p.text').innerText()).toContain('Văn phòng Tỉnh ủy theo dõi');
  });

  it('is not told that a lead-in lacks a day', async () => {
    const typed =
      [...listDocuments(seen.db)].find(({ document }) => document.number === '512-KL/TU')?.document.id ?? '';
    await page.goto(`${seen.origin}/van-ban/${typed}?item=${encodeURIComponent(`${typed}:II.1`)}`);
    expect(await page.locator('.detail').innerText()).toContain('Câu dẫn');
    expect(await page.locator('.detail').innerText()).not.toContain('cần điền hạn');
  });

  it('comes to an item by a click on its words', async () => {
    const places = findPlaces(seen.db, `${scan}:II.2.2`);
    const [line] = places?.sentence ?? [];
    if (line === undefined) throw new Error('Expected places');
    await page.goto(`${seen.origin}/van-ban/${scan}?p=1`, { waitUntil: 'networkidle' });
    const image = await page.locator('.sheet img').boundingBox();
    if (image === null) throw new Error('Expected the picture of the page');
    await page.locator('.sheet').click({
      position: {
        x: ((line.left + line.right) / 2) * image.width,
        y: ((line.top + line.bottom) / 2) * image.height,
      },
    });
    await page.waitForURL(/item=/u);
    expect(decodeURIComponent(page.url())).toContain('II.2.2');
    expect(await page.locator('.detail .text').innerText()).toContain('Công khai thu');
  });

  it('has the next page drawn while it reads this one', async () => {
    const next = `/anh/${'a'.repeat(64)}/2.webp`;
    await page.goto(`${seen.origin}/van-ban/${scan}`, { waitUntil: 'networkidle' });
    // The last page has none behind it.
    expect(await page.locator('page-view').getAttribute('data-next')).toBe(null);
    const asked = page.waitForRequest((request) => request.url() === seen.origin + next);
    await page.evaluate(`(() => {
      const other = document.querySelector('page-view').cloneNode(true);
      other.dataset.next = '${next}';
      document.querySelector('.middle').append(other);
    })()`);
    await asked;
    const shown = { document: { id: 'x', sha256: 'a'.repeat(64), pageCount: 2 }, frames: [] };
    const own = { number: 1, hasImage: true, ratio: null, text: '', marks: [] };
    const view = PageView({
      shown: { ...shown, page: own },
      page: { say: (vi: string) => vi, visitor: { role: 'reader' }, query: new URLSearchParams() } as never,
      hrefOf: () => '',
    });
    expect(String(view)).toContain(`data-next="${next}"`);
  });

  it('is told where the picture is gone, and still reads the text', async () => {
    await page.route('**/anh/**', (route) => route.fulfill({ status: 404 }));
    await page.goto(`${seen.origin}/van-ban/${scan}?item=${encodeURIComponent(`${scan}:II.1`)}`);
    await page.locator('.gone').waitFor({ state: 'visible' });
    expect(await page.locator('.detail .text').innerText()).toContain('chiêm trũng');
    await page.unroute('**/anh/**');
  });

  it('confirms, sees it in the history, and takes it back', async () => {
    await page.goto(`${seen.origin}/van-ban/${scan}?item=${encodeURIComponent(`${scan}:II.1`)}`);
    await page.locator('.acts button', { hasText: 'Đúng' }).click();
    await page.locator('.state.confirmed').waitFor();
    await page.locator('.history summary').click();
    expect(await page.locator('.history li').first().innerText()).toContain('Lan');
    await page.locator('.history button').first().click();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.state.confirmed').count()).toBe(0);
  });

  it('changes the language, and it stays', async () => {
    await page.goto(`${seen.origin}/`);
    await page.locator('.language').click();
    await page.waitForLoadState('networkidle');
    expect(await heading(page)).toContain('Today');
    await page.goto(`${seen.origin}/tim`);
    expect(await heading(page)).toContain('tasks');
    await page.locator('.language').click();
    await page.waitForLoadState('networkidle');
    expect(await heading(page)).toContain('nhiệm vụ');
  });

  it('types with an input method: no key is taken while it composes', async () => {
    await page.goto(`${seen.origin}/`);
    const isTaken = (init: object): Promise<unknown> =>
      page.evaluate(`!document.body.dispatchEvent(new KeyboardEvent('keydown',
        { key: '/', bubbles: true, cancelable: true, ...${JSON.stringify(init)} }))`);
    expect(await isTaken({ isComposing: true })).toBe(false);
    expect(await isTaken({ keyCode: 229 })).toBe(false);
    expect(await isTaken({})).toBe(true);
  });

  it('keeps a search under a name, and finds it beside the next', async () => {
    await page.goto(`${seen.origin}/tim?q=chi%C3%AAm+tr%C5%A9ng`);
    await page.locator('.menu summary', { hasText: 'Lưu' }).click();
    await page.locator('input[name=name]').fill('Vùng chiêm trũng');
    await page.keyboard.press('Enter');
    await page.locator('.filters a[aria-current]', { hasText: 'Vùng chiêm trũng' }).waitFor();
    await page.goto(`${seen.origin}/tim/da-luu`);
    await page.locator('.saved a', { hasText: 'Vùng chiêm trũng' }).first().click();
    await page.waitForURL(/q=/u);
    expect(Number.parseInt(await heading(page), 10)).toBeGreaterThan(0);
  });

  it('leafs through the months by keys, and not while an input method composes', async () => {
    await page.goto(`${seen.origin}/tim/lich?month=2006-09`);
    expect(await page.locator('.month li').count()).toBeGreaterThan(0);
    const compose = { key: ']', bubbles: true, cancelable: true, isComposing: true };
    await page.evaluate(`document.body.dispatchEvent(new KeyboardEvent('keydown', ${JSON.stringify(compose)}))`);
    await page.keyboard.press('[');
    await page.waitForURL(/month=2006-08/u);
    await page.locator('.month-turner h2', { hasText: 'Tháng 8/2006' }).waitFor();
    await page.goto(`${seen.origin}/tim/dong-thoi-gian?month=2006-01`);
    await page.locator('.by-month .cell').first().click();
    await page.waitForURL(/\/tim\?.*lead=/u);
    expect(await page.locator('.tasks tbody tr').count()).toBeGreaterThan(0);
  });

  it('sends a file, looks at what would be taken in, takes it in, and takes the batch back', async () => {
    await page.goto(`${seen.origin}/nap`);
    await page
      .locator('drop-files input')
      .first()
      .setInputFiles([
        packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt'),
        packageFile('fixtures', 'demo', 'tb-dong-dau-mat.txt'),
      ]);
    await page.locator('button', { hasText: 'Nạp 2 tệp' }).click();
    await page.getByText('Đã nạp xong').waitFor({ timeout: 60_000 });
    expect(await page.locator('.intake').innerText()).toMatch(/1\s+cách ly/u);
    const [lot] = readdirSync(join(seen.folder, 'nap'));
    // A paper with a mark of secrecy does not stay where it was sent to.
    expect(readdirSync(join(seen.folder, 'nap', lot ?? ''))).toEqual(['kl-thuong-truc-cau-treo.txt']);
    await page.goto(`${seen.origin}/tim?q=cam+bien+cam+qua+cau`);
    expect(Number.parseInt(await heading(page), 10)).toBeGreaterThan(0);
    await page.goto(`${seen.origin}/nap`);
    await page.locator('summary', { hasText: 'Hoàn tác' }).first().click();
    await page.locator('button', { hasText: 'Hoàn tác lượt này' }).first().click();
    await page.getByText('đã hoàn tác').first().waitFor();
    await page.goto(`${seen.origin}/tim?q=cam+bien+cam+qua+cau&plain=1`);
    expect(await heading(page)).toBe('0 nhiệm vụ');
    expect(existsSync(join(seen.folder, 'nap', lot ?? '', 'kl-thuong-truc-cau-treo.txt'))).toBe(true);
  });

  it('is told when the server is gone, and goes on when it is there again', async () => {
    await page.goto(`${seen.origin}/`);
    await page.context().setOffline(true);
    await page.locator('.screens a', { hasText: 'Tìm' }).click();
    await page.locator('#said', { hasText: 'Không liên lạc được' }).waitFor();
    await page.context().setOffline(false);
    await page.locator('.screens a', { hasText: 'Tìm' }).click();
    await page.waitForURL(/\/tim$/u);
    expect(await page.locator('#said').innerText()).toBe('');
  });

  it('meets no breach of the policy, no error, no request to anywhere else', () => {
    expect(
      seen.said.filter(
        (line) => !/status of 404|ERR_INTERNET_DISCONNECTED|htmx:sendError|htmx:afterRequest/u.test(line),
      ),
    ).toEqual([]);
  });
});

describe.skipIf(BROWSER === undefined)(`somebody with a password${IN_BROWSER}`, () => {
  let seen: Visit;
  beforeAll(async () => {
    seen = await visit(() => undefined, { ticket: null });
    await saveUser(seen.access, { name: 'Minh', role: 'reader', password: 'mật khẩu của Minh' }, AT);
  });
  afterAll(() => seen?.close());

  it('is let in, sees an empty database, has no right to take in, and logs out', async () => {
    const page = await seen.open();
    expect(page.url()).toBe(`${seen.origin}/vao`);
    await page.fill('input[name=name]', 'Minh');
    await page.fill('input[name=password]', 'sai mật khẩu');
    await page.click('button[type=submit]');
    await page.getByText('không đúng').waitFor();
    expect(await page.inputValue('input[name=name]')).toBe('Minh');
    await page.fill('input[name=password]', 'mật khẩu của Minh');
    await page.click('button[type=submit]');
    await page.getByText('còn trống').waitFor();
    await page.goto(`${seen.origin}/nap`);
    expect(await page.locator('main').innerText()).toContain('không có quyền');
    await page.locator('.who summary').click();
    await page.locator('button', { hasText: 'Thoát trên mọi máy' }).click();
    await page.waitForURL(`${seen.origin}/vao`);
    await page.goto(`${seen.origin}/tim`);
    expect(page.url()).toBe(`${seen.origin}/vao`);
  });
});
