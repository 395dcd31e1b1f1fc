import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openBrowser } from './open-browser.js';

const NAME = /^ketluan-mo-trang-[0-9a-f]{12}\.html$/u;
/** A browser that was not started by then will not come. */
const LIFE_MS = 60_000;

/**
 * Where the file lies that leads the browser to the page. On Linux browsers in a sandbox (snap, flatpak) see the person's home and no
 * folder for temporary files; on Windows and macOS that folder is the person's own.
 */
const folderFor = (platform: string): string => (platform === 'linux' ? homedir() : tmpdir());

/** The file itself: no script, nothing but the way on. The address is our own: letters, digits, and what parts them. */
const renderRedirect = (address: string): string =>
  `<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address}"><title>ketluan</title><p><a href="${address}">Mở trang ketluan</a></p></html>\n`;

/** What an earlier start left, killed within its minute: their links are dead. */
const sweep = (folder: string): void => {
  try {
    for (const name of readdirSync(folder)) if (NAME.test(name)) rmSync(join(folder, name), { force: true });
  } catch {
    // A folder that cannot be listed has nothing of ours to take away.
  }
};

/** A file that leads a browser to an address, until it is taken away. */
export interface Handover {
  readonly path: string;
  readonly remove: () => void;
}

/** Writes the file, for its owner alone. `mark`: twelve hexadecimal digits that nobody foresees. */
export const writeHandover = (folder: string, address: string, mark: string): Handover => {
  sweep(folder);
  const path = join(folder, `ketluan-mo-trang-${mark}.html`);
  writeFileSync(path, renderRedirect(address), { flag: 'wx', mode: 0o600 });
  return { path, remove: () => rmSync(path, { force: true }) };
};

/**
 * Shows a page that only who holds its link may open. The arguments of a program can be read by everybody at the machine, so the
 * browser is given a file that its owner alone can read, which leads to the link; it is gone after a minute, and with the page.
 * Where no such file can be written, nothing is opened: the link stands in the window of the command. Returns what takes it away.
 */
export const openPage = (address: string, mark: string): (() => void) => {
  try {
    const { path, remove } = writeHandover(folderFor(process.platform), address, mark);
    openBrowser(pathToFileURL(path).href);
    setTimeout(remove, LIFE_MS).unref();
    return remove;
  } catch {
    return () => undefined;
  }
};
