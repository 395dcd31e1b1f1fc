import type { Bilingual } from '../schemas/note.js';
import type { FileReport } from './run-batch.js';

/** What a batch came to: the reports and the time that it took. */
export interface BatchResult {
  readonly reports: readonly FileReport[];
  readonly seconds: number;
  readonly interrupted: boolean;
  readonly found: number;
}

/** The summary that `--json` prints. Field names are stable. */
export interface Summary {
  readonly counts: Readonly<Record<FileReport['result'], number>>;
  readonly found: number;
  /** Files that an interruption left for the next run. */
  readonly left: number;
  readonly interrupted: boolean;
  readonly pages: number;
  readonly directives: number;
  readonly seconds: number;
  readonly pagesPerSecond: number | null;
  readonly files: readonly {
    readonly path: string;
    readonly result: FileReport['result'];
    readonly reasons: FileReport['reasons'];
    readonly hint: Bilingual | null;
    readonly duplicateOf: string | null;
  }[];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Counts a batch. Files that were simply stored, or already there, are counted and not listed. */
export const summarize = ({ reports, seconds, interrupted, found }: BatchResult): Summary => {
  const counts = { stored: 0, 'needs-review': 0, duplicate: 0, known: 0, quarantined: 0, skipped: 0 };
  for (const report of reports) counts[report.result]++;
  const pages = reports.reduce((sum, report) => sum + report.pages, 0);
  return {
    counts,
    found,
    left: Math.max(0, found - reports.length),
    interrupted,
    pages,
    directives: reports.reduce((sum, report) => sum + report.directives, 0),
    seconds: round(seconds),
    pagesPerSecond: pages === 0 || seconds === 0 ? null : round(pages / seconds),
    files: reports
      .filter((report) => report.result !== 'stored' && report.result !== 'known')
      .map(({ path, result, reasons, error, duplicateOf }) => ({
        path,
        result,
        reasons,
        hint: error?.hint ?? null,
        duplicateOf,
      })),
  };
};
