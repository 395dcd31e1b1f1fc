/** One file inside an archive, as the directory at its end tells it. Sizes and places in bytes. */
export interface ZipEntry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

const END = 0x06054b50;
const END_BYTES = 22;
/** The remark behind the end may be this long. */
const REMARK_AT_MOST = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_BYTES = 46;
const WIDE = 0xffffffff;

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

/** The same memory as a Buffer. */
export const toBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * The files of a ZIP archive by name, in the order of its directory; undefined where the directory is missing or damaged,
 * as in a copy that stopped half-way. Nothing is unpacked.
 */
export const readZipDirectory = (given: Uint8Array): ReadonlyMap<string, ZipEntry> | undefined => {
  const bytes = toBuffer(given);
  const end = findEnd(bytes);
  if (end < 0) return undefined;
  const entries = new Map<string, ZipEntry>();
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_BYTES > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined;
    const field = (offset: number): number => bytes.readUInt16LE(at + offset);
    const nameEnd = at + ENTRY_BYTES + field(28);
    const extraEnd = nameEnd + field(30);
    const told = [24, 20, 42].map((offset) => bytes.readUInt32LE(at + offset));
    const [size = 0, packed = 0, offset = 0] = readWide(bytes.subarray(nameEnd, extraEnd), told);
    const name = bytes
      .toString('utf8', at + ENTRY_BYTES, nameEnd)
      .replaceAll('\\', '/')
      .replace(/^\//u, '');
    entries.set(name, { method: field(10), crc: bytes.readUInt32LE(at + 16), packed, size, offset });
    at = extraEnd + field(32);
  }
  return entries;
};
