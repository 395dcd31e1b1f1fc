import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { PassageHit } from '../../output/search/find-passages.js';
import type { SearchHit, SearchPage } from '../../output/search/request.js';
import { search } from '../../output/search/search.js';
import {
  formatDayOr,
  formatDeadline,
  formatFigure,
  formatHighlights,
  formatPath,
  type Paint,
  paintFor,
  wrapText,
} from '../format.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { oneLine, printPainted, severalLines } from '../print.js';
import { addStoreOption, withStore } from '../store-option.js';
import { showsColours } from '../surroundings.js';
import { addTaskOptions, addTodayOption, parseCount, readFilters, readToday } from '../task-options.js';
import { UNCLAIMED_NAMES } from '../unclaimed-names.js';

const WIDTH = 100;

/** Words are wrapped before they are painted, so that invisible codes do not count as columns. */
const formatSnippet = ({ snippet }: Pick<SearchHit, 'snippet'>, paint: Paint, isTerminal: boolean): string => {
  const open = '\ue000';
  const close = '\ue001';
  const marked = formatHighlights(snippet.text, snippet.highlights, (hit) => open + hit + close);
  const whole = `${snippet.cutBefore ? '… ' : ''}${marked}${snippet.cutAfter ? ' …' : ''}`;
  return wrapText(severalLines(whole), WIDTH, '   ').replace(/\ue000([^\ue001]*)\ue001/gu, (_, hit: string) =>
    isTerminal ? paint('inverse', hit.replace(/\n {3}/gu, '\n   ')) : `«${hit}»`,
  );
};

const formatHit = (hit: SearchHit, index: number, say: Speak, paint: Paint, isTerminal: boolean): string => {
  const number = hit.documentNumber ?? say('(không số)', '(no number)');
  const day = formatDayOr(hit.issuedOn, say('không rõ ngày', 'date unknown'));
  const head = `${index}. ${paint('bold', oneLine(`${hit.documentType ?? ''} ${number}`.trim()))}, ${day} · ${say('mục', 'item')} ${oneLine(formatPath(hit.number, say))}`;
  const due = hit.deadlines.map((deadline) => formatDeadline(deadline, say)).join('; ');
  const facts = [
    `${say('Chủ trì', 'Lead')}: ${oneLine(hit.leads.join('; ')) || '—'}`,
    `${say('Hạn', 'Due')}: ${due === '' ? say('không ghi', 'none given') : due}`,
    `${say('trang', 'page')} ${hit.page}`,
    ...(hit.needsReview ? [paint('yellow', say('cần xem lại', 'needs review'))] : []),
  ];
  return `${head}\n${formatSnippet(hit, paint, isTerminal)}\n   ${facts.join(' · ')}\n   ${paint('dim', hit.directiveId)}`;
};

/** A passage that holds the words and is no task: marked as such, so that nobody takes it for one. */
const formatPassage = (hit: PassageHit, say: Speak, paint: Paint, isTerminal: boolean): string => {
  const number = hit.documentNumber ?? say('(không số)', '(no number)');
  const why = say(UNCLAIMED_NAMES[hit.why].vi, UNCLAIMED_NAMES[hit.why].en);
  const head = `• ${paint('bold', oneLine(`${hit.documentType ?? ''} ${number}`.trim()))} · ${say('trang', 'page')} ${hit.page} · ${paint('yellow', why)}`;
  return `${head}\n${formatSnippet(hit, paint, isTerminal)}\n   ${paint('dim', hit.documentId)}`;
};

const formatPassages = ({ passages }: SearchPage, say: Speak, paint: Paint, isTerminal: boolean): string[] =>
  passages.length === 0
    ? []
    : [
        `\n${say('Đoạn giống giao việc, chưa thành nhiệm vụ:', 'Passages that look like tasks and became none:')}`,
        ...passages.map((hit) => `\n${formatPassage(hit, say, paint, isTerminal)}`),
      ];

const formatFacets = ({ facets }: SearchPage, say: Speak, paint: Paint): string[] => {
  if (facets === undefined) return [];
  const line = (name: string, counts: readonly { value: string; count: number }[]): string[] =>
    counts.length === 0
      ? []
      : [
          paint(
            'dim',
            `${name}: ${counts
              .slice(0, 6)
              .map((c) => `${oneLine(c.value)} (${formatFigure(c.count, 0, say)})`)
              .join(' · ')}`,
          ),
        ];
  const note = facets.exact
    ? ''
    : say(` (đếm trên ${facets.counted} mục lưu mới nhất)`, ` (over the ${facets.counted} newest stored)`);
  return [
    ...line(say('Chủ trì', 'Lead') + note, facets.leads),
    ...line(say('Cơ quan ban hành', 'Issuer') + note, facets.issuers),
    ...line(say('Loại', 'Type') + note, facets.types),
    ...line(say('Năm', 'Year') + note, facets.years),
  ];
};

export const formatPage = (page: SearchPage, say: Speak, isTerminal: boolean): string => {
  const paint = paintFor(isTerminal);
  const passages = formatPassages(page, say, paint, isTerminal);
  if (page.hits.length === 0)
    return [say('Không tìm thấy nhiệm vụ nào.', 'No task was found.'), ...passages].join('\n');
  const count = `${page.total.exact ? '' : say('hơn ', 'more than ')}${formatFigure(page.total.count, 0, say)}`;
  const order =
    page.order === 'sorted'
      ? say('ngày ban hành mới nhất trước', 'newest issued first')
      : say('lưu mới nhất trước', 'newest stored first');
  return [
    say(`Tìm thấy ${count} nhiệm vụ (${order})`, `Found ${count} tasks (${order})`),
    ...formatFacets(page, say, paint),
    ...page.hits.map((hit, i) => `\n${formatHit(hit, i + 1, say, paint, isTerminal)}`),
    ...passages,
    ...(page.next === null ? [] : [`\n${say('Trang sau', 'Next page')}: --page-token ${page.next}`]),
  ].join('\n');
};

/** `ketluan search <words>`: finds tasks, with or without accents. — tìm nhiệm vụ */
export const registerSearch = (program: Command): void => {
  const command = program
    .command('search')
    .description('tìm nhiệm vụ, có dấu hay không dấu đều được / find tasks, with or without accents')
    .argument('[words...]', 'từ cần tìm; \'"cụm từ"\', từ*, -từ cần loại / words; \'"a phrase"\', prefix*, -excluded');
  addTodayOption(addTaskOptions(addStoreOption(command)))
    .option('--limit <count>', 'số kết quả mỗi trang / results a page', parseCount, 10)
    .option('--page-token <token>', 'trang sau của lần tìm trước / next page of an earlier search')
    .option('--facets', 'đếm theo cơ quan, loại, năm / count by body, type, year')
    .option('--json', 'in một đối tượng JSON / print one JSON object')
    .action(async (words: string[]) => {
      const { limit, pageToken, facets, json } = command.opts();
      const page = await withStore(command, (db) =>
        search(db, {
          words: words.join(' '),
          filters: readFilters(command),
          today: readToday(command),
          limit: Math.min(Math.max(Number(limit), 1), 1000),
          withFacets: facets === true,
          ...(typeof pageToken === 'string' ? { pageToken } : {}),
        }),
      );
      const isTerminal = showsColours();
      const text = json === true ? toJson(page) : formatPage(page, speak(readLanguage(command)), isTerminal);
      printPainted(text);
    });
};
