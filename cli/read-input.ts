import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';

/** The bytes of a text file, or of standard input for `-` and nothing. Throws as intake does for a file that cannot be read. */
export const readInput = async (file: string | undefined): Promise<Uint8Array> => {
  if (file === undefined || file === '-') return new Uint8Array(await buffer(process.stdin));
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const { unreadable } = await import('../pipeline/intake/stage.js');
    throw unreadable(error);
  }
};
