import { crc32, inflateRawSync } from 'node:zlib';
import type { PipelineError } from '../../base/errors.js';
import { readZipDirectory, toBuffer, type ZipEntry } from '../../quality/zip-directory.js';
import { brokenWord, heavyWord } from './word-errors.js';

/** A ZIP archive: its names, and each file when asked for. — tệp nén */
export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of one file; undefined where there is none of that name. Throws `file-broken` and `file-too-heavy`. */
  read(name: string): Buffer | undefined;
}

/** Bytes that one part, and all parts together, may unfold to: three thousand pages of Word are a third of it. */
const MOST_PART = 128 * 1024 * 1024;
const MOST_TOGETHER = 256 * 1024 * 1024;

const LOCAL_ENTRY = 0x04034b50;
const LOCAL_BYTES = 30;
/** Kinds of packing: stored as it is, deflated. */
const STORED = 0;
const DEFLATED = 8;

const unpack = (bytes: Buffer, name: string, { method, crc, packed, size, offset }: ZipEntry): Buffer => {
  if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw brokenWord(name);
  const start = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const data = bytes.subarray(start, start + packed);
  if (data.length < packed || (method !== STORED && method !== DEFLATED)) throw brokenWord(name);
  try {
    // One byte more than it says: a file that unfolds to more than its directory tells is caught below.
    const file = method === STORED ? data : inflateRawSync(data, { maxOutputLength: size + 1 });
    if (file.length === size && crc32(file) === crc) return file;
  } catch (error) {
    throw brokenWord(name, error);
  }
  throw brokenWord(name);
};

const tooLarge = (bytes: number): PipelineError => {
  const [megabytes, most] = [bytes, MOST_PART].map((count) => Math.ceil(count / 1024 / 1024));
  return heavyWord({
    vi: `giải nén ra ${megabytes} MB, tối đa ${most} MB một phần`,
    en: `it unfolds to ${megabytes} MB, expected at most ${most} MB a part`,
  });
};

/**
 * Opens a ZIP archive by its directory; a file is unfolded only when asked for, never beyond what its directory says, and
 * its checksum is compared: damaged letters never come out as text. Throws `file-broken` for an archive that is cut off.
 */
export const openArchive = (given: Uint8Array): Archive => {
  const bytes = toBuffer(given);
  const entries = readZipDirectory(bytes);
  if (entries === undefined) throw brokenWord('ZIP');
  let together = 0;
  return {
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      together += entry.size;
      if (entry.size > MOST_PART || together > MOST_TOGETHER) throw tooLarge(Math.max(entry.size, together));
      return unpack(bytes, name, entry);
    },
  };
};
