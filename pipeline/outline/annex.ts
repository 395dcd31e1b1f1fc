import type { AnnexRow } from '../../schemas/stages.js';
import type { PrintedLine } from './printed-lines.js';
import { splitColumns } from './printed-lines.js';
import { joinLines } from './reflow.js';

/** Columns of a table of tasks. — bảng phân công nhiệm vụ */
type Column = 'number' | 'task' | 'lead' | 'coordinating' | 'due' | 'other';

const COLUMN_TITLES: readonly (readonly [RegExp, Column])[] = [
  [/^(?:stt|tt|so tt|so thu tu)$/u, 'number'],
  [/phoi hop/u, 'coordinating'],
  [/thoi (?:gian|han)|tien do|han hoan thanh|hoan thanh/u, 'due'],
  [/chu tri|co quan thuc hien|don vi thuc hien|co quan,? don vi|trach nhiem|phan cong|don vi dau moi/u, 'lead'],
  [/noi dung|nhiem vu|cong viec|ten viec/u, 'task'],
];

interface TableColumn {
  readonly name: Column;
  /** Where it stands in its line: order and, for texts set in columns, position. */
  readonly at: number;
}

const nameColumn = (title: string): Column => COLUMN_TITLES.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';

const positionOf = (cell: PrintedLine, row: PrintedLine): number => row.indent + cell.span.start - row.span.start;

/** Reads the titles of a table's columns; at least a task and a body or a time make it a table of tasks. */
const readColumns = (line: PrintedLine): readonly TableColumn[] => {
  const columns = splitColumns(line).map((cell) => ({ name: nameColumn(cell.folded), at: positionOf(cell, line) }));
  const names = new Set(columns.map((column) => column.name));
  return names.has('task') && (names.has('lead') || names.has('due')) ? columns : [];
};

interface RowDraft {
  readonly number: string;
  readonly cells: Map<Column, PrintedLine[]>;
  readonly page: number;
}

/** The column that a cell belongs to: by order in a full row, else the one that begins nearest. */
const columnOf = (
  columns: readonly TableColumn[],
  cells: readonly PrintedLine[],
  index: number,
  row: PrintedLine,
  byOrder: boolean,
): Column => {
  if (byOrder && cells.length === columns.length) return columns[index]?.name ?? 'other';
  const cell = cells[index];
  if (cell === undefined) return 'other';
  const at = positionOf(cell, row);
  let nearest: TableColumn | undefined;
  for (const column of columns)
    if (nearest === undefined || Math.abs(column.at - at) < Math.abs(nearest.at - at)) nearest = column;
  return nearest?.name ?? 'other';
};

const ROW_NUMBER = /^(\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[a-zđ])[.)]?$/u;

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

/**
 * Reads tables of tasks below a document: a line of column titles, then rows that begin with a number. Cells stand
 * apart by tabs or by wide gaps; a row's wrapped cells go on in the lines below it.
 */
export const readAnnexRows = (lines: readonly PrintedLine[]): readonly AnnexRow[] => {
  const rows: AnnexRow[] = [];
  let columns: readonly TableColumn[] = [];
  let draft: RowDraft | undefined;
  const close = (): void => {
    const row = draft === undefined ? undefined : finishRow(draft);
    if (row !== undefined) rows.push(row);
    draft = undefined;
  };
  for (const line of lines) {
    const titles = readColumns(line);
    if (titles.length > 0) {
      close();
      columns = titles;
      continue;
    }
    if (columns.length === 0) continue;
    const cells = splitColumns(line);
    const number = ROW_NUMBER.exec(cells[0]?.text ?? '')?.[1];
    if (number !== undefined && cells.length >= 2) {
      close();
      draft = { number, cells: new Map(), page: line.page };
    }
    if (draft === undefined) continue;
    const open = draft;
    cells.forEach((cell, index) => {
      if (index === 0 && number !== undefined) return;
      const column = columnOf(columns, cells, index, line, true);
      const into = open.cells.get(column) ?? [];
      into.push(cell);
      open.cells.set(column, into);
    });
  }
  close();
  return rows;
};
