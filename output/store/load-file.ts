import type { HeldFile, Made } from '../../pipeline/run-again.js';
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

interface ProcessRow {
  readonly key: number;
  readonly versions: string;
  readonly card: string;
}

const loadProcesses = (db: Store): ReadonlyMap<number, Made> =>
  new Map(
    prepare<ProcessRow>(db, 'SELECT process_key AS key, stage_versions AS versions, model_card AS card FROM process')
      .all()
      .map(({ key, versions, card }) => [key, { stageVersions: JSON.parse(versions), modelCard: JSON.parse(card) }]),
  );

/** Every file whose text is stored, with what its rows were made by, in the order of storing. Rows may be written meanwhile. */
export function* listHeldFiles(db: Store): Generator<HeldFile> {
  const processes = loadProcesses(db);
  const next = prepare<{ key: number; sha256: string; path: string; process: number }>(
    db,
    `SELECT file_key AS key, sha256, path, process_key AS process FROM file
     WHERE file_key > ? AND process_key IS NOT NULL ORDER BY file_key LIMIT 500`,
  );
  for (let last = 0; ; ) {
    const rows = next.all(last);
    for (const { key, sha256, path, process } of rows) {
      const made = processes.get(process);
      if (made !== undefined) yield { sha256, path, ...made };
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

/** Path and hash of every file that is stored, in the order of storing. */
export const listFilesOfStore = (db: Store): readonly { readonly path: string; readonly sha256: string }[] =>
  prepare<{ path: string; sha256: string }>(
    db,
    `SELECT path, sha256 FROM file WHERE status <> 'quarantined' ORDER BY file_key`,
  ).all();
