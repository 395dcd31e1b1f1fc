import type { Stats } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type FSWatcher, watch as watchPaths } from 'chokidar';
import { ERRORS, type PipelineError, toPipelineError } from '../../pipeline/base/errors.js';
import type { FileReport } from '../../pipeline/run-batch.js';
import { toReal } from '../files/find-target.js';

/** What there is to tell while folders are watched; never a word of a paper. */
export type WatchEvent =
  | { readonly kind: 'watching'; readonly folder: string }
  | { readonly kind: 'file'; readonly report: FileReport }
  /** Files that failed for a passing reason, or could not be stored, are tried again after so many seconds. */
  | { readonly kind: 'again'; readonly files: number; readonly seconds: number; readonly error: PipelineError | null }
  /** The folder is not there: unmounted, renamed, a network that is down. */
  | { readonly kind: 'folder-gone'; readonly folder: string }
  | { readonly kind: 'folder-back'; readonly folder: string };

export interface WatchOptions {
  readonly signal: AbortSignal;
  /** Takes a group of files, or folders, into the database. Rejects when nothing can be stored. */
  readonly take: (paths: readonly string[]) => Promise<readonly FileReport[]>;
  readonly onEvent: (event: WatchEvent) => void;
  /** True of what the database itself consists of, by its resolved path: where it lies in such a folder, it changes all the time. */
  readonly isOwn?: (path: string) => boolean;
  /** Ask the disk again and again: network folders tell nobody of new files. */
  readonly poll?: boolean;
  /** Milliseconds for which a file must have kept its size and time. */
  readonly settle?: number;
  /** Milliseconds between two looks whether a folder is still there. */
  readonly look?: number;
  /** Seconds after which a failed file is tried again; the last is kept on with. */
  readonly delays?: readonly number[];
}

/** What programs write while they copy or edit; the file gets another name when it is whole. — tệp tạm */
const UNFINISHED = /^(?:\.|~\$)|\.(?:tmp|temp|part|partial|crdownload|download|swp)$|\.db(?:-wal|-shm|-journal)?$/iu;

/** A copy over a network stands still for a second or two. */
const SETTLE_MS = 5000;
const LOOK_MS = 10_000;
/** Files that come together are taken together. */
const GROUP_MS = 1000;
const DELAYS = [60, 300, 900, 3600];

const isThere = (folder: string): Promise<boolean> =>
  stat(folder).then(
    (info) => info.isDirectory(),
    () => false,
  );

/** Files to take, each with how often it failed. */
class Inbox {
  readonly #waiting = new Map<string, number>();
  /** Size and time of what was taken, so that a folder that comes back is not read as a whole again. */
  readonly #taken = new Map<string, string>();
  readonly #marks = new Map<string, string>();
  #wake: (() => void) | undefined;

  add(path: string, mark: string | undefined): void {
    if (mark !== undefined && this.#taken.get(path) === mark) return;
    if (mark !== undefined) this.#marks.set(path, mark);
    this.put(path, 0);
  }

  put(path: string, failures: number): void {
    this.#waiting.set(path, failures);
    this.#wake?.();
  }

  settle(path: string): void {
    const mark = this.#marks.get(path);
    this.#marks.delete(path);
    if (mark !== undefined) this.#taken.set(path, mark);
  }

  /** All that waits, as soon as there is something. Rejects with the reason of the signal. */
  async next(signal: AbortSignal): Promise<ReadonlyMap<string, number>> {
    while (this.#waiting.size === 0)
      await new Promise<void>((wake, reject) => {
        const stop = (): void => reject(signal.reason);
        signal.throwIfAborted();
        signal.addEventListener('abort', stop, { once: true });
        this.#wake = () => {
          signal.removeEventListener('abort', stop);
          wake();
        };
      });
    this.#wake = undefined;
    await pause(GROUP_MS, undefined, { signal });
    const all = new Map(this.#waiting);
    this.#waiting.clear();
    return all;
  }
}

/** Watches one folder, and goes on when it comes back. */
const followFolder = (folder: string, inbox: Inbox, options: WatchOptions): { close(): Promise<void> } => {
  const { onEvent, isOwn, poll = false, settle = SETTLE_MS, look = LOOK_MS } = options;
  let watcher: FSWatcher | undefined;
  let isGone = false;
  const onFile = (path: string, info?: Stats): void => {
    // A link may lead back to a folder above it, for ever: `ingest` follows links, once.
    if (info?.isFile() === false) return;
    // A name that is no UTF-8 reads so: its folder is listed instead, where names are bytes.
    if (path.includes('\ufffd')) inbox.add(dirname(path), undefined);
    else inbox.add(path, info === undefined ? undefined : `${info.size} ${info.mtimeMs}`);
  };
  const open = (): void => {
    const real = toReal(folder);
    watcher = watchPaths(folder, {
      ignored: (path) =>
        path !== folder && (UNFINISHED.test(basename(path)) || isOwn?.(join(real, relative(folder, path))) === true),
      followSymlinks: false,
      usePolling: poll,
      alwaysStat: true,
      awaitWriteFinish: { stabilityThreshold: settle, pollInterval: Math.min(200, settle) },
    });
    // A folder within that may not be read is nobody's end.
    watcher
      .on('add', onFile)
      .on('change', onFile)
      .on('error', () => undefined);
  };
  const check = async (): Promise<void> => {
    const isHere = await isThere(folder);
    if (isHere && watcher === undefined) {
      onEvent(isGone ? { kind: 'folder-back', folder } : { kind: 'watching', folder });
      isGone = false;
      open();
    } else if (!isHere && !isGone) {
      isGone = true;
      onEvent({ kind: 'folder-gone', folder });
      const old = watcher;
      watcher = undefined;
      await old?.close();
    }
  };
  let checking = check();
  const timer = setInterval(() => {
    checking = checking.then(check);
  }, look);
  return {
    close: async () => {
      clearInterval(timer);
      await checking;
      await watcher?.close();
    },
  };
};

const passes = ({ error, result }: FileReport): boolean =>
  result === 'quarantined' && error !== null && !ERRORS[error.code].lasting;

/**
 * Takes complete files from folders as they come, those first that are there already, until the signal ends it. What failed
 * for a passing reason is tried again, later each time; a folder that is unmounted is waited for; a database that cannot be
 * written costs time, no file. — theo dõi thư mục
 */
export const watchFolders = async (folders: readonly string[], options: WatchOptions): Promise<void> => {
  const { signal, take, onEvent, delays = DELAYS } = options;
  const inbox = new Inbox();
  const timers = new Set<NodeJS.Timeout>();
  const delayOf = (failures: number): number => delays[Math.min(failures, delays.length - 1)] ?? 3600;
  const later = (path: string, failures: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      inbox.put(path, failures + 1);
    }, delayOf(failures) * 1000);
    timers.add(timer);
  };
  const takeGroup = async (group: ReadonlyMap<string, number>): Promise<void> => {
    const failed: string[] = [];
    let error: PipelineError | null = null;
    try {
      for (const report of await take([...group.keys()])) {
        onEvent({ kind: 'file', report });
        if (passes(report)) failed.push(report.path);
        else inbox.settle(report.path);
      }
    } catch (cause) {
      signal.throwIfAborted();
      error = toPipelineError(cause);
      failed.push(...group.keys());
    }
    if (failed.length === 0) return;
    for (const path of failed) later(path, group.get(path) ?? 0);
    const seconds = Math.min(...failed.map((path) => delayOf(group.get(path) ?? 0)));
    onEvent({ kind: 'again', files: failed.length, seconds, error });
  };
  const followed = folders.map((folder) => followFolder(resolve(folder), inbox, options));
  try {
    for (;;) await takeGroup(await inbox.next(signal));
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    await Promise.all(followed.map((one) => one.close()));
  }
};
