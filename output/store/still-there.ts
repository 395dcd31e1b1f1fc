import { statSync } from 'node:fs';
import { PipelineError } from '../../pipeline/base/errors.js';
import type { Store } from './store.js';

/** Which file bears a name: its place on the disk; undefined for none, and for a database in memory. */
const identify = (path: string): string | undefined => {
  const info = statSync(path, { bigint: true, throwIfNoEntry: false });
  return info === undefined ? undefined : `${info.dev}:${info.ino}`;
};

const gone = (path: string): PipelineError =>
  new PipelineError(
    'database-unwritable',
    {
      vi: `Tệp cơ sở dữ liệu ${path} đã bị xoá, đổi tên hoặc thay bằng tệp khác trong khi chạy`,
      en: `The database file ${path} was removed, renamed or replaced during the run`,
    },
    {
      vi: 'Đặt cơ sở dữ liệu ngoài thư mục đồng bộ, lấy lại từ bản sao lưu nếu cần, rồi chạy lại. Những gì lưu sau lúc đó không còn',
      en: 'Keep it outside of synchronised folders, restore a backup if need be, and run again. What was stored since then is lost',
    },
  );

/**
 * Remembers which file a database is; the function that it returns throws `database-unwritable` when the name leads to another
 * one, or to none: SQLite would go on writing into a file that nobody will find. `const requireThere = rememberPlace(db)`
 */
export const rememberPlace = (db: Store): (() => void) => {
  const before = db.memory ? undefined : identify(db.name);
  return () => {
    if (before !== undefined && identify(db.name) !== before) throw gone(db.name);
  };
};
