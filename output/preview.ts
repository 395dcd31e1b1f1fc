import type { SecrecyPolicy } from '../pipeline/base/contract.js';
import type { ErrorCode } from '../pipeline/base/errors.js';
import { type PreviewedFile, previewBatch } from '../pipeline/preview-batch.js';
import { isOwnFile } from './store/own-files.js';
import { foreseeRecall } from './store/recall-file.js';
import type { Store } from './store/store.js';
import { findKnown } from './store/store-batch.js';

/** What is quarantined for a mark and allowed now. */
export const RETRIED: Readonly<Record<SecrecyPolicy, readonly ErrorCode[]>> = {
  refuse: [],
  'allow-likely': ['file-perhaps-classified'],
  allow: ['file-perhaps-classified', 'file-classified'],
};

interface PreviewFilesOptions {
  readonly signal?: AbortSignal;
  /** As that run would have them. */
  readonly join?: boolean;
  readonly retry?: boolean;
  readonly secrecy?: SecrecyPolicy;
}

/**
 * What `ingest` would meet at some paths: nothing is read, and nothing written. `db`: what is stored, if anything is; `await preview(db, ['scans'])`. — xem trước
 */
export const preview = (
  db: Store | undefined,
  paths: readonly string[],
  { signal = new AbortController().signal, join = false, retry = false, secrecy = 'refuse' }: PreviewFilesOptions = {},
): Promise<readonly PreviewedFile[]> =>
  previewBatch(paths, {
    signal,
    join,
    retry,
    retryCodes: new Set(RETRIED[secrecy]),
    ...(db === undefined
      ? {}
      : {
          isOwn: isOwnFile(db.name),
          find: (sha256) => findKnown(db, sha256),
          foresee: (path, sha256) => foreseeRecall(db, { path, sha256 }),
        }),
  });
