import type { RepairedDocument } from '../../schemas/stages.js';
import { FILE_INFO } from '../tables/file.js';
import { selectFrom } from '../tables/table.js';
import { loadPages } from './pages.js';
import { loadRow } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

const READ_FILE = selectFrom(FILE_INFO, ['fileKey'], "WHERE sha256 = ? AND status <> 'quarantined'");

/**
 * The text layers of a stored file exactly as they were saved: what repair, outline and extract run again from.
 * Undefined when the file is unknown or in quarantine.
 */
export const loadRepaired = (db: Store, sha256: string): RepairedDocument | undefined => {
  const row = loadRow(db, READ_FILE, sha256);
  return row === undefined ? undefined : { file: row.value, ...loadPages(db, row.keys.fileKey) };
};

/** A file whose rows were made by an older version of some stage. */
export interface StaleFile {
  readonly sha256: string;
  readonly path: string;
  /** Names of the stages that are newer now, in the order of `versions`. */
  readonly stages: readonly string[];
}

/**
 * Files whose stored stage versions are older than `versions`, in the order of storing; loadRepaired gives the raw text
 * to run again from. `listStale(db, { repair: 2, outline: 1 })`.
 */
export function* listStale(db: Store, versions: Readonly<Record<string, number>>): Generator<StaleFile> {
  const processes = prepare<{ key: number; versions: string }>(
    db,
    'SELECT process_key AS key, stage_versions AS versions FROM process',
  ).all();
  const staleStages = new Map<number, string[]>();
  for (const process of processes) {
    const stored: Record<string, number> = JSON.parse(process.versions);
    const older = Object.keys(versions).filter((name) => (stored[name] ?? 0) < (versions[name] ?? 0));
    if (older.length > 0) staleStages.set(process.key, older);
  }
  const next = prepare<{ key: number; sha256: string; path: string; process: number }>(
    db,
    `SELECT file_key AS key, sha256, path, process_key AS process FROM file
     WHERE file_key > ? AND process_key IS NOT NULL ORDER BY file_key LIMIT 500`,
  );
  for (let last = 0; ; ) {
    const rows = next.all(last);
    for (const { key, sha256, path, process } of rows) {
      const stages = staleStages.get(process);
      if (stages !== undefined) yield { sha256, path, stages };
      last = key;
    }
    if (rows.length === 0) return;
  }
}

/** The repaired text of a file alone; empty when the file is unknown or in quarantine. */
export const loadText = (db: Store, sha256: string): string =>
  prepare<{ text: string }>(
    db,
    `SELECT p.text FROM page p JOIN file f ON f.file_key = p.file_key WHERE f.sha256 = ? ORDER BY p.number`,
  )
    .all(sha256)
    .map((page) => page.text)
    .join('\f');
