import type { Correction } from '../../schemas/correction.js';
import type { ExportedDocument } from '../../schemas/export.js';
import type { FileEvent, RemovedFile } from '../tables/removed.js';
import { applyCorrections } from '../tracker/apply-corrections.js';
import { countsAsTask } from '../tracker/counts-as-task.js';
import { listCorrections, listHistory } from './corrections.js';
import { loadDocumentsOfFile } from './load-document.js';
import { loadRepaired } from './load-file.js';
import { insertRemoved, loadRecord, recordFileEvent } from './removed-rows.js';
import { emptyFile, FileToSave, findFile, saveFile } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Who does something to files, and when: ISO 8601 with zone. */
export interface Doer {
  readonly by: string;
  readonly at: string;
}

export interface StandingRow {
  readonly key: number;
  readonly path: string;
  readonly batchKey: number | null;
  readonly versions: string;
  readonly card: string;
}

const STANDING = `SELECT f.file_key AS key, f.path, f.batch_key AS batchKey, p.stage_versions AS versions, p.model_card AS card
  FROM file f JOIN process p ON p.process_key = f.process_key WHERE f.sha256 = ? AND f.status <> 'quarantined'`;

/** A stored file as saveFile takes it, with its row; undefined when these bytes are not stored. */
export const loadStanding = (
  db: Store,
  sha256: string,
  at: string,
): { row: StandingRow; file: FileToSave } | undefined => {
  const row = prepare<StandingRow>(db, STANDING).get(sha256);
  const repaired = loadRepaired(db, sha256);
  if (row === undefined || repaired === undefined) return undefined;
  const documents = loadDocumentsOfFile(db, row.key);
  const made = { stageVersions: JSON.parse(row.versions), modelCard: JSON.parse(row.card) };
  return { row, file: { repaired, documents, ...made, batchKey: row.batchKey, at } };
};

/** The same file as if it had been read at another place. */
export const moveTo = (file: FileToSave, path: string): FileToSave => ({
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
  prepare(db, 'UPDATE file SET batch_key = ?, gone_at = NULL WHERE file_key = ?').run(to.batchKey, standing.row.key);
};

/** The documents of a file with the corrections of all of them that hold. */
export interface Corrected {
  readonly documents: readonly ExportedDocument[];
  readonly corrections: readonly Correction[];
}

/** A stored file with its corrections; undefined when these bytes are not stored. */
export const loadCorrected = (db: Store, sha256: string): Corrected | undefined => {
  const file = findFile(db, sha256);
  if (file === undefined || file.status === 'quarantined') return undefined;
  const documents = loadDocumentsOfFile(db, file.key);
  return { documents, corrections: documents.flatMap(({ document }) => listCorrections(db, document.id)) };
};

const describe = (db: Store, record: ExportedDocument): RemovedFile['documents'][number] => {
  const corrections = listCorrections(db, record.document.id);
  const { document, directives } = applyCorrections(record, corrections);
  const { id, type, number, issuedOn } = document;
  return { id, type, number, issuedOn, tasks: directives.filter((x) => countsAsTask(x, corrections)).length };
};

/** Who takes a file out, and whether its whole batch goes. */
export interface Removal extends Doer {
  readonly undone: boolean;
  /** How the journal calls it, when no person took it out, and what it is about. */
  readonly event?: Required<Pick<FileEvent, 'kind' | 'about'>>;
}

/** What lists show of a file that is taken out. */
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

/**
 * Takes one file out of the tables into `removed`, and adds its words to `words`; undefined when it is not stored. The caller
 * holds the transaction and removes the traces of the words.
 */
export const takeOut = (db: Store, sha256: string, removal: Removal, words: Set<string>): RemovedFile | undefined => {
  const standing = loadStanding(db, sha256, removal.at);
  if (standing === undefined) return undefined;
  const told = tellRemoval(db, standing, removal);
  const { documents } = standing.file;
  const corrections = documents.flatMap(({ document }) => listHistory(db, document.id));
  insertRemoved(db, told, standing.file, corrections);
  for (const word of emptyFile(db, standing.row.key, documents, removal.at)) words.add(word);
  prepare(db, 'DELETE FROM file WHERE file_key = ?').run(standing.row.key);
  const { path, batchKey } = told;
  const { event = { kind: 'removed' } } = removal;
  recordFileEvent(db, { ...event, sha256, path, batchKey, doneBy: removal.by, doneAt: removal.at });
  return told;
};

/** A removed file as it was stored; undefined when it is not removed, or what is kept of it cannot be read by this version. */
export const readRemoved = (db: Store, sha256: string): FileToSave | undefined => {
  const parsed = FileToSave.safeParse(loadRecord(db, sha256));
  return parsed.success ? parsed.data : undefined;
};

/** A removed file under another path, as a batch that meets its bytes again takes it. Undefined as for readRemoved. */
export const readRemovedAt = (db: Store, sha256: string, path: string): FileToSave | undefined => {
  const kept = readRemoved(db, sha256);
  return kept === undefined ? undefined : moveTo(kept, path);
};
