import { type Command, InvalidArgumentError } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { CsvColumns } from '../../output/export/csv.js';
import { correct } from '../../output/review/correct.js';
import {
  type BatchSummary,
  countBatches,
  listBatches,
  requireBatch,
  type Undone,
  undoBatch,
} from '../../output/store/batches.js';
import { listManifest, type ManifestLine } from '../../output/store/record-batch.js';
import { formatFigure, formatMoment } from '../format.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { addListOptions, addPageOptions, giveList, readPage } from '../list-output.js';
import { oneLine, printText } from '../print.js';
import { readCorrector } from '../read-corrector.js';
import { describeRemoved } from '../removed-names.js';
import { RESULT_NAMES } from '../result-names.js';
import { addStoreOption, withStore, withWritableStore } from '../store-option.js';
import { addCorrectionOptions, formatCorrected, toResult } from './correct.js';

/** The journal keeps what was there already and what repeats under one word. */
const OUTCOME_NAMES = {
  ...RESULT_NAMES,
  duplicate: { vi: 'trùng, đã có', en: 'duplicate or already stored' },
};
const OUTCOMES = ['stored', 'needs-review', 'duplicate', 'quarantined', 'skipped'] as const;

const BATCH_COLUMNS: CsvColumns<BatchSummary> = [
  ['Lượt', (b) => b.batch],
  ['Bắt đầu', (b) => b.startedAt],
  ['Xong', (b) => b.finishedAt],
  ['Hoàn tác', (b) => b.undoneAt],
  ['Nạp từ', (b) => b.roots.join('; ')],
  ['Số tệp', (b) => b.files],
  ['Đã lưu', (b) => b.counts.stored],
  ['Cần xem lại', (b) => b.counts['needs-review']],
  ['Trùng, đã có', (b) => b.counts.duplicate],
  ['Cách ly', (b) => b.counts.quarantined],
  ['Bỏ qua', (b) => b.counts.skipped],
  ['Còn trong cơ sở dữ liệu', (b) => b.standing],
];

const formatBatch = (batch: BatchSummary, say: Speak): string => {
  const end =
    batch.undoneAt !== null
      ? say(`đã hoàn tác ${formatMoment(batch.undoneAt)}`, `undone ${formatMoment(batch.undoneAt)}`)
      : batch.finishedAt === null
        ? say('chưa xong', 'unfinished')
        : say(`xong ${formatMoment(batch.finishedAt)}`, `finished ${formatMoment(batch.finishedAt)}`);
  const counts = OUTCOMES.filter((outcome) => batch.counts[outcome] > 0).map((outcome) => {
    const { vi, en } = OUTCOME_NAMES[outcome];
    return `${say(vi, en)} ${formatFigure(batch.counts[outcome], 0, say)}`;
  });
  const standing = formatFigure(batch.standing, 0, say);
  return [
    `${say('Lượt', 'Batch')} ${batch.batch} · ${formatMoment(batch.startedAt)} · ${end}`,
    ...batch.roots.slice(0, 3).map((root) => `   ${oneLine(root)}`),
    ...(batch.roots.length > 3
      ? [say(`   … và ${batch.roots.length - 3} mục nữa`, `   … and ${batch.roots.length - 3} more`)]
      : []),
    `   ${[say(`${formatFigure(batch.files, 0, say)} tệp`, `${formatFigure(batch.files, 0, say)} files`), ...counts].join(' · ')}`,
    `   ${say(`còn trong cơ sở dữ liệu: ${standing} tệp`, `still stored: ${standing} files`)}`,
  ].join('\n');
};

const readBatch = (text: string): number => {
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError(
    'số của một lượt nạp, xem ketluan batches / the number of a batch, see ketluan batches',
  );
};

/** `ketluan batches`: every run of ingest, what came of it and what is still there. — các lượt nạp */
export const registerBatches = (program: Command): void => {
  const command = program
    .command('batches')
    .description('các lượt nạp: kết quả, còn lại những gì / runs of ingest, what came of each and is still there');
  addPageOptions(addListOptions(addStoreOption(command))).action(async () => {
    const page = readPage(command);
    const { batches, total } = await withStore(command, (db) => ({
      batches: listBatches(db, { limit: page.limit ?? -1, offset: page.offset }),
      total: countBatches(db),
    }));
    const say = speak(readLanguage(command));
    const isMore = page.offset + batches.length < total;
    await giveList(command, batches, {
      columns: BATCH_COLUMNS,
      text: () =>
        batches.length === 0
          ? say('Chưa có lượt nạp nào.', 'There is no batch.')
          : [
              ...batches.map((batch) => formatBatch(batch, say)),
              ...(isMore ? [`${say('Xem tiếp', 'Next')}: --page ${page.page + 1}`] : []),
            ].join('\n\n'),
    });
  });
};

const MANIFEST_COLUMNS: CsvColumns<ManifestLine> = [
  ['Đường dẫn', (line) => line.path],
  ['SHA-256', (line) => line.sha256],
  ['Kết quả', (line) => OUTCOME_NAMES[line.outcome].vi],
  ['Mã lỗi', (line) => line.code],
  ['Lý do', (line) => line.reason?.vi ?? null],
  ['Mã văn bản', (line) => line.documents.join('; ')],
];

const formatLine = ({ path, sha256, outcome, reason, documents }: ManifestLine, say: Speak): string => {
  const { vi, en } = OUTCOME_NAMES[outcome];
  return [
    `${say(vi, en)}: ${oneLine(path)}`,
    `   ${[sha256 ?? say('không đọc được byte nào', 'no byte was read'), ...documents].join(' · ')}`,
    ...(reason === null ? [] : [`   ${oneLine(say(reason.vi, reason.en))}`]),
  ].join('\n');
};

/** `ketluan manifest 7`: every file that a batch met. — bảng kê của một lượt nạp */
export const registerManifest = (program: Command): void => {
  const command = program
    .command('manifest')
    .description(
      'bảng kê một lượt nạp: từng tệp, mã băm, kết quả, văn bản / every file of a batch and what became of it',
    )
    .argument('<batch>', 'số của lượt nạp, xem batches / number of the batch, see batches', readBatch);
  addListOptions(addStoreOption(command)).action(async (batch: number) => {
    const say = speak(readLanguage(command));
    await withStore(command, async (db) => {
      requireBatch(db, batch);
      const lines = listManifest(db, batch);
      await giveList(command, lines, {
        columns: MANIFEST_COLUMNS,
        text: () =>
          [...lines].map((line) => formatLine(line, say)).join('\n') ||
          say('Lượt này không gặp tệp nào.', 'This batch met no file.'),
      });
    });
  });
};

const formatUndone = ({ batch, removed, kept, quarantined, dryRun }: Undone, say: Speak): string => {
  const documents = removed.reduce((sum, file) => sum + file.documents.length, 0);
  const head = dryRun
    ? say(
        `Sẽ gỡ ${removed.length} tệp (${documents} văn bản) của lượt ${batch}; chưa thay đổi gì:`,
        `Would remove ${removed.length} files (${documents} documents) of batch ${batch}; nothing was changed:`,
      )
    : say(
        `Đã hoàn tác lượt ${batch}: gỡ ${removed.length} tệp (${documents} văn bản).`,
        `Batch ${batch} was undone: ${removed.length} files (${documents} documents) removed.`,
      );
  return [
    head,
    ...removed.map((file) => describeRemoved(file, say)),
    ...(kept.length === 0
      ? []
      : [
          say(
            `Giữ lại ${kept.length} tệp vì một lượt khác cũng gặp, nay thuộc lượt đó:`,
            `Kept ${kept.length} files that another batch met as well; they belong to it now:`,
          ),
          ...kept.map(
            (file) => `  ${oneLine(file.path)} → ${say('lượt', 'batch')} ${file.batch}: ${oneLine(file.newPath)}`,
          ),
        ]),
    ...(quarantined === 0
      ? []
      : [
          say(
            `${quarantined} tệp cách ly của lượt này vẫn trong danh sách; bỏ khỏi danh sách: ketluan quarantine drop --batch ${batch}`,
            `${quarantined} files of it stay in quarantine; forget them: ketluan quarantine drop --batch ${batch}`,
          ),
        ]),
    ...(dryRun || removed.length === 0
      ? []
      : [say(`Lấy lại: ketluan restore ${batch}`, `Take it back: ketluan restore ${batch}`)]),
  ].join('\n');
};

/** What is to be undone: a batch by its number, a correction as `history` names it. */
type Target = { readonly batch: number } | { readonly correction: number };

const readTarget = (text: string): Target => {
  const [, letter, number] = /^(s?)([1-9]\d{0,8})$/u.exec(text) ?? [];
  if (number === undefined)
    throw new InvalidArgumentError(
      'số của một lượt nạp (7), xem ketluan batches; hoặc của một lần sửa (s12), xem ketluan history / a batch (7) or a correction (s12)',
    );
  return letter === 's' ? { correction: Number(number) } : { batch: Number(number) };
};

/** `ketluan undo 7`: takes back what one batch stored. `ketluan undo s12`: takes back one correction. — hoàn tác */
export const registerUndo = (program: Command): void => {
  const command = program
    .command('undo')
    .description(
      'hoàn tác một lượt nạp (lấy lại được bằng restore), hoặc một lần sửa (s12) / take back what a batch stored, or one correction (s12)',
    )
    .argument(
      '<name>',
      'số của lượt nạp, xem batches; hoặc lần sửa, xem history / a batch, or a correction',
      readTarget,
    );
  addCorrectionOptions(command)
    .option('--dry-run', 'chỉ cho biết sẽ gỡ gì / only say what would be removed', false)
    .action(async (target: Target) => {
      const { dryRun, json } = command.opts<{ dryRun: boolean; json: boolean }>();
      const say = speak(readLanguage(command));
      if ('batch' in target) {
        const open = dryRun ? withStore : withWritableStore;
        const doer = readCorrector(command);
        const undone = await open(command, (db) => undoBatch(db, target.batch, { ...doer, dryRun }));
        return printText(json ? toJson(undone) : formatUndone(undone, say));
      }
      if (dryRun)
        throw usageError(
          'Một lần sửa hoàn tác xong vẫn làm lại được, không cần --dry-run',
          'A correction that was taken back can be done again: it needs no --dry-run',
        );
      const request = { do: 'undo', key: target.correction } as const;
      const done = await withWritableStore(command, (db) => correct(db, request, readCorrector(command)));
      return printText(json ? toJson(toResult(done)) : formatCorrected(done, say));
    });
};
