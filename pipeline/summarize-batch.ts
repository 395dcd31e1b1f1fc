import type { Bilingual } from '../schemas/note.js';
import type { ErrorCode, PipelineError } from './base/errors.js';
import { type OfferedRun, offerRuns } from './join-pages.js';
import type { FileReport } from './run-batch.js';

/** What a batch came to: the reports and the time that it took. */
export interface BatchResult {
  readonly reports: readonly FileReport[];
  readonly seconds: number;
  readonly interrupted: boolean;
  readonly found: number;
  /** What ended the batch before its time, if anything did: a broken set-up. */
  readonly error?: PipelineError | undefined;
}

/** The summary that `--json` prints. Field names are stable. */
export interface Summary {
  readonly counts: Readonly<Record<FileReport['result'], number>>;
  /** Files listed; 0 when it was stopped before the list was whole, and then nobody knows how many are left. */
  readonly found: number;
  /** Files that an interruption, or a broken set-up, left for the next run. */
  readonly left: number;
  readonly interrupted: boolean;
  /** What ended the batch before its time; null when nothing did. */
  readonly error: { readonly code: ErrorCode; readonly message: Bilingual; readonly hint: Bilingual } | null;
  readonly pages: number;
  readonly directives: number;
  readonly seconds: number;
  readonly pagesPerSecond: number | null;
  /** Images that were stored one by one and may be the pages of one paper: `--join` takes them as such. */
  readonly offers: readonly OfferedRun[];
  readonly files: readonly {
    readonly path: string;
    readonly result: FileReport['result'];
    readonly reasons: FileReport['reasons'];
    readonly hint: Bilingual | null;
    readonly duplicateOf: string | null;
    /** Where a file that moved was before; absent for all others. */
    readonly movedFrom?: string;
    /** Ids of its documents, in their order in the file; of a duplicate, those of the file that was stored. */
    readonly documents: readonly string[];
  }[];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** True for a file of which people are told; what was simply stored, or already there, is only counted. */
export const isTold = ({ result, reasons }: Pick<FileReport, 'result' | 'reasons'>): boolean =>
  (result !== 'stored' && result !== 'known') || reasons.length > 0;

/** Counts a batch and names every file, with the ids of its documents. */
export const summarize = ({ reports, seconds, interrupted, found, error }: BatchResult): Summary => {
  const counts = { stored: 0, 'needs-review': 0, duplicate: 0, known: 0, quarantined: 0, skipped: 0 };
  for (const report of reports) counts[report.result]++;
  const pages = reports.reduce((sum, report) => sum + report.pages, 0);
  return {
    counts,
    found,
    left: Math.max(0, found - reports.length),
    interrupted,
    error: error === undefined ? null : { code: error.code, message: error.text, hint: error.hint },
    pages,
    directives: reports.reduce((sum, report) => sum + report.directives, 0),
    seconds: round(seconds),
    pagesPerSecond: pages === 0 || seconds === 0 ? null : round(pages / seconds),
    offers: offerRuns(reports),
    files: reports.map(({ path, result, reasons, error: failure, duplicateOf, movedFrom, documents }) => ({
      path,
      result,
      reasons,
      hint: failure?.hint ?? null,
      duplicateOf,
      ...(movedFrom === undefined ? {} : { movedFrom }),
      documents,
    })),
  };
};
