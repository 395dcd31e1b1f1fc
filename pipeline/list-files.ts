import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files at a path: itself, or all below the folder in the order of their names. Links are not followed; what cannot
 * be read is told to `onError` and the walk goes on. `for await (const file of listFiles('scans', tell)) …`
 */
export async function* listFiles(
  path: string,
  onError: (path: string, error: unknown) => void,
): AsyncGenerator<string> {
  let entries: Dirent[];
  try {
    if (!(await stat(path)).isDirectory()) {
      yield path;
      return;
    }
    entries = await readdir(path, { withFileTypes: true });
  } catch (error) {
    onError(path, error);
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.isDirectory()) yield* listFiles(join(path, entry.name), onError);
    else if (entry.isFile()) yield join(path, entry.name);
  }
}
