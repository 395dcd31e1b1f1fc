import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { hashBytes, requireMediaType } from '../../../pipeline/intake/stage.js';
import { paginate } from '../../../pipeline/paginate/stage.js';
import type { IntakeFile } from '../../../schemas/stages.js';
import { makePdf, type PdfLine } from '../engines/pdf/make-pdf.js';
import { SAMPLE_LINES, SAMPLE_TEXT } from '../engines/pdf/sample-page.js';
import { makeContext } from '../run-context.js';

const take = (bytes: Uint8Array): IntakeFile => ({
  file: { path: 'a', sha256: hashBytes(bytes), byteLength: bytes.length, mediaType: requireMediaType(bytes) },
  bytes: Uint8Array.from(bytes),
});

/** What was chosen for each page, without the images. */
const paginateAll = async (bytes: Uint8Array) => {
  const { value, notes } = await paginate.run(take(bytes), makeContext());
  expect(paginate.output.safeParse(value).success).toBe(true);
  const pages = value.pages.map(({ image, ...page }) => ({ ...page, hasImage: image !== undefined }));
  return { pages, notes, images: value.pages.map(({ image }) => image) };
};

const jpeg = () =>
  sharp({ create: { width: 60, height: 84, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();

/** The sample's lines with other words, so that each kind of layer has the same places. */
const relabel = (texts: readonly string[]): PdfLine[] =>
  texts.map((text, i) => ({ x: 85, y: 780 - 24 * i, ...SAMPLE_LINES[i], text }));

const MANGLED = relabel([
  'HUYEN UY BINH LAM',
  'DANG CONG SAN VIET NAM',
  'BAN THUGNG VU',
  'S8 27-KL/HU',
  'Binh Lam, ngay 06 thang 5 nim 2024',
  'KET LUAN',
  'Ban Thudng vu Huyén uy théng nhdt giao cdc co quan',
  'thwe hién t6t nhitng nhi¢m vu trong tdm dudi ddy trong quy',
  'tdi, bdo dim dting tién d6 di duge phé duyét tir ddu ndm.',
]);

const BLANK = SAMPLE_LINES.map((line) => ({ ...line, text: line.text.replace('Số 27-KL', 'Số      -KL') }));

describe('an image', () => {
  it('that is whole has no note, one that is cut off has one', async () => {
    const whole = await jpeg();
    const png = await sharp(whole).png().toBuffer();
    const tiff = await sharp(whole).tiff({ compression: 'none' }).toBuffer();
    const rules = async (bytes: Uint8Array) => (await paginateAll(bytes)).notes.map(({ rule }) => rule);
    for (const bytes of [whole, png]) {
      expect(await rules(bytes)).toEqual([]);
      expect(await rules(bytes.subarray(0, -40))).toEqual(['paginate/image-cut-off']);
    }
    expect(await rules(tiff)).toEqual([]);
  });
});

describe('pages of a text', () => {
  it('splits at form feeds and break lines', async () => {
    const text = 'Trang một.\n\fTrang hai.\n--- PAGE BREAK ---\nTrang ba.\n\f\n';
    const { pages, notes } = await paginateAll(Buffer.from(text));
    expect(pages).toEqual(
      ['Trang một.', 'Trang hai.', 'Trang ba.'].map((layerText, i) => ({
        number: i + 1,
        trust: 'plain',
        reason: 'plain-utf-8',
        quality: 'empty',
        layerText,
        readHeaderImage: false,
        hasImage: false,
      })),
    );
    expect(notes).toEqual([]);
  });

  it('keeps a text with one wrong byte and sends it to review', async () => {
    const letters = 'Giao Sở Nội vụ lập kế hoạch, báo cáo Ủy ban nhân dân tỉnh.';
    const { pages, notes } = await paginateAll(
      Buffer.concat([Buffer.from(letters), Buffer.from([0xff]), Buffer.from(letters)]),
    );
    expect(pages[0]?.layerText).toBe(`${letters}\ufffd${letters}`);
    expect(notes.map(({ rule, level, actual }) => [rule, level, actual])).toEqual([
      ['paginate/bytes-replaced', 'review', '1'],
    ]);
  });

  it('notes another encoding than UTF-8', async () => {
    const { notes } = await paginateAll(Buffer.from(`\ufeffGiao Ban Tổ chức.`, 'utf16le'));
    expect(notes.map(({ rule, actual }) => [rule, actual])).toEqual([['paginate/encoding', 'utf-16le']]);
  });

  it('refuses a text of white space', async () => {
    await expect(paginateAll(Buffer.from(' \n\t\n'))).rejects.toMatchObject({ code: 'file-empty' });
  });
});

describe('pages of a PDF', () => {
  it('judges each page by itself', async () => {
    const scan = await jpeg();
    const bytes = await makePdf([
      { lines: SAMPLE_LINES },
      { jpeg: scan },
      { jpeg: scan, lines: SAMPLE_LINES, mode: 3 },
      { jpeg: scan, lines: MANGLED, mode: 3 },
      { lines: BLANK },
      { jpeg: scan, lines: SAMPLE_LINES.slice(0, 2) },
      { lines: SAMPLE_LINES.slice(0, 1) },
    ]);
    const { pages, notes } = await paginateAll(bytes);
    expect(
      pages.map(({ trust, reason, quality, readHeaderImage }) => [trust, reason, quality, readHeaderImage]),
    ).toEqual([
      ['text-layer', 'good', 'good', false],
      ['image', 'image-only', 'empty', false],
      ['text-layer', 'good-ocr-layer', 'good', false],
      ['image', 'mangled', 'mangled', false],
      ['text-layer', 'header-blank', 'good', true],
      ['image', 'image-only', 'empty', false],
      ['image', 'short-doubtful', 'empty', false],
    ]);
    expect(pages[0]?.layerText).toBe(SAMPLE_TEXT);
    expect(pages.every(({ hasImage }) => hasImage)).toBe(true);
    expect(notes).toEqual([]);
  });

  it('keeps a short layer of a file whose layers are good', async () => {
    const { pages } = await paginateAll(await makePdf([{ lines: SAMPLE_LINES }, { lines: SAMPLE_LINES.slice(0, 1) }]));
    expect(pages.map(({ trust, reason }) => [trust, reason])).toEqual([
      ['text-layer', 'good'],
      ['text-layer', 'short'],
    ]);
  });

  it('keeps the pages of a file that was cut off and says that some may be lost', async () => {
    const bytes = await makePdf([{ lines: SAMPLE_LINES }, { lines: SAMPLE_LINES }]);
    const { pages, notes } = await paginateAll(bytes.subarray(0, bytes.length - 400));
    expect(pages[0]?.layerText).toBe(SAMPLE_TEXT);
    expect(notes.map(({ level, rule }) => [level, rule])).toEqual([['error', 'paginate/pdf-cut-off']]);
  });
});

describe('a PDF of which nothing is left', () => {
  it('is refused, even where its pages can still be counted', async () => {
    const whole = Buffer.from(await makePdf([{ lines: SAMPLE_LINES }])).toString('latin1');
    // The page object stays, its content and the end of the file go.
    const bytes = Buffer.from(whole.replace(/BT[\s\S]*?ET\n/gu, '').replace('%%EOF', ''), 'latin1');
    await expect(paginateAll(bytes)).rejects.toMatchObject({ code: 'file-broken' });
  });
});

describe('pages of an image', () => {
  it('hands on the bytes of a single image', async () => {
    const bytes = await jpeg();
    const { pages, images } = await paginateAll(bytes);
    expect(pages.map(({ trust, reason }) => [trust, reason])).toEqual([['image', 'image-only']]);
    const loaded = await images[0]?.load(new AbortController().signal);
    expect(Buffer.from(loaded ?? []).equals(bytes)).toBe(true);
  });
});
