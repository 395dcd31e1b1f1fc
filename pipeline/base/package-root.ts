import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const findRoot = (start: string): string => {
  let folder = start;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`Expected a package.json above ${start}, found none`);
    folder = parent;
  }
  return folder;
};

/** Folder of this package, in a checkout and when installed: models, migrations and word lists are found from here. */
export const PACKAGE_ROOT = findRoot(dirname(fileURLToPath(import.meta.url)));

/** A file of this package, by its path from the root: `packageFile('models', 'repair.bin')`. */
export const packageFile = (...parts: string[]): string => join(PACKAGE_ROOT, ...parts);
