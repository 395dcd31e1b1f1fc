import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { PipelineError } from '../../pipeline/base/errors.js';
import { migrate, SCHEMA_VERSION } from './migrate.js';
import { refreshIndex } from './refresh-index.js';
import type { Store } from './store.js';

/** "KLUN" as a 32-bit number in the file's header: tells our databases from other SQLite files. */
export const APPLICATION_ID = 0x4b_4c_55_4e;

const PAGE_SIZE = 16_384;
const BUSY_TIMEOUT_MS = 10_000;

const fail = (code: 'database-unwritable' | 'database-invalid' | 'database-newer', path: string, cause?: unknown) => {
  const texts = {
    'database-unwritable': {
      text: { vi: `Không ghi được cơ sở dữ liệu ${path}`, en: `Cannot write the database ${path}` },
      hint: {
        vi: `Kiểm tra quyền ghi tệp và thư mục ${dirname(path)}, hoặc chọn nơi khác bằng --db`,
        en: `Check write access to the file and to the folder ${dirname(path)}, or choose another place with --db`,
      },
    },
    'database-invalid': {
      text: { vi: `${path} không phải cơ sở dữ liệu ketluan`, en: `${path} is not a ketluan database` },
      hint: {
        vi: 'Chọn đúng tệp bằng --db, hoặc tạo mới bằng lệnh ketluan ingest',
        en: 'Name the right file with --db, or make one with ketluan ingest',
      },
    },
    'database-newer': {
      text: {
        vi: `Cơ sở dữ liệu ${path} do phiên bản ketluan mới hơn tạo ra`,
        en: `The database ${path} was made by a newer version of ketluan`,
      },
      hint: {
        vi: 'Cài phiên bản ketluan mới hơn rồi chạy lại',
        en: 'Install a newer version of ketluan and run again',
      },
    },
  }[code];
  return new PipelineError(code, texts.text, texts.hint, cause);
};

const isSqliteError = (error: unknown): error is InstanceType<typeof Database.SqliteError> =>
  error instanceof Database.SqliteError;

const translateError = (error: unknown, path: string): unknown => {
  if (error instanceof PipelineError) return error;
  if (!isSqliteError(error)) return error instanceof TypeError ? fail('database-unwritable', path, error) : error;
  if (error.code.startsWith('SQLITE_NOTADB') || error.code.startsWith('SQLITE_CORRUPT'))
    return fail('database-invalid', path, error);
  if (/^SQLITE_(?:READONLY|CANTOPEN|PERM|IOERR|FULL)/u.test(error.code))
    return fail('database-unwritable', path, error);
  return error;
};

const readNumber = (db: Store, pragma: string): number => Number(db.pragma(pragma, { simple: true }));

/** Refuses what is not ours and what is newer than we are. Returns true for an empty file that may become ours. */
const checkOwner = (db: Store, path: string): boolean => {
  const owner = readNumber(db, 'application_id');
  if (owner === 0 && db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0) return true;
  if (owner !== APPLICATION_ID) throw fail('database-invalid', path);
  if (readNumber(db, 'user_version') > SCHEMA_VERSION) throw fail('database-newer', path);
  return false;
};

const prepareForWriting = (db: Store, path: string): void => {
  const isNew = checkOwner(db, path);
  // Pages of text fill large pages better; it must be said before the first table.
  if (isNew) db.pragma(`page_size = ${PAGE_SIZE}`);
  if (isNew) db.pragma(`application_id = ${APPLICATION_ID}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.pragma('foreign_keys = ON');
  // A write lock for a moment: a read-only file must fail now, not after the first hour of OCR.
  db.exec('BEGIN IMMEDIATE; ROLLBACK');
  migrate(db);
  refreshIndex(db);
};

const prepareForReading = (db: Store, path: string): void => {
  if (checkOwner(db, path)) throw fail('database-invalid', path);
  if (readNumber(db, 'user_version') < SCHEMA_VERSION) throw olderError(path);
};

const olderError = (path: string): PipelineError =>
  new PipelineError(
    'database-invalid',
    { vi: `Cơ sở dữ liệu ${path} còn ở cấu trúc cũ`, en: `The database ${path} still has an older layout` },
    {
      vi: 'Mở để ghi một lần để nâng cấp: ketluan ingest --db …',
      en: 'Open it for writing once to bring it up to date: ketluan ingest --db …',
    },
  );

/**
 * Opens a database, making or upgrading it when it may be written. Throws a PipelineError `database-unwritable`,
 * `database-newer` or `database-invalid`; a database that is missing is invalid when only reading was asked for.
 * `openDatabase('ketluan.db')`, `openDatabase(':memory:')`, `openDatabase('published.db', { readonly: true })`.
 */
export const openDatabase = (path: string, options: { readonly readonly?: boolean } = {}): Store => {
  const readonly = options.readonly ?? false;
  if (readonly && !existsSync(path)) throw fail('database-invalid', path);
  let db: Store | undefined;
  try {
    db = new Database(path, { readonly, timeout: BUSY_TIMEOUT_MS });
    db.pragma('cache_size = -65536');
    if (readonly) prepareForReading(db, path);
    else prepareForWriting(db, path);
    return db;
  } catch (error) {
    db?.close();
    throw translateError(error, path);
  }
};
