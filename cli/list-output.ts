import { type Command, InvalidArgumentError } from 'commander';
import { toJson } from '../language/writing/control-codes.js';
import { type CsvColumns, writeCsvTable } from '../output/export/csv.js';
import { writeExport } from '../output/files/write-export.js';
import { withInterrupt } from './interrupt.js';
import { usageError } from './language.js';
import { printText } from './print.js';
import { printChunks } from './print-chunks.js';
import { readDatabase } from './store-option.js';

const readWhole = (text: string): number => {
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('một số nguyên từ 1 / a whole number from 1');
};

/** Adds the forms in which a list is given. */
export const addListOptions = (command: Command): Command =>
  command
    .option('--json', 'mỗi dòng một đối tượng JSON / one JSON object a line')
    .option('--csv', 'bảng CSV cho Excel / CSV for Excel')
    .option('-o, --output <file>', 'ghi ra tệp (cùng --csv hoặc --json) / write to a file (with --csv or --json)');

/** Adds the choice of a part of a long list. */
export const addPageOptions = (command: Command): Command =>
  command
    .option('--limit <n>', 'số dòng một trang / lines of a page', readWhole)
    .option('--page <n>', 'trang thứ mấy / which page', readWhole);

/** Lines of a page for people where nothing else was asked for. */
const LINES = 50;

interface ListArguments {
  readonly json?: boolean;
  readonly csv?: boolean;
  readonly output?: string;
  readonly limit?: number;
  readonly page?: number;
}

/** True when a list goes to a program. */
const isForPrograms = ({ json, csv }: ListArguments): boolean => json === true || csv === true;

/** The part of a list that was asked for; for programs all of it unless a limit was given. */
export const readPage = (
  command: Command,
): { readonly limit?: number; readonly offset: number; readonly page: number } => {
  const given = command.opts<ListArguments>();
  const { page = 1 } = given;
  const limit = given.limit ?? (isForPrograms(given) && given.page === undefined ? undefined : LINES);
  return { ...(limit === undefined ? {} : { limit }), offset: (page - 1) * (limit ?? 0), page };
};

function* toLines<Row>(rows: Iterable<Row>): Generator<string> {
  for (const row of rows) yield `${toJson(row)}\n`;
}

/** Gives a list in the form that was asked for: JSON lines, CSV, or the text for people. */
export const giveList = async <Row>(
  command: Command,
  rows: Iterable<Row>,
  { columns, text }: { readonly columns: CsvColumns<Row>; readonly text: () => string },
): Promise<void> => {
  const given = command.opts<ListArguments>();
  const { output } = given;
  if (given.json === true && given.csv === true)
    throw usageError('Chọn một trong --json và --csv', 'Expected one of --json and --csv');
  if (!isForPrograms(given)) {
    if (output !== undefined) throw usageError('-o cần --csv hoặc --json', 'Expected --csv or --json with -o');
    return printText(text());
  }
  const chunks = given.csv === true ? writeCsvTable(columns, rows) : toLines(rows);
  if (output === undefined) return printChunks(chunks);
  await withInterrupt((signal) => writeExport(chunks, output, { database: readDatabase(command), signal }));
};
