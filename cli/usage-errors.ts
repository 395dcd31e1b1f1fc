import type { CommanderError } from 'commander';
import type { Bilingual } from '../schemas/note.js';
import { nameValues } from './help.js';

const SUGGESTION = /\n\(Did you mean (?:one of )?(.+)\?\)$/u;

const quoted = (message: string): string => /'([^']*)'/u.exec(message)?.[1] ?? '';

/** What was wrong with a value, in the words of whoever refused it: ours are "Việt / English", a list of choices is commander's. */
const describeRefusal = (message: string): Bilingual => {
  const [, flags = '', value = '', why = ''] =
    /^error: (?:option '([^']*)' argument|command-argument value) '([\s\S]*?)' is invalid(?: for argument '[^']*')?\.\s*([\s\S]*)$/u.exec(
      message,
    ) ?? [];
  const choices = /^Allowed choices are (.+)\.$/u.exec(why)?.[1];
  const [vi = why, en = why] =
    choices === undefined ? why.split(' / ') : [`một trong: ${choices}`, `one of: ${choices}`];
  return {
    vi: `${flags === '' ? 'Giá trị' : `Tùy chọn ${nameValues(flags, 'vi')}:`} cần ${vi}, đã nhận “${value}”`,
    en: `${flags === '' ? 'The value' : `Option ${flags}:`} expected ${en}, got “${value}”`,
  };
};

const describe = ({ code, message }: Pick<CommanderError, 'code' | 'message'>): Bilingual => {
  const name = quoted(message);
  switch (code) {
    case 'commander.unknownOption':
      return { vi: `Không có tùy chọn ${name}`, en: `There is no option ${name}` };
    case 'commander.unknownCommand':
      return { vi: `Không có lệnh ${name}`, en: `There is no command ${name}` };
    case 'commander.missingArgument':
      return { vi: `Thiếu tham số ${nameValues(`<${name}>`, 'vi')}`, en: `The argument <${name}> is missing` };
    case 'commander.optionMissingArgument':
      return { vi: `Tùy chọn ${nameValues(name, 'vi')} thiếu giá trị`, en: `Option ${name} needs a value` };
    case 'commander.missingMandatoryOptionValue':
      return { vi: `Thiếu tùy chọn ${nameValues(name, 'vi')}`, en: `The option ${name} is required` };
    case 'commander.excessArguments': {
      const [, expected = '', got = ''] = /Expected (\d+) arguments? but got (\d+)/u.exec(message) ?? [];
      if (expected === '0')
        return {
          vi: `Lệnh này không có tham số nào, đã nhận ${got}: có thể gõ sai tên lệnh con`,
          en: `This command takes no argument, got ${got}: perhaps a subcommand is mistyped`,
        };
      return { vi: `Thừa tham số: cần ${expected}, đã nhận ${got}`, en: `Expected ${expected} arguments, got ${got}` };
    }
    case 'commander.invalidArgument':
      return describeRefusal(message);
    default:
      return { vi: message, en: message };
  }
};

/**
 * What commander found wrong with a command line, in both languages, with what may have been meant; it says so itself in
 * English alone. — lỗi cách dùng lệnh
 */
export const describeUsageError = (error: Pick<CommanderError, 'code' | 'message'>): Bilingual => {
  const meant = SUGGESTION.exec(error.message)?.[1];
  const said = describe({ code: error.code, message: error.message.replace(SUGGESTION, '') });
  if (meant === undefined) return said;
  return { vi: `${said.vi}. Ý bạn là ${meant}?`, en: `${said.en}. Did you mean ${meant}?` };
};
