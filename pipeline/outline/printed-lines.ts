import { foldChars } from '../../language/writing/unicode.js';
import type { Span } from '../../schemas/span.js';
import type { Line, RepairedDocument } from '../../schemas/stages.js';

/** A line with what its place on the page tells. Text is trimmed; `text === document.text.slice(span.start, span.end)`. */
export interface PrintedLine extends Line {
  /** The text without marks and in lower case, offset for offset: what patterns look at. */
  readonly folded: string;
  /** Columns of white space before the text; a tab counts as four. */
  readonly indent: number;
  /** Tabs before the text: the empty columns of a row whose first cells hold nothing. */
  readonly leadingTabs: number;
  /** True when an empty line or dropped furniture stands before it. */
  readonly blankBefore: boolean;
  /** True when it is the first line of its page. */
  readonly pageStart: boolean;
}

const TAB_WIDTH = 4;

const measureIndent = (text: string, from: number, to: number): number => {
  let indent = 0;
  for (let i = from; i < to; i++) indent += text.charAt(i) === '\t' ? TAB_WIDTH : 1;
  return indent;
};

const countTabs = (text: string, from: number, to: number): number => text.slice(from, to).split('\t').length - 1;

/** A line of `text` between two offsets, trimmed; undefined when nothing but white space is there. */
const readLine = (text: string, from: number, to: number): { start: number; end: number } | undefined => {
  let start = from;
  let end = to;
  while (start < end && text.charAt(start).trim() === '') start++;
  while (end > start && text.charAt(end - 1).trim() === '') end--;
  return start < end ? { start, end } : undefined;
};

const BREAK = /[\n\f]/gu;

/**
 * Cuts a repaired document into its printed lines, empty ones left out. A form feed starts a page, and so does the
 * start of a page's span. Example: `'a\n\n  b'` gives `a` and `b` (indent 2, blank before).
 */
export const splitLines = (document: RepairedDocument): PrintedLine[] => {
  const { text, pages } = document;
  const lines: PrintedLine[] = [];
  let page = 0;
  let blank = false;
  let pageStart = true;
  let from = 0;
  while (from <= text.length) {
    BREAK.lastIndex = from;
    const to = BREAK.exec(text)?.index ?? text.length;
    while (page + 1 < pages.length && (pages[page + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= from) {
      page++;
      pageStart = true;
    }
    const span = readLine(text, from, to);
    if (span === undefined) blank = true;
    else {
      const printed = text.slice(span.start, span.end);
      const indent = measureIndent(text, from, span.start);
      lines.push({
        text: printed,
        span,
        page: pages[page]?.number ?? 1,
        folded: foldChars(printed),
        indent,
        leadingTabs: countTabs(text, from, span.start),
        blankBefore: blank,
        pageStart,
      });
      blank = false;
      pageStart = false;
    }
    if (text.charAt(to) === '\f') pageStart = true;
    from = to + 1;
  }
  return lines;
};

/** A part of a line as a line of its own: `cutLine(line, 0, 7)`. White space at its ends is left out. */
export const cutLine = (line: PrintedLine, from: number, to: number): PrintedLine | undefined => {
  const part = readLine(line.text, from, to);
  if (part === undefined) return undefined;
  const span: Span = { start: line.span.start + part.start, end: line.span.start + part.end };
  return {
    ...line,
    text: line.text.slice(part.start, part.end),
    folded: line.folded.slice(part.start, part.end),
    indent: line.indent + measureIndent(line.text, 0, part.start),
    leadingTabs: line.leadingTabs + countTabs(line.text, 0, part.start),
    span,
  };
};

// Side-by-side columns stand apart by a tab or by three spaces; `**` glues the parts of a title in some exports.
const COLUMN_GAP = /\t+\s*|[^\S\n]{3,}|\*{2,}/gu;
// A table of a markdown export: "| VĂN PHÒNG … | CỘNG HÒA … |".
const CELL_GAP = /\t+\s*|[^\S\n]{3,}|\*{2,}|\|/gu;
// "Số: 15    /TB-UBND", "ngày     tháng 4 năm": a gap left for a stamp is no column.
const CONTINUES_STAMPED_BLANK = /^(?:[/-]|thang\b|nam\b)/u;

/** Cuts a line at the gaps between its columns: `'Nơi nhận:      TM. ỦY BAN'` gives two lines. */
export const splitColumns = (line: PrintedLine): PrintedLine[] => {
  const cuts: number[] = [0];
  for (const gap of line.text.matchAll(line.text.startsWith('|') ? CELL_GAP : COLUMN_GAP)) {
    const after = gap.index + gap[0].length;
    // "NAM" alone is the end of the national title.
    const isOneColumn = CONTINUES_STAMPED_BLANK.test(line.folded.slice(after)) && !line.text.startsWith('NAM', after);
    if (!isOneColumn) cuts.push(gap.index, after);
  }
  cuts.push(line.text.length);
  const columns: PrintedLine[] = [];
  for (let i = 0; i + 1 < cuts.length; i += 2) {
    const column = cutLine(line, cuts[i] ?? 0, cuts[i + 1] ?? line.text.length);
    if (column !== undefined) columns.push(column);
  }
  return columns;
};

/** The line as the schema wants it: text, span and page only. */
export const toLine = (line: PrintedLine): Line => ({ text: line.text, span: line.span, page: line.page });

/**
 * Drops lines and remembers that something stood there: the next kept line says `blankBefore`, and `pageStart` where
 * a page began, or where a page number or a page break was dropped.
 */
export const dropLines = (
  lines: readonly PrintedLine[],
  dropped: ReadonlySet<PrintedLine>,
  pageBreaks: ReadonlySet<PrintedLine>,
): PrintedLine[] => {
  const kept: PrintedLine[] = [];
  let blank = false;
  let pageStart = false;
  for (const line of lines) {
    if (dropped.has(line)) {
      blank = true;
      pageStart ||= line.pageStart || pageBreaks.has(line);
    } else {
      kept.push(blank ? { ...line, blankBefore: true, pageStart: line.pageStart || pageStart } : line);
      blank = false;
      pageStart = false;
    }
  }
  return kept;
};
