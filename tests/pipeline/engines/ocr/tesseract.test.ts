import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkOcr, SAMPLE_IMAGE } from '../../../../pipeline/engines/ocr/check-ocr.js';
import { findLanguageData } from '../../../../pipeline/engines/ocr/ocr-data.js';
import { type TesseractPage, trimPage } from '../../../../pipeline/engines/ocr/ocr-words.js';
import { createTesseractOcr } from '../../../../pipeline/engines/ocr/tesseract-ocr.js';
import { startWorker } from '../../../../pipeline/engines/ocr/tesseract-worker.js';

const signal = new AbortController().signal;

/** The sample line seven times below each other: enough words to tell which way is up. */
const makePage = async (): Promise<Buffer> => {
  const { width = 0, height = 0 } = await sharp(SAMPLE_IMAGE).metadata();
  const lines = Array.from({ length: 7 }, (_, i) => ({ input: SAMPLE_IMAGE, left: 60, top: 60 + i * height }));
  return sharp({ create: { width: width + 120, height: 7 * height + 120, channels: 3, background: 'white' } })
    .composite(lines)
    .png()
    .toBuffer();
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ketluan-tessdata-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the engine', () => {
  it('passes the check that doctor makes', async () => {
    const { ok, detail } = await checkOcr();
    expect({ ok, en: detail.en }).toEqual({
      ok: true,
      en: 'Vietnamese OCR works (tesseract.js 7.0.0 vie best_int recipe 4).',
    });
  });

  it('gives words with boxes and spans, and the same for a page on its side', async () => {
    const page = await makePage();
    const ocr = createTesseractOcr();
    const upright = await ocr.read(page, signal);
    const turned = await ocr.read(await sharp(page).rotate(90).png().toBuffer(), signal);
    await ocr.close();
    expect(upright.text.split('\n')[0]?.trim()).toBe('Kết luận số 15');
    expect(upright.words.every(({ text, span }) => upright.text.slice(span.start, span.end) === text)).toBe(true);
    expect(turned.text).toBe(upright.text);
    // A page turned clockwise has the left edge of its print at the top.
    const [first] = upright.words;
    const [firstTurned] = turned.words;
    expect(Math.abs((firstTurned?.box.top ?? 0) - (first?.box.left ?? 0))).toBeLessThan(4);
    expect([turned.width, turned.height]).toEqual([upright.height, upright.width]);
  });

  it('tells the lines and words of the library, to the last digit', async () => {
    const page = await makePage();
    const data = findLanguageData(undefined);
    const ours = await startWorker(data);
    const own = { langPath: data.folder, gzip: data.gzip, cacheMethod: 'none' };
    const library = await createWorker('vie', OEM.LSTM_ONLY, own);
    await library.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: '200', debug_file: '/dev/null' });
    const told = await ours.recognize(page, 'auto', 60_000, signal);
    const { data: expected } = await library.recognize(page, {}, { text: false, blocks: true });
    await Promise.all([ours.stop(), library.terminate()]);
    const linesOf = (one: TesseractPage) =>
      trimPage(one).blocks?.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines));
    expect(linesOf(told)).toEqual(linesOf(expected));
    expect(linesOf(told)).toHaveLength(7);
  });

  it('stops at its time limit and reads on with a new worker', async () => {
    const page = await makePage();
    const hasty = createTesseractOcr({ pageTimeLimitMs: 1 });
    await expect(hasty.read(page, signal)).rejects.toMatchObject({ code: 'ocr-timeout' });
    await expect(hasty.read(page, signal)).rejects.toMatchObject({ code: 'ocr-timeout' });
    await hasty.close();
  });

  it('stops when it is told to', async () => {
    const page = await makePage();
    const ocr = createTesseractOcr();
    const controller = new AbortController();
    const reading = [ocr.read(page, controller.signal), ocr.read(page, controller.signal)];
    controller.abort();
    const results = await Promise.allSettled(reading);
    expect(results.map((result) => result.status === 'rejected' && result.reason.code)).toEqual([
      'interrupted',
      'interrupted',
    ]);
    const after = await ocr.read(page, signal);
    await ocr.close();
    expect(after.text).toContain('Kết luận số 15');
  });

  it('replaces a worker that has read its share', async () => {
    const page = await makePage();
    const ocr = createTesseractOcr({ pagesPerWorker: 1 });
    const texts = [await ocr.read(page, signal), await ocr.read(page, signal)].map(({ text }) => text);
    await ocr.close();
    expect(texts[0]).toBe(texts[1]);
  });
});

describe('language data', () => {
  const PACKAGE = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
  const readPackageData = () => gunzipSync(readFileSync(join(PACKAGE, '4.0.0_best_int', 'vie.traineddata.gz')));

  it('is that of the package where TESSDATA_PREFIX holds none', () => {
    expect(findLanguageData(folder)).toEqual({
      folder: join(PACKAGE, '4.0.0_best_int'),
      gzip: true,
      label: 'best_int',
    });
  });

  it('is that of TESSDATA_PREFIX where it is whole, and of the package where it was cut off', async () => {
    const whole = readPackageData();
    await writeFile(join(folder, 'vie.traineddata'), whole);
    expect(findLanguageData(folder)).toEqual({ folder, gzip: false, label: 'tessdata' });
    await writeFile(join(folder, 'vie.traineddata'), whole.subarray(0, whole.length / 2));
    expect(findLanguageData(folder).label).toBe('best_int');
  });

  it.each([
    ['missing', undefined],
    ['damaged', gzipSync(Buffer.alloc(200_000, 7))],
    ['cut off', readFileSync(join(PACKAGE, '4.0.0_best_int', 'vie.traineddata.gz')).subarray(0, 500_000)],
  ])('is reported, not waited for, when it is %s', async (name, bytes) => {
    const broken = join(folder, name, '4.0.0_best_int');
    await mkdir(broken, { recursive: true });
    if (bytes !== undefined) await writeFile(join(broken, 'vie.traineddata.gz'), bytes);
    expect(() => findLanguageData(undefined, join(folder, name))).toThrowError(
      expect.objectContaining({ name: 'PipelineError', code: 'ocr-language-missing' }),
    );
  });
});
