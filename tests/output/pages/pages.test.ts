import { copyFileSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingOf } from '../../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../../fixtures/make/recorded-ocr.js';
import { writeJsonl } from '../../../output/export/jsonl.js';
import { selectRecords } from '../../../output/export/select-records.js';
import {
  findPlaces,
  framesOf,
  ingest,
  listDocuments,
  makeSecret,
  openDatabase,
  renderPage,
  type Store,
  type TaskPlaces,
} from '../../../output/library.js';
import { createLocator } from '../../../output/pages/locate-tasks.js';
import { correct } from '../../../output/review/correct.js';
import { saveFiles } from '../../../output/store/save-file.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { ExportedLine } from '../../../schemas/export.js';
import { makeDocument, makeFile } from '../sample-records.js';

const SLUG = 'tb-huyen-uy-kenh-muong-2006';
const folder = mkdtempSync(join(tmpdir(), 'ketluan-pages-'));
const scan = join(folder, 'scan.tif');
const text = join(folder, 'text.txt');
const now = () => '2026-11-27T08:00:00+07:00';
let db: Store;
let places: TaskPlaces;

beforeAll(async () => {
  copyFileSync(packageFile('fixtures', 'demo', `${SLUG}.tif`), scan);
  copyFileSync(packageFile('fixtures', 'documents', 'kl-btv-tinh-duoc-lieu', 'text.txt'), text);
  db = openDatabase(':memory:');
  const ocr = await openRecordedOcr(recordingOf(SLUG));
  await ingest(db, [scan, text], { now, openOcr: () => ocr });
  const record = [...listDocuments(db)].find(({ document }) => document.source.mediaType === 'image/tiff');
  const found = findPlaces(db, `${record?.document.id}:II.1`);
  if (found === undefined) throw new Error('no places');
  places = found;
});
afterAll(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('places of a task', () => {
  it('are shares of the page, a rectangle a line, for the sentence, who and when', () => {
    expect(places.pages).toEqual([{ page: 1, origin: 'ocr', size: { width: 2480, height: 3508 } }]);
    expect(places.sentence).toHaveLength(2);
    const [first, second] = places.sentence;
    expect(first?.bottom).toBeLessThan(second?.top ?? 0);
    expect(places.deadlines.map(({ text: wording }) => wording)).toEqual(['trước ngày 15-4-2006']);
    for (const { places: found } of [...places.deadlines, ...places.bodies]) {
      expect(found).toHaveLength(1);
      expect(places.sentence.some((line) => contains(line, found[0]))).toBe(true);
    }
    expect(places.words.map((word) => word.text).join(' ')).toBe(
      '1- Uỷ ban nhân dân huyện chỉ đạo Phòng Kinh tế lập dự toán 18 tuyến kênh của vùng chiêm trũng, hoàn thành trước ngày 15-4-2006.',
    );
  });

  it('tell which word was read with doubt, as read and as repaired', () => {
    const doubts = findPlaces(db, `${places.document}:II.2.2`)?.doubts ?? [];
    expect(doubts.map(({ raw, repaired, page, in: part }) => ({ raw, repaired, page, part }))).toEqual([
      { raw: 'chỉ', repaired: 'chi', page: 1, part: 'text' },
    ]);
    expect(doubts[0]?.places).toHaveLength(1);
  });

  it('are those of the reading, whatever people corrected', () => {
    const id = `${places.document}:II.1`;
    const fields = { text: 'Ủy ban nhân dân huyện lập dự toán.', due: '20/4/2006', lead: 'Sở A' };
    const { written } = correct(db, { do: 'fix', id, fields }, { by: 'Lan', at: now() });
    expect(written).toHaveLength(3);
    expect(findPlaces(db, id)).toEqual(places);
    for (const { key } of written.toReversed()) correct(db, { do: 'undo', key: key ?? 0 }, { by: 'Lan', at: now() });
  });

  it('of a text are none, and of an unknown task undefined', () => {
    const record = [...listDocuments(db)].find(({ document }) => document.source.mediaType === 'text/plain');
    const found = findPlaces(db, record?.directives[0]?.id ?? '');
    expect(found?.sentence).toEqual([]);
    expect(found?.pages).toEqual([{ page: 1, origin: 'plain', size: null }]);
    expect(findPlaces(db, 'nothing')).toBeUndefined();
  });
});

describe('the JSON lines', () => {
  it('say where each task stands, and hold to their schema', () => {
    const request = { words: '', filters: {}, today: '2026-11-27' };
    const lines = [...writeJsonl(selectRecords(db, request), createLocator(db))].map((line) => JSON.parse(line));
    expect(lines.map((line) => ExportedLine.parse(line))).toEqual(lines);
    const boxes = lines.flatMap(({ directives }) => directives).find(({ id }) => id === places.task)?.boxes;
    expect(boxes).toEqual(places.sentence);
    const ofText = lines.find(({ document }) => document.source.mediaType === 'text/plain');
    expect(ofText.directives.every((one: { boxes: unknown[] }) => one.boxes.length === 0)).toBe(true);
  });
});

type Share = TaskPlaces['sentence'][number];
const contains = (outer: Share, inner: Share | undefined): boolean =>
  inner !== undefined &&
  outer.left <= inner.left &&
  outer.right >= inner.right &&
  outer.top <= inner.top &&
  outer.bottom >= inner.bottom;

/** Share of the pixels of a picture in which one channel differs from another. */
const measureColour = async (bytes: Buffer): Promise<number> => {
  const { data, info } = await sharp(bytes).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let coloured = 0;
  for (let i = 0; i < data.length; i += info.channels) if (data[i] !== data[i + 2]) coloured += 1;
  return coloured / (info.width * info.height);
};

describe('the picture of a page', () => {
  it('is as wide as asked for, and no wider than the scan', async () => {
    const small = await renderPage(db, places.file.sha256, 1, { width: 620, format: 'webp' });
    expect([small.width, small.height, small.mediaType]).toEqual([620, 877, 'image/webp']);
    expect((await sharp(small.bytes).metadata()).format).toBe('webp');
    const whole = await renderPage(db, places.file.sha256, 1);
    expect([whole.width, whole.height, whole.mediaType]).toEqual([2480, 3508, 'image/png']);
  });

  it('shows frames where the sentence stands', async () => {
    const bare = await renderPage(db, places.file.sha256, 1, { width: 620 });
    const framed = await renderPage(db, places.file.sha256, 1, { width: 620, frames: framesOf(places, 1) });
    expect(await measureColour(bare.bytes)).toBe(0);
    const area = places.sentence.reduce(
      (sum, { left, top, right, bottom }) => sum + (right - left) * (bottom - top),
      0,
    );
    const coloured = await measureColour(framed.bytes);
    expect(coloured).toBeGreaterThan(0.7 * area);
    expect(coloured).toBeLessThan(2.5 * area);
  });

  it('is not there for a text, a page that is not there, a file that is not stored', async () => {
    const record = [...listDocuments(db)].find(({ document }) => document.source.mediaType === 'text/plain');
    const sha256 = record?.document.source.sha256 ?? '';
    const missing = { code: 'page-picture-missing' };
    await expect(renderPage(db, sha256, 1)).rejects.toMatchObject(missing);
    await expect(renderPage(db, places.file.sha256, 2)).rejects.toMatchObject(missing);
    await expect(renderPage(db, 'f'.repeat(64), 1)).rejects.toMatchObject(missing);
  });

  it('is refused when the file moved or another lies in its place', async () => {
    const aside = join(folder, 'aside.tif');
    renameSync(scan, aside);
    await expect(renderPage(db, places.file.sha256, 1)).rejects.toMatchObject({
      code: 'page-picture-missing',
      text: { vi: expect.stringContaining('Không mở được tệp gốc') },
      hint: { vi: expect.stringContaining('ketluan ingest') },
    });
    writeFileSync(scan, 'Another paper.');
    await expect(renderPage(db, places.file.sha256, 1)).rejects.toMatchObject({
      code: 'page-picture-missing',
      text: { vi: expect.stringContaining('một tệp khác') },
    });
    renameSync(aside, scan);
  });

  it('is never made from a database for classified papers', async () => {
    const secret = openDatabase(':memory:');
    makeSecret(secret);
    const record = makeDocument('a', [{ number: '1', text: '1. Giao Sở A báo cáo.' }]);
    saveFiles(secret, [makeFile(record)]);
    await expect(renderPage(secret, record.document.source.sha256, 1)).rejects.toMatchObject({
      code: 'page-picture-missing',
      text: { vi: expect.stringContaining('mật') },
    });
    secret.close();
  });
});
