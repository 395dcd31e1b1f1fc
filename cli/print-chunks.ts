import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemCode } from '../output/files/write-error.js';
import type { Chunks } from '../output/files/write-export.js';
import { severalLines } from './print.js';

/** What a terminal is shown: exports are text for other programs, and line ends of theirs may be half ones. */
async function* showToTerminal(chunks: Chunks): AsyncGenerator<string | Uint8Array> {
  for await (const chunk of chunks)
    yield typeof chunk === 'string' ? severalLines(chunk.replace(/\r\n/gu, '\n')) : chunk;
}

/** Prints what other programs read, byte for byte; a terminal is shown its control codes. */
export const printChunks = async (chunks: Chunks): Promise<void> => {
  try {
    await pipeline(Readable.from(process.stdout.isTTY ? showToTerminal(chunks) : chunks), process.stdout, {
      end: false,
    });
  } catch (error) {
    // Whoever reads our output has seen enough, as `| head` does.
    if (systemCode(error) !== 'EPIPE') throw error;
  }
};
