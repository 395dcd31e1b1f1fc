import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { abstractList, type DocxParts, list, makeDocx, p, px, r } from '../../../fixtures/make/word/docx.js';
import type { RunContext } from '../../../pipeline/base/contract.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { buildPipeline } from '../../../pipeline/build-pipeline.js';
import { hashBytes, requireMediaType } from '../../../pipeline/intake/stage.js';
import { paginate } from '../../../pipeline/paginate/stage.js';
import { runDocument } from '../../../pipeline/run-document.js';
import type { IntakeFile } from '../../../schemas/stages.js';
import { makeContext } from '../run-context.js';

const take = (bytes: Uint8Array): IntakeFile => ({
  file: { path: 'a.docx', sha256: hashBytes(bytes), byteLength: bytes.length, mediaType: requireMediaType(bytes) },
  bytes: Uint8Array.from(bytes),
});
const run = async (bytes: Uint8Array, context: RunContext = makeContext()) => paginate.run(take(bytes), context);
const rulesOf = async (parts: DocxParts): Promise<readonly string[]> =>
  (await run(makeDocx(parts))).notes.map(({ rule }) => rule);

const TEXT = p(
  'Giao Ủy ban nhân dân huyện Khe Ngàn chỉ đạo các phòng, ban rà soát và báo cáo Ban Thường vụ Huyện ủy trước ngày 15 tháng 6 năm 2025.',
);
const MARK = p('MẬT');
const picture = (id: string, share: number): string =>
  `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${Math.round(7_560_310 * share)}" cy="10692130"/><wp:docPr id="1" name="x"/><a:graphic><a:graphicData uri="x"><pic:pic><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;
const png = () =>
  sharp({ create: { width: 60, height: 84, channels: 3, background: 'white' } })
    .png()
    .toBuffer();

describe('pages of a Word file', () => {
  it('are plain text in good order, with the words beside it on the first', async () => {
    const { value } = await run(
      makeDocx({ body: `${TEXT}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${TEXT}`, footer: p('chân trang') }),
    );
    expect(paginate.output.safeParse(value).success).toBe(true);
    expect(
      value.pages.map(({ number, trust, reason, quality, aside }) => ({ number, trust, reason, quality, aside })),
    ).toEqual([
      { number: 1, trust: 'plain', reason: 'word', quality: 'good', aside: ['chân trang'] },
      { number: 2, trust: 'plain', reason: 'word', quality: 'good', aside: undefined },
    ]);
  });

  it.each<readonly [string, DocxParts, readonly string[]]>([
    ['nothing, where its one page is told', { body: TEXT, pages: 1 }, []],
    ['pages that are not told', { body: TEXT }, ['paginate/pages-unknown']],
    [
      'tracked changes',
      { body: `${TEXT}<w:p><w:del w:id="1"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>`, pages: 1 },
      ['paginate/tracked-changes'],
    ],
    [
      'old fonts',
      { body: TEXT + px(r('ViÖt', '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>')), pages: 1 },
      ['paginate/legacy-fonts'],
    ],
    [
      'numbers in a format of Word alone',
      {
        body: TEXT + p('x', { list: [1, 0] }),
        numbering: abstractList(0, [{ format: 'thaiCounting', text: '%1' }]) + list(1, 0),
        pages: 1,
      },
      ['paginate/number-format'],
    ],
    ['a file inside', { body: `${TEXT}<w:altChunk r:id="x"/>`, pages: 1 }, ['paginate/word-part-unread']],
    ['a word of an impossible length', { body: TEXT + p('x'.repeat(3000)), pages: 1 }, ['paginate/run-cut']],
  ])('tell of %s', async (_, parts, rules) => {
    expect(await rulesOf(parts)).toEqual(rules);
  });

  it('a picture as large as a page beside text is told as unread, a logo is not', async () => {
    const media = { 'a.png': await png() };
    expect(await rulesOf({ body: TEXT + picture('a_png', 0.9), media, pages: 1 })).toEqual([
      'paginate/word-part-unread',
    ]);
    expect(await rulesOf({ body: TEXT + picture('a_png', 0.1), media, pages: 1 })).toEqual([]);
  });

  it('a file of pictures alone gives them to the OCR, in their order', async () => {
    const media = { 'a.png': await png(), 'b.png': await png() };
    const { value, notes } = await run(
      makeDocx({ body: picture('a_png', 0.9) + picture('b_png', 0.9), media, footer: p('chân trang') }),
    );
    expect(notes).toEqual([]);
    expect(value.pages.map(({ number, trust, reason }) => [number, trust, reason])).toEqual([
      [1, 'image', 'word-picture'],
      [2, 'image', 'word-picture'],
    ]);
    expect(value.pages[0]?.aside).toContain('chân trang');
    const loaded = await value.pages[1]?.image?.load(new AbortController().signal);
    expect(Buffer.from(loaded ?? []).equals(media['b.png'])).toBe(true);
  });

  it('more pages than allowed are refused', async () => {
    const bytes = makeDocx({ body: `${TEXT}<w:p><w:r><w:br w:type="page"/></w:r></w:p>${TEXT}` });
    await expect(run(bytes, { ...makeContext(), maxPages: 1 })).rejects.toMatchObject({ code: 'file-too-heavy' });
  });
});

describe('a mark of secrecy in a Word file', () => {
  const watermark = '<w:p><w:r><w:pict><v:shape><v:textpath string="TUYỆT MẬT"/></v:shape></w:pict></w:r></w:p>';
  it.each<readonly [string, DocxParts]>([
    ['in its text', { body: MARK + TEXT }],
    ['in a header', { body: TEXT, header: MARK }],
    ['in a footer', { body: TEXT, footer: MARK }],
    ['as a watermark', { body: TEXT, header: watermark }],
    [
      'in a text box of a header',
      {
        body: TEXT,
        header: px(
          `<w:r><w:pict><v:shape><v:textbox><w:txbxContent>${MARK}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
        ),
      },
    ],
    ['in a comment', { body: TEXT, comments: `<w:comment w:id="0">${MARK}</w:comment>` }],
    ['in a property', { body: TEXT, title: 'MẬT' }],
    ['as hidden text', { body: TEXT + px(r('MẬT', '<w:vanish/>')) }],
  ])('%s stops the file', async (_, parts) => {
    const outcome = await runDocument(take(makeDocx(parts)), buildPipeline(), makeContext());
    expect(outcome.kind === 'failed' ? outcome.error.code : outcome.kind).toBe('file-classified');
  });

  it('is not seen where there is none', async () => {
    const parts = {
      body: TEXT,
      header: p('HUYỆN ỦY KHE NGÀN'),
      title: 'Kết luận',
      comments: `<w:comment w:id="0">${p('giữ bí mật')}</w:comment>`,
    };
    expect((await runDocument(take(makeDocx(parts)), buildPipeline(), makeContext())).kind).toBe('done');
  });
});

describe('older kinds without LibreOffice', () => {
  const doc = readFileSync(packageFile('fixtures', 'word', 'danh-so-nhieu-cap.doc'));

  it('.doc is read without its numbers, and that is said', async () => {
    const { value, notes } = await run(doc);
    expect(notes.map(({ rule }) => rule)).toEqual(['paginate/list-numbers-lost', 'paginate/pages-unknown']);
    expect(value.pages[0]?.layerText).toContain('\nGiao Ủy ban nhân dân huyện:\n');
  });

  it('.doc under a password is told', async () => {
    const locked = Buffer.from(doc);
    for (let at = 512; at < locked.length; at += 512)
      if (locked.readUInt16LE(at) === 0xa5ec) locked.writeUInt8(locked.readUInt8(at + 11) | 1, at + 11);
    await expect(run(locked)).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  it('a .doc that is cut off is told', async () => {
    await expect(run(doc.subarray(0, 9000))).rejects.toMatchObject({ code: 'file-broken' });
  });

  it.each([
    ['.rtf', Buffer.from('{\\rtf1\\ansi Giao Phong Tai chinh.}')],
    ['.odt', Buffer.from(`PK\x03\x04${'\0'.repeat(26)}mimetypeapplication/vnd.oasis.opendocument.text`, 'latin1')],
  ])('%s asks for LibreOffice', async (_, bytes) => {
    await expect(run(bytes)).rejects.toMatchObject({
      code: 'office-missing',
      hint: { en: expect.stringContaining('.docx') },
    });
  });
});
