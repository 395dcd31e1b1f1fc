import { type FileInfo, MediaType } from '../../schemas/stages.js';
import { findForeignKind, startsWith } from './foreign-kinds.js';
import { JOINED_IMAGES } from './joined-images.js';
import { DOCX, tellOffice } from './word-kinds.js';

const IMAGE_SIGNATURES: readonly (readonly [MediaType, readonly number[]])[] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** A PDF may begin with a few bytes of something else, as a mail program or a web server left them. */
const PDF_WITHIN = 1024;
const findsPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, PDF_WITHIN)).toString('latin1').includes('%PDF-');

/** Bytes looked at to tell text from other data. */
const SAMPLE = 65_536;
/** A text holds next to no control codes; one in a hundred allows for a stray one. */
const MOST_CONTROLS = 0.01;

// Tab, line feed, the line end inside a paragraph of a word processor, form feed, return.
const isControl = (code: number): boolean => code < 0x20 && (code < 9 || code > 13);

// Vietnamese lives below U+0400, in U+1E00–1EFF and in the punctuation of U+2000: anything far off is no text.
const isLetter = (code: number): boolean =>
  !isControl(code) && (code < 0x0400 || (code >= 0x1e00 && code < 0x2600) || code === 0xfeff);

/** Share of units of two or four bytes that no text holds, in the given byte order. */
const strangeShare = (bytes: Uint8Array, size: 2 | 4, little: boolean): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength - (bytes.byteLength % size));
  let strange = 0;
  for (let i = 0; i < view.byteLength; i += size)
    if (!isLetter(size === 2 ? view.getUint16(i, little) : view.getUint32(i, little))) strange += 1;
  return view.byteLength === 0 ? 1 : (strange * size) / view.byteLength;
};

/** The byte order of a text without a mark, by its letters; undefined when it is none of that size. */
const guessOrder = (bytes: Uint8Array, size: 2 | 4): 'le' | 'be' | undefined => {
  const sample = bytes.subarray(0, SAMPLE);
  // Every text has spaces or line ends, and those hold a zero byte in wide letters and in nothing else that is text.
  if (!sample.includes(0)) return undefined;
  if (strangeShare(sample, size, true) < MOST_CONTROLS) return 'le';
  return strangeShare(sample, size, false) < MOST_CONTROLS ? 'be' : undefined;
};

/** The byte order of a UTF-32 text, by its mark or by its letters; undefined when it is none. */
export const findUtf32Order = (bytes: Uint8Array): 'le' | 'be' | undefined => {
  if (startsWith(bytes, 0xff, 0xfe, 0, 0)) return 'le';
  return startsWith(bytes, 0, 0, 0xfe, 0xff) ? 'be' : guessOrder(bytes, 4);
};

/** The same for UTF-16. */
export const findUtf16Order = (bytes: Uint8Array): 'le' | 'be' | undefined => {
  if (startsWith(bytes, 0xff, 0xfe)) return 'le';
  return startsWith(bytes, 0xfe, 0xff) ? 'be' : guessOrder(bytes, 2);
};

const looksLikeText = (bytes: Uint8Array): boolean => {
  if (findUtf32Order(bytes) !== undefined || findUtf16Order(bytes) !== undefined) return true;
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  return controls / sample.length < MOST_CONTROLS;
};

/** JSON, XML and web pages are texts for machines: their braces and tags are nobody's conclusion. */
const MACHINE_TEXT =
  /^(?:\u00ef\u00bb\u00bf)?\s*(?:\{\s*["}]|\[\s*[{"[]|<(?:!doctype|\?xml|html|svg|head|body|!--)[\s>])/iu;

const looksLikeMachineText = (bytes: Uint8Array): boolean =>
  MACHINE_TEXT.test(Buffer.from(bytes.subarray(0, 256)).toString('latin1'));

/** What a file is, told from its bytes; undefined when it is nothing that is read here. */
export const findMediaType = (bytes: Uint8Array): MediaType | undefined => {
  if (startsWith(bytes, ...JOINED_IMAGES)) return 'image/x-ketluan-joined';
  const image = IMAGE_SIGNATURES.find(([, signature]) => startsWith(bytes, ...signature));
  if (image !== undefined) return image[0];
  if (findForeignKind(bytes) !== undefined) return undefined;
  const office = MediaType.safeParse(tellOffice(bytes));
  if (office.success) return office.data;
  if (findsPdf(bytes)) return 'application/pdf';
  return looksLikeText(bytes) && !looksLikeMachineText(bytes) ? 'text/plain' : undefined;
};

/** Bytes of a .docx that is read as fast as a text: without large pictures. */
const SMALL = 1024 * 1024;

/** True for a file that is read in milliseconds: such files go through one process, each sent before its turn. */
export const isQuick = ({ mediaType, byteLength }: FileInfo): boolean =>
  mediaType === 'text/plain' || (mediaType === DOCX && byteLength <= SMALL);
