import { describe, expect, it } from 'vitest';
import type { OcrPage, PageHelpers } from '../../../pipeline/base/contract.js';
import { isUnmarkedPage } from '../../../pipeline/page-mark.js';
import { recognize } from '../../../pipeline/recognize/stage.js';
import { repair } from '../../../pipeline/repair/stage.js';
import type { PageSource, PaginatedDocument } from '../../../schemas/stages.js';
import { emptyOcrPage, makeContext } from '../run-context.js';

const FILE = { path: 'a.pdf', sha256: '0'.repeat(64), byteLength: 1, mediaType: 'application/pdf' } as const;
const PAGES = 8;

/** Page images whose only byte is the page's number. */
const input: PaginatedDocument = {
  file: FILE,
  pages: Array.from(
    { length: PAGES },
    (_, i): PageSource => ({
      number: i + 1,
      trust: 'image',
      reason: 'image-only',
      quality: 'empty',
      layerText: '',
      image: { load: async () => Uint8Array.from([i + 1]) },
      readHeaderImage: false,
    }),
  ),
};

const said = (text: string): OcrPage => ({ ...emptyOcrPage, text });
const CLEAR = said('Giao Ban Tổ chức Huyện uỷ tham mưu kế hoạch.');

/** What became of eight pages, `odd` among them, of which others may read where there are more than `overPages`. */
const run = async (odd: Readonly<Record<number, OcrPage>>, overPages = 4) => {
  const [here, there]: [number[], number[]] = [[], []];
  let kept = 0;
  const readInto = (list: number[]) => async (image: Uint8Array) => {
    const number = image[0] ?? 0;
    list.push(number);
    return odd[number] ?? CLEAR;
  };
  const helpers: PageHelpers = {
    overPages,
    ocr: { id: 'fake', read: readInto(there), close: async () => undefined },
    pagesAtOnce: 1,
    isUnmarked: (page, blocks) => isUnmarkedPage(FILE, page, blocks, { repair }),
    keep: () => {
      kept += 1;
    },
  };
  const context = makeContext(readInto(here));
  const outcome = async (more: object): Promise<unknown> =>
    recognize.run(input, { ...context, ...more, secrecy: 'allow' });
  const helped = await outcome({ helpers });
  const both = { here: [...here], there: [...there], kept };
  expect(helped).toEqual(await outcome({}));
  return both;
};

const all = Array.from({ length: PAGES }, (_, i) => i + 1);

describe('pages that others may read', () => {
  it('are those behind the head, which is read here up to the first page that says something', async () => {
    expect(await run({})).toEqual({ here: [1], there: all.slice(1), kept: 0 });
    expect(await run({ 1: said(''), 2: said('') })).toEqual({ here: [1, 2, 3], there: all.slice(3), kept: 0 });
    expect(await run({}, PAGES)).toEqual({ here: all, there: [], kept: 0 });
  });

  it.each([
    ['a mark', said('TỐI MẬT\nKẾT LUẬN\nGiao Ban Tổ chức.')],
    ['what may be one', said('TỐI MAT\nKẾT LUẬN\nGiao Ban Tổ chức.')],
    [
      'print that nobody could read',
      {
        ...CLEAR,
        ink: { coverage: 0.9, unread: [{ box: { left: 0, top: 0, right: 9, bottom: 9 }, share: 0.1 }] },
      },
    ],
    [
      'a stamp that says so',
      {
        ...CLEAR,
        blocks: [
          {
            box: { left: 0, top: 0, right: 9, bottom: 4 },
            shape: 'frame' as const,
            place: 'head' as const,
            isColoured: true,
            readings: [{ text: 'MẬT', confidence: 0.9 }],
          },
        ],
      },
    ],
  ])('are none when the head bears %s', async (_what, head) => {
    expect(await run({ 1: head })).toEqual({ here: all, there: [], kept: 0 });
  });

  it('are called back when one of them may bear a mark', async () => {
    expect(await run({ 4: said('TỐI MẬT\nKẾT LUẬN\nGiao Ban Tổ chức.') })).toEqual({
      here: [1],
      there: all.slice(1),
      kept: 1,
    });
  });
});
