import { listTiffPages, startTiffAt } from './tiff-bytes.js';

/** The pages of an image file: one, or as many as a TIFF holds. Each entry gives the bytes of that page alone. */
export const listImagePages = (bytes: Uint8Array, isTiff: boolean): readonly (() => Uint8Array)[] => {
  const offsets = isTiff ? listTiffPages(bytes) : [];
  if (offsets.length <= 1) return [() => bytes];
  return offsets.map((offset) => () => startTiffAt(bytes, offset));
};
