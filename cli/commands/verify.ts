import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { databaseError } from '../../output/store/database-error.js';
import { verify } from '../../output/store/verify.js';
import { verifyOriginals } from '../../output/verify-originals.js';
import { formatVerified } from '../format-upkeep.js';
import { withInterrupt } from '../interrupt.js';
import { readLanguage } from '../language.js';
import { printText } from '../print.js';
import { addStoreOption, readDatabase, withStore } from '../store-option.js';

/** `ketluan verify`: can everything that is stored be read, and are the originals what they were. — kiểm tra */
export const registerVerify = (program: Command): void => {
  const command = program
    .command('verify')
    .description('kiểm tra cơ sở dữ liệu và tệp gốc / check the database and the originals');
  addStoreOption(command)
    .option('--json', 'in dạng JSON / print as JSON', false)
    .action(async () => {
      const path = readDatabase(command);
      const { parts, originals } = await withInterrupt((signal) =>
        withStore(command, async (db) => {
          const found = verify(db, path);
          const isReadable = found.every(({ ok }) => ok);
          return { parts: found, originals: isReadable ? await verifyOriginals(db, signal) : undefined };
        }),
      );
      printText(
        command.opts().json === true
          ? toJson({ parts, originals: originals ?? null })
          : formatVerified({ parts, originals }, readLanguage(command)),
      );
      if (parts.some(({ ok }) => !ok)) throw databaseError('database-damaged', path);
    });
};
