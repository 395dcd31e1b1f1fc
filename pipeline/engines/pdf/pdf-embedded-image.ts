import { inflateSync } from 'node:zlib';
import {
  decodePDFRawStream,
  PDFArray,
  PDFBool,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFPage,
  PDFRawStream,
  PDFStream,
} from '@cantoo/pdf-lib';
import { wrapFaxAsTiff, wrapPixelsAsTiff } from '../image/tiff-bytes.js';
import { decodeAscii85 } from './ascii85.js';

/** The scan of a page as it lies in the file, and what must be done to it to stand upright. */
export interface EmbeddedImage {
  /** A JPEG, or a TIFF around fax data or plain pixels. */
  readonly bytes: Uint8Array;
  /** Clockwise turn that the page asks for. */
  readonly rotate: 0 | 90 | 180 | 270;
  /** True when /Decode swaps black and white. */
  readonly negate: boolean;
}

/** More decoded bytes than this are drawn by the renderer, which bounds what it draws. */
const MOST_BYTES = 150_000_000;

/** Opens a PDF for raw streams. Undefined when the library cannot read it: the page is then rendered. */
export const openForStreams = async (bytes: Uint8Array): Promise<PDFDocument | undefined> => {
  try {
    return await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false, password: '' });
  } catch {
    return undefined;
  }
};

const imagesOf = (page: PDFPage): { name: string; stream: PDFRawStream }[] | undefined => {
  const objects = page.node.Resources()?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return undefined;
  const images: { name: string; stream: PDFRawStream }[] = [];
  for (const key of objects.keys()) {
    const stream = objects.lookup(key);
    if (!(stream instanceof PDFRawStream)) return undefined;
    if (stream.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image')) return undefined;
    images.push({ name: key.asString().slice(1), stream });
  }
  return images;
};

const readContent = (page: PDFPage): string => {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray ? contents.asArray().map((ref) => page.doc.context.lookup(ref)) : [contents];
  const decoder = new TextDecoder('latin1');
  return streams
    .map((stream) => {
      if (stream instanceof PDFRawStream) return decoder.decode(decodePDFRawStream(stream).decode());
      return stream instanceof PDFStream ? decoder.decode(stream.getContents()) : '';
    })
    .join('\n');
};

const NUMBER = '[-+]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)';
const PLACING = new RegExp(
  `(?<![\\d.])(${NUMBER})\\s+(${NUMBER})\\s+(${NUMBER})\\s+(${NUMBER})\\s+${NUMBER}\\s+${NUMBER}\\s+cm\\b`,
  'gu',
);
/** Operators that put visible marks beside the image: paths painted, shadings, inline images. */
const OTHER_MARKS = /(?:^|\s)(?:f\*?|F|S|s|B\*?|b\*?|sh|BI)(?=\s|$)/u;

/** True when the page shows this one image, upright and over most of it, and no visible text. */
const showsOnlyImage = (page: PDFPage, name: string): boolean => {
  const content = readContent(page).replace(/\((?:\\[\s\S]|[^\\)])*(?:\)|\\?$)|<[0-9A-Fa-f\s]*>/gu, '()');
  if ((content.match(/(?:^|\s)Do(?=\s|$)/gu) ?? []).length !== 1 || !content.includes(`/${name}`)) return false;
  const showsText = /(?:^|[\s)\]])(?:Tj|TJ|'|")(?=\s|$)/u.test(content);
  if ((showsText && !/(?:^|\s)3\s+Tr(?=\s|$)/u.test(content)) || /(?:^|\s)[0-24-7]\s+Tr(?=\s|$)/u.test(content))
    return false;
  if (OTHER_MARKS.test(content)) return false;
  let width = 1;
  let height = 1;
  for (const [, a, b, c, d] of content.matchAll(PLACING)) {
    if (Number(b) !== 0 || Number(c) !== 0 || Number(a) <= 0 || Number(d) <= 0) return false;
    width *= Number(a);
    height *= Number(d);
  }
  const box = page.getCropBox();
  return width > 0.8 * box.width && height > 0.8 * box.height;
};

const numberOf = (dict: PDFDict | undefined, key: string, fallback: number): number => {
  const value = dict?.lookup(PDFName.of(key));
  return value instanceof PDFNumber ? value.asNumber() : fallback;
};

const isTrue = (dict: PDFDict | undefined, key: string): boolean => dict?.lookup(PDFName.of(key)) === PDFBool.True;

/** The single entry of a filter or parameter that may stand alone or in an array of one; undefined for a chain. */
const onlyOne = (value: unknown): unknown => {
  if (!(value instanceof PDFArray)) return value;
  return value.size() === 1 ? value.lookup(0) : undefined;
};

const isInverted = (dict: PDFDict): boolean => {
  const decode = dict.lookup(PDFName.of('Decode'));
  if (!(decode instanceof PDFArray)) return false;
  const first = decode.lookup(0);
  return first instanceof PDFNumber && first.asNumber() === 1;
};

/** Channels of an image whose samples are gray or red, green, blue as they stand; undefined for palettes, CMYK and others. */
const channelsOf = (dict: PDFDict): 1 | 3 | undefined => {
  const space = dict.lookup(PDFName.of('ColorSpace'));
  if (space === PDFName.of('DeviceRGB')) return 3;
  if (space === PDFName.of('DeviceGray')) return 1;
  if (!(space instanceof PDFArray) || space.lookup(0) !== PDFName.of('ICCBased')) return undefined;
  const profile = space.lookup(1);
  const count = profile instanceof PDFStream ? numberOf(profile.dict, 'N', 0) : 0;
  return count === 1 || count === 3 ? count : undefined;
};

/** Pixels of 8 bits that are only deflated. Undefined when they are not whole, or were predicted from their neighbours. */
const readDeflated = (dict: PDFDict, deflated: Uint8Array, params: PDFDict | undefined): Uint8Array | undefined => {
  const [width, height] = [numberOf(dict, 'Width', 0), numberOf(dict, 'Height', 0)];
  const channels = channelsOf(dict);
  if (channels === undefined || numberOf(dict, 'BitsPerComponent', 0) !== 8) return undefined;
  if (numberOf(params, 'Predictor', 1) !== 1) return undefined;
  const length = width * height * channels;
  if (length === 0 || length > MOST_BYTES) return undefined;
  const data = inflateSync(deflated, { maxOutputLength: length + 1024 });
  return data.length < length
    ? undefined
    : wrapPixelsAsTiff({ data: data.subarray(0, length), width, height, channels });
};

/** What is deflated and then written in printable letters, as some programs do by habit; undefined for any other chain. */
const readPrintable = (stream: PDFRawStream): Uint8Array | undefined => {
  const chain = stream.dict.lookup(PDFName.of('Filter'));
  if (!(chain instanceof PDFArray) || chain.size() !== 2 || stream.dict.has(PDFName.of('DecodeParms')))
    return undefined;
  const isPrintable = chain.lookup(0) === PDFName.of('ASCII85Decode') && chain.lookup(1) === PDFName.of('FlateDecode');
  return isPrintable ? decodeAscii85(stream.getContents()) : undefined;
};

const readStream = (stream: PDFRawStream): { bytes: Uint8Array; negate: boolean } | undefined => {
  const { dict } = stream;
  const filter = onlyOne(dict.lookup(PDFName.of('Filter')));
  if (['SMask', 'Mask', 'ImageMask'].some((key) => dict.has(PDFName.of(key)))) return undefined;
  const negate = isInverted(dict);
  if (filter === PDFName.of('DCTDecode')) return { bytes: stream.getContents(), negate };
  const found = onlyOne(dict.lookup(PDFName.of('DecodeParms')));
  const params = found instanceof PDFDict ? found : undefined;
  const deflated = filter === PDFName.of('FlateDecode') ? stream.getContents() : readPrintable(stream);
  const pixels = deflated === undefined ? undefined : readDeflated(dict, deflated, params);
  if (pixels !== undefined) return { bytes: pixels, negate };
  if (filter !== PDFName.of('CCITTFaxDecode')) return undefined;
  const bytes = wrapFaxAsTiff({
    data: stream.getContents(),
    width: numberOf(params, 'Columns', 1728),
    height: numberOf(dict, 'Height', 0),
    k: numberOf(params, 'K', 0),
    byteAligned: isTrue(params, 'EncodedByteAlign'),
    blackIs1: isTrue(params, 'BlackIs1'),
  });
  return { bytes, negate };
};

/**
 * The scan of page `number` without decoding and encoding it again: 5 ms instead of a second. Undefined when the page
 * is more than one upright JPEG, fax or plain image (palettes, masks, several images, JBIG2, visible text). Annotations are left out: an
 * e-signature panel over a scan is no part of the paper.
 */
export const extractPageImage = (document: PDFDocument, number: number): EmbeddedImage | undefined => {
  const page = document.getPage(number - 1);
  const images = imagesOf(page);
  const image = images?.[0];
  if (images?.length !== 1 || image === undefined) return undefined;
  if (!showsOnlyImage(page, image.name)) return undefined;
  const found = readStream(image.stream);
  if (found === undefined) return undefined;
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  if (turn !== 0 && turn !== 90 && turn !== 180 && turn !== 270) return undefined;
  return { ...found, rotate: turn };
};
