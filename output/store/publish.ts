import { chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { PipelineError } from '../../pipeline/base/errors.js';
import type { Store } from './store.js';

/** What a published copy is. */
export interface Published {
  readonly path: string;
  readonly bytes: number;
  /** Last entry of the change feed that it holds. */
  readonly lastChange: number;
}

const READ_ONLY = 0o444;
const WRITABLE = 0o644;

const unwritable = (path: string, cause: unknown): PipelineError =>
  new PipelineError(
    'database-unwritable',
    { vi: `Không ghi được bản công bố ${path}`, en: `Cannot write the published copy ${path}` },
    {
      vi: 'Kiểm tra quyền ghi và chỗ trống; nếu có chương trình đang mở tệp cũ thì đóng lại (Windows không cho thay tệp đang mở)',
      en: 'Check access and free space; on Windows close programs that hold the old copy open',
    },
    cause,
  );

const checkCopy = (path: string): number => {
  const copy = new Database(path);
  try {
    // Readers on a share can open a rollback-mode file; WAL works on one machine only.
    copy.pragma('journal_mode = DELETE');
    const answer = copy.pragma('integrity_check(1)', { simple: true });
    if (answer !== 'ok') throw new Error(`Expected a sound copy, got: ${String(answer)}`);
    copy.exec("INSERT INTO directive_fts (directive_fts, rank) VALUES ('integrity-check', 0)");
    return Number(copy.prepare('SELECT coalesce(max(sequence), 0) FROM change').pluck().get());
  } finally {
    copy.close();
  }
};

/**
 * Writes a compact, consistent copy of a database for readers, while ingestion may go on: first beside its place, then
 * checked, then put there by a rename, so that nobody ever sees half a file. An older copy is replaced.
 * `publish(db, '//share/ketluan.db')`
 */
export const publish = (db: Store, path: string): Published => {
  const target = resolve(path);
  if (target === resolve(db.name)) throw unwritable(path, new Error('Expected another file than the database itself'));
  // The same folder, as a rename does not cross disks; the process id keeps two publishers apart.
  const draft = join(dirname(target), `.ketluan-publish-${process.pid}.tmp`);
  try {
    if (existsSync(draft)) rmSync(draft);
    db.prepare('VACUUM INTO ?').run(draft);
    const lastChange = checkCopy(draft);
    chmodSync(draft, READ_ONLY);
    // Windows refuses to replace a read-only file.
    if (existsSync(target)) chmodSync(target, WRITABLE);
    renameSync(draft, target);
    return { path: target, bytes: statSync(target).size, lastChange };
  } catch (error) {
    rmSync(draft, { force: true });
    throw error instanceof PipelineError ? error : unwritable(path, error);
  }
};
