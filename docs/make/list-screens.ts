import type { Page } from 'playwright-core';
import { correct, listReview } from '../../output/library.js';
import { findDocuments } from '../../output/search/find-documents.js';
import { loadDocument } from '../../output/store/load-document.js';
import type { Store } from '../../output/store/store.js';

/** A screen to be looked at, in pictures. */
export interface ShownScreen {
  readonly name: string;
  readonly path: string;
  /** What somebody does there before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

/** The first task of a paper that has a day. */
const firstTask = (db: Store, id: string): string => {
  const directives = loadDocument(db, id)?.directives ?? [];
  const isDated = ({ assignments }: (typeof directives)[number]): boolean =>
    assignments.some(({ deadlines }) => deadlines.length > 0);
  return (directives.find(isDated) ?? directives[0])?.id ?? '';
};

const reviewOf = (item: string): string => `/ra-soat?item=${encodeURIComponent(item)}`;

/** A form that cannot be saved, and one that a colleague came before. */
const listTroubles = (db: Store, item: string, at: string): readonly ShownScreen[] => [
  {
    name: 'ra-soat-sai',
    path: reviewOf(item),
    act: async (page) => {
      await page.fill('input[name="f.due"]', '30/2');
      await page.locator('button[data-key=Enter]').click();
      await page.locator('#wrong-due').waitFor();
    },
  },
  {
    name: 'ra-soat-xung-dot',
    path: reviewOf(item),
    act: async (page) => {
      const { length } = db.prepare('SELECT 1 FROM correction').all();
      const due = `${(length % 27) + 1}/12/2026`;
      await page.fill('input[name="f.due"]', '15/11/2026');
      correct(db, { do: 'fix', id: item, fields: { due } }, { by: 'Minh', at });
      await page.locator('button[data-key=Enter]').click();
      await page.locator('.choice').first().waitFor();
    },
  },
];

const LOOK: ShownScreen = {
  name: 'nap-xem-truoc',
  path: '/nap?place=0',
  act: async (page) => {
    await page.locator('.folders + form button').click();
    await page.locator('[data-phase=seen]').waitFor({ timeout: 60_000 });
  },
};

/** Every screen with an address that shows it full, and those in which there is nothing to show. `at`: now. */
export const listScreens = (db: Store, at: string): readonly ShownScreen[] => {
  const { documents } = findDocuments(db, {}, { limit: 500 });
  const scan = documents.find(({ path, tasks }) => /\.(?:tif|jpg)$/u.test(path) && tasks > 2);
  const typed = documents.find(({ path, tasks }) => /\.txt$/u.test(path) && tasks > 4);
  const waiting = listReview(db, { limit: 100 });
  const head = waiting.find(({ item }) => item.kind === 'header')?.item.id;
  const task = waiting.find(({ item }) => item.kind === 'task')?.item.id;
  return [
    { name: 'hom-nay', path: '/' },
    { name: 'hom-nay-en', path: '/?lang=en' },
    { name: 'tim', path: '/tim?lang=vi' },
    { name: 'tim-chu', path: '/tim?q=bao+cao+uy+ban' },
    { name: 'tim-cau', path: '/tim?q=vi%E1%BB%87c+qu%C3%A1+h%E1%BA%A1n+qu%C3%BD+2' },
    { name: 'tim-khong-co', path: '/tim?q=%C4%91%C6%B0%E1%BB%9Dng+s%E1%BA%AFt+xuy%C3%AAn+%C3%81&year=2025' },
    { name: 'lich', path: '/tim/lich?month=2025-08' },
    { name: 'dong-thoi-gian', path: '/tim/dong-thoi-gian' },
    { name: 'da-luu', path: '/tim/da-luu' },
    { name: 'danh-sach', path: '/van-ban' },
    ...(scan === undefined
      ? []
      : [
          { name: 'van-ban-dau', path: `/van-ban/${scan.id}` },
          { name: 'van-ban', path: `/van-ban/${scan.id}?item=${encodeURIComponent(firstTask(db, scan.id))}` },
        ]),
    ...(typed === undefined ? [] : [{ name: 'van-ban-chu', path: `/van-ban/${typed.id}` }]),
    ...(head === undefined ? [] : [{ name: 'ra-soat-dau', path: reviewOf(head) }]),
    ...(task === undefined ? [] : [{ name: 'ra-soat', path: reviewOf(task) }, ...listTroubles(db, task, at)]),
    { name: 'ra-soat-nhieu', path: '/ra-soat/danh-sach' },
    { name: 'nap', path: '/nap' },
    LOOK,
    { name: 'quan-tri', path: '/quan-tri' },
    { name: 'khong-co', path: '/khong-co' },
  ];
};
