import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { backup } from '../../output/store/backup.js';
import { publish } from '../../output/store/publish.js';
import type { Store } from '../../output/store/store.js';
import type { Copy, CopyOptions } from '../../output/store/write-copy.js';
import { formatCopy } from '../format-upkeep.js';
import { withInterrupt } from '../interrupt.js';
import { readLanguage, type Speak, speak } from '../language.js';
import { printText } from '../print.js';
import { addStoreOption, withNotedStore } from '../store-option.js';

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
      printText(json ? toJson(copy) : formatCopy(copy, done(say), say));
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
