import type { Hono } from 'hono';
import { renderPage } from '../output/pages/render-page.js';
import type { Store } from '../output/store/store.js';
import type { Guarded } from './guard.js';

/** Pixels across: sharp on an office screen, and some 100 kB a page. */
export const PICTURE_WIDTH = 1200;
/** Pictures that are kept in memory: the page in hand, the next, and those of some clerks. */
const MOST_KEPT = 60;

/**
 * Pictures of pages, each drawn once and kept for a while; of classified papers none is drawn at all. Nothing of them is written to
 * a disk. — ảnh trang
 */
class PagePictures {
  readonly #kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(readonly db: Store) {}

  /** Rejects with `page-picture-missing` where there is none. */
  get(sha256: string, page: number): Promise<Uint8Array<ArrayBuffer>> {
    const key = `${sha256} ${page}`;
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const picture =
      known ??
      renderPage(this.db, sha256, page, { width: PICTURE_WIDTH, format: 'webp' }).then(
        ({ bytes }) => new Uint8Array(bytes),
      );
    this.#kept.set(key, picture);
    picture.catch(() => this.#kept.delete(key));
    for (const old of [...this.#kept.keys()].slice(0, -MOST_KEPT)) this.#kept.delete(old);
    return picture;
  }
}

/** `/anh/<sha256>/<page>.webp` */
export const addImages = (app: Hono<Guarded>, db: Store): void => {
  const pictures = new PagePictures(db);
  app.get('/anh/:sha256{[0-9a-f]{64}}/:name{[1-9][0-9]{0,4}\\.webp}', async (c) => {
    const page = Number.parseInt(c.req.param('name'), 10);
    const picture = await pictures.get(c.req.param('sha256'), page);
    return c.body(picture, 200, {
      'Content-Type': 'image/webp',
      'Cache-Control': 'private, max-age=600',
    });
  });
};
