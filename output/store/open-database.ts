import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { sep } from 'node:path';
import Database from 'better-sqlite3';
import { PipelineError } from '../../pipeline/base/errors.js';
import { APPLICATION_ID } from './application-id.js';
import { databaseError, translateDatabaseError } from './database-error.js';
import { migrate, SCHEMA_VERSION } from './migrate.js';
import { openUnwritable } from './open-unwritable.js';
import { makeIndexDeletable, refreshIndex } from './refresh-index.js';
import { refreshViews } from './refresh-views.js';
import type { Store } from './store.js';

const PAGE_SIZE = 16_384;
const BUSY_TIMEOUT_MS = 10_000;
/** How long a database that is being made is waited for, and how often it is asked. */
const MAKING_MS = 3000;
const ASK_MS = 50;

const readNumber = (db: Store, pragma: string): number => Number(db.pragma(pragma, { simple: true }));

/** Refuses what is not ours and what is newer than we are. Returns true for an empty file that may become ours. */
const checkOwner = (db: Store, path: string): boolean => {
  const owner = readNumber(db, 'application_id');
  if (owner === 0 && db.prepare('SELECT count(*) FROM sqlite_master').pluck().get() === 0) return true;
  if (owner !== APPLICATION_ID) throw databaseError('database-invalid', path);
  if (readNumber(db, 'user_version') > SCHEMA_VERSION) throw databaseError('database-newer', path);
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
  migrate(db);
  // A write: a read-only file must fail now, not after the first hour of OCR.
  db.exec("UPDATE meta SET value = value WHERE name = 'about'");
  // A copy that is worked on is none any more: what is taken out leaves its index, and nothing may take its place.
  makeIndexDeletable(db);
  db.exec("DELETE FROM meta WHERE name = 'copy'");
  refreshIndex(db);
  refreshViews(db);
};

const missingError = (path: string): PipelineError =>
  new PipelineError(
    'database-invalid',
    { vi: `Chưa có cơ sở dữ liệu ${path}`, en: `There is no database ${path}` },
    {
      vi: 'Chọn đúng tệp bằng --db, hoặc tạo mới bằng lệnh ketluan ingest',
      en: 'Name the right file with --db, or make one with ketluan ingest',
    },
  );

/** Where only reading was asked for, nothing is said of writing. */
const tellReader = (error: unknown, path: string, readonly: boolean): unknown =>
  readonly && error instanceof PipelineError && error.code === 'database-unwritable'
    ? new PipelineError(
        error.code,
        { vi: `Không đọc được cơ sở dữ liệu ${path}`, en: `Cannot read the database ${path}` },
        { vi: 'Kiểm tra quyền đọc tệp và thư mục', en: 'Check the rights to read the file and its folder' },
        error.cause,
      )
    : error;

const olderError = (path: string): PipelineError =>
  new PipelineError(
    'database-invalid',
    { vi: `Cơ sở dữ liệu ${path} còn ở cấu trúc cũ`, en: `The database ${path} still has an older layout` },
    {
      vi: `Nâng cấp, giữ nguyên nội dung: ketluan init --db ${path}`,
      en: `Bring it up to date, with all that it holds: ketluan init --db ${path}`,
    },
  );

const wait = (): void => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ASK_MS);
};

/** Between the first byte and the last table, a database has no layout yet. */
const isBeingMade = (db: Store): boolean => {
  const owner = readNumber(db, 'application_id');
  const tables = db.prepare('SELECT count(*) FROM sqlite_master').pluck().get();
  return readNumber(db, 'user_version') === 0 && (owner === APPLICATION_ID || (owner === 0 && tables === 0));
};

const prepareForReading = (db: Store, path: string): void => {
  for (let waited = 0; waited < MAKING_MS && isBeingMade(db); waited += ASK_MS) wait();
  if (isBeingMade(db)) {
    const isOurs = readNumber(db, 'application_id') === APPLICATION_ID;
    const isAtWork = ['-wal', '-journal'].some((sidecar) => existsSync(path + sidecar));
    throw databaseError(isOurs || isAtWork ? 'database-locked' : 'database-invalid', path);
  }
  checkOwner(db, path);
  if (readNumber(db, 'user_version') < SCHEMA_VERSION) throw olderError(path);
};

/** A new database may be read by its owner alone: SQLite gives its other files the same rights. */
const makePrivate = (path: string): void => {
  if (path === ':memory:' || existsSync(path)) return;
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    // Another process may have made it in this very moment; anything else is told by SQLite.
    if (!(error instanceof Error)) throw error;
  }
};

const connect = (path: string, readonly: boolean): Store => {
  const db = new Database(path, { readonly, timeout: BUSY_TIMEOUT_MS });
  try {
    db.pragma('cache_size = -65536');
    if (readonly) prepareForReading(db, path);
    else prepareForWriting(db, path);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
};

/** WAL wants to write beside the database even to read it: where nothing may be written, the file is taken as it stands. */
const isForLackOfRights = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(?:CANTOPEN|READONLY|IOERR)/u.test(error.code);

/** What stands at a path. Where the way there is barred, SQLite will say so. */
const look = (path: string): 'nothing' | 'a file' | 'a folder' | 'a device' | 'barred' => {
  // SQLite would make "a.db" of "a.db/", behind the back of those who look for the name that was given.
  if (path.endsWith('/') || path.endsWith(sep)) return 'a folder';
  try {
    const info = statSync(path, { throwIfNoEntry: false });
    if (info === undefined) return 'nothing';
    if (info.isDirectory()) return 'a folder';
    return info.isFile() ? 'a file' : 'a device';
  } catch {
    return 'barred';
  }
};

const notOrdinary = (path: string): PipelineError =>
  new PipelineError(
    'database-invalid',
    {
      vi: `${path} không phải tệp thường (thiết bị, ống dẫn, ổ cắm …)`,
      en: `${path} is not an ordinary file (a device, pipe or socket)`,
    },
    {
      vi: 'Chọn đúng tệp bằng --db, hoặc tạo mới bằng lệnh ketluan ingest',
      en: 'Name the right file with --db, or make one with ketluan ingest',
    },
  );

const requireName = (path: string): void => {
  if (path.trim() !== '') return;
  throw new PipelineError(
    'usage',
    {
      vi: 'Tên cơ sở dữ liệu trống: không gì được lưu ở đó.',
      en: 'The name of the database is empty: nothing would be kept.',
    },
    { vi: 'Ghi tên một tệp, ví dụ ketluan.db', en: 'Name a file, for example ketluan.db' },
  );
};

export interface OpenOptions {
  readonly readonly?: boolean;
  /** A name that is mistyped must not become a new, empty database: for work on what is stored. */
  readonly mustExist?: boolean;
}

/**
 * Opens a database, making or upgrading it when it may be written. Throws a PipelineError: `database-unwritable`, `-locked`,
 * `-damaged`, `-newer`, `-invalid`, `disk-full`, or `usage` for an empty name; one that is missing is invalid when only
 * reading was asked for, or with `mustExist`. On read-only media a database can be read.
 * `openDatabase('ketluan.db')`, `openDatabase(':memory:')`, `openDatabase('published.db', { readonly: true })`.
 */
export const openDatabase = (path: string, options: OpenOptions = {}): Store => {
  requireName(path);
  const { readonly = false, mustExist = readonly } = options;
  const there = look(path);
  if (mustExist && there === 'nothing') throw missingError(path);
  if (mustExist && !readonly && there === 'a file' && statSync(path).size === 0)
    throw databaseError('database-invalid', path);
  if (there === 'a folder') throw databaseError('database-invalid', path);
  // A pipe would be waited for without end, and a device looks like a database that is being made.
  if (there === 'a device') throw notOrdinary(path);
  try {
    if (!readonly) makePrivate(path);
    return connect(path, readonly);
  } catch (error) {
    if (readonly && isForLackOfRights(error) && there === 'a file') return openCopy(path, error);
    // Node's own word for a folder that is not there.
    const known = error instanceof TypeError ? databaseError('database-unwritable', path, error) : error;
    throw tellReader(translateDatabaseError(known, path), path, readonly);
  }
};

const openCopy = (path: string, reason: unknown): Store => {
  let db: Store | undefined;
  try {
    db = openUnwritable(path);
    prepareForReading(db, path);
    return db;
  } catch (error) {
    db?.close();
    // The file itself may not be read: the first reason says more.
    throw tellReader(translateDatabaseError(error instanceof Database.SqliteError ? error : reason, path), path, true);
  }
};
