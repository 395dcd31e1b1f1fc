import type { ErrorCode } from './base/errors.js';
import { copyOfFailed } from './batch-reasons.js';
import { type FileReport, type Reason, report } from './report-file.js';

/** What the caller knows of bytes that it has met before. */
export interface KnownFile {
  readonly path: string;
  readonly status: 'stored' | 'needs-review' | 'quarantined';
  /** Why it is in quarantine; null for a stored file. */
  readonly reason: (Reason & { readonly rule: ErrorCode }) | null;
  /** Ids of its documents; none in quarantine. */
  readonly documents?: readonly string[];
}

/** What is said of bytes that were met before; undefined when they are to be tried (again). */
export const answerKnown = (
  path: string,
  known: KnownFile | undefined,
  isRetried: (code: ErrorCode) => boolean,
): FileReport | undefined => {
  if (known === undefined) return undefined;
  const { status, reason, documents = [] } = known;
  const isTried = status === 'quarantined' && (reason === null || isRetried(reason.rule));
  if (isTried) return undefined;
  const isCopy = known.path !== path;
  if (status !== 'quarantined')
    return isCopy
      ? report(path, 'duplicate', { duplicateOf: known.path, documents })
      : report(path, 'known', { documents });
  const reasons = reason === null ? [] : [reason];
  return report(path, 'quarantined', { reasons: isCopy ? [copyOfFailed(known.path), ...reasons] : reasons });
};
