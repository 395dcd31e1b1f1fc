import { z } from 'zod';
import { listEvents, listTokens, listUsers, Role } from '../../output/access/access.js';
import { SCHEMA_VERSION } from '../../output/store/migrate.js';
import { readStatus } from '../../output/store/read-status.js';
import { isSecret } from '../../output/store/secret.js';
import { countStale } from '../../output/store/stale-files.js';
import { STAGE_NAMES } from '../../pipeline/base/contract.js';
import type { Bilingual } from '../../schemas/bilingual.js';
import type { Page } from '../page.js';
import { UpkeepState } from '../upkeep/job.js';

const Account = z.object({ name: z.string(), role: Role, madeAt: z.string() });

export const ManageData = z.object({
  database: z.object({
    path: z.string(),
    layout: z.int(),
    documents: z.int(),
    pages: z.int(),
    tasks: z.int(),
    corrections: z.int(),
    removed: z.int(),
  }),
  versions: z.object({
    program: z.string(),
    files: z.int(),
    /** Files that an earlier version of some stage made. */
    stale: z.int(),
    stages: z.array(z.object({ stage: z.enum(STAGE_NAMES), version: z.int(), behind: z.int() })),
  }),
  /** Null where the page leaves it to the commands. */
  upkeep: z
    .object({
      state: UpkeepState,
      folder: z.string(),
      backups: z.array(z.object({ name: z.string(), bytes: z.int(), writtenAt: z.string() })),
      mayDownload: z.boolean(),
    })
    .nullable(),
  users: z.array(Account),
  tokens: z.array(Account),
  events: z.array(z.object({ at: z.string(), name: z.string(), action: z.string(), target: z.string() })),
});
export type ManageData = z.input<typeof ManageData>;

/** Why a form of this screen was not saved: the field, and what was typed but for a password. */
export interface ManageTrouble {
  readonly field: string;
  readonly text: Bilingual;
  readonly form: Readonly<Record<string, string>>;
}

const EVENTS = 50;

export const loadManage = ({ db, access, today, upkeep, version }: Page): ManageData => {
  const { documents, pages, tasks, corrections, removed } = readStatus(db, today);
  const { files, stale, stages } = countStale(db);
  return {
    database: { path: db.name, layout: SCHEMA_VERSION, documents, pages, tasks, corrections, removed },
    versions: { program: version, files, stale, stages: stages.map((one) => ({ ...one })) },
    upkeep:
      upkeep === null
        ? null
        : {
            state: upkeep.job.state,
            folder: upkeep.backups.folder,
            backups: [...upkeep.backups.list()],
            mayDownload: !isSecret(db),
          },
    users: [...listUsers(access)],
    tokens: [...listTokens(access)],
    events: listEvents(access, EVENTS).map(({ at, name, action, target }) => ({ at, name, action, target })),
  };
};
