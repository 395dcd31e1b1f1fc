import { copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHandover } from '../../cli/open-page.js';
import { recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { endSessionsOf } from '../../output/access/access.js';
import { ingest, listDocuments } from '../../output/library.js';
import { loadReadPaper } from '../../output/pages/read-paper.js';
import { listHistory } from '../../output/store/corrections.js';
import { saveFiles } from '../../output/store/save-file.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { AT, makeBody, makeDeadline, makeDocument, makeFile } from '../output/sample-records.js';
import { BROWSER, IN_BROWSER, type Visit, visit } from './browser.js';

const SCAN = 'tb-huyen-uy-kenh-muong-2006';
const doubtful = { needsReview: true };

/** One paper with a doubt of each kind, and more tasks of another to mark together. */
const paper = makeDocument(
  'bàn-phím',
  [
    {
      number: '1',
      text: 'Sở Y tế trình phương án trước 30/6/2025.',
      bodies: [makeBody('Sở Y tế')],
      deadlines: [makeDeadline('trước 30/6/2025', '2025-06-30', { bound: 'before' })],
      more: doubtful,
    },
    { number: '2', text: 'Ban Dân vận theo dõi việc thực hiện.', bodies: [makeBody('Ban Dân vận')], more: doubtful },
    { number: '3', text: 'Kính chúc hội nghị thành công.', more: doubtful },
  ],
  {
    number: null,
    issuedOn: '2025-06-10',
    needsReview: true,
    notes: [{ level: 'review', rule: 'header/number-missing', message: { vi: 'thiếu số', en: 'no number' } }],
    suggested: { number: '12-KL/TU', issuedOn: null, confidence: 0.81, from: 'handwriting' },
    unclaimed: [{ page: 1, text: 'Đề nghị các ban tiếp tục phối hợp.', why: 'order' }],
  },
);
const many = makeDocument(
  'nhiều-mục',
  Array.from({ length: 5 }, (_, i) => ({
    number: `${i + 1}`,
    text: `Phòng số ${i + 1} báo cáo kết quả trước ngày 30/9/2025.`,
    bodies: [makeBody('Sở Nội vụ')],
    more: doubtful,
  })),
  { number: '77-KL/TU' },
);
const idsOf = (of: typeof paper): readonly string[] => of.directives.map(({ id }) => id);

describe.skipIf(BROWSER === undefined)(`a desk of two clerks${IN_BROWSER}`, () => {
  let seen: Visit;
  let lan: Page;
  let minh: Page;
  let scan: string;
  let tick = 0;
  beforeAll(async () => {
    seen = await visit(
      async (db, folder) => {
        saveFiles(
          db,
          [paper, many].map((one) => makeFile(one)),
        );
        mkdirSync(join(folder, 'giay'));
        copyFileSync(packageFile('fixtures', 'demo', `${SCAN}.tif`), join(folder, 'giay', 'scan.tif'));
        const ocr = await openRecordedOcr(recordingOf(SCAN));
        await ingest(db, [join(folder, 'giay')], { now: () => AT, openOcr: () => ocr });
      },
      { now: () => new Date(Date.parse(AT) + tick++ * 1000).toISOString() },
    );
    [lan, minh] = [await seen.open({ as: 'Lan' }), await seen.open({ as: 'Minh' })];
    scan = [...listDocuments(seen.db)].find(({ document }) => document.source.path.endsWith('.tif'))?.document.id ?? '';
  });
  afterAll(() => seen?.close());

  /** A key sends at once, if it sends anything; htmx says so on the body until the answer is shown. */
  const settle = (page: Page): Promise<void> => page.locator('body:not(.htmx-request)').waitFor({ timeout: 20_000 });
  /** Presses keys, one after the other; each answer of the server is waited for. */
  const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await settle(page);
    }
  };
  const title = (page: Page): Promise<string> => page.locator('h1').innerText();
  const open = async (page: Page, path: string): Promise<void> => {
    await page.goto(seen.origin + path, { waitUntil: 'networkidle' });
  };
  const done = (of: typeof paper): readonly string[] =>
    listHistory(seen.db, of.document.id)
      .filter(({ undoes, undoneBy }) => undoes === undefined && undoneBy === undefined)
      .map(({ field, newValue, correctedBy }) => `${correctedBy}: ${field} ${newValue}`);

  it('goes through a whole paper by keys alone, with a slip, a look back and a change of mind', async () => {
    await open(lan, `/ra-soat?item=${paper.document.id}`);
    expect(await title(lan)).toContain('phần đầu');
    // The head: the suggestion is taken, then all of it is right.
    await press(lan, 'n');
    await open(lan, `/ra-soat?item=${paper.document.id}`);
    expect(await lan.locator('input[name="f.number"]').inputValue()).toBe('12-KL/TU');
    await press(lan, 'Enter');
    // A day that is none: it stays where it was typed, the word beside it, the cursor in it.
    await open(lan, `/ra-soat?item=${idsOf(paper)[0]}`);
    await press(lan, 'h');
    await lan.keyboard.type('30/2');
    await press(lan, 'Enter');
    expect(await lan.locator('#wrong-due').innerText()).toContain('Lịch không có ngày');
    expect(await lan.evaluate('document.activeElement.name')).toBe('f.due');
    expect(await lan.locator('input[name="f.due"]').inputValue()).toBe('30/2');
    expect(lan.url()).toContain('/ra-soat?item=');
    // What was wrong is selected: it is typed over.
    await lan.keyboard.type('15/7/25');
    await press(lan, 'Enter');
    expect(done(paper).slice(-2)).toEqual(['Lan: due 2025-07-15', 'Lan: review confirmed']);
    // A lead body, whose name is offered while it is typed.
    await open(lan, `/ra-soat?item=${idsOf(paper)[1]}`);
    await press(lan, 'c');
    await lan.keyboard.type('so noi');
    await lan.locator('complete-name option[value="Sở Nội vụ"]').waitFor({ state: 'attached' });
    await lan.keyboard.press('ControlOrMeta+A');
    await lan.keyboard.type('Sở Nội vụ');
    await press(lan, 'Enter');
    // No task; taken back; done again.
    await open(lan, `/ra-soat?item=${idsOf(paper)[2]}`);
    await press(lan, 'd');
    expect(done(paper).at(-1)).toBe('Lan: review not-a-task');
    await press(lan, 'z');
    expect(done(paper).at(-1)).toBe('Lan: review confirmed');
    await open(lan, `/ra-soat?item=${idsOf(paper)[2]}`);
    await press(lan, 'd');
    expect(done(paper)).toEqual([
      'Lan: number 12-KL/TU',
      'Lan: review confirmed',
      'Lan: due 2025-07-15',
      'Lan: review confirmed',
      'Lan: lead Sở Nội vụ',
      'Lan: review confirmed',
      'Lan: review not-a-task',
    ]);
  });

  it('is told when a file was moved, chooses where it lies now, and sees the picture again', async () => {
    const [from, to] = ['giay', 'giay-moi'].map((name) => join(seen.folder, name)) as [string, string];
    renameSync(from, to);
    await open(minh, `/van-ban/${scan}?p=1`);
    await minh.locator('.gone').waitFor({ state: 'visible' });
    await minh.locator('.gone a').click();
    await minh.waitForURL(/\/nap$/u);
    await minh.locator('a', { hasText: seen.folder }).click();
    await minh.locator('a', { hasText: 'giay-moi' }).click();
    await minh.locator('button', { hasText: 'Xem trước thư mục này' }).click();
    await minh.locator('button', { hasText: 'Nhận chỗ mới của 1 tệp' }).click({ timeout: 60_000 });
    await minh.getByText('Đã nạp xong').waitFor({ timeout: 60_000 });
    await open(minh, `/van-ban/${scan}?p=1`);
    expect(await minh.locator('.sheet img').evaluate((one) => Reflect.get(one, 'naturalWidth') > 1000)).toBe(true);
  });

  it('shows number and day large beside the head, cut out of the page where they stand', async () => {
    await open(lan, `/ra-soat?item=${scan}`);
    const cuts = lan.locator('.cut');
    expect(await cuts.count()).toBe(2);
    const box = await cuts.first().boundingBox();
    expect(box?.width ?? 0).toBeGreaterThan(300);
    const view = (await cuts.first().getAttribute('viewBox'))?.split(' ').map(Number) ?? [];
    // The line of the number, as the words of the page have it, lies inside of what is shown.
    const read = loadReadPaper(seen.db, scan)?.repaired.pages[0];
    const word = read?.words.find(({ text }) => /^S[ốo]/u.test(text))?.box;
    const scale = 1200 / (read?.imageSize?.width ?? 1);
    const [x = 0, y = 0, width = 0, height = 0] = view;
    const inside = [
      (word?.left ?? 0) * scale > x,
      (word?.top ?? 0) * scale > y,
      (word?.bottom ?? 0) * scale < y + height,
    ];
    expect([...inside, width > 500, height < 200]).toEqual([true, true, true, true, true]);
    expect(await lan.locator('.cut image').first().getAttribute('href')).toMatch(/^\/anh\/[0-9a-f]{64}\/1\.webp$/u);
  });

  it('marks rows and settles them by one key; one key takes it back', async () => {
    await open(lan, '/ra-soat/danh-sach');
    const first = lan.locator(`input[value$=" ${idsOf(many)[0]}"]`);
    await first.focus();
    await press(lan, 'x', 'x');
    expect(await lan.locator('input[type=checkbox]:checked').count()).toBe(2);
    await press(lan, 'k', 'k', 'a');
    expect(await lan.locator('input[type=checkbox]:checked').count()).toBe(5);
    await press(lan, 'x', 'h');
    await lan.keyboard.type('30/9/2025');
    await press(lan, 'Enter');
    await lan.waitForURL(/danh-sach$/u);
    await settle(lan);
    const settled = done(many);
    expect(settled.filter((line) => line === 'Lan: due 2025-09-30')).toHaveLength(4);
    expect(settled).toHaveLength(8);
    await press(lan, 'z');
    expect(done(many)).toEqual([]);
  });

  it('is told what a colleague saved meanwhile, beside what was typed and read, and chooses by keys', async () => {
    const [item = ''] = idsOf(many);
    await open(lan, `/ra-soat?item=${item}`);
    await open(minh, `/ra-soat?item=${item}`);
    await press(minh, 'h');
    await minh.keyboard.type('31/8/2025');
    await press(minh, 'Enter');
    await press(lan, 'h');
    await lan.keyboard.type('15/8/2025');
    await press(lan, 'Enter');
    expect(await lan.locator('.trouble').first().innerText()).toContain('Minh vừa sửa mục này');
    const shown = await lan.locator('.choice').allInnerTexts();
    expect(shown.map((one) => one.replace(/\s+/gu, ' ').trim())).toEqual([
      'Tôi gõ 15/8/2025',
      'Minh đã ghi 31/08/2025',
      'Máy đọc (để trống)',
    ]);
    expect(done(many)).toEqual(['Minh: due 2025-08-31', 'Minh: review confirmed']);
    await press(lan, 'Enter');
    expect(done(many)).toEqual(['Minh: due 2025-08-31', 'Minh: review confirmed', 'Lan: due 2025-08-15']);
    // And the other way round: what the colleague saved is kept by a key.
    const [, next = ''] = idsOf(many);
    await open(lan, `/ra-soat?item=${next}`);
    await open(minh, `/ra-soat?item=${next}`);
    await press(minh, 'd');
    await press(lan, 'Enter');
    expect(await lan.locator('.trouble').innerText()).toContain('không phải nhiệm vụ');
    expect(done(many).at(-1)).toBe('Minh: review not-a-task');
  });

  it('keeps what is typed when the server is gone, and saves it when it is there again', async () => {
    const [, , third = ''] = idsOf(many);
    await open(lan, `/ra-soat?item=${third}`);
    await press(lan, 'h');
    await lan.keyboard.type('20/8/2025');
    await lan.context().setOffline(true);
    await lan.keyboard.press('Enter');
    await lan.locator('#said', { hasText: 'Việc vừa làm chưa được ghi' }).waitFor();
    expect(await lan.locator('input[name="f.due"]').inputValue()).toBe('20/8/2025');
    await lan.context().setOffline(false);
    await press(lan, 'Enter');
    expect(done(many).slice(-2)).toEqual(['Lan: due 2025-08-20', 'Lan: review confirmed']);
  });

  it('opens the menu of splitting by its key where it can be seen, and types into it', async () => {
    const [first = ''] = idsOf(many);
    await open(lan, `/ra-soat?item=${first}`);
    await press(lan, 't');
    await lan.keyboard.type('báo cáo');
    const field = lan.locator('input[name=at]');
    expect(await field.inputValue()).toBe('báo cáo');
    const [box, pane] = [await field.boundingBox(), await lan.locator('.review > aside').boundingBox()];
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan((pane?.y ?? 0) + (pane?.height ?? 0));
  });

  it('keeps what is typed when the session ended, and saves it behind a log-in in another tab', async () => {
    const [, , , fourth = ''] = idsOf(many);
    const hoa = await seen.open({ as: 'Hoa' });
    await open(hoa, `/ra-soat?item=${fourth}`);
    await press(hoa, 'h');
    await hoa.keyboard.type('25/8/2025');
    endSessionsOf(seen.access, 'Hoa');
    await hoa.keyboard.press('Enter');
    await hoa.locator('#said', { hasText: 'Chưa ghi được' }).waitFor();
    expect(await hoa.locator('input[name="f.due"]').inputValue()).toBe('25/8/2025');
    await (await hoa.context().newPage()).goto(seen.link('Hoa'));
    await press(hoa, 'Enter');
    await hoa.waitForURL(/\/ra-soat$/u);
    expect(done(many).slice(-2)).toEqual(['Hoa: due 2025-08-25', 'Hoa: review confirmed']);
    await hoa.context().close();
  });

  it('says that files were not sent when the session ended', async () => {
    const hoa = await seen.open({ as: 'Hoa' });
    await open(hoa, '/nap');
    endSessionsOf(seen.access, 'Hoa');
    const text = packageFile('fixtures', 'demo', 'kl-thuong-truc-cau-treo.txt');
    await hoa.locator('drop-files input').first().setInputFiles([text]);
    await hoa.locator('.told', { hasText: 'Chưa gửi gì' }).waitFor();
    await hoa.context().close();
  });

  it('changes the language on every screen of the desk', async () => {
    for (const [path, word] of [
      ['/ra-soat', 'Later'],
      ['/ra-soat/danh-sach', 'All right'],
      ['/nap', 'Take papers in'],
      ['/quan-tri', 'Look after the database'],
    ] as const) {
      await open(minh, `${path}?lang=en`);
      expect(await minh.locator('main').innerText()).toContain(word);
      expect(await minh.locator('html').getAttribute('lang')).toBe('en');
    }
    await open(minh, '/quan-tri?lang=vi');
    expect(await minh.locator('main').innerText()).toContain('Chăm sóc cơ sở dữ liệu');
  });

  it('is let in by the file that hands the link over', async () => {
    const { path } = writeHandover(seen.folder, seen.link('Hà'), '0123456789ab');
    const page = await seen.blank();
    await page.goto(pathToFileURL(path).href);
    await page.waitForURL(`${seen.origin}/`);
    expect(await page.locator('.who summary').innerText()).toBe('Hà');
    rmSync(path);
    await page.context().close();
  });

  it('meets no breach of the policy, no error', () => {
    const known =
      /status of (?:401|404|409|422)|ERR_INTERNET_DISCONNECTED|htmx:(?:sendError|afterRequest|responseError)|Response Status Error/u;
    expect(seen.said.filter((line) => !known.test(line) && !line.startsWith('asked file:'))).toEqual([]);
  });
});
