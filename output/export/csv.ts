import { stringify } from 'csv-stringify/sync';
import { replaceCodes } from '../../language/writing/control-codes.js';
import { dropEnumerator } from './drop-enumerator.js';
import type { TaskRow } from './task-rows.js';

const REVIEWS = { confirmed: 'đã xác nhận', 'needs-review': 'cần xem lại', unreviewed: 'chưa xem' } as const;
const BOUNDS = { before: 'trước ngày', by: 'chậm nhất' } as const;

/** Columns of a CSV in their order: the heading, and what stands below it. */
export type CsvColumns<Row> = readonly (readonly [string, (row: Row) => string | number | null])[];

/** Columns of the CSV of tasks, by their Vietnamese headings. */
const COLUMNS: CsvColumns<TaskRow> = [
  ['Số văn bản', (r) => r.document.number],
  ['Loại văn bản', (r) => r.document.type],
  ['Cơ quan ban hành', (r) => r.document.issuer],
  ['Ngày ban hành', (r) => r.document.issuedOn],
  ['Mục', (r) => r.directive.number],
  ['Nội dung', (r) => dropEnumerator(r.directive)],
  ['Chủ trì', (r) => r.leads.join('; ')],
  ['Thực hiện', (r) => r.executing.join('; ')],
  ['Phối hợp', (r) => r.coordinating.join('; ')],
  ['Nơi nhận báo cáo', (r) => r.receiving.join('; ')],
  ['Thời hạn ghi trong văn bản', (r) => r.deadline?.text ?? null],
  ['Loại thời hạn', (r) => r.deadlineType],
  ['Hạn xử lý', (r) => r.deadline?.due ?? null],
  ['Mốc', (r) => (r.deadline?.bound ? BOUNDS[r.deadline.bound] : null)],
  ['Phấn đấu', (r) => (r.deadline?.target === true ? 'phấn đấu' : null)],
  ['Trạng thái', (r) => r.state],
  ['Rà soát', (r) => REVIEWS[r.review]],
  ['Tệp', (r) => r.document.source.path],
  ['Trang', (r) => r.directive.page],
  ['Bản trùng', (r) => r.copies.join('; ')],
  ['Mã văn bản', (r) => r.document.id],
  ['Mã nhiệm vụ', (r) => r.directive.id],
];

/**
 * Rows as Excel takes them: no cell is a formula (an apostrophe goes before = + - @), and a semicolon, by which a
 * Vietnamese Excel parts cells, or half a line end is quoted as well.
 */
const RULES = { escape_formulas: true, quoted_match: /[;\r\n]/u, record_delimiter: '\r\n' } as const;

const clean = (value: string | number | null): string | number | null =>
  typeof value === 'string' ? replaceCodes(value) : value;

/** CSV for Excel: UTF-8 with a byte order mark, commas, CRLF (RFC 4180), dates as YYYY-MM-DD, no cell is a formula, none
 * holds a control code. */
export function* writeCsvTable<Row>(columns: CsvColumns<Row>, rows: Iterable<Row>): Generator<string> {
  yield stringify([columns.map(([name]) => name)], { ...RULES, bom: true });
  for (const row of rows) yield stringify([columns.map(([, read]) => clean(read(row)))], RULES);
}

/** Tasks as such a CSV. */
export const writeCsv = (rows: Iterable<TaskRow>): Generator<string> => writeCsvTable(COLUMNS, rows);
