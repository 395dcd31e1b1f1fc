import { findPageRuns } from './intake/joined-pages.js';
import type { ListedFile } from './list-files.js';
import type { FileReport } from './report-file.js';

/** Files of a list with each run of numbered images as one, in the place of its first page. — ghép trang */
export const joinPages = (files: readonly ListedFile[]): readonly ListedFile[] => {
  const runs = findPageRuns(files.flatMap(({ path, raw }) => (raw === undefined ? [path] : [])));
  const runOf = new Map(runs.flatMap((run) => run.pages.map((page) => [page, run] as const)));
  const met = new Set<string>();
  return files.flatMap((file) => {
    const run = file.raw === undefined ? runOf.get(file.path) : undefined;
    if (run === undefined) return [file];
    if (met.has(run.path)) return [];
    met.add(run.path);
    return [{ path: run.path }];
  });
};

/** Images that a batch took one by one and that may be the pages of one paper. */
export interface OfferedRun {
  readonly path: string;
  readonly pages: number;
}

/**
 * Runs of images of one page each that a batch stored one by one, where one behind the first waits for review: it has no
 * header, as second pages do. They are offered to be joined. — ảnh giống các trang của một văn bản
 */
export const offerRuns = (reports: readonly FileReport[]): readonly OfferedRun[] => {
  const single = new Map(
    reports.flatMap((one) =>
      (one.result === 'stored' || one.result === 'needs-review') && one.pages === 1 ? [[one.path, one] as const] : [],
    ),
  );
  return findPageRuns([...single.keys()]).flatMap(({ path, pages }) =>
    pages.slice(1).some((page) => single.get(page)?.result === 'needs-review') ? [{ path, pages: pages.length }] : [],
  );
};
