import { resolve } from 'node:path';
import { Backups } from './backups.js';
import { UpkeepJob } from './job.js';

/** How the page looks after its database. */
export interface Upkeep {
  readonly job: UpkeepJob;
  readonly backups: Backups;
}

/** `openUpkeep({ database: 'ketluan.db', program, backups: 'ketluan.db-sao-luu', now })` */
export const openUpkeep = ({
  database,
  program,
  backups,
  now,
}: {
  /** File of the database. */
  readonly database: string;
  /** Program of the process that does the work. */
  readonly program: string;
  /** Folder that backups go to. */
  readonly backups: string;
  readonly now: () => string;
}): Upkeep => ({
  job: new UpkeepJob({ program, database: resolve(database), now }),
  backups: new Backups(backups, database),
});
