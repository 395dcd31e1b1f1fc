import type { PrintedLine } from './printed-lines.js';
import { type Column, isNumberTitle, nameColumns } from './table-columns.js';

/** A row with its cells by column. */
export interface ListedRow {
  readonly number: string;
  readonly cells: ReadonlyMap<Column, readonly PrintedLine[]>;
}

const TITLE_AT_MOST = 60;
const COLUMNS_AT_MOST = 8;
const numberOf = (line: PrintedLine | undefined): number =>
  Number(/^(\d{1,3})[.)]?$/u.exec(line?.text ?? '')?.[1] ?? 0);

/** Lines that go on with the cell above them begin with a small letter: "Cơ quan" over "chủ trì". */
const gatherCells = (lines: readonly PrintedLine[]): readonly (readonly PrintedLine[])[] => {
  const cells: PrintedLine[][] = [];
  for (const line of lines) {
    const last = cells.at(-1);
    if (last !== undefined && /^\p{Ll}/u.test(line.text)) last.push(line);
    else cells.push([line]);
  }
  return cells;
};

/** The columns of a table whose titles stand one below the other from line `at`, and the line of its row 1. */
const readTitles = (
  lines: readonly PrintedLine[],
  at: number,
): { readonly columns: readonly Column[]; readonly first: number } | undefined => {
  if (!isNumberTitle(lines[at]?.folded ?? '')) return undefined;
  let first = at + 1;
  while (first < lines.length && first - at <= COLUMNS_AT_MOST * 2 && numberOf(lines[first]) !== 1) {
    if ((lines[first]?.text.length ?? 0) > TITLE_AT_MOST) return undefined;
    first++;
  }
  if (numberOf(lines[first]) !== 1) return undefined;
  const titles = gatherCells(lines.slice(at, first)).map((cell) => cell.map((line) => line.folded).join(' '));
  const columns = nameColumns(titles);
  return columns.length >= 3 && columns.length <= COLUMNS_AT_MOST ? { columns, first } : undefined;
};

/** Lines of the longest cell set one below the other, for a row's number is looked for no farther. */
const CELL_LINES_AT_MOST = 4;

/**
 * The lines that hold the numbers of the rows of such tables: alone on their lines they look like page numbers.
 */
export const findRowNumbers = (lines: readonly PrintedLine[]): ReadonlySet<PrintedLine> => {
  const numbers = new Set<PrintedLine>();
  lines.forEach((_, at) => {
    const titles = readTitles(lines, at);
    if (titles === undefined) return;
    let number = 1;
    for (let from = titles.first; from < lines.length; number++) {
      const line = lines[from];
      if (line === undefined || numberOf(line) !== number) return;
      numbers.add(line);
      const within = lines.slice(from + 1, from + 1 + titles.columns.length * CELL_LINES_AT_MOST);
      const next = within.findIndex((other) => numberOf(other) === number + 1);
      if (next < 1) return;
      from += 1 + next;
    }
  });
  return numbers;
};

/**
 * Reads a table whose cells stand one below the other, as some programs copy it: its titles, then for each row its number and
 * its cells. A row with more or fewer cells than titles gives its task alone, for nobody can tell which cell is missing.
 * `end` is the index behind the table; undefined where none begins at line `at`.
 */
export const readListedTable = (
  lines: readonly PrintedLine[],
  at: number,
  endsTable: (line: PrintedLine) => boolean,
): { readonly rows: readonly ListedRow[]; readonly end: number } | undefined => {
  const titles = readTitles(lines, at);
  if (titles === undefined) return undefined;
  const { columns } = titles;
  const rows: ListedRow[] = [];
  let from = titles.first;
  for (let number = 1; numberOf(lines[from]) === number; number++) {
    let to = from + 1;
    while (to < lines.length) {
      const line = lines[to];
      if (line === undefined || endsTable(line) || numberOf(line) === number + 1) break;
      // The last row ends with its cells.
      const isFull = gatherCells(lines.slice(from, to)).length >= columns.length;
      if (isFull && line.blankBefore) break;
      to++;
    }
    const cells = gatherCells(lines.slice(from + 1, to));
    const named = new Map<Column, readonly PrintedLine[]>();
    if (cells.length === columns.length - 1)
      cells.forEach((cell, i) => {
        const column = columns[i + 1] ?? 'other';
        named.set(column, [...(named.get(column) ?? []), ...cell]);
      });
    else if (cells[0] !== undefined) named.set('task', cells[0]);
    rows.push({ number: String(number), cells: named });
    from = to;
  }
  return { rows, end: from };
};
