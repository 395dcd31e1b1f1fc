import { createTesseractOcr } from '../pipeline/engines/ocr/tesseract-ocr.js';
import { loadScannedFixtures, type ScannedFixture } from './ocr-pages.js';
import { findNativeTesseract, type PageReader, startPlainTesseract } from './peer-readers.js';

const PAGES = 10;

interface Result {
  readonly name: string;
  readonly seconds: number;
  readonly right: number;
  readonly wrong: number;
}

const openOurs = (): PageReader => {
  const ocr = createTesseractOcr();
  const { signal } = new AbortController();
  return {
    name: `ketluan (${ocr.id})`,
    read: async (image) => (await ocr.read(image, signal)).text,
    close: () => ocr.close(),
  };
};

const toTokens = (text: string): string[] =>
  text
    .normalize('NFC')
    .toLowerCase()
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');

/** Words of the truth that were read, wherever they stand: columns may come in another order than in the text. */
const countRight = (truth: readonly string[], read: readonly string[]): number => {
  const left = new Map<string, number>();
  for (const word of read) left.set(word, (left.get(word) ?? 0) + 1);
  return truth.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
};

const measure = async (reader: PageReader, fixtures: readonly ScannedFixture[]): Promise<Result> => {
  // The first page of a process pays for loading and compiling; the peers that start anew each time pay always.
  const [first] = fixtures;
  const [warmUp] = first?.pages ?? [];
  if (warmUp !== undefined) await reader.read(warmUp);
  let right = 0;
  let wrong = 0;
  const start = performance.now();
  for (const { pages, truth } of fixtures) {
    let text = '';
    for (const page of pages) text += `${await reader.read(page)}\n`;
    const words = toTokens(truth);
    const count = countRight(words, toTokens(text));
    right += count;
    wrong += words.length - count;
  }
  const seconds = (performance.now() - start) / 1000;
  await reader.close();
  return { name: reader.name, seconds, right, wrong };
};

/** Whole documents until there are ten pages. */
const takePages = (fixtures: readonly ScannedFixture[]): readonly ScannedFixture[] => {
  let pages = 0;
  return fixtures.filter((fixture) => {
    if (pages >= PAGES) return false;
    pages += fixture.pages.length;
    return true;
  });
};

/**
 * Reads ten scanned pages of the fixtures with our engine and with a peer in the same run, one page at a time, and prints
 * pages per second, peak memory, words right, and the ratios of both. Needs the scans in fixtures/documents.
 */
export const benchOcr = async (): Promise<void> => {
  const fixtures = takePages(await loadScannedFixtures());
  const pages = fixtures.reduce((sum, fixture) => sum + fixture.pages.length, 0);
  if (pages === 0) {
    process.stdout.write('ocr: no scans in fixtures/documents; run from a checkout\n');
    return;
  }
  const ours = await measure(openOurs(), fixtures);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  const peer = await measure(findNativeTesseract() ?? (await startPlainTesseract()), fixtures);
  for (const { name, seconds, right, wrong } of [ours, peer]) {
    const share = ((100 * right) / (right + wrong)).toFixed(2);
    process.stdout.write(`ocr: ${name}: ${(pages / seconds).toFixed(2)} pages/s, ${share} % of words right\n`);
  }
  process.stdout.write(
    `ocr: ${pages} pages; speed ${(peer.seconds / ours.seconds).toFixed(2)} x the peer, ` +
      `wrong words ${(ours.wrong / Math.max(1, peer.wrong)).toFixed(2)} x the peer's, our peak memory ${peakMb} MB\n`,
  );
};

if (process.argv[1]?.endsWith('ocr.js')) await benchOcr();
