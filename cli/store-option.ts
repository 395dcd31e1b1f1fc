import { type Command, InvalidArgumentError } from 'commander';
import { translateDatabaseError } from '../output/store/database-error.js';
import { openDatabase } from '../output/store/open-database.js';
import type { Store } from '../output/store/store.js';
import { PipelineError } from '../pipeline/base/errors.js';

/** Name of the database when none is given. */
const DEFAULT_DATABASE = 'ketluan.db';

/** A file is meant: SQLite takes an empty name for a database that is gone at the end, and addresses for more than files. */
const parseDatabase = (name: string): string => {
  if (/^\s*(?:$|:memory:|file:)/iu.test(name)) throw new InvalidArgumentError('tên một tệp / the name of a file');
  return name;
};

/** Adds --db to a command. */
export const addStoreOption = (command: Command): Command =>
  command.option('--db <file>', 'cơ sở dữ liệu / database', parseDatabase, DEFAULT_DATABASE);

/** The database that was asked for. */
export const readDatabase = (command: Command): string => String(command.optsWithGlobals().db);

const openToNote = (path: string): Store => {
  try {
    return openDatabase(path, { mustExist: true });
  } catch (error) {
    if (!(error instanceof PipelineError) || error.code !== 'database-unwritable') throw error;
    return openDatabase(path, { readonly: true });
  }
};

const run = async <Result>(db: Store, path: string, work: (db: Store) => Result | Promise<Result>): Promise<Result> => {
  try {
    return await work(db);
  } catch (error) {
    throw translateDatabaseError(error, path, true);
  } finally {
    db.close();
  }
};

/** Opens the database that was asked for to read it, does the work, and closes it whatever happens. */
export const withStore = async <Result>(
  command: Command,
  work: (db: Store) => Result | Promise<Result>,
): Promise<Result> => {
  const path = readDatabase(command);
  return run(openDatabase(path, { readonly: true }), path, work);
};

/** As withStore, for work that notes something in the database where it may be written. */
export const withNotedStore = async <Result>(
  command: Command,
  work: (db: Store) => Result | Promise<Result>,
): Promise<Result> => {
  const path = readDatabase(command);
  return run(openToNote(path), path, work);
};

/** Opens the database that was asked for to change it; one that is not there is not made. */
export const withWritableStore = async <Result>(
  command: Command,
  work: (db: Store) => Result | Promise<Result>,
): Promise<Result> => {
  const path = readDatabase(command);
  return run(openDatabase(path, { mustExist: true }), path, work);
};
