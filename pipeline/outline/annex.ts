import { isCapitals } from '../../language/writing/capitals.js';
import type { AnnexRow } from '../../schemas/stages.js';
import { readMarks } from './enumerators.js';
import { cutLine, type PrintedLine } from './printed-lines.js';
import { joinLines } from './reflow.js';
import { isAnnexTitle, isAuthorityLine, isCopyMark } from './tail.js';

/** Columns of a table of tasks. — bảng phân công nhiệm vụ */
type Column = 'number' | 'task' | 'lead' | 'coordinating' | 'due' | 'other';

/** A table without such a column is none of tasks. */
const TASK_TITLE = /noi dung|nhiem vu|cong viec|ten viec/u;

const COLUMN_TITLES: readonly (readonly [RegExp, Column])[] = [
  [/^(?:stt|tt|so tt|so thu tu)$/u, 'number'],
  [/phoi hop/u, 'coordinating'],
  [/thoi (?:gian|han)|tien do|han hoan thanh|hoan thanh/u, 'due'],
  [/chu tri|co quan thuc hien|don vi thuc hien|co quan,? don vi|trach nhiem|phan cong|don vi dau moi/u, 'lead'],
  [TASK_TITLE, 'task'],
];

interface TableColumn {
  readonly name: Column;
  /** Offset at which it begins in its line, for texts set in columns. */
  readonly at: number;
}

interface Cell {
  readonly line: PrintedLine;
  /** Place among the tabs of its line; -1 where gaps of blanks part the cells. */
  readonly tab: number;
  readonly at: number;
}

const ROW_NUMBER = /^(\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]?$/u;

const nameColumn = (title: string): Column => COLUMN_TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';

const CELL_GAP = /\t|[^\S\t]{3,}/gu;

/** The cells of a row with their places. With tabs an empty cell keeps its place; with blanks only its position tells. */
const splitCells = (line: PrintedLine): readonly Cell[] => {
  const hasTabs = line.leadingTabs > 0 || line.text.includes('\t');
  const cells: Cell[] = [];
  let from = 0;
  let tab = line.leadingTabs;
  const push = (to: number): void => {
    const cell = cutLine(line, from, to);
    if (cell !== undefined)
      cells.push({ line: cell, tab: hasTabs ? tab : -1, at: line.indent + cell.span.start - line.span.start });
  };
  for (const gap of line.text.matchAll(CELL_GAP)) {
    if (hasTabs !== (gap[0] === '\t')) continue;
    push(gap.index);
    from = gap.index + gap[0].length;
    tab++;
  }
  push(line.text.length);
  return cells;
};

/** Names the columns; at least a task and a body or a time make a table one of tasks. */
const nameColumns = (titles: readonly { readonly folded: string; readonly at: number }[]): readonly TableColumn[] => {
  const columns = titles.map(({ folded, at }) => ({ name: nameColumn(folded), at }));
  const names = new Set(columns.map((column) => column.name));
  return names.has('task') && (names.has('lead') || names.has('due')) ? columns : [];
};

/** Reads the titles of a table's columns from a line; titles set in columns may go on in the line below. */
const readColumns = (line: PrintedLine, below: PrintedLine | undefined): readonly TableColumn[] => {
  if (!TASK_TITLE.test(line.folded) && !TASK_TITLE.test(below?.folded ?? '')) return [];
  const cells = splitCells(line);
  if (cells.length < 3) return [];
  const titles = cells.map((cell) => ({ folded: cell.line.folded, at: cell.at, tab: cell.tab }));
  const columns = nameColumns(titles);
  if (below === undefined) return columns;
  const under = splitCells(below);
  if (titles.some((title) => title.tab >= 0)) {
    // "Cơ quan chủ | Thời gian" over "trì | hoàn thành": the columns are known, so the titles can be put together.
    const isRow = ROW_NUMBER.test(under[0]?.line.text ?? '');
    if (isRow || under.length < 2 || under.some((cell) => cell.tab < 0)) return columns;
    for (const cell of under) {
      const above = titles.find((title) => title.tab === cell.tab);
      if (above !== undefined) above.folded += ` ${cell.line.folded}`;
    }
    return nameColumns(titles);
  }
  if (columns.length > 0) return columns;
  for (const cell of under) {
    const above = titles.reduce((a, b) => (Math.abs(b.at - cell.at) < Math.abs(a.at - cell.at) ? b : a));
    above.folded += ` ${cell.line.folded}`;
  }
  return nameColumns(titles);
};

interface RowDraft {
  readonly number: string;
  readonly cells: Map<Column, PrintedLine[]>;
  readonly page: number;
}

/** The column that a cell belongs to: by its tab, else by order in a full row, else the one that begins nearest. */
const columnOf = (columns: readonly TableColumn[], cells: readonly Cell[], index: number): Column => {
  const cell = cells[index];
  if (cell === undefined) return 'other';
  if (cell.tab >= 0) return columns[cell.tab]?.name ?? 'other';
  if (cells.length === columns.length) return columns[index]?.name ?? 'other';
  let nearest: TableColumn | undefined;
  for (const column of columns)
    if (nearest === undefined || Math.abs(column.at - cell.at) < Math.abs(nearest.at - cell.at)) nearest = column;
  return nearest?.name ?? 'other';
};

const finishRow = (draft: RowDraft): AnnexRow | undefined => {
  const task = draft.cells.get('task');
  if (task === undefined || task.length === 0) return undefined;
  const textOf = (column: Column): string => joinLines(draft.cells.get(column) ?? []).text;
  return {
    number: draft.number,
    task: joinLines(task),
    lead: textOf('lead'),
    coordinating: textOf('coordinating'),
    due: textOf('due'),
    page: draft.page,
  };
};

/** What ends a table: a new annex, another header, a signature, a paragraph set off from it. */
const endsTable = (line: PrintedLine): boolean =>
  isAnnexTitle(line) ||
  isCopyMark(line) ||
  isAuthorityLine(line) ||
  /^(?:ghi chu|tong cong)\b|^\W*(?:cong hoa xa hoi|dang cong san|noi nhan)/u.test(line.folded) ||
  (line.blankBefore &&
    splitCells(line).length === 1 &&
    (isCapitals(line.text) || readMarks(line.text).length > 0 || line.text.length > 60));

/** Rows of a text's tables, and the lines that stand in no table. */
export interface Tables {
  readonly rows: readonly AnnexRow[];
  readonly rest: readonly PrintedLine[];
}

/**
 * Reads tables of tasks: a line of column titles, then rows that begin with a number. Cells stand apart by tabs or by
 * wide gaps; a row's wrapped cells go on in the lines below it.
 */
export const readTables = (lines: readonly PrintedLine[]): Tables => {
  const rows: AnnexRow[] = [];
  const rest: PrintedLine[] = [];
  let columns: readonly TableColumn[] = [];
  let draft: RowDraft | undefined;
  const close = (): void => {
    const row = draft === undefined ? undefined : finishRow(draft);
    if (row !== undefined) rows.push(row);
    draft = undefined;
  };
  for (const [at, line] of lines.entries()) {
    const titles = readColumns(line, lines[at + 1]);
    if (titles.length > 0 || endsTable(line)) {
      close();
      columns = titles;
    }
    if (columns.length === 0) rest.push(line);
    if (columns.length === 0 || titles.length > 0) continue;
    const cells = splitCells(line);
    const number = ROW_NUMBER.exec(cells[0]?.line.text ?? '')?.[1];
    if (number !== undefined && cells.length >= 2) {
      close();
      draft = { number, cells: new Map(), page: line.page };
    }
    if (draft === undefined) continue;
    for (const [index, cell] of cells.entries()) {
      if (index === 0 && number !== undefined) continue;
      const column = columnOf(columns, cells, index);
      draft.cells.set(column, [...(draft.cells.get(column) ?? []), cell.line]);
    }
  }
  close();
  // Titles without a row were no table.
  return rows.length === 0 ? { rows, rest: lines } : { rows, rest };
};
