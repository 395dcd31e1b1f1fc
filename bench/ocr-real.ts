import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PDFDocument } from '@cantoo/pdf-lib';
import Database from 'better-sqlite3';
import sharp from 'sharp';
import { PACKAGE_ROOT, packageFile } from '../pipeline/base/package-root.js';
import { openPdf } from '../pipeline/engines/pdf/pdf.js';
import { type ColdRun, runCold } from './run-cold.js';

const SHARED = join(PACKAGE_ROOT, '..', 'shared');
const FOLDERS = ['scans', 'more'].map((name) => join(SHARED, 'corpus', name));
/** Native Tesseract is given its pages at this resolution: the best for it on these scans. */
const PEER_DPI = 200;
const A4_INCHES = 8.27;

interface Score {
  readonly words: number;
  readonly right: number;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
}

/** A real scan's first page: by itself as a PDF, as an image for the native peer, and what stands on it. */
interface RealPage {
  readonly name: string;
  readonly pdf: Uint8Array;
  readonly png: Uint8Array;
  readonly truth: string;
}

const loadPage = async (folder: string, name: string): Promise<RealPage> => {
  const bytes = readFileSync(join(folder, `${name}.pdf`));
  const single = await PDFDocument.create();
  single.addPage((await single.copyPages(await PDFDocument.load(bytes), [0]))[0]);
  const pdf = await single.save();
  const opened = await openPdf(pdf);
  try {
    const image = await opened.loadImage(1, new AbortController().signal);
    const width = Math.round(A4_INCHES * PEER_DPI);
    const png = await sharp(image).resize({ width, withoutEnlargement: true }).png().toBuffer();
    return { name, pdf, png, truth: readFileSync(join(folder, `${name}.p1.txt`), 'utf8') };
  } finally {
    await opened.close();
  }
};

const loadPages = async (): Promise<readonly RealPage[]> => {
  const pages: RealPage[] = [];
  for (const folder of FOLDERS) {
    for (const file of readdirSync(folder).sort())
      if (file.endsWith('.p1.txt')) pages.push(await loadPage(folder, file.replace('.p1.txt', '')));
  }
  return pages;
};

const addRuns = (runs: readonly (ColdRun | undefined)[]): ColdRun | undefined =>
  runs.reduce<ColdRun | undefined>(
    (sum, run) =>
      sum === undefined || run === undefined
        ? undefined
        : {
            seconds: sum.seconds + run.seconds,
            cpuSeconds: sum.cpuSeconds + run.cpuSeconds,
            peakMb: Math.max(sum.peakMb, run.peakMb),
          },
    { seconds: 0, cpuSeconds: 0, peakMb: 0 },
  );

/** One way of reading the pages: what it cost, and the text of each page. */
interface Reading {
  readonly name: string;
  readonly run: ColdRun | undefined;
  readonly texts: readonly string[];
}

const readOurs = (name: string, folder: string, pages: readonly RealPage[], options: readonly string[]): Reading => {
  const database = join(folder, `${name.replace(/\W+/gu, '-')}.db`);
  const main = packageFile('dist', 'cli', 'main.js');
  const run = runCold(folder, [process.execPath, main, 'ingest', join(folder, 'pages'), '--db', database, ...options]);
  if (!existsSync(database)) return { name, run: undefined, texts: [] };
  const db = new Database(database, { readonly: true });
  try {
    const ask = db
      .prepare<[string], string>(
        'SELECT text FROM page JOIN file USING (file_key) WHERE path LIKE ? AND page.number = 1',
      )
      .pluck();
    return { name, run, texts: pages.map((page) => ask.get(`%${page.name}.pdf`) ?? '') };
  } finally {
    db.close();
  }
};

const readNative = (folder: string, pages: readonly RealPage[]): Reading => {
  const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
  const runs = pages.map(({ name, png }) => {
    writeFileSync(join(folder, `${name}.png`), png);
    return runCold(folder, ['tesseract', join(folder, `${name}.png`), join(folder, name), '-l', 'vie'], env);
  });
  const run = addRuns(runs);
  const texts = run === undefined ? [] : pages.map(({ name }) => readFileSync(join(folder, `${name}.txt`), 'utf8'));
  return { name: `tesseract -l vie, ${PEER_DPI} dpi, one thread`, run, texts };
};

const readOcrmypdf = async (folder: string, pages: readonly RealPage[]): Promise<Reading> => {
  const all = await PDFDocument.create();
  for (const { pdf } of pages) all.addPage((await all.copyPages(await PDFDocument.load(pdf), [0]))[0]);
  const [input, sidecar] = [join(folder, 'all.pdf'), join(folder, 'all.txt')];
  writeFileSync(input, await all.save());
  const options = ['-l', 'vie', '--jobs', '2', '--force-ocr', '--sidecar', sidecar];
  const run = runCold(folder, ['ocrmypdf', ...options, input, join(folder, 'out.pdf')]);
  const texts = existsSync(sidecar) ? readFileSync(sidecar, 'utf8').split('\f') : [];
  return { name: 'ocrmypdf -l vie --jobs 2', run: existsSync(sidecar) ? run : undefined, texts };
};

const print = (
  { name, run, texts }: Reading,
  pages: readonly RealPage[],
  scorePage: (truth: string, read: string) => Score,
  verbose: boolean,
): void => {
  if (run === undefined) {
    console.log(`ocr-real: ${name}: not installed, or no /usr/bin/time`);
    return;
  }
  const scores = pages.map(({ truth }, i) => scorePage(truth, texts[i] ?? ''));
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  const share = (part: number) => `${((100 * part) / sum(({ words }) => words)).toFixed(2)} %`;
  console.log(
    `ocr-real: ${name}: words right ${share(sum(({ right }) => right))}, extra ${share(sum(({ extra }) => extra.length))}, ` +
      `${(run.cpuSeconds / pages.length).toFixed(2)} CPU s and ${(run.seconds / pages.length).toFixed(2)} s a page, ` +
      `largest process ${run.peakMb} MB`,
  );
  if (verbose)
    for (const [i, { words, right, missed, extra }] of scores.entries())
      console.log(
        `  ${pages[i]?.name} ${right}/${words}\n    missed ${missed.join(' ')}\n    extra ${extra.join(' ')}`,
      );
};

/**
 * The first pages of the real scans in ../shared, from a cold start to the end, each a PDF of one page in one run: ours,
 * ours over an installed Tesseract, that Tesseract alone, ocrmypdf. `--words` names each page's missed and extra words.
 * `node dist/bench/ocr-real.js`
 */
export const benchOcrReal = async (verbose: boolean): Promise<void> => {
  const scorer = join(SHARED, 'eval', 'score-text.mjs');
  if (!existsSync(scorer)) {
    console.log(`ocr-real: needs ${SHARED}, which is not there`);
    return;
  }
  const { scorePage } = (await import(pathToFileURL(scorer).href)) as {
    readonly scorePage: (truth: string, read: string) => Score;
  };
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-real-'));
  try {
    const pages = await loadPages();
    mkdirSync(join(folder, 'pages'));
    for (const { name, pdf } of pages) writeFileSync(join(folder, 'pages', `${name}.pdf`), pdf);
    const readings = [
      readOurs('ours --jobs 1', folder, pages, ['--jobs', '1']),
      readOurs('ours --jobs 2', folder, pages, ['--jobs', '2']),
      readOurs('ours --engine native --jobs 1', folder, pages, ['--jobs', '1', '--engine', 'native']),
      readNative(folder, pages),
      await readOcrmypdf(folder, pages),
    ];
    for (const reading of readings) print(reading, pages, scorePage, verbose);
    const cpuOf = (i: number) => readings[i]?.run?.cpuSeconds ?? Number.NaN;
    const wallOf = (i: number) => readings[i]?.run?.seconds ?? Number.NaN;
    console.log(
      `ocr-real: CPU, ours / native ${(cpuOf(0) / cpuOf(3)).toFixed(2)}, over native / native ${(cpuOf(2) / cpuOf(3)).toFixed(2)}, ` +
        `ours / ocrmypdf ${(cpuOf(1) / cpuOf(4)).toFixed(2)} (wall ${(wallOf(1) / wallOf(4)).toFixed(2)}); ` +
        `two jobs are ${(wallOf(0) / wallOf(1)).toFixed(2)} × as fast as one`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

if (process.argv[1]?.endsWith('ocr-real.js')) await benchOcrReal(process.argv.includes('--words'));
