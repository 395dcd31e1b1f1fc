import type { HeldFiles } from '../../pipeline/run-again.js';
import { guard, guardList } from './database-error.js';
import { keepIdentityNotes } from './keep-notes.js';
import { loadDocumentsOfFile } from './load-document.js';
import { listHeldFiles, loadRepaired } from './load-file.js';
import { forgetPages } from './page-memory.js';
import { findFile, quarantineFile, saveFiles } from './save-file.js';
import { readPolicy } from './secret.js';
import { type FileCondition, selectFiles } from './select-files.js';
import { rememberPlace } from './still-there.js';
import type { Store } from './store.js';

export interface HeldFilesOptions {
  /** Only files that meet this condition; all when not given. */
  readonly where?: { readonly condition: FileCondition; readonly value: string } | undefined;
  /** Now, ISO 8601: the clock is the caller's. */
  readonly now: () => string;
}

/** The stored files as runAgain takes them up, and puts them back: `createHeldFiles(db, { now })`. */
export const createHeldFiles = (db: Store, { where, now }: HeldFilesOptions): HeldFiles => {
  const chosen = where === undefined ? undefined : selectFiles(db, where.condition, where.value);
  const requireThere = rememberPlace(db);
  const inner: HeldFiles = {
    *list() {
      for (const held of guardList(db, listHeldFiles(db))) {
        if (!(chosen?.has(held.sha256) ?? true)) continue;
        const secrecy = readPolicy(db, held.sha256);
        yield secrecy === undefined ? held : { ...held, secrecy };
      }
    },
    recall: (sha256) => {
      const repaired = loadRepaired(db, sha256);
      const file = findFile(db, sha256);
      if (repaired === undefined || file === undefined) return undefined;
      return { repaired, notes: loadDocumentsOfFile(db, file.key).flatMap(({ document }) => document.notes) };
    },
    save: ({ repaired, documents }, { stageVersions, modelCard }) => {
      requireThere();
      const { sha256 } = repaired.file;
      const kept = keepIdentityNotes(db, sha256, documents);
      saveFiles(db, [{ repaired, documents: kept, stageVersions, modelCard, at: now() }], () =>
        forgetPages(db, sha256),
      );
    },
    withdraw: ({ path, sha256, byteLength, mediaType }, { code, text, hint }) => {
      forgetPages(db, sha256);
      return quarantineFile(db, { path, sha256, byteLength, mediaType, code, text, hint, at: now() });
    },
  };
  return {
    list: inner.list,
    recall: (sha256) => guard(db, () => inner.recall(sha256)),
    save: (read, made) => guard(db, () => inner.save(read, made)),
    withdraw: (file, error) => guard(db, () => inner.withdraw(file, error)),
  };
};
