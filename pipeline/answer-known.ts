import { ERRORS, type ErrorCode } from './base/errors.js';
import { copyOfFailed, MOVED } from './batch-reasons.js';
import { isGone } from './intake/is-gone.js';
import { type FileReport, type Reason, report } from './report-file.js';

/** What the caller knows of bytes that it has met before. */
export interface KnownFile {
  readonly path: string;
  readonly status: 'stored' | 'needs-review' | 'quarantined';
  /** Why it is in quarantine; null for a stored file. */
  readonly reason: (Reason & { readonly rule: ErrorCode }) | null;
  /** Ids of its documents; none in quarantine. */
  readonly documents?: readonly string[];
  /** Something else was found at its path: it lies there no more. */
  readonly isGone?: boolean;
  /** The path where it was, when it was just told its new one. */
  readonly movedFrom?: string;
}

/** Where a file that moved is told its new path. */
export interface Relinker {
  find(path: string, sha256: string): KnownFile | undefined;
  /** Gives stored bytes the path `to` in place of `from`; false when they have another path by now. */
  relink?(sha256: string, from: string, to: string): boolean;
}

/**
 * What is known of bytes that are met at a path. Where they lay before and lie no more, they are told the new path first: a
 * file that was moved or renamed is no copy of itself. — chuyển chỗ, đổi tên
 */
export const findAt = async (sink: Relinker, path: string, sha256: string): Promise<KnownFile | undefined> => {
  const known = sink.find(path, sha256);
  if (known === undefined || sink.relink === undefined) return known;
  const { path: before, isGone: isMissed = false } = known;
  const isHere = before === path;
  if (isHere ? !isMissed : !(isMissed || (await isGone(before, path)))) return known;
  if (!sink.relink(sha256, before, path)) return sink.find(path, sha256);
  return isHere ? known : { ...known, path, movedFrom: before };
};

/** Which failures are tried again. */
export interface RetryOptions {
  /** Try again what was quarantined before. */
  readonly retry: boolean;
  /** Try again what was quarantined for one of these, since it is allowed now. */
  readonly retryCodes?: ReadonlySet<ErrorCode> | undefined;
}

/** Tells for what code a file in quarantine is read once more: what may pass by itself always is. */
export const retriedBy =
  ({ retry, retryCodes }: RetryOptions) =>
  (code: ErrorCode): boolean =>
    retry || !ERRORS[code].lasting || (retryCodes?.has(code) ?? false);

/** What is said of bytes that were met before; undefined when they are to be tried (again). */
export const answerKnown = (
  path: string,
  known: KnownFile | undefined,
  isRetried: (code: ErrorCode) => boolean,
): FileReport | undefined => {
  if (known === undefined) return undefined;
  const { status, reason, documents = [], movedFrom: before } = known;
  const isTried = status === 'quarantined' && (reason === null || isRetried(reason.rule));
  if (isTried) return undefined;
  const isCopy = known.path !== path;
  if (status !== 'quarantined')
    return isCopy
      ? report(path, 'duplicate', { duplicateOf: known.path, documents })
      : report(path, 'known', { documents, ...(before === undefined ? {} : { movedFrom: before, reasons: [MOVED] }) });
  const reasons = reason === null ? [] : [reason];
  return report(path, 'quarantined', { reasons: isCopy ? [copyOfFailed(known.path), ...reasons] : reasons });
};
