import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { runSearch } from '../../output/search/saved-searches.js';
import { formatFound } from '../format-search.js';
import { readLanguage, speak } from '../language.js';
import { printPainted } from '../print.js';
import { addSearchOptions, addViewOptions, readAsked, readView } from '../search-options.js';
import { addStoreOption, withStore } from '../store-option.js';
import { showsColours } from '../surroundings.js';
import { addTaskOptions, addTodayOption } from '../task-options.js';

/** `ketluan search <words>`: finds tasks or papers, with or without accents. — tìm nhiệm vụ, văn bản */
export const registerSearch = (program: Command): void => {
  const command = program
    .command('search')
    .description(
      'tìm nhiệm vụ hoặc văn bản, có dấu hay không dấu đều được / find tasks or papers, with or without accents',
    )
    .argument(
      '[words...]',
      'từ cần tìm, hoặc một câu như: việc của Sở Y tế quá hạn; từ*, -từ cần loại / words, or a sentence; prefix*, -excluded',
    );
  addTodayOption(addViewOptions(addSearchOptions(addTaskOptions(addStoreOption(command))))).action(
    async (words: string[]) => {
      const view = readView(command);
      const asked = readAsked(command, words);
      const found = await withStore(command, (db) => runSearch(db, asked, view));
      if (command.opts().json === true) return printPainted(toJson(found.page));
      const say = speak(readLanguage(command));
      printPainted(formatFound(found, view.limit, say, showsColours()));
    },
  );
};
