import type { IsoDate } from '../../schemas/span.js';
import { DEADLINE_TYPES } from '../tracker/deadline-type.js';
import { wordPath } from '../tracker/item-path.js';
import { splitByDeadline, type TaskRow } from './task-rows.js';
import { type Cell, type SheetRow, writeXlsx } from './xlsx-writer.js';

const PROGRESS = ['Đang thực hiện', 'Hoàn thành'] as const;

const EMPTY: Cell = { kind: 'empty' };
const toText = (value: string | null): Cell => (value === null || value === '' ? EMPTY : { kind: 'text', value });
const toDate = (value: IsoDate | null): Cell => (value === null ? EMPTY : { kind: 'date', value });
const toNumber = (value: string | null): Cell =>
  value !== null && /^\d{1,9}$/u.test(value) ? { kind: 'number', value: Number(value) } : toText(value);

/** An empty day that somebody must fill in is shown by its colour, never filled; one whose year was supplied, by another. */
const readDue = ({ deadline, state }: TaskRow): Cell => {
  const due = deadline?.due ?? null;
  return due === null
    ? { kind: 'empty', marked: state === 'CẦN ĐIỀN HẠN' }
    : { kind: 'date', value: due, supplied: deadline?.inferred === true };
};

interface Context {
  readonly row: TaskRow;
  readonly index: number;
}

interface Column {
  readonly title: string;
  readonly width: number;
  readonly read: (context: Context) => Cell;
}

/** The sixteen columns, in the order that the clerks' tracker reads them. */
const COLUMNS: readonly Column[] = [
  { title: 'STT', width: 6, read: ({ index }) => ({ kind: 'number', value: index }) },
  { title: 'Số hội nghị', width: 9, read: ({ row }) => toNumber(row.document.meetingNumber) },
  { title: 'Số TB/KL', width: 14, read: ({ row }) => toText(row.document.number) },
  { title: 'Ngày ban hành', width: 12, read: ({ row }) => toDate(row.document.issuedOn) },
  { title: 'Chủ trì theo dõi', width: 12, read: () => EMPTY },
  { title: 'Ngành/lĩnh vực', width: 12, read: () => EMPTY },
  { title: 'Cơ quan/đơn vị trình', width: 26, read: ({ row }) => toText(row.leads.join('; ')) },
  { title: 'Lĩnh vực chi tiết', width: 12, read: () => EMPTY },
  { title: 'Nội dung kết luận / Văn bản trình', width: 70, read: ({ row }) => toText(row.directive.text) },
  { title: 'Loại thời hạn', width: 16, read: ({ row }) => toText(row.deadlineType) },
  {
    title: 'Hạn xử lý',
    width: 12,
    read: ({ row }) => readDue(row),
  },
  { title: 'Tiến độ', width: 13, read: () => toText(PROGRESS[0]) },
  { title: 'Kết quả thực hiện / Minh chứng', width: 18, read: () => EMPTY },
  { title: 'Văn bản triển khai', width: 14, read: () => EMPTY },
  { title: 'Mã nhiệm vụ', width: 20, read: ({ row }) => toText(row.code) },
  { title: 'Ngày cập nhật gần nhất', width: 14, read: ({ row }) => toDate(row.changedOn) },
];

const DEADLINE_TYPE_COLUMN = COLUMNS.findIndex((column) => column.title === 'Loại thời hạn');
const PROGRESS_COLUMN = COLUMNS.findIndex((column) => column.title === 'Tiến độ');

/** What a person has to look at in a row; empty when nothing. */
const listDoubts = ({ state, deadline, review, directive, leads, unlisted }: TaskRow): readonly string[] => [
  ...leads.filter((name) => unlisted.has(name)).map((name) => `Chủ trì ngoài danh mục: ${name}`),
  ...(state === 'CẦN ĐIỀN HẠN' ? [state] : []),
  ...(deadline?.inferred === true ? ['Năm của hạn suy từ ngày ban hành'] : []),
  ...(review === 'needs-review'
    ? ['Cần xem lại', ...directive.notes.filter(({ level }) => level !== 'info').map(({ message }) => message.vi)]
    : []),
];

/** The list of what is to be filled in or checked, on a sheet of its own: the first one's columns are the tracker's. */
const REVIEW_COLUMNS: readonly Column[] = [
  { title: 'STT', width: 6, read: ({ index }) => ({ kind: 'number', value: index }) },
  { title: 'Mã nhiệm vụ', width: 24, read: ({ row }) => toText(row.code) },
  { title: 'Số TB/KL', width: 14, read: ({ row }) => toText(row.document.number) },
  {
    title: 'Mục',
    width: 10,
    read: ({ row }) => toText(wordPath(row.directive.number, 'đoạn')),
  },
  { title: 'Nội dung', width: 60, read: ({ row }) => toText(row.directive.text) },
  { title: 'Hạn ghi trong văn bản', width: 22, read: ({ row }) => toText(row.deadline?.text ?? null) },
  { title: 'Hạn xử lý', width: 12, read: ({ row }) => readDue(row) },
  { title: 'Cần làm', width: 44, read: ({ row }) => toText(listDoubts(row).join('\n')) },
  { title: 'Tệp', width: 30, read: ({ row }) => toText([row.document.source.path, ...row.copies].join('\n')) },
  { title: 'Trang', width: 7, read: ({ row }) => ({ kind: 'number', value: row.directive.page }) },
];

/** The rows of both sheets, each numbered on its own. */
function* toSheets(rows: Iterable<TaskRow>, today: IsoDate): Generator<SheetRow> {
  const counts = [0, 0];
  const place = (sheet: 0 | 1, columns: readonly Column[], row: TaskRow): SheetRow => {
    const index = (counts[sheet] ?? 0) + 1;
    counts[sheet] = index;
    return { sheet, cells: columns.map((column) => column.read({ row, index })) };
  };
  for (const task of rows)
    for (const row of splitByDeadline(task, today)) {
      yield place(0, COLUMNS, row);
      if (listDoubts(row).length > 0) yield place(1, REVIEW_COLUMNS, row);
    }
}

/**
 * "Phụ lục 2" of the clerks as the bytes of an XLSX file: header on row 3, data from row 4, a row for each clause that has a
 * deadline of its own; on a second sheet what is to be filled in or checked.
 */
export const writePhuLuc2 = (rows: Iterable<TaskRow>, today: IsoDate): Generator<Uint8Array> =>
  writeXlsx(
    [
      {
        name: 'Phụ lục 2',
        titles: ['PHỤ LỤC 2', ''],
        columns: COLUMNS,
        choices: new Map<number, readonly string[]>([
          [DEADLINE_TYPE_COLUMN, DEADLINE_TYPES],
          [PROGRESS_COLUMN, PROGRESS],
        ]),
      },
      {
        name: 'Cần rà soát',
        titles: ['CẦN ĐIỀN HẠN, CẦN RÀ SOÁT', ''],
        columns: REVIEW_COLUMNS,
        choices: new Map(),
      },
    ],
    toSheets(rows, today),
  );
