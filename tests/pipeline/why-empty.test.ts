import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { OcrEngine } from '../../pipeline/base/contract.js';
import { buildPipeline } from '../../pipeline/build-pipeline.js';
import { hashBytes } from '../../pipeline/intake/stage.js';
import { runDocument } from '../../pipeline/run-document.js';

/** An engine that finds no word on any page. */
const seesNothing: OcrEngine = {
  id: 'sees nothing',
  read: async () => ({ text: '', words: [], confidence: null, width: 100, height: 100 }),
  close: async () => undefined,
};

const stream = (entries: string, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`<<${entries}/Length ${data.length}>>\nstream\n`), data, Buffer.from('\nendstream')]);

const makePdf = (objects: readonly (string | Buffer)[], trailer = ''): Buffer =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n'),
    ...objects.map((object, i) =>
      Buffer.concat([Buffer.from(`${i + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]),
    ),
    Buffer.from(`trailer\n<</Root 1 0 R${trailer}>>\n%%EOF\n`),
  ]);

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const ONE_PAGE = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</I 5 0 R>>>>/Contents 4 0 R>>';

const withContent = (content: Buffer, entries = '', more: readonly Buffer[] = [], catalog = CATALOG): Buffer =>
  makePdf([catalog, ONE_PAGE, PAGE, stream(entries, content), ...more]);
const withPicture = (filter: string, data: Buffer): Buffer =>
  withContent(Buffer.from('q 595 0 0 842 0 0 cm /I Do Q'), '', [
    stream(
      `/Type/XObject/Subtype/Image/Width 40/Height 40/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/${filter}`,
      data,
    ),
  ]);
const NOISE = Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 197 + 31) % 251));

const failureOf = async (bytes: Buffer): Promise<string> => {
  const file = {
    path: 'a.pdf',
    sha256: hashBytes(bytes),
    byteLength: bytes.length,
    mediaType: 'application/pdf',
  } as const;
  const context = { ocr: seesNothing, signal: new AbortController().signal };
  const outcome = await runDocument({ file, bytes: new Uint8Array(bytes) }, buildPipeline(), context);
  return outcome.kind === 'failed' ? `${outcome.error.code}: ${outcome.error.text.en}` : outcome.kind;
};

describe('a PDF without a word', () => {
  it.each([
    ['a blank page', withContent(Buffer.from('q Q')), 'Neither print nor picture'],
    ['content that cannot be unpacked', withContent(NOISE, '/Filter/FlateDecode'), 'What the page draws is damaged'],
    ['a picture that is not in the file', withContent(Buffer.from('/I Do')), 'What the page draws is damaged'],
    ['a damaged JBIG2 picture', withPicture('JBIG2Decode', NOISE), 'cannot be decoded'],
    ['a damaged JPEG 2000 picture', withPicture('JPXDecode', NOISE), 'cannot be decoded'],
    ['a picture packed in an unknown way', withPicture('FooDecode', NOISE), 'cannot be decoded'],
    ['a white picture', withPicture('FlateDecode', deflateSync(Buffer.alloc(1600, 255))), 'No word was recognised'],
    ['a drawing', withContent(Buffer.from('50 50 m 500 700 l S')), 'No word was recognised'],
    [
      'attached files',
      withContent(
        Buffer.from('q Q'),
        '',
        [],
        '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a.pdf) <</Type/Filespec/F(a.pdf)>>]>>>>>>',
      ),
      'attached to the PDF',
    ],
  ])('says so of %s', async (_, bytes, reason) => {
    const said = await failureOf(bytes);
    expect(said).toContain('file-broken: No page of the file could be read. No text was found on page 1. ');
    expect(said).toContain(reason);
  });

  it('tells every kind of loss once, of its first page', async () => {
    const page = PAGE.replace('/I 5', '/I 6');
    const pages = '<</Type/Pages/Kids[3 0 R 3 0 R 7 0 R]/Count 3>>';
    const draws = stream('', Buffer.from('/I Do'));
    const blank = stream('', Buffer.from('q Q'));
    const said = await failureOf(
      makePdf([CATALOG, pages, page.replace('/Contents 4', '/Contents 5'), draws, blank, blank, page]),
    );
    expect(said.match(/page \d/gu)).toEqual(['page 1', 'page 3']);
  });
});

describe('a PDF that cannot be opened', () => {
  it.each([
    ['without pages', makePdf([CATALOG, '<</Type/Pages/Kids[]/Count 0>>']), 'file-broken: The PDF has no page.'],
    [
      'locked by a certificate',
      makePdf(
        [CATALOG, ONE_PAGE, PAGE, stream('', NOISE), '<</Filter/Adobe.PubSec/V 4/R 4/Length 128>>'],
        '/Encrypt 5 0 R/ID[<00><00>]',
      ),
      'file-encrypted: The PDF is locked by a certificate',
    ],
    ['of noise', Buffer.concat([Buffer.from('%PDF-1.7\n'), NOISE]), 'file-broken: The PDF is damaged or cut off'],
  ])('says so of one %s', async (_, bytes, said) => {
    expect(await failureOf(bytes)).toContain(said);
  });
});
