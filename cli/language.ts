import { type Command, Option } from 'commander';
import { PipelineError } from '../pipeline/base/errors.js';
import type { Bilingual } from '../schemas/note.js';

export type Language = keyof Bilingual;

/** The global option, put on the program once. */
export const languageOption = (): Option =>
  new Option('--lang <language>', 'ngôn ngữ hiển thị / language').choices(['vi', 'en']).default('vi');

/** The language that was asked for with --lang; Vietnamese unless English was. */
export const readLanguage = (command: Command): Language => (command.optsWithGlobals().lang === 'en' ? 'en' : 'vi');

/** The same before a command line is understood, for help pages and errors: `--lang en` or `--lang=en` anywhere in it. */
export const askedLanguage = (words: readonly string[]): Language => {
  const at = words.lastIndexOf('--lang');
  return words.includes('--lang=en') || (at >= 0 && words[at + 1] === 'en') ? 'en' : 'vi';
};

/** One language of a description that is written "Việt / English", as commander keeps it: a single string. */
export const half = (text: string, language: Language): string => {
  const [vi = text, en = vi] = text.split(' / ');
  return language === 'en' ? en : vi;
};

/** A bilingual sentence in one language: `say({ vi: 'Xong.', en: 'Done.' }, 'en') === 'Done.'`. */
export const say = (text: Bilingual, language: Language): string => text[language];

/** A sentence in the language asked for: `say(readLanguage(command))('Không thấy', 'Not found')`. */
export const speak =
  (language: Language) =>
  (vi: string, en: string): string =>
    language === 'en' ? en : vi;
export type Speak = ReturnType<typeof speak>;

/** What to do after wrong use. */
export const USAGE_HINT: Bilingual = {
  vi: 'Xem cách dùng: thêm --help sau tên lệnh',
  en: 'See the usage: add --help after the command',
};

/** Wrong use of a command: the code that makes the program end with the status for it. */
export const usageError = (vi: string, en: string): PipelineError => new PipelineError('usage', { vi, en }, USAGE_HINT);
