import type { OcrPage } from '../pipeline/base/contract.js';
import { createTesseractOcr } from '../pipeline/engines/ocr/tesseract-ocr.js';
import { judgeText } from '../pipeline/quality/judge-text.js';
import { repair } from '../pipeline/repair/stage.js';
import type { RecognizedPage } from '../schemas/stages.js';
import { type AccuracyDocument, prepareAccuracyDocuments, VARIANTS, type Variant } from './accuracy-pages.js';
import { findNativeTesseract, type PageReader, startPlainTesseract } from './peer-readers.js';
import { type ReadingScore, scoreReading } from './score-reading.js';

const OURS = 'ours';
const CORRECTED = 'ours, corrected';

/** All that one reader made of one variant. */
class Tally {
  words = 0;
  errors = 0;
  extra = 0;
  pages = 0;
  seconds = 0;
  readonly confusions = new Map<string, number>();

  add({ rights, confusions, extra }: ReadingScore, seconds: number): void {
    this.words += rights.length;
    this.errors += rights.filter((isRight) => !isRight).length;
    this.extra += extra;
    this.pages += 1;
    this.seconds += seconds;
    for (const [word, read] of confusions) {
      const key = `${word} → ${read === '' ? '(lost)' : read}`;
      this.confusions.set(key, (this.confusions.get(key) ?? 0) + 1);
    }
  }
}

interface Outcome {
  readonly tallies: ReadonlyMap<string, Tally>;
  /** Words that correction put right, and right words that it spoilt. */
  readonly mended: number;
  readonly harmed: number;
}

const toRecognized = ({ text, words, confidence, width, height }: OcrPage, number: number): RecognizedPage => ({
  number,
  text,
  origin: 'ocr',
  reason: 'image-only',
  quality: judgeText(text).quality,
  words,
  confidence,
  imageSize: { width, height },
});

/** Texts of a document's pages behind the repair stage, which sees the whole document as in use. */
const correctPages = (slug: string, pages: readonly OcrPage[]): readonly string[] => {
  const file = { path: slug, sha256: '0'.repeat(64), byteLength: 0, mediaType: 'image/tiff' } as const;
  const { value } = repair.run({ file, pages: pages.map((page, i) => toRecognized(page, i + 1)) });
  return value.pages.map(({ span }) => value.text.slice(span.start, span.end));
};

const time = async <T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> => {
  const started = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - started) / 1000 };
};

const countWhere = (before: readonly boolean[], after: readonly boolean[], wasRight: boolean): number =>
  before.filter((isRight, i) => isRight === wasRight && after[i] === !wasRight).length;

/** Reads every page of the documents in one variant with each reader and with ours. */
const readVariant = async (
  documents: readonly AccuracyDocument[],
  variant: Variant,
  peers: readonly PageReader[],
): Promise<Outcome> => {
  const tallies = new Map<string, Tally>();
  const tallyOf = (name: string): Tally => {
    const tally = tallies.get(name) ?? new Tally();
    tallies.set(name, tally);
    return tally;
  };
  let mended = 0;
  let harmed = 0;
  const ocr = createTesseractOcr();
  const { signal } = new AbortController();
  try {
    for (const { slug, pages } of documents) {
      const ours: OcrPage[] = [];
      for (const { truth, loadImage } of pages) {
        for (const peer of peers) {
          const read = await time(() => peer.read(loadImage(variant)));
          tallyOf(peer.name).add(scoreReading(truth, read.value), read.seconds);
        }
        const read = await time(() => ocr.read(loadImage(variant), signal));
        ours.push(read.value);
        tallyOf(OURS).add(scoreReading(truth, read.value.text), read.seconds);
      }
      const started = performance.now();
      const corrected = correctPages(slug, ours);
      const seconds = (performance.now() - started) / 1000 / pages.length;
      pages.forEach(({ truth }, i) => {
        const before = scoreReading(truth, ours[i]?.text ?? '');
        const after = scoreReading(truth, corrected[i] ?? '');
        tallyOf(CORRECTED).add(after, seconds);
        mended += countWhere(before.rights, after.rights, false);
        harmed += countWhere(before.rights, after.rights, true);
      });
    }
  } finally {
    await ocr.close();
  }
  return { tallies, mended, harmed };
};

const MOST_CONFUSIONS = 12;

const listConfusions = ({ confusions }: Tally): string =>
  [...confusions]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_CONFUSIONS)
    .map(([pair, count]) => `${pair} ${count}`)
    .join(', ');

const printOutcome = ({ tallies, mended, harmed }: Outcome, peerName: string): void => {
  const peerErrors = tallies.get(peerName)?.errors ?? 0;
  for (const [name, tally] of tallies) {
    const right = (100 * (1 - tally.errors / tally.words)).toFixed(2);
    const ratio = (tally.errors / Math.max(1, peerErrors)).toFixed(2);
    console.log(
      `  ${name.padEnd(26)} ${right} % of ${tally.words} words right, ${tally.errors} errors = ${ratio} of the peer, ` +
        `${tally.extra} extra, ${(tally.seconds / tally.pages).toFixed(2)} s a page`,
    );
  }
  const corrected = tallies.get(CORRECTED);
  console.log(`  correction mended ${mended}, harmed ${harmed}`);
  if (corrected !== undefined) console.log(`  left: ${listConfusions(corrected)}`);
};

/**
 * How many words of worn pages are read right: by tesseract.js with its own settings (the named peer), by Debian's
 * tesseract where it is installed, by our engine, and after the repair stage. Prints each variant for the half of the
 * fixtures' documents on which settings were chosen, and for the half that was never looked at.
 * `node dist/bench/ocr-accuracy.js [part of a slug]…`
 */
export const benchOcrAccuracy = async (slugs: readonly string[] = []): Promise<void> => {
  const documents = await prepareAccuracyDocuments(slugs);
  const plain = await startPlainTesseract();
  const native = findNativeTesseract();
  if (native === undefined) console.log('native tesseract with vie is not installed: left out');
  const peers = native === undefined ? [plain] : [plain, native];
  try {
    for (const half of ['tuned', 'unseen'] as const) {
      const chosen = documents.filter((document) => document.half === half);
      for (const variant of ['b', 'f', 'c'] as const) {
        if (chosen.length === 0) continue;
        console.log(`${half} half, ${variant} (${VARIANTS[variant]}):`);
        printOutcome(await readVariant(chosen, variant, peers), plain.name);
      }
    }
  } finally {
    for (const peer of peers) await peer.close();
  }
};

if (process.argv[1]?.endsWith('ocr-accuracy.js')) await benchOcrAccuracy(process.argv.slice(2));
