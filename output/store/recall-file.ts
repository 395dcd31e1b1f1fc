import { statSync } from 'node:fs';
import type { Foreseen } from '../../pipeline/preview-batch.js';
import type { Reason, Recalled } from '../../pipeline/run-batch.js';
import { loadPapers, standBehind } from './paper-files.js';
import { PAPER_COPY, type Placer, placeFiles } from './place-files.js';
import { removeTraces } from './remove-traces.js';
import { findPlace, findRemoved, recordFileEvent, type StandsAs } from './removed-rows.js';
import { findFile, runTransaction, type StoredFile, saveFile } from './save-file.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';
import { readRemovedAt } from './take-out.js';

const LEFT_OUT: Reason = {
  rule: 'removed-before',
  message: {
    vi: 'Tệp này đã được gỡ khỏi cơ sở dữ liệu nên không nạp lại; lấy lại bằng lệnh ketluan restore.',
    en: 'This file was removed from the database and is not taken in again; ketluan restore puts it back.',
  },
};

export const PUT_BACK: Reason = {
  rule: 'put-back',
  message: {
    vi: 'Đã có từ một lượt nạp được hoàn tác: đưa trở lại như cũ, kèm các chỉnh sửa, không đọc lại.',
    en: 'It was in a batch that was undone: put back as it was, with its corrections, without being read again.',
  },
};

export const REVERTED: Reason = {
  rule: 'reverted',
  message: {
    vi: 'Bản trước đã trở lại đường dẫn này: tính lại bản này, bản sau lùi thành phiên bản khác.',
    en: 'The earlier file is back at this path: it counts again, the later one stands behind it.',
  },
};

const BEHIND: Readonly<Record<StandsAs, Reason>> = {
  version: {
    rule: 'earlier-version',
    message: {
      vi: 'Phiên bản khác của văn bản đã có bản mới hơn.',
      en: 'Another version of a paper of which a newer one counts.',
    },
  },
  copy: PAPER_COPY,
  'set-aside': {
    rule: 'set-aside',
    message: { vi: 'Người dùng đã chọn tính bản kia.', en: 'A person chose that the other file counts.' },
  },
};

/** Where bytes are met that a person took out, or that stand behind another file. */
interface Met {
  readonly path: string;
  readonly sha256: string;
}

/** Bytes that stand behind a file that counts stay there; where they lie now is kept. */
const meetBehind = (
  db: Store,
  { path, sha256 }: Met,
  { front, as, batch }: { front: StoredFile; as: StandsAs; batch: number },
): Recalled => {
  const place = findRemoved(db, sha256)?.path;
  // Where it lay is only told; what a copy is called matters no more.
  if (place !== undefined && place !== path && statSync(place, { throwIfNoEntry: false }) === undefined)
    prepare(db, 'UPDATE removed SET path = ? WHERE sha256 = ?').run(path, sha256);
  // It may have come with a batch that was undone.
  prepare(
    db,
    'UPDATE removed SET batch_key = ? WHERE sha256 = ? AND batch_key IN (SELECT batch_key FROM batch WHERE undone_at IS NOT NULL)',
  ).run(batch, sha256);
  const documents = loadPapers(db, front.sha256)?.documents.map(({ document }) => document.id) ?? [];
  return { kind: 'behind', reason: BEHIND[as], behind: { path: front.path, documents } };
};

/** Bytes that are out of the tables, by why: `behind` stay behind `front`; `back` come back, perhaps in place of `front`. */
type Fate =
  | { readonly kind: 'left-out' }
  | { readonly kind: 'behind'; readonly front: StoredFile; readonly as: StandsAs }
  | { readonly kind: 'back'; readonly front: StoredFile | undefined };

/** What is to become of bytes that a batch meets; undefined for bytes that are not out. Nothing is done. */
const decideFate = (db: Store, { path, sha256 }: Met): Fate | undefined => {
  const removed = findRemoved(db, sha256);
  if (removed === undefined) return undefined;
  const { standsBehind, standsAs } = findPlace(db, sha256) ?? { standsBehind: null, standsAs: null };
  const front = standsBehind === null ? undefined : findFile(db, standsBehind);
  if (front !== undefined && front.status !== 'quarantined' && standsAs !== null)
    // An earlier version that is back at the path of both counts again.
    return standsAs === 'version' && front.path === path
      ? { kind: 'back', front }
      : { kind: 'behind', front, as: standsAs };
  const isUndone = (standsBehind === null ? removed : (findRemoved(db, standsBehind) ?? removed)).undone;
  return isUndone ? { kind: 'back', front: undefined } : { kind: 'left-out' };
};

/**
 * What `recallFile` would make of bytes, without doing it: for who looks before a batch. Undefined for bytes that are not out, or
 * that this version must read anew.
 */
export const foreseeRecall = (db: Store, met: Met): Foreseen | undefined => {
  const fate = decideFate(db, met);
  if (fate === undefined) return undefined;
  if (fate.kind === 'left-out') return { kind: 'left-out', reason: LEFT_OUT };
  if (fate.kind === 'behind') return { kind: 'behind', reason: BEHIND[fate.as], path: fate.front.path };
  if (readRemovedAt(db, met.sha256, met.path) === undefined) return undefined;
  return { kind: 'back', reason: fate.front === undefined ? PUT_BACK : REVERTED };
};

/**
 * What becomes of bytes that a batch meets and that are out of the tables. What a person took out by itself stays out; a batch
 * that was undone may come from the right folder now, and its files are put back; what stands behind another file stays there.
 * Undefined for bytes that are not out, or that this version must read anew.
 */
export const recallFile = (db: Store, met: Met, placer: Placer): Recalled | undefined => {
  const { path, sha256 } = met;
  const fate = decideFate(db, met);
  if (fate === undefined) return undefined;
  if (fate.kind === 'left-out') return { kind: 'left-out', reason: LEFT_OUT };
  if (fate.kind === 'behind') return runTransaction(db, () => meetBehind(db, met, { ...fate, batch: placer.batch }));
  const kept = readRemovedAt(db, sha256, path);
  // Of a form that this version cannot read: its corrections come back when it is read and saved.
  if (kept === undefined) return undefined;
  return runTransaction(db, (): Recalled | undefined => {
    // Another command may have been faster.
    if (findRemoved(db, sha256) === undefined) return undefined;
    const { by, at, batch } = placer;
    saveFile(db, { ...kept, batchKey: batch, at });
    recordFileEvent(db, { kind: 'restored', sha256, path, batchKey: batch, doneBy: by, doneAt: at });
    if (fate.front !== undefined) {
      const words = new Set<string>();
      standBehind(db, fate.front.sha256, { sha256, as: 'version' }, placer, words);
      removeTraces(db, words);
      return { kind: 'back', reason: REVERTED, read: kept };
    }
    const [placed] = placeFiles(db, [sha256], placer);
    return { kind: 'back', reason: PUT_BACK, read: kept, placed };
  });
};
