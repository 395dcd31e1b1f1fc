import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import Database from 'better-sqlite3';
import { packageFile } from '../pipeline/base/package-root.js';
import { loadMadePapers, loadRealPapers, type PaperScore, PEER_DPI, type PeerPaper } from './peer-papers.js';
import { type ColdRun, runCold } from './run-cold.js';

/** Both sets together take no longer than about this: a set is read again, in turn, only where there is time. */
const MINUTES = 4;

/** What a way of reading a set cost, and the text of each paper. */
interface Reading {
  readonly run: ColdRun;
  readonly texts: readonly string[];
}

/** A way of reading all papers of a set, from a cold start; undefined where a program is not installed. */
interface Reader {
  readonly name: string;
  readonly read: (folder: string, papers: readonly PeerPaper[]) => Promise<Reading | undefined>;
}

const addRuns = (a: ColdRun, b: ColdRun): ColdRun => ({
  seconds: a.seconds + b.seconds,
  cpuSeconds: a.cpuSeconds + b.cpuSeconds,
  peakMb: Math.max(a.peakMb, b.peakMb),
});

const NO_RUN: ColdRun = { seconds: 0, cpuSeconds: 0, peakMb: 0 };

const ours = (...options: readonly string[]): Reader => ({
  name: `ketluan ${options.join(' ')}`,
  read: async (folder, papers) => {
    const database = join(folder, 'ours.db');
    rmSync(database, { force: true });
    const command = [packageFile('dist', 'cli', 'main.js'), 'ingest', join(folder, 'papers'), '--db', database];
    const run = runCold(folder, [process.execPath, ...command, ...options]);
    if (run === undefined || !existsSync(database)) return undefined;
    const db = new Database(database, { readonly: true });
    try {
      const ask = db
        .prepare<[string], string>(
          'SELECT text FROM page JOIN file USING (file_key) WHERE path LIKE ? ORDER BY page.number',
        )
        .pluck();
      const texts = papers.map(({ name }) => ask.all(`%${name}.pdf`).join('\n'));
      // Without the program that --engine names nothing is read.
      return texts.every((text) => text === '') ? undefined : { run, texts };
    } finally {
      db.close();
    }
  },
});

const NATIVE: Reader = {
  name: `tesseract -l vie, ${PEER_DPI} dpi, one thread`,
  read: async (folder, papers) => {
    const env = { ...process.env, OMP_THREAD_LIMIT: '1' };
    let total = NO_RUN;
    const texts: string[] = [];
    for (const { pngs } of papers) {
      let text = '';
      for (const png of pngs) {
        const [image, output] = [join(folder, 'page.png'), join(folder, 'page')];
        writeFileSync(image, png);
        const run = runCold(folder, ['tesseract', image, output, '-l', 'vie'], env);
        if (run === undefined || !existsSync(`${output}.txt`)) return undefined;
        total = addRuns(total, run);
        text += readFileSync(`${output}.txt`, 'utf8');
      }
      texts.push(text);
    }
    return { run: total, texts };
  },
};

const OCRMYPDF: Reader = {
  name: 'ocrmypdf -l vie --jobs 2',
  read: async (folder, papers) => {
    const all = await PDFDocument.create();
    for (const { pdf } of papers) {
      const one = await PDFDocument.load(pdf);
      for (const page of await all.copyPages(one, one.getPageIndices())) all.addPage(page);
    }
    const [input, sidecar] = [join(folder, 'all.pdf'), join(folder, 'all.txt')];
    rmSync(sidecar, { force: true });
    writeFileSync(input, await all.save());
    const options = ['-l', 'vie', '--jobs', '2', '--force-ocr', '--sidecar', sidecar];
    const run = runCold(folder, ['ocrmypdf', ...options, input, join(folder, 'out.pdf')]);
    if (run === undefined || !existsSync(sidecar)) return undefined;
    const pages = readFileSync(sidecar, 'utf8').split('\f');
    let at = 0;
    const texts = papers.map(({ pngs }) => {
      at += pngs.length;
      return pages.slice(at - pngs.length, at).join('\n');
    });
    return { run, texts };
  },
};

const READERS = [
  ours('--jobs', '1'),
  ours('--jobs', '2'),
  ours('--engine', 'native', '--jobs', '1'),
  ours('--engine', 'native', '--jobs', '2'),
  NATIVE,
  OCRMYPDF,
] as const;

interface Total {
  readonly run: ColdRun;
  readonly rounds: number;
  readonly texts: readonly string[];
}

/** Every reader once, in turn; the second round goes the other way, so that none always follows the same one. */
const readInTurn = async (
  folder: string,
  papers: readonly PeerPaper[],
  rounds: number,
  until: number,
): Promise<ReadonlyMap<Reader, Total>> => {
  const totals = new Map<Reader, Total>();
  let took = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    if (round > 0 && start + took > until) break;
    for (const reader of round % 2 === 0 ? READERS : READERS.toReversed()) {
      const reading = await reader.read(folder, papers);
      if (reading === undefined) continue;
      const before = totals.get(reader);
      const run = addRuns(before?.run ?? NO_RUN, reading.run);
      totals.set(reader, { run, rounds: (before?.rounds ?? 0) + 1, texts: reading.texts });
    }
    took = performance.now() - start;
  }
  return totals;
};

const scoreAll = (papers: readonly PeerPaper[], texts: readonly string[]): readonly PaperScore[] =>
  papers.map(({ score }, i) => score(texts[i] ?? ''));

const printWords = (papers: readonly PeerPaper[], scores: readonly PaperScore[]): void => {
  for (const [i, { words, right, missed, extra }] of scores.entries())
    console.log(`  ${papers[i]?.name} ${right}/${words}\n    missed ${missed.join(' ')}\n    extra ${extra.join(' ')}`);
};

const ratio = (a: number | undefined, b: number | undefined): string =>
  a === undefined || b === undefined ? 'not measured' : `${(a / b).toFixed(2)} x`;

const compare = async (
  name: string,
  papers: readonly PeerPaper[],
  rounds: number,
  until: number,
  wantsWords: boolean,
): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'ketluan-peers-'));
  try {
    mkdirSync(join(folder, 'papers'));
    for (const { name: paper, pdf } of papers) writeFileSync(join(folder, 'papers', `${paper}.pdf`), pdf);
    const totals = await readInTurn(folder, papers, rounds, until);
    const pages = papers.reduce((sum, { pngs }) => sum + pngs.length, 0);
    console.log(`ocr-peers: ${name}: ${papers.length} papers, ${pages} pages`);
    for (const reader of READERS) {
      const total = totals.get(reader);
      if (total === undefined) {
        console.log(`ocr-peers:   ${reader.name}: not installed, or no /usr/bin/time`);
        continue;
      }
      const scores = scoreAll(papers, total.texts);
      const words = scores.reduce((sum, one) => sum + one.words, 0);
      const share = (part: (score: PaperScore) => number) =>
        `${((100 * scores.reduce((sum, one) => sum + part(one), 0)) / words).toFixed(2)} %`;
      const read = pages * total.rounds;
      console.log(
        `ocr-peers:   ${reader.name}: ${(read / total.run.seconds).toFixed(2)} pages/s, ` +
          `${(total.run.cpuSeconds / read).toFixed(2)} CPU s a page, largest process ${total.run.peakMb} MB, ` +
          `words right ${share((one) => one.right)}, extra ${share((one) => one.extra.length)} (${total.rounds} x)`,
      );
      if (wantsWords) printWords(papers, scores);
    }
    const each = READERS.map((reader) => {
      const total = totals.get(reader);
      return total === undefined
        ? undefined
        : { cpu: total.run.cpuSeconds / total.rounds, wall: total.run.seconds / total.rounds };
    });
    const [one, two, nativeOne, nativeTwo, native, ocrmypdf] = each;
    console.log(
      `ocr-peers:   CPU: one job / tesseract ${ratio(one?.cpu, native?.cpu)}, over the installed one / tesseract ${ratio(nativeOne?.cpu, native?.cpu)}; ` +
        `two jobs / ocrmypdf ${ratio(two?.cpu, ocrmypdf?.cpu)}, over the installed one ${ratio(nativeTwo?.cpu, ocrmypdf?.cpu)}\n` +
        `ocr-peers:   wall: two jobs / ocrmypdf ${ratio(two?.wall, ocrmypdf?.wall)}, over the installed one ${ratio(nativeTwo?.wall, ocrmypdf?.wall)}; ` +
        `one job / two ${ratio(one?.wall, two?.wall)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * Ours, ours over an installed Tesseract, that Tesseract alone and ocrmypdf, in turn in one run, over made scans (fixtures) and
 * real ones (../shared), each from a cold start to the end: pages a second, CPU seconds a page, memory, words, and ratios. A
 * peer that is missing is told (Debian: tesseract-ocr-vie, ocrmypdf). No longer than MINUTES on a quiet machine of two cores.
 * `node dist/bench/ocr-peers.js real --words --rounds 2`: one set, the words that each reader missed, read twice.
 */
export const benchOcrPeers = async (args: readonly string[]): Promise<void> => {
  const until = performance.now() + MINUTES * 60_000;
  const rounds = Number(args[args.indexOf('--rounds') + 1]);
  const sets = { real: loadRealPapers, made: loadMadePapers };
  for (const [name, load] of Object.entries(sets)) {
    if (args.some((arg) => arg in sets) && !args.includes(name)) continue;
    const papers = await load();
    if (papers.length === 0) console.log(`ocr-peers: ${name}: no papers here (made: a checkout; real: ../shared)`);
    else await compare(name, papers, Number.isInteger(rounds) ? rounds : 2, until, args.includes('--words'));
  }
};

if (process.argv[1]?.endsWith('ocr-peers.js')) await benchOcrPeers(process.argv.slice(2));
