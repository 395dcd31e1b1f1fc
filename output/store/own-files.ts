import { toReal } from '../files/find-target.js';
import { SIDECARS } from '../files/sidecars.js';

/** The file of users and sessions beside a database. It is never part of it: copies of the database are for readers. */
export const accessPath = (databasePath: string): string => `${databasePath}.access`;

/** The folder beside a database for files that people send to its page. */
export const uploadsPath = (databasePath: string): string => `${databasePath}-nap`;

/** The folder beside a database for backups that are made from its page. */
export const backupsPath = (databasePath: string): string => `${databasePath}-sao-luu`;

/**
 * Tells what a database itself consists of, by resolved paths: a folder of papers in which it lies is taken in without a word
 * about it. `isOwnFile('/scans/ketluan.db')('/scans/ketluan.db-wal')`
 */
export const isOwnFile = (databasePath: string): ((path: string) => boolean) => {
  const place = toReal(databasePath);
  const files = [place, accessPath(place)].flatMap((path) => SIDECARS.map((sidecar) => path + sidecar));
  const own = new Set([...files, uploadsPath(place), backupsPath(place)]);
  return (path) => own.has(path);
};
