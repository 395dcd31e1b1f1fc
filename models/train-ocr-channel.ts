import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { withPaper } from '../fixtures/make/paper/browser.js';
import { type Wear, wearPage } from '../fixtures/make/paper/degrade.js';
import { toG4Tiff, toJpeg } from '../fixtures/make/paper/files.js';
import { escapeHtml } from '../fixtures/make/paper/page-blocks.js';
import { PAGE_STYLE } from '../fixtures/make/paper/page-style.js';
import { canonicalTones } from '../language/writing/tone-place.js';
import { packageFile } from '../pipeline/base/package-root.js';
import { createTesseractOcr } from '../pipeline/engines/ocr/tesseract-ocr.js';
import type { ChannelCounts } from '../pipeline/repair/channel.js';
import { alignWords } from './compare-texts.js';
import type { ChannelPair } from './read-corpus.js';
import { trainChannel } from './train-channel.js';

const PAGES = 30;
/** Letters that a page of running text holds. */
const PAGE_LENGTH = 2300;
const PRINT_DPI = 300;
/** An operation expected fewer times than this is chance. */
const LEAST_EXPECTED = 0.5;
/** Sizes and faces of office papers, page by page. */
const FACES = ['14pt', '13pt', '14pt; font-style: italic', '13.5pt', '14pt; font-weight: bold', '12pt'] as const;

/** Lines of plain Vietnamese prose, evenly taken from the whole text, in pages. */
const choosePages = (text: string): string[][] => {
  const isProse = (line: string): boolean => {
    const marked = line.match(/[ăâđêôơưạ-ỹ]/giu)?.length ?? 0;
    return line.length > 120 && line.length < 700 && marked > 0.15 * line.length && !/https?:|[{}<>|\\_=]/u.test(line);
  };
  const prose = text.normalize('NFC').split('\n').filter(isProse);
  const step = Math.max(1, Math.floor(prose.length / (PAGES * 12)));
  const pages: string[][] = [[]];
  let length = 0;
  for (let i = 0; i < prose.length; i += step) {
    const line = prose[i] ?? '';
    if (length + line.length > PAGE_LENGTH) {
      if (pages.length === PAGES) break;
      pages.push([]);
      length = 0;
    }
    pages.at(-1)?.push(line);
    length += line.length + 40;
  }
  return pages;
};

const renderHtml = (pages: readonly (readonly string[])[]): string => {
  const sections = pages.map((lines, i) => {
    const paragraphs = lines.map((line) => `<p class="paragraph">${escapeHtml(line)}</p>`).join('');
    return `<section class="page" style="font-size: ${FACES[i % FACES.length]}"><div class="body">${paragraphs}</div></section>`;
  });
  return `<!doctype html><html lang="vi"><meta charset="utf-8">${PAGE_STYLE}<body class="party" style="line-height: 1.25">${sections.join('')}
<script>const only = Number(location.hash.slice(1));
if (only > 0) document.querySelectorAll('.page').forEach((page, i) => { page.style.display = i + 1 === only ? 'block' : 'none'; });</script>`;
};

const toWords = (text: string): string[] =>
  text
    .split(/\s+/u)
    .map((word) => word.normalize('NFC').replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, ''))
    .filter((word) => word !== '');

/** Words that were misread, with what was read: only these tell how the engine errs when it does. */
const findMisread = (truth: readonly string[], found: readonly string[]): ChannelPair[] =>
  alignWords(truth.map(canonicalTones), found.map(canonicalTones)).flatMap(([i, j]) => {
    const clean = truth[i] ?? '';
    const noisy = found[j] ?? '';
    const isUsable = /^\p{L}+$/u.test(clean) && /^[\p{L}\d]+$/u.test(noisy);
    return isUsable && canonicalTones(clean) !== canonicalTones(noisy) ? [{ clean, noisy }] : [];
  });

const readMisread = async (pages: readonly (readonly string[])[]): Promise<ChannelPair[]> => {
  const pngs = withPaper(renderHtml(pages), 'training pages', (paper) =>
    pages.map((_, i) => paper.photograph(i + 1, PRINT_DPI)),
  );
  const ocr = createTesseractOcr();
  const pairs: ChannelPair[] = [];
  try {
    for (const [i, png] of pngs.entries()) {
      // Bad photocopies err most and teach most; the other wears take turns.
      const wears: readonly Wear[] = ['photocopy', i % 2 === 0 ? 'bilevel' : 'office-scan'];
      for (const wear of wears) {
        const worn = await wearPage(png, wear, 9000 + i);
        const image = await (wear === 'office-scan' ? toJpeg(worn) : toG4Tiff([worn]));
        const { words } = await ocr.read(image, new AbortController().signal);
        const found = words.flatMap(({ text }) => toWords(text));
        pairs.push(...findMisread(toWords(pages[i]?.join('\n') ?? ''), found));
      }
    }
  } finally {
    await ocr.close();
  }
  return pairs;
};

const print = (rows: readonly (readonly (string | number)[])[]): string =>
  rows
    .map((row) => `    [${row.map((cell) => (typeof cell === 'string' ? `'${cell}'` : cell)).join(', ')}],`)
    .join('\n');

const printCounts = ({ operations, occurrences }: ChannelCounts): string => {
  const kept = operations.filter(([, , count]) => count >= LEAST_EXPECTED);
  const parts = occurrences
    .filter(([part]) => part.length < 2 || kept.some(([clean]) => clean === part))
    .map(([part, count]) => [part, Math.round(count * 10) / 10] as const);
  return `import type { ChannelCounts } from './channel.js';

/** Letters of misread words and what our OCR made of them. Written by models/train-ocr-channel.ts; do not edit. */
export const OCR_MISREADINGS: ChannelCounts = {
  operations: [
${print(kept)}
  ],
  occurrences: [
${print(parts)}
  ],
};
`;
};

/**
 * Measures how our own OCR misreads words: prints pages of training text, wears them, reads them and learns from the
 * words that came out wrong. Writes `pipeline/repair/ocr-misreadings.ts`, or another file where one is given. Needs
 * Debian's chromium and fonts-croscore. `node dist/models/train-ocr-channel.js ../shared/lm/admin.txt.gz`
 */
export const trainOcrChannel = async (textPath: string, outPath: string): Promise<void> => {
  const text = gunzipSync(readFileSync(textPath)).toString('utf8');
  const pairs = await readMisread(choosePages(text));
  writeFileSync(outPath, printCounts(trainChannel(pairs)));
  console.log(`${pairs.length} misread words → ${outPath}`);
};

const [, script = '', textPath = '', outPath = packageFile('pipeline', 'repair', 'ocr-misreadings.ts')] = process.argv;
if (script.endsWith('train-ocr-channel.js')) await trainOcrChannel(textPath, outPath);
