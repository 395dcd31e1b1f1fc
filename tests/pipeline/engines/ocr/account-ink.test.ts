import { describe, expect, it } from 'vitest';
import { READ_SCANS, recordingOf } from '../../../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../../../fixtures/make/recorded-ocr.js';
import type { OcrPage } from '../../../../pipeline/base/contract.js';
import { packageFile } from '../../../../pipeline/base/package-root.js';
import { buildPipeline } from '../../../../pipeline/build-pipeline.js';
import { prepareForOcr } from '../../../../pipeline/engines/image/image.js';
import { accountInk, isOfStamp } from '../../../../pipeline/engines/ocr/account-ink.js';
import type { OcrLine } from '../../../../pipeline/engines/ocr/ocr-words.js';
import { gatherInk } from '../../../../pipeline/engines/ocr/page-ink.js';
import { findMedian } from '../../../../pipeline/layout/page-layout.js';
import type { GrayRaster } from '../../../../pipeline/layout/skew.js';
import { openFile } from '../../../../pipeline/run-document.js';
import type { Box } from '../../../../schemas/span.js';
import { drawPage, drawRing, drawRow } from './drawn-page.js';

type Words = OcrLine['words'];

/** The way from the pixels of the image that came in to those of the prepared page: toSource backwards. */
const invert = (toSource: (box: Box) => Box) => {
  const pointOf = (x: number, y: number) => {
    const { left, top } = toSource({ left: x, top: y, right: x, bottom: y });
    return [left, top] as const;
  };
  const [[ox, oy], [ax, ay], [bx, by]] = [pointOf(200, 200), pointOf(1200, 200), pointOf(200, 1200)];
  const [a, b, c, d] = [(ax - ox) / 1000, (bx - ox) / 1000, (ay - oy) / 1000, (by - oy) / 1000];
  const whole = a * d - b * c;
  return ({ left, top, right, bottom }: Box): Box => {
    const corners = [
      [left, top],
      [right, bottom],
    ].map(([x = 0, y = 0]) => ({
      x: 200 + (d * (x - ox) - b * (y - oy)) / whole,
      y: 200 + (a * (y - oy) - c * (x - ox)) / whole,
    }));
    const [first, last] = corners.map(({ x, y }) => [Math.round(x), Math.round(y)] as const);
    return { left: first?.[0] ?? 0, top: first?.[1] ?? 0, right: last?.[0] ?? 0, bottom: last?.[1] ?? 0 };
  };
};

const toLines = ({ text, words }: OcrPage, place: (box: Box) => Box): OcrLine[] => {
  const rows = new Map<number, Words[number][]>();
  for (const { text: word, box, span, confidence } of words) {
    // Side by side stand lines of their own.
    const row = text.slice(0, span.start).split(/[\n\t]/u).length;
    rows.set(row, [...(rows.get(row) ?? []), { text: word, box: place(box), confidence }]);
  }
  return [...rows.values()].map((row) => ({
    words: row,
    baseline: findMedian(
      row.map(({ box }) => box.bottom),
      0,
    ),
    slope: 0,
    height: findMedian(
      row.map(({ box }) => box.bottom - box.top),
      0,
    ),
  }));
};

/** The first page of a made scan, prepared, with the lines of its recorded reading. */
const loadPage = async (slug: string, make: string): Promise<{ raster: GrayRaster; lines: OcrLine[] }> => {
  const scan = READ_SCANS.find((one) => one.slug === slug && one.make === make);
  const pipeline = buildPipeline({ check: false });
  const ocr = await openRecordedOcr(recordingOf(slug));
  const context = { ocr, signal: new AbortController().signal };
  const path = packageFile('fixtures', ...(scan?.file ?? '').split('/'));
  const { value } = await pipeline.paginate.run(await openFile(path, pipeline, context), context);
  const bytes = await value.pages[0]?.image?.load(context.signal);
  if (bytes === undefined) throw new Error(`${slug} has no ${make} scan`);
  const { raster, toSource } = await prepareForOcr(bytes, 'page');
  return { raster, lines: toLines(await ocr.read(bytes, context.signal), invert(toSource)) };
};

const lettersOf = (words: Words): number => words.map(({ text }) => text).join('').length;
const textOf = ({ words }: OcrLine): string => words.map(({ text }) => text).join(' ');

/** Share of a line's words that lie in one of the boxes. */
const shareIn = ({ words }: OcrLine, boxes: readonly Box[]): number => {
  const held = words.filter(({ box }) => {
    const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    return boxes.some((one) => x > one.left - 8 && x < one.right + 8 && y > one.top - 15 && y < one.bottom + 15);
  });
  return held.length / words.length;
};

/** Lines of the arrival stamp on one of the pages: read by itself, it is none of the page's print. */
const OF_STAMP = /^(?:CÔNG VĂN ĐẾN$|Số gác$|Ngày: \d)/u;

const never = () => false;
const readNothing = async () => [];

describe('the ink of made scans', () => {
  it.each([
    ['kl-btv-xa-rac-thai', 'clean-gray'],
    ['kl-btv-thanh-uy-sap-xep', 'office-scan'],
    ['kl-bch-tinh-chuyen-doi-so', 'photocopy'],
    ['kl-btv-tinh-duoc-lieu', 'bilevel'],
  ])(
    'is all accounted for, and each line that is left out is missed: %s, %s',
    async (slug, make) => {
      const { raster, lines } = await loadPage(slug, make);
      expect((await accountInk(gatherInk(raster), lines, readNothing, never)).ink).toEqual({ coverage: 1, unread: [] });
      const silent: string[] = [];
      // A word of two letters is no line: those are left to whoever compares the text.
      for (const erased of lines.filter((line) => lettersOf(line.words) >= 5 && !OF_STAMP.test(textOf(line)))) {
        const rest = lines.filter((line) => line !== erased);
        const { ink } = await accountInk(gatherInk(raster), rest, readNothing, never);
        const share = shareIn(
          erased,
          (ink?.unread ?? []).map(({ box }) => box),
        );
        if (share < 0.7 || (ink?.coverage ?? 1) >= 1) silent.push(`${share.toFixed(2)} ${textOf(erased)}`);
      }
      expect(lines.length).toBeGreaterThan(20);
      expect(silent).toEqual([]);
    },
    120_000,
  );
});

/** A word over a drawn row, a line by itself. */
const wordOver = (box: Box, text: string, confidence = 0.96): OcrLine => ({
  words: [{ text, box, confidence }],
  baseline: box.bottom,
  slope: 0,
  height: 30,
});

/** A drawn page: rows of twelve letters at these heights, all of them read. */
const drawRead = (...feet: number[]) => {
  const page = drawPage();
  const boxes = feet.map((foot) => drawRow(page, 300, foot, 12));
  return { page, boxes, lines: boxes.map((box, i) => wordOver(box, `dòng${i}mười`)) };
};

const wordsOf = (lines: readonly OcrLine[]): string[] => lines.flatMap(({ words }) => words.map(({ text }) => text));

describe('ink that no word covers', () => {
  it('is cut out with a mark beyond its last letter, low as it may stand', async () => {
    const { page, lines } = drawRead(400, 460, 520);
    const { right, bottom } = drawRow(page, 300, 580, 12);
    for (let y = bottom + 4; y < bottom + 13; y++)
      page.pixels.fill(0, y * page.width + right + 7, y * page.width + right + 15);
    const cut: number[] = [];
    await accountInk(gatherInk(page), lines, async (row) => [cut.push(row.pixels.length)].flatMap(() => []), never);
    expect(cut).toHaveLength(1);
  });

  it('is read again by itself, and what is read sure enough becomes words', async () => {
    const { page, lines } = drawRead(400, 460, 520);
    const lost = drawRow(page, 300, 580, 12);
    const asked: Box[] = [];
    const result = await accountInk(
      gatherInk(page),
      lines,
      async (_, box) => {
        asked.push(box);
        return [wordOver(lost, 'Điều mười hai'), wordOver({ ...lost, top: 500, bottom: 520 }, 'khác')];
      },
      never,
    );
    expect(asked).toHaveLength(1);
    expect(asked[0]?.top).toBeLessThan(lost.top);
    expect(asked[0]?.bottom).toBeLessThan(lost.bottom + 20);
    expect(wordsOf(result.lines)).toEqual(['dòng0mười', 'dòng1mười', 'dòng2mười', 'Điều mười hai']);
    expect(result.ink).toEqual({ coverage: 1, unread: [] });
  });

  it('is told with its place and share when the second reading is not sure either', async () => {
    const { page, lines } = drawRead(400, 460, 520);
    const lost = drawRow(page, 300, 580, 12);
    const result = await accountInk(gatherInk(page), lines, async () => [wordOver(lost, 'Đlều', 0.4)], never);
    expect(result.lines).toBe(lines);
    expect(result.ink).toEqual({ coverage: 0.75, unread: [{ box: lost, share: 0.25 }] });
  });

  it('is no print when it is a ring of specks, a rule, a few specks, or inside a stamp', async () => {
    const { page, lines } = drawRead(400, 460, 520);
    drawRing(page, 900, 900, 150);
    for (let x = 300; x < 1200; x++) page.pixels[1200 * page.width + x] = 0;
    drawRow(page, 300, 1500, 2);
    const stamp = drawRow(page, 1000, 300, 8);
    const result = await accountInk(
      gatherInk(page),
      lines,
      readNothing,
      (box) => box.top >= stamp.top && box.bottom <= stamp.bottom,
    );
    expect(result.ink).toEqual({ coverage: 1, unread: [] });
  });

  it('is not held to be read because a word above has a box that reaches over it', async () => {
    const { page, lines, boxes } = drawRead(400, 460, 520);
    const lost = drawRow(page, 300, 580, 12);
    const tall = boxes[2] === undefined ? [] : [wordOver({ ...boxes[2], bottom: 590 }, 'dòng2mười')];
    const reaching = tall.map((line) => ({ ...line, baseline: 520 }));
    const result = await accountInk(gatherInk(page), [...lines.slice(0, 2), ...reaching], readNothing, never);
    expect(result.ink?.unread.map(({ box }) => box)).toEqual([lost]);
  });

  it('says nothing of a page without print', async () => {
    expect(await accountInk(gatherInk(drawPage()), [], readNothing, never)).toEqual({ lines: [], ink: undefined });
  });
});

describe('a doubtful word', () => {
  const readAgain = async (before: number, fresh: OcrLine[]) => {
    const { page, boxes, lines } = drawRead(400, 460);
    const last = boxes[1] ?? { left: 0, top: 0, right: 0, bottom: 0 };
    const doubtful = wordOver(last, '83/T1-UBND', before);
    const result = await accountInk(gatherInk(page), [...lines.slice(0, 1), doubtful], async () => fresh, never);
    return wordsOf(result.lines).slice(1);
  };
  const place = { left: 300, top: 430, right: 534, bottom: 460 };

  it('gives way to a surer one in its place alone', async () => {
    expect(await readAgain(0.2, [wordOver(place, '83/TTr-UBND', 0.9)])).toEqual(['83/TTr-UBND']);
    expect(await readAgain(0.2, [wordOver({ ...place, left: 800, right: 900 }, 'ngoài', 0.9)])).toEqual(['83/T1-UBND']);
  });

  it('stays when the other is hardly surer, or when it was sure', async () => {
    expect(await readAgain(0.45, [wordOver(place, '83/7Tr-UBND', 0.5)])).toEqual(['83/T1-UBND']);
    expect(await readAgain(0.2, [wordOver(place, '83/7Tr-UBND', 0.35)])).toEqual(['83/T1-UBND']);
    expect(await readAgain(0.6, [wordOver(place, '83/TTr-UBND', 0.96)])).toEqual(['83/T1-UBND']);
  });
});

describe('print in the frame of a stamp', () => {
  const box = { left: 100, top: 100, right: 500, bottom: 300 };
  const inside = { left: 150, top: 150, right: 450, bottom: 180 };
  const block = { box, shape: 'frame', place: 'head', isColoured: false, readings: [] } as const;

  it('belongs to the stamp, that under a round seal or beyond the frame to the paper', () => {
    expect(isOfStamp(inside, [block])).toBe(true);
    expect(isOfStamp(inside, [{ ...block, shape: 'plain', isColoured: true }])).toBe(true);
    expect(isOfStamp({ ...inside, right: 700 }, [block])).toBe(false);
    expect(isOfStamp(inside, [{ ...block, shape: 'seal' }])).toBe(false);
    expect(isOfStamp(inside, [{ ...block, place: 'middle' }])).toBe(false);
    expect(isOfStamp(inside, [{ ...block, shape: 'plain' }])).toBe(false);
  });
});
