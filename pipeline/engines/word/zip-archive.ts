import { crc32, inflateRawSync } from 'node:zlib';
import { brokenWord, heavyWord } from './word-errors.js';

/** One file inside an archive, as the directory at its end tells it. */
interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** A ZIP archive: its names, and each file when asked for. — tệp nén */
export interface Archive {
  readonly names: readonly string[];
  /** The bytes of one file; undefined where there is none of that name. Throws `file-broken` and `file-too-heavy`. */
  read(name: string): Buffer | undefined;
}

/** Bytes that one part, and all parts together, may unfold to: three thousand pages of Word are a third of it. */
const MOST_PART = 128 * 1024 * 1024;
const MOST_TOGETHER = 256 * 1024 * 1024;

const END = 0x06054b50;
const END_BYTES = 22;
/** The remark behind the end may be this long. */
const REMARK_AT_MOST = 0xffff;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const WIDE = 0xffffffff;
/** Kinds of packing: stored as it is, deflated. */
const STORED = 0;
const DEFLATED = 8;

const findEnd = (bytes: Buffer): number => {
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - END_BYTES - REMARK_AT_MOST); at--)
    if (bytes.readUInt32LE(at) === END) return at;
  return -1;
};

/** Sizes and places beyond 4 GB, or of writers that always leave room for them, stand in a field of their own. */
const readWide = (extra: Buffer, values: readonly number[]): readonly number[] => {
  let at = 0;
  while (at + 4 <= extra.length && extra.readUInt16LE(at) !== 1) at += 4 + extra.readUInt16LE(at + 2);
  let next = at + 4;
  return values.map((value) => {
    if (value !== WIDE || next + 8 > extra.length) return value;
    next += 8;
    return Number(extra.readBigUInt64LE(next - 8));
  });
};

const listEntries = (bytes: Buffer, end: number): ReadonlyMap<string, Entry> => {
  const entries = new Map<string, Entry>();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY) throw brokenWord('ZIP');
    const [nameLength, extraLength, remarkLength] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    const nameEnd = at + 46 + (nameLength ?? 0);
    const extraEnd = nameEnd + (extraLength ?? 0);
    const told = [24, 20, 42].map((field) => bytes.readUInt32LE(at + field));
    const [size = 0, packed = 0, offset = 0] = readWide(bytes.subarray(nameEnd, extraEnd), told);
    const name = bytes
      .toString('utf8', at + 46, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\//u, '');
    const method = bytes.readUInt16LE(at + 10);
    entries.set(name, { method, crc: bytes.readUInt32LE(at + 16), packed, size, offset });
    at = extraEnd + (remarkLength ?? 0);
  }
  return entries;
};

const unpack = (bytes: Buffer, name: string, { method, crc, packed, size, offset }: Entry): Buffer => {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY) throw brokenWord(name);
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
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

const tooLarge = (bytes: number): Error => {
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  return heavyWord({
    vi: `giải nén ra ${megabytes} MB, tối đa ${MOST_PART / 1024 / 1024} MB một phần`,
    en: `it unfolds to ${megabytes} MB, expected at most ${MOST_PART / 1024 / 1024} MB a part`,
  });
};

/**
 * Opens a ZIP archive by its directory; a file is unfolded only when asked for, never beyond what its directory says, and
 * its checksum is compared: damaged letters never come out as text. Throws `file-broken` for an archive that is cut off.
 */
export const openArchive = (given: Uint8Array): Archive => {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const end = findEnd(bytes);
  if (end < 0) throw brokenWord('ZIP');
  const entries = listEntries(bytes, end);
  let together = 0;
  return {
    names: [...entries.keys()],
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      together += entry.size;
      if (entry.size > MOST_PART || together > MOST_TOGETHER) throw tooLarge(Math.max(entry.size, together));
      return unpack(bytes, name, entry);
    },
  };
};
