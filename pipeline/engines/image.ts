import sharp, { type Sharp } from 'sharp';
import { PipelineError } from '../errors.js';
import { listTiffPages, startTiffAt } from './tiff-bytes.js';

// One page at a time is enough for two cores, and libvips' cache would hold pages that never come back.
sharp.cache(false);
sharp.concurrency(1);

/** Largest image that is decoded: A1 at 400 dpi. Told from the header, before a pixel is read. */
const MOST_PIXELS = 150_000_000;
/** A4 at 200 dpi: the size at which Tesseract reads 12 to 14 pt print best for its time (docs/ocr.md). */
const TARGET_LONG = 2339;
const TARGET_SHORT = 1654;
/** Scaling by less than this gains nothing. */
const WORTH_REDUCING = 0.93;
/** Share of the page that holds its header: issuer, number, place and date, title. */
const HEADER_SHARE = 0.36;
/** Takes the stairs off bilevel print that is not reduced. */
const BILEVEL_BLUR = 0.7;

/** An image made ready for OCR and the way back to the pixels of the one that came in. */
export interface PreparedImage {
  /** PNG, 8-bit gray. */
  readonly bytes: Buffer;
  /** Size of the image that came in, upright. */
  readonly width: number;
  readonly height: number;
  /** Prepared pixels for each pixel that came in, at most 1. */
  readonly scale: number;
}

const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'none' });

const tooLarge = (width: number, height: number): PipelineError =>
  new PipelineError(
    'image-too-large',
    {
      vi: `Ảnh quá lớn: tối đa ${MOST_PIXELS / 1e6} triệu điểm ảnh, nhưng ảnh có ${width} × ${height}.`,
      en: `The image is too large: expected at most ${MOST_PIXELS / 1e6} million pixels, got ${width} × ${height}.`,
    },
    {
      vi: 'Quét lại ở 200–300 dpi, mỗi trang một ảnh.',
      en: 'Scan again at 200 to 300 dpi, one page an image.',
    },
  );

const unreadable = (cause: unknown): PipelineError =>
  new PipelineError(
    'file-broken',
    {
      vi: 'Ảnh bị hỏng: cần một ảnh PNG, JPEG hoặc TIFF trọn vẹn, nhưng không giải mã được.',
      en: 'The image is damaged: expected a whole PNG, JPEG or TIFF, but it cannot be decoded.',
    },
    { vi: 'Chép lại hoặc quét lại ảnh.', en: 'Copy or scan the image again.' },
    cause,
  );

interface UprightSize {
  readonly width: number;
  readonly height: number;
  readonly isBilevel: boolean;
}

/** Size of an image as it stands upright, from its header alone. Rejects with `image-too-large` or `file-broken`. */
export const readImageSize = async (bytes: Uint8Array): Promise<UprightSize> => {
  const info = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch((error: unknown) => {
      throw unreadable(error);
    });
  const { width, height, orientation = 1 } = info;
  if (width * height > MOST_PIXELS) throw tooLarge(width, height);
  const isBilevel = info.bitsPerSample === 1 || info.depth === 'char';
  return orientation >= 5 ? { width: height, height: width, isBilevel } : { width, height, isBilevel };
};

/** True when nearly all pixels are black or white: a photocopy, whether or not its file says so. */
const looksBilevel = (histogram: readonly number[]): boolean => {
  const total = histogram.reduce((sum, count) => sum + count, 0);
  const ends = (histogram[0] ?? 0) + (histogram[255] ?? 0);
  return total > 0 && ends / total > 0.995;
};

const countLevels = (pixels: Uint8Array): number[] => {
  const histogram = new Array<number>(256).fill(0);
  // Every 17th pixel tells enough, and its stride meets no row length twice.
  for (let i = 0; i < pixels.length; i += 17) {
    const level = pixels[i] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  return histogram;
};

/**
 * Makes a page ready for OCR: upright as its EXIF says, gray, reduced to 200 dpi of an A4 page and never enlarged;
 * bilevel print that is not reduced is blurred a little. `zone: 'header'` keeps the top of the page alone.
 */
export const prepareForOcr = async (bytes: Uint8Array, zone: 'page' | 'header', turn = 0): Promise<PreparedImage> => {
  const size = await readImageSize(bytes);
  const long = Math.max(size.width, size.height);
  const short = Math.min(size.width, size.height);
  const fit = Math.max(TARGET_LONG / long, TARGET_SHORT / short);
  const scale = fit < WORTH_REDUCING ? fit : 1;
  const width = Math.max(1, Math.round(size.width * scale));
  const height = Math.max(1, Math.round(size.height * scale));
  try {
    // autoOrient turns by EXIF alone; the alpha of a PNG lies on white paper.
    let image = open(bytes).autoOrient().flatten({ background: 'white' }).toColourspace('b-w');
    if (scale < 1) image = image.resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
    const { data, info } = await image.extractChannel(0).raw().toBuffer({ resolveWithObject: true });
    let gray = sharp(data, { raw: { width: info.width, height: info.height, channels: 1 } });
    if (zone === 'header')
      gray = gray.extract({ left: 0, top: 0, width: info.width, height: Math.ceil(info.height * HEADER_SHARE) });
    if (scale === 1 && looksBilevel(countLevels(data))) gray = gray.blur(BILEVEL_BLUR);
    if (turn !== 0) gray = gray.rotate(turn);
    const prepared = await gray.png({ compressionLevel: 1 }).toBuffer();
    return { bytes: prepared, width: size.width, height: size.height, scale };
  } catch (error) {
    throw unreadable(error);
  }
};

/** Turns an image clockwise and swaps black and white where asked; the same bytes when there is nothing to do. */
export const turnImage = async (bytes: Uint8Array, turn: 0 | 90 | 180 | 270, negate: boolean): Promise<Uint8Array> => {
  if (turn === 0 && !negate) return bytes;
  let image = open(bytes);
  if (negate) image = image.negate({ alpha: false });
  return image.rotate(turn).png({ compressionLevel: 1 }).toBuffer();
};

/** The pages of an image file: one, or as many as a TIFF holds. Each entry gives the bytes of that page alone. */
export const listImagePages = (bytes: Uint8Array, isTiff: boolean): readonly (() => Uint8Array)[] => {
  const offsets = isTiff ? listTiffPages(bytes) : [];
  if (offsets.length <= 1) return [() => bytes];
  return offsets.map((offset) => () => startTiffAt(bytes, offset));
};
