import sharp, { type Sharp } from 'sharp';
import type { Box } from '../../../schemas/span.js';
import { PipelineError } from '../../base/errors.js';
import { COARSE_DPI, measureDpi } from '../../layout/resolution.js';
import { type GrayRaster, measureSkew } from '../../layout/skew.js';
import { clearBorders, clearSpecks } from './clear-margins.js';
import { clearSpeckSeals } from './clear-speck-seals.js';
import { washGraySeals } from './gray-seal.js';
import { toPgm } from './pgm.js';
import { type ColourRaster, HEADER_SHARE, partSeals } from './red-seal.js';
import { type Size, undoTurn } from './turned-boxes.js';

// One page at a time is enough for two cores, and libvips' cache would hold pages that never come back.
sharp.cache(false);
sharp.concurrency(1);

/** Largest image that is decoded: A1 at 400 dpi. Told from the header, before a pixel is read. */
const MOST_PIXELS = 150_000_000;
/** A4 at 200 dpi: the size at which Tesseract reads 12 to 14 pt print best for its time (docs/ocr.md). */
const TARGET_LONG = 2339;
const TARGET_SHORT = 1654;
/** A gray or colour page below COARSE_DPI is enlarged, no more than this many times (docs/ocr.md). */
const LARGEST_ENLARGEMENT = 2;
/** Scaling by less than this gains nothing. */
const WORTH_REDUCING = 0.93;
/** Takes the stairs off bilevel print that is not reduced. */
const BILEVEL_BLUR = 0.7;

/** Which part of a page is wanted. */
export type ImageZone = 'page' | 'header' | 'middle';

/** An image made ready for OCR and the way back to the pixels of the one that came in. */
export interface PreparedImage {
  /** PGM, 8-bit gray. */
  readonly bytes: Buffer;
  /** The same, decoded. */
  readonly raster: GrayRaster;
  /** Size of the image that came in, upright. */
  readonly width: number;
  readonly height: number;
  /** Leads a box of the prepared image to the image that came in. */
  readonly toSource: (box: Box) => Box;
  /** The coloured seals and arrival stamps of its head alone, dark on white; undefined where there are none. */
  readonly stampInk?: GrayRaster;
  /** The whole page in colour, neither cut nor turned. */
  readonly colour: ColourPage;
}

/** A page in colour, upright as its EXIF says. */
export interface ColourPage extends ColourRaster {
  /** Pixels of it for one of the image that came in. */
  readonly scale: number;
}

const open = (bytes: Uint8Array): Sharp =>
  sharp(bytes, { limitInputPixels: MOST_PIXELS, sequentialRead: true, failOn: 'none' });

/** Turned by EXIF alone; what is transparent in a PNG lies on white paper. */
export const openUpright = (bytes: Uint8Array): Sharp =>
  open(bytes).autoOrient().flatten({ background: 'white' }).toColourspace('srgb');

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

/** An image that cannot be decoded, in our words. */
export const unreadable = (cause: unknown): PipelineError =>
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

/** How often each level occurs, told from a share of the pixels. */
export const countLevels = (pixels: Uint8Array): number[] => {
  const histogram = new Array<number>(256).fill(0);
  // Every 17th pixel tells enough, and its stride meets no row length twice.
  for (let i = 0; i < pixels.length; i += 17) {
    const level = pixels[i] ?? 0;
    histogram[level] = (histogram[level] ?? 0) + 1;
  }
  return histogram;
};

/** Skew below this many degrees costs nothing; from about one degree on Tesseract loses whole lines. */
const LEAST_SKEW = 0.25;
/** Width of the raster on which the skew is measured. */
const SKEW_WIDTH = 800;

const measureSkewOf = async (gray: Sharp, width: number): Promise<number> => {
  const { data, info } = await gray
    .resize({ width: Math.min(SKEW_WIDTH, width) })
    // Without it a one-channel raster comes out with three.
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const degrees = measureSkew({ pixels: data, width: info.width, height: info.height });
  return Math.abs(degrees) < LEAST_SKEW ? 0 : degrees;
};

const scaleColour = async (raster: ColourRaster, scale: number): Promise<ColourPage> => {
  const { pixels, width, height, channels } = raster;
  const raw = { width, height, channels: channels === 1 ? 1 : channels === 3 ? 3 : 4 } as const;
  const { data, info } = await sharp(pixels, { raw })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height, channels: info.channels, scale };
};

/** Upright, in colour and at the size at which it is read. */
const readColour = async (bytes: Uint8Array, size: Size): Promise<ColourPage> => {
  const long = Math.max(size.width, size.height);
  const short = Math.min(size.width, size.height);
  const fit = Math.max(TARGET_LONG / long, TARGET_SHORT / short);
  const scale = fit < WORTH_REDUCING ? fit : 1;
  let image = openUpright(bytes);
  if (scale < 1) {
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    image = image.resize(width, height, { fit: 'fill', kernel: 'lanczos3' });
  }
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  const page = { pixels: data, width: info.width, height: info.height, channels: info.channels, scale };
  const isCoarse = (measureDpi(size) ?? COARSE_DPI) < COARSE_DPI;
  // The stairs of bilevel print grow with it: enlarged, such a page is read far worse.
  return isCoarse && !looksBilevel(countLevels(data))
    ? scaleColour(page, Math.min(LARGEST_ENLARGEMENT, Math.round(2 * fit) / 2))
    : page;
};

/** Gray, seals and what is no print washed out: what every further step starts from. */
const toGray = async (colour: ColourPage): Promise<{ gray: () => Sharp; stamps: (() => Sharp) | undefined }> => {
  const { width, height, scale } = colour;
  const { gray: pixels, stamps: stampPixels } = partSeals(colour);
  const raw = { raw: { width, height, channels: 1 as const } };
  const isBilevel = looksBilevel(countLevels(pixels));
  clearBorders({ pixels, width, height });
  clearSpecks({ pixels, width, height });
  if (isBilevel) clearSpeckSeals({ pixels, width, height });
  else washGraySeals({ pixels, width, height });
  const stamps = stampPixels === undefined ? undefined : () => sharp(stampPixels, raw);
  if (scale !== 1 || !isBilevel) return { gray: () => sharp(pixels, raw), stamps };
  const blurred = await sharp(pixels, raw).blur(BILEVEL_BLUR).toColourspace('b-w').raw().toBuffer();
  return { gray: () => sharp(blurred, raw), stamps };
};

/** A gray raster as an image. */
export const openRaster = ({ pixels, width, height }: GrayRaster): Sharp =>
  sharp(pixels, { raw: { width, height, channels: 1 } });

/**
 * Makes a page ready for OCR: upright as its EXIF says, gray, reduced to 200 dpi of an A4 page, coarse gray ones enlarged, its
 * lines level, borders and specks outside the text and seals below the header washed out; bilevel print that is not reduced is blurred a little.
 * `zone: 'header'` keeps the top of the page alone, 'middle' as much of its middle; `turn` is a quarter turn, clockwise.
 */
export const prepareForOcr = async (bytes: Uint8Array, zone: ImageZone, turn = 0): Promise<PreparedImage> => {
  const size = await readImageSize(bytes);
  try {
    const colour = await readColour(bytes, size);
    const { width, height, scale } = colour;
    const { gray, stamps } = await toGray(colour);
    const skew = turn === 0 ? await measureSkewOf(gray(), width) : 0;
    const straight = { width, height: zone === 'page' ? height : Math.ceil(height * HEADER_SHARE) };
    const top = zone === 'middle' ? Math.floor((height - straight.height) / 2) : 0;
    const degrees = turn - skew;
    const place = async (image: Sharp): Promise<GrayRaster> => {
      const { data, info } = await image
        .extract({ left: 0, top, ...straight })
        .rotate(degrees, { background: 'white' })
        .toColourspace('b-w')
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { pixels: data, width: info.width, height: info.height };
    };
    const raster = await place(gray());
    const toSource = undoTurn(raster, { ...straight, top }, degrees, scale);
    const stampInk = stamps === undefined ? {} : { stampInk: await place(stamps()) };
    const made = { bytes: toPgm(raster), raster, width: size.width, height: size.height };
    return { ...made, toSource, ...stampInk, colour };
  } catch (error) {
    throw unreadable(error);
  }
};

/** A page in colour alone, as prepareForOcr makes it: where only its stamps are looked for. Rejects as that does. */
export const openColourPage = async (bytes: Uint8Array): Promise<ColourPage> => {
  const size = await readImageSize(bytes);
  try {
    return await readColour(bytes, size);
  } catch (error) {
    throw unreadable(error);
  }
};

/** A page in colour after a quarter turn, clockwise, and the way back to the pixels of the image that came in. */
export const turnColourPage = async (
  page: ColourPage,
  turn: number,
): Promise<{ readonly raster: ColourRaster; readonly toSource: (box: Box) => Box }> => {
  const { pixels, width, height, channels, scale } = page;
  const straight = { width, height, top: 0 };
  if (turn === 0) return { raster: page, toSource: undoTurn(page, straight, 0, scale) };
  const raw = { width, height, channels: channels === 1 ? 1 : channels === 3 ? 3 : 4 } as const;
  const { data, info } = await sharp(pixels, { raw }).rotate(turn).raw().toBuffer({ resolveWithObject: true });
  const raster = { pixels: data, width: info.width, height: info.height, channels: info.channels };
  return { raster, toSource: undoTurn(raster, straight, turn, scale) };
};

/** Turns an image clockwise and swaps black and white where asked; the same bytes when there is nothing to do. */
export const turnImage = async (bytes: Uint8Array, turn: 0 | 90 | 180 | 270, negate: boolean): Promise<Uint8Array> => {
  if (turn === 0 && !negate) return bytes;
  let image = open(bytes);
  if (negate) image = image.negate({ alpha: false });
  return image.rotate(turn).png({ compressionLevel: 1 }).toBuffer();
};
