import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { READ_SCANS, recordingOf } from '../../fixtures/make/read-scan.js';
import { openRecordedOcr } from '../../fixtures/make/recorded-ocr.js';
import { createTesseractOcr } from '../../pipeline/engines/ocr/tesseract-ocr.js';
import { compareWithText, listed, listedFor } from './compare-scan.js';

const ONE_AND_A_HALF_MEGABYTES = 1.5 * 1024 * 1024;

describe('recorded scans of the fixtures against the texts of the same documents', () => {
  it.each(READ_SCANS)('$file: reads like the text, but for the listed differences', async (scan) => {
    const ocr = await openRecordedOcr(recordingOf(scan.slug));
    expect(await compareWithText(scan, ocr)).toEqual(listedFor(scan.file));
  });

  it('lists no difference of a file that is not there', () => {
    const files = READ_SCANS.map(({ file }) => file);
    expect(listed.filter(({ slug }) => !files.includes(slug))).toEqual([]);
  });

  it('was recorded with the engine of today', async () => {
    const slugs = [...new Set(READ_SCANS.map(({ slug }) => slug))];
    const ids = await Promise.all(slugs.map(async (slug) => (await openRecordedOcr(recordingOf(slug))).id));
    const today = createTesseractOcr();
    expect([...new Set(ids)]).toEqual([today.id]);
    await today.close();
  });

  it('fits into 1.5 MB', () => {
    const slugs = [...new Set(READ_SCANS.map(({ slug }) => slug))];
    const total = slugs.reduce((sum, slug) => sum + statSync(recordingOf(slug)).size, 0);
    expect(total).toBeLessThan(ONE_AND_A_HALF_MEGABYTES);
  });
});
