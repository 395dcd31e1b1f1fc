import { z } from 'zod';
import { brokenPromise } from '../../pipeline/base/errors.js';
import type { Withdrawn } from '../../pipeline/run-batch.js';
import { ExportedDocument } from '../../schemas/export.js';
import { Bilingual } from '../../schemas/note.js';
import { RepairedDocument } from '../../schemas/stages.js';
import { FILE, type FileRow, type FileStatus } from '../tables/file.js';
import { selectFrom, upsertInto } from '../tables/table.js';
import { recordChange } from './changes.js';
import { listHistory } from './corrections.js';
import { deleteDocument } from './delete-document.js';
import { forgetFieldChanges } from './field-changes.js';
import { foldWords } from './fold-words.js';
import { runGuarded, runLongGuarded } from './guard.js';
import { buildPaperRows, insertPaperRows, type PaperRow } from './index-papers.js';
import { buildIndexRows, type IndexRow, insertIndexRows } from './index-rows.js';
import { forgetKeys } from './intern.js';
import { loadDocumentsOfFile } from './load-document.js';
import { deletePages, insertPages } from './pages.js';
import { listCopiesSince, mergeIndex, plainWords, removeTraces, rewriteFile } from './remove-traces.js';
import { deleteRemoved, dropBehind, findRemoved, takeBackCorrections } from './removed-rows.js';
import { replaceDocuments } from './replace-documents.js';
import { loadRow } from './rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** What the store takes for a file that was read: its text layers and the documents found in them. */
export const FileToSave = z
  .object({
    repaired: RepairedDocument,
    documents: z.array(ExportedDocument).readonly(),
    /** Stage name → version, so that stale rows can be found. */
    stageVersions: z.record(z.string(), z.int()),
    /** What the models were made from, by model name; empty when none was used. */
    modelCard: z.record(z.string(), z.string()),
    /** The batch that brings it; a file that is stored already stays with its own. */
    batchKey: z.int().nullable().optional(),
    /** Now, ISO 8601 with zone; the store reads no clock. */
    at: z.string(),
  })
  .readonly();
export type FileToSave = z.input<typeof FileToSave>;

/** What the store keeps of a file that could not be taken: never its text. */
export const FileToQuarantine = z
  .object({
    path: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    byteLength: z.int().min(0),
    mediaType: z.string().nullable(),
    code: z.string(),
    text: Bilingual,
    hint: Bilingual.nullable(),
    /** The batch that met it. */
    batchKey: z.int().nullable().optional(),
    at: z.string(),
  })
  .readonly();
export type FileToQuarantine = z.input<typeof FileToQuarantine>;

/** A file that the database knows. */
export interface StoredFile extends FileRow {
  readonly key: number;
}

const BY_HASH = selectFrom(FILE, ['fileKey'], 'WHERE sha256 = ?');

/** The file with these bytes, or undefined: how ingestion tells a duplicate. */
export const findFile = (db: Store, sha256: string): StoredFile | undefined => {
  const row = loadRow(db, BY_HASH, sha256);
  return row === undefined ? undefined : { key: row.keys.fileKey, ...row.value };
};

const IS_STORED = "SELECT 1 FROM file WHERE sha256 = ? AND status <> 'quarantined'";

/** True where a file is stored and counts. */
export const isStored = (db: Store, sha256: string): boolean => prepare(db, IS_STORED).get(sha256) !== undefined;

const findProcess = (db: Store, stageVersions: Readonly<Record<string, number>>, card: unknown): number => {
  const keys = [JSON.stringify(stageVersions), JSON.stringify(card)];
  prepare(db, 'INSERT OR IGNORE INTO process (stage_versions, model_card) VALUES (?, ?)').run(...keys);
  const row = prepare<{ key: number }>(
    db,
    'SELECT process_key AS key FROM process WHERE stage_versions = ? AND model_card = ?',
  ).get(...keys);
  if (row === undefined) throw brokenPromise('the process row that was just written', 'none');
  return row.key;
};

const UPSERT_FILE = `${upsertInto(FILE, 'sha256')} RETURNING file_key AS key`;

const upsertFile = (db: Store, processKey: number | null, row: FileRow): number => {
  const file = prepare<{ key: number }>(db, UPSERT_FILE).get(FILE.toCells({ processKey }, row));
  if (file === undefined) throw brokenPromise('the file row that was just written', 'none');
  return file.key;
};

/** With which batch a file came; whatever settled it while it was in quarantine counts no more. */
const noteBatch = (db: Store, fileKey: number, batchKey: number | null | undefined): void => {
  const write = 'UPDATE file SET batch_key = coalesce(?, batch_key), settled_by = NULL WHERE file_key = ?';
  prepare(db, write).run(batchKey ?? null, fileKey);
};

const checkWhole = ({ repaired, documents }: z.output<typeof FileToSave>): void => {
  const first = repaired.pages[0];
  const covers = first === undefined ? repaired.text === '' : first.span.start === 0 && first.rawSpan.start === 0;
  const strange = documents.find((d) => d.document.source.sha256 !== repaired.file.sha256);
  if (covers && strange === undefined) return;
  const what = covers ? 'documents of this file alone' : 'pages that cover the text';
  throw brokenPromise(what, 'others');
};

/** What is said of a file that is not in quarantine. */
const SOUND = { errorCode: null, errorVi: null, errorEn: null, hintVi: null, hintEn: null };

const VERSIONS =
  'SELECT p.stage_versions AS versions FROM file f JOIN process p ON p.process_key = f.process_key WHERE f.sha256 = ?';

interface Saved {
  readonly status: FileStatus;
  readonly rows: readonly IndexRow[];
  readonly papers: readonly PaperRow[];
}

const savePrepared = (db: Store, value: z.output<typeof FileToSave>): Saved => {
  const { repaired, documents, at } = value;
  const { file } = repaired;
  const needsReview = documents.length === 0 || documents.some((d) => d.document.needsReview);
  const status = needsReview ? 'needs-review' : 'stored';
  const known = findFile(db, file.sha256);
  const oldVersions = prepare<{ versions: string }>(db, VERSIONS).get(file.sha256)?.versions ?? '{}';
  const processKey = findProcess(db, value.stageVersions, value.modelCard);
  const key = upsertFile(db, processKey, { ...file, status, ...SOUND, storedAt: at });
  if (known === undefined || known.status === 'quarantined') noteBatch(db, key, value.batchKey);
  if (known === undefined) takeBackCorrections(db, file.sha256, at);
  else deletePages(db, key);
  insertPages(db, key, repaired);
  const rows = replaceDocuments(db, key, { ...value, oldVersions });
  return { status, rows, papers: buildPaperRows(db, key, documents) };
};

/** Work that is done whole or not at all. */
export const runTransaction = <Result>(db: Store, work: () => Result): Result => {
  try {
    return runGuarded(db, work);
  } catch (error) {
    forgetKeys(db);
    throw error;
  }
};

/** The same for work that waits now and then: see runLongGuarded. */
export const runLongTransaction = async <Result>(db: Store, work: () => Promise<Result>): Promise<Result> => {
  try {
    return await runLongGuarded(db, work);
  } catch (error) {
    forgetKeys(db);
    throw error;
  }
};

/**
 * Stores a file with its text and documents in one transaction; a file that is there already is replaced, its
 * corrections and the ids of its documents kept. Returns how it was stored: a file without documents, or with one that
 * needs review, needs review. `saveFile(db, { repaired, documents, stageVersions: { intake: 1 }, modelCard: {}, at })`.
 */
export const saveFile = (db: Store, file: FileToSave): FileStatus => {
  const [status] = saveFiles(db, [file]);
  if (status === undefined) throw brokenPromise('a status for the file', 'none');
  return status;
};

/** Stores many files in one transaction, all or none: several times faster than one by one. `also` is done within it. */
export const saveFiles = (db: Store, files: readonly FileToSave[], also?: () => void): FileStatus[] =>
  runTransaction(db, () => {
    const rows: IndexRow[] = [];
    const papers: PaperRow[] = [];
    const statuses = files.map((file) => {
      const value = FileToSave.parse(file);
      checkWhole(value);
      const saved = savePrepared(db, value);
      rows.push(...saved.rows);
      papers.push(...saved.papers);
      return saved.status;
    });
    also?.();
    insertIndexRows(db, rows);
    insertPaperRows(db, papers);
    return statuses;
  });

/** Words that a document was known by before people corrected it, or between one correction and the next. */
const listOtherWords = (db: Store, record: ExportedDocument): ReadonlySet<string> => {
  const said = listHistory(db, record.document.id).flatMap(({ oldValue, newValue }) => [
    oldValue ?? '',
    newValue ?? '',
  ]);
  if (said.length === 0) return new Set();
  return new Set([...plainWords(buildIndexRows(db, record, [])), ...foldWords(said.join(' ')).split(' ')]);
};

/**
 * Takes everything that is stored of a file out of the tables, all but its row in `file`; the caller holds the transaction,
 * and removes what papers share of it. `held`: its documents. Returns its words.
 */
export const emptyFile = (
  db: Store,
  key: number,
  held: readonly ExportedDocument[],
  at: string,
): ReadonlySet<string> => {
  deletePages(db, key);
  const words = new Set(held.flatMap((record) => [...listOtherWords(db, record)]));
  const rows = held.flatMap((record) => {
    const forgotten = deleteDocument(db, record);
    recordChange(db, 'delete', 'document', record.document.id, at);
    prepare(db, 'DELETE FROM correction WHERE document_id = ?').run(record.document.id);
    forgetFieldChanges(db, { ids: [record.document.id] });
    return forgotten;
  });
  for (const word of plainWords(rows)) words.add(word);
  return words;
};

/** Copies that were written while documents were stored; a file without any left no entry in the change feed: any copy may hold its text. */
export const listCopiesOf = (db: Store, ids: readonly string[]): readonly string[] => {
  const first = ids.map((id) =>
    Number(prepare(db, 'SELECT min(sequence) FROM change WHERE id = ?').pluck().get(id) ?? 0),
  );
  return listCopiesSince(db, first.length === 0 ? 0 : Math.min(...first));
};

/** What is left of a file that went into quarantine; undefined when nothing of it was stored. */
const withdraw = (db: Store, sha256: string, held: StoredFile | undefined, at: string): readonly string[] => {
  // The same paper, in other files or as it was before.
  const behind = dropBehind(db, sha256, 'ketluan', at);
  if (held === undefined) {
    // Taken out before: the tables know nothing of it any more.
    const ids = findRemoved(db, sha256)?.documents.map(({ id }) => id) ?? [];
    deleteRemoved(db, sha256);
    mergeIndex(db);
    return listCopiesOf(db, [...ids, ...behind]);
  }
  const records = loadDocumentsOfFile(db, held.key);
  const copies = listCopiesOf(db, [...records.map(({ document }) => document.id), ...behind]);
  const words = emptyFile(db, held.key, records, at);
  mergeIndex(db);
  removeTraces(db, words);
  return copies;
};

/**
 * Runs work that leaves no trace: freed pages are overwritten here, and only here, as it costs time; then the file is written
 * anew. `isNeeded`: something was stored.
 */
export const withoutTrace = (db: Store, isNeeded: boolean, work: () => readonly string[]): Withdrawn => {
  db.pragma('secure_delete = ON');
  try {
    const copies = runTransaction(db, work);
    return { copies, isWiped: !isNeeded || rewriteFile(db) };
  } finally {
    db.pragma('secure_delete = FAST');
  }
};

/**
 * Keeps the name, hash and reason of a file that could not be taken, and nothing of its text: what an earlier run stored of
 * it is removed from every table, the index, the log and the file itself. Returns the copies that were written while it
 * was stored, since nobody can take it out of these, and whether its words are gone from the file.
 */
export const quarantineFile = (db: Store, file: FileToQuarantine): Withdrawn => {
  const value = FileToQuarantine.parse(file);
  const { text, hint, sha256 } = value;
  const found = findFile(db, sha256);
  const held = found?.status === 'quarantined' ? undefined : found;
  const isHeld = held !== undefined || findRemoved(db, sha256) !== undefined;
  const row: FileRow = {
    ...value,
    status: 'quarantined',
    errorCode: value.code,
    errorVi: text.vi,
    errorEn: text.en,
    hintVi: hint?.vi ?? null,
    hintEn: hint?.en ?? null,
    storedAt: value.at,
  };
  return withoutTrace(db, isHeld, () => {
    const key = upsertFile(db, null, row);
    noteBatch(db, key, value.batchKey);
    return isHeld ? withdraw(db, sha256, held, value.at) : [];
  });
};
