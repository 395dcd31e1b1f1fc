import type { FileInfo, IntakeFile } from '../schemas/stages.js';
import { openFile } from './intake/stage.js';
import type { ListedFile } from './list-files.js';
import { isQuick } from './quality/media-type.js';

/** A file that was opened. */
export interface OpenedFile {
  readonly file: FileInfo;
  /** Of a text, which is read in milliseconds; those of a scan are not held while it waits for its turn. */
  readonly bytes?: IntakeFile['bytes'];
}

/** Opens a file that was listed: see openFile. `await openListed({ path: 'a.txt' }, signal)` */
export const openListed = async ({ path, raw }: ListedFile, signal: AbortSignal): Promise<OpenedFile> => {
  const { file, bytes } = await openFile(path, signal, raw);
  return isQuick(file) ? { file, bytes } : { file };
};
