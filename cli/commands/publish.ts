import type { Command } from 'commander';
import { publish } from '../../output/store/publish.js';
import { readLanguage, speak } from '../language.js';
import { addStoreOption, withStore } from '../store-option.js';

/** `ketluan publish out.db`: a copy for readers, put in place whole. — công bố bản chỉ đọc */
export const registerPublish = (program: Command): void => {
  const command = program
    .command('publish')
    .description('ghi một bản gọn, nhất quán cho người đọc; việc nhập vẫn chạy được / write a compact copy for readers')
    .argument('<file>', 'tệp ghi ra, được thay nguyên vẹn / file to write, replaced as a whole');
  addStoreOption(command)
    .option('--json', 'in một đối tượng JSON / print one JSON object')
    .action(async (file: string) => {
      const published = await withStore(command, (db) => publish(db, file));
      const say = speak(readLanguage(command));
      const size = `${(published.bytes / 1e6).toFixed(1)} MB`;
      const text = say(
        `Đã công bố ${published.path} (${size}), đến thay đổi số ${published.lastChange}`,
        `Published ${published.path} (${size}), up to change ${published.lastChange}`,
      );
      process.stdout.write(`${command.opts().json === true ? JSON.stringify(published) : text}\n`);
    });
};
