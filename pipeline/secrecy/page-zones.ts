import { readTitleType } from '../../language/lexicon/title-types.js';
import { foldChars } from '../../language/writing/unicode.js';

/** The lines of a page where a mark of secrecy may stand. — thể thức văn bản: dấu độ mật */
export interface PageZones {
  /** Lines from the top of the page, and of every head on it, to the title. */
  readonly head: readonly string[];
  /** Lines near a head, the page's top or its foot, where only a mark that stands alone counts. */
  readonly margin: readonly string[];
}

/** A head's lines at most; a subject of six lines and a panel of signatures fit in. */
const HEAD_AT_MOST = 40;
/** A stamp read below the title lies within these lines of the head's first. */
const STAMP_WITHIN = 25;
/** Lines above the motto that belong to its head: panel, urgency, number of copies. */
const ABOVE_MOTTO = 8;
/** Lines of a page's top and foot. */
const EDGE = 8;

const MOTTOES = ['dang cong san viet nam', 'cong hoa xa hoi chu nghia'];
const NUMBER_LINE = /^[^\p{L}]*so\s*(?::\s*)?(?:\d{1,5}\s*)?[-/]\s*\p{L}{1,5}/u;

/** Lines of a head are short: a whole paragraph on one line is not searched. */
const HEAD_LINE_AT_MOST = 300;

/** The title of an annex, which may bear its own mark. — phụ lục */
const ANNEX = /^[^\p{L}]{0,5}phụ lục(?!\p{L})/iu;
const ANNEX_LINES = 4;

const isHeadLine = (line: string): boolean => {
  if (line.length > HEAD_LINE_AT_MOST) return false;
  const folded = foldChars(line);
  return MOTTOES.some((motto) => folded.includes(motto)) || NUMBER_LINE.test(folded);
};

/** True when a paper begins on a page: its motto or number line stands there. */
export const beginsPaper = (text: string): boolean => text.split('\n').some(isHeadLine);

/** Index behind the last line of the head that begins at `start`: behind its title, else a fixed number of lines. */
const findHeadEnd = (lines: readonly string[], start: number): number => {
  const limit = Math.min(lines.length, start + HEAD_AT_MOST);
  for (let i = start; i < limit; i++) {
    if (readTitleType(lines[i] ?? '') !== undefined) return i + 1;
  }
  return Math.min(lines.length, start + STAMP_WITHIN);
};

/**
 * Finds the zones of a page's lines, blank ones left out. The first page has a head whether or not its motto was read; any
 * other page where a motto or a number line shows that a paper begins.
 */
export const findZones = (lines: readonly string[], isFirstPage: boolean): PageZones => {
  const isHead = new Array<boolean>(lines.length).fill(false);
  const isMargin = new Array<boolean>(lines.length).fill(false);
  /** Marks the head that begins at a line; gives the index behind its last line, where another paper's head may follow. */
  const mark = (start: number, from = start): number => {
    const end = findHeadEnd(lines, from);
    isHead.fill(true, start, end);
    isMargin.fill(true, start, Math.min(lines.length, start + STAMP_WITHIN));
    return end;
  };
  let covered = isFirstPage ? mark(0) : 0;
  lines.forEach((line, i) => {
    // A copy or a second paper in one file may begin a few lines below the first one's title.
    if (i >= covered && isHeadLine(line)) covered = mark(Math.max(0, i - ABOVE_MOTTO), i);
  });
  lines.forEach((line, i) => {
    if (line.length <= HEAD_LINE_AT_MOST && ANNEX.test(line)) isMargin.fill(true, Math.max(0, i - 1), i + ANNEX_LINES);
  });
  isMargin.fill(true, 0, Math.min(EDGE, lines.length));
  isMargin.fill(true, Math.max(0, lines.length - EDGE));
  return {
    head: lines.filter((_, i) => isHead[i]),
    margin: lines.filter((_, i) => isHead[i] || isMargin[i]),
  };
};
