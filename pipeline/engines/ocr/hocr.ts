import type { TesseractPage } from './ocr-words.js';

type Line = NonNullable<TesseractPage['blocks']>[number]['paragraphs'][number]['lines'][number];
type Corners = Line['bbox'];

/** What opens a block, a paragraph, a line or a word in Tesseract's hOCR; its title holds the figures. */
const ELEMENT =
  /<(?:div|p|span) class='(?<kind>ocr_carea|ocr_par|ocr_line|ocr_header|ocr_textfloat|ocr_caption|ocrx_word)'[^>]{0,200}? title=(?<quote>["'])(?<title>[^"']{0,300})\k<quote>[^>]{0,40}>/gu;
const BOX = /bbox (?<x0>\d{1,6}) (?<y0>\d{1,6}) (?<x1>\d{1,6}) (?<y1>\d{1,6})/u;
const BASE_LINE = /baseline (?<slope>-?[\d.]{1,20}) (?<offset>-?[\d.]{1,20})/u;
const ROW_HEIGHT = /x_size (?<size>[\d.]{1,20})/u;
const CONFIDENCE = /x_wconf (?<value>\d{1,3})/u;

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
const toText = (html: string): string =>
  html.replace(/<[^<>]{0,40}>/gu, '').replace(/&(amp|lt|gt|quot|#39);/gu, (_, name: string) => ENTITIES[name] ?? '');

const readBox = (title: string): Corners => {
  const { x0 = 0, y0 = 0, x1 = 0, y1 = 0 } = BOX.exec(title)?.groups ?? {};
  return { x0: Number(x0), y0: Number(y0), x1: Number(x1), y1: Number(y1) };
};

/** The base line is told from the lower left corner of the line's box: slope, and height above it. */
const readBaseLine = (title: string, { x0, y1, x1 }: Corners): Corners => {
  const { slope = 0, offset = 0 } = BASE_LINE.exec(title)?.groups ?? {};
  const left = y1 + Number(offset);
  return { x0, y0: left, x1, y1: left + Number(slope) * (x1 - x0) };
};

interface OpenLine extends Line {
  readonly words: Line['words'][number][];
}

const openLine = (title: string): OpenLine => {
  const bbox = readBox(title);
  const size = ROW_HEIGHT.exec(title)?.groups?.size;
  const rowAttributes = size === undefined ? {} : { rowAttributes: { rowHeight: Number(size) } };
  return { words: [], bbox, baseline: readBaseLine(title, bbox), ...rowAttributes };
};

/**
 * The page that Tesseract's command line prints as hOCR, in the shape of tesseract.js.
 * Source: hOCR 1.2; `TessBaseAPI::GetHOCRText` for the meaning of the figures.
 */
export const readHocr = (html: string): TesseractPage => {
  const blocks: { readonly paragraphs: { readonly lines: OpenLine[] }[] }[] = [];
  for (const match of html.matchAll(ELEMENT)) {
    const { kind, title = '' } = match.groups ?? {};
    if (kind === 'ocr_carea') blocks.push({ paragraphs: [] });
    else if (kind === 'ocr_par') blocks.at(-1)?.paragraphs.push({ lines: [] });
    else if (kind !== 'ocrx_word') blocks.at(-1)?.paragraphs.at(-1)?.lines.push(openLine(title));
    else {
      const start = match.index + match[0].length;
      const text = toText(html.slice(start, html.indexOf('</span>', start)));
      const confidence = Number(CONFIDENCE.exec(title)?.groups?.value ?? 0);
      blocks
        .at(-1)
        ?.paragraphs.at(-1)
        ?.lines.at(-1)
        ?.words.push({ text, bbox: readBox(title), confidence });
    }
  }
  return { blocks };
};

/** The hOCR of several images, one entry each. */
export const splitHocr = (html: string): readonly string[] => html.split(/(?=<div class='ocr_page')/u).slice(1);
