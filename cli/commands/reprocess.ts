import { type Command, InvalidArgumentError, Option } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { ReprocessOptions } from '../../output/library.js';
import { FILE_CONDITIONS, isFileCondition } from '../../output/store/select-files.js';
import { isStageName, STAGE_NAMES } from '../../pipeline/base/contract.js';
import { ERRORS, EXIT } from '../../pipeline/base/errors.js';
import type { AgainResult } from '../../pipeline/run-again.js';
import { addEngineOption, readEngine } from '../engine-option.js';
import { withInterrupt } from '../interrupt.js';
import { type Language, readLanguage, say, speak } from '../language.js';
import { addLimitOptions, readLimits } from '../limit-options.js';
import { oneLine, printText } from '../print.js';
import { addStoreOption } from '../store-option.js';
import { readSurroundings } from '../surroundings.js';

const WHERE = `${FILE_CONDITIONS.join('=…, ')}=…`;

const readWhere = (text: string): NonNullable<ReprocessOptions['where']> => {
  const at = text.indexOf('=');
  const condition = text.slice(0, Math.max(0, at));
  if (!isFileCondition(condition))
    throw new InvalidArgumentError(`một điều kiện như ${WHERE} / a condition such as ${WHERE}`);
  return { condition, value: text.slice(at + 1) };
};

const render = (result: AgainResult, language: Language): string => {
  const { files, fromFile, fromText, withoutFile, quarantined, failed, interrupted } = result;
  const tell = speak(language);
  return [
    tell(
      `Chạy lại ${files} tệp: ${fromText} từ văn bản đã lưu, ${fromFile} từ tệp gốc.`,
      `Ran ${files} files again: ${fromText} from the stored text, ${fromFile} from the original file.`,
    ),
    ...withoutFile.map((path) => {
      const what = tell('tệp gốc không còn, dùng những gì đã lưu', 'original gone, what is stored was used');
      return `  ${oneLine(path)}: ${what}`;
    }),
    ...quarantined.flatMap(({ path, code, copies = [], wordsRemain }) => [
      `  ${oneLine(path)}: ${tell('cách ly', 'quarantined')} [${code}]`,
      ...copies.map(
        (copy) => `    → ${tell('bản đã ghi có thể còn văn bản này', 'a copy may hold this paper')}: ${oneLine(copy)}`,
      ),
      ...(wordsRemain === true
        ? [
            `    → ${tell('chữ của văn bản còn trong tệp cơ sở dữ liệu: đóng chương trình đang đọc rồi chạy lại', 'its words are still in the database file: close the program that reads it and run again')}`,
          ]
        : []),
    ]),
    ...failed.flatMap(({ path, code, reason }) => [
      `  ${oneLine(path)}: ${tell('chưa chạy lại được, giữ bản đã lưu', 'did not run again, what is stored was kept')} [${code}]`,
      `    ${say(reason, language)}`,
      `    → ${say(ERRORS[code].todo, language)}`,
    ]),
    ...(interrupted
      ? [tell('Đã dừng theo yêu cầu; chạy lại để tiếp tục.', 'Stopped as asked; run again to go on.')]
      : []),
  ].join('\n');
};

interface ReprocessArguments {
  readonly db: string;
  readonly stage?: string;
  readonly where?: ReprocessOptions['where'];
  readonly names: boolean;
  readonly check: boolean;
  readonly json?: boolean;
}

/** `ketluan reprocess`: runs again what an older version made, and keeps human corrections. — xử lý lại */
export const registerReprocess = (program: Command): void => {
  const command = program
    .command('reprocess')
    .description('chạy lại các bước đã có phiên bản mới / run again the stages that are newer than the stored rows');
  addEngineOption(addLimitOptions(addStoreOption(command)))
    .addOption(
      new Option('--stage <stage>', 'chạy lại từ bước này / run again from this stage').choices([...STAGE_NAMES]),
    )
    .option('--where <condition>', `chỉ các tệp này: ${WHERE} / only these files: ${WHERE}`, readWhere)
    .option(
      '--names',
      'cả những tệp đọc với danh sách tên khác bây giờ / also files that were read with other known names',
      false,
    )
    .option('--check', 'kiểm tra kết quả của từng bước / check what every stage gives', false)
    .option('--json', 'in dạng JSON / print as JSON')
    .action(async () => {
      const { openDatabase, reprocess } = await import('../../output/library.js');
      const { db: path, stage, where, names, check, json } = command.opts<ReprocessArguments>();
      const from = stage !== undefined && isStageName(stage) ? stage : undefined;
      const [engine, limits] = [await readEngine(command), readLimits(command)];
      const db = openDatabase(path, { mustExist: true });
      try {
        const result = await withInterrupt((signal) =>
          reprocess(db, {
            stage: from,
            where,
            renamed: names,
            check,
            limits,
            signal,
            ...engine,
            ...readSurroundings(),
          }),
        );
        printText(json === true ? toJson(result) : render(result, readLanguage(command)));
        if (result.interrupted) process.exitCode = EXIT.interrupted;
        else if (result.quarantined.length + result.failed.length > 0) process.exitCode = EXIT.quarantined;
      } finally {
        db.close();
      }
    });
};
