import type { Figure } from './metrics.js';
import type { FeederFigures } from './redis-reader.js';
import type { WorkerFigures } from './worker.js';

/*
 * The names of what is measured, for Grafana: they stay as they are. docs/scale.md tells
 * what to draw of them.
 */

type Meaning<Name> = readonly [figure: Name, name: string, help: string];

const FEEDER: readonly Meaning<keyof FeederFigures>[] = [
  ['inQueue', 'ketluan_feeder_files_in_queue', 'Files handed over and not yet read'],
  ['room', 'ketluan_feeder_room', 'Files that may be handed over at a time'],
  ['workers', 'ketluan_feeder_workers', 'Workers that gave a sign of life lately'],
  ['read', 'ketluan_feeder_files_read_total', 'Files that workers read'],
  ['pages', 'ketluan_feeder_pages_read_total', 'Pages of files that workers read'],
  ['failed', 'ketluan_feeder_files_failed_total', 'Files that ended in an error'],
  ['again', 'ketluan_feeder_files_again_total', 'Files that were handed over once more after trouble on a worker'],
];

const WORKER: readonly Meaning<keyof WorkerFigures>[] = [
  ['capacity', 'ketluan_worker_capacity', 'Files that this worker reads at a time'],
  ['busy', 'ketluan_worker_files_busy', 'Files in work'],
  ['done', 'ketluan_worker_files_read_total', 'Files read'],
  ['failed', 'ketluan_worker_files_failed_total', 'Files that ended in an error, or in trouble of this machine'],
  ['pages', 'ketluan_worker_pages_read_total', 'Pages of files read'],
  ['helped', 'ketluan_worker_pages_helped_total', 'Pages read of long scans that other workers hold'],
];

/** How all stand before a run has joined its queue. */
export const NO_FEEDER: FeederFigures = { inQueue: 0, room: 0, workers: 0, read: 0, pages: 0, failed: 0, again: 0 };
export const NO_WORKER: WorkerFigures = { capacity: 0, busy: 0, done: 0, failed: 0, pages: 0, helped: 0 };

const list = <Name extends string>(
  meanings: readonly Meaning<Name>[],
  read: () => Readonly<Record<Name, number>>,
): readonly Figure[] => meanings.map(([figure, name, help]) => ({ name, help, read: () => read()[figure] }));

/** What is measured of a run that feeds a queue. */
export const listFeederFigures = (read: () => FeederFigures): readonly Figure[] => list(FEEDER, read);

/** What is measured of a worker. */
export const listWorkerFigures = (read: () => WorkerFigures): readonly Figure[] => list(WORKER, read);
