import { foldChars } from '../../../language/writing/unicode.js';
import { isNumberTitle } from '../../outline/table-columns.js';

/** A cell with its lines; it covers `span` columns of the grid. */
export interface Cell {
  readonly lines: readonly string[];
  readonly span: number;
}

/** A row of a table: empty columns before its first cell, page breaks that stand before it. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly before: number;
  readonly pageBreaks: number;
}

/** Columns of a table at most: a span beyond it is a mistake of the file. */
const MOST_COLUMNS = 64;
/** Where the second column of a header or signature begins, so that it is seen to stand apart. */
const SECOND_COLUMN = 44;
const SECOND_COLUMN_AT_MOST = 72;

type Columns = readonly (readonly string[])[];

const EMPTY: readonly string[] = [];

const spread = ({ cells, before }: Row): Columns => {
  const columns: (readonly string[])[] = Array.from({ length: Math.min(before, MOST_COLUMNS) }, () => EMPTY);
  for (const { lines, span } of cells) {
    columns.push(lines);
    for (let i = 1; i < Math.min(span, MOST_COLUMNS); i++) columns.push(EMPTY);
  }
  return columns;
};

/** The length of the longest; no spread, which fails at some ten thousand arguments. */
const longestOf = (some: readonly { readonly length: number }[]): number =>
  some.reduce((most, { length }) => Math.max(most, length), 0);

const isBlank = (line: string): boolean => line.trim() === '';
/** Tabs part the columns: those inside a cell become blanks. */
const flat = (line: string): string => line.replace(/[\t\f]/gu, ' ').trim();

/** True for a table whose first row has a title of numbers, "TT": its columns hold data, whatever is empty. */
const hasTitles = (rows: readonly Columns[]): boolean =>
  isNumberTitle(foldChars((rows[0]?.[0] ?? []).map(flat).join(' ').trim()));

const trimBlank = (lines: readonly string[]): readonly string[] => {
  let end = lines.length;
  while (end > 0 && isBlank(lines[end - 1] ?? '')) end -= 1;
  return lines.slice(0, end);
};

/** Lines of a row side by side: tabs part the columns, and blanks set the second of two apart. */
const joinColumns = (columns: Columns, width: number): string[] => {
  const height = longestOf(columns);
  return Array.from({ length: height }, (_, at) => {
    const cells = columns.map((lines) => flat(lines[at] ?? ''));
    const last = cells.findLastIndex((cell) => cell !== '');
    if (last < 0) return '';
    if (columns.length === 2 && width > 0 && last === 1) return `${(cells[0] ?? '').padEnd(width)}\t${cells[1]}`;
    return cells.slice(0, last + 1).join('\t');
  });
};

/**
 * A table as lines in the form that the outline reads: a line of print for each line of a row's cells, columns parted by
 * tabs. A table of data keeps its empty columns; in a header or signature block those are dropped, and the second column
 * begins far to the right, as on paper. — bảng
 */
export const layTable = (rows: readonly Row[]): readonly string[] => {
  const spreads = rows.map(spread);
  const width = longestOf(spreads);
  const isData = hasTitles(spreads);
  const used = Array.from({ length: width }, (_, at) =>
    spreads.some((columns) => (columns[at] ?? EMPTY).some((line) => !isBlank(line))),
  );
  const kept = spreads.map((columns) =>
    isData
      ? columns.map((lines) => lines.filter((line) => !isBlank(line)))
      : columns.filter((_, at) => used[at]).map(trimBlank),
  );
  const first = kept.flatMap((columns) => (columns.length > 1 ? (columns[0] ?? []) : []));
  const longest = longestOf(first);
  const second = isData ? 0 : Math.min(SECOND_COLUMN_AT_MOST, Math.max(SECOND_COLUMN, longest + 3));
  const lines = kept.flatMap((columns, at) => {
    const breaks = '\f'.repeat(rows[at]?.pageBreaks ?? 0);
    const filled = columns.filter((cell) => cell.some((line) => !isBlank(line)));
    // A frame around text, or around another table: its lines as they are.
    const isAlone = !isData && columns.length <= 1 && filled.length === 1;
    const printed = isAlone ? (filled[0] ?? EMPTY) : joinColumns(columns, second);
    return breaks === '' ? printed : [`${breaks}${printed[0] ?? ''}`, ...printed.slice(1)];
  });
  return ['', ...lines, ''];
};
