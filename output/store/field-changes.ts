import type { ExportedDocument } from '../../schemas/export.js';
import { compareReadings } from '../tracker/compare-readings.js';
import { findCounterpart, type HeldPapers } from '../tracker/judge-files.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** Why a document says something else: its file was read again, or another file came to its place. */
export interface ChangeCause {
  readonly cause: 'reading' | 'version';
  /** Stage versions as JSON, or the hash of the file: before and now. */
  readonly oldVersion: string;
  readonly newVersion: string;
  /** ISO 8601 with zone. */
  readonly at: string;
}

const INSERT = `INSERT INTO field_change
  (document_id, directive_id, field, old_value, new_value, changed_at, cause, old_version, new_version)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Keeps what changed between two readings of a document, field by field; the caller holds the transaction. */
export const recordFieldChanges = (
  db: Store,
  old: ExportedDocument,
  now: ExportedDocument,
  { cause, oldVersion, newVersion, at }: ChangeCause,
): void => {
  const insert = prepare(db, INSERT);
  for (const { directiveId, field, oldValue, newValue } of compareReadings(old, now))
    insert.run(now.document.id, directiveId, field, oldValue, newValue, at, cause, oldVersion, newVersion);
};

/** What another version of a file brought, paper by paper, beside the one that it replaces. */
export const recordVersionChanges = (
  db: Store,
  old: HeldPapers,
  now: HeldPapers,
  versions: { readonly old: string; readonly now: string; readonly at: string },
): void => {
  for (const record of old.documents) {
    const found = findCounterpart(record, now.documents);
    if (found === undefined) continue;
    const cause = { cause: 'version' as const, oldVersion: versions.old, newVersion: versions.now, at: versions.at };
    recordFieldChanges(db, record, found, cause);
  }
};

/** Forgets what a file that is no longer kept had said: by the ids of its documents, and as an earlier version. */
export const forgetFieldChanges = (
  db: Store,
  { ids = [], sha256 }: { readonly ids?: readonly string[]; readonly sha256?: string },
): void => {
  for (const id of ids) prepare(db, 'DELETE FROM field_change WHERE document_id = ?').run(id);
  if (sha256 !== undefined)
    prepare(db, "DELETE FROM field_change WHERE cause = 'version' AND old_version = ?").run(sha256);
};
