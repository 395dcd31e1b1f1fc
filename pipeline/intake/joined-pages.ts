import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { joinImages } from '../quality/joined-images.js';
import { isNoUtf8 } from './raw-name.js';

/** What stands for the number in the path of joined pages: no file may bear it on Windows, hardly any does elsewhere. */
const MARK = '*';

/** A name that ends in a number: "trang 12.png" is "trang " 12 ".png". */
const NUMBERED = /^(?<head>.*?)(?<number>[0-9]{1,4})(?<tail>\.(?:png|jpe?g|tiff?))$/iu;

/** Files of one folder whose names differ in their number alone, from the first page on without a hole. */
export interface PageRun {
  /** The folder and the names, with an asterisk for the number: "…/118/trang *.png". */
  readonly path: string;
  /** Paths of the pages, in the order of their numbers. */
  readonly pages: readonly string[];
}

/**
 * Runs of pages among paths: two at least, numbered from 0 or 1 on, each number once. A run with a hole is none: what is
 * missing may be a page, or the papers may be many. `findPageRuns(['/a/trang 1.png', '/a/trang 2.png'])`
 */
export const findPageRuns = (paths: readonly string[]): readonly PageRun[] => {
  const runs = new Map<string, { readonly number: number; readonly page: string }[]>();
  for (const page of paths) {
    const groups = NUMBERED.exec(basename(page))?.groups;
    if (groups === undefined || isNoUtf8(page)) continue;
    const { head = '', number = '', tail = '' } = groups;
    const path = join(dirname(page), `${head}${MARK}${tail}`);
    const entry = { number: Number(number), page };
    const run = runs.get(path);
    if (run === undefined) runs.set(path, [entry]);
    else run.push(entry);
  }
  return [...runs].flatMap(([path, entries]) => {
    const ordered = [...entries].sort((one, other) => one.number - other.number);
    const first = ordered[0]?.number ?? -1;
    const isWhole =
      ordered.length > 1 && (first === 0 || first === 1) && ordered.every((e, i) => e.number === first + i);
    return isWhole ? [{ path, pages: ordered.map(({ page }) => page) }] : [];
  });
};

/** True for a path that findPageRuns made. */
export const isRunPath = (path: string): boolean => basename(path).includes(MARK);

/** The pages that lie at such a path now; undefined when a file bears the very name, or no run is there. */
export const listRun = async (path: string): Promise<readonly string[] | undefined> => {
  if (!isRunPath(path)) return undefined;
  const isFile = await stat(path).then(
    () => true,
    () => false,
  );
  if (isFile) return undefined;
  const names = await readdir(dirname(path)).catch(() => []);
  const runs = findPageRuns(names.map((name) => join(dirname(path), name)));
  return runs.find((run) => run.path === path)?.pages;
};

/** Pages of a paper put together, and what each is called. */
export interface JoinedPages {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly parts: readonly { readonly name: string; readonly sha256: string }[];
}

/** Reads the pages of a run, one behind the other. Rejects as the system does, or with the reason of the signal. */
export const readRun = async (
  pages: readonly string[],
  hash: (bytes: Uint8Array) => string,
  signal: AbortSignal,
): Promise<JoinedPages> => {
  const parts: { name: string; sha256: string; bytes: Uint8Array }[] = [];
  for (const page of pages) {
    const bytes = await readFile(page, { signal });
    parts.push({ name: basename(page), sha256: hash(bytes), bytes });
  }
  return { bytes: joinImages(parts), parts: parts.map(({ name, sha256 }) => ({ name, sha256 })) };
};
