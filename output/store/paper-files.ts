import { applyCorrections } from '../tracker/apply-corrections.js';
import type { HeldPapers } from '../tracker/judge-files.js';
import { carryCorrections } from './carry-corrections.js';
import { recordChange } from './changes.js';
import { recordVersionChanges } from './field-changes.js';
import { loadDocumentsOfFile } from './load-document.js';
import type { ToldClash } from './note-clash.js';
import {
  type FileBehind,
  findRemoved,
  listBehind,
  passOn,
  putBehind,
  recordFileEvent,
  type StandsAs,
} from './removed-rows.js';
import { fingerprint } from './save-document.js';
import { findFile, saveFile } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { type Corrected, type Doer, loadCorrected, moveTo, readRemoved, takeOut } from './take-out.js';

const correctPapers = ({ documents, corrections }: Corrected): HeldPapers => ({
  documents: documents.map((record) =>
    applyCorrections(
      record,
      corrections.filter(({ documentId }) => documentId === record.document.id),
    ),
  ),
});

/** A stored file as people corrected it, to compare it; undefined when these bytes are not stored. */
export const loadPapers = (db: Store, sha256: string): HeldPapers | undefined => {
  const held = loadCorrected(db, sha256);
  return held === undefined ? undefined : correctPapers(held);
};

/** The same with their headers alone corrected: two people may have corrected the days of one paper in two ways. */
export const loadHeaded = (db: Store, sha256: string): HeldPapers | undefined => {
  const held = loadCorrected(db, sha256);
  if (held === undefined) return undefined;
  return correctPapers({ ...held, corrections: held.corrections.filter(({ directiveId }) => directiveId === null) });
};

/** What putting a file behind another one came to. */
export interface Displaced {
  readonly path: string;
  readonly carried: number;
  readonly homeless: number;
}

/**
 * Puts a stored file behind another one that counts from now on: it leaves the tables whole, with what stood behind it, and its
 * corrections are carried over. Adds its words to `words`, whose traces the caller removes; it holds the transaction.
 */
export const standBehind = (
  db: Store,
  sha256: string,
  front: { readonly sha256: string; readonly as: StandsAs },
  { by, at, onClash }: Doer & { readonly onClash?: (clash: ToldClash) => void },
  words: Set<string>,
): Displaced | undefined => {
  const held = loadCorrected(db, sha256);
  const kind = front.as === 'version' ? 'replaced' : 'copied';
  const told = takeOut(db, sha256, { by, at, undone: false, event: { kind, about: front.sha256 } }, words);
  if (held === undefined || told === undefined) return undefined;
  putBehind(db, sha256, front.sha256, front.as);
  const now = front.as === 'version' ? loadPapers(db, front.sha256) : undefined;
  if (now !== undefined) recordVersionChanges(db, correctPapers(held), now, { old: sha256, now: front.sha256, at });
  return { path: told.path, ...carryCorrections(db, held, front.sha256, at, onClash) };
};

/** The order in which files come forward: a copy of the paper as it is before an earlier version, and the last one first. */
const FORWARD: Readonly<Record<StandsAs, number>> = { copy: 0, 'set-aside': 1, version: 2 };

const IS_UNDONE = 'SELECT 1 FROM batch WHERE batch_key = ? AND undone_at IS NOT NULL';

/**
 * A file was taken out by a person: what stood behind it counts again, the best copy or else the last version, with the
 * corrections that were made since. What came with `undoing`, the batch that is being undone, or with one that was, stays out.
 * The caller holds the transaction. Returns what came forward, if anything did.
 */
export const comeForward = (
  db: Store,
  gone: string,
  left: Corrected,
  { by, at, undoing }: Doer & { readonly undoing: number | null },
): FileBehind | undefined => {
  const candidates = listBehind(db, gone)
    .filter(({ batchKey }) => batchKey === null || (batchKey !== undoing && !prepare(db, IS_UNDONE).get(batchKey)))
    .sort((one, other) => FORWARD[one.standsAs] - FORWARD[other.standsAs]);
  for (const next of candidates) {
    const kept = readRemoved(db, next.sha256);
    if (kept === undefined) continue;
    saveFile(db, { ...moveTo(kept, next.path), batchKey: next.batchKey, at });
    passOn(db, gone, next.sha256);
    carryCorrections(db, left, next.sha256, at);
    prepare(db, 'UPDATE removed SET gave_way_to = ?, stands_as = ? WHERE sha256 = ?').run(
      next.sha256,
      next.standsAs,
      gone,
    );
    const { sha256, path, batchKey } = next;
    recordFileEvent(db, { kind: 'forward', sha256, path, batchKey, doneBy: by, doneAt: at, about: gone });
    return next;
  }
  return undefined;
};

/** The file that came forward when a person took one out; undefined when none did. */
export const findForward = (db: Store, gone: string): { readonly path: string; readonly sha256: string } | undefined =>
  prepare<{ path: string; sha256: string }>(
    db,
    'SELECT f.path, f.sha256 FROM removed r JOIN file f ON f.sha256 = r.gave_way_to WHERE r.sha256 = ?',
  ).get(gone);

/** Notes that stored files lie at a path no more, for other bytes than `sha256` are there. The caller holds the transaction. */
export const markGone = (db: Store, path: string, sha256: string, at: string): void => {
  prepare(
    db,
    "UPDATE file SET gone_at = ? WHERE path = ? AND sha256 <> ? AND gone_at IS NULL AND status <> 'quarantined'",
  ).run(at, path, sha256);
};

/**
 * Tells a file its new path: it was moved or renamed. Views and exports show it at once, the change feed and the journal of
 * files tell of it. False when it has another path by now. The caller holds the transaction. — chuyển chỗ, đổi tên
 */
export const relinkFile = (
  db: Store,
  sha256: string,
  { from, to }: { readonly from: string; readonly to: string },
  { by, at }: Doer,
): boolean => {
  const file = findFile(db, sha256);
  if (file === undefined || file.path !== from) return false;
  prepare(db, 'UPDATE file SET path = ?, gone_at = NULL WHERE sha256 = ?').run(to, sha256);
  markGone(db, to, sha256, at);
  if (from === to) return true;
  const row = prepare<{ batchKey: number | null }>(db, 'SELECT batch_key AS batchKey FROM file WHERE sha256 = ?');
  const batchKey = row.get(sha256)?.batchKey ?? null;
  recordFileEvent(db, { kind: 'moved', sha256, path: to, batchKey, doneBy: by, doneAt: at, about: from });
  // A document knows its path: it is another one for whoever compares.
  for (const record of loadDocumentsOfFile(db, file.key)) {
    prepare(db, 'UPDATE document SET fingerprint = ? WHERE id = ?').run(fingerprint(record), record.document.id);
    recordChange(db, 'update', 'document', record.document.id, at);
  }
  return true;
};

/** One file of a paper: the one that counts, or one that stands behind it. */
export interface PaperFile {
  readonly sha256: string;
  readonly path: string;
  /** counted: its tasks count; version: replaced by a later one; copy: the same paper; set-aside: a person put another one forward. */
  readonly as: 'counted' | StandsAs;
  /** Since when it stands there; null for the one that counts. */
  readonly since: string | null;
  /** Something else was found at its path. */
  readonly isGone: boolean;
  /** Ids of its documents. */
  readonly documents: readonly string[];
}

/**
 * The files of the paper that a document belongs to: the one that counts, then those behind it, the last one first. Empty when
 * there is no such document. — các phiên bản và bản trùng `listPaperFiles(db, 'a1b2c3d4e5f6')`
 */
export const listPaperFiles = (db: Store, documentId: string): readonly PaperFile[] => {
  const front = prepare<{ key: number; sha256: string; path: string; goneAt: string | null }>(
    db,
    `SELECT f.file_key AS key, f.sha256, f.path, f.gone_at AS goneAt FROM document d JOIN file f ON f.file_key = d.file_key
     WHERE d.id = ?`,
  ).get(documentId);
  if (front === undefined) return [];
  const { key, sha256, path, goneAt } = front;
  const ids = prepare<{ id: string }>(db, 'SELECT id FROM document WHERE file_key = ? ORDER BY part, document_key');
  const counted = { sha256, path, as: 'counted' as const, since: null, isGone: goneAt !== null };
  return [
    { ...counted, documents: ids.all(key).map(({ id }) => id) },
    ...listBehind(db, sha256).map(({ standsAs, removedAt, ...file }) => ({
      sha256: file.sha256,
      path: file.path,
      as: standsAs,
      since: removedAt,
      isGone: false,
      documents: findRemoved(db, file.sha256)?.documents.map(({ id }) => id) ?? [],
    })),
  ];
};
