import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise/one';
import { packageFile } from '../pipeline/base/package-root.js';
import { extractDocuments } from '../pipeline/library.js';

/** A4 pages of running text hold about this many characters. */
const PAGE = 2600;
const SECONDS = 4;

const readFixtures = (): string[] =>
  readdirSync(packageFile('fixtures', 'documents')).map((slug) =>
    readFileSync(join(packageFile('fixtures', 'documents'), slug, 'text.txt'), 'utf8'),
  );

/** Runs some work over all texts again and again for a few seconds. Returns characters per second. */
const measure = (texts: readonly string[], work: (text: string) => unknown): number => {
  for (const text of texts) work(text);
  const started = performance.now();
  let characters = 0;
  while (performance.now() - started < SECONDS * 1000) {
    for (const text of texts) {
      work(text);
      characters += text.length;
    }
  }
  return characters / ((performance.now() - started) / 1000);
};

/** One long document: the items of a paper over and over, as a resolution with annexes of hundreds of pages would be. */
const lengthen = (text: string, pages: number): string => {
  const open = text.search(/^\s*1[.-] /mu);
  const end = text.search(/^Nơi nhận/mu);
  const body = text.slice(open, end);
  return text.slice(0, open) + body.repeat(Math.ceil((pages * PAGE) / body.length)) + text.slice(end);
};

/**
 * From clean text to extracted records, on one thread: documents of four pages a second, against compromise/one (which
 * only splits the same text into terms), and the growth of time with length (1 means linear).
 */
export const benchText = (): void => {
  const texts = readFixtures();
  const ours = measure(texts, (text) => extractDocuments(text));
  const peer = measure(texts, (text) => nlp(text).json());
  console.log(`text → record: ${(ours / (4 * PAGE)).toFixed(0)} documents of 4 pages a second, one thread`);
  console.log(
    `  compromise/one, splitting into terms alone: ${(peer / (4 * PAGE)).toFixed(0)}; ratio ours/peer ${(ours / peer).toFixed(2)}`,
  );
  const sample = texts.find((text) => /^\s*1[.-] /mu.test(text) && /^Nơi nhận/mu.test(text)) ?? '';
  const time = (pages: number): number => {
    const text = lengthen(sample, pages);
    const started = performance.now();
    extractDocuments(text);
    return (performance.now() - started) / pages;
  };
  time(10);
  const [short, long] = [time(50), time(500)];
  console.log(
    `  time a page at 500 pages / at 50 pages: ${(long / short).toFixed(2)} (1 = linear), ${(long * 500).toFixed(0)} ms for 500 pages`,
  );
};

if (process.argv[1]?.endsWith('text.js')) benchText();
