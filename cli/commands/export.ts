import { type Command, Option } from 'commander';
import { writeCalendar } from '../../output/export/calendar.js';
import { writeCsv } from '../../output/export/csv.js';
import { writeJsonl } from '../../output/export/jsonl.js';
import { writePhuLuc2 } from '../../output/export/phu-luc-2.js';
import { writeReport } from '../../output/export/report.js';
import { type ExportRequest, selectRecords } from '../../output/export/select-records.js';
import { listTaskRows } from '../../output/export/task-rows.js';
import { type Chunks, writeExport } from '../../output/files/write-export.js';
import { readWords } from '../../output/search/read-sentence.js';
import { rememberExport } from '../../output/store/remember-export.js';
import { isSecret } from '../../output/store/secret.js';
import type { Store } from '../../output/store/store.js';
import { paintFor } from '../format.js';
import { formatReading } from '../format-search.js';
import { withInterrupt } from '../interrupt.js';
import { type Language, readLanguage, speak, usageError } from '../language.js';
import { tell } from '../print.js';
import { printChunks } from '../print-chunks.js';
import { addStoreOption, readDatabase, withStore } from '../store-option.js';
import { readSurroundings } from '../surroundings.js';
import { addTaskOptions, addTodayOption, readFilters, readToday } from '../task-options.js';

interface ExportFormat {
  /** False for bytes that no terminal can show. */
  readonly isText: boolean;
  readonly write: (db: Store, request: ExportRequest, language: Language) => Chunks;
}

const rowsOf = (db: Store, request: ExportRequest) => listTaskRows(selectRecords(db, request), request.today);
/** For formats that go through the tasks more than once. */
const rowsAgain = (db: Store, request: ExportRequest) => () => rowsOf(db, request);

const FORMATS: Readonly<Record<string, ExportFormat>> = {
  jsonl: { isText: true, write: (db, request) => writeJsonl(selectRecords(db, request)) },
  csv: { isText: true, write: (db, request) => writeCsv(rowsOf(db, request)) },
  xlsx: { isText: false, write: (db, request) => writePhuLuc2(rowsAgain(db, request), request.today) },
  ics: { isText: true, write: (db, request) => writeCalendar(rowsOf(db, request), request.today) },
  html: {
    isText: true,
    write: (db, request, language) => writeReport(rowsAgain(db, request), request.today, language),
  },
};

const SECRET = [
  'Cơ sở dữ liệu này chứa văn bản mật: giữ bản xuất như tài liệu mật.',
  'This database holds classified papers: keep the export as such.',
] as const;

const FORGOTTEN = [
  'Cơ sở dữ liệu không ghi nhớ được bản xuất này (chỉ đọc, đang bận, hoặc là bản sao): nếu sau này một văn bản bị xác định là mật, hãy tự kiểm tra bản này.',
  'The database does not remember this export (it is read-only, busy, or a copy): should a paper turn out to be classified, look here yourself.',
] as const;

/** Writes an export, which the database names should a paper in it turn out to be classified. */
const writeRemembered = async (command: Command, chunks: Chunks, path: string): Promise<void> => {
  const database = readDatabase(command);
  const { now } = readSurroundings();
  let written: string | undefined;
  let isRemembered = true;
  const remember = (isDone: boolean): void => {
    if (written !== undefined && isRemembered)
      isRemembered = rememberExport(database, { path: written, at: now(), isDone });
  };
  const onTarget = (target: string): void => {
    written = target;
    remember(false);
  };
  await withInterrupt((signal) => writeExport(chunks, path, { database, signal, onTarget }));
  remember(true);
  if (!isRemembered) tell(speak(readLanguage(command))(...FORGOTTEN));
};

/** `ketluan export --format …`: tasks for other programs and for clerks. — xuất dữ liệu */
export const registerExport = (program: Command): void => {
  const command = program
    .command('export')
    .description('xuất nhiệm vụ, cùng bộ lọc như tìm kiếm / export tasks, with the filters of search')
    .argument('[words...]', 'chỉ lấy nhiệm vụ có các từ này / only tasks with these words')
    .addOption(
      new Option(
        '--format <format>',
        'định dạng: xlsx là Phụ lục 2, ics là lịch, html để in / format: xlsx is Phụ lục 2, ics a calendar, html to print',
      )
        .choices(Object.keys(FORMATS))
        .makeOptionMandatory(),
    )
    .option('--plain', 'không đọc câu thành bộ lọc: từ nào cũng là từ / read no filters out of the words')
    .option('-o, --output <file>', 'tệp ghi ra; không có thì in ra màn hình / file to write; else standard output');
  addTodayOption(addTaskOptions(addStoreOption(command))).action(async (words: string[]) => {
    const { format, output, plain } = command.opts();
    const chosen = FORMATS[String(format)];
    const path = typeof output === 'string' ? output : undefined;
    if (chosen === undefined) throw usageError('Định dạng không có', 'Expected a known format');
    if (!chosen.isText && path === undefined && process.stdout.isTTY === true)
      throw usageError('Định dạng này cần -o <tệp>', 'Expected -o <file> for this format');
    const request = {
      words: words.join(' '),
      filters: readFilters(command),
      today: readToday(command),
      plain: plain === true,
    };
    await withStore(command, async (db) => {
      if (isSecret(db)) tell(speak(readLanguage(command))(...SECRET));
      // What is left out of a file because of how a sentence was read must be known.
      for (const line of formatReading(readWords(db, request).sure, speak(readLanguage(command)), paintFor(false)))
        tell(line);
      const chunks = chosen.write(db, request, readLanguage(command));
      if (path === undefined) await printChunks(chunks);
      else await writeRemembered(command, chunks, path);
    });
  });
};
