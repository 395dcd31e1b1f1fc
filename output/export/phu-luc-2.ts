import type { IsoDate } from '../../schemas/span.js';
import { DEADLINE_TYPES } from '../tracker/deadline-type.js';
import { makeTaskCode } from './task-code.js';
import type { TaskRow } from './task-rows.js';
import { type Cell, type Sheet, writeXlsx } from './xlsx-writer.js';

const PROGRESS = ['Đang thực hiện', 'Hoàn thành'] as const;

const EMPTY: Cell = { kind: 'empty' };
const toText = (value: string | null): Cell => (value === null || value === '' ? EMPTY : { kind: 'text', value });
const toDate = (value: IsoDate | null): Cell => (value === null ? EMPTY : { kind: 'date', value });
const toNumber = (value: string | null): Cell =>
  value !== null && /^\d{1,9}$/u.test(value) ? { kind: 'number', value: Number(value) } : toText(value);

interface Context {
  readonly row: TaskRow;
  readonly index: number;
  readonly today: IsoDate;
}

/** The sixteen columns, in the order that the clerks' tracker reads them. */
const COLUMNS: readonly {
  readonly title: string;
  readonly width: number;
  readonly read: (context: Context) => Cell;
}[] = [
  { title: 'STT', width: 6, read: ({ index }) => ({ kind: 'number', value: index }) },
  { title: 'Số hội nghị', width: 9, read: ({ row }) => toNumber(row.document.meetingNumber) },
  { title: 'Số TB/KL', width: 14, read: ({ row }) => toText(row.document.number) },
  { title: 'Ngày ban hành', width: 12, read: ({ row }) => toDate(row.document.issuedOn) },
  { title: 'Chủ trì theo dõi', width: 16, read: () => EMPTY },
  { title: 'Ngành/lĩnh vực', width: 16, read: () => EMPTY },
  { title: 'Cơ quan/đơn vị trình', width: 26, read: ({ row }) => toText(row.leads.join('; ')) },
  { title: 'Lĩnh vực chi tiết', width: 16, read: () => EMPTY },
  { title: 'Nội dung kết luận / Văn bản trình', width: 70, read: ({ row }) => toText(row.directive.text) },
  { title: 'Loại thời hạn', width: 22, read: ({ row }) => toText(row.deadlineType) },
  {
    title: 'Hạn xử lý',
    width: 12,
    // An empty day that somebody must fill in is shown by its colour, never filled.
    read: ({ row }) => {
      const due = row.deadline?.due ?? null;
      return due === null ? { kind: 'empty', marked: row.state === 'CẦN ĐIỀN HẠN' } : { kind: 'date', value: due };
    },
  },
  { title: 'Tiến độ', width: 16, read: () => toText(PROGRESS[0]) },
  { title: 'Kết quả thực hiện / Minh chứng', width: 30, read: () => EMPTY },
  { title: 'Văn bản triển khai', width: 20, read: () => EMPTY },
  { title: 'Mã nhiệm vụ', width: 24, read: ({ row }) => toText(makeTaskCode(row.document, row.ordinal)) },
  { title: 'Ngày cập nhật gần nhất', width: 14, read: ({ today }) => toDate(today) },
];

const DEADLINE_TYPE_COLUMN = COLUMNS.findIndex((column) => column.title === 'Loại thời hạn');
const PROGRESS_COLUMN = COLUMNS.findIndex((column) => column.title === 'Tiến độ');

function* toCells(rows: Iterable<TaskRow>, today: IsoDate): Generator<Cell[]> {
  let index = 0;
  for (const row of rows) {
    index += 1;
    const context = { row, index, today };
    yield COLUMNS.map((column) => column.read(context));
  }
}

/** "Phụ lục 2" of the clerks as the bytes of an XLSX file: header on row 3, data from row 4, `today` as the last update. */
export const writePhuLuc2 = (rows: Iterable<TaskRow>, today: IsoDate): Generator<Uint8Array> => {
  const sheet: Sheet = {
    name: 'Phụ lục 2',
    titles: ['PHỤ LỤC 2', ''],
    columns: COLUMNS,
    choices: new Map<number, readonly string[]>([
      [DEADLINE_TYPE_COLUMN, DEADLINE_TYPES],
      [PROGRESS_COLUMN, PROGRESS],
    ]),
    rows: toCells(rows, today),
  };
  return writeXlsx(sheet);
};
