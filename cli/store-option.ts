import type { Command } from 'commander';
import { openDatabase } from '../output/store/open-database.js';
import type { Store } from '../output/store/store.js';

/** Name of the database when none is given. */
const DEFAULT_DATABASE = 'ketluan.db';

/** Adds --db to a command. */
export const addStoreOption = (command: Command): Command =>
  command.option('--db <file>', 'cơ sở dữ liệu / database', DEFAULT_DATABASE);

/** Opens the database that was asked for to read it, does the work, and closes it whatever happens. */
export const withStore = async <Result>(
  command: Command,
  work: (db: Store) => Result | Promise<Result>,
): Promise<Result> => {
  const { db: path } = command.optsWithGlobals();
  const db = openDatabase(String(path), { readonly: true });
  try {
    return await work(db);
  } finally {
    db.close();
  }
};
