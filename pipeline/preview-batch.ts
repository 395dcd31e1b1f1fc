import { resolve } from 'node:path';
import type { MediaType } from '../schemas/stages.js';
import { answerKnown, type KnownFile, type RetryOptions, retriedBy } from './answer-known.js';
import { type PipelineError, toPipelineError } from './base/errors.js';
import { MOVED } from './batch-reasons.js';
import { isGone } from './intake/is-gone.js';
import { openFile, unreadable } from './intake/stage.js';
import { joinPages } from './join-pages.js';
import { listFiles } from './list-files.js';
import type { FileReport, Reason } from './report-file.js';

/** What a batch would meet at one path: a file that it would read, or what it would say at once. */
export interface PreviewedFile {
  readonly path: string;
  /** `read`: it is new, or would be tried again; the rest as in a report. */
  readonly result: 'read' | FileReport['result'];
  /** Null where it could not be opened. */
  readonly mediaType: MediaType | null;
  readonly byteLength: number | null;
  readonly reasons: FileReport['reasons'];
  /** Of a duplicate: the path that counts. */
  readonly duplicateOf?: string;
}

export interface PreviewOptions extends Partial<RetryOptions> {
  readonly signal: AbortSignal;
  /** As in BatchOptions. */
  readonly join?: boolean;
  readonly isOwn?: (path: string) => boolean;
  /** What is known of bytes, if there is a database. */
  readonly find?: ((sha256: string) => KnownFile | undefined) | undefined;
  /** What becomes of bytes that a person took out, or that stand behind another file; undefined for all others. */
  readonly foresee?: ((path: string, sha256: string) => Foreseen | undefined) | undefined;
}

/** What a batch will make of bytes that are out of the tables: see Recalled. */
export type Foreseen =
  | { readonly kind: 'left-out' | 'back'; readonly reason: Reason }
  | { readonly kind: 'behind'; readonly reason: Reason; readonly path: string };

const FORESEEN = { 'left-out': 'skipped', behind: 'duplicate', back: 'known' } as const;

/**
 * Looks at files and folders without reading any: kinds by their bytes, what is known, what repeats. Nothing is written. What
 * only reading tells (a secrecy mark, a broken page, a text that is no paper) is not told. — xem trước
 */
export const previewBatch = async (
  paths: readonly string[],
  { signal, find, foresee, isOwn, join = false, retry = false, retryCodes }: PreviewOptions,
): Promise<readonly PreviewedFile[]> => {
  const seen: PreviewedFile[] = [];
  /** Paths by what lies there. */
  const met = new Map<string, string>();
  const fail = (path: string, { code, text }: PipelineError): void => {
    const result = code === 'file-unsupported' ? 'skipped' : 'quarantined';
    seen.push({ path, result, mediaType: null, byteLength: null, reasons: [{ rule: code, message: text }] });
  };
  const isRetried = retriedBy({ retry, retryCodes });
  const listed = await listFiles(
    paths.map((path) => resolve(path)),
    {
      onError: (path, error) => fail(path, unreadable(error)),
      onSkip: (path, message) =>
        seen.push({
          path,
          result: 'skipped',
          mediaType: null,
          byteLength: null,
          reasons: [{ rule: 'file-unsupported', message }],
        }),
      ...(isOwn === undefined ? {} : { isOwn }),
    },
    signal,
  );
  for (const { path, raw } of join ? joinPages(listed) : listed) {
    signal.throwIfAborted();
    try {
      const { file } = await openFile(path, signal, raw);
      const { sha256, mediaType, byteLength } = file;
      const known = find?.(sha256);
      const told = { path, mediaType, byteLength };
      const first = met.get(sha256);
      if (first === undefined) met.set(sha256, path);
      const foreseen = known === undefined ? foresee?.(path, sha256) : undefined;
      // Put back once, it is a copy of itself the second time.
      if (foreseen !== undefined && (first === undefined || foreseen.kind !== 'back')) {
        const behind = foreseen.kind === 'behind' ? { duplicateOf: foreseen.path } : {};
        seen.push({ ...told, result: FORESEEN[foreseen.kind], reasons: [foreseen.reason], ...behind });
        continue;
      }
      if (first !== undefined) {
        seen.push({ ...told, result: 'duplicate', reasons: [], duplicateOf: first });
        continue;
      }
      const isMoved =
        known !== undefined && known.path !== path && (known.isGone === true || (await isGone(known.path, path)));
      const answer = answerKnown(path, known !== undefined && isMoved ? { ...known, path } : known, isRetried);
      seen.push({
        ...told,
        result: answer?.result ?? 'read',
        reasons: [...(isMoved ? [MOVED] : []), ...(answer?.reasons ?? [])],
        ...(answer?.duplicateOf ? { duplicateOf: answer.duplicateOf } : {}),
      });
    } catch (error) {
      signal.throwIfAborted();
      fail(path, toPipelineError(error));
    }
  }
  return seen;
};
