import { resolve } from 'node:path';
import type { MediaType } from '../schemas/stages.js';
import { type PipelineError, toPipelineError } from './base/errors.js';
import { MOVED } from './batch-reasons.js';
import { isGone } from './intake/is-gone.js';
import { openFile, unreadable } from './intake/stage.js';
import { joinPages } from './join-pages.js';
import { listFiles } from './list-files.js';
import type { FileReport, KnownFile } from './run-batch.js';

/** What a batch would meet at one path: a file that it would read, or what it would say at once. */
export interface PreviewedFile {
  readonly path: string;
  /** `read`: it is new, or would be tried again; the rest as in a report. */
  readonly result: 'read' | Exclude<FileReport['result'], 'stored' | 'needs-review'>;
  /** Null where it could not be opened. */
  readonly mediaType: MediaType | null;
  readonly byteLength: number | null;
  readonly reasons: FileReport['reasons'];
}

export interface PreviewOptions {
  readonly signal: AbortSignal;
  /** As in BatchOptions. */
  readonly join?: boolean;
  /** What is known of bytes, if there is a database. */
  readonly find?: ((sha256: string) => KnownFile | undefined) | undefined;
}

/**
 * Looks at files and folders without reading any: kinds by their bytes, what is known, what repeats. Nothing is written. What
 * only reading tells (a secrecy mark, a broken page, a text that is no paper) is not told. — xem trước
 */
export const previewBatch = async (
  paths: readonly string[],
  { signal, find, join = false }: PreviewOptions,
): Promise<readonly PreviewedFile[]> => {
  const seen: PreviewedFile[] = [];
  const met = new Set<string>();
  const fail = (path: string, { code, text }: PipelineError): void => {
    const result = code === 'file-unsupported' ? 'skipped' : 'quarantined';
    seen.push({ path, result, mediaType: null, byteLength: null, reasons: [{ rule: code, message: text }] });
  };
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
    },
    signal,
  );
  for (const { path, raw } of join ? joinPages(listed) : listed) {
    signal.throwIfAborted();
    try {
      const { file } = await openFile(path, signal, raw);
      const { sha256, mediaType, byteLength } = file;
      const known = find?.(sha256);
      const isElsewhere = known !== undefined && known.path !== path && !met.has(sha256);
      const isMoved = isElsewhere && (known.isGone === true || (await isGone(known.path, path)));
      const isRepeated = met.has(sha256) || (isElsewhere && !isMoved);
      const result = isRepeated
        ? 'duplicate'
        : known === undefined
          ? 'read'
          : known.status === 'quarantined'
            ? 'quarantined'
            : 'known';
      met.add(sha256);
      const reasons = [
        ...(isMoved ? [MOVED] : []),
        ...(result === 'quarantined' && known?.reason != null ? [known.reason] : []),
      ];
      seen.push({ path, result, mediaType, byteLength, reasons });
    } catch (error) {
      signal.throwIfAborted();
      fail(path, toPipelineError(error));
    }
  }
  return seen;
};
