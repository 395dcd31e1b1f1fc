import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cutOut } from '../../../../pipeline/engines/image/cut-out.js';
import { openRaster, prepareForOcr } from '../../../../pipeline/engines/image/image.js';
import { listImagePages } from '../../../../pipeline/engines/image/list-image-pages.js';
import { readPgm, toPgm } from '../../../../pipeline/engines/image/pgm.js';
import {
  isTiffPageCut,
  listTiffPages,
  wrapFaxAsTiff,
  wrapPixelsAsTiff,
} from '../../../../pipeline/engines/image/tiff-bytes.js';
import { measureSkew } from '../../../../pipeline/layout/skew.js';

const blank = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: 'white' } });

/** Rows of black bars, as lines of print look from afar, on a page turned by `degrees`. */
const makeStripes = async (degrees: number): Promise<Buffer> => {
  const bar = await sharp({ create: { width: 560, height: 6, channels: 3, background: 'black' } })
    .png()
    .toBuffer();
  const lines = Array.from({ length: 40 }, (_, i) => ({ input: bar, left: 120, top: 120 + 20 * i }));
  const page = await blank(800, 1130).composite(lines).png().toBuffer();
  const turned = await sharp(page).rotate(degrees, { background: 'white' }).png().toBuffer();
  return sharp(turned).toColourspace('b-w').extractChannel(0).png().toBuffer();
};

/** A JPEG that announces a size and holds 8 × 8 pixels: what a header says must be enough to refuse it. */
const announceSize = async (width: number, height: number): Promise<Buffer> => {
  const bytes = await blank(8, 8).jpeg().toBuffer();
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(height, frame + 5);
  bytes.writeUInt16BE(width, frame + 7);
  return bytes;
};

describe('size', () => {
  it('refuses 30,000 × 30,000 pixels before decoding one of them', async () => {
    const image = await announceSize(30_000, 30_000);
    await expect(prepareForOcr(image, 'page')).rejects.toMatchObject({
      name: 'PipelineError',
      code: 'image-too-large',
      text: { en: 'The image is too large: expected at most 150 million pixels, got 30000 × 30000.' },
    });
  });

  it('says that a damaged image is damaged', async () => {
    await expect(prepareForOcr(Buffer.from('kết luận'), 'page')).rejects.toMatchObject({ code: 'file-broken' });
  });

  it('reduces a page to 200 dpi and leads boxes back to its own pixels', async () => {
    const image = await blank(2480, 3508).png().toBuffer();
    const prepared = await prepareForOcr(image, 'page');
    const read = readPgm(prepared.bytes);
    expect([read?.width, read?.height]).toEqual([1654, 2340]);
    // Four million numbers one by one take half a minute.
    expect(Buffer.compare(read?.pixels ?? Buffer.of(), prepared.raster.pixels)).toBe(0);
    expect(prepared.toSource({ left: 0, top: 0, right: 827, bottom: 1170 })).toEqual({
      left: 0,
      top: 0,
      right: 1240,
      bottom: 1754,
    });
  });

  it('enlarges a gray page of 100 dpi two times, and leads boxes back to its own pixels', async () => {
    const pixels = Uint8Array.from({ length: 827 * 1170 }, (_, i) => 120 + (i % 120));
    const image = await sharp(pixels, { raw: { width: 827, height: 1170, channels: 1 } })
      .png()
      .toBuffer();
    const prepared = await prepareForOcr(image, 'page');
    expect([prepared.raster.width, prepared.raster.height]).toEqual([1654, 2340]);
    const box = { left: 800, top: 1000, right: 900, bottom: 1100 };
    expect(prepared.toSource(box)).toEqual({ left: 400, top: 500, right: 450, bottom: 550 });
  });

  it.each([
    ['a bilevel page', 600, 840],
    ['a part of a page', 600, 300],
  ])('never enlarges %s', async (_name, width, height) => {
    const prepared = await prepareForOcr(await blank(width, height).png().toBuffer(), 'page');
    expect([prepared.raster.width, prepared.raster.height]).toEqual([width, height]);
  });

  it('keeps the top of the page alone for the header', async () => {
    const prepared = await prepareForOcr(await blank(600, 1000).png().toBuffer(), 'header');
    expect(readPgm(prepared.bytes)?.height).toBe(360);
  });
});

describe('orientation', () => {
  it('stands a photo upright as its EXIF says', async () => {
    const image = await blank(300, 200).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const prepared = await prepareForOcr(image, 'page');
    expect([prepared.width, prepared.height]).toEqual([200, 300]);
  });

  it.each([-2, -0.8, 0, 0.8, 2])('measures a skew of %d degrees', async (degrees) => {
    const { data, info } = await sharp(await makeStripes(degrees))
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const found = measureSkew({ pixels: data, width: info.width, height: info.height });
    expect(Math.abs(found - degrees)).toBeLessThan(0.15);
  });

  it('levels a page and leads boxes back through the turn', async () => {
    const prepared = await prepareForOcr(await makeStripes(2), 'page');
    const { raster: middle } = prepared;
    const levelled = await openRaster(middle)
      .resize({ width: 800 })
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    const { width, height } = levelled.info;
    expect(Math.abs(measureSkew({ pixels: levelled.data, width, height }))).toBeLessThan(0.25);
    const box = { left: middle.width / 2, top: middle.height / 2, right: middle.width / 2, bottom: middle.height / 2 };
    const found = prepared.toSource(box);
    expect(Math.abs(found.left - prepared.width / 2)).toBeLessThanOrEqual(1);
    expect(Math.abs(found.top - prepared.height / 2)).toBeLessThanOrEqual(1);
  });
});

/** A TIFF of several one-strip pages, as a scanner writes it: pages of the given widths. */
const makeTiff = (widths: readonly number[]): Uint8Array => {
  const parts: number[] = [0x49, 0x49, 42, 0, 8, 0, 0, 0];
  widths.forEach((width, i) => {
    const at = parts.length;
    const dataAt = at + 2 + 8 * 12 + 4;
    const short = (value: number) => [value & 255, value >> 8];
    const long = (value: number) => [...short(value & 0xffff), ...short(value >>> 16)];
    const entry = (tag: number, value: number) => [...short(tag), ...short(4), ...long(1), ...long(value)];
    const next = i === widths.length - 1 ? 0 : dataAt + width;
    parts.push(...short(8), ...entry(256, width), ...entry(257, 1), ...entry(258, 8), ...entry(259, 1));
    parts.push(...entry(262, 1), ...entry(273, dataAt), ...entry(278, 1), ...entry(279, width), ...long(next));
    parts.push(...new Array<number>(width).fill(200));
  });
  return Uint8Array.from(parts);
};

describe('TIFF', () => {
  it('gives each page of a file as an image of its own', async () => {
    const tiff = makeTiff([11, 12, 13]);
    const pages = listImagePages(tiff, true);
    const widths = await Promise.all(pages.map(async (load) => (await sharp(load()).metadata()).width));
    expect(widths).toEqual([11, 12, 13]);
  });

  it('leaves the file as it was when a page is taken out', () => {
    const tiff = Buffer.from(makeTiff([11, 12]));
    const before = Buffer.from(tiff);
    listImagePages(tiff, true)[1]?.();
    expect(tiff.equals(before)).toBe(true);
  });

  it('ends at a chain that turns back on itself', () => {
    const tiff = makeTiff([11, 12]);
    new DataView(tiff.buffer).setUint32(10 + 8 * 12, 8, true);
    expect(listTiffPages(tiff)).toEqual([8]);
  });

  it('tells a page whose data reaches beyond the file', () => {
    const tiff = makeTiff([11, 12]);
    const [first = 0] = listTiffPages(tiff);
    expect(isTiffPageCut(tiff, first)).toBe(false);
    const view = new DataView(tiff.buffer, tiff.byteOffset);
    const entries = view.getUint16(first, true);
    for (let i = 0; i < entries; i++) {
      if (view.getUint16(first + 2 + i * 12, true) === 279) view.setUint32(first + 10 + i * 12, 1_000_000, true);
    }
    expect(isTiffPageCut(tiff, first)).toBe(true);
  });

  it('takes a chain of empty directories for no pages, however long it is', () => {
    const count = 300_000;
    const bytes = Buffer.alloc(8 + 6 * count);
    bytes.write('II*\0', 'latin1');
    bytes.writeUInt32LE(8, 4);
    for (let i = 0; i + 1 < count; i++) bytes.writeUInt32LE(14 + 6 * i, 10 + 6 * i);
    expect(listTiffPages(bytes)).toEqual([]);
  });

  it('wraps fax data so that it can be read', async () => {
    // Group 4: four lines that repeat the white line above them, then the end-of-block code.
    const data = Uint8Array.from([0b11110000, 0b00000001, 0b00000000, 0b00010000]);
    const tiff = wrapFaxAsTiff({ data, width: 16, height: 4, k: -1, byteAligned: false, blackIs1: false });
    const { data: pixels, info } = await sharp(tiff).toColourspace('b-w').raw().toBuffer({ resolveWithObject: true });
    expect([info.width, info.height, Math.min(...pixels)]).toEqual([16, 4, 255]);
  });
});

describe('plain pixels', () => {
  const raster = { pixels: Uint8Array.from([0, 50, 100, 150, 200, 250]), width: 3, height: 2 };

  it('become a PGM and come back', () => {
    expect(readPgm(toPgm(raster))).toEqual({ ...raster, pixels: Buffer.from(raster.pixels) });
    expect(readPgm(toPgm(raster).subarray(0, -1))).toBeUndefined();
    expect(readPgm(Buffer.from('no image'))).toBeUndefined();
  });

  it('become the pages of one TIFF, gray and in colour', async () => {
    const gray = { data: raster.pixels, width: 3, height: 2, channels: 1 as const };
    const colour = { data: Uint8Array.from([200, 30, 40]), width: 1, height: 1, channels: 3 as const };
    const tiff = wrapPixelsAsTiff(gray, colour);
    expect(listTiffPages(tiff)).toHaveLength(2);
    const first = await sharp(tiff).toColourspace('b-w').raw().toBuffer();
    const second = await sharp(tiff, { page: 1 }).raw().toBuffer();
    expect([[...first], [...second]]).toEqual([[...raster.pixels], [200, 30, 40]]);
  });
});

describe('cutting a part out', () => {
  it('washes out what is paler than print where asked, and keeps it elsewhere', async () => {
    // Paper, a stripe of print and a stripe of a pale seal.
    const [width, height] = [100, 100];
    const pixels = new Uint8Array(width * height).fill(250);
    pixels.fill(20, 10 * width, 20 * width);
    pixels.fill(150, 50 * width, 60 * width);
    const box = { left: 0, top: 0, right: width, bottom: height };
    const levelsOf = async (washesSeal: boolean) => {
      const { bytes, margin } = await cutOut({ pixels, width, height }, box, washesSeal);
      const cut = readPgm(bytes);
      return [15, 55, 80].map((y) => cut?.pixels[(y + margin) * cut.width + 50]);
    };
    expect(await levelsOf(true)).toEqual([0, 255, 255]);
    expect(await levelsOf(false)).toEqual([20, 150, 250]);
  });
});
