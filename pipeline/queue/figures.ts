import type { Figure } from './metrics.js';
import type { FeederFigures } from './redis-reader.js';
import type { WorkerFigures } from './worker.js';

/*
 * The names of what is measured, for Grafana: they stay as they are. docs/scale.md tells
 * what to draw of them.
 */

type Meaning<Figures> = Readonly<Record<keyof Figures, readonly [name: string, help: string]>>;

const FEEDER: Meaning<FeederFigures> = {
  inQueue: ['ketluan_feeder_files_in_queue', 'Files handed over and not yet read'],
  room: ['ketluan_feeder_room', 'Files that may be handed over at a time'],
  workers: ['ketluan_feeder_workers', 'Workers that gave a sign of life lately'],
  read: ['ketluan_feeder_files_read_total', 'Files that workers read'],
  pages: ['ketluan_feeder_pages_read_total', 'Pages of files that workers read'],
  failed: ['ketluan_feeder_files_failed_total', 'Files that ended in an error'],
  again: ['ketluan_feeder_files_again_total', 'Files that were handed over once more after trouble on a worker'],
};

const WORKER: Meaning<WorkerFigures> = {
  capacity: ['ketluan_worker_capacity', 'Files that this worker reads at a time'],
  busy: ['ketluan_worker_files_busy', 'Files in work'],
  done: ['ketluan_worker_files_read_total', 'Files read'],
  failed: ['ketluan_worker_files_failed_total', 'Files that ended in an error, or in trouble of this machine'],
  pages: ['ketluan_worker_pages_read_total', 'Pages of files read'],
};

const FEEDER_NAMES = ['inQueue', 'room', 'workers', 'read', 'pages', 'failed', 'again'] as const;
const WORKER_NAMES = ['capacity', 'busy', 'done', 'failed', 'pages'] as const;

/** How all stand before a run has joined its queue. */
export const NO_FEEDER: FeederFigures = { inQueue: 0, room: 0, workers: 0, read: 0, pages: 0, failed: 0, again: 0 };
export const NO_WORKER: WorkerFigures = { capacity: 0, busy: 0, done: 0, failed: 0, pages: 0 };

/** What is measured of a run that feeds a queue. */
export const listFeederFigures = (read: () => FeederFigures): readonly Figure[] =>
  FEEDER_NAMES.map((key) => ({ name: FEEDER[key][0], help: FEEDER[key][1], read: () => read()[key] }));

/** What is measured of a worker. */
export const listWorkerFigures = (read: () => WorkerFigures): readonly Figure[] =>
  WORKER_NAMES.map((key) => ({ name: WORKER[key][0], help: WORKER[key][1], read: () => read()[key] }));
