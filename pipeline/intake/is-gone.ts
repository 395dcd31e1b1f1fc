import { opendir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { listRun } from './joined-pages.js';
import { findRawName } from './raw-name.js';
import { systemCodeOf } from './stage.js';

/** A path as the system knows it: text, or bytes where its name is no UTF-8. */
type Place = string | Buffer;

const toPlace = async (path: string): Promise<Place> => (await findRawName(path)) ?? path;

const folderOf = (place: Place): Place =>
  typeof place === 'string' ? dirname(place) : Buffer.from(dirname(place.toString('latin1')), 'latin1');

const NOTHING_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);

const holdsSomething = async (folder: Place): Promise<boolean> => {
  const entries = await opendir(folder);
  try {
    return (await entries.read()) !== null;
  } finally {
    await entries.close();
  }
};

/**
 * True where the medium of a path is surely there: the nearest folder above it that still exists holds something, or lies on
 * the same drive as `now`. A drive that is not mounted leaves an empty folder, or none at all.
 */
const isMediumThere = async (place: Place, now: Place): Promise<boolean> => {
  for (let folder = folderOf(place); ; folder = folderOf(folder)) {
    // Nothing of the way is left but the root of the drive.
    if (folderOf(folder).toString() === folder.toString()) return false;
    try {
      const { dev } = await stat(folder);
      return (await holdsSomething(folder)) || dev === (await stat(now)).dev;
    } catch (error) {
      if (!NOTHING_THERE.has(systemCodeOf(error))) return false;
    }
  }
};

const sameLetters = (one: string, other: string): boolean =>
  one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();

/**
 * Whether a file that is met at `now` no longer lies at `before`: no file is there any more. Of a
 * drive that is not mounted, and of what the system will not tell, it is false. Where a system takes capitals for small
 * letters, a name that changed in these alone is another name of the same file. — tệp đã chuyển chỗ
 */
export const isGone = async (before: string, now: string): Promise<boolean> => {
  if ((await listRun(before)) !== undefined) return false;
  const [old, place] = await Promise.all([toPlace(before), toPlace(now)]);
  try {
    const info = await stat(old, { bigint: true });
    if (!info.isFile()) return true;
    if (!sameLetters(before, now)) return false;
    const here = await stat(place, { bigint: true });
    return info.dev === here.dev && info.ino === here.ino && info.nlink === 1n;
  } catch (error) {
    return NOTHING_THERE.has(systemCodeOf(error)) && (await isMediumThere(old, place).catch(() => false));
  }
};
