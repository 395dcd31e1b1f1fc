import type { Withdrawn } from '../../pipeline/run-batch.js';
import type { ExportedDocument } from '../../schemas/export.js';
import { REMOVED, type RemovedFile } from '../tables/removed.js';
import { selectFrom } from '../tables/table.js';
import { countsAsTask } from '../tracker/counts-as-task.js';
import { listCorrections } from './corrections.js';
import { guard } from './database-error.js';
import { loadDocumentsOfFile } from './load-document.js';
import { loadRepaired } from './load-file.js';
import { mergeIndex, removeTraces } from './remove-traces.js';
import { deleteRemoved, findRemoved, insertRemoved, loadRecord, recordFileEvent } from './removed-rows.js';
import { loadRows } from './rows.js';
import { emptyFile, FileToSave, listCopiesOf, runTransaction, saveFile, withoutTrace } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

export type { RemovedDocument, RemovedFile } from '../tables/removed.js';

/** Who does something to files, and when: ISO 8601 with zone. */
export interface Doer {
  readonly by: string;
  readonly at: string;
}

interface StandingRow {
  readonly key: number;
  readonly path: string;
  readonly batchKey: number | null;
  readonly versions: string;
  readonly card: string;
}

const STANDING = `SELECT f.file_key AS key, f.path, f.batch_key AS batchKey, p.stage_versions AS versions, p.model_card AS card
  FROM file f JOIN process p ON p.process_key = f.process_key WHERE f.sha256 = ? AND f.status <> 'quarantined'`;

/** A stored file as saveFile takes it, with its row; undefined when these bytes are not stored. */
const loadStanding = (db: Store, sha256: string, at: string): { row: StandingRow; file: FileToSave } | undefined => {
  const row = prepare<StandingRow>(db, STANDING).get(sha256);
  const repaired = loadRepaired(db, sha256);
  if (row === undefined || repaired === undefined) return undefined;
  const documents = loadDocumentsOfFile(db, row.key);
  const made = { stageVersions: JSON.parse(row.versions), modelCard: JSON.parse(row.card) };
  return { row, file: { repaired, documents, ...made, batchKey: row.batchKey, at } };
};

/** The same file as if it had been read at another place. */
const moveTo = (file: FileToSave, path: string): FileToSave => ({
  ...file,
  repaired: { ...file.repaired, file: { ...file.repaired.file, path } },
  documents: file.documents.map((record) => ({
    ...record,
    document: { ...record.document, source: { ...record.document.source, path } },
  })),
});

/** Gives a stored file the path at which another batch met the same bytes, and hands it to that batch. The caller holds the transaction. */
export const handOver = (db: Store, sha256: string, to: { path: string; batchKey: number }, at: string): void => {
  const standing = loadStanding(db, sha256, at);
  if (standing === undefined) return;
  saveFile(db, moveTo(standing.file, to.path));
  prepare(db, 'UPDATE file SET batch_key = ? WHERE file_key = ?').run(to.batchKey, standing.row.key);
};

const describe = (db: Store, record: ExportedDocument): RemovedFile['documents'][number] => {
  const { id, type, number, issuedOn } = record.document;
  const corrections = listCorrections(db, id);
  return { id, type, number, issuedOn, tasks: record.directives.filter((x) => countsAsTask(x, corrections)).length };
};

/** Who takes a file out, and whether its whole batch goes. */
export interface Removal extends Doer {
  readonly undone: boolean;
}

const tellRemoval = (
  db: Store,
  { row, file }: { readonly row: StandingRow; readonly file: FileToSave },
  { by, at, undone }: Removal,
): RemovedFile => ({
  sha256: file.repaired.file.sha256,
  path: row.path,
  documents: file.documents.map((record) => describe(db, record)),
  removedAt: at,
  removedBy: by,
  batchKey: row.batchKey,
  undone,
});

/** What removal would say of a stored file; undefined when these bytes are not stored. */
export const describeRemoval = (db: Store, sha256: string, removal: Removal): RemovedFile | undefined => {
  const standing = loadStanding(db, sha256, removal.at);
  return standing === undefined ? undefined : tellRemoval(db, standing, removal);
};

/** Takes one file out of the tables into `removed`; adds its words to `words`. */
const takeOut = (db: Store, sha256: string, removal: Removal, words: Set<string>): RemovedFile | undefined => {
  const standing = loadStanding(db, sha256, removal.at);
  if (standing === undefined) return undefined;
  const told = tellRemoval(db, standing, removal);
  const { documents } = standing.file;
  const corrections = documents.flatMap(({ document }) => listCorrections(db, document.id));
  insertRemoved(db, told, standing.file, corrections);
  for (const word of emptyFile(db, standing.row.key, documents, removal.at)) words.add(word);
  prepare(db, 'DELETE FROM file WHERE file_key = ?').run(standing.row.key);
  const { path, batchKey } = told;
  recordFileEvent(db, { kind: 'removed', sha256, path, batchKey, doneBy: removal.by, doneAt: removal.at });
  return told;
};

/** Takes out files by their hashes and says which; the caller holds the transaction. */
export const takeOutAll = (db: Store, hashes: readonly string[], removal: Removal): readonly RemovedFile[] => {
  const words = new Set<string>();
  const files = hashes.flatMap((sha256) => takeOut(db, sha256, removal, words) ?? []);
  if (files.length > 0) removeTraces(db, words);
  return files;
};

/**
 * Takes files out of the database, all or none: views, search, counts and exports know nothing of them any more, the change
 * feed tells of it, and restoreFiles puts them back as they were. Bytes that are not stored are passed over. — gỡ tệp
 * `removeFiles(db, [sha256], { by: 'Lan', at })`
 */
export const removeFiles = (db: Store, hashes: readonly string[], doer: Doer): readonly RemovedFile[] =>
  guard(db, () => runTransaction(db, () => takeOutAll(db, hashes, { ...doer, undone: false })));

const ALL_REMOVED = selectFrom(REMOVED, [], 'ORDER BY removed_at DESC, path');

/** Files that were taken out, the last ones first. — danh sách đã gỡ */
export const listRemoved = (db: Store): readonly RemovedFile[] =>
  guard(db, () => loadRows(db, ALL_REMOVED).map(({ value }) => value), true);

/** A removed file as it was stored; undefined when it is not removed, or what is kept of it cannot be read by this version. */
export const readRemoved = (db: Store, sha256: string): FileToSave | undefined => {
  const parsed = FileToSave.safeParse(loadRecord(db, sha256));
  return parsed.success ? parsed.data : undefined;
};

export interface Restored {
  readonly restored: readonly RemovedFile[];
  /** Kept by a version whose form this one cannot read: it stays where it is, and its original can be read anew. */
  readonly unreadable: readonly RemovedFile[];
}

/** Puts one file back; the caller holds the transaction. False when what is kept of it cannot be read. */
const putBack = (db: Store, file: RemovedFile, { by, at }: Doer): boolean => {
  const kept = readRemoved(db, file.sha256);
  if (kept === undefined) return false;
  saveFile(db, { ...kept, batchKey: file.batchKey, at });
  const { sha256, path, batchKey } = file;
  recordFileEvent(db, { kind: 'restored', sha256, path, batchKey, doneBy: by, doneAt: at });
  return true;
};

/**
 * Puts removed files back as they were, with their ids, their corrections and the batch that they came with, all or none;
 * the change feed tells of it. Bytes that are not removed are passed over. — khôi phục
 * `restoreFiles(db, listRemoved(db).map(({ sha256 }) => sha256), { by: 'Lan', at })`
 */
export const restoreFiles = (db: Store, hashes: readonly string[], doer: Doer): Restored =>
  guard(db, () =>
    runTransaction(db, () => {
      const files = hashes.flatMap((sha256) => findRemoved(db, sha256) ?? []);
      const restored = files.filter((file) => putBack(db, file, doer));
      // A batch of which nothing is missing any more stands again.
      prepare(
        db,
        `UPDATE batch SET undone_at = NULL WHERE undone_at IS NOT NULL
         AND batch_key NOT IN (SELECT batch_key FROM removed WHERE undone = 1 AND batch_key IS NOT NULL)
         AND batch_key IN (SELECT batch_key FROM file WHERE status <> 'quarantined')`,
      ).run();
      return { restored, unreadable: files.filter((file) => !restored.includes(file)) };
    }),
  );

/** A removed file under another path, as a batch that meets its bytes again takes it. Undefined as for readRemoved. */
export const readRemovedAt = (db: Store, sha256: string, path: string): FileToSave | undefined => {
  const kept = readRemoved(db, sha256);
  return kept === undefined ? undefined : moveTo(kept, path);
};

/**
 * Removes for good what was taken out, with the care that a classified paper is given: freed pages are overwritten and the
 * file is written anew. Returns what was purged, the copies that may still hold it, and whether its words are gone from the
 * file. — xoá hẳn `purgeFiles(db, [sha256], { by: 'Lan', at })`
 */
export const purgeFiles = (
  db: Store,
  hashes: readonly string[],
  { by, at }: Doer,
): Withdrawn & { readonly purged: readonly RemovedFile[] } =>
  guard(db, () => {
    const purged: RemovedFile[] = [];
    const isNeeded = hashes.some((sha256) => findRemoved(db, sha256) !== undefined);
    const withdrawn = withoutTrace(db, isNeeded, () => {
      purged.push(...hashes.flatMap((sha256) => findRemoved(db, sha256) ?? []));
      for (const { sha256, path, batchKey } of purged) {
        deleteRemoved(db, sha256);
        recordFileEvent(db, { kind: 'purged', sha256, path, batchKey, doneBy: by, doneAt: at });
      }
      if (isNeeded) mergeIndex(db);
      const ids = purged.flatMap(({ documents }) => documents.map(({ id }) => id));
      return isNeeded ? listCopiesOf(db, purged.some(({ documents }) => documents.length === 0) ? [] : ids) : [];
    });
    return { ...withdrawn, purged };
  });
