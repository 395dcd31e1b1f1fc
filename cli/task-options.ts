import { type Command, InvalidArgumentError, Option } from 'commander';
import { readIsoDate } from '../language/calendar/civil-date.js';
import { TaskFilters } from '../output/search/task-filters.js';
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

/** Adds the filters that search and every export share. */
export const addTaskOptions = (command: Command): Command =>
  command
    .option('--body <name>', 'cơ quan, ở bất kỳ vai trò nào / body in any role')
    .option('--lead <name>', 'cơ quan chủ trì / lead body')
    .option('--issuer <name>', 'cơ quan ban hành / issuer')
    .option('--type <name>', 'loại văn bản / document type')
    .option('--year <year>', 'năm ban hành / year of issue', parseCount)
    .option('--due-before <day>', 'hạn từ ngày này trở về trước / due on this day or earlier', parseDay)
    .option('--due-after <day>', 'hạn từ ngày này trở đi / due on this day or later', parseDay)
    .option('--overdue', 'đã quá hạn / overdue')
    .option('--due-within <days>', 'đến hạn trong số ngày này / due within so many days', parseCount)
    .option('--no-deadline', 'cần điền hạn: chưa biết ngày / no day can be told')
    .option('--needs-review', 'cần xem lại / needs review');

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
