import { readdirSync, readFileSync } from 'node:fs';
import { abstractList, escapeXml, list, makeDocx, p } from '../fixtures/make/word/docx.js';
import { packageFile } from '../pipeline/base/package-root.js';

/** Characters of a printed page of a conclusion. */
const PAGE = 2200;

const LATENT = Array.from(
  { length: 376 },
  (_, i) => `<w:lsdException w:name="style ${i}" w:semiHidden="1" w:uiPriority="99" w:unhideWhenUsed="1"/>`,
).join('');

/** As many styles and lists as Word itself writes into a file that grew over some years. */
const STYLES = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults><w:latentStyles w:defLockedState="0" w:count="376">${LATENT}</w:latentStyles><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${Array.from(
  { length: 60 },
  (_, i) =>
    `<w:style w:type="paragraph" w:styleId="S${i}"><w:name w:val="Style ${i}"/><w:basedOn w:val="${i === 0 ? 'Normal' : `S${i - 1}`}"/><w:pPr><w:spacing w:before="60" w:after="60"/><w:ind w:firstLine="720"/><w:jc w:val="both"/></w:pPr><w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>`,
).join('')}`;
const LEVELS = Array.from({ length: 9 }, (_, i) => ({ format: 'decimal', text: `%${i + 1}.` }));
const NUMBERING = [
  ...Array.from({ length: 20 }, (_, i) => abstractList(i, LEVELS)),
  ...Array.from({ length: 20 }, (_, i) => list(i + 1, i)),
].join('');

const LOOK = '<w:spacing w:before="120" w:after="120"/><w:ind w:firstLine="720"/><w:jc w:val="both"/>';
const RUN =
  '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>';

/** A paragraph as Word writes it: cut into runs where somebody typed, with the marks of each saving. */
const typed = (line: string, at: number): string => {
  const pieces = line.match(/.{1,90}/gsu) ?? [];
  const runs = pieces.map(
    (piece) => `<w:r w:rsidRPr="00${at}A7B3E">${RUN}<w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`,
  );
  return `<w:p w:rsidR="00A77B3E" w:rsidRDefault="00C12345" w:rsidP="00${at}F"><w:pPr>${LOOK}${RUN}</w:pPr>${runs.join('<w:proofErr w:type="spellStart"/>')}</w:p>`;
};

/** Texts of about `pages` pages, made of the papers of the fixtures; each is another by its number and days. */
const makeText = (texts: readonly string[], index: number, pages: number): string => {
  const text = texts[index % texts.length] ?? '';
  const round = Math.floor(index / texts.length);
  const lines = text
    .replace(/(Số[:\s]{0,3})\d+/u, `$1${100 + index}`)
    .replace(/(?<!\d)(\d{1,2})(\/\d{1,2}\/20\d\d)/gu, (_, day, rest) => `${1 + ((Number(day) + round) % 27)}${rest}`)
    .replaceAll('\f', '\n')
    .split('\n');
  const middle = Math.floor(lines.length / 2);
  const long = lines.slice(0, middle);
  // The middle of the paper over and over, before its signature, until it is as long as asked.
  for (let size = text.length; size < pages * PAGE; )
    for (const line of lines.slice(Math.floor(middle / 2), middle)) {
      if (size >= pages * PAGE) break;
      long.push(line);
      size += line.length + 1;
    }
  // No two have the same bytes, also where neither number nor day was found.
  return [...long, ...lines.slice(middle), `Bản ${index}`].join('\n');
};

/** Makes a paper of so many pages as Word writes it. */
export const makeWordPaper = (index: number, pages: number): Uint8Array => {
  const slugs = readdirSync(packageFile('fixtures', 'documents'));
  const texts = slugs.map((slug) => readFileSync(packageFile('fixtures', 'documents', slug, 'text.txt'), 'utf8'));
  const lines = makeText(texts, index, pages).split('\n');
  const theme = { major: 'Calibri Light', minor: 'Calibri' };
  const body = lines.map((line, at) => (line.trim() === '' ? p('') : typed(line, at))).join('');
  return makeDocx({ body, styles: STYLES, numbering: NUMBERING, theme, pages });
};
