import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { toPgm } from '../../../../pipeline/engines/image/pgm.js';
import { SAMPLE_IMAGE } from '../../../../pipeline/engines/ocr/check-ocr.js';
import { readHocr, splitHocr } from '../../../../pipeline/engines/ocr/hocr.js';
import { findNativeTesseract } from '../../../../pipeline/engines/ocr/native-tesseract.js';
import { createTesseractOcr } from '../../../../pipeline/engines/ocr/tesseract-ocr.js';
import { createTesseractReader } from '../../../../pipeline/engines/ocr/tesseract-reader.js';

const HOCR = `<div class='ocr_page' id='page_1' title='image "a &amp; b"; bbox 0 0 400 200'>
 <div class='ocr_carea' id='block_1_1' title="bbox 10 20 210 60">
  <p class='ocr_par' id='par_1_1' lang='vie' title="bbox 10 20 210 60">
   <span class='ocr_header' id='line_1_1' title="bbox 10 20 210 60; baseline 0.01 -8; x_size 30.5; x_descenders 8; x_ascenders 9">
    <span class='ocrx_word' id='word_1_1' title='bbox 10 20 100 52; x_wconf 93'><strong><em>Số</em></strong></span>
    <span class='ocrx_word' id='word_1_2' title='bbox 110 20 210 52; x_wconf 41'>A&amp;B&lt;&#39;</span>
   </span>
  </p>
 </div>
 <div class='ocr_separator' id='block_1_2' title="bbox 10 70 210 72"></div>
</div>`;

describe('hOCR', () => {
  it('becomes blocks, lines with their base line, and words', () => {
    expect(readHocr(HOCR)).toEqual({
      blocks: [
        {
          paragraphs: [
            {
              lines: [
                {
                  bbox: { x0: 10, y0: 20, x1: 210, y1: 60 },
                  baseline: { x0: 10, y0: 52, x1: 210, y1: 54 },
                  rowAttributes: { rowHeight: 30.5 },
                  words: [
                    { text: 'Số', bbox: { x0: 10, y0: 20, x1: 100, y1: 52 }, confidence: 93 },
                    { text: "A&B<'", bbox: { x0: 110, y0: 20, x1: 210, y1: 52 }, confidence: 41 },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('of an empty page has no block', () => {
    expect(readHocr('')).toEqual({ blocks: [] });
  });
});

describe('hOCR of several images', () => {
  it('is parted into that of each', () => {
    const words = splitHocr(`<body>${HOCR}${HOCR}</body>`).map((html) => readHocr(html).blocks?.length);
    expect(words).toEqual([1, 1]);
    expect(splitHocr('<body></body>')).toEqual([]);
  });
});

describe('an installed Tesseract', () => {
  it('is not found where the program is another or absent', () => {
    expect(findNativeTesseract(process.execPath, process.env)).toBeUndefined();
    expect(findNativeTesseract('no-such-tesseract', process.env)).toBeUndefined();
  });
});

const native = findNativeTesseract('tesseract', process.env);

/** The sample line five times below each other. */
const makePage = async (): Promise<Buffer> => {
  const { width = 0, height = 0 } = await sharp(SAMPLE_IMAGE).metadata();
  const lines = Array.from({ length: 5 }, (_, i) => ({ input: SAMPLE_IMAGE, left: 60, top: 60 + i * height }));
  return sharp({ create: { width: width + 120, height: 5 * height + 120, channels: 3, background: 'white' } })
    .composite(lines)
    .png()
    .toBuffer();
};

describe.skipIf(native === undefined)('reading by the installed Tesseract (skipped where there is none)', () => {
  const options = native === undefined ? {} : { native };

  it('gives the same lines as ours, with boxes and spans', async () => {
    const ocr = createTesseractOcr(options);
    const page = await ocr.read(await makePage(), new AbortController().signal);
    await ocr.close();
    expect(ocr.id).toMatch(/^tesseract 5[.\d]* vie recipe \d+$/u);
    expect(page.text.split('\n').map((line) => line.trim())).toEqual(Array(5).fill('Kết luận số 15'));
    expect(page.words.every(({ text, span }) => page.text.slice(span.start, span.end) === text)).toBe(true);
  });

  it('stops at its time limit, and when it is told to', async () => {
    const page = await makePage();
    const hasty = createTesseractReader({ ...options, pageTimeLimitMs: 1 }).reader;
    await expect(hasty.recognize(page, 1, new AbortController().signal)).rejects.toMatchObject({ code: 'ocr-timeout' });
    const { reader } = createTesseractReader(options);
    const controller = new AbortController();
    const reading = Promise.allSettled([1, 2].map(() => reader.recognize(page, 1, controller.signal)));
    controller.abort();
    expect((await reading).map((result) => result.status === 'rejected' && result.reason.code)).toEqual([
      'interrupted',
      'interrupted',
    ]);
    await reader.close();
  });

  it('reads parts that are asked for together as it reads each alone, and the good ones beside a bad one', async () => {
    const { data, info } = await sharp(SAMPLE_IMAGE)
      .toColourspace('b-w')
      .extend({ top: 12, bottom: 12, left: 12, right: 12, background: 'white' })
      .raw()
      .toBuffer({ resolveWithObject: true });
    const part = toPgm({ pixels: data, width: info.width, height: info.height });
    const blank = toPgm({ pixels: new Uint8Array(4000).fill(255), width: 100, height: 40 });
    const { reader } = createTesseractReader(options);
    const { signal } = new AbortController();
    const read = (image: Buffer) => reader.recognize(image, 1, signal, 'line');
    const alone = await read(part);
    expect(JSON.stringify(alone)).toContain('luận');
    const [first, second, third] = await Promise.all([read(part), read(blank), read(part)]);
    expect([first, third]).toEqual([alone, alone]);
    expect(JSON.stringify(second)).not.toContain('luận');
    const [good, bad] = await Promise.allSettled([read(part), read(Buffer.from('no image'))]);
    expect(good).toEqual({ status: 'fulfilled', value: alone });
    expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'ocr-failed' } });
    await reader.close();
  });

  it('says that a page it cannot open failed, and reads the next', async () => {
    const { reader } = createTesseractReader(options);
    const { signal } = new AbortController();
    await expect(reader.recognize(Buffer.from('no image'), 1, signal)).rejects.toMatchObject({ code: 'ocr-failed' });
    expect((await reader.recognize(await makePage(), 1, signal)).blocks).not.toEqual([]);
    await reader.close();
  });
});
