import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { attempt, type Check, checkWriting } from './check.js';
import { systemCode } from './files/write-error.js';
import { databaseError, guard } from './store/database-error.js';
import { openDatabase } from './store/open-database.js';

/** What the system says against writing to a file or into a folder, by asking for the right alone; undefined when it may be. */
const findObstacle = (path: string): string | undefined => {
  try {
    accessSync(path, constants.W_OK);
    return undefined;
  } catch (error) {
    return systemCode(error) ?? 'EACCES';
  }
};

const isCopy = (path: string): boolean => {
  const db = openDatabase(path, { readonly: true });
  try {
    return guard(db, () => db.prepare("SELECT 1 FROM meta WHERE name = 'copy'").get() !== undefined, true);
  } finally {
    db.close();
  }
};

/**
 * The database and its folder, for `ketluan doctor`. The database is read alone: looking at it must not upgrade it, nor make one.
 * `await checkDatabase('ketluan.db')`
 */
export const checkDatabase = async (path: string): Promise<readonly Check[]> => {
  const name = { vi: 'Cơ sở dữ liệu', en: 'Database' };
  const folder = dirname(resolve(path));
  const folderName = { vi: 'Thư mục của cơ sở dữ liệu', en: "The database's folder" };
  if (!existsSync(path))
    return [
      { name, ok: true, detail: { vi: `${path} chưa có, sẽ được tạo`, en: `${path} is not there yet, will be made` } },
      await checkWriting(folder, folderName),
    ];
  const obstacle = findObstacle(path) ?? findObstacle(folder);
  let isToRead = false;
  const database = await attempt(name, () => {
    const isMadeToRead = isCopy(path) || obstacle === 'EROFS';
    // Who keeps others from writing into a copy, or a disk that nobody can write, means it.
    isToRead = isMadeToRead && obstacle !== undefined;
    if (isToRead)
      return {
        vi: `${path} đọc được (bản để đọc: tra cứu và xuất được, không nạp thêm)`,
        en: `${path} can be read (a copy to read from: search and export work, ingest does not)`,
      };
    if (obstacle === undefined) return { vi: `${path} đọc và ghi được`, en: `${path} can be read and written` };
    throw databaseError('database-unwritable', path);
  });
  return isToRead ? [database] : [database, await checkWriting(folder, folderName)];
};
