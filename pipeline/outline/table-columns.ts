import { cutLine, type PrintedLine } from './printed-lines.js';

/** Columns of a table of tasks. — bảng phân công nhiệm vụ */
export type Column = 'number' | 'task' | 'lead' | 'coordinating' | 'due' | 'other';

const NUMBER_TITLE = /^(?:stt|tt|so tt|so thu tu)$/u;
const COLUMN_TITLES: readonly (readonly [RegExp, Column])[] = [
  [NUMBER_TITLE, 'number'],
  [/phoi hop/u, 'coordinating'],
  [/thoi (?:gian|han)|tien do|han hoan thanh|hoan thanh/u, 'due'],
  [/chu tri|co quan thuc hien|don vi thuc hien|co quan,? don vi|trach nhiem|phan cong|don vi dau moi/u, 'lead'],
  [/noi dung|nhiem vu|cong viec|ten viec/u, 'task'],
];

/** What the title of a column says, folded. */
export const nameColumn = (title: string): Column =>
  COLUMN_TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';

/** Names the columns; at least a task and a body or a time make a table one of tasks. */
export const nameColumns = (titles: readonly string[]): readonly Column[] => {
  const names = titles.map((title) => nameColumn(title.trim()));
  return names.includes('task') && (names.includes('lead') || names.includes('due')) ? names : [];
};

/** The number of a row alone in its cell: "3", "2.1", "IV", "a)". */
export const ROW_NUMBER = /^(\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]?$/u;

export const isNumberTitle = (text: string): boolean => NUMBER_TITLE.test(text.trim());

/** A line of a table with its cells by column; a hole where a cell holds nothing. */
export type TableLine = readonly (PrintedLine | undefined)[];

/** True where tabs or pipes part the cells of a line, so that an empty cell keeps its place. */
export const hasSeparators = (line: PrintedLine): boolean =>
  line.leadingTabs > 0 || line.text.includes('\t') || /^\|.*\|$/u.test(line.text);

/** The cells of a line that tabs or pipes part. */
export const splitAtSeparators = (line: PrintedLine): TableLine => {
  const isPiped = line.text.startsWith('|') && !line.text.includes('\t');
  const cells: (PrintedLine | undefined)[] = Array.from({ length: line.leadingTabs });
  let from = isPiped ? 1 : 0;
  for (const gap of line.text.matchAll(isPiped ? /\|/gu : /\t/gu)) {
    if (gap.index < from) continue;
    cells.push(cutLine(line, from, gap.index));
    from = gap.index + 1;
  }
  if (!isPiped) cells.push(cutLine(line, from, line.text.length));
  return cells;
};

const WIDE_GAP = /[^\S\t]{3,}/u;

/** Number of cells in a line whose cells stand apart by wide gaps. */
export const countCells = (line: PrintedLine): number =>
  hasSeparators(line)
    ? splitAtSeparators(line).filter((cell) => cell !== undefined).length
    : line.text.split(WIDE_GAP).length;

/** Columns of a page at which a column of the table begins and ends. */
export interface Stripe {
  readonly from: number;
  readonly to: number;
}

const GUTTER = 2;

/** The stripes of print in lines set with blanks: between them no line prints anything. */
export const findStripes = (lines: readonly PrintedLine[]): readonly Stripe[] => {
  const printed: boolean[] = [];
  for (const line of lines)
    for (let i = 0; i < line.text.length; i++) if (line.text.charAt(i).trim() !== '') printed[line.indent + i] = true;
  const stripes: { from: number; to: number }[] = [];
  for (let at = 0; at < printed.length; at++) {
    if (printed[at] !== true) continue;
    const last = stripes.at(-1);
    if (last !== undefined && at - last.to < GUTTER) last.to = at + 1;
    else stripes.push({ from: at, to: at + 1 });
  }
  return stripes;
};

/** The cells of a line by stripes. */
export const splitAtStripes = (line: PrintedLine, stripes: readonly Stripe[]): TableLine =>
  stripes.map(({ from, to }) => {
    const start = Math.max(0, from - line.indent);
    return start >= line.text.length || to <= line.indent ? undefined : cutLine(line, start, to - line.indent);
  });

/** What a line begins with whose first cell is the title of the numbers. */
const BEGINS_WITH_TITLE = /^[|\s]*(?:stt|tt|so t)/u;

/** The line that holds the title of the numbers, "TT", when it stands in a cell of its own. */
export const isTitleLine = (line: PrintedLine): boolean => {
  if (!BEGINS_WITH_TITLE.test(line.folded)) return false;
  if (hasSeparators(line))
    return isNumberTitle(splitAtSeparators(line).find((cell) => cell !== undefined)?.folded ?? '');
  return countCells(line) >= 2 && isNumberTitle(line.folded.split(/\s{2,}/u)[0] ?? '');
};

/** Lines of the longest table that numbers are looked for in. */
const TABLE_AT_MOST = 400;

/**
 * The lines that hold nothing but the number of a row, its cells above and below: in the middle of a high row. They look like
 * page numbers; one at the edge of a page is such a number.
 */
export const findLoneNumbers = (lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> => {
  const numbers = new Set<PrintedLine>();
  lines.forEach((title, at) => {
    if (!isTitleLine(title)) return;
    let expected = 1;
    for (let i = at + 1; i < Math.min(lines.length, at + TABLE_AT_MOST); i++) {
      const line = lines[i];
      const next = lines[i + 1];
      if (line === undefined) return;
      const first = /^(\d{1,3})[.)]?(?=\s|$)/u.exec(line.text)?.[1];
      if (line.leadingTabs > 0 || Number(first) !== expected) continue;
      const isLone = /^\d{1,3}[.)]?$/u.test(line.text);
      if (isLone && (line.pageStart || next === undefined || next.pageStart)) continue;
      if (isLone) numbers.add(line);
      expected++;
    }
  });
  return numbers;
};
