import type { Bilingual } from '../../schemas/note.js';
import type { MediaType } from '../../schemas/stages.js';
import { readZipDirectory, toBuffer } from './zip-directory.js';

/** Files of word processors, and what else comes in the same containers. */
export type PackedKind = MediaType | 'excel' | 'powerpoint' | 'old-office' | 'zip';

export const DOCX: MediaType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
export const DOC: MediaType = 'application/msword';
export const RTF: MediaType = 'application/rtf';
export const ODT: MediaType = 'application/vnd.oasis.opendocument.text';

const ZIP = [0x50, 0x4b, 0x03, 0x04] as const;
const LOCAL = Buffer.from(ZIP);
const OLE = [0xd0, 0xcf, 0x11, 0xe0] as const;
const RICH_TEXT = [0x7b, 0x5c, 0x72, 0x74, 0x66] as const;

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** An archive that is cut off has no directory: its first names stand before its first files. */
const guessNames = (bytes: Uint8Array): readonly string[] => {
  const head = toBuffer(bytes.subarray(0, 64 * 1024));
  const names: string[] = [];
  for (let at = head.indexOf(LOCAL); at >= 0; at = head.indexOf(LOCAL, at + 4))
    if (at + 30 <= head.length) names.push(head.toString('latin1', at + 30, at + 30 + head.readUInt16LE(at + 26)));
  return names;
};

const tellZip = (bytes: Uint8Array): PackedKind => {
  const directory = readZipDirectory(bytes);
  const names = directory === undefined ? guessNames(bytes) : [...directory.keys()];
  const some = (pattern: RegExp): boolean => names.some((name) => pattern.test(name));
  if (some(/^word\//iu)) return DOCX;
  if (some(/^xl\//iu)) return 'excel';
  if (some(/^ppt\//iu)) return 'powerpoint';
  // The kind of an OpenDocument file stands in its first bytes, unpacked.
  const first = toBuffer(bytes.subarray(0, 120)).toString('latin1');
  if (first.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return ODT;
  return some(/^\[Content_Types\]\.xml/u) ? DOCX : 'zip';
};

/** Streams of an OLE container have names of two-byte letters. */
const hasStream = (bytes: Uint8Array, name: string): boolean => toBuffer(bytes).includes(Buffer.from(name, 'utf16le'));

const FIB_KEY = [0xec, 0xa5] as const;
const SECTOR = 512;
/** Where the head of a .doc's text stream stands: at the start of a sector. */
const findFib = (bytes: Uint8Array): number | undefined => {
  for (let at = SECTOR; at + 12 <= bytes.length; at += SECTOR)
    if (bytes[at] === FIB_KEY[0] && bytes[at + 1] === FIB_KEY[1]) return at;
  return undefined;
};

const tellOle = (bytes: Uint8Array): PackedKind => {
  // A .docx under a password is an OLE container around it.
  if (hasStream(bytes, 'EncryptedPackage')) return DOCX;
  // Of one that is cut off, the names of the streams may be lost, and the head of its text is left.
  return hasStream(bytes, 'WordDocument') || findFib(bytes) !== undefined ? DOC : 'old-office';
};

/** What a file of an office program is; undefined for every other file. `tellOffice(docxBytes) === DOCX` */
export const tellOffice = (bytes: Uint8Array): PackedKind | undefined => {
  if (begins(bytes, ZIP)) return tellZip(bytes);
  if (begins(bytes, OLE)) return tellOle(bytes);
  return begins(bytes, RICH_TEXT) ? RTF : undefined;
};

/** True for a .docx that is locked: an OLE container instead of a ZIP archive. */
export const isLocked = (bytes: Uint8Array): boolean => begins(bytes, OLE) && hasStream(bytes, 'EncryptedPackage');

/** True for a .doc under a password: a bit in the head of its text stream. */
export const isLockedDoc = (bytes: Uint8Array): boolean => {
  const at = findFib(bytes);
  return at !== undefined && ((bytes[at + 11] ?? 0) & 1) === 1;
};

/** Names of the kinds that are known and not read. */
export const PACKED_NAMES: Readonly<Record<'excel' | 'powerpoint' | 'old-office' | 'zip', Bilingual>> = {
  excel: { vi: 'bảng tính Excel', en: 'an Excel workbook' },
  powerpoint: { vi: 'tệp trình chiếu PowerPoint', en: 'a PowerPoint file' },
  'old-office': { vi: 'tệp Excel hoặc Office đời cũ', en: 'an old Excel or Office file' },
  zip: { vi: 'tệp nén ZIP', en: 'a ZIP archive' },
};
