import { describe, expect, it } from 'vitest';
import type { OcrPage } from '../../../pipeline/base/contract.js';
import { PipelineError } from '../../../pipeline/base/errors.js';
import { recognize } from '../../../pipeline/recognize/stage.js';
import type { InkBlock } from '../../../schemas/ink-block.js';
import { makeNote } from '../../../schemas/note.js';
import type { PageSource, PaginatedDocument } from '../../../schemas/stages.js';
import { emptyOcrPage, makeContext } from '../run-context.js';

const FILE = { path: 'a.pdf', sha256: '0'.repeat(64), byteLength: 1, mediaType: 'application/pdf' } as const;

/** A page image whose only byte is the page's number, so that a fake engine can tell them apart. */
const imagePage = (number: number, rest: Partial<PageSource> = {}): PageSource => ({
  number,
  trust: 'image',
  reason: 'image-only',
  quality: 'empty',
  layerText: '',
  image: { load: async () => Uint8Array.from([number]) },
  readHeaderImage: false,
  ...rest,
});

const documentOf = (...pages: PageSource[]): PaginatedDocument => ({ file: FILE, pages });

const TEXT = 'Giao Ban Tổ chức Huyện uỷ tham mưu kế hoạch sắp xếp cán bộ.';
const readPage: OcrPage = {
  text: TEXT,
  words: [{ text: 'Giao', span: { start: 0, end: 4 }, box: { left: 1, top: 2, right: 3, bottom: 4 }, confidence: 0.9 }],
  confidence: 0.9,
  width: 1654,
  height: 2339,
};

const failure = (code: 'ocr-timeout' | 'ocr-language-missing') =>
  new PipelineError(code, { vi: 'Lỗi thử.', en: 'A failure for the test.' }, { vi: '-', en: '-' });

describe('recognize', () => {
  it('hands on what became of the print, and sends a page with unread lines to review', async () => {
    const unread = [{ box: { left: 10, top: 20, right: 90, bottom: 30 }, share: 0.02 }];
    const run = (ink: OcrPage['ink']) =>
      recognize.run(
        documentOf(imagePage(1)),
        makeContext(async () => ({ ...readPage, ...(ink === undefined ? {} : { ink }) })),
      );
    const lost = await run({ coverage: 0.98, unread });
    expect(recognize.output.safeParse(lost.value).success).toBe(true);
    expect(lost.value.pages[0]?.ink).toEqual({ coverage: 0.98, unread });
    expect(lost.notes).toEqual([makeNote('recognize/print-unread', { page: 1, actual: '1' })]);
    const whole = await run({ coverage: 1, unread: [] });
    expect(whole.value.pages[0]?.ink).toEqual({ coverage: 1, unread: [] });
    expect(whole.notes).toEqual([]);
    expect((await run(undefined)).value.pages[0]).not.toHaveProperty('ink');
  });

  it('reads images and passes trusted layers through', async () => {
    const layer = imagePage(2, { trust: 'text-layer', reason: 'good', quality: 'good', layerText: TEXT });
    const input = documentOf(imagePage(1, { layerText: 'T3XT L@Y3R', reason: 'mangled' }), layer);
    const { value, notes } = await recognize.run(
      input,
      makeContext(async () => readPage),
    );
    expect(recognize.output.safeParse(value).success).toBe(true);
    expect(value.pages).toEqual([
      {
        number: 1,
        text: TEXT,
        origin: 'ocr',
        reason: 'mangled',
        quality: 'good',
        words: readPage.words,
        confidence: 0.9,
        imageSize: { width: 1654, height: 2339 },
        rejectedLayer: 'T3XT L@Y3R',
      },
      {
        number: 2,
        text: TEXT,
        origin: 'text-layer',
        reason: 'good',
        quality: 'good',
        words: [],
        confidence: null,
        imageSize: null,
      },
    ]);
    expect(notes).toEqual([]);
  });

  it('keeps the other pages when one cannot be read', async () => {
    const read = async (image: Uint8Array) => {
      if (image[0] === 2) throw failure('ocr-timeout');
      return readPage;
    };
    const { value, notes } = await recognize.run(
      documentOf(imagePage(1), imagePage(2), imagePage(3)),
      makeContext(read),
    );
    expect(value.pages.map(({ origin, reason }) => [origin, reason])).toEqual([
      ['ocr', 'image-only'],
      ['none', 'ocr-timeout'],
      ['ocr', 'image-only'],
    ]);
    expect(notes.map(({ level, rule, page, actual }) => [level, rule, page, actual])).toEqual([
      ['error', 'recognize/page-lost', 2, 'ocr-timeout'],
    ]);
  });

  it('falls back to a bad layer when the image shows no text', async () => {
    const input = documentOf(imagePage(1, { layerText: 'Uy ban nhdn ddn', quality: 'mangled', reason: 'mangled' }));
    const { value, notes } = await recognize.run(
      input,
      makeContext(async () => emptyOcrPage),
    );
    expect(value.pages.map(({ text, origin, reason }) => [text, origin, reason])).toEqual([
      ['Uy ban nhdn ddn', 'text-layer', 'image-empty'],
    ]);
    expect(notes.map(({ rule }) => rule)).toEqual(['recognize/no-text']);
  });

  it('ends the document when the language data is missing', async () => {
    const read = async () => {
      throw failure('ocr-language-missing');
    };
    await expect(recognize.run(documentOf(imagePage(1)), makeContext(read))).rejects.toMatchObject({
      code: 'ocr-language-missing',
    });
  });

  it('ends the document when the run is stopped', async () => {
    const controller = new AbortController();
    const read = async () => {
      controller.abort();
      throw new Error('stopped');
    };
    await expect(recognize.run(documentOf(imagePage(1)), makeContext(read, controller.signal))).rejects.toThrow(
      'stopped',
    );
  });

  it('stops a document whose scan bears a secrecy stamp', async () => {
    const read = async () => ({ ...readPage, text: `Số 05-KL/HU\nMẬT\n${TEXT}` });
    await expect(recognize.run(documentOf(imagePage(1)), makeContext(read))).rejects.toMatchObject({
      code: 'file-classified',
    });
  });
});

describe('stamps of a page', () => {
  const stampOf = (text: string, confidence: number): InkBlock => ({
    box: { left: 0, top: 0, right: 9, bottom: 9 },
    shape: 'frame',
    place: 'head',
    isColoured: true,
    readings: [{ text, confidence }],
  });
  const layer = imagePage(1, {
    trust: 'text-layer',
    reason: 'good',
    quality: 'good',
    layerText: TEXT,
    mayBearStamp: true,
  });
  const bear = (...blocks: InkBlock[]) => makeContext(async () => ({ ...readPage, blocks }));

  it('stop the file when one says MẬT: on a scan, and on a page whose layer is trusted', async () => {
    for (const page of [imagePage(1), layer]) {
      const context = bear(stampOf('MẬT', 0.9));
      await expect(recognize.run(documentOf(page), context)).rejects.toMatchObject({ code: 'file-classified' });
    }
  });

  it('hold it back when one may say so', async () => {
    const run = recognize.run(documentOf(layer), bear(stampOf('MẠT', 0.4)));
    await expect(run).rejects.toMatchObject({ code: 'file-perhaps-classified' });
  });

  it('send it to review when one in the head stays unread, on page 1', async () => {
    const { value, notes } = await recognize.run(documentOf(layer, { ...layer, number: 2 }), bear(stampOf('xv', 0)));
    expect(notes.map(({ rule, page, level }) => [rule, page, level])).toEqual([
      ['recognize/stamp-unread', 1, 'review'],
    ]);
    expect(value.pages.map(({ text }) => text)).toEqual([TEXT, TEXT]);
  });

  it('are sought only where a picture stands, and the layer stays when that fails', async () => {
    const asked: (string | undefined)[] = [];
    const context = makeContext(async (_, __, zone) => {
      asked.push(zone);
      throw failure('ocr-timeout');
    });
    const plain = imagePage(2, { trust: 'text-layer', reason: 'good', quality: 'good', layerText: TEXT });
    const { value, notes } = await recognize.run(documentOf(layer, plain), context);
    expect(asked).toEqual(['blocks']);
    expect(value.pages.map(({ text }) => text)).toEqual([TEXT, TEXT]);
    expect(notes.map(({ rule, page }) => [rule, page])).toEqual([['recognize/stamps-not-sought', 1]]);
  });
});
