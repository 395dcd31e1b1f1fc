import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { Bilingual } from '../schemas/note.js';
import { isNoUtf8, showRawName } from './intake/raw-name.js';
import { systemCodeOf } from './intake/stage.js';

/** A file to take: its name for people, and its bytes where the system's name is no UTF-8. */
export interface ListedFile {
  readonly path: string;
  readonly raw?: Buffer;
}

/** What becomes of entries that are no file to take. */
export interface ListingReport {
  /** The system would not open it. */
  readonly onError: (path: string, error: unknown) => void;
  /** It is there, and it is not taken. */
  readonly onSkip: (path: string, reason: Bilingual) => void;
  /** True of what is met in a folder, by its resolved path, and is not worth a word: the database that is written itself. */
  readonly isOwn?: (path: string) => boolean;
}

const NOT_ORDINARY: Bilingual = {
  vi: 'Không phải tệp thường (thiết bị, ống dẫn, ổ cắm …) nên không mở.',
  en: 'Not an ordinary file (a device, pipe or socket): it is not opened.',
};
const TAKEN_ALREADY: Bilingual = {
  vi: 'Liên kết tới tệp hoặc thư mục đã có trong lượt này.',
  en: 'A link to a file or folder that this run takes already.',
};
const LOOP: Bilingual = {
  vi: 'Liên kết vòng (dẫn về chính nó hoặc thư mục chứa nó) nên không đi theo.',
  en: 'A link that leads back to itself or to a folder above it: it is not followed.',
};
const DANGLING: Bilingual = {
  vi: 'Liên kết tới tệp không còn.',
  en: 'A link to a file that is not there.',
};

/** Why a link leads nowhere, by the system's own code; any other says that the way there is barred. */
const NO_TARGET: ReadonlyMap<string, Bilingual> = new Map([
  ['ENOENT', DANGLING],
  ['ENOTDIR', DANGLING],
  ['ELOOP', LOOP],
]);

/** A path as the system knows it: text, or bytes where its name is no UTF-8. */
type Place = string | Buffer;

const SEPARATOR = Buffer.from(sep);

const joinPlace = (folder: Place, name: Buffer): Place => {
  const text = name.toString('utf8');
  if (typeof folder === 'string' && !isNoUtf8(text)) return join(folder, text);
  return Buffer.concat([Buffer.from(folder), SEPARATOR, name]);
};

const show = (place: Place): string => (typeof place === 'string' ? place : showRawName(place));

const toListed = (place: Place): ListedFile =>
  typeof place === 'string' ? { path: place } : { path: show(place), raw: place };

/** One walk over some roots: remembers which folders and files it met, so that links are followed once. */
class Walk {
  readonly files: ListedFile[] = [];
  readonly #real = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #links: Place[] = [];

  constructor(
    readonly report: ListingReport,
    readonly signal: AbortSignal | undefined,
  ) {}

  async addRoot(path: string): Promise<void> {
    await this.#add(path);
    // Links last: what they lead to may be among the files themselves.
    for (let link = this.#links.shift(); link !== undefined; link = this.#links.shift()) await this.#follow(link);
  }

  async #add(place: Place): Promise<void> {
    this.signal?.throwIfAborted();
    try {
      const info = await stat(place);
      if (info.isDirectory()) await this.#addFolder(place);
      else if (info.isFile()) await this.#addFile(place);
      else this.report.onSkip(show(place), NOT_ORDINARY);
    } catch (error) {
      this.signal?.throwIfAborted();
      this.report.onError(show(place), error);
    }
  }

  async #addFile(place: Place): Promise<void> {
    const real = (await realpath(place, { encoding: 'buffer' })).toString('latin1');
    if (this.#real.has(real)) return;
    this.#real.add(real);
    this.files.push(toListed(place));
  }

  async #addFolder(place: Place): Promise<void> {
    const real = (await realpath(place, { encoding: 'buffer' })).toString('latin1');
    if (this.#folders.has(real)) return;
    this.#folders.add(real);
    const entries: Dirent<Buffer>[] = await readdir(place, { withFileTypes: true, encoding: 'buffer' });
    entries.sort((a, b) => Buffer.compare(a.name, b.name));
    const here = Buffer.from(real, 'latin1').toString('utf8');
    for (const entry of entries) {
      const inside = joinPlace(place, entry.name);
      if (this.report.isOwn?.(join(here, entry.name.toString('utf8'))) === true) continue;
      if (entry.isDirectory() || entry.isFile()) await this.#add(inside);
      else if (entry.isSymbolicLink()) this.#links.push(inside);
      else this.report.onSkip(show(inside), NOT_ORDINARY);
    }
  }

  async #follow(link: Place): Promise<void> {
    let target: Buffer;
    try {
      target = await realpath(link, { encoding: 'buffer' });
    } catch (error) {
      const reason = NO_TARGET.get(systemCodeOf(error));
      if (reason === undefined) this.report.onError(show(link), error);
      else this.report.onSkip(show(link), reason);
      return;
    }
    const real = target.toString('latin1');
    const isLoop = `${Buffer.from(link).toString('latin1')}${sep}`.startsWith(`${real}${sep}`);
    if (isLoop) this.report.onSkip(show(link), LOOP);
    else if (this.#real.has(real) || this.#folders.has(real)) this.report.onSkip(show(link), TAKEN_ALREADY);
    else await this.#add(link);
  }
}

/**
 * The files at some paths: themselves, or all below a folder in the order of their names. Links are followed once, to files
 * and folders that are not met otherwise; whatever is not taken is told with its reason, and the walk goes on. Rejects with
 * the reason of the signal when that stops it. `await listFiles(['scans'], { onError, onSkip })`.
 */
export const listFiles = async (
  paths: readonly string[],
  report: ListingReport,
  signal?: AbortSignal,
): Promise<readonly ListedFile[]> => {
  const walk = new Walk(report, signal);
  for (const path of paths) await walk.addRoot(path);
  return walk.files;
};
