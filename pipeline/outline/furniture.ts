import { AUTHORITY_BODY_START, BODY_START } from '../../language/lexicon/committees.js';
import { POSITION_START } from '../../language/lexicon/office-titles.js';
import { readTitleType } from '../../language/lexicon/title-types.js';
import { isCapitals } from '../../language/writing/capitals.js';
import { findRowNumbers } from './listed-table.js';
import { dropLines, type PrintedLine } from './printed-lines.js';
import { findLoneNumbers } from './table-columns.js';

/** What stood between the lines of the text, each kind kept for itself, and the lines that remain. */
export interface WithoutFurniture {
  readonly lines: readonly PrintedLine[];
  /** One array for each arrival stamp. — dấu công văn đến */
  readonly stamps: readonly (readonly PrintedLine[])[];
  readonly footnotes: readonly PrintedLine[];
  readonly furniture: readonly PrintedLine[];
}

// "2", "- 2 -", "2/5", "Trang 2", "Page 2 of 5", "--- PAGE BREAK ---"
const PAGE_NUMBER = /^[-–—=_*\s]*(?:(?:trang|page)\s*)?(\d{1,3})(?:\s*(?:\/|of|tren)\s*\d{1,3})?[-–—=_*\s]*$/u;
const PAGE_BREAK = /^[-=_*\s[(]{2,}(?:page break|ngat trang|het trang(?: \d+)?|(?:trang|page)\s*\d+)[-=_*\s\])]*$/u;
// "07.BCKQ3.DOC 2", "MAYCHU02.DOC 7", "D:\VANBAN\KL-2019.docx"; OCR tears the page number or misreads it: "DOC 1 0", "DOC §".
const FILE_CODE =
  /^(?:\d{1,3}\s+)?[^\s\p{L}\d]*[\p{L}\d]\S*\.(?:docx?|odt|rtf|pdf)[.,]?(?:\s+(?:\d{1,4}|[^\s\p{L}\d]{1,2}|\p{L}\)?)){0,3}$/u;
// "________", "-----", "* * *", "—— o0o ——", "| --- | --- |"
const RULE = /^(?:\||(?:[-–—_=*.~|\s]|o0o|0o0|ooo){2,})$/u;

/** True for a printed rule or a row of dashes, dots or stars. */
export const isRule = (line: PrintedLine): boolean => RULE.test(line.folded);

const isPageBreak = (line: PrintedLine): boolean => PAGE_BREAK.test(line.folded) || FILE_CODE.test(line.folded);

/** A page number stands at a page's edge or set off, or follows the last one; a figure in mid-text does neither. */
const readPageNumber = (line: PrintedLine, next: PrintedLine | undefined, last: number): number | undefined => {
  const number = PAGE_NUMBER.exec(line.folded)?.[1];
  if (number === undefined) return undefined;
  const isSetOff = line.pageStart || line.blankBefore || next === undefined || next.pageStart || next.blankBefore;
  const isNamed = line.text !== number;
  return isSetOff || isNamed || Number(number) === last + 1 ? Number(number) : undefined;
};

// Labels of an e-signature panel, and the time stamp or address that an unlabelled one ends in.
const PANEL_LABEL =
  /^(?:(?:duoc |da )?ky (?:so )?(?:boi|so)\b|nguoi ky\s*:|(?:ngay|thoi gian|gio) ky(?: so)?\s*:|digitally signed|signature (?:not )?(?:valid|verified)|signed by|email\s*:|e-?mail\s*:|co quan\s*:|to chuc\s*:|chuc vu\s*:|reason\s*:|location\s*:|date\s*:)/u;
const PANEL_MARK =
  /^(?:\S[^\s@]*@(?=\S+$)\S+\.\S+|\+\d{2}[:']\d{2}'?|(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}[./-]\d{1,2}[./-]\d{1,2})[ t,]+\d{1,2}:\d{2}(?::\d{2})?(?:\s*\+\d{2}[:']\d{2}'?)?)$/u;
// A panel never swallows the header itself.
const HEADER_WORD = /^(?:cong hoa|doc lap|dang cong san|so\b|\*)/u;
const startsHeader = ({ folded, text }: PrintedLine): boolean =>
  HEADER_WORD.test(folded) || AUTHORITY_BODY_START.test(folded) || readTitleType(text) !== undefined;
const LABELS_AT_MOST = 6;

/** Lines of an e-signature panel around line `at`, or none. Only a label or a time stamp opens one. */
const findPanel = (lines: readonly PrintedLine[], at: number): readonly PrintedLine[] => {
  const here = lines[at];
  if (here === undefined) return [];
  if (PANEL_LABEL.test(here.folded) && /^(?!date|co quan|to chuc|chuc vu|email|reason|location)/u.test(here.folded)) {
    const panel = [here];
    for (const next of lines.slice(at + 1, at + LABELS_AT_MOST)) {
      // A value that ran over to the next line belongs to its label; the header does not.
      const runsOver = !next.blankBefore && next.text.length < 50 && !startsHeader(next) && at < 12;
      if (!PANEL_LABEL.test(next.folded) && !PANEL_MARK.test(next.folded) && !runsOver) break;
      panel.push(next);
    }
    return panel;
  }
  if (!PANEL_MARK.test(here.folded)) return [];
  // The unlabelled kind: a few short lines with a name above the address and the time.
  const panel = [here];
  for (let i = at - 1; i >= 0 && at - i <= 4; i--) {
    const above = lines[i];
    const below = lines[i + 1];
    const isBody = above !== undefined && AUTHORITY_BODY_START.test(above.folded) && isCapitals(above.text);
    // Below the signature the seal's own body begins the panel; at the head of a paper it is the issuer.
    if (above !== undefined && isBody && above.text.length <= 50 && isBelowOffice(lines, i)) return [above, ...panel];
    if (above === undefined || below?.blankBefore || above.text.length > 50 || startsHeader(above)) break;
    if (Math.abs(above.indent - here.indent) > 12) break;
    panel.unshift(above);
  }
  return panel;
};

/** Lines between the office over a signature and the seal below its name. */
const SEAL_WITHIN = 4;

/** "BÍ THƯ" + "Lò Văn Páo" + *"ĐẢNG ỦY XÃ …"*: the line stands right below a signature. */
const isBelowOffice = (lines: readonly PrintedLine[], at: number): boolean =>
  lines
    .slice(Math.max(0, at - SEAL_WITHIN), at)
    .some(({ folded, text }) => POSITION_START.test(folded) && isCapitals(text));

// "C.V ĐẾN", "CÔNG VĂN ĐẾN", "VĂN BẢN ĐẾN", "ĐẾN  Số: 12": capitals only, since the words occur in sentences.
const STAMP_ANCHOR = /^(?:c\s*(?:\.\s*)?v\s*(?:\.\s*)?|(?:cong van|van ban)\s*)?den(?![\p{L}\d])/u;
const STAMP_FIELD =
  /^(?:so|ngay|gio|chuyen|kinh chuyen|luu ho so(?: so)?|ky hieu(?: ho so)?|so va ky hieu ho so)\s*(?:[:.…]|$)/u;
// The office over the anchor, by its first words or for short: "VP …", "BAN …".
const STAMP_SHORT = /^(?:van phong|vp|so|ban|uy ban|phong|bo)(?![\p{L}])/u;
const STAMP_LINES_AT_MOST = 6;
// "Số 217": the dots of the form were lost. A longer line is one of the text: "Ngày 14/7/2025, Ban Thường vụ họp …".
const STAMP_VALUE = /^(?:so|ngay|gio)\s*\d/u;
const LONGEST_STAMP_VALUE = 24;
// "Số gác": the dots of the form, or what is written over them, read as letters.
const STAMP_DIRT = /^(?:so|ngay|gio)\s\S{1,6}$/u;
const isStampField = ({ folded, text }: PrintedLine): boolean =>
  STAMP_FIELD.test(folded) ||
  STAMP_DIRT.test(folded) ||
  (text.length <= LONGEST_STAMP_VALUE && STAMP_VALUE.test(folded));

/** The head of an anchor, such as `CV ĐẾN`, is in capitals; what follows on its line is not looked at. */
const isStampAnchor = (line: PrintedLine, next: PrintedLine | undefined, above: PrintedLine | undefined): boolean => {
  const head = STAMP_ANCHOR.exec(line.folded)?.[0];
  if (head === undefined || !isCapitals(line.text.slice(0, head.length))) return false;
  const rest = line.folded.slice(head.length).replace(/^[\s:.]+/u, '');
  if (STAMP_FIELD.test(rest)) return true;
  if (rest !== '') return false;
  // Of a stamp over print its office and head may be all that was read, set off from the text.
  const isSetOff = (next === undefined || next.blankBefore || next.pageStart) && above?.blankBefore === true;
  const isOffice = above !== undefined && isCapitals(above.text) && STAMP_SHORT.test(above.folded);
  return (next !== undefined && isStampField(next)) || (isSetOff && isOffice);
};

/** Indexes of the lines of the arrival stamp whose anchor is line `at`. */
const readStamp = (lines: readonly PrintedLine[], at: number): { from: number; to: number } => {
  const above = lines[at - 1];
  const isOffice =
    above !== undefined &&
    lines[at]?.blankBefore === false &&
    isCapitals(above.text) &&
    above.text.length < 80 &&
    (STAMP_SHORT.test(above.folded) || BODY_START.test(above.folded));
  let to = at + 1;
  for (
    let line = lines[to];
    line !== undefined && to - at < STAMP_LINES_AT_MOST && isStampField(line);
    line = lines[to]
  )
    to++;
  return { from: isOffice ? at - 1 : at, to };
};

const FOOTNOTE_MARK = /^(?:[¹²³⁴-⁹⁰]+|\[\d{1,2}\])\s*\S/u;
// A plain digit is a footnote only below a rule at the foot of a page: "1 Toàn tỉnh có 12 xã".
const PLAIN_FOOTNOTE = /^\(?\d{1,2}\)?\s+\p{L}/u;
const ENDS_SENTENCE = /[.;:!?…”"')\]]$/u;

/**
 * Index after the footnote that begins at `at`: its wrapped lines go with it, up to an empty line, the page's end, or a
 * short line that ends a sentence.
 */
const endOfFootnote = (lines: readonly PrintedLine[], at: number): number => {
  const width = lines[at]?.text.length ?? 0;
  let end = at + 1;
  for (; end < lines.length && width < LONGEST_PRINTED_LINE; end++) {
    const line = lines[end];
    const last = lines[end - 1];
    if (line === undefined || last === undefined || line.blankBefore || line.pageStart) break;
    if (last.text.length < width * 0.8 || FOOTNOTE_MARK.test(line.text)) break;
    if (ENDS_SENTENCE.test(last.text) && line.indent > last.indent + 2) break;
  }
  return end;
};
// A longer line holds a whole paragraph.
const LONGEST_PRINTED_LINE = 140;

/**
 * Takes page numbers, file codes, e-signature panels, footnotes and arrival stamps out of the lines.
 * Runs before anything else is read, so that an item cut by a page break is whole again.
 */
export const removeFurniture = (lines: readonly PrintedLine[]): WithoutFurniture => {
  const stamps: (readonly PrintedLine[])[] = [];
  const footnotes: PrintedLine[] = [];
  const furniture: PrintedLine[] = [];
  const dropped = new Set<PrintedLine>();
  const pageBreaks = new Set<PrintedLine>();
  const rowNumbers = new Set([...findRowNumbers(lines), ...findLoneNumbers(lines)]);
  let lastPage = 1;
  const drop = (into: PrintedLine[], some: readonly PrintedLine[]): void => {
    for (const line of some) {
      if (!dropped.has(line)) into.push(line);
      dropped.add(line);
    }
  };
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (line === undefined || dropped.has(line) || rowNumbers.has(line)) continue;
    const pageNumber = readPageNumber(line, lines[at + 1], lastPage);
    if (pageNumber !== undefined || isPageBreak(line)) {
      lastPage = pageNumber ?? lastPage;
      pageBreaks.add(line);
      drop(furniture, [line]);
    } else if (isStampAnchor(line, lines[at + 1], lines[at - 1])) {
      const { from, to } = readStamp(lines, at);
      const stamp: PrintedLine[] = [];
      drop(stamp, lines.slice(from, to));
      stamps.push(stamp);
    } else if (FOOTNOTE_MARK.test(line.text)) drop(footnotes, lines.slice(at, endOfFootnote(lines, at)));
    else if (isReferredFootnote(lines, at) || cutsSentence(lines, at))
      drop(footnotes, lines.slice(at, endOfPage(lines, at + 1)));
    else if (isRule(line) && isFootnoteRule(lines, at)) {
      drop(furniture, [line]);
      drop(footnotes, lines.slice(at + 1, endOfPage(lines, at + 1)));
    } else drop(furniture, findPanel(lines, at));
  }
  return { lines: dropLines(lines, dropped, pageBreaks), stamps, footnotes, furniture };
};

const endOfPage = (lines: readonly PrintedLine[], at: number): number => {
  let end = at;
  while (end < lines.length && !lines[end]?.pageStart) end++;
  return end;
};

const FOOT_OF_PAGE = 12;
const LINES_OF_PAGE = 70;

/**
 * "1 Theo kết quả …" low on a page whose text refers to it, "đạt chuẩn1": a text layer holds neither the rule above a
 * footnote nor the raised figure.
 */
const isReferredFootnote = (lines: readonly PrintedLine[], at: number): boolean => {
  const mark = /^(\d{1,2})\s+\p{Lu}/u.exec(lines[at]?.text ?? '')?.[1];
  const end = mark === undefined ? lines.length : endOfPage(lines, at + 1);
  if (mark === undefined || end >= lines.length || end - at > FOOT_OF_PAGE) return false;
  const reference = new RegExp(`\\p{Ll}[”"),;]?${mark}(?![\\d\\p{L}/%]|[.,]\\d)`, 'u');
  for (let above = at - 1; above >= 0 && at - above < LINES_OF_PAGE; above--) {
    const line = lines[above];
    if (line === undefined || reference.test(line.text)) return line !== undefined;
    if (line.pageStart) return false;
  }
  return false;
};

/**
 * "1 Theo kết quả …" at the foot of a page, between the halves of a sentence that goes on overleaf: OCR loses rule and
 * raised figure alike.
 */
const cutsSentence = (lines: readonly PrintedLine[], at: number): boolean => {
  const line = lines[at];
  const above = lines[at - 1];
  if (line === undefined || above === undefined || line.pageStart || !/^\d{1,2}\s+\p{Lu}/u.test(line.text))
    return false;
  const end = endOfPage(lines, at + 1);
  const overleaf = lines.slice(end, end + 2).find((next) => !PAGE_NUMBER.test(next.folded) && !isPageBreak(next));
  return (
    end - at <= FOOT_OF_PAGE &&
    overleaf !== undefined &&
    /^\p{Ll}/u.test(overleaf.text) &&
    !ENDS_SENTENCE.test(above.text) &&
    ENDS_SENTENCE.test(lines[end - 1]?.text ?? '')
  );
};

/** A rule low on a page with a numbered line right below it. A text without pages has no page foot to look at. */
const isFootnoteRule = (lines: readonly PrintedLine[], at: number): boolean => {
  const next = lines[at + 1];
  if (next === undefined || next.pageStart || !PLAIN_FOOTNOTE.test(next.text)) return false;
  const end = endOfPage(lines, at + 1);
  return end < lines.length && end - at <= FOOT_OF_PAGE;
};
