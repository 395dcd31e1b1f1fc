import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recordingOf } from '../../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../../fixtures/make/recorded-ocr.js';
import {
  ingest,
  listDocuments,
  listRemoved,
  openDatabase,
  preview,
  type Store,
  undoBatch,
  verify,
} from '../../../output/library.js';
import { loadRepaired } from '../../../output/store/load-file.js';
import { verifyOriginals } from '../../../output/verify-originals.js';
import type { OcrEngine } from '../../../pipeline/base/contract.js';
import { packageFile } from '../../../pipeline/base/package-root.js';
import { listImagePages } from '../../../pipeline/engines/image/list-image-pages.js';
import { findPageRuns } from '../../../pipeline/intake/joined-pages.js';
import { hashBytes } from '../../../pipeline/intake/stage.js';
import { offerRuns } from '../../../pipeline/join-pages.js';
import { joinImages, splitImages } from '../../../pipeline/quality/joined-images.js';
import type { FileReport } from '../../../pipeline/run-batch.js';
import { AT } from '../sample-records.js';

const SLUG = 'kl-btv-tinh-duoc-lieu';
const SCAN = packageFile('fixtures', 'documents', SLUG, 'scan.tif');
const RECORDED = listImagePages(readFileSync(SCAN), true).map((load) => load());

/** A page of a TIFF without those behind it: the entry of its directory that leads on is emptied. */
const cutOff = (page: Uint8Array): Uint8Array => {
  const copy = new Uint8Array(page);
  const view = new DataView(copy.buffer);
  const little = view.getUint16(0) === 0x4949;
  const at = view.getUint32(4, little);
  view.setUint32(at + 2 + view.getUint16(at, little) * 12, 0, little);
  return copy;
};
const PAGES = RECORDED.map(cutOff);
/** Recorded OCR is keyed by the bytes of the whole scan. */
const byHash = new Map(PAGES.map((page, i) => [hashBytes(page), RECORDED[i] ?? page]));

let folder: string;
let db: Store;
let recorded: OcrEngine;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ketluan-join-'));
  db = openDatabase(':memory:');
  const engine = await openRecordedOcr(recordingOf(SLUG));
  recorded = { ...engine, read: (image, ...more) => engine.read(byHash.get(hashBytes(image)) ?? image, ...more) };
  mkdirSync(join(folder, '118'));
  for (const [i, page] of PAGES.entries()) writeFileSync(join(folder, '118', `trang ${i + 1}.tif`), page);
});
afterEach(() => {
  expect(verify(db, ':memory:').filter(({ ok }) => !ok)).toEqual([]);
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

const take = async (isJoined: boolean): Promise<readonly FileReport[]> =>
  ingest(db, [folder], { now: () => AT, by: 'Lan', openOcr: () => recorded, join: isJoined });
const tell = (reports: readonly FileReport[]): string[] =>
  reports.map(({ path, result, reasons }) =>
    [relative(folder, path), result, ...reasons.map(({ rule }) => rule).filter((rule) => !rule.includes('/'))].join(
      ' ',
    ),
  );

describe('images of one paper', () => {
  it('become one document of several pages, the same as from one file, with the hash of each image kept', async () => {
    const looked = await preview(db, [folder], { join: true });
    expect(looked.map(({ path, result }) => [relative(folder, path), result])).toEqual([['118/trang *.tif', 'read']]);
    const [report] = await take(true);
    expect(report).toMatchObject({ path: join(folder, '118', 'trang *.tif'), pages: PAGES.length });
    const [record, ...others] = listDocuments(db);
    expect(others).toEqual([]);
    const whole = openDatabase(':memory:');
    await ingest(whole, [SCAN], { now: () => AT, openOcr: () => recorded });
    const [scan] = listDocuments(whole);
    expect(record?.directives.map(({ number, text, page }) => [number, text, page])).toEqual(
      scan?.directives.map(({ number, text, page }) => [number, text, page]),
    );
    expect(record?.document.number).toBe(scan?.document.number);
    expect(loadRepaired(db, record?.document.source.sha256 ?? '')?.file.parts).toEqual(
      PAGES.map((page, i) => ({ name: `trang ${i + 1}.tif`, sha256: hashBytes(page) })),
    );
    expect(await verifyOriginals(db, new AbortController().signal)).toEqual({ same: 1, changed: [], gone: [] });
    whole.close();
  });

  it('are known again, joined or one by one, and follow their folder', async () => {
    await take(true);
    expect(tell(await take(true))).toEqual(['118/trang *.tif known']);
    expect(tell(await take(false))).toEqual(PAGES.map((_, i) => `118/trang ${i + 1}.tif duplicate`));
    renameSync(join(folder, '118'), join(folder, 'kl-118'));
    expect(tell(await take(true))).toEqual(['kl-118/trang *.tif known moved']);
    expect([...listDocuments(db)].map(({ document }) => relative(folder, document.source.path))).toEqual([
      'kl-118/trang *.tif',
    ]);
  });

  it('that were taken in one by one are offered, and give way when they are joined', async () => {
    const reports = await take(false);
    expect(offerRuns(reports)).toEqual([{ path: join(folder, '118', 'trang *.tif'), pages: PAGES.length }]);
    expect([...listDocuments(db)].length).toBe(PAGES.length);
    const [joined] = await take(true);
    expect(joined?.reasons[0]?.rule).toBe('pages-joined');
    expect([...listDocuments(db)].length).toBe(1);
    expect(listRemoved(db).length).toBe(PAGES.length);
    expect(undoBatch(db, 2, { by: 'Lan', at: AT }).removed.length).toBe(1);
  });

  it('with one page that is no image are refused with its number, and one that is new makes a new version', async () => {
    await take(true);
    writeFileSync(join(folder, '118', `trang ${PAGES.length + 1}.tif`), 'no image');
    expect(tell(await take(true))).toEqual(['118/trang *.tif quarantined file-broken old-stands']);
    expect([...listDocuments(db)].length).toBe(1);
    writeFileSync(join(folder, '118', `trang ${PAGES.length + 1}.tif`), PAGES[0] ?? '');
    const [report] = await take(true);
    expect(report?.reasons.map(({ rule }) => rule)).toContain('new-version');
    expect([...listDocuments(db)].length).toBeLessThanOrEqual(2);
  });
});

describe('a run of pages', () => {
  const runs = (...names: string[]) =>
    findPageRuns(names.map((name) => join('kho', name))).map(({ path, pages }) => [
      relative('kho', path),
      pages.map((page) => relative('kho', page)).join(),
    ]);
  it('is numbered from the first page on, in the order of the numbers', () => {
    expect(runs('trang 10.png', ...Array.from({ length: 9 }, (_, i) => `trang ${i + 1}.png`))).toEqual([
      ['trang *.png', `${Array.from({ length: 10 }, (_, i) => `trang ${i + 1}.png`).join()}`],
    ]);
    expect(runs('001.JPG', '000.JPG', 'a/1.jpg', 'a/2.jpg')).toEqual([
      ['*.JPG', '000.JPG,001.JPG'],
      ['a/*.jpg', 'a/1.jpg,a/2.jpg'],
    ]);
  });
  it.each([
    ['one page', ['trang 1.png']],
    ['a hole', ['trang 1.png', 'trang 3.png']],
    ['no first page', ['trang 2.png', 'trang 3.png']],
    ['a number twice', ['trang 1.png', 'trang 01.png', 'trang 2.png']],
    ['other names', ['a1.png', 'b2.png']],
    ['other kinds', ['trang 1.png', 'trang 2.jpg', 'trang 1.pdf', 'trang 2.pdf']],
    ['other folders', ['a/trang 1.png', 'b/trang 2.png']],
    ['no numbers', ['a.png', 'b.png']],
  ])('is none with %s', (_, names) => {
    expect(runs(...names)).toEqual([]);
  });
});

describe('joined images', () => {
  it('come apart as they were put together, and damaged ones not at all', () => {
    const parts = PAGES.map((bytes) => ({ sha256: hashBytes(bytes), bytes }));
    const bytes = joinImages(parts);
    expect(splitImages(bytes)?.map(({ bytes: own }) => hashBytes(own))).toEqual(parts.map(({ sha256 }) => sha256));
    expect(splitImages(bytes.subarray(0, -1))).toBeUndefined();
    expect(splitImages(Buffer.concat([bytes, Buffer.from('x')]))).toBeUndefined();
    expect(splitImages(Buffer.from('ketluan joined images 1\n{}\n'))).toBeUndefined();
    expect(splitImages(Buffer.from('ketluan joined images 1\n'))).toBeUndefined();
  });
});
