import { findDocuments } from '../../output/search/find-documents.js';
import { loadDocument } from '../../output/store/load-document.js';
import type { Store } from '../../output/store/store.js';

/** A screen to be looked at, in tests and pictures. */
export interface ShownScreen {
  readonly name: string;
  readonly path: string;
}

/** The first task of a paper that has a day. */
const firstTask = (db: Store, id: string): string => {
  const directives = loadDocument(db, id)?.directives ?? [];
  const isDated = ({ assignments }: (typeof directives)[number]): boolean =>
    assignments.some(({ deadlines }) => deadlines.length > 0);
  return (directives.find(isDated) ?? directives[0])?.id ?? '';
};

/** Every screen with an address that shows it full, and those in which there is nothing to show. */
export const listScreens = (db: Store): readonly ShownScreen[] => {
  const { documents } = findDocuments(db, {}, { limit: 500 });
  const scan = documents.find(({ path, tasks }) => /\.(?:tif|jpg)$/u.test(path) && tasks > 2);
  const typed = documents.find(({ path, tasks }) => /\.txt$/u.test(path) && tasks > 4);
  return [
    { name: 'hom-nay', path: '/' },
    { name: 'hom-nay-en', path: '/?lang=en' },
    { name: 'tim', path: '/tim?lang=vi' },
    { name: 'tim-chu', path: '/tim?q=bao+cao+uy+ban' },
    { name: 'tim-cau', path: '/tim?q=vi%E1%BB%87c+qu%C3%A1+h%E1%BA%A1n+qu%C3%BD+2' },
    { name: 'tim-khong-co', path: '/tim?q=%C4%91%C6%B0%E1%BB%9Dng+s%E1%BA%AFt+xuy%C3%AAn+%C3%81&year=2025' },
    { name: 'lich', path: '/tim/lich' },
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
    { name: 'ra-soat', path: '/ra-soat' },
    { name: 'nap', path: '/nap' },
    { name: 'quan-tri', path: '/quan-tri' },
    { name: 'khong-co', path: '/khong-co' },
  ];
};
