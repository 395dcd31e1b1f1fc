import { type Command, Option } from 'commander';
import { FORMATS, isFormatName, type MappedRequest } from '../../output/export/formats.js';
import { readNameMap, Unmapped } from '../../output/export/name-map.js';
import { readWords } from '../../output/search/read-sentence.js';
import { isSecret } from '../../output/store/secret.js';
import { paintFor } from '../format.js';
import { formatReading } from '../format-search.js';
import { readLanguage, speak, usageError } from '../language.js';
import { oneLine, tell } from '../print.js';
import { printChunks } from '../print-chunks.js';
import { addStoreOption, withStore } from '../store-option.js';
import { addTaskOptions, addTodayOption, readFilters, readToday } from '../task-options.js';
import { writeRemembered } from '../write-remembered.js';

const SECRET = [
  'Cơ sở dữ liệu này chứa văn bản mật: giữ bản xuất như tài liệu mật.',
  'This database holds classified papers: keep the export as such.',
] as const;

/** Names that are told one by one. */
const MOST_NAMES = 20;

/** Names that the office's list has not, for whoever keeps the list. */
const tellUnmapped = (command: Command, unmapped: Unmapped): void => {
  const names = unmapped.list();
  if (names.length === 0) return;
  const say = speak(readLanguage(command));
  const more = names.length - MOST_NAMES;
  tell(
    [
      say(
        `${names.length} tên chưa có trong danh mục, giữ như văn bản viết:`,
        `${names.length} names are not in the list and stay as written:`,
      ),
      ...names.slice(0, MOST_NAMES).map(({ name, count }) => `  ${oneLine(name)} (${count})`),
      ...(more > 0 ? [say(`  … và ${more} tên khác`, `  … and ${more} more`)] : []),
    ].join('\n'),
  );
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
    .option(
      '--map <file>',
      'CSV: tên trong văn bản, tên trong danh mục của cơ quan / CSV: names in papers, names in your list',
    )
    .option('--plain', 'không đọc câu thành bộ lọc: từ nào cũng là từ / read no filters out of the words')
    .option('-o, --output <file>', 'tệp ghi ra; không có thì in ra màn hình / file to write; else standard output');
  addTodayOption(addTaskOptions(addStoreOption(command))).action(async (words: string[]) => {
    const { format, output, map, plain } = command.opts();
    const chosen = typeof format === 'string' && isFormatName(format) ? FORMATS[format] : undefined;
    const path = typeof output === 'string' ? output : undefined;
    if (chosen === undefined) throw usageError('Định dạng không có', 'Expected a known format');
    if (!chosen.isText && path === undefined && process.stdout.isTTY === true)
      throw usageError('Định dạng này cần -o <tệp>', 'Expected -o <file> for this format');
    if (typeof map === 'string' && format === 'jsonl')
      throw usageError(
        '--map không dùng với jsonl: bản ấy giữ tên như văn bản viết',
        'Expected no --map with jsonl, which keeps names as written',
      );
    const unmapped = new Unmapped();
    const request: MappedRequest = {
      words: words.join(' '),
      filters: readFilters(command),
      today: readToday(command),
      unmapped,
      ...(typeof map === 'string' ? { map: readNameMap(map) } : {}),
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
      tellUnmapped(command, unmapped);
    });
  });
};
