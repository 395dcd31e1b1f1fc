import type { Bilingual } from '../schemas/note.js';
import type { MediaType } from '../schemas/stages.js';
import { PipelineError } from './base/errors.js';
import { framePage, type PageLook, type PagePicture } from './engines/image/frame-page.js';
import { listImagePages } from './engines/image/list-image-pages.js';
import { findRawName } from './intake/raw-name.js';
import { openFile } from './intake/stage.js';
import { listJoinedPages } from './paginate/joined-image-pages.js';

export type { FrameKind, PageFrame, PageLook, PagePicture } from './engines/image/frame-page.js';

/** Which page of which file, and what its boxes refer to. */
export interface AskedPage {
  readonly path: string;
  readonly sha256: string;
  readonly page: number;
  /** True when its words were read on its scan: that is shown. Else a page of a PDF is drawn. */
  readonly isScan: boolean;
}

/** That there is no picture of a page, and what to do about it. — không có ảnh trang */
export const noPagePicture = (message: Bilingual, todo: Bilingual): PipelineError =>
  new PipelineError('page-picture-missing', message, todo);

/** The file was moved, replaced or cannot be read: its picture would be another paper's. */
const astray = (path: string, what: Bilingual, cause?: unknown): PipelineError =>
  new PipelineError(
    'page-picture-missing',
    {
      vi: `${what.vi}: ${path}. Chữ đã đọc và nhiệm vụ vẫn còn trong cơ sở dữ liệu.`,
      en: `${what.en}: ${path}. What was read of it is still in the database.`,
    },
    {
      vi: 'Đưa tệp về chỗ cũ, hoặc nạp thư mục nơi tệp đang nằm (ketluan ingest <thư mục>): đường dẫn mới được ghi lại, không đọc lại tệp.',
      en: 'Put the file back, or ingest the folder where it lies now (ketluan ingest <folder>): the new path is noted, nothing is read again.',
    },
    cause,
  );

const GONE: Bilingual = { vi: 'Không mở được tệp gốc', en: 'The original cannot be opened' };
const CHANGED: Bilingual = {
  vi: 'Ở đường dẫn này nay là một tệp khác',
  en: 'Another file lies at this path now',
};
const NO_IMAGE: Bilingual = {
  vi: 'Tệp văn bản hoặc Word không có ảnh trang: chữ được lấy thẳng từ tệp.',
  en: 'A text or Word file has no page image: its words came from the file itself.',
};

const noSuchPage = (page: number): PipelineError =>
  noPagePicture(
    { vi: `Tệp không có trang ${page}.`, en: `The file has no page ${page}.` },
    { vi: 'Xem số trang: ketluan show <mã văn bản>', en: 'See its pages: ketluan show <id>' },
  );

const pick = (pages: readonly (() => Uint8Array)[], page: number): Uint8Array => {
  const load = pages[page - 1];
  if (load === undefined) throw noSuchPage(page);
  return load();
};

const loadPdfPage = async (bytes: Uint8Array, { page, isScan }: AskedPage, signal: AbortSignal) => {
  // Loaded when a PDF is asked for: see paginate/stage.ts.
  const { openPdf } = await import('./engines/pdf/pdf.js');
  const pdf = await openPdf(bytes);
  try {
    if (page > pdf.pageCount) throw noSuchPage(page);
    return await (isScan ? pdf.loadImage(page, signal) : pdf.drawPage(page, signal));
  } finally {
    await pdf.close();
  }
};

const loadPage = (bytes: Uint8Array, mediaType: MediaType, asked: AskedPage, signal: AbortSignal) => {
  switch (mediaType) {
    case 'application/pdf':
      return loadPdfPage(bytes, asked, signal);
    case 'image/tiff':
    case 'image/png':
    case 'image/jpeg':
      return pick(listImagePages(bytes, mediaType === 'image/tiff'), asked.page);
    case 'image/x-ketluan-joined':
      return pick(listJoinedPages(bytes).pages, asked.page);
    default:
      throw noPagePicture(NO_IMAGE, {
        vi: 'Xem chữ: ketluan show <mã>; muốn có ảnh thì lưu tệp thành PDF rồi nạp.',
        en: 'See the words: ketluan show <id>; for a picture save the file as PDF and ingest that.',
      });
  }
};

/**
 * A page of an original as a picture, with frames. Rejects with `page-picture-missing` when the file is gone, holds other bytes
 * than were read, or is of a kind without pages to see; with `file-broken` and the like when it cannot be decoded.
 */
export const drawPagePicture = async (asked: AskedPage, look: PageLook, signal: AbortSignal): Promise<PagePicture> => {
  const { path, sha256 } = asked;
  const { file, bytes } = await openFile(path, signal, await findRawName(path)).catch((error: unknown) => {
    if (signal.aborted) throw error;
    throw astray(path, GONE, error);
  });
  if (file.sha256 !== sha256) throw astray(path, CHANGED);
  return framePage(await loadPage(bytes, file.mediaType, asked, signal), look);
};
