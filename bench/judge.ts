import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { encodeTcvn3, encodeVni } from '../fixtures/make/paper/legacy-text.js';
import { makeNoisy, makeRandom, stripMarks } from '../models/make-noise.js';
import { readCorpus, readPairs } from '../models/read-corpus.js';
import { PACKAGE_ROOT } from '../pipeline/base/package-root.js';
import { judgeText } from '../pipeline/quality/judge-text.js';
import type { TextQuality } from '../schemas/stages.js';

const PAGE = 1800;
const PAGES = 400;

/** Pages of running text, each of lines that follow each other in the corpus. */
const takePages = (lines: readonly string[]): string[] => {
  const pages: string[] = [];
  let page = '';
  for (const line of lines) {
    page += `${line}\n`;
    if (page.length < PAGE) continue;
    pages.push(page);
    page = '';
  }
  const step = Math.max(1, Math.floor(pages.length / PAGES));
  return pages.filter((_page, at) => at % step === 0).slice(0, PAGES);
};

/** Fonts number the letters of ASCII 29 below their codes; the others lie far off. */
const ASCII_SHIFT = 29;

/** Glyph numbers in place of letters, as a subset font without a map gives them: "TỈNH" → "7ӌ1+". Other fonts of the page stay right. */
const shiftGlyphs = (text: string, random: () => number): string =>
  text.replace(/\p{L}+/gu, (word) => {
    if (random() < 0.3) return word;
    return word.replace(/./gu, (letter) => {
      const code = letter.charCodeAt(0);
      return String.fromCharCode(code < 0x80 ? code - ASCII_SHIFT : 0x0400 + (code % 0xff));
    });
  });

/**
 * How often a page's kind is told rightly: pages of official papers as they are, and the same pages mangled as Tesseract
 * `eng` does, stripped of marks, in TCVN3, in VNI, with shifted glyph codes. Needs ../shared/lm.
 */
export const benchJudge = (): void => {
  const lm = join(PACKAGE_ROOT, '..', 'shared', 'lm');
  if (!existsSync(lm)) {
    console.log(`judge: ${lm} is not there, nothing measured`);
    return;
  }
  const pages = takePages(readCorpus(join(lm, 'admin.txt.gz')));
  const pairs = readPairs(join(lm, 'channel-pairs.tsv.gz'));
  const random = makeRandom(7);
  const kinds: readonly (readonly [string, TextQuality, (page: string) => string])[] = [
    ['papers and laws', 'good', (page) => page],
    ['misread by Tesseract eng', 'mangled', (page) => makeNoisy(page, pairs, random).noisy],
    ['without marks', 'mangled', stripMarks],
    ['TCVN3', 'tcvn3', encodeTcvn3],
    ['VNI', 'vni', encodeVni],
    ['shifted glyph codes', 'shifted', (page) => shiftGlyphs(page, random)],
  ];
  for (const [name, expected, damage] of kinds) {
    const wrong = new Map<TextQuality, number>();
    for (const page of pages) {
      const { quality } = judgeText(damage(page).normalize('NFC'));
      if (quality !== expected) wrong.set(quality, (wrong.get(quality) ?? 0) + 1);
    }
    const misses = [...wrong.values()].reduce((sum, count) => sum + count, 0);
    const taken = [...wrong].map(([quality, count]) => `${count} as ${quality}`).join(', ');
    console.log(
      `judge: ${name}: ${((100 * (pages.length - misses)) / pages.length).toFixed(2)} % of ${pages.length} pages${taken === '' ? '' : `; ${taken}`}`,
    );
  }
};

if (process.argv[1]?.endsWith('judge.js')) benchJudge();
