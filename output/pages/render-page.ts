import { drawPagePicture, noPagePicture, type PageFrame, type PagePicture } from '../../pipeline/page-picture.js';
import { guard } from '../store/database-error.js';
import { isSecret } from '../store/secret.js';
import { prepare } from '../store/statements.js';
import type { Store } from '../store/store.js';
import type { Place, TaskPlaces } from './find-places.js';

/** How a page is to be shown. */
export interface RenderOptions {
  /** Pixels across, at most; a page is never enlarged. As wide as it was read when not given. */
  readonly width?: number;
  readonly format?: 'png' | 'webp';
  /** Frames in shares of the page; see framesOf. */
  readonly frames?: readonly PageFrame[];
  readonly signal?: AbortSignal;
}

/** Wider than any page that is read. */
const MOST_WIDTH = 20_000;

interface StoredPage {
  readonly path: string;
  readonly sha256: string;
  readonly origin: string | null;
  readonly imageWidth: number | null;
}

const PAGE_OF_FILE = `SELECT f.path, f.sha256, p.origin, p.image_width AS imageWidth FROM file f
  LEFT JOIN page p ON p.file_key = f.file_key AND p.number = ?
  WHERE f.sha256 = ? AND f.status IN ('stored', 'needs-review')`;

const findPage = (db: Store, fileId: string, page: number): StoredPage =>
  guard(db, () => {
    // Whoever may see such a paper opens it where it lies: no picture of it is left anywhere by this program.
    if (isSecret(db))
      throw noPagePicture(
        { vi: 'Cơ sở dữ liệu mật: không xuất ảnh trang.', en: 'The database is classified: no page is drawn from it.' },
        { vi: 'Mở tệp gốc nơi được phép xem.', en: 'Open the original where it may be seen.' },
      );
    const found = prepare<StoredPage>(db, PAGE_OF_FILE).get(page, fileId);
    if (found !== undefined && found.origin !== null) return found;
    throw noPagePicture(
      found === undefined
        ? { vi: 'Không có tệp này trong cơ sở dữ liệu.', en: 'No such file is stored.' }
        : { vi: `Tệp không có trang ${page}.`, en: `The file has no page ${page}.` },
      { vi: 'Xem danh sách: ketluan documents', en: 'List what is there: ketluan documents' },
    );
  });

/** Frames of one kind around the places that stand on a page. */
export const framePlaces = (kind: PageFrame['kind'], places: readonly Place[], page: number): readonly PageFrame[] =>
  places.filter((place) => place.page === page).map(({ page: _page, ...box }) => ({ ...box, kind }));

/**
 * The frames of a task on one of its pages, as renderPage takes them.
 * `await renderPage(db, places.file.sha256, 2, { frames: framesOf(places, 2) })`
 */
export const framesOf = (places: TaskPlaces, page: number): readonly PageFrame[] => [
  ...framePlaces('sentence', places.sentence, page),
  ...places.bodies.flatMap((body) => framePlaces('body', body.places, page)),
  ...places.deadlines.flatMap((deadline) => framePlaces('deadline', deadline.places, page)),
  ...places.doubts.flatMap((word) => framePlaces('doubt', word.places, page)),
];

/**
 * The picture of a page of a stored file, from the original where it lies now. `fileId`: its SHA-256, `page` from 1. Rejects with
 * `page-picture-missing` when the original was moved or replaced, when the file has no page images (.txt, Word), when there is
 * no such page, and always in a database for classified papers. Nothing is kept: whoever shows pages often keeps them by file,
 * page and width. — ảnh trang `await renderPage(db, sha256, 2, { width: 1200, format: 'webp' })`
 */
export const renderPage = async (
  db: Store,
  fileId: string,
  page: number,
  { width = MOST_WIDTH, format = 'png', frames = [], signal = new AbortController().signal }: RenderOptions = {},
): Promise<PagePicture> => {
  const { path, sha256, origin, imageWidth } = findPage(db, fileId, page);
  const isScan = imageWidth !== null && origin !== 'text-layer';
  return drawPagePicture({ path, sha256, page, isScan }, { width, format, frames }, signal);
};
