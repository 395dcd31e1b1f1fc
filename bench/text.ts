import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import nlp from 'compromise/one';
import { packageFile } from '../pipeline/base/package-root.js';
import { extractDocuments } from '../pipeline/library.js';

/** A4 pages of running text hold about this many characters. */
const PAGE = 2600;
/** Rounds over all texts before anything is counted: the compiler is done with most functions after some sixty. */
const WARM_UP = 70;
/** Rounds counted, ours and the peer's in turn. */
const ROUNDS = 40;

const readFixtures = (): string[] =>
  readdirSync(packageFile('fixtures', 'documents')).map((slug) =>
    readFileSync(join(packageFile('fixtures', 'documents'), slug, 'text.txt'), 'utf8'),
  );

/** Processor time of one round of some work over all texts, in milliseconds, the compiler's and the collector's threads with it. */
const measureRound = (texts: readonly string[], work: (text: string) => unknown): number => {
  const started = process.cpuUsage();
  for (const text of texts) work(text);
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
};

/** The round that a tenth of all were faster than: what other programs on the machine take from ours least. */
const fastRound = (rounds: readonly number[]): number =>
  [...rounds].sort((a, b) => a - b)[Math.floor(rounds.length / 10)] ?? 0;

/** One long document: the items of a paper over and over, as a resolution with annexes of hundreds of pages would be. */
const lengthen = (text: string, pages: number): string => {
  const open = text.search(/^\s*1[.-] /mu);
  const end = text.search(/^Nơi nhận/mu);
  const body = text.slice(open, end);
  return text.slice(0, open) + body.repeat(Math.ceil((pages * PAGE) / body.length)) + text.slice(end);
};

/**
 * From clean text to extracted records, on one thread: documents of four pages a second of processor time, against
 * compromise/one (which only splits the same text into terms), and the growth of time with length (1 means linear).
 */
export const benchText = (): void => {
  const texts = readFixtures();
  const works = [(text: string) => extractDocuments(text), (text: string) => nlp(text).json()] as const;
  for (let round = 0; round < WARM_UP; round++) for (const work of works) measureRound(texts, work);
  const rounds = works.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    for (const [i, work] of works.entries()) rounds[i]?.push(measureRound(texts, work));
  const [ours = 0, peer = 0] = rounds.map(fastRound);
  const documents = texts.reduce((sum, text) => sum + text.length, 0) / (4 * PAGE);
  const rate = (milliseconds: number): string => ((1000 * documents) / milliseconds).toFixed(0);
  console.log(`text → record: ${rate(ours)} documents of 4 pages a second of processor time, one thread`);
  console.log(
    `  compromise/one, splitting into terms alone: ${rate(peer)}; ratio ours/peer ${(peer / ours).toFixed(2)} (${ROUNDS} rounds in turn)`,
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
