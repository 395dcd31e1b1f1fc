import type { PageSource, TextQuality } from '../../schemas/stages.js';
import type { PdfPage } from '../engines/pdf/pdf.js';
import { hasBlankHeaderField, judgeText, type TextScores } from '../quality/judge-text.js';

type Choice = Pick<PageSource, 'trust' | 'reason' | 'quality' | 'readHeaderImage' | 'mayBearStamp'>;

/** An image over more than this share of a page is a scan of it; logos, seals and charts stay below. */
const SCAN_COVERAGE = 0.6;
/** An e-signature panel or a page stamp over a scan has fewer letters than this; a page of text has many more. */
const OVERLAY_LETTERS = 300;
/** A page in English has next to no letters beyond ASCII; 8-bit codes read wrongly have many. */
const ASCII_SHARE = 0.97;

const asciiShare = (text: string): number => {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.length === 0 ? 1 : letters.filter((letter) => letter <= 'z').length / letters.length;
};

const chooseImage = (quality: TextQuality, reason: string): Choice => ({
  trust: 'image',
  reason,
  quality,
  readHeaderImage: false,
});

const chooseLayer = (quality: TextQuality, reason: string, readHeaderImage = false): Choice => ({
  trust: 'text-layer',
  reason,
  quality,
  readHeaderImage,
});

const chooseGood = (page: PdfPage, scores: TextScores): Choice => {
  const isScan = (page.drawing?.coverage ?? 0) > SCAN_COVERAGE;
  const isOcrLayer = page.drawing?.hasOnlyInvisibleText === true;
  if (isScan && !isOcrLayer && scores.letters < OVERLAY_LETTERS) return chooseImage('good', 'scan-with-overlay');
  if (hasBlankHeaderField(page.text)) return chooseLayer('good', 'header-blank', true);
  return chooseLayer('good', isScan && isOcrLayer ? 'good-ocr-layer' : 'good');
};

const chooseByQuality = (page: PdfPage): Choice => {
  const { quality, scores } = judgeText(page.text, page.fontNames);
  const isScan = (page.drawing?.coverage ?? 0) > SCAN_COVERAGE;
  switch (quality) {
    case 'good':
      return chooseGood(page, scores);
    case 'empty':
      return scores.letters > 0 && !isScan ? chooseLayer(quality, 'short') : chooseImage(quality, 'image-only');
    case 'tcvn3':
    case 'vni':
      return isScan ? chooseImage(quality, quality) : chooseLayer(quality, quality);
    case 'foreign':
      return !isScan && asciiShare(page.text) > ASCII_SHARE
        ? chooseLayer(quality, 'foreign-language')
        : chooseImage(quality, quality);
    case 'mangled':
    case 'shifted':
    case 'shredded':
      return chooseImage(quality, quality);
  }
};

/**
 * Which of text layer and image to trust for one page of a PDF, and why. A good layer is never thrown away; a bad one
 * gives way to the image, for every PDF page can be drawn; TCVN3 and VNI are converted, exactly, by repair.
 */
export const chooseSource = (page: PdfPage): Choice => {
  const choice = chooseByQuality(page);
  const mayBearStamp = choice.trust === 'text-layer' && page.drawing?.mayShowStamp === true;
  return mayBearStamp ? { ...choice, mayBearStamp } : choice;
};

const DAMAGED: ReadonlySet<TextQuality> = new Set(['mangled', 'shifted', 'shredded']);

/**
 * Too short a layer to be judged by itself is judged by its neighbours: where another page of the file was mangled or
 * shifted, its image is read as well.
 */
export const doubtShortLayers = (pages: readonly PageSource[]): readonly PageSource[] => {
  const isDoubtful = pages.some(({ quality }) => DAMAGED.has(quality));
  if (!isDoubtful) return pages;
  return pages.map((page) => (page.reason === 'short' ? { ...page, trust: 'image', reason: 'short-doubtful' } : page));
};
