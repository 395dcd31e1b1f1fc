import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A folder of the server's disk that may be taken in, as it is shown. */
export interface Folder {
  /** Names below the place that was opened. */
  readonly way: readonly string[];
  readonly path: string;
  readonly folders: readonly string[];
  readonly files: number;
}

const MOST_NAMES = 1000;

const isBelow = (path: string, root: string): boolean =>
  path === root || path.startsWith(root.endsWith(sep) ? root : root + sep);

/** The names in a way that an address or a form holds: "2025/quý 2". */
export const splitWay = (way: string): readonly string[] => way.split('/').filter((name) => name !== '');

const NAME = /^[^/\\\0]+$/u;

/**
 * A folder below a place that the command opened, by names alone; undefined where there is none or a link leads out of the place.
 * `openFolder('/kho', ['2025'])` — thư mục trên máy chủ
 */
export const openFolder = (root: string, way: readonly string[]): Folder | undefined => {
  if (way.some((name) => !NAME.test(name) || name === '..' || name === '.')) return undefined;
  try {
    const path = realpathSync(join(root, ...way));
    if (!isBelow(path, realpathSync(root)) || !statSync(path).isDirectory()) return undefined;
    const entries = readdirSync(path, { withFileTypes: true });
    return {
      way,
      path,
      folders: entries
        .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
        .sort((a, b) => a.localeCompare(b, 'vi'))
        .slice(0, MOST_NAMES),
      files: entries.filter((entry) => entry.isFile()).length,
    };
  } catch {
    return undefined;
  }
};
