import { type Command, Option } from 'commander';
import { SEARCH_SORTS } from '../output/search/page-token.js';
import { SEARCH_PLACES } from '../output/search/request.js';
import { AskedSearch, type SearchView } from '../output/search/saved-searches.js';
import { usageError } from './language.js';
import { parseCount, readFilters, readToday } from './task-options.js';

const collect = (text: string, others: readonly string[]): readonly string[] => [...others, text];

/** Adds which part of the results is shown, and how. */
export const addViewOptions = (command: Command): Command =>
  command
    .option('--limit <count>', 'số kết quả mỗi trang / results a page', parseCount, 10)
    .option('--page <n>', 'trang thứ mấy / which page', parseCount, 1)
    .option('--page-token <token>', 'trang sau của lần tìm trước / next page of an earlier search')
    .option('--facets', 'đếm theo cơ quan, loại, năm / count by body, type, year')
    .option('--json', 'in một đối tượng JSON / print one JSON object');

/** Adds what one searches in, how words are taken, and their order. */
export const addSearchOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('--in <where>', 'tìm ở đâu: nhiệm vụ, văn bản (số, trích yếu, người ký, nơi nhận, toàn văn) / where')
        .choices(SEARCH_PLACES)
        .default('tasks'),
    )
    .option('--phrase <text>', 'có cụm từ này, nhiều lần được / with this phrase, repeatable', collect, [])
    .option('--without <text>', 'không có từ hoặc cụm từ này, nhiều lần được / without it, repeatable', collect, [])
    .option('--plain', 'không đọc câu thành bộ lọc: từ nào cũng là từ / read no filters out of the words')
    .addOption(
      new Option('--sort <order>', 'xếp theo: phù hợp, hạn, ngày ban hành / order')
        .choices(SEARCH_SORTS)
        .default('relevance'),
    );

/**
 * An argument that holds blanks and begins with a minus sign was -"cụm từ" before the shell took its quotes: cmd.exe, PowerShell
 * and sh all do. A quote inside would end the phrase.
 */
const requote = (word: string): string =>
  /^[-−]/u.test(word) && /\s/u.test(word) && !word.includes('"') ? `-"${word.slice(1)}"` : word;

const quote = (phrase: string, sign = ''): string => `${sign}"${phrase.replace(/"/gu, ' ')}"`;

/** What a command asks for, apart from which part of it is shown. */
export const readAsked = (command: Command, words: readonly string[]): AskedSearch => {
  const given = command.opts<{ in: string; sort: string; plain?: boolean; phrase: string[]; without: string[] }>();
  const parsed = AskedSearch.safeParse({
    in: given.in,
    words: [
      ...words.map(requote),
      ...given.phrase.map((text) => quote(text)),
      ...given.without.map((text) => quote(text, '-')),
    ].join(' '),
    filters: readFilters(command),
    sort: given.sort,
    plain: given.plain === true,
  });
  if (parsed.success) return parsed.data;
  throw usageError('Yêu cầu tìm kiếm không hợp lệ', 'Expected another search');
};

/** Which part of the results a command shows. */
export const readView = (command: Command): SearchView => {
  const { limit, page, pageToken, facets } = command.opts<{
    limit: number;
    page: number;
    pageToken?: string;
    facets?: boolean;
  }>();
  return {
    today: readToday(command),
    limit: Math.min(Math.max(limit, 1), 1000),
    ...(pageToken === undefined || page !== 1 ? { page } : {}),
    withFacets: facets === true,
    ...(pageToken === undefined ? {} : { pageToken }),
  };
};
