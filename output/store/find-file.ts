import { resolve } from 'node:path';
import { PipelineError } from '../../pipeline/base/errors.js';
import { guard } from './database-error.js';
import { findDocumentsByNumber, suggestNumbers } from './load-document.js';
import { listOutside, listRemoved, type RemovedFile } from './removed-files.js';
import { findPlace } from './removed-rows.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** A path as it may have been stored: as given, from this folder, and in either form of Unicode. */
export const pathForms = (path: string): readonly string[] => [
  ...new Set([path, resolve(path)].flatMap((form) => [form, form.normalize('NFC'), form.normalize('NFD')])),
];

/** A stored file, and all the documents that it holds. */
export interface NamedFile {
  readonly sha256: string;
  readonly path: string;
  readonly documents: readonly string[];
}

const loadNamed = (db: Store, condition: string, value: string): readonly NamedFile[] =>
  prepare<{ key: number; sha256: string; path: string }>(
    db,
    `SELECT file_key AS key, sha256, path FROM file WHERE status IN ('stored', 'needs-review') AND ${condition} ORDER BY path`,
  )
    .all(value)
    .map(({ key, sha256, path }) => ({
      sha256,
      path,
      documents: prepare<{ id: string }>(db, 'SELECT id FROM document WHERE file_key = ? ORDER BY part, document_key')
        .all(key)
        .map(({ id }) => id),
    }));

const OF_DOCUMENT = 'file_key = (SELECT file_key FROM document WHERE id = ?)';

/** Refuses a name that fits several files, with the ids by which they are told apart. */
const ambiguous = (name: string, ids: readonly string[]): PipelineError => {
  const list = ids.slice(0, 10).join(', ');
  return new PipelineError(
    'usage',
    { vi: `${name} là của nhiều tệp: ${list}`, en: `${name} names several files: ${list}` },
    { vi: 'Ghi mã văn bản hoặc đường dẫn của tệp.', en: 'Give the id of a document or the path of the file.' },
  );
};

const unknown = (name: string, more: { readonly vi: string; readonly en: string }): PipelineError =>
  new PipelineError(
    'usage',
    {
      vi: `Không có văn bản hay tệp nào là ${name}${more.vi}`,
      en: `Expected the id, number or path of something stored, got ${name}${more.en}`,
    },
    { vi: 'Xem danh sách: ketluan documents', en: 'List what is there: ketluan documents' },
  );

/** What may have been meant by a name that is not stored. */
const describeMissing = (db: Store, name: string): { readonly vi: string; readonly en: string } => {
  const paths = pathForms(name);
  const waits = paths.some((path) => prepare(db, 'SELECT 1 FROM file WHERE path = ?').get(path) !== undefined);
  if (waits) return { vi: ' (tệp đang cách ly: ketluan quarantine)', en: ' (it is in quarantine: ketluan quarantine)' };
  const isGone = listRemoved(db).some((file) => fits(file, name, paths));
  if (isGone) return { vi: ' (đã gỡ trước đây: ketluan removed)', en: ' (it was removed before: ketluan removed)' };
  const near = suggestNumbers(db, name).join(', ');
  return near === '' ? { vi: '', en: '' } : { vi: `. Ý bạn là ${near}?`, en: `. Did you mean ${near}?` };
};

/**
 * The stored file that a person names by the id of one of its documents, its number, its path or its hash. Throws `usage`
 * when there is none, or when a number is that of several files. `requireFile(db, '118-KL/TU')`
 */
export const requireFile = (db: Store, name: string): NamedFile =>
  guard(
    db,
    () => {
      const [file] = [
        ...loadNamed(db, OF_DOCUMENT, name),
        ...pathForms(name).flatMap((path) => loadNamed(db, 'path = ?', path)),
        ...loadNamed(db, 'sha256 = ?', name.toLowerCase()),
      ];
      if (file !== undefined) return file;
      const ids = findDocumentsByNumber(db, name);
      const files = new Map(ids.flatMap((id) => loadNamed(db, OF_DOCUMENT, id)).map((one) => [one.sha256, one]));
      const [only, ...others] = files.values();
      if (only === undefined) throw unknown(name, describeMissing(db, name));
      if (others.length > 0) throw ambiguous(name, ids);
      return only;
    },
    true,
  );

const foldNumber = (number: string): string => number.normalize('NFC').replace(/[Đđ]/gu, 'd').toLowerCase();

const isNamed = ({ documents }: RemovedFile, name: string): boolean => documents.some(({ id }) => id === name);

const fits = ({ sha256, path, documents }: RemovedFile, name: string, paths: readonly string[]): boolean =>
  sha256 === name.toLowerCase() ||
  paths.includes(path) ||
  documents.some(({ id, number }) => id === name || (number !== null && foldNumber(number) === foldNumber(name)));

/**
 * Removed files that a person names: by the number of the batch with which they were taken out, or as in requireFile. Throws
 * `usage` when there is none. `requireRemoved(db, '7')`
 */
export const requireRemoved = (db: Store, name: string): readonly RemovedFile[] => {
  const paths = pathForms(name);
  const all = listRemoved(db);
  const fitting = (files: readonly RemovedFile[]): readonly RemovedFile[] =>
    files.filter((file) => fits(file, name, paths));
  // What people took out is meant before what stands behind a file that counts.
  const byPeople = fitting(all);
  const named = byPeople.length > 0 ? byPeople : fitting(listOutside(db));
  if (named.length > 1 && new Set(named.map(({ path }) => path)).size > 1)
    throw ambiguous(
      name,
      named.flatMap(({ documents }) => documents.map(({ id }) => id)),
    );
  const found = named.length > 0 ? named : all.filter(({ undone, batchKey }) => undone && String(batchKey) === name);
  if (found.length > 0) return found;
  throw new PipelineError(
    'usage',
    { vi: `Không có gì đã gỡ mang tên ${name}.`, en: `Nothing that was removed is called ${name}.` },
    { vi: 'Xem những gì đã gỡ: ketluan removed', en: 'List what was removed: ketluan removed' },
  );
};

/**
 * The id of a document of the paper that a person names, also by a file that stands behind the one that counts. Throws `usage`
 * as requireFile does. `requirePaper(db, 'scans/118.pdf')`
 */
export const requirePaper = (db: Store, name: string): string => {
  const paths = pathForms(name);
  const front = listOutside(db)
    .filter((file) => file.sha256 === name.toLowerCase() || paths.includes(file.path) || isNamed(file, name))
    .flatMap(({ sha256 }) => findPlace(db, sha256)?.standsBehind ?? [])[0];
  const isStored = paths.some((path) => loadNamed(db, 'path = ?', path).length > 0);
  const { documents, path } = requireFile(db, front === undefined || isStored ? name : front);
  const [id] = documents;
  if (id === undefined) throw unknown(path, { vi: '', en: '' });
  return id;
};
