import { type Command, Option } from 'commander';
import type { Bilingual } from '../schemas/note.js';

/** Languages that the program speaks; Vietnamese is the default. */
export type Language = 'vi' | 'en';

/** The global option, put on the program once. */
export const languageOption = (): Option =>
  new Option('--lang <language>', 'ngôn ngữ hiển thị / language').choices(['vi', 'en']).default('vi');

/** The language that the user chose, read from any command of the program. */
export const readLanguage = (command: Command): Language => (command.optsWithGlobals().lang === 'en' ? 'en' : 'vi');

/** One sentence in the chosen language: `say({ vi: 'Xong.', en: 'Done.' }, 'en') === 'Done.'`. */
export const say = (text: Bilingual, language: Language): string => text[language];
