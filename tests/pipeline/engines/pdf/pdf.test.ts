import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { openPdf } from '../../../../pipeline/engines/pdf/pdf.js';
import { makePdf } from './make-pdf.js';
import { SAMPLE_LINES, SAMPLE_TEXT } from './sample-page.js';

const signal = new AbortController().signal;

/** A white page with one black bar, so that its orientation can be told. */
const makeScan = async (): Promise<Uint8Array> => {
  const bar = await sharp({ create: { width: 400, height: 40, channels: 3, background: 'black' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 600, height: 840, channels: 3, background: 'white' } })
    .composite([{ input: bar, left: 100, top: 60 }])
    .jpeg()
    .toBuffer();
};

describe('text of a PDF page', () => {
  it('keeps the columns of the header apart and shows indents and gaps', async () => {
    const pdf = await openPdf(await makePdf([{ lines: SAMPLE_LINES }]));
    const page = await pdf.readPage(1);
    await pdf.close();
    expect(page.text).toBe(SAMPLE_TEXT);
    expect(page.drawing).toEqual({
      coverage: 0,
      imageDpi: null,
      hasOnlyInvisibleText: false,
      hasVisibleText: true,
      mayShowStamp: false,
    });
  });

  it('puts a number stamped as an annotation into its blank, and leaves a signature panel out', async () => {
    const lines = [
      { text: 'UBND TỈNH AN BÌNH', x: 90, y: 780 },
      { text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA', x: 330, y: 780 },
      { text: 'Số:', x: 95, y: 750 },
      { text: '/TB-UBND', x: 160, y: 750 },
      { text: 'An Bình, ngày', x: 330, y: 750 },
      { text: 'tháng 4 năm 2026', x: 455, y: 750 },
    ];
    const stamps = [
      { text: '218', x: 125, y: 751 },
      { text: '09', x: 430, y: 749 },
      { text: 'Ký bởi: Văn phòng', x: 400, y: 810, size: 8 },
    ];
    const pdf = await openPdf(await makePdf([{ lines, stamps }]));
    const { text } = await pdf.readPage(1);
    await pdf.close();
    expect(text).toBe(
      'UBND TỈNH AN BÌNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA\nSố: 218 /TB-UBND\tAn Bình, ngày 09 tháng 4 năm 2026',
    );
  });

  it('sees an invisible layer over a scan', async () => {
    const pdf = await openPdf(await makePdf([{ lines: SAMPLE_LINES, mode: 3, jpeg: await makeScan() }]));
    const { drawing } = await pdf.readPage(1);
    await pdf.close();
    expect(drawing).toMatchObject({ hasOnlyInvisibleText: true, coverage: 1 });
  });

  it('gives an empty text for a scan', async () => {
    const pdf = await openPdf(await makePdf([{ jpeg: await makeScan() }]));
    const page = await pdf.readPage(1);
    await pdf.close();
    expect(page).toMatchObject({ text: '', fontNames: [], aside: [], words: [], drawing: null });
  });
});

describe('image of a PDF page', () => {
  it('hands on an embedded JPEG byte for byte', async () => {
    const jpeg = await makeScan();
    const pdf = await openPdf(await makePdf([{ jpeg }, { jpeg, lines: SAMPLE_LINES, mode: 3 }]));
    const images = [await pdf.loadImage(1, signal), await pdf.loadImage(2, signal)];
    await pdf.close();
    expect(images.map((image) => Buffer.from(image).equals(jpeg))).toEqual([true, true]);
  });

  it('turns a scan as /Rotate says', async () => {
    const pdf = await openPdf(await makePdf([{ jpeg: await makeScan(), rotate: 90 }]));
    const image = await pdf.loadImage(1, signal);
    await pdf.close();
    const { width, height } = await sharp(image).metadata();
    expect([width, height]).toEqual([840, 600]);
  });

  it('draws a page that is more than one scan', async () => {
    const pdf = await openPdf(await makePdf([{ jpeg: await makeScan(), lines: SAMPLE_LINES }]));
    const image = await pdf.loadImage(1, signal);
    await pdf.close();
    const { format, width, height } = await sharp(image).metadata();
    expect([format, width, height]).toEqual(['png', 1653, 2339]);
  });
});

describe('a PDF that cannot be read as it is', () => {
  it('says that a password is needed', async () => {
    const bytes = await makePdf([{ lines: SAMPLE_LINES }], { userPassword: 'mở ra', ownerPassword: 'chủ' });
    await expect(openPdf(bytes)).rejects.toMatchObject({ name: 'PipelineError', code: 'file-encrypted' });
  });

  it('opens one that only forbids changes', async () => {
    const jpeg = await makeScan();
    const bytes = await makePdf([{ lines: SAMPLE_LINES }, { jpeg }], { ownerPassword: 'chủ' });
    const pdf = await openPdf(bytes);
    const page = await pdf.readPage(1);
    const image = await pdf.loadImage(2, signal);
    await pdf.close();
    expect(page.text).toBe(SAMPLE_TEXT);
    expect((await sharp(image).stats()).entropy).toBeGreaterThan(0);
  });

  it('saves the pages of one that was cut off', async () => {
    const jpeg = await makeScan();
    const bytes = await makePdf([{ lines: SAMPLE_LINES }, { jpeg }, { lines: SAMPLE_LINES }]);
    const pdf = await openPdf(bytes.subarray(0, bytes.length - 600));
    const page = await pdf.readPage(1);
    await pdf.close();
    expect(page.text).toBe(SAMPLE_TEXT);
  });

  it.each([
    ['cut off before its first page', 300],
    ['nothing but its first bytes', 9],
  ])('refuses one that is %s', async (_, length) => {
    const bytes = await makePdf([{ lines: SAMPLE_LINES }]);
    await expect(openPdf(bytes.subarray(0, length))).rejects.toMatchObject({ code: 'file-broken' });
  });
});
