import { type Command, Option } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { readNameMap } from '../../output/export/name-map.js';
import { gatherReport } from '../../output/report/gather-report.js';
import { gatherToday } from '../../output/report/gather-today.js';
import { writeReportPage, writeTodayPage } from '../../output/report/write-html.js';
import { formatReport, formatToday } from '../format-report.js';
import { type Language, readLanguage, speak, usageError } from '../language.js';
import { printText, tell } from '../print.js';
import { printChunks } from '../print-chunks.js';
import { addStoreOption, withStore } from '../store-option.js';
import { addTodayOption, parseCount, parseDay, readToday } from '../task-options.js';
import { localToday } from '../today.js';
import { writeRemembered } from '../write-remembered.js';

/** How a report is given: for a terminal, as a page, or for a program. */
interface Forms {
  readonly text: () => string;
  readonly html: () => string;
  readonly json: () => string;
}

const addFormOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--format <format>', 'dạng: chữ, trang để in, hoặc JSON / form: text, a page to print, or JSON')
        .choices(['text', 'html', 'json'])
        .default('text'),
    )
    .option('-o, --output <file>', 'tệp ghi ra; không có thì in ra màn hình / file to write; else standard output');

const give = async (command: Command, forms: Forms): Promise<void> => {
  const { format, output } = command.opts();
  const content = format === 'html' ? forms.html() : `${format === 'json' ? forms.json() : forms.text()}\n`;
  if (typeof output === 'string') return writeRemembered(command, [content], output);
  if (format === 'text') return printText(content.trimEnd());
  await printChunks([content]);
};

const formsOf = <Report>(
  report: Report,
  language: Language,
  text: (report: Report, say: ReturnType<typeof speak>) => string,
  html: (report: Report, language: Language) => string,
): Forms => ({
  text: () => text(report, speak(language)),
  html: () => html(report, language),
  json: () => toJson(report),
});

const NOT_OVER = [
  'Ngày này chưa qua: số liệu còn thay đổi đến hết ngày.',
  'This day is not over: the figures may still change until its end.',
] as const;

/** `ketluan report --on 30/06/2025`: the state of all tasks at the end of a day. — báo cáo chốt theo ngày */
export const registerReport = (program: Command): void => {
  const command = program
    .command('report')
    .description('báo cáo chốt theo ngày: số liệu, quá hạn theo cơ quan / the state of tasks at the end of a day')
    .addOption(
      new Option('--on <day>', 'chốt đến hết ngày này / at the end of this day')
        .argParser(parseDay)
        .makeOptionMandatory(),
    )
    .option('--anonymous', 'không ghi tên cơ quan, nội dung việc / without names and texts', false)
    .option(
      '--map <file>',
      'CSV: tên trong văn bản, tên trong danh mục của cơ quan / CSV: names in papers, names in your list',
    );
  addFormOptions(addStoreOption(command)).action(async () => {
    const { on, anonymous, map } = command.opts();
    if (typeof on !== 'string') throw usageError('Cần --on <ngày>', 'Expected --on <day>');
    const report = await withStore(command, (db) =>
      gatherReport(db, on, {
        anonymous: anonymous === true,
        ...(typeof map === 'string' ? { map: readNameMap(map) } : {}),
      }),
    );
    if (on >= localToday()) tell(speak(readLanguage(command))(...NOT_OVER));
    await give(command, formsOf(report, readLanguage(command), formatReport, writeReportPage));
  });
};

/** `ketluan today`: what is overdue, what comes due, what waits. — việc hôm nay */
export const registerToday = (program: Command): void => {
  const command = program
    .command('today')
    .description('việc hôm nay: quá hạn, sắp đến hạn, chờ xử lý / what is overdue, comes due, waits');
  addFormOptions(addTodayOption(addStoreOption(command)))
    .option('--limit <n>', 'số việc ghi ra ở mỗi mục / tasks of each kind that are told', parseCount)
    .action(async () => {
      const { limit } = command.opts();
      const most = typeof limit === 'number' ? limit : undefined;
      const day = await withStore(command, (db) => gatherToday(db, readToday(command), most));
      await give(command, formsOf(day, readLanguage(command), formatToday, writeTodayPage));
    });
};
