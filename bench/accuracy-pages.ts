import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FixtureDocument, readFixtureDocuments } from '../fixtures/make/gold.js';
import { withPaper } from '../fixtures/make/paper/browser.js';
import { type Wear, wearPage } from '../fixtures/make/paper/degrade.js';
import { toG4Tiff, toJpeg } from '../fixtures/make/paper/files.js';
import { renderPagesHtml } from '../fixtures/make/paper/page-html.js';
import { packageFile } from '../pipeline/base/package-root.js';

/** How the pages are worn: by letter, as in TECH.md. b: office scan, f: bilevel G4, c: bad photocopy. */
export const VARIANTS = { b: 'office-scan', f: 'bilevel', c: 'photocopy' } as const satisfies Record<string, Wear>;
export type Variant = keyof typeof VARIANTS;

/** A stretch of a page's true text. Stamps are aligned, so that they spoil nothing, but not counted. */
export interface TrueText {
  readonly text: string;
  readonly isCounted: boolean;
}

/** One page of a fixture: what is printed on it and its worn images, from the cache or made anew. */
export interface AccuracyPage {
  readonly slug: string;
  readonly number: number;
  readonly truth: readonly TrueText[];
  /** JPEG for b, TIFF with G4 for f and c. */
  readonly loadImage: (variant: Variant) => Uint8Array;
}

/** An arrival stamp and the panel of an e-signature are pressed on a page; they are no text of its writer. */
const STAMPS: ReadonlySet<string> = new Set(['stamp', 'esign']);
const PRINT_DPI = 300;

const readTruth = ({ text, layout }: FixtureDocument): TrueText[][] => {
  const lines = text.split('\n');
  const pages: TrueText[][] = [[]];
  for (const [from, to, kind] of layout.blocks) {
    if (kind === 'page') pages.push([]);
    pages.at(-1)?.push({ text: lines.slice(from - 1, to).join('\n'), isCounted: !STAMPS.has(kind) });
  }
  return pages;
};

const extensionOf = (variant: Variant): string => (variant === 'b' ? 'jpg' : 'tif');

/** Paths of a document's page images; a change of text or layout gives other names. */
const pathOf = (html: string, slug: string, page: number, variant: Variant): string => {
  const key = createHash('sha256').update(html).digest('hex').slice(0, 8);
  return packageFile('.cache', 'ocr-accuracy', `${slug}-${key}-${page}-${variant}.${extensionOf(variant)}`);
};

/** Renders and wears the pages of a document that the cache lacks. Needs Debian's chromium and fonts-croscore. */
const makeImages = async (document: FixtureDocument): Promise<void> => {
  const { html, pageCount } = renderPagesHtml(document);
  const numbers = Array.from({ length: pageCount }, (_, i) => i + 1);
  const isComplete = numbers.every((page) =>
    (['b', 'f', 'c'] as const).every((variant) => existsSync(pathOf(html, document.slug, page, variant))),
  );
  if (isComplete) return;
  mkdirSync(join(packageFile('.cache', 'ocr-accuracy')), { recursive: true });
  const pngs = withPaper(html, document.slug, (paper) => numbers.map((page) => paper.photograph(page, PRINT_DPI)));
  for (const [i, png] of pngs.entries())
    for (const variant of ['b', 'f', 'c'] as const) {
      const worn = await wearPage(png, VARIANTS[variant], 1000 + i);
      const bytes = await (variant === 'b' ? toJpeg(worn) : toG4Tiff([worn]));
      writeFileSync(pathOf(html, document.slug, i + 1, variant), bytes);
    }
};

/** One document's pages, in order. */
export interface AccuracyDocument {
  readonly slug: string;
  /** Settings are chosen on one half of the documents and reported on the other. */
  readonly half: 'tuned' | 'unseen';
  readonly pages: readonly AccuracyPage[];
}

/**
 * The fixtures' pages with their true text, rendered and worn once and kept under `.cache/ocr-accuracy`. Every second
 * document by slug belongs to the half on which nothing was tuned.
 */
export const prepareAccuracyDocuments = async (slugs: readonly string[]): Promise<readonly AccuracyDocument[]> => {
  const documents: AccuracyDocument[] = [];
  for (const [index, document] of readFixtureDocuments().entries()) {
    const { slug } = document;
    if (slugs.length > 0 && !slugs.some((wanted) => slug.includes(wanted))) continue;
    await makeImages(document);
    const { html } = renderPagesHtml(document);
    const pages = readTruth(document).map((truth, i) => ({
      slug,
      number: i + 1,
      truth,
      loadImage: (variant: Variant) => readFileSync(pathOf(html, slug, i + 1, variant)),
    }));
    documents.push({ slug, half: index % 2 === 0 ? 'tuned' : 'unseen', pages });
  }
  return documents;
};
