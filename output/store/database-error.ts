import { closeSync, openSync, readSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { type ErrorCode, PipelineError } from '../../pipeline/base/errors.js';
import type { Bilingual } from '../../schemas/note.js';
import { APPLICATION_ID } from './application-id.js';
import { listHolders } from './list-holders.js';

type DatabaseCode = Extract<ErrorCode, `database-${string}` | 'disk-full'>;

const TEXTS: Readonly<Record<DatabaseCode, (path: string) => { readonly text: Bilingual; readonly hint: Bilingual }>> =
  {
    'database-unwritable': (path) => ({
      text: { vi: `Không ghi được cơ sở dữ liệu ${path}`, en: `Cannot write the database ${path}` },
      hint: {
        vi: `Kiểm tra quyền ghi tệp và thư mục ${dirname(path)}, hoặc chọn nơi khác bằng --db`,
        en: `Check write access to the file and to the folder ${dirname(path)}, or choose another place with --db`,
      },
    }),
    'database-invalid': (path) => ({
      text: { vi: `${path} không phải cơ sở dữ liệu ketluan`, en: `${path} is not a ketluan database` },
      hint: {
        vi: 'Chọn đúng tệp bằng --db, hoặc tạo mới bằng lệnh ketluan ingest',
        en: 'Name the right file with --db, or make one with ketluan ingest',
      },
    }),
    'database-newer': (path) => ({
      text: {
        vi: `Cơ sở dữ liệu ${path} do phiên bản ketluan mới hơn tạo ra`,
        en: `The database ${path} was made by a newer version of ketluan`,
      },
      hint: {
        vi: 'Cài phiên bản ketluan mới hơn rồi chạy lại',
        en: 'Install a newer version of ketluan and run again',
      },
    }),
    'database-locked': (path) => ({
      text: {
        vi: `Cơ sở dữ liệu ${path} đang bị chương trình khác khoá hoặc đang được tạo`,
        en: `Another program holds the database ${path} locked, or is making it`,
      },
      hint: {
        vi: 'Chờ lệnh ketluan khác xong; đóng chương trình đang mở tệp (xem SQLite, sao lưu, diệt virus); rồi chạy lại. Những gì đã lưu còn nguyên',
        en: 'Wait for other ketluan commands, close programs that hold the file (SQLite viewers, backup, virus scanners), and run again. What was stored is whole',
      },
    }),
    'database-damaged': (path) => ({
      text: { vi: `Cơ sở dữ liệu ${path} bị hỏng`, en: `The database ${path} is damaged` },
      hint: {
        vi: 'Lấy lại từ bản chỉ đọc hoặc bản sao lưu (docs/reliability.md); ketluan verify cho biết hỏng ở đâu',
        en: 'Restore it from a published copy or a backup (docs/reliability.md); ketluan verify says what is damaged',
      },
    }),
    'disk-full': (path) => ({
      text: { vi: `Đĩa đầy khi ghi cơ sở dữ liệu ${path}`, en: `The disk is full, writing the database ${path}` },
      hint: {
        vi: 'Giải phóng chỗ trống rồi chạy lại lệnh; những gì đã lưu còn nguyên',
        en: 'Free some space and run the command again; what was stored is whole',
      },
    }),
  };

/** Who might hold a database, as its claims tell: a locked one can mostly be read. */
const describeHolders = (path: string): Bilingual => {
  let holders: readonly string[] = [];
  try {
    const db = new Database(path, { readonly: true, timeout: 0 });
    try {
      holders = listHolders(db);
    } finally {
      db.close();
    }
  } catch {
    // Locked to readers as well: nobody can be named.
  }
  const names = holders.join(', ');
  return holders.length === 0
    ? { vi: '', en: '' }
    : { vi: `. Tiến trình ketluan đang nạp: ${names}`, en: `. Processes of ketluan at work: ${names}` };
};

/** Trouble with a database, in its own words: `databaseError('database-locked', 'ketluan.db')`. */
export const databaseError = (code: DatabaseCode, path: string, cause?: unknown): PipelineError => {
  const { text, hint } = TEXTS[code](path);
  const who = code === 'database-locked' ? describeHolders(path) : { vi: '', en: '' };
  return new PipelineError(code, { vi: text.vi + who.vi, en: text.en + who.en }, hint, cause);
};

/** Bytes below which a disk counts as full: SQLite asks for this much at once. */
const LEAST_FREE = 256 * 1024;

const isDiskFull = (path: string): boolean => {
  try {
    const { bavail, bsize } = statfsSync(dirname(path));
    return bavail * bsize < LEAST_FREE;
  } catch {
    return false;
  }
};

const APPLICATION_ID_AT = 68;

/** True when the header of a file, whatever became of the rest, names us. */
export const bearsOurMark = (path: string): boolean => {
  try {
    const file = openSync(path, 'r');
    try {
      const head = Buffer.alloc(100);
      return readSync(file, head, 0, 100, 0) === 100 && head.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID;
    } finally {
      closeSync(file);
    }
  } catch {
    return false;
  }
};

const codeOfSqlite = (code: string, path: string): DatabaseCode | undefined => {
  if (/^SQLITE_(?:BUSY|LOCKED|PROTOCOL)/u.test(code)) return 'database-locked';
  if (/^SQLITE_(?:CORRUPT|NOTADB|FORMAT)/u.test(code))
    return bearsOurMark(path) || path === ':memory:' ? 'database-damaged' : 'database-invalid';
  if (code.startsWith('SQLITE_FULL')) return 'disk-full';
  // Where its index of the log finds no room, SQLite speaks of input and output.
  if (code.startsWith('SQLITE_IOERR') && isDiskFull(path)) return 'disk-full';
  if (/^SQLITE_(?:READONLY|CANTOPEN|PERM|AUTH|IOERR|NOMEM|TOOBIG|NOLFS)/u.test(code)) return 'database-unwritable';
  return undefined;
};

/** What comes of stored bytes that were written over: packed columns and JSON that cannot be read back. */
const isGarbled = (error: unknown): boolean =>
  error instanceof SyntaxError ||
  (error instanceof Error &&
    (error.name === 'ZodError' || ('code' in error && /^Z_|^ERR_BUFFER/u.test(String(error.code)))));

/**
 * A failure of SQLite, or of what it gave, as one of our errors: locked, unwritable, damaged, full. Errors of other kinds
 * come back as they are. `isReading`: nothing but the store can have given what is garbled.
 */
export const translateDatabaseError = (error: unknown, path: string, isReading = false): unknown => {
  if (error instanceof PipelineError) return error;
  if (error instanceof Database.SqliteError) {
    const code = codeOfSqlite(error.code, path) ?? (isReading ? 'database-damaged' : undefined);
    return code === undefined ? error : databaseError(code, path, error);
  }
  return isReading && isGarbled(error) ? databaseError('database-damaged', path, error) : error;
};

/** Does work on a database; whatever SQLite says against it is told as one of our errors. `guard(db, () => save(db))` */
export const guard = <Result>(db: { readonly name: string }, work: () => Result, isReading = false): Result => {
  try {
    return work();
  } catch (error) {
    throw translateDatabaseError(error, db.name, isReading);
  }
};

/** As guard, for work that waits now and then. */
export const guardWork = async <Result>(
  db: { readonly name: string },
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    throw translateDatabaseError(error, db.name, false);
  }
};

/** As guard, for a list that is read while it is walked through. */
export function* guardList<Item>(db: { readonly name: string }, items: Iterable<Item>): Generator<Item> {
  try {
    yield* items;
  } catch (error) {
    throw translateDatabaseError(error, db.name, true);
  }
}
