import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { CsvColumns } from '../../output/export/csv.js';
import {
  chooseQuarantined,
  dropQuarantined,
  listQuarantine,
  type QuarantineChoice,
  type QuarantinedFile,
} from '../../output/store/quarantine.js';
import { ERRORS, EXIT, isErrorCode } from '../../pipeline/base/errors.js';
import type { FileReport } from '../../pipeline/run-batch.js';
import { summarize } from '../../pipeline/summarize-batch.js';
import { addEngineOption, readEngine } from '../engine-option.js';
import { withInterrupt } from '../interrupt.js';
import { readLanguage, type Speak, speak, usageError } from '../language.js';
import { addLimitOptions, readLimits } from '../limit-options.js';
import { addListOptions, giveList } from '../list-output.js';
import { oneLine, printText } from '../print.js';
import { addSecrecyOptions, readSecrecy } from '../secrecy-options.js';
import { addStoreOption, withStore, withWritableStore } from '../store-option.js';
import { renderSummary } from '../summary.js';
import { readDoer, readSurroundings, readUser } from '../surroundings.js';
import { parseCount } from '../task-options.js';

const COLUMNS: CsvColumns<QuarantinedFile> = [
  ['Đường dẫn', (file) => file.path],
  ['SHA-256', (file) => file.sha256],
  ['Mã lỗi', (file) => file.code],
  ['Lý do', (file) => file.text.vi],
  ['Cách xử lý', (file) => file.hint?.vi ?? null],
  ['Lượt nạp', (file) => file.batch],
  ['Bản tốt đã nạp', (file) => file.settledBy],
  ['Có thể là bản tốt', (file) => file.perhaps.join('; ')],
];

const formatFile = (file: QuarantinedFile, say: Speak): string =>
  [
    `  ${oneLine(file.path)}`,
    ...(file.settledBy === null ? [] : [`    ${say('bản tốt đã nạp', 'good copy taken in')}: ${file.settledBy}`]),
    ...file.perhaps.map(
      (path) =>
        `    ${say('có tệp cùng tên đã lưu, có thể là bản tốt', 'a file of the same name is stored, perhaps its good copy')}: ${oneLine(path)}`,
    ),
  ].join('\n');

const formatGroup = (code: string, files: readonly QuarantinedFile[], say: Speak): string => {
  const [first] = files;
  const when = isErrorCode(code) ? ERRORS[code].when : first?.text;
  const todo = first?.hint;
  return [
    `${oneLine(when === undefined ? code : say(when.vi, when.en))} (${files.length}) [${code}]`,
    ...(todo === undefined || todo === null ? [] : [`  → ${oneLine(say(todo.vi, todo.en))}`]),
    ...files.map((file) => formatFile(file, say)),
  ].join('\n');
};

const formatList = (files: readonly QuarantinedFile[], settled: number, say: Speak): string => {
  const groups = new Map<string, QuarantinedFile[]>();
  for (const file of files) groups.set(file.code, [...(groups.get(file.code) ?? []), file]);
  const ordered = [...groups].sort(([, a], [, b]) => b.length - a.length);
  return [
    ...(files.length === 0 ? [say('Không có tệp nào.', 'No file is there.')] : []),
    ...ordered.map(([code, own]) => formatGroup(code, own, say)),
    ...(settled === 0
      ? []
      : [
          say(
            `${settled} tệp khác đã có bản tốt nạp vào đúng chỗ nên không còn trong danh sách (xem: quarantine list --settled).`,
            `${settled} more files are settled: a good copy came to their place (see quarantine list --settled).`,
          ),
        ]),
  ].join('\n\n');
};

const registerList = (parent: Command): void => {
  const command = parent
    .command('list', { isDefault: true })
    .description('các tệp cách ly, theo lý do, và cách xử lý / files in quarantine by reason, and what to do')
    .option('--settled', 'những tệp đã có bản tốt / those whose good copy came', false);
  addListOptions(addStoreOption(command)).action(async () => {
    const isSettled = command.opts().settled === true;
    const { files, settled } = await withStore(command, (db) => ({
      files: listQuarantine(db, { settled: isSettled }),
      settled: isSettled ? 0 : listQuarantine(db, { settled: true }).length,
    }));
    const say = speak(readLanguage(command));
    await giveList(command, files, { columns: COLUMNS, text: () => formatList(files, settled, say) });
  });
};

/** Adds which files are meant. */
const addChoice = (command: Command): Command =>
  command
    .option('--batch <n>', 'chỉ tệp của lượt nạp này / only files of this batch', parseCount)
    .option('--code <code>', 'chỉ tệp có mã lỗi này / only files with this error code');

const readChoice = (command: Command, names: readonly string[]): QuarantineChoice => {
  const { batch, code } = command.opts<{ batch?: number; code?: string }>();
  return { names, ...(batch === undefined ? {} : { batch }), ...(code === undefined ? {} : { code }) };
};

/** Prints what became of files that were read again, and ends as ingest does. */
const giveReports = (
  command: Command,
  reports: readonly FileReport[],
  more: Readonly<Record<string, readonly string[]>>,
  told: readonly string[],
  isInterrupted: boolean,
): void => {
  const language = readLanguage(command);
  const summary = summarize({ reports, seconds: 0, interrupted: isInterrupted, found: reports.length });
  printText(
    command.opts().json === true
      ? toJson({ ...summary, ...more })
      : [renderSummary(summary, language, process.cwd()), ...told].join('\n'),
  );
  if (isInterrupted) process.exitCode = EXIT.interrupted;
  else if (summary.counts.quarantined > 0) process.exitCode = EXIT.quarantined;
};

const registerRetry = (parent: Command): void => {
  const command = parent
    .command('retry')
    .description('đọc lại các tệp cách ly, tất cả hoặc theo tên / read files in quarantine again, all or those named')
    .argument('[paths...]', 'đường dẫn hoặc mã băm / paths or hashes');
  addSecrecyOptions(addEngineOption(addLimitOptions(addChoice(addStoreOption(command)))))
    .option('--json', 'in kết quả dạng JSON / print the result as JSON')
    .action(async (paths: string[]) => {
      const { retryQuarantined } = await import('../../output/library.js');
      const engine = await readEngine(command);
      const options = { secrecy: readSecrecy(command), limits: readLimits(command), ...engine, ...readSurroundings() };
      const say = speak(readLanguage(command));
      const { result, isInterrupted } = await withInterrupt(async (signal) => ({
        result: await withWritableStore(command, (db) =>
          retryQuarantined(db, readChoice(command, paths), { ...options, by: readUser(), signal }),
        ),
        isInterrupted: signal.aborted,
      }));
      const { reports, missing, held } = result;
      const told = [
        ...missing.map((path) => `  ${oneLine(path)}: ${say('không còn ở đó', 'is not there any more')}`),
        ...(held.length === 0
          ? []
          : [
              say(
                `${held.length} tệp có hoặc có thể có dấu mật được để nguyên; đọc lại phải ghi tên tệp.`,
                `${held.length} files that bear or may bear a secrecy mark were left alone; name them to read them again.`,
              ),
            ]),
      ];
      giveReports(command, reports, { missing, held }, told, isInterrupted);
    });
};

const registerRelease = (parent: Command): void => {
  const command = parent
    .command('release')
    .description('đã xem, tệp bị giữ không phải văn bản mật: nạp vào / looked at, not classified: take the file in')
    .argument('<paths...>', 'đường dẫn hoặc mã băm / paths or hashes');
  addEngineOption(addLimitOptions(addStoreOption(command)))
    .option('--json', 'in kết quả dạng JSON / print the result as JSON')
    .action(async (paths: string[]) => {
      const { releaseQuarantined } = await import('../../output/library.js');
      const options = { limits: readLimits(command), ...(await readEngine(command)), ...readSurroundings() };
      const { reports, isInterrupted } = await withInterrupt(async (signal) => ({
        reports: await withWritableStore(command, (db) =>
          releaseQuarantined(db, paths, { ...options, by: readUser(), signal }),
        ),
        isInterrupted: signal.aborted,
      }));
      giveReports(command, reports, {}, [], isInterrupted);
    });
};

const registerDrop = (parent: Command): void => {
  const command = parent
    .command('drop')
    .description('bỏ tệp khỏi danh sách cách ly; lượt nạp sau gặp lại sẽ đọc lại / forget files in quarantine')
    .argument('[paths...]', 'đường dẫn hoặc mã băm / paths or hashes');
  addChoice(addStoreOption(command))
    .option('--json', 'in một đối tượng JSON / print one JSON object')
    .action(async (paths: string[]) => {
      const choice = readChoice(command, paths);
      if (paths.length === 0 && choice.batch === undefined && choice.code === undefined)
        throw usageError('Ghi tên tệp, --batch hoặc --code', 'Expected names, --batch or --code');
      const dropped = await withWritableStore(command, (db) => {
        const files = chooseQuarantined(db, choice);
        return files.length === 0 ? [] : dropQuarantined(db, choice, readDoer());
      });
      const say = speak(readLanguage(command));
      const lines = [
        say(`Đã bỏ ${dropped.length} tệp khỏi danh sách cách ly.`, `Forgot ${dropped.length} files in quarantine.`),
        ...dropped.map(({ path }) => `  ${oneLine(path)}`),
      ];
      printText(command.opts().json === true ? toJson({ dropped }) : lines.join('\n'));
    });
};

/** `ketluan quarantine list | retry | release | drop`. — tệp cách ly */
export const registerQuarantine = (program: Command): void => {
  const command = program
    .command('quarantine')
    .description('tệp cách ly: xem (list), đọc lại (retry), cho qua (release), bỏ (drop) / files in quarantine');
  for (const register of [registerList, registerRetry, registerRelease, registerDrop]) register(command);
};
