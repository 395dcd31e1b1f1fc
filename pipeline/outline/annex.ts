import { isCapitals } from '../../language/writing/capitals.js';
import type { AnnexRow } from '../../schemas/stages.js';
import { readMarks } from './enumerators.js';
import { readListedTable } from './listed-table.js';
import type { PrintedLine } from './printed-lines.js';
import { joinLines } from './reflow.js';
import {
  type Column,
  countCells,
  findStripes,
  hasSeparators,
  isTitleLine,
  nameColumns,
  ROW_NUMBER,
  splitAtSeparators,
  splitAtStripes,
  type TableLine,
} from './table-columns.js';
import { divideRows } from './table-rows.js';
import { isAnnexTitle, isAuthorityLine, isCopyMark } from './tail.js';

/** What ends a table: a new annex, another header, a signature, a paragraph set off from it. */
const endsTable = (line: PrintedLine): boolean =>
  isAnnexTitle(line) ||
  isCopyMark(line) ||
  isAuthorityLine(line) ||
  /^(?:ghi chu|tong cong)\b|^\W*(?:cong hoa xa hoi|dang cong san|noi nhan)/u.test(line.folded) ||
  (line.blankBefore &&
    countCells(line) === 1 &&
    (isCapitals(line.text) || readMarks(line.text).length > 0 || line.text.length > 60));

/** A number and a task that nobody has and no time: "I. NHIỆM VỤ CHUNG" is the title of the rows below it. */
const isGroupTitle = (number: string, cells: ReadonlyMap<Column, readonly PrintedLine[]>): boolean =>
  /^[IVX]+$/u.test(number) && cells.size === 1 && (cells.get('task') ?? []).every((line) => isCapitals(line.text));

const makeRow = (number: string, cells: ReadonlyMap<Column, readonly PrintedLine[]>): AnnexRow | undefined => {
  const task = cells.get('task');
  const first = task?.[0];
  if (task === undefined || first === undefined || isGroupTitle(number, cells)) return undefined;
  const textOf = (column: Column): string => joinLines(cells.get(column) ?? []).text;
  return {
    number,
    task: joinLines(task),
    lead: textOf('lead'),
    coordinating: textOf('coordinating'),
    due: textOf('due'),
    page: first.page,
  };
};

const TITLE_LINES_ABOVE = 3;

/** First line of the titles: those above "TT" that stand right of it, without an empty line between. */
const startOfTitles = (lines: readonly PrintedLine[], at: number): number => {
  const title = lines[at];
  let start = at;
  while (start > 0 && at - start < TITLE_LINES_ABOVE) {
    const above = lines[start - 1];
    const here = lines[start];
    if (title === undefined || above === undefined || here === undefined || here.blankBefore || endsTable(above)) break;
    if (above.indent < title.indent + 3 || hasSeparators(above) !== hasSeparators(title)) break;
    start--;
  }
  return start;
};

/** "Số" over "thứ" over "tự" in a narrow column. — số thứ tự */
const isBrokenTitle = (line: PrintedLine, below: PrintedLine | undefined): boolean =>
  below !== undefined &&
  below.indent === line.indent &&
  /^so\s{2,}/u.test(line.folded) &&
  /^(?:thu(?: tu)?|tt)(?:\s{2,}|$)/u.test(below.folded) &&
  countCells(line) >= 3;

interface Grid {
  readonly rows: readonly AnnexRow[];
  readonly start: number;
  readonly end: number;
}

const readCells = (lines: readonly PrintedLine[], isSeparated: boolean, belowTitle: number): readonly TableLine[][] => {
  if (isSeparated) return [lines.map(splitAtSeparators)];
  // A title over two columns closes the gap between them: then the rows alone show it.
  return [lines, lines.slice(belowTitle)].map((some) => {
    const stripes = findStripes(some);
    return lines.map((line) => splitAtStripes(line, stripes));
  });
};

/** Reads the rows of a table whose titles stand around line `at`; undefined where its columns are none of tasks. */
const readGrid = (lines: readonly PrintedLine[], at: number): Grid | undefined => {
  const title = lines[at];
  if (title === undefined || !(isTitleLine(title) || isBrokenTitle(title, lines[at + 1]))) return undefined;
  const isSeparated = hasSeparators(title);
  const start = startOfTitles(lines, at);
  let end = at + 1;
  for (; end < lines.length; end++) {
    const line = lines[end];
    if (line === undefined || isTitleLine(line)) break;
    const isCell = line.indent > title.indent + 3 || (isSeparated && hasSeparators(line));
    if (endsTable(line) && !(isCell && countCells(line) === 1 && !isAnnexTitle(line) && !isAuthorityLine(line))) break;
  }
  // The titles of the same table on the next page begin above their "TT".
  if (end < lines.length && isTitleLine(lines[end] ?? title)) end = Math.max(at + 1, startOfTitles(lines, end));
  const table = lines.slice(start, end);
  for (const cells of readCells(table, isSeparated, at - start + 1)) {
    const divided = divideRows(cells, at - start, (line) => table[line]?.blankBefore === true);
    const [titles, ...rows] = divided;
    if (titles === undefined) continue;
    const width = Math.max(...cells.map((line) => line.length));
    const columns = nameColumns(
      Array.from({ length: width }, (_, column) =>
        cells
          .slice(titles.from, titles.to)
          .flatMap((line) => line[column]?.folded ?? [])
          .join(' '),
      ),
    );
    if (columns.length === 0) continue;
    const read = rows.map(({ from, to }): AnnexRow | undefined => {
      const named = new Map<Column, PrintedLine[]>();
      let number = '';
      for (const line of cells.slice(from, to))
        for (const [column, cell] of line.entries()) {
          const name = columns[column] ?? 'other';
          if (cell === undefined) continue;
          if (column === 0) number ||= ROW_NUMBER.exec(cell.text)?.[1] ?? '';
          else named.set(name, [...(named.get(name) ?? []), cell]);
        }
      return makeRow(number, named);
    });
    return { rows: read.filter((row) => row !== undefined), start, end };
  }
  return undefined;
};

/** Rows of a text's tables, and the lines that stand in no table. */
export interface Tables {
  readonly rows: readonly AnnexRow[];
  readonly rest: readonly PrintedLine[];
}

/**
 * Reads tables of tasks: titles of columns around "TT", then rows that have a number, at their top or in their middle. Cells
 * stand apart by tabs, pipes or blanks, or one below the other; wrapped cells take several lines.
 */
export const readTables = (lines: readonly PrintedLine[]): Tables => {
  const rows: AnnexRow[] = [];
  const rest: PrintedLine[] = [];
  let at = 0;
  while (at < lines.length) {
    const line = lines[at];
    if (line === undefined) break;
    const listed = readListedTable(lines, at, endsTable);
    const grid = listed === undefined ? readGrid(lines, at) : undefined;
    const read =
      listed === undefined
        ? (grid?.rows ?? [])
        : listed.rows.flatMap(({ number, cells }) => makeRow(number, cells) ?? []);
    if (read.length === 0) {
      rest.push(line);
      at++;
      continue;
    }
    rows.push(...read);
    // Titles above "TT" were taken for text.
    if (grid !== undefined) rest.splice(rest.length - (at - grid.start), at - grid.start);
    at = listed?.end ?? grid?.end ?? at + 1;
  }
  return { rows, rest };
};
