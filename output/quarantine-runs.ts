import { existsSync, readFileSync } from 'node:fs';
import type { SecrecyPolicy } from '../pipeline/base/contract.js';
import { ERRORS, type ErrorCode, isErrorCode, PipelineError } from '../pipeline/base/errors.js';
import { hashBytes } from '../pipeline/intake/stage.js';
import type { FileReport } from '../pipeline/run-batch.js';
import { guard } from './store/database-error.js';
import { chooseQuarantined, type QuarantineChoice, type QuarantinedFile } from './store/quarantine.js';
import { recordFileEvent } from './store/removed-rows.js';
import type { Store } from './store/store.js';

/** What became of files in quarantine that were tried once more. */
export interface Retried {
  readonly reports: readonly FileReport[];
  /** Not where they were: nothing was tried. */
  readonly missing: readonly string[];
  /** Left alone, as they bear, or may bear, a secrecy mark and nobody named them. */
  readonly held: readonly string[];
}

const MARKED: ReadonlySet<string> = new Set<ErrorCode>(['file-classified', 'file-perhaps-classified']);

const notReleasable = ({ path, code }: QuarantinedFile): PipelineError =>
  code === 'file-perhaps-classified'
    ? new PipelineError(
        'usage',
        {
          vi: `${path} không còn ở đó hoặc đã đổi từ khi cách ly: cần xem lại.`,
          en: `${path} is gone or has changed since it was held back: it must be looked at again.`,
        },
        { vi: 'Nạp lại tệp như thường: ketluan ingest.', en: 'Take it in as any other: ketluan ingest.' },
      )
    : new PipelineError(
        'usage',
        {
          vi: `${path} không phải tệp bị giữ vì có thể mật [${code}].`,
          en: `${path} was not held back as perhaps classified [${code}].`,
        },
        ERRORS[isErrorCode(code) ? code : 'usage'].todo,
      );

/** What these runs say to ingest, besides what it is told by their caller. */
interface Allowed {
  readonly retry?: boolean;
  readonly secrecy?: SecrecyPolicy;
}

type Ingest<Options> = (db: Store, paths: readonly string[], options: Options) => Promise<readonly FileReport[]>;

/** Runs of ingest on files in quarantine. — thử lại, cho qua */
export const createQuarantineRuns = <Options extends Allowed & { readonly now: () => string; readonly by?: string }>(
  ingest: Ingest<Options>,
) => {
  /**
   * Reads files in quarantine again, with everything that ingest can be told: all that wait, or those that are chosen. Rejects as
   * ingest does, and with `usage` for a name that is not on the list. — thử lại tệp cách ly
   * `await retryQuarantined(db, {}, { now: () => new Date().toISOString() })`
   */
  const retry = async (db: Store, choice: QuarantineChoice, options: Options): Promise<Retried> => {
    const chosen = chooseQuarantined(db, choice);
    const isNamed = (choice.names ?? []).length > 0 || choice.code !== undefined;
    const held = isNamed ? [] : chosen.filter(({ code }) => MARKED.has(code));
    const tried = chosen.filter((file) => !held.includes(file)).map(({ path }) => path);
    const paths = [...new Set(tried)];
    const there = paths.filter((path) => existsSync(path));
    return {
      reports: there.length === 0 ? [] : await ingest(db, there, { ...options, retry: true }),
      missing: paths.filter((path) => !there.includes(path)),
      held: held.map(({ path }) => path),
    };
  };

  /**
   * Takes in files that were held back as perhaps classified, after a person looked at them: by name, never all at once, and only
   * the very bytes that were held back. Rejects with `usage` for any other file. — cho qua sau khi đã xem
   * `await releaseQuarantined(db, ['kho/a.pdf'], { now, by: 'Lan' })`
   */
  const release = async (db: Store, names: readonly string[], options: Options): Promise<readonly FileReport[]> => {
    const chosen = names.length === 0 ? [] : chooseQuarantined(db, { names });
    for (const file of chosen) {
      const isHeld = file.code === 'file-perhaps-classified' && existsSync(file.path);
      if (!isHeld || hashBytes(readFileSync(file.path)) !== file.sha256) throw notReleasable(file);
    }
    if (chosen.length === 0) return [];
    const paths = chosen.map(({ path }) => path);
    const reports = await ingest(db, paths, { ...options, secrecy: 'allow-likely' });
    const { now, by = 'ketluan' } = options;
    for (const { path, sha256, batch } of chosen) {
      if (!reports.some((report) => report.path === path && report.documents.length > 0)) continue;
      const event = { kind: 'released', sha256, path, batchKey: batch, doneBy: by, doneAt: now() } as const;
      guard(db, () => recordFileEvent(db, event));
    }
    return reports;
  };

  return { retry, release };
};
