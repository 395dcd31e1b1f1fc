import { readFileSync } from 'node:fs';
import { readFixtureDocuments } from '../../fixtures/make/gold.js';
import { readScan } from '../../fixtures/make/read-scan.js';
import type { FixtureScan } from '../../fixtures/make/scans.js';
import { fold } from '../../language/writing/unicode.js';
import type { OcrEngine } from '../../pipeline/base/contract.js';
import { packageFile } from '../../pipeline/base/package-root.js';
import { extractText } from '../../pipeline/library.js';
import { type Difference, findDifferences, KnownDifferences, readFacts } from './facts.js';

const documents = readFixtureDocuments();

/** The differences between scans and texts that are known and explained, by file. */
export const listed = KnownDifferences.parse(
  JSON.parse(readFileSync(packageFile('fixtures', 'known-differences.json'), 'utf8')),
);

/** What is listed for one file, as compareWithText tells it. */
export const listedFor = (file: string): readonly Difference[] =>
  listed.filter(({ slug }) => slug === file).map(({ why: _, ...difference }) => difference);

/** Wording is OCR's affair; what was read from it must be the same, and bodies but for their marks. */
const isSameReading = (field: string, expected: string, actual: string): boolean =>
  / (?:text|bodies)$/u.test(field) ||
  (field.endsWith(' leads') ? fold(expected) === fold(actual) : expected === actual);

/** Where a scan read by this engine differs from the text of its document. */
export const compareWithText = async (scan: FixtureScan, ocr: OcrEngine): Promise<readonly Difference[]> => {
  const source = documents.find(({ slug }) => slug === scan.slug);
  if (source === undefined) throw new Error(`No document ${scan.slug}`);
  const [read] = await readScan(scan, ocr);
  if (read === undefined) throw new Error(`Nothing read from ${scan.file}`);
  return findDifferences(scan.file, readFacts(extractText(source.text)), readFacts(read), isSameReading);
};
