import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';

/** All that a stream gives, within what a text may hold: /dev/zero has no end. */
const readAll = async (stream: Readable): Promise<Uint8Array> => {
  const { MOST_TEXT_BYTES, textTooLarge } = await import('../pipeline/intake/stage.js');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > MOST_TEXT_BYTES) throw textTooLarge(size);
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
};

/**
 * The bytes of a text file or a pipe, or of standard input for `-` and nothing. Throws as intake does for a file that cannot be
 * read, and for one that is too large.
 */
export const readInput = async (file: string | undefined): Promise<Uint8Array> => {
  if (file === undefined || file === '-') return readAll(process.stdin);
  try {
    return await readAll(createReadStream(file));
  } catch (error) {
    const { PipelineError } = await import('../pipeline/base/errors.js');
    if (error instanceof PipelineError) throw error;
    const { unreadable } = await import('../pipeline/intake/stage.js');
    throw unreadable(error);
  }
};
