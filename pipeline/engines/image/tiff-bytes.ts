/** TIFF tags that are needed to wrap one fax image. */
const TAG = {
  width: 256,
  height: 257,
  bitsPerSample: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samplesPerPixel: 277,
  rowsPerStrip: 278,
  stripByteCounts: 279,
  t4Options: 292,
} as const;
const SHORT = 3;
const LONG = 4;

export interface FaxImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** The PDF's /K: below 0 Group 4, 0 Group 3 in one dimension, above 0 Group 3 mixed. */
  readonly k: number;
  readonly byteAligned: boolean;
  /** True when a 1 bit is black. */
  readonly blackIs1: boolean;
}

/** The bits of three samples do not fit into an entry: they stand behind the directory. */
const BITS_OF_THREE = [8, 8, 8] as const;

type Entry = readonly [tag: number, type: number, value: number];

/** An image: the entries of its directory, the place of the data left open, and the data. */
interface TiffPage {
  readonly entries: readonly Entry[];
  readonly data: Uint8Array;
}

/** Images behind a header each, one after another. */
const wrapAsTiff = (pages: readonly TiffPage[]): Uint8Array => {
  const laid = pages.map(({ entries, data }) => {
    const directory = 2 + entries.length * 12 + 4;
    const isColour = entries.some(([tag, , value]) => tag === TAG.samplesPerPixel && value === BITS_OF_THREE.length);
    const head = directory + (isColour ? 2 * BITS_OF_THREE.length : 0);
    // Directories begin at even places.
    return { entries, data, directory, isColour, head, length: head + data.length + ((head + data.length) % 2) };
  });
  const bytes = new Uint8Array(8 + laid.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0x4949);
  view.setUint16(2, 42, true);
  view.setUint32(4, 8, true);
  let start = 8;
  for (const [i, { entries, data, directory, isColour, head, length }] of laid.entries()) {
    view.setUint16(start, entries.length, true);
    for (const [j, [tag, type, value]] of entries.entries()) {
      const at = start + 2 + j * 12;
      const isBits = isColour && tag === TAG.bitsPerSample;
      view.setUint16(at, tag, true);
      view.setUint16(at + 2, type, true);
      view.setUint32(at + 4, isBits ? BITS_OF_THREE.length : 1, true);
      const actual = tag === TAG.stripOffsets ? start + head : isBits ? start + directory : value;
      if (type === SHORT && !isBits) view.setUint16(at + 8, actual, true);
      else view.setUint32(at + 8, actual, true);
    }
    if (i < laid.length - 1) view.setUint32(start + directory - 4, start + length, true);
    if (isColour)
      for (const [j, bits] of BITS_OF_THREE.entries()) view.setUint16(start + directory + 2 * j, bits, true);
    bytes.set(data, start + head);
    start += length;
  }
  return bytes;
};

/** Puts a TIFF header before the raw fax data of a PDF, so that an image library can read it. Deterministic. */
export const wrapFaxAsTiff = (fax: FaxImage): Uint8Array => {
  const entries: Entry[] = [
    [TAG.width, LONG, fax.width],
    [TAG.height, LONG, fax.height],
    [TAG.bitsPerSample, SHORT, 1],
    [TAG.compression, SHORT, fax.k < 0 ? 4 : 3],
    // A PDF's fax decoder gives black as 0 unless BlackIs1; a TIFF's gives black as 1 and says how to show it.
    [TAG.photometric, SHORT, fax.blackIs1 ? 1 : 0],
    [TAG.stripOffsets, LONG, 0],
    [TAG.samplesPerPixel, SHORT, 1],
    [TAG.rowsPerStrip, LONG, fax.height],
    [TAG.stripByteCounts, LONG, fax.data.length],
  ];
  if (fax.k >= 0) entries.push([TAG.t4Options, LONG, (fax.k > 0 ? 1 : 0) | (fax.byteAligned ? 4 : 0)]);
  return wrapAsTiff([{ entries, data: fax.data }]);
};

/** Bytes of pixels, row after row, of one (gray) or three (red, green, blue) channels. */
export interface PixelImage {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
}

/** Puts a TIFF header before the plain pixels of each image: nothing is encoded, and the same on every machine. */
export const wrapPixelsAsTiff = (...images: readonly PixelImage[]): Uint8Array =>
  wrapAsTiff(
    images.map(({ data, width, height, channels }) => ({
      entries: [
        [TAG.width, LONG, width],
        [TAG.height, LONG, height],
        [TAG.bitsPerSample, SHORT, 8],
        [TAG.compression, SHORT, 1],
        [TAG.photometric, SHORT, channels === 1 ? 1 : 2],
        [TAG.stripOffsets, LONG, 0],
        [TAG.samplesPerPixel, SHORT, channels],
        [TAG.rowsPerStrip, LONG, height],
        [TAG.stripByteCounts, LONG, data.length],
      ],
      data,
    })),
  );

/** Directories that are followed at most: no scan of an office has more pages, and a made chain may have millions. */
const MOST_PAGES = 5000;

/** Bytes of a value of each TIFF type that offsets and counts come in. */
const SIZE: Readonly<Record<number, number>> = { [SHORT]: 2, [LONG]: 4 };
/** Strips of one page at most: one for each row of a large scan. */
const MOST_STRIPS = 100_000;

/** The values of one entry of a directory; empty when they lie outside the file or are of another type. */
const readValues = (view: DataView, at: number, little: boolean): number[] => {
  const type = view.getUint16(at + 2, little);
  const count = view.getUint32(at + 4, little);
  const size = SIZE[type];
  if (size === undefined || count > MOST_STRIPS) return [];
  const start = count * size <= 4 ? at + 8 : view.getUint32(at + 8, little);
  if (start + count * size > view.byteLength) return [];
  return Array.from({ length: count }, (_, i) =>
    type === SHORT ? view.getUint16(start + i * size, little) : view.getUint32(start + i * size, little),
  );
};

/** True when the image data of the page at `offset` reaches beyond the end of the file: a copy that stopped half-way. */
export const isTiffPageCut = (bytes: Uint8Array, offset: number): boolean => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const little = view.getUint16(0) === 0x4949;
  const values = new Map<number, number[]>();
  for (let i = 0; i < view.getUint16(offset, little); i++) {
    const at = offset + 2 + i * 12;
    const tag = view.getUint16(at, little);
    if (tag === TAG.stripOffsets || tag === TAG.stripByteCounts) values.set(tag, readValues(view, at, little));
  }
  const counts = values.get(TAG.stripByteCounts) ?? [];
  return (values.get(TAG.stripOffsets) ?? []).some((start, i) => start + (counts[i] ?? 0) > bytes.length);
};

/** True for a directory that has a width and a height: an empty one is no page. */
const hasSize = (view: DataView, at: number, entries: number, little: boolean): boolean => {
  const tags = new Set<number>();
  for (let i = 0; i < entries; i++) tags.add(view.getUint16(at + 2 + i * 12, little));
  return tags.has(TAG.width) && tags.has(TAG.height);
};

/** Offsets of the page directories of a TIFF, in order; empty when the chain cannot be followed. */
export const listTiffPages = (bytes: Uint8Array): number[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) return [];
  const little = view.getUint16(0) === 0x4949;
  if (view.getUint16(2, little) !== 42) return [];
  const pages: number[] = [];
  const seen = new Set<number>();
  let at = view.getUint32(4, little);
  while (at !== 0 && at + 6 <= bytes.length && !seen.has(at) && seen.size < MOST_PAGES) {
    const entries = view.getUint16(at, little);
    const next = at + 2 + entries * 12;
    if (next + 4 > bytes.length) break;
    seen.add(at);
    if (hasSize(view, at, entries, little)) pages.push(at);
    at = view.getUint32(next, little);
  }
  return pages;
};

/**
 * A TIFF whose first page is the page at `offset`: the same bytes with another entry point. Cheap, and the same on
 * every machine, which an encoded copy would not be; recorded OCR is keyed by these bytes.
 */
export const startTiffAt = (bytes: Uint8Array, offset: number): Uint8Array => {
  // slice() of a Buffer would be the same memory.
  const copy = new Uint8Array(bytes);
  const view = new DataView(copy.buffer);
  view.setUint32(4, offset, view.getUint16(0) === 0x4949);
  return copy;
};
