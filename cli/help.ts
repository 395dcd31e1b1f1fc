import type { Argument, Command, Help, Option } from 'commander';
import { half, type Language, say } from './language.js';

/** The headings of a help page, which commander has in English alone. */
const TITLES: Readonly<Record<string, string>> = {
  'Usage:': 'Cách dùng:',
  'Arguments:': 'Tham số:',
  'Options:': 'Tùy chọn:',
  'Global Options:': 'Tùy chọn chung:',
  'Commands:': 'Lệnh:',
};

/** Names of values, as they stand in `<file>` and `[words...]`; others are the same in both languages. */
const VALUES: Readonly<Record<string, string>> = {
  address: 'địa chỉ',
  batch: 'lượt',
  bodies: 'cơ quan',
  body: 'cơ quan',
  code: 'mã lỗi',
  command: 'lệnh',
  condition: 'điều kiện',
  count: 'số',
  day: 'ngày',
  days: 'số ngày',
  engine: 'bộ nhận dạng',
  file: 'tệp',
  folders: 'thư mục',
  folder: 'thư mục',
  format: 'định dạng',
  host: 'tên máy',
  kind: 'loại mục',
  language: 'ngôn ngữ',
  name: 'tên',
  names: 'tên',
  number: 'số',
  options: 'tùy chọn',
  order: 'thứ tự',
  other: 'mã',
  pair: 'ở máy nạp=ở đây',
  paths: 'tệp',
  person: 'tên người',
  place: 'địa danh',
  port: 'cổng',
  reason: 'lý do',
  role: 'vai trò',
  rules: 'mã',
  seconds: 'giây',
  share: 'tỉ lệ',
  stage: 'bước',
  state: 'trạng thái',
  text: 'chữ',
  time: 'hạn',
  token: 'mã',
  type: 'loại',
  where: 'nơi tìm',
  what: 'câu hoặc mã',
  words: 'từ',
  year: 'năm',
};

/** Flags and placeholders in one language: "--db <file>" is "--db <tệp>" in Vietnamese. */
export const nameValues = (flags: string, language: Language): string =>
  language === 'en' ? flags : flags.replace(/(?<=[<[])[a-z]+(?=(?:\.{3})?[>\]])/gu, (value) => VALUES[value] ?? value);

const addExtras = (description: string, extras: readonly string[]): string =>
  extras.length === 0 ? description : `${description} (${extras.join('; ')})`;

/** A default as the language writes it: 0,95 or 0.95. */
const writeDefault = (value: unknown, language: Language): string =>
  typeof value === 'number' && language === 'vi' ? String(value).replace('.', ',') : String(value);

/** A help page in one language: descriptions are written "Việt / English", the frame is ours. */
export const helpIn = (language: Language): Partial<Help> => {
  const speak = (vi: string, en: string): string => say({ vi, en }, language);
  const describeValues = ({ argChoices, defaultValue }: Pick<Option | Argument, 'argChoices' | 'defaultValue'>) => [
    ...(argChoices === undefined ? [] : [`${speak('chọn', 'one of')}: ${argChoices.join(', ')}`]),
    // What is off or empty by default needs no word.
    ...(defaultValue === undefined || defaultValue === false || String(defaultValue) === ''
      ? []
      : [`${speak('mặc định', 'default')}: ${writeDefault(defaultValue, language)}`]),
  ];
  return {
    styleTitle: (title) => speak(TITLES[title] ?? title, title),
    commandUsage: (command) => {
      const names: string[] = [];
      for (let at: Command | null = command; at !== null; at = at.parent) names.unshift(at.name());
      const usage = command.usage();
      return `${names.join(' ')} ${nameValues(usage, language)}`;
    },
    // Every command takes options: "[options]" on each line of the list tells nobody anything.
    subcommandTerm: (command) =>
      nameValues(`${command.name()} ${command.usage().replace(/^\[options\] ?/u, '')}`, language),
    argumentTerm: (argument) => nameValues(`<${argument.name()}>`, language).slice(1, -1),
    optionTerm: (option) => nameValues(option.flags, language),
    commandDescription: (command) => half(command.description(), language),
    subcommandDescription: (command) => half(command.description(), language),
    argumentDescription: (argument) => addExtras(half(argument.description, language), describeValues(argument)),
    optionDescription: (option) => addExtras(half(option.description, language), describeValues(option)),
  };
};
