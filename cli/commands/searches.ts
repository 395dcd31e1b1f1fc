import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { describeFilters } from '../../output/search/describe-filter.js';
import {
  type AskedSearch,
  listSavedSearches,
  removeSearch,
  requireSavedSearch,
  runSearch,
  type SavedSearch,
  saveSearch,
} from '../../output/search/saved-searches.js';
import { formatMoment } from '../format.js';
import { formatFound } from '../format-search.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { oneLine, printPainted, printText } from '../print.js';
import { addSearchOptions, addViewOptions, readAsked, readView } from '../search-options.js';
import { addStoreOption, withStore, withWritableStore } from '../store-option.js';
import { readDoer, showsColours } from '../surroundings.js';
import { addTaskOptions, addTodayOption } from '../task-options.js';

/** "từ: chuyển đổi số · quá hạn" */
const describeAsked = ({ in: place, words, filters, sort, plain }: AskedSearch, say: Speak): string =>
  [
    ...(place === 'papers' ? [say('trong văn bản', 'in papers')] : []),
    ...(words === '' ? [] : [say(`từ: ${words}`, `words: ${words}`)]),
    ...describeFilters(filters).map(({ label }) => say(label.vi, label.en)),
    ...(sort === 'due' ? [say('hạn sớm nhất trước', 'earliest due first')] : []),
    ...(sort === 'issued' ? [say('ban hành mới nhất trước', 'newest issued first')] : []),
    ...(plain ? ['--plain'] : []),
  ].join(' · ');

const formatSaved = ({ name, asked, savedBy, savedAt }: SavedSearch, say: Speak): string =>
  `${oneLine(name)}: ${oneLine(describeAsked(asked, say)) || say('tất cả', 'everything')}\n   ${[oneLine(savedBy), formatMoment(savedAt)].filter(Boolean).join(', ')}`;

const registerAdd = (searches: Command): void => {
  const command = searches
    .command('add')
    .description('lưu một tìm kiếm dưới một tên / keep a search under a name')
    .argument('<name>', 'tên / name')
    .argument('[words...]', 'như của search / as for search')
    .option('--replace', 'thay tìm kiếm cùng tên / put it in place of one of that name', false);
  addSearchOptions(addTaskOptions(addStoreOption(command))).action(async (name: string, words: string[]) => {
    const asked = readAsked(command, words);
    const saved = await withWritableStore(command, (db) =>
      saveSearch(db, name, asked, { ...readDoer(), replace: command.opts().replace === true }),
    );
    const say = speak(readLanguage(command));
    printText(`${say('Đã lưu', 'Saved')} ${formatSaved(saved, say)}`);
  });
};

const registerList = (searches: Command): void => {
  const command = searches.command('list').description('các tìm kiếm đã lưu / saved searches');
  addStoreOption(command)
    .option('--json', 'mỗi dòng một đối tượng JSON / one JSON object a line')
    .action(async () => {
      const saved = await withStore(command, listSavedSearches);
      const say = speak(readLanguage(command));
      if (command.opts().json === true) return printText(saved.map(toJson).join('\n'));
      printText(
        saved.length === 0
          ? say('Chưa lưu tìm kiếm nào.', 'No search is saved.')
          : saved.map((one) => formatSaved(one, say)).join('\n'),
      );
    });
};

const registerRun = (searches: Command): void => {
  const command = searches
    .command('run')
    .description('tìm lại theo tìm kiếm đã lưu, tính đến hôm nay / search again, as of today')
    .argument('<name>', 'tên / name');
  addTodayOption(addViewOptions(addStoreOption(command))).action(async (name: string) => {
    const view = readView(command);
    const found = await withStore(command, (db) => runSearch(db, requireSavedSearch(db, name).asked, view));
    if (command.opts().json === true) return printPainted(toJson(found.page));
    const say = speak(readLanguage(command));
    printPainted(formatFound(found, view.limit, say, showsColours()));
  });
};

const registerRemove = (searches: Command): void => {
  const command = searches
    .command('remove')
    .description('bỏ một tìm kiếm đã lưu / forget a saved search')
    .argument('<name>', 'tên / name');
  addStoreOption(command).action(async (name: string) => {
    const gone = await withWritableStore(command, (db) => removeSearch(db, name));
    const say = speak(readLanguage(command));
    printText(`${say('Đã bỏ', 'Removed')} ${formatSaved(gone, say)}`);
  });
};

/** `ketluan searches add|list|run|remove`: searches kept under a name. — tìm kiếm đã lưu */
export const registerSearches = (program: Command): void => {
  const searches = program.command('searches').description('tìm kiếm đã lưu: add, list, run, remove / saved searches');
  for (const register of [registerAdd, registerList, registerRun, registerRemove]) register(searches);
};
