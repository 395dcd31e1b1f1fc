import type { ExportedDocument } from '../../schemas/export.js';
import { runGuarded } from './guard.js';
import { refreshNames } from './intern.js';
import { loadDocument, loadStored } from './load-document.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { writeFacts } from './write-facts.js';
import { refreshPlaces } from './write-places.js';

/** Raise it when the rules of write-facts, write-places or the names of bodies change: databases write them anew at the next opening. */
const FACTS_VERSION = 1;

/** Writes the facts of a stored document anew; returns it. */
const refreshFacts = (db: Store, id: string): ExportedDocument | undefined => {
  const [reading, stored] = [loadDocument(db, id), loadStored(db, id)];
  if (reading !== undefined && stored !== undefined) writeFacts(db, reading, stored);
  return stored;
};

const FILES = `SELECT f.file_key AS key, f.sha256, (SELECT json_group_array(d.id) FROM document d WHERE d.file_key = f.file_key) AS ids
  FROM file f WHERE f.file_key > ? AND f.status <> 'quarantined' ORDER BY f.file_key LIMIT 200`;

/**
 * Writes anew what views look up: what the tracker says of tasks, places, issuers and bodies with their places; when it was
 * written by other rules, else does nothing. One transaction: a crash leaves the old rows.
 */
export const refreshViews = (db: Store): void => {
  const version = String(FACTS_VERSION);
  const read = prepare<{ value: string }>(db, `SELECT value FROM meta WHERE name = 'facts_version'`);
  if (read.get()?.value === version) return;
  runGuarded(db, () => {
    refreshNames(db);
    for (let last = 0; ; ) {
      const files = prepare<{ key: number; sha256: string; ids: string }>(db, FILES).all(last);
      for (const { key, sha256, ids } of files) {
        const documents: readonly string[] = JSON.parse(ids);
        refreshPlaces(
          db,
          sha256,
          documents.flatMap((id) => refreshFacts(db, id) ?? []),
        );
        last = key;
      }
      if (files.length === 0) break;
    }
    prepare(db, `INSERT OR REPLACE INTO meta (name, value) VALUES ('facts_version', ?)`).run(version);
  });
};
