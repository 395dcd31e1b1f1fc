import { STAGE_NAMES, type StageName } from '../../pipeline/base/contract.js';
import { STAGE_VERSIONS } from '../../pipeline/base/provenance.js';
import { guard } from './database-error.js';
import { prepare } from './statements.js';
import type { Store } from './store.js';

/** How far what is stored stands behind the program. */
export interface Stale {
  /** Files whose text is stored, and how many of them a run of `reprocess` would take up. */
  readonly files: number;
  readonly stale: number;
  /** Of each stage its version now, and how many files were made by an earlier one. */
  readonly stages: readonly { readonly stage: StageName; readonly version: number; readonly behind: number }[];
}

const PROCESSES = `SELECT p.stage_versions AS versions, count(*) AS files FROM file f
  JOIN process p ON p.process_key = f.process_key GROUP BY p.process_key`;

/** Counts the files that an earlier version of some stage made: `countStale(db).stale`. — văn bản đọc bằng phiên bản cũ */
export const countStale = (db: Store): Stale =>
  guard(
    db,
    () => {
      const made = prepare<{ versions: string; files: number }>(db, PROCESSES)
        .all()
        .map(({ versions, files }) => ({
          files,
          versions: JSON.parse(versions) as Partial<Record<StageName, number>>,
        }));
      const countWhere = (isBehind: (versions: (typeof made)[number]['versions']) => boolean): number =>
        made.reduce((sum, { files, versions }) => sum + (isBehind(versions) ? files : 0), 0);
      const isOld = (versions: (typeof made)[number]['versions'], stage: StageName): boolean =>
        (versions[stage] ?? 0) < STAGE_VERSIONS[stage];
      return {
        files: countWhere(() => true),
        stale: countWhere((versions) => STAGE_NAMES.some((stage) => isOld(versions, stage))),
        stages: STAGE_NAMES.map((stage) => ({
          stage,
          version: STAGE_VERSIONS[stage],
          behind: countWhere((versions) => isOld(versions, stage)),
        })),
      };
    },
    true,
  );
