import type { Command } from 'commander';
import { openDatabase } from '../../output/store/open-database.js';
import { makeSecret } from '../../output/store/secret.js';
import { readLanguage, speak } from '../language.js';
import { oneLine, printText } from '../print.js';
import { addStoreOption, readDatabase } from '../store-option.js';

/** `ketluan init [--secret]`: makes a database before anything is taken in. — lập cơ sở dữ liệu */
export const registerInit = (program: Command): void => {
  const command = program.command('init').description('lập cơ sở dữ liệu trống / make an empty database');
  addStoreOption(command)
    .option('--secret', 'dành riêng cho văn bản mật / for classified papers', false)
    .action(() => {
      const path = readDatabase(command);
      const isForSecrets = command.opts().secret === true;
      const db = openDatabase(path);
      try {
        if (isForSecrets) makeSecret(db);
      } finally {
        db.close();
      }
      const say = speak(readLanguage(command));
      const kind = isForSecrets
        ? say(
            'cơ sở dữ liệu cho văn bản mật, chỉ chủ tệp đọc được',
            'a database for classified papers, its owner’s alone',
          )
        : say('cơ sở dữ liệu', 'a database');
      printText(`${oneLine(path)}: ${kind}`);
    });
};
