import { basename } from 'node:path';
import { ERRORS, isErrorCode, PipelineError } from '../../pipeline/base/errors.js';
import type { Bilingual } from '../../schemas/note.js';
import { guard } from './database-error.js';
import { pathForms } from './find-file.js';
import { recordFileEvent } from './removed-rows.js';
import { runTransaction } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import type { Doer } from './take-out.js';

/** A file in quarantine and why. — tệp cách ly */
export interface QuarantinedFile {
  readonly path: string;
  /** Null for a file of which not a byte could be read. */
  readonly sha256: string | null;
  readonly code: string;
  readonly text: Bilingual;
  readonly hint: Bilingual | null;
  /** When it was last found so; null where only the manifest knows it. */
  readonly at: string | null;
  /** The batch that last met it. */
  readonly batch: number | null;
  /** Hash of the good copy that came to its place: such a file is on the list no more. */
  readonly settledBy: string | null;
  /** Stored files of the same name in other folders, five at most: they may be its good copy, and a person must say so. */
  readonly perhaps: readonly string[];
}

interface QuarantineRow {
  readonly path: string;
  readonly sha256: string | null;
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly hintVi: string | null;
  readonly hintEn: string | null;
  readonly at: string | null;
  readonly batch: number | null;
  readonly settledBy: string | null;
}

const HASHED = `SELECT f.path, f.sha256, f.error_code AS code, f.error_vi AS vi, f.error_en AS en, f.hint_vi AS hintVi,
    f.hint_en AS hintEn, f.stored_at AS at, f.batch_key AS batch,
    (SELECT g.sha256 FROM file g WHERE g.sha256 = f.settled_by AND g.status <> 'quarantined') AS settledBy
  FROM file f WHERE f.status = 'quarantined'`;

// Of a file without bytes the last word of the manifests counts, and a person who said to forget it.
const UNREAD = `SELECT l.path, NULL AS sha256, coalesce(l.reason_code, 'file-unreadable') AS code, l.reason_vi AS vi, l.reason_en AS en, NULL AS hintVi,
    NULL AS hintEn, NULL AS at, l.batch_key AS batch, NULL AS settledBy
  FROM (SELECT path, max(batch_key) AS batch_key FROM batch_file WHERE sha256 IS NULL AND outcome = 'quarantined' GROUP BY path) u
  JOIN batch_file l ON l.batch_key = u.batch_key AND l.path = u.path
  WHERE NOT EXISTS (SELECT 1 FROM batch b JOIN batch_file o ON o.batch_key = b.batch_key AND o.path = l.path
      WHERE b.batch_key > l.batch_key)
    AND NOT EXISTS (SELECT 1 FROM file_event e WHERE e.path = l.path AND e.kind = 'dropped' AND e.batch_key >= l.batch_key)
    AND NOT EXISTS (SELECT 1 FROM file f WHERE f.path = l.path AND f.status = 'quarantined')`;

/** What may be done about a code, where nothing more was said. */
const adviceFor = (code: string): Bilingual | null => (isErrorCode(code) ? ERRORS[code].todo : null);

const nameOf = (path: string): string => basename(path.replaceAll('\\', '/')).normalize('NFC').toLowerCase();

/** Paths of stored files by their name, for the names that are asked for. */
const findNamesakes = (db: Store, names: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  if (names.size === 0) return found;
  const stored = prepare<{ path: string }>(db, "SELECT path FROM file WHERE status <> 'quarantined' ORDER BY path");
  for (const { path } of stored.iterate()) {
    const name = nameOf(path);
    if (!names.has(name)) continue;
    const same = found.get(name);
    if (same === undefined) found.set(name, [path]);
    else if (same.length < 5) same.push(path);
  }
  return found;
};

const listRows = (db: Store, settled: boolean): QuarantineRow[] =>
  prepare<QuarantineRow>(db, `${HASHED} UNION ALL ${UNREAD} ORDER BY 1`)
    .all()
    .filter(({ settledBy }) => (settledBy !== null) === settled);

/** How many files wait in quarantine: as many as listQuarantine lists. */
export const countQuarantine = (db: Store): number => guard(db, () => listRows(db, false).length, true);

/**
 * Files in quarantine, by path: those that wait, and with `settled` those alone whose good copy came. A file without bytes
 * (empty, unreadable) is known by the manifests and leaves the list when a later batch meets something else at its path.
 */
export const listQuarantine = (
  db: Store,
  { settled = false }: { readonly settled?: boolean } = {},
): QuarantinedFile[] =>
  guard(
    db,
    () => {
      const rows = listRows(db, settled);
      const namesakes = findNamesakes(db, new Set(settled ? [] : rows.map(({ path }) => nameOf(path))));
      return rows.map(({ vi, en, hintVi, hintEn, ...file }) => ({
        ...file,
        text: { vi, en },
        hint: hintVi === null || hintEn === null ? adviceFor(file.code) : { vi: hintVi, en: hintEn },
        perhaps: namesakes.get(nameOf(file.path)) ?? [],
      }));
    },
    true,
  );

/** Which files in quarantine are meant: by path, by hash, by the batch that last met them, by code; together they narrow. */
export interface QuarantineChoice {
  readonly names?: readonly string[];
  readonly batch?: number;
  readonly code?: string;
}

const missing = (name: string): PipelineError =>
  new PipelineError(
    'usage',
    { vi: `Không có tệp cách ly nào là ${name}.`, en: `No file in quarantine is ${name}.` },
    { vi: 'Xem danh sách: ketluan quarantine list', en: 'List them: ketluan quarantine list' },
  );

/** The files in quarantine that are meant, settled ones among them when they are named. Throws `usage` for a name that is none. */
export const chooseQuarantined = (db: Store, { names = [], batch, code }: QuarantineChoice): QuarantinedFile[] => {
  const waiting = listQuarantine(db);
  const known = names.length === 0 ? waiting : [...waiting, ...listQuarantine(db, { settled: true })];
  const named =
    names.length === 0
      ? known
      : names.flatMap((name) => {
          const paths = pathForms(name);
          const found = known.filter((file) => paths.includes(file.path) || file.sha256 === name.toLowerCase());
          if (found.length === 0) throw missing(name);
          return found;
        });
  return [...new Set(named)].filter(
    (file) => (batch === undefined || file.batch === batch) && (code === undefined || file.code === code),
  );
};

/**
 * Forgets files in quarantine, all or none: the next batch that meets them reads them anew. Each leaves a line in the journal
 * of files (table file_event), so that none vanishes in silence. Returns those that were forgotten. — bỏ khỏi danh sách
 */
export const dropQuarantined = (db: Store, choice: QuarantineChoice, { by, at }: Doer): readonly QuarantinedFile[] =>
  guard(db, () =>
    runTransaction(db, () => {
      const files = chooseQuarantined(db, choice);
      for (const { sha256, path, batch } of files) {
        prepare(db, "DELETE FROM file WHERE sha256 = ? AND status = 'quarantined'").run(sha256);
        recordFileEvent(db, { kind: 'dropped', sha256, path, batchKey: batch, doneBy: by, doneAt: at });
      }
      return files;
    }),
  );
