import { type Command, InvalidArgumentError, Option } from 'commander';
import { readIsoDate } from '../language/calendar/civil-date.js';
import { TaskFilters } from '../output/search/task-filters.js';
import { foldWords } from '../output/store/fold-words.js';
import { TRACKER_STATES, type TrackerState } from '../output/tracker/tracker-state.js';
import { BodyRole, DeadlineKind } from '../schemas/directive.js';
import type { IsoDate } from '../schemas/span.js';
import { usageError } from './language.js';
import { localToday } from './today.js';

/** Reads a day as clerks or programs write it: 15/07/2025 or 2025-07-15. */
export const parseDay = (text: string): IsoDate => {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u.exec(text);
  const iso = local === null ? text : `${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}`;
  if (readIsoDate(iso) === undefined)
    throw new InvalidArgumentError('một ngày như 15/07/2025 / a day such as 15/07/2025 or 2025-07-15');
  return iso;
};

/** Reads a whole number from 0. */
export const parseCount = (text: string): number => {
  if (!/^\d{1,7}$/u.test(text)) throw new InvalidArgumentError('một số nguyên từ 0 / a whole number from 0');
  return Number(text);
};

/** Reads a state in any case, with or without accents: "qua han". */
const parseState = (text: string): TrackerState => {
  const state = TRACKER_STATES.find((one) => foldWords(one) === foldWords(text));
  if (state !== undefined) return state;
  const all = TRACKER_STATES.join(', ').toLowerCase();
  throw new InvalidArgumentError(`một trong: ${all} / one of: ${all}`);
};

/** Adds the filters that search and every export share. */
export const addTaskOptions = (command: Command): Command =>
  command
    .option('--body <name>', 'cơ quan, ở bất kỳ vai trò nào / body in any role')
    .option('--lead <name>', 'cơ quan chủ trì / lead body')
    .option('--issuer <name>', 'cơ quan ban hành / issuer')
    .option('--type <name>', 'loại văn bản / document type')
    .option('--year <year>', 'năm ban hành / year of issue', parseCount)
    .option('--issued-after <day>', 'ban hành từ ngày này trở đi / issued on this day or later', parseDay)
    .option('--issued-before <day>', 'ban hành từ ngày này trở về trước / issued on this day or earlier', parseDay)
    .option('--due-before <day>', 'hạn từ ngày này trở về trước / due on this day or earlier', parseDay)
    .option('--due-after <day>', 'hạn từ ngày này trở đi / due on this day or later', parseDay)
    .option(
      '--last-before <day>',
      'ngày cuối còn kịp ≤ ngày này (trước ngày 15: ngày 14) / last day in time is this day or earlier',
      parseDay,
    )
    .option('--last-after <day>', 'ngày cuối còn kịp ≥ ngày này / last day in time is this day or later', parseDay)
    .option('--overdue', 'đã quá hạn / overdue')
    .option('--due-within <days>', 'đến hạn trong số ngày này / due within so many days', parseCount)
    .option('--no-deadline', 'cần điền hạn: chưa biết ngày / no day can be told')
    .addOption(new Option('--role <role>', 'vai trò của --body / role of --body').choices(BodyRole.options))
    .option('--number <number>', 'số, ký hiệu văn bản hoặc phần đầu của nó / number of the paper or its beginning')
    .option('--meeting <number>', 'hội nghị lần thứ / number of the meeting')
    .option('--batch <n>', 'do lượt nạp này lưu / stored by this batch', parseCount)
    .addOption(new Option('--deadline-kind <kind>', 'loại thời hạn / kind of deadline').choices(DeadlineKind.options))
    .option('--inferred', 'năm của hạn là suy ra / the year of the day was supplied')
    .option('--state <state>', 'trạng thái: quá hạn, sắp đến hạn … / state of the tracker', parseState)
    .option('--needs-review', 'cần xem lại / needs review')
    .option('--why <reason>', 'cần xem lại vì lý do này / needs review for this reason');

/** The day that a command counts from; the only clock is here. */
export const addTodayOption = (command: Command): Command =>
  command.addOption(new Option('--today <day>', 'tính theo ngày này / take this day as today').argParser(parseDay));

/** Today on this computer's calendar, or the day given with --today. */
export const readToday = (command: Command): IsoDate => {
  const { today } = command.opts();
  return typeof today === 'string' ? today : localToday();
};

/** The filters that were given to a command. */
export const readFilters = (command: Command): TaskFilters => {
  const given = command.opts();
  const parsed = TaskFilters.safeParse({
    ...given,
    // commander turns --no-deadline into deadline: false.
    noDeadline: given.deadline === false ? true : undefined,
  });
  if (parsed.success) return parsed.data;
  throw usageError('Bộ lọc không hợp lệ', 'Expected other values for the filters');
};
