import { type Command, InvalidArgumentError, Option } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import type { ReprocessOptions } from '../../output/library.js';
import { FILE_CONDITIONS, isFileCondition } from '../../output/store/select-files.js';
import { isStageName, STAGE_NAMES } from '../../pipeline/base/contract.js';
import { EXIT, type PipelineError } from '../../pipeline/base/errors.js';
import { addEngineOption, readEngine } from '../engine-option.js';
import { formatAgain } from '../format-upkeep.js';
import { withInterrupt } from '../interrupt.js';
import { readLanguage, usageError } from '../language.js';
import { addLimitOptions, readLimits } from '../limit-options.js';
import { printText } from '../print.js';
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

const NOT_HERE = 'không dùng với reprocess / not for reprocess';

/** It runs stored texts again, one after the other, which takes no longer than to send them; scans alone are read anew. */
const noQueue = (): PipelineError =>
  usageError(
    'reprocess chạy trên máy này, không qua hàng đợi; muốn nhiều máy đọc lại bản quét thì nạp vào một cơ sở dữ liệu mới với ingest --queue, rồi gộp bằng merge --into (giữ chỉnh sửa)',
    'reprocess runs on this machine, not over a queue; to have many machines read scans again, ingest --queue into a new database, then merge --into, which keeps corrections',
  );

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
    // Known so that who tries them is told why not.
    .addOption(new Option('--queue <address>', NOT_HERE).hideHelp())
    .addOption(new Option('--queue-file <file>', NOT_HERE).hideHelp())
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
      if (command.getOptionValue('queue') !== undefined || command.getOptionValue('queueFile') !== undefined)
        throw noQueue();
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
        printText(json === true ? toJson(result) : formatAgain(result, readLanguage(command)));
        if (result.interrupted) process.exitCode = EXIT.interrupted;
        else if (result.quarantined.length + result.failed.length > 0) process.exitCode = EXIT.quarantined;
      } finally {
        db.close();
      }
    });
};
