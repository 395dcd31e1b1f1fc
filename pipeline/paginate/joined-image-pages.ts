import type { MediaType } from '../../schemas/stages.js';
import { PipelineError } from '../base/errors.js';
import { isImageCut, listImagePages } from '../engines/image/list-image-pages.js';
import { splitImages } from '../quality/joined-images.js';
import { findMediaType } from '../quality/media-type.js';

const IMAGES: ReadonlySet<MediaType> = new Set(['image/png', 'image/jpeg', 'image/tiff']);

const brokenPage = (number: number): PipelineError =>
  new PipelineError(
    'file-broken',
    { vi: `Trang ${number} không phải ảnh đọc được.`, en: `Page ${number} is no image that can be read.` },
    {
      vi: 'Quét hoặc chép lại trang đó rồi nạp lại.',
      en: 'Scan or copy that page again, then ingest the folder again.',
    },
  );

/**
 * The pages of images that were joined as one paper, one behind the other: each entry gives the bytes of one. `isCut`: an image
 * ends too early. Throws `file-broken` for what is no image.
 */
export const listJoinedPages = (
  bytes: Uint8Array,
): { readonly pages: readonly (() => Uint8Array)[]; readonly isCut: boolean } => {
  const parts = splitImages(bytes) ?? [];
  const pages: (() => Uint8Array)[] = [];
  let isCut = parts.length === 0;
  for (const [index, part] of parts.entries()) {
    const kind = part.bytes.length === 0 ? undefined : findMediaType(part.bytes);
    if (kind === undefined || !IMAGES.has(kind)) throw brokenPage(index + 1);
    pages.push(...listImagePages(part.bytes, kind === 'image/tiff'));
    isCut ||= isImageCut(part.bytes, kind);
  }
  if (pages.length === 0) throw brokenPage(1);
  return { pages, isCut };
};
