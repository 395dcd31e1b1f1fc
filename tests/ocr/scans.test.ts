import { afterAll, describe, expect, it } from 'vitest';
import { READ_SCANS } from '../../fixtures/make/read-scan.js';
import { createTesseractOcr } from '../../pipeline/engines/ocr/tesseract-ocr.js';
import { compareWithText, listedFor } from '../golden/compare-scan.js';

const TEN_MINUTES = 600_000;
const ocr = createTesseractOcr({ workers: 2 });
afterAll(() => ocr.close());

describe('scans of the fixtures, read now, against the texts of the same documents', () => {
  it.each(READ_SCANS)(
    '$file: reads like the text, but for the listed differences',
    async (scan) => {
      expect(await compareWithText(scan, ocr)).toEqual(listedFor(scan.file));
    },
    TEN_MINUTES,
  );
});
