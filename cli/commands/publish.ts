import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { backup } from '../../output/store/backup.js';
import { publish } from '../../output/store/publish.js';
import type { Store } from '../../output/store/store.js';
import type { Copy, CopyOptions } from '../../output/store/write-copy.js';
import { formatFigure } from '../format.js';
import { withInterrupt } from '../interrupt.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { oneLine, printText } from '../print.js';
import { addStoreOption, withNotedStore } from '../store-option.js';

const describeCopy = (copy: Copy, done: string, say: Speak): string => {
  const size = `${formatFigure(copy.bytes / 1e6, 1, say)} MB`;
  const upTo = say(`đến thay đổi số ${copy.lastChange}`, `up to change ${copy.lastChange}`);
  const secret = say(
    '\nBản này chứa văn bản mật: chỉ chủ tệp đọc được, giữ như tài liệu mật.',
    '\nThis copy holds classified papers: only its owner may read it; keep it as such.',
  );
  const forgotten = say(
    '\nCơ sở dữ liệu chỉ đọc được nên không ghi nhớ bản này: nếu sau này một văn bản bị xác định là mật, hãy tự kiểm tra bản này.',
    '\nThe database can only be read and does not remember this copy: should a paper turn out to be classified, look here yourself.',
  );
  return `${done} ${oneLine(copy.path)} (${size}), ${upTo}${copy.secret ? secret : ''}${copy.remembered ? '' : forgotten}`;
};

const addCopyCommand = (
  command: Command,
  write: (db: Store, path: string, options: CopyOptions) => Promise<Copy>,
  done: (say: Speak) => string,
): void => {
  addStoreOption(command)
    .option('--force', 'thay cả tệp không phải bản ghi trước đây / replace a file that is no earlier copy', false)
    .option('--json', 'in một đối tượng JSON / print one JSON object', false)
    .action(async (file: string) => {
      const { force, json } = command.opts<{ force: boolean; json: boolean }>();
      const copy = await withInterrupt((signal) => withNotedStore(command, (db) => write(db, file, { force, signal })));
      const say = speak(readLanguage(command));
      printText(json ? toJson(copy) : describeCopy(copy, done(say), say));
    });
};

/** `ketluan publish out.db`: a copy for readers, put in place whole. — ghi bản chỉ đọc */
export const registerPublish = (program: Command): void => {
  const command = program
    .command('publish')
    .description('ghi một bản gọn, nhất quán cho người đọc; việc nạp vẫn chạy được / write a compact copy for readers')
    .argument('<file>', 'tệp ghi ra, được thay nguyên vẹn / file to write, replaced as a whole');
  addCopyCommand(command, publish, (say) => say('Đã ghi bản chỉ đọc', 'Wrote the read-only copy'));
};

/** `ketluan backup out.db`: a checked copy to restore from, while ingestion may go on. — sao lưu */
export const registerBackup = (program: Command): void => {
  const command = program
    .command('backup')
    .description('sao lưu (đã kiểm tra) khi việc nạp vẫn chạy / write a checked copy to restore from')
    .argument('<file>', 'tệp ghi ra, được thay nguyên vẹn / file to write, replaced as a whole');
  addCopyCommand(command, backup, (say) => say('Đã sao lưu', 'Backed up to'));
};
