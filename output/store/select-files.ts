import { prepare } from './statements.js';
import type { Store } from './store.js';

/** What files can be chosen by; each is one condition with one value, so that no text of a user becomes SQL. */
const CONDITIONS = {
  /** stored, needs-review */
  status: 'status = ?',
  /** A part of the path. */
  path: 'instr(path, ?) > 0',
  number: 'file_key IN (SELECT file_key FROM document WHERE number = ?)',
  year: 'file_key IN (SELECT file_key FROM document WHERE substr(issued_on, 1, 4) = ?)',
} as const;

export type FileCondition = keyof typeof CONDITIONS;

/** The names that a condition may have. */
export const FILE_CONDITIONS: readonly string[] = Object.keys(CONDITIONS);

/** True for the name of a condition. */
export const isFileCondition = (name: string): name is FileCondition => Object.hasOwn(CONDITIONS, name);

/** Hashes of the files that meet a condition: `selectFiles(db, 'year', '2024')`. */
export const selectFiles = (db: Store, condition: FileCondition, value: string): ReadonlySet<string> =>
  new Set(
    prepare<{ sha256: string }>(db, `SELECT sha256 FROM file WHERE ${CONDITIONS[condition]}`)
      .all(value)
      .map((row) => row.sha256),
  );
