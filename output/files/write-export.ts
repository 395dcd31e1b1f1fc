import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { PipelineError } from '../../pipeline/base/errors.js';
import { findTarget } from './find-target.js';
import { putFile } from './put-file.js';
import { translateWriteError } from './write-error.js';

export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

export interface ExportOptions {
  readonly database: string;
  readonly signal?: AbortSignal;
  /** Told the file, without links, before a byte of it is written. */
  readonly onTarget?: (path: string) => void;
}

/** Only its owner may read what was taken from these papers; whoever shares it says so. */
const PRIVATE = 0o600;

/**
 * Writes an export to a file, whole or not at all; a device (/dev/stdout) is written to directly. `database` is the file
 * that is read from and never written over. Rejects with `usage`, `disk-full`, or the reason of the signal.
 * `await writeExport(['a,b\n'], 'tasks.csv', { database: 'ketluan.db' })`
 */
export const writeExport = async (
  chunks: Chunks,
  path: string,
  { database, signal, onTarget }: ExportOptions,
): Promise<void> => {
  try {
    const target = findTarget(path, database);
    if (target.holds === 'a database')
      throw new PipelineError(
        'usage',
        { vi: `${path} là một cơ sở dữ liệu, không ghi đè.`, en: `${path} is a database; it is not written over.` },
        { vi: 'Chọn tệp khác với -o.', en: 'Choose another file with -o.' },
      );
    const options = signal === undefined ? {} : { signal };
    if (target.holds !== 'a device') onTarget?.(target.path);
    if (target.holds === 'a device') await pipeline(Readable.from(chunks), createWriteStream(target.path), options);
    else
      await putFile(target.path, { mode: PRIVATE, signal }, (draft) =>
        pipeline(Readable.from(chunks), createWriteStream(draft), options),
      );
  } catch (error) {
    signal?.throwIfAborted();
    throw translateWriteError(error, path);
  }
};
