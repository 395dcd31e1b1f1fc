import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type IntakeFile, IntakeJob } from './job.js';
import { Uploads } from './uploads.js';

/** Where files come in, and the one intake of the page. */
export interface Intake {
  readonly job: IntakeJob;
  readonly uploads: Uploads;
  /** Folders of the server's disk that whoever started the page opened. */
  readonly places: readonly string[];
  /** Removes what was sent, and previewed at most, by people who are gone, or a day ago. `isHere`: true of who may still take it in. */
  readonly sweep: (isHere: (name: string) => boolean) => void;
  /** Ends with the page: nobody can take in any more what waits. */
  readonly close: () => void;
}

/** What the ways in are opened with. */
export interface IntakeOptions {
  /** File of the database. */
  readonly database: string;
  /** Program of the process that takes files in. */
  readonly program: string;
  /** Where files that people send are kept. */
  readonly uploads: string;
  readonly places: readonly string[];
  readonly now: () => string;
}

/**
 * What came by the page and was not taken in is not left lying on the server, least of all a paper with a mark of secrecy:
 * whoever sent it has it. Other files in quarantine stay, to be tried again; so does another file of a paper that is stored,
 * which stands behind it as its copy. The very bytes that are stored have nothing to tell, not even a reason.
 */
const dropLeftOut = (uploads: Uploads, { path, result, reasons }: IntakeFile): void => {
  const isClassified = reasons.some(({ rule }) => rule === 'file-classified');
  const isSameBytes = result === 'duplicate' && reasons.length === 0;
  if (uploads.holds(path) && (isClassified || isSameBytes || result === 'skipped')) rmSync(path, { force: true });
};

/** The ways in of one page. `openIntake({ database: 'ketluan.db', program, uploads: 'ketluan.db-nap', places: ['/kho'], now })` */
export const openIntake = ({ database, program, uploads: folder, places, now }: IntakeOptions): Intake => {
  const uploads = new Uploads(resolve(folder));
  const job = new IntakeJob({
    program,
    database: resolve(database),
    now,
    onFile: (file) => dropLeftOut(uploads, file),
    onDropped: (paths) => uploads.drop(paths),
  });
  const sweep: Intake['sweep'] = (isHere) => {
    uploads.sweep(isHere, now());
    // The preview of a lot that is gone shows nothing that is there.
    const isGone = job.state.paths.some((path) => uploads.holds(path) && !existsSync(path));
    if (job.state.phase === 'seen' && isGone) job.clear();
  };
  uploads.sweepOld(now());
  return {
    job,
    uploads,
    places: places.map((place) => resolve(place)),
    sweep,
    close: () => {
      job.close();
      uploads.sweep(() => false, now());
    },
  };
};
