/** Bytes of the largest signature that is read: with its revocation lists one takes some hundred thousand. */
const SIGNATURE_AT_MOST = 4 << 20;

/** What a byte range covers of a file, and the signature that stands in its gap. */
export interface SignedBytes {
  readonly covered: readonly [Uint8Array, Uint8Array];
  /** The signature between the pieces, out of its hexadecimal digits; undefined where something else stands there. */
  readonly signature: Uint8Array | undefined;
  /** True when nothing but the signature is left out, from the start of the file to the end of a revision. */
  readonly coversAll: boolean;
  readonly bytesAfter: number;
}

/** "%%EOF" and a line end. */
const REVISION_END = /%%EOF[\r\n ]{0,4}$/u;
const HEX = /^<[\s0-9A-Fa-f]*>$/u;

const readGap = (gap: Uint8Array): Uint8Array | undefined => {
  if (gap.length > 2 * SIGNATURE_AT_MOST) return undefined;
  const text = Buffer.from(gap).toString('latin1');
  return HEX.test(text) ? Buffer.from(text.replace(/[<>\s]/gu, ''), 'hex') : undefined;
};

/** True when only line ends stand behind: some programs add one to a file that is whole. */
const isOnlyLineEnds = (bytes: Uint8Array): boolean => bytes.length <= 4 && bytes.every((b) => b === 10 || b === 13);

/**
 * The bytes that a signature speaks of. `readSignedBytes(file, [0, 800, 9000, 400])`: bytes 0–800 and 9000–9400, with the
 * signature between; undefined where the range leaves the file or runs backwards.
 */
export const readSignedBytes = (
  file: Uint8Array,
  [start, length, next, rest]: readonly [number, number, number, number],
): SignedBytes | undefined => {
  const [gapStart, end] = [start + length, next + rest];
  if (gapStart > next || end > file.length) return undefined;
  const signature = readGap(file.subarray(gapStart, next));
  const tail = Buffer.from(file.subarray(Math.max(next, end - 16), end)).toString('latin1');
  const behind = file.subarray(end);
  const bytesAfter = isOnlyLineEnds(behind) ? 0 : behind.length;
  return {
    covered: [file.subarray(start, gapStart), file.subarray(next, end)],
    signature,
    coversAll: start === 0 && signature !== undefined && (bytesAfter === 0 || REVISION_END.test(tail)),
    bytesAfter,
  };
};
