import type { MediaType } from '../../../schemas/stages.js';
import { isTiffPageCut, listTiffPages, startTiffAt } from './tiff-bytes.js';

/** What a whole file of each kind ends in, and how near its end: some programs put a little behind it. */
const ENDINGS: Readonly<Partial<Record<MediaType, { readonly mark: Buffer; readonly within: number }>>> = {
  'image/jpeg': { mark: Buffer.from([0xff, 0xd9]), within: 4096 },
  'image/png': { mark: Buffer.from('IEND'), within: 4096 },
};

/** True when an image file is cut off: decoders fill what is missing with gray and say nothing. */
export const isImageCut = (bytes: Uint8Array, mediaType: MediaType): boolean => {
  if (mediaType === 'image/tiff') return listTiffPages(bytes).some((offset) => isTiffPageCut(bytes, offset));
  const ending = ENDINGS[mediaType];
  return ending !== undefined && !Buffer.from(bytes.subarray(-ending.within)).includes(ending.mark);
};

/** The pages of an image file: one, or as many as a TIFF holds. Each entry gives the bytes of that page alone. */
export const listImagePages = (bytes: Uint8Array, isTiff: boolean): readonly (() => Uint8Array)[] => {
  const offsets = isTiff ? listTiffPages(bytes) : [];
  if (offsets.length <= 1) return [() => bytes];
  return offsets.map((offset) => () => startTiffAt(bytes, offset));
};
