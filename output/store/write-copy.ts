import { chmodSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { PipelineError } from '../../pipeline/base/errors.js';
import { findTarget, type Target } from '../files/find-target.js';
import { putFile } from '../files/put-file.js';
import { diskFull, isFull, systemCode } from '../files/write-error.js';
import { APPLICATION_ID } from './application-id.js';
import { databaseError, translateDatabaseError } from './database-error.js';
import { makeIndexPlain } from './refresh-index.js';
import { isSecret } from './secret.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { verify } from './verify.js';

export type CopyKind = 'published' | 'backup';

/** A copy that was written. */
export interface Copy {
  readonly path: string;
  readonly bytes: number;
  /** Last entry of the change feed that it holds. */
  readonly lastChange: number;
  /** True when it holds classified papers: see `ketluan init --secret`. */
  readonly secret: boolean;
  /** False where the database could only be read: it will not name this copy when a paper turns out to be classified. */
  readonly remembered: boolean;
}

export interface CopyOptions {
  /** Replace whatever file stands there, but never the database itself. */
  readonly force?: boolean;
  readonly signal?: AbortSignal;
}

const unwritable = (path: string, cause: unknown): PipelineError =>
  new PipelineError(
    'database-unwritable',
    { vi: `Không ghi được bản sao ${path}`, en: `Cannot write the copy ${path}` },
    {
      vi: 'Kiểm tra quyền ghi và chỗ trống; nếu có chương trình đang mở tệp cũ thì đóng lại (Windows không cho thay tệp đang mở)',
      en: 'Check access and free space; on Windows close programs that hold the old copy open',
    },
    cause,
  );

const needsForce = (path: string): PipelineError =>
  new PipelineError(
    'usage',
    {
      vi: `${path} đã có và không phải bản cùng loại do ketluan ghi trước đây.`,
      en: `${path} exists and is no earlier copy of this kind that ketluan wrote.`,
    },
    {
      vi: 'Chọn tệp khác, hoặc thêm --force để thay tệp đó.',
      en: 'Choose another file, or add --force to replace it.',
    },
  );

/** What a database says of itself: 'published', 'backup', or undefined for one that is at work, or not ours. */
const readKind = (path: string): string | undefined => {
  let db: Store | undefined;
  try {
    // A copy keeps no log, so that asking it writes nothing beside it.
    db = new Database(path, { readonly: true });
    if (Number(db.pragma('application_id', { simple: true })) !== APPLICATION_ID) return undefined;
    const kind = db.prepare<[], { value: string }>("SELECT value FROM meta WHERE name = 'copy'").get()?.value;
    const isOldCopy = db.pragma('journal_mode', { simple: true }) === 'delete' && (statSync(path).mode & 0o222) === 0;
    return kind ?? (isOldCopy ? 'published' : undefined);
  } catch {
    return undefined;
  } finally {
    db?.close();
  }
};

const requireReplaceable = ({ path, holds }: Target, given: string, kind: CopyKind, force: boolean): void => {
  if (holds === 'nothing') return;
  // Another database's log would be worked into the copy.
  const isAtWork = (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
  const isEarlier = holds === 'a database' && readKind(path) === kind;
  if (holds === 'a device' || isAtWork || !(force || isEarlier)) throw needsForce(given);
};

/** A backup must not take the place of a good one unless all of it can be read back, packed pages too. */
const isWhole = (copy: Store, kind: CopyKind): boolean =>
  copy.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
  (kind !== 'backup' || verify(copy, copy.name).every(({ ok }) => ok));

/** What a command has in hand belongs to the working database alone. `source`: where damage comes from. */
const finishCopy = (path: string, kind: CopyKind, source: string): number => {
  const copy = new Database(path);
  try {
    copy.pragma('journal_mode = DELETE');
    copy.pragma('secure_delete = ON');
    copy.exec('DELETE FROM claim; DELETE FROM unfinished_page; DELETE FROM copy');
    if (kind === 'published') {
      // What was taken out is for those alone who may put it back; its place in the copy is given free.
      // Whoever works with the database alone needs to know what its people look for.
      copy.exec('DELETE FROM removed; DELETE FROM saved_search');
      makeIndexPlain(copy);
      copy.exec('VACUUM');
    }
    copy.prepare("INSERT OR REPLACE INTO meta (name, value) VALUES ('copy', ?)").run(kind);
    if (!isWhole(copy, kind)) throw databaseError('database-damaged', source);
    copy.exec("INSERT INTO directive_fts (directive_fts, rank) VALUES ('integrity-check', 0)");
    return Number(copy.prepare('SELECT coalesce(max(sequence), 0) FROM change').pluck().get());
  } finally {
    copy.close();
  }
};

/** Remembered before it is there: a paper that turns out to be classified names every place that may hold it. */
const remember = (db: Store, path: string, kind: CopyKind, lastChange: number): void => {
  if (db.readonly) return;
  prepare(db, 'INSERT OR REPLACE INTO copy (path, kind, last_change) VALUES (?, ?, ?)').run(path, kind, lastChange);
};

const translate = (error: unknown, db: Store, path: string): unknown => {
  if (error instanceof PipelineError) return error;
  if (isFull(error)) return diskFull(path, error);
  if (systemCode(error) !== undefined) return unwritable(path, error);
  const known = translateDatabaseError(error, db.name);
  if (!(known instanceof PipelineError)) return error;
  if (known.code === 'disk-full') return diskFull(path, error);
  return known.code === 'database-unwritable' ? unwritable(path, error) : known;
};

/**
 * Writes a compact, consistent copy of a database, while ingestion may go on: first beside its place, then checked, then put
 * there by a rename, so that nobody ever sees half a file. Only an earlier copy of the same kind is replaced, unless
 * `force`. Rejects with `usage`, `database-unwritable`, `database-damaged`, `disk-full`, or the signal's reason.
 */
export const writeCopy = async (
  db: Store,
  path: string,
  { kind, mode, force = false, signal }: CopyOptions & { readonly kind: CopyKind; readonly mode: number },
): Promise<Copy> => {
  try {
    const target = findTarget(path, db.name);
    requireReplaceable(target, path, kind, force);
    const secret = isSecret(db);
    // A classified copy is its owner's alone.
    const lastChange = await putFile(target.path, { mode: secret ? mode & 0o700 : mode, signal }, (draft) => {
      db.prepare('VACUUM INTO ?').run(draft);
      chmodSync(draft, 0o600);
      const last = finishCopy(draft, kind, db.name);
      remember(db, target.path, kind, last);
      return last;
    });
    return { path: target.path, bytes: statSync(target.path).size, lastChange, secret, remembered: !db.readonly };
  } catch (error) {
    signal?.throwIfAborted();
    throw translate(error, db, path);
  }
};
