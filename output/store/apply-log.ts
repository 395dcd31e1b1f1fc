const HEADER_BYTES = 32;
const FRAME_BYTES = 24;
/** Checksums over words of which the lowest byte comes first; with the last bit set, the highest. */
const MAGIC = 0x37_7f_06_82;

type Sums = readonly [number, number];

/** SQLite's checksum of a log, carried on from what stands before. */
const carryOn = ([first, second]: Sums, bytes: Buffer, isBigEndian: boolean): Sums => {
  const read = (at: number): number => (isBigEndian ? bytes.readUInt32BE(at) : bytes.readUInt32LE(at));
  let [a, b] = [first, second];
  for (let at = 0; at + 8 <= bytes.length; at += 8) {
    a = (a + read(at) + b) >>> 0;
    b = (b + read(at + 4) + a) >>> 0;
  }
  return [a, b];
};

const isSame = ([a, b]: Sums, bytes: Buffer, at: number): boolean =>
  a === bytes.readUInt32BE(at) && b === bytes.readUInt32BE(at + 4);

/**
 * A database with what stands in its write-ahead log worked in, up to the last transaction that is whole; after the file
 * format at sqlite.org. For places where SQLite itself may not write. `applyLog(readFileSync('x.db'), readFileSync('x.db-wal'))`
 */
export const applyLog = (database: Buffer, log: Buffer): Buffer => {
  const magic = log.length < HEADER_BYTES ? 0 : log.readUInt32BE(0);
  if ((magic & ~1) !== MAGIC) return database;
  const isBigEndian = (magic & 1) === 1;
  const pageSize = log.readUInt32BE(8);
  let sums = carryOn([0, 0], log.subarray(0, 24), isBigEndian);
  if (!isSame(sums, log, 24)) return database;
  const salt = log.subarray(16, 24);
  let whole = database;
  let pages = new Map<number, Buffer>();
  for (let at = HEADER_BYTES; at + FRAME_BYTES + pageSize <= log.length; at += FRAME_BYTES + pageSize) {
    const page = log.subarray(at + FRAME_BYTES, at + FRAME_BYTES + pageSize);
    sums = carryOn(carryOn(sums, log.subarray(at, at + 8), isBigEndian), page, isBigEndian);
    // Frames of an earlier round, or one that was not written to its end.
    if (!salt.equals(log.subarray(at + 8, at + 16)) || !isSame(sums, log, at + 16)) break;
    pages.set(log.readUInt32BE(at), page);
    const size = log.readUInt32BE(at + 4);
    if (size === 0) continue;
    const next = Buffer.alloc(size * pageSize);
    whole.copy(next, 0, 0, next.length);
    for (const [number, content] of pages) if (number <= size) content.copy(next, (number - 1) * pageSize);
    whole = next;
    pages = new Map();
  }
  return whole;
};
