import type { Command } from 'commander';
import { type Chunks, writeExport } from '../output/files/write-export.js';
import { rememberExport } from '../output/store/remember-export.js';
import { withInterrupt } from './interrupt.js';
import { readLanguage, speak } from './language.js';
import { tell } from './print.js';
import { readDatabase } from './store-option.js';
import { readSurroundings } from './surroundings.js';

const FORGOTTEN = [
  'Cơ sở dữ liệu không ghi nhớ được bản xuất này (chỉ đọc, đang bận, hoặc là bản sao): nếu sau này một văn bản bị xác định là mật, hãy tự kiểm tra bản này.',
  'The database does not remember this export (it is read-only, busy, or a copy): should a paper turn out to be classified, look here yourself.',
] as const;

/** Writes what was taken from a database to a file, which the database names should a paper in it turn out to be classified. */
export const writeRemembered = async (command: Command, chunks: Chunks, path: string): Promise<void> => {
  const database = readDatabase(command);
  const { now } = readSurroundings();
  let written: string | undefined;
  let isRemembered = true;
  const remember = (isDone: boolean): void => {
    if (written !== undefined && isRemembered)
      isRemembered = rememberExport(database, { path: written, at: now(), isDone });
  };
  const onTarget = (target: string): void => {
    written = target;
    remember(false);
  };
  await withInterrupt((signal) => writeExport(chunks, path, { database, signal, onTarget }));
  remember(true);
  if (!isRemembered) tell(speak(readLanguage(command))(...FORGOTTEN));
};
