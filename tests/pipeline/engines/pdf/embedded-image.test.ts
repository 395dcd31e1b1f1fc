import { deflateSync } from 'node:zlib';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { decodeAscii85 } from '../../../../pipeline/engines/pdf/ascii85.js';
import { openPdf } from '../../../../pipeline/engines/pdf/pdf.js';
import { copyAnnotations, findStamps } from '../../../../pipeline/engines/pdf/pdf-stamps.js';
import { loadPdfjs, openWithPdfjs } from '../../../../pipeline/engines/pdf/pdfjs-library.js';
import { makePdf } from './make-pdf.js';

const { signal } = new AbortController();
const SIZE = { width: 600, height: 840 };

const fromLetters = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

/** The base-85 of bytes whose count is a multiple of four. */
const toAscii85 = (bytes: Uint8Array): string => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let letters = '';
  for (let at = 0; at < bytes.length; at += 4) {
    const value = view.getUint32(at);
    const digits = [4, 3, 2, 1, 0].map((power) => Math.floor(value / 85 ** power) % 85);
    letters += value === 0 ? 'z' : String.fromCharCode(...digits.map((digit) => digit + 33));
  }
  return `${letters}~>`;
};

/** A page that is one image of these bytes. */
const makeImagePage = async (bytes: Uint8Array, dict: Record<string, string | number | string[]>) => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const page = document.addPage([595, 842]);
  const { width: Width, height: Height } = SIZE;
  const { context } = document;
  const image = context.register(context.stream(bytes, { Type: 'XObject', Subtype: 'Image', Width, Height, ...dict }));
  page.node.setXObject(PDFName.of('Im0'), image);
  const content = context.stream('q 595 0 0 842 0 0 cm /Im0 Do Q');
  page.node.set(PDFName.of('Contents'), context.register(content));
  return document.save({ useObjectStreams: false });
};

const loadImage = async (bytes: Uint8Array) => {
  const pdf = await openPdf(bytes);
  try {
    const image = await pdf.loadImage(1, signal);
    return {
      format: (await sharp(image).metadata()).format,
      pixels: await sharp(image).removeAlpha().raw().toBuffer(),
    };
  } finally {
    await pdf.close();
  }
};

describe('base 85', () => {
  it('becomes bytes, white space and short ends included', () => {
    expect(Buffer.from(decodeAscii85(fromLetters('87cUR\nD]i,"Ebo80~>')) ?? []).toString()).toBe('Hello World!');
    expect(Buffer.from(decodeAscii85(fromLetters('87cURDZ~>')) ?? []).toString()).toBe('Hello');
    expect([...(decodeAscii85(fromLetters('z!!~>')) ?? [])]).toEqual([0, 0, 0, 0, 0]);
    expect(decodeAscii85(fromLetters('~>'))).toHaveLength(0);
    expect(decodeAscii85(fromLetters('87c\u007fUR~>'))).toBeUndefined();
  });
});

describe('a deflated scan', () => {
  const colour = new Uint8Array(SIZE.width * SIZE.height * 3).map((_, i) => (i * 7) % 251);
  const rgb = { ColorSpace: 'DeviceRGB', BitsPerComponent: 8 };

  it('is lifted pixel by pixel, in colour and in gray', async () => {
    const lifted = await loadImage(await makeImagePage(deflateSync(colour), { ...rgb, Filter: 'FlateDecode' }));
    expect(lifted.format).toBe('tiff');
    expect(lifted.pixels.equals(colour)).toBe(true);
    const gray = colour.subarray(0, SIZE.width * SIZE.height);
    const dict = { ColorSpace: 'DeviceGray', BitsPerComponent: 8, Filter: 'FlateDecode' };
    const { format, pixels } = await loadImage(await makeImagePage(deflateSync(gray), dict));
    expect([format, [...pixels.subarray(0, 9)]]).toEqual(['tiff', [0, 0, 0, 7, 7, 7, 14, 14, 14]]);
  });

  it('is lifted when it was written in printable letters', async () => {
    const packed = deflateSync(colour);
    const padded = Buffer.concat([packed, Buffer.alloc((4 - (packed.length % 4)) % 4)]);
    const dict = { ...rgb, Filter: ['ASCII85Decode', 'FlateDecode'] };
    const { format, pixels } = await loadImage(await makeImagePage(fromLetters(toAscii85(padded)), dict));
    expect([format, pixels.equals(colour)]).toEqual(['tiff', true]);
  });

  it('is drawn when it is not whole, or not plain', async () => {
    const half = deflateSync(colour.subarray(0, colour.length / 2));
    const drawn = await loadImage(await makeImagePage(half, { ...rgb, Filter: 'FlateDecode' }));
    expect(drawn.format).toBe('png');
    const cmyk = { ColorSpace: 'DeviceCMYK', BitsPerComponent: 8, Filter: 'FlateDecode' };
    const four = new Uint8Array(SIZE.width * SIZE.height * 4);
    expect((await loadImage(await makeImagePage(deflateSync(four), cmyk))).format).toBe('png');
  });
});

describe('annotations over a scan', () => {
  it('print the same from a copy of the page without its scan', async () => {
    const jpeg = await sharp({ create: { ...SIZE, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();
    const stamps = [
      { text: '565', x: 120, y: 700 },
      { text: 'Ký bởi: Văn phòng', x: 300, y: 800, size: 8 },
    ];
    const bytes = await makePdf([{ jpeg }, { jpeg, stamps }]);
    const pdfjs = await loadPdfjs();
    const copy = await copyAnnotations(await PDFDocument.load(bytes), 2);
    const [whole, alone] = [await openWithPdfjs(bytes), await openWithPdfjs(copy ?? bytes)];
    const expected = await findStamps(pdfjs, await whole.getPage(2));
    expect(expected.texts).toEqual(['565', 'Ký bởi: Văn phòng']);
    const page = await alone.getPage(1);
    expect(await findStamps(pdfjs, page)).toEqual(expected);
    expect((await page.getOperatorList()).fnArray).not.toContain(pdfjs.OPS.paintImageXObject);
    await Promise.all([whole.loadingTask.destroy(), alone.loadingTask.destroy()]);
  });
});
