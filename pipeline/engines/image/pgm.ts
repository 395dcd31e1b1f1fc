import type { GrayRaster } from '../../layout/skew.js';

/**
 * A gray raster as a PGM image: a head of one line and the pixels as they are. Tesseract reads it, and nothing is packed for a
 * way between two threads: .1 s of CPU a page less than a PNG.
 */
export const toPgm = ({ pixels, width, height }: GrayRaster): Buffer =>
  Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), pixels]);

/** What toPgm made; undefined for any other bytes. */
export const readPgm = (bytes: Uint8Array): GrayRaster | undefined => {
  const head = /^P5\n(\d{1,6}) (\d{1,6})\n255\n/u.exec(Buffer.from(bytes.subarray(0, 32)).toString('latin1'));
  if (head === null) return undefined;
  const [width, height] = [Number(head[1]), Number(head[2])];
  const pixels = bytes.subarray(head[0].length);
  return pixels.length === width * height ? { pixels, width, height } : undefined;
};
