import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { PACKAGE_ROOT } from '../pipeline/base/package-root.js';
import { openPdf } from '../pipeline/engines/pdf/pdf.js';
import { loadScannedFixtures } from './ocr-pages.js';
import { scoreReading } from './score-reading.js';

const SHARED = join(PACKAGE_ROOT, '..', 'shared');
const FOLDERS = ['scans', 'more'].map((name) => join(SHARED, 'corpus', name));
/** Native Tesseract is given its pages at this resolution: the best for it on these scans. */
export const PEER_DPI = 200;
const A4_INCHES = [8.27, 11.69] as const;
const POINTS = 72;
/** Whole made papers are taken until there are so many pages. */
const MADE_PAGES = 6;

/** Words of one paper that a reader got, and those that it made up. */
export interface PaperScore {
  readonly words: number;
  readonly right: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** A scanned paper for all readers: a PDF for those that take one, its pages as images for the others. */
export interface PeerPaper {
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly pngs: readonly Uint8Array[];
  readonly score: (read: string) => PaperScore;
}

const toPeerPng = (image: Uint8Array): Promise<Buffer> =>
  sharp(image)
    .resize({ width: Math.round(A4_INCHES[0] * PEER_DPI), withoutEnlargement: true })
    .png()
    .toBuffer();

type ScorePage = (truth: string, read: string) => PaperScore;

/** The shared scorer, which forgives what a truth marks as stamp, seal or handwriting; undefined where it is not there. */
const loadSharedScorer = async (): Promise<ScorePage | undefined> => {
  const scorer = join(SHARED, 'eval', 'score-text.mjs');
  if (!existsSync(scorer)) return undefined;
  const { scorePage } = (await import(pathToFileURL(scorer).href)) as { readonly scorePage: ScorePage };
  return scorePage;
};

const loadFirstPage = async (folder: string, name: string, scorePage: ScorePage): Promise<PeerPaper> => {
  const single = await PDFDocument.create();
  const whole = await PDFDocument.load(readFileSync(join(folder, `${name}.pdf`)));
  single.addPage((await single.copyPages(whole, [0]))[0]);
  const pdf = await single.save();
  const opened = await openPdf(pdf);
  try {
    const png = await toPeerPng(await opened.loadImage(1, new AbortController().signal));
    const truth = readFileSync(join(folder, `${name}.p1.txt`), 'utf8');
    return { name, pdf, pngs: [png], score: (read) => scorePage(truth, read) };
  } finally {
    await opened.close();
  }
};

/** The transcribed first pages of the real scans in ../shared, each a PDF of one page; empty where they are not there. */
export const loadRealPapers = async (): Promise<readonly PeerPaper[]> => {
  const scorePage = await loadSharedScorer();
  if (scorePage === undefined) return [];
  const papers: PeerPaper[] = [];
  for (const folder of FOLDERS.filter((one) => existsSync(one)))
    for (const file of readdirSync(folder).sort())
      if (file.endsWith('.p1.txt')) papers.push(await loadFirstPage(folder, file.replace('.p1.txt', ''), scorePage));
  return papers;
};

const packPages = async (pages: readonly Uint8Array[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create();
  const [width, height] = [A4_INCHES[0] * POINTS, A4_INCHES[1] * POINTS];
  for (const page of pages) {
    const { format } = await sharp(page).metadata();
    const image = format === 'jpeg' ? await pdf.embedJpg(page) : await pdf.embedPng(await sharp(page).png().toBuffer());
    pdf.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return pdf.save();
};

const scoreFixture =
  (truth: string) =>
  (read: string): PaperScore => {
    const { rights, confusions, extra } = scoreReading([{ text: truth, isCounted: true }], read);
    const right = rights.filter(Boolean).length;
    return {
      words: rights.length,
      right,
      missed: confusions.map(([word, found]) => `${word} (${found})`),
      extra: Array.from({ length: extra }, () => '?'),
    };
  };

/** Scans that our own fixtures made, as whole PDFs: some six pages in gray and of two levels. Empty out of a checkout. */
export const loadMadePapers = async (): Promise<readonly PeerPaper[]> => {
  const papers: PeerPaper[] = [];
  let left = MADE_PAGES;
  for (const { slug, pages, truth } of await loadScannedFixtures()) {
    if (pages.length > left) continue;
    left -= pages.length;
    const pngs = await Promise.all(pages.map(toPeerPng));
    papers.push({ name: slug, pdf: await packPages(pages), pngs, score: scoreFixture(truth) });
  }
  return papers;
};
