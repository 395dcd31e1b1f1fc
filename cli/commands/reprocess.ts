import { type Command, InvalidArgumentError, Option } from 'commander';
import { FILE_CONDITIONS, isFileCondition } from '../../output/store/select-files.js';
import { isStageName, STAGE_NAMES } from '../../pipeline/base/contract.js';
import { EXIT } from '../exit-codes.js';
import { withInterrupt } from '../interrupt.js';
import { type Language, readLanguage } from '../language.js';
import type { ReprocessOptions, ReprocessResult } from '../reprocess.js';
import { addStoreOption } from '../store-option.js';

const readWhere = (text: string): NonNullable<ReprocessOptions['where']> => {
  const at = text.indexOf('=');
  const condition = text.slice(0, Math.max(0, at));
  if (!isFileCondition(condition)) throw new InvalidArgumentError(`${FILE_CONDITIONS.join('=… | ')}=…`);
  return { condition, value: text.slice(at + 1) };
};

const render = (result: ReprocessResult, language: Language): string => {
  const { files, fromFile, fromText, withoutFile, quarantined } = result;
  const lines =
    language === 'vi'
      ? [`Chạy lại ${files} tệp: ${fromText} từ văn bản đã lưu, ${fromFile} từ tệp gốc.`]
      : [`Ran ${files} files again: ${fromText} from the stored text, ${fromFile} from the original file.`];
  const gone = language === 'vi' ? 'tệp gốc không còn, dùng văn bản đã lưu' : 'original gone, the stored text was used';
  const stopped = language === 'vi' ? 'cách ly' : 'quarantined';
  return [
    ...lines,
    ...withoutFile.map((p) => `  ${p}: ${gone}`),
    ...quarantined.map((q) => `  ${q.path}: ${stopped} [${q.code}]`),
  ].join('\n');
};

/** `ketluan reprocess`: runs again what an older version made, and keeps human corrections. — xử lý lại */
export const registerReprocess = (program: Command): void => {
  const command = program
    .command('reprocess')
    .description('chạy lại các bước đã có phiên bản mới / run again the stages that are newer than the stored rows');
  addStoreOption(command)
    .addOption(
      new Option('--stage <stage>', 'chạy lại từ bước này / run again from this stage').choices([...STAGE_NAMES]),
    )
    .option('--where <field=value>', `${FILE_CONDITIONS.join('=… | ')}=…`, readWhere)
    .option('--json', 'in dạng JSON / print as JSON')
    .action(async () => {
      const { reprocess } = await import('../reprocess.js');
      const { db, stage, where, json } = command.opts<{
        db: string;
        stage?: string;
        where?: ReprocessOptions['where'];
        json?: boolean;
      }>();
      const from = stage !== undefined && isStageName(stage) ? stage : undefined;
      const result = await withInterrupt((signal) => reprocess({ db, stage: from, where, signal }));
      process.stdout.write(
        json === true ? `${JSON.stringify(result)}\n` : `${render(result, readLanguage(command))}\n`,
      );
      if (result.quarantined.length > 0) process.exitCode = EXIT.quarantined;
    });
};
