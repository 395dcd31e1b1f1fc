import type { Command } from 'commander';
import type { CsvColumns } from '../../output/export/csv.js';
import {
  DocumentFilters,
  type DocumentPage,
  findDocuments,
  type ListedDocument,
} from '../../output/search/find-documents.js';
import { formatDayOr, formatFigure } from '../format.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { addListOptions, addPageOptions, giveList, readPage } from '../list-output.js';
import { oneLine } from '../print.js';
import { addStoreOption, withStore } from '../store-option.js';
import { parseCount, parseDay } from '../task-options.js';

const COLUMNS: CsvColumns<ListedDocument> = [
  ['Mã văn bản', (d) => d.id],
  ['Loại văn bản', (d) => d.type],
  ['Số văn bản', (d) => d.number],
  ['Ngày ban hành', (d) => d.issuedOn],
  ['Cơ quan ban hành', (d) => d.issuer],
  ['Số nhiệm vụ', (d) => d.tasks],
  ['Nhiệm vụ cần xem lại', (d) => d.toReview],
  ['Cần xem lại', (d) => (d.needsReview ? 'cần xem lại' : null)],
  ['Lý do', (d) => d.reasons.map(({ message }) => message.vi).join(' ')],
  ['Lượt nạp', (d) => d.batch],
  ['Tệp', (d) => d.path],
  ['Phần', (d) => d.part],
  ['Bản trùng', (d) => d.copies.join('; ')],
];

/** Reasons that a line names; the others are counted. */
const FIRST_REASONS = 2;

const formatDocument = (d: ListedDocument, ordinal: number, say: Speak): string => {
  const name = oneLine(`${d.type ?? say('Văn bản', 'Document')} ${d.number ?? say('(không số)', '(no number)')}`);
  const tasks = say(`${d.tasks} nhiệm vụ`, `${d.tasks} tasks`);
  const review = d.toReview === 0 ? '' : say(`, ${d.toReview} cần xem lại`, `, ${d.toReview} to review`);
  const more = d.reasons.length - FIRST_REASONS;
  return [
    `${ordinal}. ${name}, ${formatDayOr(d.issuedOn, say('không rõ ngày', 'date unknown'))} · ${oneLine(d.issuer ?? say('không rõ cơ quan', 'issuer unknown'))} · ${tasks}${review}`,
    `   ${d.id} · ${oneLine(d.path)}`,
    ...d.copies.map((path) => `   ${say('bản trùng', 'copy')}: ${oneLine(path)}`),
    ...d.reasons.slice(0, FIRST_REASONS).map(({ rule, message, count }) => {
      const times = count === 1 ? '' : say(` (${count} chỗ)`, ` (${count} places)`);
      return `   ! ${oneLine(say(message.vi, message.en))}${times} [${rule}]`;
    }),
    ...(more > 0 ? [`   ${say(`… và ${more} lý do nữa`, `… and ${more} more reasons`)}`] : []),
    ...(d.needsReview && d.reasons.length === 0 ? [`   ! ${say('Cần xem lại', 'Needs review')}`] : []),
  ].join('\n');
};

const formatPage = (found: DocumentPage, page: ReturnType<typeof readPage>, say: Speak): string => {
  const { total, documents } = found;
  if (total === 0) return say('Không có văn bản nào như vậy.', 'There is no such document.');
  const pages = Math.ceil(total / (page.limit ?? total));
  const count = formatFigure(total, 0, say);
  const which = pages === 1 ? '' : say(`, trang ${page.page}/${pages}`, `, page ${page.page} of ${pages}`);
  const head = say(
    `${count} văn bản${which} (ngày ban hành mới nhất trước)`,
    `${count} documents${which} (newest issued first)`,
  );
  return [
    head,
    ...documents.map((d, i) => `\n${formatDocument(d, page.offset + i + 1, say)}`),
    ...(page.page < pages ? [`\n${say('Xem tiếp', 'Next')}: --page ${page.page + 1}`] : []),
  ].join('\n');
};

const readFilters = (command: Command): DocumentFilters => {
  const given = command.opts();
  const parsed = DocumentFilters.safeParse({ ...given, batch: given.batch });
  if (parsed.success) return parsed.data;
  throw usageError('Bộ lọc không hợp lệ', 'Expected other values for the filters');
};

/** `ketluan documents`: the papers, by what they lack or why they wait. — danh sách văn bản */
export const registerDocuments = (program: Command): void => {
  const command = program
    .command('documents')
    .description('danh sách văn bản: cần xem lại vì sao, thiếu số, thiếu ngày … / list documents and why they wait')
    .option('--needs-review', 'cần xem lại / needs review')
    .option('--why <reason>', 'cần xem lại vì lý do này / needs review for this reason')
    .option('--without-number', 'không có số, ký hiệu / without a number')
    .option('--without-date', 'không có ngày ban hành / without a date of issue')
    .option('--batch <n>', 'do lượt nạp này lưu / stored by this batch', parseCount)
    .option('--issuer <name>', 'cơ quan ban hành / issuer')
    .option('--type <name>', 'loại văn bản / document type')
    .option('--year <year>', 'năm ban hành / year of issue', parseCount)
    .option('--issued-after <day>', 'ban hành từ ngày này trở đi / issued on this day or later', parseDay)
    .option('--issued-before <day>', 'ban hành từ ngày này trở về trước / issued on this day or earlier', parseDay);
  addPageOptions(addListOptions(addStoreOption(command))).action(async () => {
    const page = readPage(command);
    const found = await withStore(command, (db) => findDocuments(db, readFilters(command), page));
    const say = speak(readLanguage(command));
    await giveList(command, found.documents, { columns: COLUMNS, text: () => formatPage(found, page, say) });
  });
};
