import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { type IntakeFile, IntakeJob } from './job.js';
import { Uploads } from './uploads.js';

/** Where files come in, and the one intake of the page. */
export interface Intake {
  readonly job: IntakeJob;
  readonly uploads: Uploads;
  /** Folders of the server's disk that whoever started the page opened. */
  readonly places: readonly string[];
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

/** A paper with a mark of secrecy that came by the page is not left lying on the server: whoever sent it has it. */
const dropClassified = (uploads: Uploads, { path, reasons }: IntakeFile): void => {
  if (uploads.holds(path) && reasons.some(({ rule }) => rule === 'file-classified')) rmSync(path, { force: true });
};

/** The ways in of one page. `openIntake({ database: 'ketluan.db', program, uploads: 'ketluan.db-nap', places: ['/kho'], now })` */
export const openIntake = ({ database, program, uploads: folder, places, now }: IntakeOptions): Intake => {
  const uploads = new Uploads(resolve(folder));
  const job = new IntakeJob({
    program,
    database: resolve(database),
    now,
    onFile: (file) => dropClassified(uploads, file),
  });
  return { job, uploads, places: places.map((place) => resolve(place)) };
};
