import { tmpdir } from 'node:os';
import type { Command } from 'commander';
import { toJson } from '../../language/writing/control-codes.js';
import { EXIT } from '../../pipeline/base/errors.js';
import { formatChecks } from '../format-upkeep.js';
import { readLanguage } from '../language.js';
import { printText } from '../print.js';
import { addStoreOption } from '../store-option.js';
import { readEnvironment, readSurroundings } from '../surroundings.js';

/** `ketluan doctor`: checks the set-up and says what is missing and what to do. — kiểm tra cài đặt */
export const registerDoctor = (program: Command): void => {
  const command = program
    .command('doctor')
    .description('kiểm tra OCR, LibreOffice, mô hình, SQLite, quyền ghi, phông chữ / check the set-up');
  addStoreOption(command)
    .option('--json', 'in dạng JSON / print as JSON')
    .action(async () => {
      const { checkSetup } = await import('../../output/check-setup.js');
      const { db, json } = command.opts<{ db: string; json?: boolean }>();
      const { tessdataPrefix } = readSurroundings();
      const checks = await checkSetup({
        database: db,
        temporaryFolder: tmpdir(),
        nodeVersion: process.versions.node,
        environment: readEnvironment(),
        ...(tessdataPrefix === undefined ? {} : { tessdataPrefix }),
      });
      printText(json === true ? toJson(checks) : formatChecks(checks, readLanguage(command)));
      if (checks.some((check) => !check.ok)) process.exitCode = EXIT.setup;
    });
};
