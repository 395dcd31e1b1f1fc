import { sep } from 'node:path';

/** A folder as the machine that ingests calls it, and where it lies here. */
export interface SharedFolder {
  readonly there: string;
  readonly here: string;
}

const SEPARATORS = /[\\/]/gu;
const isSeparator = (letter: string | undefined): boolean => letter === '/' || letter === '\\';

const trimEnd = (folder: string): string => folder.replace(/(?<![\\/])[\\/]+$/u, '');

/**
 * Where a file of another machine lies here: below the longest of the folders that holds it; at its own path where none
 * does. On the way the separators become those of this machine, where the other's are of another kind.
 * `placeHere('D:\\Quet\\a.pdf', [{ there: 'D:\\Quet', here: '/mnt/quet' }]) === '/mnt/quet/a.pdf'`
 */
export const placeHere = (path: string, folders: readonly SharedFolder[], separator: string = sep): string => {
  let best: { readonly there: string; readonly here: string } | undefined;
  for (const folder of folders) {
    const there = trimEnd(folder.there);
    const isBelow = path.startsWith(there) && (path.length === there.length || isSeparator(path[there.length]));
    if (isBelow && (best === undefined || there.length > best.there.length)) best = { there, here: folder.here };
  }
  if (best === undefined) return path;
  const rest = path.slice(best.there.length);
  // A backslash parts names where the folder's own name has one, and is a letter of a name elsewhere.
  const isOfWindows = best.there.includes('\\');
  return `${trimEnd(best.here)}${isOfWindows ? rest.replace(SEPARATORS, separator) : rest.replaceAll('/', separator)}`;
};

/** The same for a path in bytes: each byte stands for a letter. */
export const placeRawHere = (raw: Buffer, folders: readonly SharedFolder[]): Buffer => {
  const asBytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
  const inBytes = folders.map(({ there, here }) => ({ there: asBytes(there), here: asBytes(here) }));
  return Buffer.from(placeHere(raw.toString('latin1'), inBytes), 'latin1');
};
